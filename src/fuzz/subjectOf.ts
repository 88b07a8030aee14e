import { deliveryRulesOf } from '../kernel/delivery.js';
import { Misuse } from '../kernel/misuse.js';
import type { OptionSpecs } from '../kernel/trigger.js';
import { codeIn } from '../runtime/codeIn.js';
import type { ScfHandler } from '../runtime/index.js';
import { createWaitingTime } from '../runtime/realTime.js';
import type { FuzzOptions } from './fuzzOptions.js';
import type { ChanceSeed } from './play/chance/chance.js';
import { canaryVariables } from './play/credentials.js';
import { OwnDatabases } from './play/effects/databases/ownDatabases.js';
import { toEffectKind } from './play/effects/effectKind.js';
import { type GivenAnswers, givenAnswers } from './play/effects/givenAnswers.js';
import { effect, type HttpAnswer } from './play/effects/recorder.js';
import { unread } from './play/effects/requestBytes.js';
import { StartedResources } from './play/effects/startedResources.js';
import { type HandlerFactory, noHandler, type Subject } from './play/execution.js';
import { KeptHost } from './play/keptHost.js';
import { LoadMeter } from './play/loadMeter.js';
import { TrafficMeter } from './play/trafficMeter.js';
import type { Watchdog } from './play/watchdog.js';
import type { MadeUpAnswers } from './search/learn/madeUpAnswers.js';
import type { KeptSubject } from './search/trial.js';

/** Makes subjects, of the handler under test and of the one it is compared with. */
export function subjectOf<Event, Specs extends OptionSpecs, World>(
  options: FuzzOptions<Event, Specs, World>,
  {
    canary,
    answers,
    watchdog,
  }: {
    readonly canary: string;
    readonly answers: MadeUpAnswers;
    readonly watchdog: Watchdog;
  },
): (create: HandlerFactory<Event, World>) => Subject<Event, World> {
  const { trigger, setup, directory } = options;
  let known: string | undefined;
  const code = (): string => (known ??= codeAndEnvironment(options));
  const kindOf = options.effectKindOf ?? options.traceOf;
  const given = options.answers === undefined ? undefined : givenAnswers(options.answers);
  const making = (factory: HandlerFactory<Event, World>): HandlerFactory<Event, World> => {
    const create = makingHandlers(factory, { hasWorld: setup !== undefined });
    return options.reuse === true ? once(create) : create;
  };
  return (factory) => ({
    create: making(factory),
    loads: new LoadMeter(),
    traffic: new TrafficMeter(),
    resources: new StartedResources(),
    hasWorld: setup !== undefined,
    setup: async () => (setup === undefined ? (undefined as World) : setup({ effect })),
    stateOf: options.stateOf,
    teardown: options.teardown,
    rules: deliveryRulesOf(trigger),
    effectKindOf: kindOf && ((name, args) => toEffectKind(kindOf(name, args))),
    timeoutMs: options.timeoutMs ?? 3000,
    memoryMb: options.memoryMb ?? 128,
    env: {
      TENCENTCLOUD_SECRETKEY: canary,
      TENCENTCLOUD_SESSIONTOKEN: canary,
      ...canaryVariables(process.env, options.source ?? String(factory), canary),
      ...options.env,
    },
    directory,
    codeFolder: options.codeFolder,
    http: answererOf({ http: options.http, given }, answers),
    databases: (facts) => new OwnDatabases({ ...facts, given: given?.commands, made: answers, code }),
    allowed: { net: options.allow ?? [], run: options.allowRun ?? [] },
    watchdog,
    stopwatch: createWaitingTime(),
    chance: { text: '', variation: 0, ...clockStart(options) },
    onCall: options.journal && ((delivery) => options.journal?.call(delivery)),
  });
}

/** What addresses of servers are written in. */
function codeAndEnvironment({
  codeFolder,
  env,
  source = '',
}: {
  readonly codeFolder?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly source?: string;
}): string {
  const folder = codeFolder === undefined ? '' : codeIn(codeFolder);
  return [...Object.values({ ...process.env, ...env }), source, folder].join('\n');
}

/**
 * A factory that says when it makes no handler.
 *
 * @throws Misuse NO_HANDLER, when it is called.
 */
function makingHandlers<Event, World>(
  factory: HandlerFactory<Event, World>,
  { hasWorld }: { readonly hasWorld: boolean },
): HandlerFactory<Event, World> {
  const refuse = (reason: string): never => {
    throw new Misuse(
      noHandler,
      `Cannot make the handler by the function that was given: it ${reason}. It is called for every cold start and gives the handler: write fuzzHandler(() => handler, …); what it takes is made by setup.`,
    );
  };
  return async (world) => {
    try {
      const handler: unknown = await factory(world);
      if (typeof handler === 'function') return handler as ScfHandler<Event>;
    } catch (error) {
      // Who takes a world and has none may be the handler itself.
      if (hasWorld || factory.length === 0 || !(error instanceof TypeError)) throw error;
      return refuse(`ends with ${error.message}`);
    }
    return refuse('gives no function');
  };
}

const dayMs = 86_400_000;

/**
 * Yesterday, so that what is made before the fuzz is not out of date and the same day tries the same; now, where the
 * handler meets others outside who have a clock of their own.
 */
function clockStart<Event, World>({
  http,
  allow = [],
}: Pick<FuzzOptions<Event, OptionSpecs, World>, 'http' | 'allow'>): Pick<ChanceSeed, 'fromMs' | 'isReal'> {
  const now = Date.now();
  const isReal = http === false || allow.length > 0;
  return { fromMs: isReal ? now : Math.floor(now / dayMs - 1) * dayMs, isReal };
}

/** What answers the requests of an execution: the user's answers first. */
function answererOf(
  {
    http,
    given,
  }: { readonly http: HttpAnswer | false | undefined; readonly given: GivenAnswers | undefined },
  madeUp: MadeUpAnswers,
): (() => HttpAnswer) | undefined {
  if (http === false) return undefined;
  return () => {
    const others =
      http === undefined ? madeUp.forExecution() : async (request: Request) => http(await unread(request));
    return given === undefined ? others : (request) => given.request(request) ?? others(request);
  };
}

/** What takes more processor time to load, in milliseconds, is kept for cases that are delivered in every way, too. */
const slowMs = 2;

/** The subject with handlers that are made once and kept for many cases, until they are to be made anew. */
export function keptSubject<Event, World>(subject: Subject<Event, World>): KeptSubject<Event, World> {
  let handlers = new KeptHandlers(subject.create);
  return {
    // A cold start that loads nothing tells nothing of how long loading takes.
    subject: {
      ...subject,
      create: (world, instance) => handlers.create(world, instance),
      made: (instance) => handlers.made(instance),
      loads: new LoadMeter(),
      // Its server is that of later executions, too.
      resources: undefined,
    },
    renew: () => {
      handlers = new KeptHandlers(subject.create);
    },
    isWorthKeeping: () => subject.loads.medianMs > slowMs,
  };
}

/** The subject with processes that are kept for many cases, until they are to be started anew. */
export function keptHosted<Event, World>(
  subject: Subject<Event, World>,
): KeptSubject<Event, World> | undefined {
  const { hosted } = subject;
  if (hosted === undefined) return undefined;
  const host = new KeptHost(hosted.host);
  return { subject: { ...subject, hosted: { ...hosted, host } }, renew: () => host.renew(), isForAll: true };
}

/** One handler for each instance in each time zone, in which it may have read the clock. */
class KeptHandlers<Event, World> {
  readonly #create: Subject<Event, World>['create'];
  readonly #made = new Map<string, ScfHandler<Event> | Promise<ScfHandler<Event>>>();

  constructor(create: Subject<Event, World>['create']) {
    this.#create = create;
  }

  made(instance: number): ScfHandler<Event> | Promise<ScfHandler<Event>> | undefined {
    return this.#made.get(keyOf(instance));
  }

  create(world: World, instance: number): ScfHandler<Event> | Promise<ScfHandler<Event>> {
    const handler = this.made(instance) ?? this.#create(world, instance);
    this.#made.set(keyOf(instance), handler);
    return handler;
  }
}

function keyOf(instance: number): string {
  return `${instance} ${process.env.TZ ?? ''}`;
}

/** What makes the handler the first time, and gives the same one from then on. */
function once<Event, World>(create: HandlerFactory<Event, World>): HandlerFactory<Event, World> {
  let made: ReturnType<typeof create> | undefined;
  return (world) => {
    made ??= create(world);
    return made;
  };
}
