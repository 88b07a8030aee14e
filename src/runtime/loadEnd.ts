import { Misuse } from '../kernel/misuse.js';
import { describeThrown } from './describeThrown.js';
import type { End } from './outcome.js';

/**
 * The end of an invocation whose handler could not be loaded.
 *
 * @throws Misuse for a handler that is not deployed and cannot be found.
 */
export function loadEnd(thrown: unknown, { deployed }: { readonly deployed: boolean }): End {
  if (!(thrown instanceof Misuse)) return { type: 'load', error: describeThrown(thrown) };
  if (!deployed) throw thrown;
  if (thrown.code === 'HANDLER_SYNTAX') return { type: 'load', error: describeThrown(thrown.cause) };
  return { type: 'not-found' };
}
