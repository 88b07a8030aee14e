import { AsyncResource } from 'node:async_hooks';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';
import { createContextStorage } from './contextStorage.js';
import { type OwnTemp, pathOf } from './ownTemp.js';
import { type Patch, replaced } from './patches.js';
import { ownTemporaryDirectory } from './temporaryFiles.js';

type Call = (...args: unknown[]) => unknown;

/** A call of `node:fs` that changes files. */
export interface FileWrite {
  /** Its name, also of its two other forms: `writeFile`. */
  readonly name: string;
  /** The file that it names. */
  readonly path: string;
  /** All that it changes, or makes changeable under another name. */
  readonly changed: readonly string[];
  /** What it writes, where that is its next argument. */
  readonly data: unknown;
}

/** What becomes of a call that changes files; nobody guards one that is `unwatched`. */
export type WriteVerdict = 'unwatched' | 'allowed' | 'refused';

/** What a function may do with files. */
export interface FileRules {
  /** The directory that `/tmp` means to the running code; undefined where it means what it says. */
  readonly temp: () => OwnTemp | undefined;
  readonly judge: (write: FileWrite) => WriteVerdict;
}

/** Functions that write, and which argument names the file that they change. */
const writers: readonly (readonly [name: string, target: number])[] = [
  ...['writeFile', 'appendFile', 'truncate', 'mkdir', 'mkdtemp', 'rm', 'rmdir', 'unlink', 'open'].map(
    (name) => [name, 0] as const,
  ),
  ...['chmod', 'chown', 'lchown', 'utimes', 'lutimes'].map((name) => [name, 0] as const),
  ...['rename', 'copyFile', 'cp', 'symlink', 'link'].map((name) => [name, 1] as const),
];

/** What is moved away changes, and what has another name is changed by it. */
const alsoChangeSource: ReadonlySet<string> = new Set(['rename', 'link']);

/** Set while a function of Node's writes, which may call others on the way. */
const inside = createContextStorage<true>();

/** Names of `node:fs` that ES modules have imported follow its members only when they are told to. */
const atEnd: Patch = { apply: () => undefined, undo: syncBuiltinESMExports };
const atStart: Patch = { apply: syncBuiltinESMExports, undo: () => undefined };

/** Lets what is written with `node:fs` fail with EROFS where that is refused, and `/tmp` mean another directory. */
export function guardedFiles({ temp, judge }: FileRules): readonly Patch[] {
  return [
    atEnd,
    ...ownTemporaryDirectory(temp),
    ...writers.flatMap(([name, target]) => [
      guardedWriter(fs, `${name}Sync`, { name, target, judge, fail: thrown }),
      guardedWriter(fs, name, { name, target, judge, fail: calledBack }),
      guardedWriter(fs.promises, name, { name, target, judge, fail: (error) => Promise.reject(error) }),
    ]),
    atStart,
  ];
}

/** A function that writes. */
interface Writer {
  readonly name: string;
  /** Which argument names the file that it changes. */
  readonly target: number;
  readonly judge: FileRules['judge'];
  /** Tells the caller that the file system is read-only. */
  readonly fail: (error: Error, args: readonly unknown[]) => unknown;
}

function guardedWriter(owner: object, member: string, writer: Writer): Patch {
  return replaced(owner, member, (original) => {
    const before = original();
    if (typeof before !== 'function') return before;
    const call = guarded(writer, (...args) => Reflect.apply(original() as Call, owner, args));
    // What hangs on the function, such as util.promisify.custom, stays.
    return Object.defineProperties(call, Object.getOwnPropertyDescriptors(before));
  });
}

function guarded({ name, target, judge, fail }: Writer, call: Call): Call {
  const write: Call = (...args) => {
    const path = pathOf(args[target]);
    if (inside.getStore() === true || path === undefined) return call(...args);
    if (name === 'open' && isForReading(args[1])) return call(...args);
    const data = args[target === 0 ? 1 : 0];
    const changed = alsoChangeSource.has(name) ? [path, pathOf(args[0]) ?? path] : [path];
    const verdict = judge({ name, path, changed, data });
    if (verdict === 'unwatched') return call(...args);
    if (verdict === 'refused') return fail(readOnly(name, path, write), args);
    const bound = args.map((arg) => (typeof arg === 'function' ? inCourse(arg as Call) : arg));
    return inside.run(true, () => call(...bound));
  };
  return write;
}

/** A function that is called in the course in which it was given; `AsyncResource.bind` came with 12.19. */
function inCourse(call: Call): Call {
  const resource = new AsyncResource('AsyncResource');
  return (...args) => resource.runInAsyncScope(call, undefined, ...args);
}

/** True for flags, as a text or a number, that change no file; what is left out reads. */
function isForReading(flags: unknown): boolean {
  if (typeof flags === 'number') {
    const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND } = fs.constants;
    return (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)) === 0;
  }
  return typeof flags !== 'string' || /^(r|rs|sr)$/.test(flags);
}

/** True for devices, which may be written everywhere. */
export function isDevice(path: string): boolean {
  return path === '/dev' || path.startsWith('/dev/');
}

/** What Node asks of the system first, where that has another name. */
const systemCalls: Readonly<Record<string, string>> = {
  writeFile: 'open',
  appendFile: 'open',
  truncate: 'open',
  copyFile: 'copyfile',
  rm: 'unlink',
  utimes: 'utime',
  lutimes: 'lutime',
};

/** @param write what was called: the stack begins at who called it. */
function readOnly(name: string, path: string, write: Call): Error {
  const syscall = systemCalls[name] ?? name;
  const error = new Error(`EROFS: read-only file system, ${syscall} '${path}'`);
  Error.captureStackTrace(error, write);
  return Object.assign(error, { errno: -constants.errno.EROFS, code: 'EROFS', syscall, path });
}

function thrown(error: Error): never {
  throw error;
}

function calledBack(error: Error, args: readonly unknown[]): undefined {
  const callback = args.at(-1);
  if (typeof callback !== 'function') throw error;
  process.nextTick(callback as Call, error);
}
