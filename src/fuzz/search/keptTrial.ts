import type { Oracle } from '../oracles/oracle.js';
import { allSucceed, endsOf, maskFor, reachesOut } from '../play/compare.js';
import { forgetsAll } from '../play/forgetsAll.js';
import { inOrder } from '../play/steps.js';
import { lastAnswer } from '../play/webAnswerIn.js';
import { type HowTried, type PlayedTrial, type TrialSetting, trialOf } from './trial.js';

/** The status by which a server says that it has had enough for a while. */
const tooManyRequests = 429;

/** The answers to what nobody takes. */
const untaken = [404, 405];

/** How a case is tried, and by whom it is judged. */
interface HowKept {
  readonly run: number;
  readonly oracles: readonly Oracle[];
  readonly isThorough: boolean;
  readonly ways: HowTried;
  /** Whether an event goes where the code has a route. */
  isRouted(event: unknown): boolean;
}

/**
 * The trial on instances that are kept, where one has seen the event before or needs no other: once delivered, an
 * event needs no handler of its own. What is found so is looked at again with one.
 */
export async function keptTrial<Event, World>(
  setting: TrialSetting<Event, World>,
  cold: PlayedTrial<Event, World>,
  { run, isThorough, oracles, ways, isRouted }: HowKept,
): Promise<PlayedTrial<Event, World>> {
  const { kept } = setting;
  if (kept === undefined || (isThorough && run < 0)) return cold;
  const onKept = { ...setting, subject: kept.subject };
  if (isThorough && !ways.isEarly && !isRouted(cold.case.event)) {
    // What nobody takes is the same in every way.
    const once = trialOf(onKept, cold.case, { ...ways, isThorough: false });
    if (untaken.includes(await statusOf(once))) return once;
  }
  if (!isThorough || kept.isForAll === true) {
    const trial = trialOf(onKept, cold.case, ways);
    if (cold.rules.isPlainHttp !== true || (await statusOf(trial)) !== tooManyRequests) return trial;
    // Who has had too many requests refuses all others.
    kept.renew();
    return cold;
  }
  const ofMemory = oracles.filter((oracle) => oracle.judgesMemory === true);
  if (ofMemory.length === oracles.length) return cold;
  const trial = trialOf(onKept, cold.case, ways, cold);
  // What tells of a request costs nothing: it is judged as well.
  if (ofMemory.length > 0 && cold.rules.isPlainHttp === true && cold.case.other !== undefined)
    return (await forgetsAll(cold)) ? trial : cold;
  return kept.isWorthKeeping?.() === true && (await isForgotten(cold, trial)) ? trial : cold;
}

/** The status of the answer to the event alone; 0 for none. */
async function statusOf(trial: PlayedTrial<unknown, unknown>): Promise<number> {
  return lastAnswer(await trial.base())?.statusCode ?? 0;
}

/** True where an event leaves nothing, and an instance that is warm makes of it twice what a cold one does. */
async function isForgotten<Event, World>(
  cold: PlayedTrial<Event, World>,
  warm: PlayedTrial<Event, World>,
): Promise<boolean> {
  const { event } = cold.case;
  const alone = await cold.base();
  const twice = await warm.play(inOrder([event, event], [0, 0]));
  if ([alone, twice].some((one) => reachesOut(one) || !allSucceed(one))) return false;
  const mask = maskFor(alone, twice);
  const end = endsOf(alone, mask);
  return endsOf(twice, mask) === `${end}, then ${end}`;
}
