import { randomBytes } from 'node:crypto';
import { isMainThread } from 'node:worker_threads';
import { deliveryRulesOf } from '../kernel/delivery.js';
import { jsonBytes } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import { nearest } from '../kernel/nearest.js';
import { type DrawOptions, defaultSeed, requestOf } from '../kernel/sample.js';
import { SeededDraw } from '../kernel/seededDraw.js';
import type { OptionSpecs, Trigger } from '../kernel/trigger.js';
import type { ScfHandler } from '../runtime/index.js';
import type { ArbitraryOptions } from './arbitraryOf.js';
import { caseBytes, casesOf } from './cases.js';
import type { HttpAnswer } from './effects/httpEffects.js';
import { effect } from './effects/recorder.js';
import type { TraceOf } from './effects/trace.js';
import { type Learned, learn } from './learn/learn.js';
import { oracles } from './oracles/index.js';
import type { Case, Complaint, Oracle } from './oracles/oracle.js';
import type { Shrinkable } from './shrinkable.js';
import type { Story, Subject } from './story.js';
import { type TrialSetting, trialOf } from './trial.js';
import { warningsOf } from './warnings.js';

/** What a factory's world is made with. */
export interface WorldTools {
  readonly effect: typeof effect;
}

/** One delivery of one event to a fresh instance, as a property sees it. */
export interface Seen<Event, World> {
  readonly event: Event;
  /** What the handler answered; undefined when it failed. */
  readonly result: unknown;
  readonly story: Story<Event, World>;
  readonly world: World;
}

/** How to fuzz. */
export type FuzzOptions<Event, Specs extends OptionSpecs, World> = ArbitraryOptions<Event, Specs> & {
  readonly trigger: Trigger<Event, Specs>;
  /** How many cases to try, 100 when left out. */
  readonly runs?: number;
  /** Any text or number; 42 when left out. Case k depends on the seed and k alone. */
  readonly seed?: string | number;
  /** Only every so-many-th case: shard 1 of 3 tries the cases 0, 3, 6, … */
  readonly shard?: { readonly index: number; readonly of: number };
  /** Makes the outside world of a story from stubs; what it gives is passed to the factory. */
  readonly setup?: (tools: WorldTools) => World | Promise<World>;
  /** What holds for every delivery: false, or an error, is a failure. */
  readonly property?: (seen: Seen<Event, World>) => unknown;
  /** A handler that is known to be right, to compare with. */
  readonly reference?: (world: World) => ScfHandler<Event> | Promise<ScfHandler<Event>>;
  /** Oracles to leave out, by name, with the reason; or `true` to ask for no more than the names. */
  readonly oracles?: Readonly<Record<string, boolean | { readonly off: string }>>;
  /** Zones to compare, UTC, Asia/Shanghai and America/New_York when left out. */
  readonly timeZones?: readonly string[];
  /**
   * Answers the handler's HTTP requests, which never leave this process (needs msw); false leaves them alone, for
   * tests with a server of their own. Status 200 and an empty JSON object when left out.
   */
  readonly http?: HttpAnswer | false;
  /** What an outside call leaves behind, by its name and arguments; guessed by the name when left out. */
  readonly traceOf?: TraceOf;
  /** The only directory that files may be written to. */
  readonly directory?: string;
  /** Environment variables of the function. */
  readonly env?: Readonly<Record<string, string>>;
  /** Time limit of one invocation, 3000 when left out. */
  readonly timeoutMs?: number;
  /** False draws events without a look at the handler's code and at what it reads; the default looks. */
  readonly learn?: boolean;
  /** The handler's code, where it lies in a file. */
  readonly source?: string;
  /** Stops trying new cases after so many milliseconds. */
  readonly budgetMs?: number;
  /** Looks for no further failures once so many different ones are found, 5 when left out. */
  readonly mostFailures?: number;
};

/** A failure, shrunk. */
export interface Failure<Event> {
  readonly oracle: string;
  /** Tells this failure from others of its oracle. */
  readonly what: string;
  readonly detail: string;
  readonly case: Case<Event>;
  readonly story: Story<Event>;
  readonly compared?: Story<Event>;
  /** The run that found it, from 0; -1 for a case from the store. */
  readonly run: number;
  /** How often the handler's trials were repeated to shrink it. */
  readonly shrinks: number;
}

/** What a fuzz came to. */
export interface FuzzResult<Event> {
  readonly trigger: string;
  readonly seed: string | number;
  readonly runs: number;
  readonly invocations: number;
  readonly failures: readonly Failure<Event>[];
  /** Why the result proves less than it seems to. */
  readonly warnings: readonly string[];
}

/** Makes a handler; called for every cold start. */
export type HandlerFactory<Event, World> = (world: World) => ScfHandler<Event> | Promise<ScfHandler<Event>>;

const usualZones = ['UTC', 'Asia/Shanghai', 'America/New_York'];
/** How long to look for further failures once there is one. */
const furtherMs = 2000;
const bigBytes = 40_000;
/** A handler that makes more outside calls than this for one event is judged by that alone. */
const mostCalls = 80;
const mostTries = 400;
const mostShrinkMs = 8000;

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
  try {
    return await search(factory, options, stored);
  } finally {
    stopHttp?.();
  }
}

/** Records HTTP requests where msw is installed; it is an optional peer. */
async function httpEffects(answer: HttpAnswer | undefined): Promise<(() => void) | undefined> {
  try {
    const { recordHttp } = await import('./effects/httpEffects.js');
    return recordHttp(answer);
  } catch (error) {
    if (answer === undefined && (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND')
      return undefined;
    throw error;
  }
}

async function search<Event, Specs extends OptionSpecs, World>(
  factory: HandlerFactory<Event, World>,
  options: FuzzOptions<Event, Specs, World>,
  stored: readonly { readonly oracle: string; readonly case: Case<Event> }[],
): Promise<FuzzResult<Event>> {
  const { trigger, runs = 100, seed = defaultSeed, mostFailures = 5, shard = { index: 1, of: 1 } } = options;
  if (!(Number.isSafeInteger(runs) && runs >= 1)) {
    throw new Misuse(
      'INVALID_COUNT',
      `Cannot try ${runs} cases: the number of runs must be a whole number from 1.`,
    );
  }
  const setting = settingOf(factory, options);
  const asked = askedOracles(options.oracles ?? {}, setting);
  const learned = options.learn === false ? undefined : await learnFrom(setting, factory, options);
  const cases = casesOf(trigger, options, seed, learned);
  const found = new Map<string, Found<Event>>();
  const stories: Story<Event>[] = [];
  const start = performance.now();
  let firstFound = Number.POSITIVE_INFINITY;
  let invocations = 0;
  let tried = 0;
  const tryCase = async (
    shrinkable: Shrinkable<Case<Event>>,
    run: number,
    only: readonly Oracle[],
    isQuick = false,
  ) => {
    const trial = trialOf(setting, shrinkable.value, isQuick);
    const bytes = caseBytes(shrinkable.value);
    for (const oracle of only) {
      if (oracle.isRelation && (isQuick || bytes > bigBytes || (await trial.base()).calls.length > mostCalls))
        continue;
      const complaint = await oracle.judge(trial);
      if (complaint === undefined) continue;
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
  };

  for (const { oracle: name, case: old } of stored) {
    const oracle = asked.find((one) => one.name === name);
    if (oracle !== undefined) await tryCase(cases.from(old), -1, [oracle]);
  }
  for (let run = shard.index - 1; run < runs; run += shard.of) {
    if (found.size >= mostFailures || performance.now() - firstFound > furtherMs) break;
    if (options.budgetMs !== undefined && performance.now() - start > options.budgetMs) break;
    tried++;
    const drawn = cases.ofRun(run).filter(({ value }) => isDeliverable(trigger, value.event));
    for (const [sort, one] of drawn.entries()) await tryCase(one, run, asked, sort !== run % drawn.length);
  }
  const failures: Failure<Event>[] = [];
  for (const one of [...found.values()].slice(0, mostFailures)) failures.push(await shrunk(setting, one));
  return { trigger: trigger.name, seed, runs: tried, invocations, failures, warnings: warningsOf(stories) };
}

/** False for events that document a mistake: what they hold cannot be opened. */
function isDeliverable<Event>(trigger: Trigger<Event>, event: Event): boolean {
  return trigger.decode(event).every((part) => part.problem === undefined);
}

interface Found<Event> {
  readonly oracle: Oracle;
  readonly complaint: Complaint<Event>;
  readonly shrinkable: Shrinkable<Case<Event>>;
  readonly bytes: number;
  readonly run: number;
}

/** What the handler's code and its reading tell; always the same for the same handler. */
function learnFrom<Event, Specs extends OptionSpecs, World>(
  { subject, trigger }: TrialSetting<Event, World>,
  factory: HandlerFactory<Event, World>,
  options: FuzzOptions<Event, Specs, World>,
): Promise<Learned> {
  const request = requestOf(trigger, options as DrawOptions<Event, OptionSpecs>);
  return learn(subject, options.source ?? String(factory), trigger.payloadAt, (round, payload) => {
    const hostile = round % 3 === 2 ? 0.2 : 0;
    const asked = payload === undefined || request.payload !== undefined ? request : { ...request, payload };
    return trigger.sample(new SeededDraw('learn', trigger.name, { ...asked, hostile }).restart(round));
  });
}

/** Makes a failing case as small as it gets with the same oracle saying the same. */
async function shrunk<Event, World>(
  setting: TrialSetting<Event, World>,
  found: Found<Event>,
): Promise<Failure<Event>> {
  const { oracle, run } = found;
  let { complaint, shrinkable } = found;
  const start = performance.now();
  let shrinks = 0;
  const seen = new Set<string>();
  for (let smaller = true; smaller; ) {
    smaller = false;
    for (const candidate of shrinkable.shrinks()) {
      if (shrinks >= mostTries || performance.now() - start > mostShrinkMs) break;
      const text = JSON.stringify(candidate.value);
      if (text.length < 100_000) {
        if (seen.has(text)) continue;
        seen.add(text);
      }
      shrinks++;
      const again = await oracle.judge(trialOf(setting, candidate.value));
      if (again?.what !== complaint.what) continue;
      complaint = again;
      shrinkable = candidate;
      smaller = true;
      break;
    }
  }
  const { compared, ...rest } = complaint;
  return {
    oracle: oracle.name,
    case: shrinkable.value,
    run,
    shrinks,
    ...rest,
    ...(compared === undefined ? {} : { compared }),
  };
}

function settingOf<Event, Specs extends OptionSpecs, World>(
  factory: HandlerFactory<Event, World>,
  options: FuzzOptions<Event, Specs, World>,
): TrialSetting<Event, World> {
  const { trigger, reference, property, setup } = options;
  const canary = `scf-fixtures-canary-${randomBytes(6).toString('hex')}`;
  const subject = (create: HandlerFactory<Event, World>): Subject<Event, World> => ({
    create,
    setup: async () => (setup === undefined ? (undefined as World) : setup({ effect })),
    rules: deliveryRulesOf(trigger),
    traceOf: options.traceOf,
    timeoutMs: options.timeoutMs ?? 3000,
    env: { TENCENTCLOUD_SECRETKEY: canary, TENCENTCLOUD_SESSIONTOKEN: canary, ...options.env },
  });
  return {
    trigger,
    subject: subject(factory),
    reference: reference === undefined ? undefined : subject(reference),
    timeZones: isMainThread ? (options.timeZones ?? usualZones) : [],
    canary,
    directory: options.directory,
    property: property === undefined ? undefined : (story) => propertyProblem(property, story),
  };
}

async function propertyProblem<Event, World>(
  property: (seen: Seen<Event, World>) => unknown,
  story: Story<Event, World>,
): Promise<string | undefined> {
  const visit = story.visits[0];
  if (visit === undefined || !visit.outcome.ok) return undefined;
  const { result } = visit.outcome;
  try {
    const holds = await property({ event: visit.attempt.event, result, story, world: story.world });
    return holds === false ? 'The property does not hold.' : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function askedOracles<Event, World>(
  switches: Readonly<Record<string, boolean | { readonly off: string }>>,
  { subject }: TrialSetting<Event, World>,
): readonly Oracle[] {
  const names = oracles.map((oracle) => oracle.name);
  for (const name of Object.keys(switches)) {
    if (names.includes(name)) continue;
    const near = nearest(name, names);
    throw new Misuse(
      'UNKNOWN_ORACLE',
      `Cannot switch the oracle "${name}": there is none. ${near === undefined ? `There are ${names.join(', ')}.` : `Did you mean "${near}"?`}`,
    );
  }
  return oracles.filter(({ name, applies }) => {
    const given = switches[name] ?? true;
    return given === true && applies(subject.rules as Parameters<typeof applies>[0]);
  });
}

/** Bytes of JSON of the smallest case of a failure, for reports. */
export function failureBytes(failure: Failure<unknown>): number {
  return jsonBytes(failure.case.event);
}
