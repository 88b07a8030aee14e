import type { Execution, Invocation } from '../../play/execution.js';

/**
 * True for an invocation that failed after something was refused that it asked of the outside: that is told as a note,
 * since on the platform there may be an answer.
 */
export function isRefused(execution: Execution<unknown>, { calls, outcome }: Invocation<unknown>): boolean {
  if (outcome.ok) return false;
  return [...calls, ...execution.loadCalls].some(({ state }) => state === 'blocked');
}
