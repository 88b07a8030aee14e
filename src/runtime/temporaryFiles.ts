import fs, { constants } from 'node:fs';
import { sep } from 'node:path';
import { isError } from '../kernel/isError.js';
import { type OwnTemp, pathOf } from './ownTemp.js';
import { type Patch, replaced } from './patches.js';

type Call = (...args: unknown[]) => unknown;

// As it is before anything is replaced.
const { existsSync } = fs;

/** Functions that change nothing, of which the first argument is a path. */
const readers = [
  ...[
    'access',
    'exists',
    'lstat',
    'opendir',
    'readFile',
    'readdir',
    'readlink',
    'realpath',
    'stat',
    'statfs',
  ],
  ...['createReadStream', 'openAsBlob', 'watch', 'watchFile'],
];
/** Functions that change a file, and which arguments are paths; `open` and streams may only read as well. */
const writers: readonly (readonly [name: string, paths: readonly number[]])[] = [
  ...[
    'appendFile',
    'chmod',
    'chown',
    'createWriteStream',
    'lchown',
    'lutimes',
    'mkdir',
    'mkdtemp',
    'open',
    'rm',
  ].map((name) => [name, [0]] as const),
  ...['rmdir', 'truncate', 'unlink', 'utimes', 'writeFile'].map((name) => [name, [0]] as const),
  ...['copyFile', 'cp', 'link', 'rename', 'symlink'].map((name) => [name, [0, 1]] as const),
];

/** Lets `/tmp`, and the temporary directory of this machine, mean one of its own to a function. */
export function ownTemporaryDirectory(current: () => OwnTemp | undefined): Patch[] {
  const all = [
    ...readers.map((name) => [name, [0], true] as const),
    ...writers.map(([name, at]) => [name, at, false] as const),
  ];
  return all.flatMap(([name, paths, isReader]) => [
    located(fs, `${name}Sync`, { paths, isReader, current }),
    located(fs, name, { paths, isReader, current }),
    located(fs.promises, name, { paths, isReader, current }),
  ]);
}

/** A function of which arguments are paths. */
interface Located {
  readonly paths: readonly number[];
  readonly isReader: boolean;
  readonly current: () => OwnTemp | undefined;
}

function located(owner: object, member: string, { paths, isReader, current }: Located): Patch {
  return replaced(owner, member, (original) => {
    const before = original();
    if (typeof before !== 'function') return before;
    const call: Call = (...args) => {
      const temp = current();
      const given = [...args];
      for (const at of temp === undefined ? [] : paths) {
        const path = pathOf(args[at]);
        const own = path === undefined ? undefined : temp?.locate(path);
        // Code of the handler may lie in the temporary directory of this machine.
        if (
          own === undefined ||
          ((isReader || opensToRead(member, args)) && !existsSync(own) && existsSync(String(path)))
        )
          continue;
        // A name for mkdtemp may end with a separator.
        given[at] = /[\\/]$/.test(String(args[at])) ? `${own}${sep}` : own;
      }
      const run = (list: readonly unknown[]) => Reflect.apply(original() as Call, owner, list);
      const isSame = given.every((arg, at) => arg === args[at]);
      return temp === undefined || isSame ? run(args) : translated(temp, given, run);
    };
    // What hangs on the function, such as util.promisify.custom and realpath.native, stays.
    return Object.defineProperties(call, Object.getOwnPropertyDescriptors(before));
  });
}

/** Reading opens as well: `readFileSync` of bytes and streams do so by the function of `node:fs` that is in its place. */
function opensToRead(member: string, [, flags]: readonly unknown[]): boolean {
  if (!/^open(Sync)?$/.test(member)) return false;
  return (
    flags === undefined ||
    typeof flags === 'function' ||
    flags === constants.O_RDONLY ||
    /^(r|rs|sr)$/.test(String(flags))
  );
}

/** Calls a function with paths of the execution's own, and gives what comes of it in the words of the handler. */
function translated(
  temp: OwnTemp,
  args: readonly unknown[],
  run: (args: readonly unknown[]) => unknown,
): unknown {
  const done = args.at(-1);
  const given =
    typeof done === 'function'
      ? [
          ...args.slice(0, -1),
          (...results: unknown[]) =>
            Reflect.apply(
              done,
              undefined,
              results.map((one) => toldValue(temp, one)),
            ),
        ]
      : args;
  try {
    const result = run(given);
    return result instanceof Promise
      ? result.then(
          (value: unknown) => toldValue(temp, value),
          (error: unknown) => Promise.reject(toldValue(temp, error)),
        )
      : toldValue(temp, result);
  } catch (error) {
    throw toldValue(temp, error);
  }
}

function toldValue(temp: OwnTemp, value: unknown): unknown {
  if (typeof value === 'string') return value.length < 4096 ? temp.told(value) : value;
  if (!isError(value)) return value;
  value.message = temp.told(value.message);
  for (const name of ['path', 'dest']) {
    const path: unknown = Reflect.get(value, name);
    if (typeof path === 'string') Reflect.set(value, name, temp.told(path));
  }
  return value;
}
