import { dirname } from 'node:path';
import type { Difference } from '../difference.js';
import { guardedFiles, isDevice } from '../guardedFiles.js';
import { OwnTemp } from '../ownTemp.js';
import { deepError, replaced, shared } from '../patches.js';
import { stackFrameOf } from '../stackFrame.js';
import type { PlatformThread } from './workerMessages.js';

/**
 * Gives a thread the files and the environment of the platform, for as long as it lives.
 *
 * @param path the file of the function.
 */
export function bePlatform(
  platform: PlatformThread,
  path: string,
  tell: (difference: Difference) => void,
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
    replaced(process, 'env', (original) => watchedEnv(original(), platform.hereOnly, tellOnce)),
  ])();
}

/** An environment that tells when the function's own code looks for a variable that it has not, and this machine has. */
function watchedEnv(
  env: NodeJS.ProcessEnv,
  hereOnly: readonly string[],
  tell: (difference: Difference) => void,
): NodeJS.ProcessEnv {
  const names = new Set<PropertyKey>(hereOnly);
  const look = (name: PropertyKey): void => {
    if (!names.has(name) || Object.hasOwn(env, name)) return;
    const place = readingPlace();
    if (place !== undefined) tell({ kind: 'variable', name: String(name), at: place });
  };
  return new Proxy(env, {
    get(target, name) {
      look(name);
      return Reflect.get(target, name) as unknown;
    },
    has(target, name) {
      look(name);
      return Reflect.has(target, name);
    },
    // A plain property of Node's environment cannot be set by way of another object.
    set: (target, name, value) => Reflect.set(target, name, value),
  });
}

/** Where the function's own code reads; undefined where Node or a package does, for which the platform is no surprise. */
function readingPlace(): string | undefined {
  const frames = (deepError().stack ?? '').split('\n').map(stackFrameOf);
  const reader = frames.find((frame) => frame !== undefined && !frame.file.includes('[worker eval]'));
  if (reader === undefined || reader.file.startsWith('node:')) return undefined;
  return /[\\/]node_modules[\\/]/.test(reader.file) ? undefined : `${reader.file}:${reader.line}`;
}
