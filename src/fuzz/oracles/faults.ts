import { callNames, claimsSuccess, differenceInLeft, endOf, maskFor, sideBySide } from '../play/compare.js';
import type { Oracle } from './oracle.js';
import { faultStories } from './tools/faultStories.js';

/** A failure that nobody hears of. */
export const swallowedFailure: Oracle = {
  name: 'swallowed-failure',
  holds: 'When an outside call fails and something stays undone, the handler does not report success.',
  domain:
    'Every trigger, for one failing call at a time. Not reported when the handler does something else instead, such as storing the message elsewhere.',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    const base = await trial.base();
    for (const story of await faultStories(trial)) {
      if (story.visits.length !== 1 || !claimsSuccess(story)) continue;
      const mask = maskFor(base);
      if (trial.rules.retry.kind === 'none' && endOf(story, mask) !== endOf(base, mask)) continue;
      const { onlyA: lost, onlyB: instead } = differenceInLeft(base, story);
      if (lost.length === 0 || instead.length > 0) continue;
      const failed = story.visits[0]?.calls.find((call) => call.state === 'refused');
      return {
        what: `${failed?.name} fails`,
        detail: `${failed?.name} fails, the handler reports success, and nobody tries again:\n${sideBySide({ onlyA: lost, onlyB: [] }, 'without the failure', '')}`,
        story,
        compared: base,
      };
    }
    return undefined;
  },
};

/** A failure that a retry does not mend. */
export const retryAfterFault: Oracle = {
  name: 'retry-after-fault',
  holds: 'After an outside call has failed and the event came again, everything is done, and done once.',
  domain: 'Triggers that try again after a failure of the function.',
  isRelation: true,
  applies: (rules) => rules.retry.kind !== 'none',
  async judge(trial) {
    const base = await trial.base();
    for (const story of [...(await faultStories(trial)), ...(await faultStories(trial, true))]) {
      if (story.visits.length < 2 || story.visits.at(-1)?.outcome.ok !== true) continue;
      const difference = differenceInLeft(base, story);
      if (difference.onlyA.length === 0 && difference.onlyB.length === 0) continue;
      const failed = story.visits[0]?.calls.find((call) => call.state === 'refused');
      const verb = difference.onlyA.length > 0 ? 'loses' : 'doubles';
      return {
        what: `${verb} ${callNames([...difference.onlyA, ...difference.onlyB])}`,
        detail: `${failed?.name} fails once and the event comes again: that ${verb} effects.\n${sideBySide(difference, 'without the failure', 'with failure and retry')}`,
        story,
        compared: base,
      };
    }
    return undefined;
  },
};
