import { setImmediate } from 'node:timers';
import type { RunningHandler } from '../bootstrap.js';
import { startTimer } from '../realTime.js';
import type { Work, WorkTracker } from '../work.js';

/**
 * Tells the bootstrap when nothing is left that could make the handler answer.
 *
 * @param around `isAlone`: nobody else can wake the handler; otherwise only an answer that is held back is sent.
 */
export async function awaitIdle(
  running: RunningHandler,
  work: Work,
  {
    tracker,
    others,
    isAlone,
  }: { readonly tracker: WorkTracker; readonly others: readonly Work[]; readonly isAlone: boolean },
): Promise<void> {
  for (let round = 0, quietRounds = 0; !work.answered; round++) {
    await new Promise<void>((turn) => {
      if (round < 3) setImmediate(turn);
      else startTimer(turn, Math.min(round - 2, 16));
    });
    if (work.answered) return;
    const isQuiet = tracker.isSurelyIdle(work) && others.every((one) => tracker.isSurelyIdle(one));
    quietRounds = isQuiet ? quietRounds + 1 : 0;
    const isEmpty = running.returned !== 'thenable' && tracker.isUntouched(work) && others.length === 0;
    const mayAnswer = isAlone || running.holdsAnswer();
    if (mayAnswer && quietRounds >= (isEmpty ? 1 : 8)) running.idle();
  }
}
