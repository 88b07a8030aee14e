import { AsyncLocalStorage } from 'node:async_hooks';
import { isAbsolute } from 'node:path';
import type { DeliveryRules } from '../../kernel/delivery.js';
import { Misuse } from '../../kernel/misuse.js';
import { type Outcome, type ScfHandler, type ScfInstance, settled } from '../../runtime/index.js';
import { createMeasuredInstance } from '../../runtime/invoke.js';
import { handlerFrames } from '../../runtime/ownFrame.js';
import { overlayEnv } from '../../runtime/patches.js';
import { waitingTime } from '../../runtime/realTime.js';
import { stackFrameOf } from '../../runtime/stackFrame.js';
import { AddedGlobals } from './addedGlobals.js';
import { type ChanceSeed, withChance } from './chance/chance.js';
import { ExecutionChance, withWorldChance } from './chance/executionChance.js';
import { type Attempt, type Delivered, type Delivery, deliver, textsIn } from './delivery.js';
import { declineGuards } from './effects/databases/guardCounters.js';
import type { DatabaseFacts, OwnDatabases } from './effects/databases/ownDatabases.js';
import type { EffectCall, EffectKindOf } from './effects/effectKind.js';
import { OwnTemp } from './effects/ownTemp.js';
import type { Allowed, HttpAnswer, Surroundings } from './effects/recorder.js';
import { Recorder, recorded } from './effects/recorder.js';
import type { LoadMeter } from './loadMeter.js';
import { restorePrototypes, snapshotOfPrototypes } from './sharedPrototypes.js';
import { inTimeZone } from './timeZone.js';
import { Stopped, type StopReason, type Watchdog } from './watchdog.js';
import { withLate } from './withLate.js';
import { endWorld, stateOf, type WorldState, worldOf } from './world.js';

/** Makes a handler; called for every cold start. */
export type HandlerFactory<Event, World> = (world: World) => ScfHandler<Event> | Promise<ScfHandler<Event>>;

/** A handler under test, and the world it lives in. */
export interface Subject<Event, World> {
  readonly create: HandlerFactory<Event, World>;
  /** Processor time that loading has taken. */
  readonly loads: LoadMeter;
  /** Makes the outside world; called once for every execution. */
  setup(): World | Promise<World>;
  /** What the world holds, where somebody tells. */
  readonly stateOf?: ((world: World) => unknown) | undefined;
  readonly teardown?: ((world: World) => unknown) | undefined;
  readonly rules: DeliveryRules<Event>;
  readonly effectKindOf: EffectKindOf | undefined;
  readonly timeoutMs: number;
  /** Environment variables of the function. */
  readonly env: Readonly<Record<string, string>>;
  /** The only directory that files may be written to, where one is named. */
  readonly directory: string | undefined;
  /** Makes what answers the HTTP requests of an execution; undefined lets them pass. */
  readonly http: (() => HttpAnswer) | undefined;
  /** Makes the databases of an execution. */
  readonly databases: (facts: DatabaseFacts) => OwnDatabases;
  /** What may leave the process. */
  readonly allowed: Allowed;
  readonly watchdog: Watchdog;
  /** What the chance and the clock of its executions are made of. */
  readonly chance: ChanceSeed;
  /** Hears of every loading and every invocation before it begins. */
  readonly onCall: ((delivery: Delivery<Event>) => void) | undefined;
}

/** One invocation of an execution. */
export interface Invocation<Event> {
  readonly attempt: Attempt<Event>;
  readonly outcome: Outcome;
  /** Why the handler had to be stopped, if it had: it computed without a pause, or took too much memory. */
  readonly stopped: StopReason | undefined;
  /** Where the handler was when it had to be stopped, if that could be seen: `check (/app/index.js:12:5)`. */
  readonly stoppedAt?: string;
  readonly calls: readonly EffectCall[];
  /** Names that the handler added to or changed in the prototypes everybody shares. */
  readonly polluted: readonly string[];
  /** What is lost in what it answers and writes: `NaN at total`. */
  readonly lost: readonly string[];
  /** Numbers that it sorted as texts, as JSON. */
  readonly sortedAsTexts: readonly string[];
  /** What it computes depends on the locale of the process. */
  readonly followsLocale: boolean;
}

/** What happened when a delivery was played. */
export interface Execution<Event, World = unknown> {
  readonly delivery: Delivery<Event>;
  readonly invocations: readonly Invocation<Event>[];
  /** @deprecated Use `invocations`. */
  readonly visits: readonly Invocation<Event>[];
  readonly delivered: readonly Delivered[];
  /** All outside calls in the order in which they reached the other side. */
  readonly calls: readonly EffectCall[];
  /** Outside calls that were made while the handler was loaded, on any of its instances. */
  readonly loadCalls: readonly EffectCall[];
  readonly world: World;
  /** What the clock of the function shows at the start, in milliseconds. */
  readonly startMs: number;
  /** What the world held in the end, as JSON: the items of each of its parts. */
  readonly state?: WorldState;
}

/** The code of the Misuse for a factory that makes no handler. */
export const noHandler = 'NO_HANDLER';

const lateWorkMs = 50;

/** Plays a delivery: a fresh world, an instance for every number in the delivery, and every invocation on record. */
export async function play<Event, World>(
  subject: Subject<Event, World>,
  delivery: Delivery<Event>,
): Promise<Execution<Event, World>> {
  return inTimeZone(delivery.timeZone, async () => {
    const keyless = new Set<string>();
    let execution: Execution<Event, World> | undefined;
    while (execution === undefined) execution = await playThrough(subject, delivery, keyless);
    return execution;
  });
}

/**
 * The execution, unless it wants playing again: the handler was stopped while it only waited, or failed since a table was
 * taken to refuse what it holds.
 */
async function playThrough<Event, World>(
  subject: Subject<Event, World>,
  delivery: Delivery<Event>,
  keyless: Set<string>,
): Promise<Execution<Event, World> | undefined> {
  const world = await withWorldChance(subject.chance, () => worldOf(subject));
  const player = new Player(subject, { delivery, world, keyless });
  try {
    const delivered = await deliver(delivery, subject.rules, (attempt) => player.invoke(attempt));
    if (player.hasWaited || player.isMisled) return undefined;
    return player.execution(delivered, await stateOf(subject, world));
  } finally {
    await player.close().finally(() => endWorld(subject, world));
  }
}

/** The instances of one execution, and what happened to them. */
class Player<Event, World> {
  /** A handler was stopped while it waited for something without a pause. */
  hasWaited = false;
  /** A handler failed on what was taken for granted of a database. */
  isMisled = false;
  readonly #subject: Subject<Event, World>;
  readonly #delivery: Delivery<Event>;
  readonly #world: World;
  readonly #instances = new Map<number, ScfInstance>();
  readonly #invocations: Invocation<Event>[] = [];
  readonly #calls: EffectCall[] = [];
  readonly #loadCalls: EffectCall[] = [];
  readonly #temp = new OwnTemp();
  readonly #globals = new AddedGlobals();
  readonly #databases: OwnDatabases;
  /** How to enter what an instance handles now, by its number. */
  readonly #running = new Map<number, <Result>(run: () => Result) => Result>();
  readonly #chance: ExecutionChance;
  readonly #prototypes = snapshotOfPrototypes();
  readonly #moveClock: (atMs: number) => void;
  readonly #http: HttpAnswer | undefined;
  #stopped: StopReason | undefined;
  /** The factory is called wrongly, which is no fault of a handler. */
  #misuse: Misuse | undefined;

  constructor(
    subject: Subject<Event, World>,
    {
      delivery,
      world,
      keyless,
    }: { readonly delivery: Delivery<Event>; readonly world: World; readonly keyless: Set<string> },
  ) {
    this.#subject = subject;
    this.#delivery = delivery;
    this.#world = world;
    this.#databases = subject.databases({ keyless, isOfEvents: textsIn(delivery) });
    this.#moveClock = clockOf(world);
    this.#chance = new ExecutionChance(subject.chance);
    this.#http = subject.http?.();
  }

  /** Calls the function, and tells whether that succeeded. */
  async invoke(attempt: Attempt<Event>): Promise<boolean> {
    const chance = this.#chance.of(attempt);
    const instance = this.#instanceOf(attempt.instance);
    const recorder = this.#recorderOf(attempt);
    this.#stopped = undefined;
    this.#moveClock(attempt.atMs);
    this.#databases.moveTo(attempt.atMs);
    this.#subject.onCall?.(this.#delivery);
    const endWatch = this.#subject.watchdog.watch();
    const outcome = await withChance(chance, () =>
      recorded(recorder, () =>
        instance.invoke(attempt.event, {
          context: { seed: `${attempt.step}` },
          timeoutMs: this.#subject.timeoutMs,
          env: this.#subject.env,
        }),
      ),
    );
    if (this.#misuse !== undefined) throw this.#misuse;
    recorder.answer();
    const { traffic } = this.#databases;
    const settling =
      outcome.lateWork.length > 0 ? await settled(outcome, { timeoutMs: lateWorkMs }) : outcome;
    if (outcome.lateWork.length > 0) await this.#databases.quiet(traffic);
    const stopped = endWatch() ?? this.#stopped;
    if (!outcome.ok && attempt.fault === undefined && this.#databases.doubtKeys(recorder.invocation))
      this.isMisled = true;
    this.#running.delete(attempt.instance);
    const { calls, lost, sortedAsTexts, followsLocale } = recorder;
    this.#invocations.push({
      attempt,
      outcome: withLate(outcome, settling),
      stopped,
      ...(stopped === undefined ? {} : stoppedPlace(this.#subject.watchdog)),
      calls,
      polluted: restorePrototypes(this.#prototypes),
      lost,
      sortedAsTexts,
      followsLocale,
    });
    // What computes for ever would do so again.
    return outcome.ok || stopped !== undefined;
  }

  execution(delivered: readonly Delivered[], state: WorldState | undefined): Execution<Event, World> {
    const invocations = this.#invocations;
    declineGuards(this.#calls);
    return {
      delivery: this.#delivery,
      invocations,
      get visits() {
        return invocations;
      },
      delivered,
      calls: this.#calls,
      loadCalls: this.#loadCalls,
      world: this.#world,
      startMs: this.#chance.startMs,
      ...(state === undefined ? {} : { state }),
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#instances.values()].map((instance) => instance.close()));
    this.#databases.close();
    this.#temp.close();
    this.#globals.close();
  }

  #instanceOf(number: number): ScfInstance {
    const known = this.#instances.get(number);
    if (known !== undefined) return known;
    const { create, watchdog } = this.#subject;
    const factory = async () =>
      guarded(await this.#load(create, number), watchdog, {
        onStart: () => void this.#running.set(number, AsyncLocalStorage.snapshot()),
        onStopped: ({ waited }) => {
          this.#stopped = 'computing';
          this.hasWaited ||= waited;
        },
      });
    const instance = createMeasuredInstance<Event>({ factory }, { quiet: true }, waitingTime);
    this.#instances.set(number, instance);
    return instance;
  }

  /** Makes the handler; what its module does meanwhile is no part of an invocation, and as little may leave the process. */
  async #load(create: HandlerFactory<Event, World>, instance: number): Promise<ScfHandler<Event>> {
    this.#subject.onCall?.(this.#delivery);
    const ends = [this.#subject.loads.begin(), this.#globals.beginLoad()];
    const restoreEnv = overlayEnv(this.#subject.env);
    const loading = new Recorder(-1, undefined, this.#surroundings({ slow: false, calls: [], instance }));
    try {
      return await this.#subject.watchdog.load(() => recorded(loading, () => create(this.#world)));
    } catch (error) {
      if (error instanceof Misuse && error.code === noHandler) this.#misuse = error;
      throw error;
    } finally {
      restoreEnv();
      this.#chance.goOn(instance);
      for (const end of ends) end();
      this.#loadCalls.push(...loading.calls);
    }
  }

  #recorderOf({ fault, slow, instance }: Attempt<Event>): Recorder {
    const surroundings = this.#surroundings({ slow, calls: this.#calls, instance });
    return new Recorder(this.#invocations.length, fault, surroundings);
  }

  #surroundings({
    slow,
    calls,
    instance,
  }: {
    readonly slow: boolean;
    readonly calls: EffectCall[];
    readonly instance: number;
  }): Surroundings {
    const { effectKindOf, directory, allowed } = this.#subject;
    return {
      delayOf: (number) => (slow ? Math.max(1, 12 - 3 * number) : 1),
      effectKindOf,
      calls,
      locale: this.#delivery.locale,
      directory,
      temp: directory === undefined ? this.#temp : undefined,
      http: this.#http,
      allowed,
      databases: this.#databases,
      enterRunning: () => this.#running.get(instance),
    };
  }
}

/** Moves a world that keeps a clock of its own along the virtual clock of the delivery. */
function clockOf(world: unknown): (atMs: number) => void {
  let now = 0;
  return (atMs) => {
    const passed = atMs - now;
    if (passed <= 0 || typeof world !== 'object' || world === null) return;
    now = atMs;
    const advance: unknown = Reflect.get(world, 'advance');
    if (typeof advance === 'function') Reflect.apply(advance, world, [passed]);
  };
}

/** The handler, called under the eyes of the watchdog. */
function guarded<Event>(
  handler: ScfHandler<Event>,
  watchdog: Watchdog,
  { onStart, onStopped }: { readonly onStart: () => void; readonly onStopped: (thrown: Stopped) => void },
): ScfHandler<Event> {
  const start = (...args: Parameters<ScfHandler<Event>>): unknown => {
    onStart();
    try {
      return watchdog.start(() => handler(...args));
    } catch (error) {
      if (error instanceof Stopped) onStopped(error);
      throw error;
    }
  };
  const isAsync = Object.prototype.toString.call(handler) === '[object AsyncFunction]';
  const wrapper: ScfHandler<Event> = isAsync
    ? async (...args) => start(...args)
    : (...args) => start(...args);
  return Object.defineProperty(wrapper, 'length', { value: handler.length });
}

/** The innermost frame of what was stopped that is the handler's own code, or a library's. */
function stoppedPlace(watchdog: Watchdog): Pick<Invocation<unknown>, 'stoppedAt'> {
  const frames = handlerFrames(watchdog.stackOfStopped() ?? '').map(stackFrameOf);
  const frame = frames.find((one) => one !== undefined && isAbsolute(one.file));
  if (frame === undefined) return {};
  const place = `${frame.file}:${frame.line}:${frame.column}`;
  return { stoppedAt: frame.name === '' ? place : `${frame.name} (${place})` };
}
