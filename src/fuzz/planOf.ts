import { isMainThread } from 'node:worker_threads';
import type { Draw } from '../kernel/draw.js';
import { Misuse } from '../kernel/misuse.js';
import { nearest } from '../kernel/nearest.js';
import { withOverrides } from '../kernel/overrides.js';
import { type DrawOptions, defaultSeed, requestOf } from '../kernel/sample.js';
import { SeededDraw } from '../kernel/seededDraw.js';
import type { OptionSpecs, Trigger } from '../kernel/trigger.js';
import type { CodeProblem } from '../runtime/index.js';
import type { FunctionHost } from '../runtime/runtime.js';
import type { FuzzOptions, Seen } from './fuzzOptions.js';
import { oracles } from './oracles/index.js';
import type { Oracle, Unloadable } from './oracles/oracle.js';
import { secretsOf } from './play/credentials.js';
import { neededNamesIn } from './play/environmentNames.js';
import type { Execution, HandlerFactory, Subject } from './play/execution.js';
import type { Watchdog } from './play/watchdog.js';
import { casesOf } from './search/cases.js';
import { guesserOf } from './search/learn/guessedRequest.js';
import type { LearningSource } from './search/learn/learn.js';
import { MadeUpAnswers } from './search/learn/madeUpAnswers.js';
import type { Plan } from './search/plan.js';
import type { KeptSubject, TrialSetting } from './search/trial.js';
import { keptHosted, keptSubject, subjectOf } from './subjectOf.js';

/** The last two are 25 hours apart: whatever the time is, some zones disagree on the day. */
const defaultZones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];

/**
 * Reads the options of a fuzz, the only place that does.
 *
 * @param host starts the function where it runs in processes of its own.
 * @throws Misuse when one cannot be fulfilled.
 */
export function planOf<Event, Specs extends OptionSpecs, World>(
  factory: HandlerFactory<Event, World>,
  options: FuzzOptions<Event, Specs, World>,
  watchdog: Watchdog,
  host?: FunctionHost,
): Plan<Event, World> {
  const { trigger, runs = 100, seed = defaultSeed, shard = { index: 1, of: 1 } } = options;
  const { budgetMs = Number.POSITIVE_INFINITY } = options;
  requireCount(runs);
  requireDeployableOverrides(trigger, options.overrides);
  const setting = settingOf(factory, options, watchdog, host);
  return {
    setting,
    oracles: askedOracles(options, setting),
    seed,
    runs,
    shard,
    maxFailures: options.maxFailures ?? options.mostFailures ?? 5,
    budgetMs,
    learning: options.learn === false ? undefined : learningSourceOf(factory, options),
    isShrinking: true,
    notes: notesOf(options),
    journal: options.journal,
    casesOf: (learned) => casesOf(trigger, { ...options, seed, learned }),
  };
}

/** What the files of the handler say that is no failure: where nobody names the runtime, all of it. */
function notesOf<Event, World>({
  runtime,
  codeProblems = [],
}: Pick<FuzzOptions<Event, OptionSpecs, World>, 'runtime' | 'codeProblems'>): readonly string[] {
  const isNote = ({ loadError }: CodeProblem): boolean => runtime === undefined || loadError === undefined;
  return codeProblems.filter(isNote).map(({ text }) => text);
}

/** Why the runtime that is named does not load the code. */
function unloadableOf<Event, World>({
  runtime,
  codeProblems = [],
}: Pick<FuzzOptions<Event, OptionSpecs, World>, 'runtime' | 'codeProblems'>): Unloadable | undefined {
  if (runtime === undefined) return undefined;
  const problems = codeProblems.filter(({ loadError }) => loadError !== undefined);
  const [first] = problems;
  if (first?.loadError === undefined) return undefined;
  const { stack, message } = first.loadError;
  return { text: problems.map(({ text }) => text).join('\n'), error: stack ?? message };
}

function requireCount(runs: number): void {
  if (Number.isSafeInteger(runs) && runs >= 1) return;
  throw new Misuse(
    'INVALID_COUNT',
    `Cannot try ${runs} cases: the number of runs must be a whole number from 1.`,
  );
}

/** Refuses overrides that this deployment would change: what a user fixes stays fixed. */
function requireDeployableOverrides<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  overrides: unknown,
): void {
  if (trigger.deployed === undefined || overrides === undefined) return;
  const request = requestOf(trigger, { overrides } as DrawOptions<Event, Specs>);
  const event = trigger.sample(new SeededDraw('deployment', trigger.name, request).restart(0));
  if (JSON.stringify(withOverrides(event, overrides)) === JSON.stringify(event)) return;
  const facts = JSON.stringify(trigger.deployed);
  throw new Misuse(
    'OVERRIDES_OTHERWISE_DEPLOYED',
    `Cannot fix ${JSON.stringify(overrides)}: a deployment with ${facts} sends something else there. Fix what it sends, a path with its prefix in front, or leave out one of the two.`,
  );
}

/** What nothing else holds; the same each time, since a caller who knows a secret writes it into events that are kept. */
const canary = 'scf-fixtures-canary-5a1c70b3e9d2';

/** What all trials have in common. */
export function settingOf<Event, Specs extends OptionSpecs, World>(
  factory: HandlerFactory<Event, World>,
  options: FuzzOptions<Event, Specs, World>,
  watchdog: Watchdog,
  host?: FunctionHost,
): TrialSetting<Event, World> {
  const { trigger, reference, property, directory } = options;
  requireSense(options);
  const answers = new MadeUpAnswers();
  const subject = subjectOf(options, { canary, answers, watchdog });
  const own = { ...subject(factory), hosted: host && { host } };
  return {
    trigger,
    subject: own,
    kept: keptOf(own, options),
    reference: reference === undefined ? undefined : subject(reference),
    timeZones: isMainThread ? (options.timeZones ?? defaultZones) : [],
    canary,
    secrets: [canary, ...secretsOf(options.env ?? {})],
    unset: unsetNames(options.source ?? String(factory), own.env),
    answers,
    directory,
    unloadable: unloadableOf(options),
    property: property === undefined ? undefined : (execution) => propertyProblem(property, execution),
  };
}

/** What lies in a file takes time to load, and what is made with a world belongs to it. */
function keptOf<Event, World>(
  own: Subject<Event, World>,
  { source, setup }: Pick<FuzzOptions<Event, OptionSpecs, World>, 'source' | 'setup'>,
): KeptSubject<Event, World> | undefined {
  if (setup !== undefined) return undefined;
  if (own.hosted !== undefined) return own.hosted.host.isSlowToStart === true ? keptHosted(own) : undefined;
  return source === undefined ? undefined : keptSubject(own);
}

/** The platform's own variables need nobody to set them. */
const ofPlatform =
  /^(TENCENTCLOUD_|SCF_|_HANDLER$|USER_CODE_ROOT$|NODE_|PATH$|HOME$|TZ$|LANG$|LC_|TMPDIR$|DEBUG$|CI$)/;

/** Environment variables that the code needs, and that neither the function nor this process has. */
function unsetNames(code: string, env: Readonly<Record<string, string>>): readonly string[] {
  return neededNamesIn(code).filter(
    (name) => !ofPlatform.test(name) && env[name] === undefined && process.env[name] === undefined,
  );
}

/** Refuses options that contradict each other. */
function requireSense<Event, World>({
  reuse,
  setup,
  stateOf,
  teardown,
  deliveries,
  property,
  reference,
}: FuzzOptions<Event, OptionSpecs, World>): void {
  if (setup === undefined && (stateOf !== undefined || teardown !== undefined)) {
    throw new Misuse(
      'WORLD_WITHOUT_SETUP',
      `Cannot ask a world for ${stateOf === undefined ? 'its end' : 'its state'}: none is made. Give setup as well.`,
    );
  }
  if (reuse === true && setup !== undefined) {
    throw new Misuse(
      'REUSE_WITH_SETUP',
      'Cannot reuse a handler that is made with a world of its own: every case has a new one. Leave out reuse or setup.',
    );
  }
  if (deliveries && property === undefined && reference === undefined) {
    throw new Misuse(
      'DELIVERIES_WITHOUT_JUDGE',
      'Cannot play drawn deliveries: nothing says what must hold for them. Give a property or a reference, or leave out deliveries.',
    );
  }
}

async function propertyProblem<Event, World>(
  property: (seen: Seen<Event, World>) => unknown,
  execution: Execution<Event, World>,
): Promise<string | undefined> {
  for (const { attempt, outcome } of execution.invocations) {
    if (!outcome.ok) continue;
    const { event } = attempt;
    const { result } = outcome;
    try {
      const seen = { event, result, execution, story: execution, world: execution.world };
      if ((await property(seen)) === false) return 'The property does not hold.';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return undefined;
}

/**
 * The oracles to ask.
 *
 * @throws Misuse UNKNOWN_ORACLE for a switch that belongs to none.
 */
export function askedOracles<Event, World>(
  {
    oracles: switches = {},
    reuse = false,
  }: Pick<FuzzOptions<Event, OptionSpecs, World>, 'oracles' | 'reuse'>,
  setting: TrialSetting<Event, World>,
): readonly Oracle[] {
  const names = oracles.map((oracle) => oracle.name);
  for (const name of Object.keys(switches)) requireOracle(name, names);
  return oracles.filter(({ name, needs, judgesMemory, applies }) => {
    if (needs !== undefined && setting[needs] === undefined) return false;
    if (reuse && judgesMemory === true) return false;
    return (
      (switches[name] ?? true) === true && applies(setting.subject.rules as Parameters<typeof applies>[0])
    );
  });
}

function requireOracle(name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  const near = nearest(name, names);
  throw new Misuse(
    'UNKNOWN_ORACLE',
    `Cannot switch the oracle "${name}": there is none. ${near === undefined ? `There are ${names.join(', ')}.` : `Did you mean "${near}"?`}`,
  );
}

/** Events to watch the handler read, always the same for the same handler. */
function learningSourceOf<Event, Specs extends OptionSpecs, World>(
  factory: HandlerFactory<Event, World>,
  options: FuzzOptions<Event, Specs, World>,
): LearningSource<Event> {
  const { trigger } = options;
  const request = requestOf(trigger, options as DrawOptions<Event, Specs>);
  let guess: ((draw: Draw) => Event) | undefined;
  let guessedFor: string | undefined;
  return {
    code: options.source ?? String(factory),
    payloadAt: trigger.payloadAt,
    eventOf(round, payload, code) {
      const hostile = round % 3 === 2 ? 0.2 : 0;
      const asked =
        payload === undefined || request.payload !== undefined ? request : { ...request, payload };
      const draw = new SeededDraw('learn', trigger.name, { ...asked, hostile }).restart(round);
      if (code !== guessedFor) [guessedFor, guess] = [code, guesserOf(trigger, code ?? '')];
      return guess === undefined ? trigger.sample(draw) : guess(draw);
    },
  };
}
