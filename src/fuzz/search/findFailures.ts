import type { DrawRequest } from '../../kernel/draw.js';
import { Misuse } from '../../kernel/misuse.js';
import { type DrawOptions, defaultSeed, requestOf } from '../../kernel/sample.js';
import { SeededDraw } from '../../kernel/seededDraw.js';
import type { OptionSpecs, Trigger } from '../../kernel/trigger.js';
import type { Shrinkable } from '../arbitraries/shrinkable.js';
import type { Failure, FuzzOptions, FuzzResult, HandlerFactory } from '../fuzzOptions.js';
import type { Case, Oracle } from '../oracles/oracle.js';
import { warmCold } from '../oracles/redelivery.js';
import { watchBuiltins } from '../play/effects/builtins.js';
import { recordFiles } from '../play/effects/fileEffects.js';
import type { HttpAnswer } from '../play/effects/httpEffects.js';
import { watchLocale } from '../play/effects/locale.js';
import type { Story } from '../play/story.js';
import { createWatchdog, type Watchdog } from '../play/watchdog.js';
import { caseBytes, casesOf, eventsOf } from './cases.js';
import { askedOracles, settingOf } from './fuzzSetting.js';
import { type Learned, learn } from './learn/learn.js';
import { afterOwnAnswer, type Tried } from './ownAnswer.js';
import { type Found, isTimed, shrunk } from './shrunk.js';
import { type TrialSetting, trialOf } from './trial.js';
import { warningsOf } from './warnings.js';

/** In how many runs to look for further failures once there is one, and how long at the most. */
const furtherRuns = 30;
const furtherMs = 5000;
const bigBytes = 40_000;
/** A handler that makes more outside calls than this for one event is judged by that alone. */
const mostCalls = 80;
/** A race shows on most tries, not on every one. */
const storedTries = 10;

/**
 * Tries what the platform may deliver on a handler, and shrinks what breaks it.
 *
 * @returns the failures, each told once; nothing is thrown for them.
 * @throws Misuse when an option cannot be fulfilled.
 */
export async function findFailures<Event, Specs extends OptionSpecs, World = undefined>(
  factory: HandlerFactory<Event, World>,
  options: FuzzOptions<Event, Specs, World>,
  stored: readonly { readonly oracle: string; readonly case: Case<Event> }[] = [],
): Promise<FuzzResult<Event>> {
  const stopHttp = options.http === false ? undefined : await httpEffects(options.http);
  const stopFiles = recordFiles(options.directory);
  const stops = [watchBuiltins(), watchLocale()];
  const watchdog = createWatchdog();
  try {
    return await search(factory, options, stored, watchdog);
  } finally {
    await watchdog.close();
    for (const stop of stops) stop();
    stopFiles();
    stopHttp?.();
  }
}

/** Records HTTP requests where msw is installed; it is an optional peer. */
async function httpEffects(answer: HttpAnswer | undefined): Promise<(() => void) | undefined> {
  try {
    const { recordHttp } = await import('../play/effects/httpEffects.js');
    return recordHttp(answer);
  } catch (error) {
    const isMissing = /^(ERR_)?MODULE_NOT_FOUND$/.test((error as NodeJS.ErrnoException).code ?? '');
    if (answer === undefined && isMissing) return undefined;
    throw error;
  }
}

async function search<Event, Specs extends OptionSpecs, World>(
  factory: HandlerFactory<Event, World>,
  options: FuzzOptions<Event, Specs, World>,
  stored: readonly { readonly oracle: string; readonly case: Case<Event> }[],
  watchdog: Watchdog,
): Promise<FuzzResult<Event>> {
  const { trigger, runs = 100, seed = defaultSeed, mostFailures = 5, shard = { index: 1, of: 1 } } = options;
  if (!(Number.isSafeInteger(runs) && runs >= 1)) {
    throw new Misuse(
      'INVALID_COUNT',
      `Cannot try ${runs} cases: the number of runs must be a whole number from 1.`,
    );
  }
  const setting = settingOf(factory, options, watchdog);
  const asked = askedOracles(options, setting);
  const start = performance.now();
  const { budgetMs = Number.POSITIVE_INFINITY } = options;
  const isOver = () => performance.now() - start > budgetMs;
  // A handler that is slow to look at leaves time for cases.
  const isHalfOver = () => performance.now() - start > budgetMs / 2;
  const learned =
    options.learn === false ? undefined : await learnFrom(setting, factory, options, isHalfOver);
  const cases = casesOf(trigger, options, seed, learned);
  const found = new Map<string, Found<Event>>();
  const stories: Story<Event>[] = [];
  let firstFound = Number.POSITIVE_INFINITY;
  let triedSince = 0;
  let invocations = 0;
  let tried = 0;
  /** Gives what became of the event alone, of cases that are not too large to be compared. */
  const tryCase = async (
    shrinkable: Shrinkable<Case<Event>>,
    run: number,
    only: readonly Oracle[],
    isQuick = false,
  ): Promise<Story<Event> | undefined> => {
    const trial = trialOf(setting, shrinkable.value, isQuick);
    const bytes = caseBytes(shrinkable.value);
    for (const oracle of only) {
      if (run >= 0 && isOver()) break;
      if (shrinkable.value.delivery !== undefined && oracle.judgesDeliveries !== true) continue;
      if (bytes > (oracle.mostBytes ?? Number.POSITIVE_INFINITY)) continue;
      if (oracle.isRelation && (isQuick || bytes > bigBytes || (await trial.base()).calls.length > mostCalls))
        continue;
      const complaint = await oracle.judge(trial);
      if (complaint === undefined) continue;
      if (isTimed(complaint)) {
        const again = await oracle.judge(trialOf(setting, shrinkable.value, isQuick));
        if (again?.what !== complaint.what) continue;
      }
      const key = `${oracle.name} ${complaint.what}`;
      const known = found.get(key);
      firstFound = Math.min(firstFound, performance.now());
      if (known === undefined || bytes < known.bytes)
        found.set(key, { oracle, complaint, shrinkable, bytes, run: known?.run ?? run });
      if (!oracle.isRelation && oracle.name !== 'property') break;
    }
    invocations += trial.stories.reduce((sum, story) => sum + story.visits.length, 0);
    const [base] = trial.stories;
    if (base !== undefined) stories.push(base);
    return bytes > bigBytes ? undefined : base;
  };

  for (const { oracle: name, case: old } of stored) {
    const oracle = asked.find((one) => one.name === name);
    const known = found.size;
    for (let again = 0; oracle !== undefined && found.size === known && again < storedTries; again++)
      await tryCase(cases.from(old), -1, [oracle]);
  }
  const remembering = asked.filter((oracle) => oracle === warmCold);
  const isEnough = () =>
    found.size >= mostFailures || triedSince > furtherRuns || performance.now() - firstFound > furtherMs;
  for (let run = shard.index - 1; run < runs && !isEnough(); run += shard.of) {
    if (isOver()) break;
    tried++;
    if (found.size > 0) triedSince++;
    const drawn = cases.ofRun(run).filter(({ shrinkable }) => isDeliverable(trigger, shrinkable.value));
    const played: Tried<Event>[] = [];
    for (const { shrinkable, isThorough } of drawn) {
      if (isEnough() || isOver()) break;
      const story = await tryCase(shrinkable, run, asked, !isThorough);
      if (story !== undefined) played.push({ case: shrinkable.value, story, isThorough });
    }
    const after = isEnough() || isOver() ? undefined : afterOwnAnswer(played);
    if (after !== undefined) await tryCase(cases.from(after), run, remembering);
  }
  const failures: Failure<Event>[] = [];
  for (const one of [...found.values()].slice(0, mostFailures)) failures.push(await shrunk(setting, one));
  return { trigger: trigger.name, seed, runs: tried, invocations, failures, warnings: warningsOf(stories) };
}

/** False for events that document a mistake: what they hold cannot be opened. */
function isDeliverable<Event>(trigger: Trigger<Event>, tried: Case<Event>): boolean {
  return eventsOf(tried).every((event) => trigger.decode(event).every((part) => part.problem === undefined));
}

/** What the handler's code and its reading tell; always the same for the same handler. */
function learnFrom<Event, Specs extends OptionSpecs, World>(
  { subject, trigger }: TrialSetting<Event, World>,
  factory: HandlerFactory<Event, World>,
  options: FuzzOptions<Event, Specs, World>,
  isOver: () => boolean,
): Promise<Learned> {
  const request = requestOf(trigger, options as DrawOptions<Event, OptionSpecs>);
  const eventOf = (round: number, payload: DrawRequest['payload']) => {
    const hostile = round % 3 === 2 ? 0.2 : 0;
    const asked = payload === undefined || request.payload !== undefined ? request : { ...request, payload };
    return trigger.sample(new SeededDraw('learn', trigger.name, { ...asked, hostile }).restart(round));
  };
  return learn(subject, options.source ?? String(factory), trigger.payloadAt, eventOf, isOver);
}
