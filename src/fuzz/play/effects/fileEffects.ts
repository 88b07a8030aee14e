import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import { type Patch, replaced, shared } from '../../../runtime/patches.js';
import type { EffectKind } from './effectKind.js';
import { pathOf } from './ownTemp.js';
import type { Surroundings } from './recorder.js';
import { currentRecorder } from './recorder.js';
import { ownTemporaryDirectory } from './temporaryFiles.js';

type Call = (...args: unknown[]) => unknown;

/** Functions that write, and which argument names the file that they change. */
const writers: readonly (readonly [name: string, target: number])[] = [
  ...['writeFile', 'appendFile', 'truncate', 'mkdir', 'mkdtemp', 'rm', 'rmdir', 'unlink', 'open'].map(
    (name) => [name, 0] as const,
  ),
  ...['chmod', 'chown', 'lchown', 'utimes', 'lutimes'].map((name) => [name, 0] as const),
  ...['rename', 'copyFile', 'cp', 'symlink', 'link'].map((name) => [name, 1] as const),
];

/** Set while a function of Node's writes, which may call others on the way. */
const inside = new AsyncLocalStorage<true>();

/** Names of `node:fs` that ES modules have imported follow its members only when they are told to. */
const atEnd: Patch = { apply: () => undefined, undo: syncBuiltinESMExports };
const atStart: Patch = { apply: syncBuiltinESMExports, undo: () => undefined };

/**
 * Takes what a fuzzed handler writes with `node:fs` for effects. As on the platform, nothing can be written but in the
 * temporary directory: elsewhere the call fails with EROFS, and no fuzzed path reaches a file of this machine.
 *
 * @returns ends it.
 */
export const recordFiles = shared(() => [
  atEnd,
  ...ownTemporaryDirectory(),
  ...writers.flatMap(([name, target]) => [
    recordedWriter(fs, `${name}Sync`, { name, target, fail: thrown }),
    recordedWriter(fs, name, { name, target, fail: calledBack }),
    recordedWriter(fs.promises, name, { name, target, fail: (error) => Promise.reject(error) }),
  ]),
  atStart,
]);

/** A function that writes. */
interface Writer {
  readonly name: string;
  /** Which argument names the file that it changes. */
  readonly target: number;
  /** Tells the caller that the file system is read-only. */
  readonly fail: (error: Error, args: readonly unknown[]) => unknown;
}

function recordedWriter(owner: object, member: string, writer: Writer): Patch {
  return replaced(owner, member, (original) => {
    const before = original();
    if (typeof before !== 'function') return before;
    const call = written(writer, (...args) => Reflect.apply(original() as Call, owner, args));
    // What hangs on the function, such as util.promisify.custom, stays.
    return Object.defineProperties(call, Object.getOwnPropertyDescriptors(before));
  });
}

function written({ name, target, fail }: Writer, call: Call): Call {
  return (...args) => {
    const recorder = currentRecorder();
    const path = pathOf(args[target]);
    if (recorder === undefined || inside.getStore() === true || path === undefined) return call(...args);
    if (name === 'open' && isForReading(args[1])) return call(...args);
    const data = args[target === 0 ? 1 : 0];
    // What is moved away changes, too.
    const changed = name === 'rename' ? [path, pathOf(args[0]) ?? path] : [path];
    const allowed = changed.every((one) => mayWrite(recorder.surroundings, one));
    const shown = typeof data === 'string' || data instanceof Uint8Array ? [path, data] : [path];
    recorder.note(`fs.${name}`, shown, effectKindOf(name, path), allowed ? 'done' : 'refused');
    if (!allowed) return fail(readOnly(name, path), args);
    const bound = args.map((arg) => (typeof arg === 'function' ? AsyncResource.bind(arg as Call) : arg));
    return inside.run(true, () => call(...bound));
  };
}

/** True in the temporary directory: that of the execution, or the one that the user names. */
function mayWrite({ directory, temp }: Surroundings, path: string): boolean {
  if (path === '/dev' || path.startsWith('/dev/')) return true;
  if (directory === undefined) return temp?.holds(path) === true;
  const root = resolve(directory);
  return path === root || path.startsWith(`${root}${sep}`);
}

function effectKindOf(name: string, path: string): EffectKind {
  if (name === 'appendFile') return { kind: 'append' };
  return { kind: 'overwrite', key: `file ${path}` };
}

/** True for flags, as a text or a number, that change no file; what is left out reads. */
function isForReading(flags: unknown): boolean {
  if (typeof flags === 'number') {
    const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND } = fs.constants;
    return (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)) === 0;
  }
  return typeof flags !== 'string' || /^(r|rs|sr)$/.test(flags);
}

function readOnly(name: string, path: string): Error {
  const error = new Error(`EROFS: read-only file system, ${name} '${path}'`);
  return Object.assign(error, { code: 'EROFS', syscall: name, path });
}

function thrown(error: Error): never {
  throw error;
}

function calledBack(error: Error, args: readonly unknown[]): undefined {
  const callback = args.at(-1);
  if (typeof callback !== 'function') throw error;
  process.nextTick(callback as Call, error);
}
