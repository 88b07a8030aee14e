import { rmSync } from 'node:fs';
import type { InstancePlatform } from '../instanceMessages.js';
import { environmentOf, namesHereOnly } from '../nodeEnvironment.js';
import { makeTemporary } from '../ownTemp.js';

/** What surrounds a thread on the platform, until it ends. */
export interface PlatformStart {
  readonly env: Readonly<Record<string, string>>;
  readonly thread: InstancePlatform;
  close(): void;
}

/**
 * Makes the surroundings of a thread: the variables of the platform and of the function, of this machine's only where
 * programs are; and a directory for `/tmp`, which is gone with the thread, or with this process.
 *
 * @param given the variables of the platform and of the function.
 */
export function platformStart(given: Readonly<Record<string, string>>): PlatformStart {
  const env = environmentOf(given);
  const temp = makeTemporary();
  const remove = (): void => rmSync(temp, { recursive: true, force: true });
  process.on('exit', remove);
  return {
    env,
    thread: { temp, hereOnly: namesHereOnly(env) },
    close() {
      process.off('exit', remove);
      remove();
    },
  };
}
