import { AsyncResource } from 'node:async_hooks';
import { Misuse } from '../../kernel/misuse.js';
import { settledSoon } from '../../runtime/engine.js';
import type { Outcome, ScfHandler } from '../../runtime/index.js';
import { createMeasuredInstance, type MeasuredInstance } from '../../runtime/invoke.js';
import { OwnTemp } from '../../runtime/ownTemp.js';
import { overlayEnv } from '../../runtime/patches.js';
import { AddedGlobals } from './addedGlobals.js';
import { type InstanceChance, withChance } from './chance/chance.js';
import { ExecutionChance } from './chance/executionChance.js';
import { CookieJar } from './cookieJar.js';
import { type Attempt, type Delivered, type Delivery, textsIn } from './delivery.js';
import { declineGuards } from './effects/databases/guardCounters.js';
import type { OwnDatabases } from './effects/databases/ownDatabases.js';
import type { EffectCall } from './effects/effectKind.js';
import type { HttpAnswer, Surroundings } from './effects/recorder.js';
import { Recorder, recorded } from './effects/recorder.js';
import type { ExecutionResources } from './effects/startedResources.js';
import { type Execution, type Invocation, noHandler, type Subject } from './execution.js';
import { guarded, lostOutcome, stoppedPlace } from './guardedHandler.js';
import { HostedInstances, trialOf } from './hostedInstances.js';
import { hostedOutside } from './hostedOutside.js';
import { takesItsTime } from './judgeOutcome.js';
import { openThings } from './openThings.js';
import { SharedPrototypes } from './sharedPrototypes.js';
import type { Limit, StopReason } from './watchdog.js';
import { isOfClient, withLate } from './withLate.js';
import type { WorldState } from './world.js';
import { clockOf } from './worldClock.js';

const lateWorkMs = 50;
const clientMs = 5;
/** A handler that was stopped may go on for so long at most, such as by a timer. */
const mostAfterStopMs = 3000;

/** What a call is tried with. */
interface Trying {
  readonly recorder: Recorder;
  readonly chance: InstanceChance;
}

interface SettledOutcome {
  readonly outcome: Outcome;
  readonly settling: Pick<Outcome, 'lateWork' | 'lateErrors'>;
}

/** The instances of one execution, and what happened to them. */
export class Player<Event, World> {
  /** A handler was stopped while it waited for something without a pause. */
  hasWaited = false;
  /** A handler failed on what was taken for granted of a database. */
  isMisled = false;
  readonly #subject: Subject<Event, World>;
  readonly #delivery: Delivery<Event>;
  readonly #world: World;
  readonly #instances = new Map<number, MeasuredInstance>();
  readonly #everyInstance: MeasuredInstance[] = [];
  readonly #hosted = new HostedInstances();
  readonly #invocations: Invocation<Event>[] = [];
  readonly #calls: EffectCall[] = [];
  readonly #loadCalls: EffectCall[] = [];
  readonly #temp: OwnTemp;
  /** What a handler changes that runs in this process. */
  readonly #globals: AddedGlobals | undefined;
  readonly #databases: OwnDatabases;
  /** How to enter what an instance handles now, by its number. */
  readonly #running = new Map<number, <Result>(run: () => Result) => Result>();
  readonly #chance: ExecutionChance;
  readonly #prototypes: SharedPrototypes | undefined;
  readonly #moveClock: (atMs: number) => void;
  readonly #http: HttpAnswer | undefined;
  readonly #cookies = new CookieJar();
  readonly #resources: ExecutionResources | undefined;
  #stopped: StopReason | undefined;
  #followsZone: boolean;
  #followsSeed = false;
  #remembers = false;
  /** The factory is called wrongly, which is no fault of a handler. */
  #misuse: Misuse | undefined;

  constructor(
    subject: Subject<Event, World>,
    of: { readonly delivery: Delivery<Event>; readonly world: World; readonly keyless: Set<string> },
  ) {
    const { delivery, world, keyless } = of;
    this.#subject = subject;
    this.#delivery = delivery;
    this.#world = world;
    this.#temp = new OwnTemp({ code: subject.codeFolder });
    this.#databases = subject.databases({ keyless, isOfEvents: textsIn(delivery) });
    this.#moveClock = clockOf(world);
    this.#chance = new ExecutionChance(subject.chance);
    this.#http = subject.http?.();
    this.#resources = subject.resources?.ofExecution();
    const { hosted } = subject;
    // Of some functions in a process of their own nobody can tell.
    this.#followsZone = hosted !== undefined && hosted.host.tellsZone !== true;
    if (hosted !== undefined) return;
    this.#globals = new AddedGlobals();
    this.#prototypes = new SharedPrototypes();
  }

  /** Calls the function, and tells whether that succeeded. */
  async invoke(attempt: Attempt<Event>): Promise<boolean> {
    const chance = this.#chance.of(attempt);
    const recorder = this.#recorderOf(attempt);
    this.#stopped = undefined;
    this.#moveClock(attempt.atMs);
    this.#databases.moveTo(attempt.atMs);
    this.#subject.onCall?.(this.#delivery);
    const endWatch = this.#subject.watchdog.watch();
    const event = attempt.keepsCookies === true ? this.#cookies.addedTo(attempt.event) : attempt.event;
    const { outcome, settling } = await this.#subject.watchdog.outlast(
      this.#settledOutcomeOf({ ...attempt, event }, { recorder, chance }),
      { limit: this.#givenUpAfter, lost: () => this.#lost(attempt) },
    );
    if (outcome.ok) this.#cookies.take(outcome.result);
    if (this.#misuse !== undefined) throw this.#misuse;
    const computing = outcome.statusCode === 433 ? outcome.computing : undefined;
    const stopped = endWatch() ?? this.#stopped ?? (computing && 'computing');
    if (!outcome.ok && attempt.fault === undefined && this.#databases.doubtKeys(recorder.invocation))
      this.isMisled = true;
    this.#running.delete(attempt.instance);
    if (outcome.ok) this.#subject.traffic.add(outcome.json.length);
    this.#subject.traffic.endInvocation();
    const { calls, lost, sortedAsTexts, followsLocale, code } = recorder;
    this.#followsZone ||= recorder.followsZone;
    this.#followsSeed ||= code?.followsSeed ?? true;
    this.#remembers ||= code?.remembers ?? true;
    this.#invocations.push({
      attempt,
      outcome: withLate(outcome, settling),
      stopped,
      ...stoppedPlace(stopped, computing, this.#subject.watchdog),
      calls,
      polluted: this.#prototypes?.restore() ?? [],
      lost,
      sortedAsTexts,
      followsLocale,
      ...(this.#subject.hosted === undefined
        ? { open: openThings(this.#databases.connections, this.#delivery.steps.length > 2) }
        : {}),
    });
    // What computes for ever would do so again, and so would what takes its time.
    return outcome.ok || stopped !== undefined || takesItsTime(outcome, calls);
  }

  /** The outcome of a call that comes to no end; its instance handles nothing more, as on the platform. */
  #lost(attempt: Attempt<Event>): SettledOutcome {
    this.#instances.delete(attempt.instance);
    return lostOutcome(attempt, this.#subject);
  }

  /** What came of a call, and of what it left running. */
  async #settledOutcomeOf(attempt: Attempt<Event>, how: Trying): Promise<SettledOutcome> {
    const outcome = await this.#outcomeOf(attempt, how);
    how.recorder.answer();
    if (outcome.lateWork.length === 0) return { outcome, settling: outcome };
    const { traffic } = this.#databases;
    const timeoutMs = outcome.lateWork.every(isOfClient) ? clientMs : lateWorkMs;
    const settling = await settledSoon(outcome, timeoutMs);
    // Where nothing runs any more, nobody talks to a database.
    if (!settling.drained) await this.#databases.quiet(traffic);
    return { outcome, settling };
  }

  /** How long a handler that was stopped may go on; where its jobs are lost, nothing else ends it. */
  get #givenUpAfter(): Limit {
    const { timeoutMs, stopwatch } = this.#subject;
    return { ms: Math.min(timeoutMs, mostAfterStopMs) + lateWorkMs, stopwatch };
  }

  #outcomeOf(attempt: Attempt<Event>, { recorder, chance }: Trying): Promise<Outcome> {
    const { hosted, timeoutMs, memoryMb, env } = this.#subject;
    const options = { context: { seed: `${attempt.step}` }, timeoutMs, memoryMb, env };
    if (hosted === undefined) {
      const instance = this.#instanceOf(attempt.instance);
      return withChance(chance, () => recorded(recorder, () => instance.invoke(attempt.event, options)));
    }
    this.#chance.goOn(attempt.instance);
    const outside = hostedOutside(recorder, { chance, http: this.#http, onRead: hosted.onRead });
    const seeds = { seed: this.#subject.chance, startMs: this.#chance.startMs, originMs: chance.originMs };
    const trial = {
      outside,
      ...trialOf(attempt, this.#delivery, seeds),
      isWatched: hosted.onRead !== undefined,
    };
    const outcome = this.#hosted.of(attempt.instance, hosted.host).invoke(attempt.event, options, trial);
    return outcome.finally(() => {
      for (const cpuMs of hosted.host.takeCosts?.() ?? []) this.#subject.loads.add(cpuMs);
    });
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
      followsZone: this.#followsZone,
      followsSeed: this.#followsSeed,
      remembers: this.#remembers,
      ...(state === undefined ? {} : { state }),
    };
  }

  async close(): Promise<void> {
    for (const instance of this.#everyInstance) instance.giveUp();
    await Promise.all([...this.#everyInstance, this.#hosted].map((instance) => instance.close()));
    await this.#resources?.end();
    this.#databases.close();
    this.#temp.close();
    this.#globals?.close();
  }

  #instanceOf(number: number): MeasuredInstance {
    const known = this.#instances.get(number);
    if (known !== undefined) return known;
    const { watchdog } = this.#subject;
    const factory = async () =>
      guarded(await this.#handlerOf(number), watchdog, {
        onStart: () => {
          const context = new AsyncResource('AsyncResource');
          this.#running.set(number, (run) => context.runInAsyncScope(run));
        },
        onStopped: ({ waited }) => {
          this.#stopped = 'computing';
          this.hasWaited ||= waited;
        },
      });
    const instance = createMeasuredInstance<Event>({ factory }, { quiet: true }, this.#subject.stopwatch);
    this.#instances.set(number, instance);
    this.#everyInstance.push(instance);
    return instance;
  }

  /** The handler of an instance, which another execution may have made. */
  #handlerOf(instance: number): ScfHandler<Event> | Promise<ScfHandler<Event>> {
    const { create, made } = this.#subject;
    const known = made?.(instance);
    if (known === undefined) return this.#load(create, instance);
    this.#chance.goOn(instance);
    return known;
  }

  /** Makes the handler; what its module does meanwhile is no part of an invocation, and as little may leave the process. */
  async #load(create: Subject<Event, World>['create'], instance: number): Promise<ScfHandler<Event>> {
    this.#subject.onCall?.(this.#delivery);
    const ends = [this.#subject.loads.begin(), this.#globals?.beginLoad(), this.#prototypes?.beginLoad()];
    const restoreEnv = overlayEnv(this.#subject.env);
    const loading = new Recorder(-1, undefined, this.#surroundings({ slow: false, calls: [], instance }));
    try {
      return await this.#subject.watchdog.load(() => recorded(loading, () => create(this.#world, instance)));
    } catch (error) {
      if (error instanceof Misuse && error.code === noHandler) this.#misuse = error;
      throw error;
    } finally {
      restoreEnv();
      this.#chance.goOn(instance);
      for (const end of ends) end?.();
      this.#loadCalls.push(...loading.calls);
      this.#followsZone ||= loading.followsZone;
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
    const { effectKindOf, directory, allowed, traffic } = this.#subject;
    return {
      traffic,
      resources: this.#resources,
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
