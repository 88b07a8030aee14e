import { syncBuiltinESMExports } from 'node:module';
import { shared } from '../../../runtime/patches.js';
import { ownClock } from './ownClock.js';
import { ownRandom } from './ownRandom.js';

/**
 * Gives fuzzed handlers the chance and the clock of their execution, also where a module imports them by name.
 *
 * @returns ends it.
 */
export const ownChance = shared(() => [
  { apply: () => undefined, undo: syncBuiltinESMExports },
  ...ownRandom(),
  ...ownClock(),
  { apply: syncBuiltinESMExports, undo: () => undefined },
]);
