import type { Oracle } from './oracle.js';
import { isRefused } from './tools/isRefused.js';

/** A function that never comes to take an event. */
export const notStarted: Oracle = {
  name: 'not-started',
  holds: 'A function gets ready to take events.',
  domain:
    'Functions in processes of their own: one that ends before it is ready (405), cannot be started (445), listens on no port (446) or takes longer than it may (450). No event has a part in that: nothing else is tried. What fails after something was refused that it asked of the outside is a note.',
  endsSearch: true,
  isRelation: false,
  isConclusive: true,
  applies: () => true,
  async judge(trial) {
    const execution = await trial.base();
    for (const invocation of execution.invocations) {
      const { outcome } = invocation;
      if (outcome.ok || !('reason' in outcome) || isRefused(execution, invocation)) continue;
      const { statusCode, status, reason } = outcome;
      return {
        what: `not started ${statusCode}`,
        detail: `The function is never ready for an event (${statusCode} ${status}): ${reason}.`,
        execution,
      };
    }
    return undefined;
  },
};
