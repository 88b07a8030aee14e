import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { currentRecorder } from './recorder.js';
import type { Trace } from './trace.js';

type Call = (...args: unknown[]) => unknown;

/** Functions that write, and which argument names the file that they change. */
const writers: readonly (readonly [name: string, target: number])[] = [
  ...['writeFile', 'appendFile', 'truncate', 'mkdir', 'rm', 'rmdir', 'unlink', 'open'].map(
    (name) => [name, 0] as const,
  ),
  ...['rename', 'copyFile', 'cp', 'symlink', 'link'].map((name) => [name, 1] as const),
];

/** Set while a function of Node's writes, which may call others on the way. */
const inside = new AsyncLocalStorage<true>();

/**
 * Takes what a fuzzed handler writes with `node:fs` for effects. As on the platform, nothing can be written but in the
 * temporary directory: elsewhere the call fails with EROFS, and no fuzzed path reaches a file of this machine.
 *
 * @param directory the temporary directory, where it is not the usual one.
 * @returns ends it.
 */
export function recordFiles(directory: string | undefined): () => void {
  const roots = directory === undefined ? ['/tmp', tmpdir(), '/dev'] : [directory, '/dev'];
  const isAllowed = (path: string) =>
    roots.some((root) => path === resolve(root) || path.startsWith(`${resolve(root)}${sep}`));
  const undo = writers.flatMap(([name, target]) => [
    replaced(fs, `${name}Sync`, (call) => written(name, target, call, isAllowed, thrown)),
    replaced(fs, name, (call) => written(name, target, call, isAllowed, calledBack)),
    replaced(fs.promises, name, (call) =>
      written(name, target, call, isAllowed, (error) => Promise.reject(error)),
    ),
  ]);
  syncBuiltinESMExports();
  return () => {
    for (const one of undo.reverse()) one();
    syncBuiltinESMExports();
  };
}

function replaced(owner: object, name: string, make: (call: Call) => Call): () => void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') return () => undefined;
  const call = make((...args) => Reflect.apply(original, owner, args));
  // What hangs on the function, such as util.promisify.custom, stays.
  Object.defineProperties(call, Object.getOwnPropertyDescriptors(original));
  Reflect.set(owner, name, call);
  return () => {
    if (Reflect.get(owner, name) === call) Reflect.set(owner, name, original);
  };
}

function written(
  name: string,
  target: number,
  call: Call,
  isAllowed: (path: string) => boolean,
  fail: (error: Error, args: readonly unknown[]) => unknown,
): Call {
  return (...args) => {
    const recorder = currentRecorder();
    const path = pathOf(args[target]);
    if (recorder === undefined || inside.getStore() === true || path === undefined) return call(...args);
    if (name === 'open' && isForReading(args[1])) return call(...args);
    const data = args[target === 0 ? 1 : 0];
    const allowed = isAllowed(path);
    const shown = typeof data === 'string' || data instanceof Uint8Array ? [path, data] : [path];
    recorder.note(`fs.${name}`, shown, traceOf(name, path), allowed ? 'done' : 'refused');
    if (!allowed) return fail(readOnly(name, path), args);
    const bound = args.map((arg) => (typeof arg === 'function' ? AsyncResource.bind(arg as Call) : arg));
    return inside.run(true, () => call(...bound));
  };
}

function traceOf(name: string, path: string): Trace {
  if (name === 'appendFile') return { leaves: 'entry' };
  return { leaves: 'value', key: `file ${path}` };
}

function pathOf(value: unknown): string | undefined {
  if (value instanceof URL) return fileURLToPath(value);
  if (typeof value === 'string') return resolve(value);
  return value instanceof Uint8Array ? resolve(Buffer.from(value).toString()) : undefined;
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
