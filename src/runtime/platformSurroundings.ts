import { dirname } from 'node:path';
import type { Difference } from './difference.js';
import { guardedFiles, isDevice } from './guardedFiles.js';
import type { InstancePlatform } from './instanceMessages.js';
import { OwnTemp } from './ownTemp.js';
import { deepError, replaced, shared } from './patches.js';
import { type StackFrame, stackFrameOf } from './stackFrame.js';

/**
 * Gives a thread or a process the files and the environment of the platform, for as long as it lives.
 *
 * @param path the file of the function.
 */
export function bePlatform(
  platform: InstancePlatform,
  path: string,
  {
    tell,
    isForeignFrame,
  }: {
    readonly tell: (difference: Difference) => void;
    /** True for a line of a stack that is none of the function's code, nor of a package. */
    readonly isForeignFrame: (line: string) => boolean;
  },
): void {
  const told = new Set<string>();
  const tellOnce = (difference: Difference): void => {
    const { kind } = difference;
    const key = `${kind} ${difference.kind === 'variable' ? difference.name : difference.path}`;
    if (told.size === told.add(key).size) return;
    tell(difference);
  };
  const temp = new OwnTemp({ path: platform.temp, code: dirname(path) });
  shared(() => [
    ...guardedFiles({
      temp: () => temp,
      judge({ name, changed }) {
        const refused = changed.find((one) => !isDevice(one) && !temp.holds(one));
        if (refused === undefined) return 'allowed';
        tellOnce({ kind: 'read-only', path: refused, call: name });
        return 'refused';
      },
    }),
    replaced(process, 'env', (original) =>
      watchedEnv(original(), platform, { tell: tellOnce, isForeignFrame }),
    ),
  ])();
}

/** An environment that tells when the function's own code looks for a variable that it has not, and this machine has. */
function watchedEnv(
  env: NodeJS.ProcessEnv,
  { hereOnly, hidesZone = false }: InstancePlatform,
  {
    tell,
    isForeignFrame,
  }: {
    readonly tell: (difference: Difference) => void;
    readonly isForeignFrame: (line: string) => boolean;
  },
): NodeJS.ProcessEnv {
  const names = new Set<PropertyKey>(hereOnly);
  const look = (name: PropertyKey): void => {
    if (!names.has(name) || isOwn(env, name)) return;
    const place = readingPlace(isForeignFrame);
    if (place !== undefined) tell({ kind: 'variable', name: String(name), at: place });
  };
  let hidesTz = hidesZone;
  /** Node itself gives the zone to the programs that are started. */
  const isHidden = (name: PropertyKey): boolean => hidesTz && name === 'TZ' && !isNodeReading(isForeignFrame);
  return new Proxy(env, {
    get(target, name) {
      look(name);
      return isHidden(name) ? undefined : (Reflect.get(target, name) as unknown);
    },
    has(target, name) {
      look(name);
      return !isHidden(name) && Reflect.has(target, name);
    },
    // A plain property of Node's environment cannot be set by way of another object.
    set(target, name, value) {
      hidesTz &&= name !== 'TZ';
      return Reflect.set(target, name, value);
    },
  });
}

/** True where a module of Node reads. */
function isNodeReading(isForeignFrame: (line: string) => boolean): boolean {
  return isOfNode(readerOf(isForeignFrame)?.file ?? '');
}

/** Where the function's own code reads; undefined where Node or a package does, for which the platform is no surprise. */
function readingPlace(isForeignFrame: (line: string) => boolean): string | undefined {
  const reader = readerOf(isForeignFrame);
  if (reader === undefined || isOfNode(reader.file)) return undefined;
  return /[\\/]node_modules[\\/]/.test(reader.file) ? undefined : `${reader.file}:${reader.line}`;
}

function readerOf(isForeignFrame: (line: string) => boolean): StackFrame | undefined {
  const lines = (deepError().stack ?? '').split('\n').filter((line) => !isForeignFrame(line));
  return lines.map(stackFrameOf).find((frame) => frame !== undefined);
}

/** Before Node 16 the names of its modules have no prefix. */
function isOfNode(file: string): boolean {
  return /^(?:node:|internal\/|\w+\.js$)/.test(file);
}

/** Also in Node 12, which has no `Object.hasOwn`. */
function isOwn(env: NodeJS.ProcessEnv, name: PropertyKey): boolean {
  return Object.getOwnPropertyDescriptor(env, name) !== undefined;
}
