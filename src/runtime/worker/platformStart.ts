import { rmSync } from 'node:fs';
import { makeTemporary } from '../ownTemp.js';
import type { PlatformThread } from './workerMessages.js';

/** What surrounds a thread on the platform, until it ends. */
export interface PlatformStart {
  readonly env: Readonly<Record<string, string>>;
  readonly thread: PlatformThread;
  close(): void;
}

/** Of this machine's variables those without which no program is found. */
const keptNames = ['PATH', 'Path', 'SystemRoot', 'windir'];

/**
 * Makes the surroundings of a thread: the variables of the platform and of the function, of this machine's only where
 * programs are; and a directory for `/tmp`, which is gone with the thread, or with this process.
 *
 * @param given the variables of the platform and of the function.
 */
export function platformStart(given: Readonly<Record<string, string>>): PlatformStart {
  const kept = keptNames.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // As captured; and as the vendor documents.
  const env = { ...Object.fromEntries(kept), HOME: '/home/qcloud', TENCENTCLOUD_TZ: 'UTC', ...given };
  // The zone of this process may be ours: see processZone.
  const hereOnly = Object.keys(process.env).filter((name) => name !== 'TZ' && !Object.hasOwn(env, name));
  const temp = makeTemporary();
  const remove = (): void => rmSync(temp, { recursive: true, force: true });
  process.on('exit', remove);
  return {
    env,
    thread: { temp, hereOnly },
    close() {
      process.off('exit', remove);
      remove();
    },
  };
}
