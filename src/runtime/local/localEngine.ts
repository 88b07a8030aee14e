import { nextTick } from 'node:process';
import { setImmediate } from 'node:timers';
import { format } from 'node:util';
import { getHeapStatistics } from 'node:v8';
import { eventCopy, type RunningHandler } from '../bootstrap.js';
import { bootstrapOf, isLegacy } from '../bootstraps.js';
import type { ScfHandler } from '../context.js';
import { describeThrown } from '../describeThrown.js';
import { type Call, type Engine, rememberSettle } from '../engine.js';
import { loadEnd } from '../loadEnd.js';
import { type End, type LogLine, type Outcome, outcomeOf } from '../outcome.js';
import { isOwnFrame } from '../ownFrame.js';
import { elapsedTime, realTimeMs, startLimit } from '../realTime.js';
import type { Work, WorkTracker } from '../work.js';
import { createWorkTracker } from '../workTracker.js';
import { awaitIdle } from './awaitIdle.js';
import { createProcessGuard, type Guarded } from './processGuard.js';

/** The one tracker of this process; it holds no invocation, the asynchronous contexts do. */
const tracker: WorkTracker = createWorkTracker(isOwnFrame);
const guard = createProcessGuard(() => tracker.current()?.owner as Guarded | undefined, format);

/** The invocation that the running code belongs to; fakes and stubs use it to tell whose call they answer. */
export interface CurrentInvocation {
  readonly requestId: string;
  /** True once the handler has answered: whatever happens now is late. */
  readonly answered: boolean;
  /** Notes an outside call; until the returned function is called the invocation is not settled. */
  beginCall(what: string): () => void;
}

/**
 * The in-process invocation that the running code belongs to, also after awaits, timers and events;
 * undefined outside of one.
 *
 * @example
 * currentInvocation(); // undefined
 */
export function currentInvocation(): CurrentInvocation | undefined {
  const work = tracker.current();
  if (work === undefined) return undefined;
  return {
    requestId: work.requestId,
    get answered() {
      return work.answered;
    },
    beginCall(what) {
      const end = tracker.beginCall(work, what);
      return () => end();
    },
  };
}

/** Where the handler of an instance comes from. */
export interface LocalSource {
  /** Makes the handler afresh; `generation` counts the cold starts. */
  load(generation: number): ScfHandler | Promise<ScfHandler>;
  /** True when nothing outside the handler can wake it, so that an empty event loop means it never answers. */
  readonly ownsEventLoop: boolean;
  /** A handler that cannot be found is an outcome (437), not a Misuse. */
  readonly deployed: boolean;
  /** Invocations of the handler that are running, where several engines share it. */
  readonly siblings?: Set<Work>;
}

function setOwner(work: Work, owner: Guarded): void {
  work.owner = owner;
}

const siblingsOf = new WeakMap<ScfHandler, Set<Work>>();

/** The source of a handler that is a function. */
export function functionSource(
  handler: ScfHandler,
  { deployed }: { readonly deployed: boolean },
): LocalSource {
  let siblings = siblingsOf.get(handler);
  if (siblings === undefined) {
    siblings = new Set();
    siblingsOf.set(handler, siblings);
  }
  return { load: () => handler, ownsEventLoop: false, deployed, siblings };
}

/** Runs invocations in this process, in the caller's own event loop. */
export function createLocalEngine(source: LocalSource): Engine {
  return new LocalEngine(source);
}

/**
 * Keeps watching this process between invocations, where many follow each other: to begin and to end with each of them
 * takes longer than most handlers.
 *
 * @returns ends it.
 */
export function watchThroughout(): () => void {
  const ends = [tracker.watch(), guard.takeOutput(), guard.takeErrors()];
  return () => {
    for (const end of ends.reverse()) end();
  };
}

class LocalEngine implements Engine {
  readonly #source: LocalSource;
  readonly #siblings: Set<Work>;
  #handler: ScfHandler | undefined;
  #generation = 0;
  /** What loading the handler and its invocations have left running. */
  #works: Work[] = [];
  /** Takes back what each invocation that has not ended changed in this process. */
  readonly #open = new Set<() => void>();

  constructor(source: LocalSource) {
    this.#source = source;
    this.#siblings = source.siblings ?? new Set<Work>();
  }

  async invoke(call: Call): Promise<Outcome> {
    const work = tracker.open(call.data.request_id, this.#siblings);
    const stopWatching = tracker.watch();
    const releaseOutput = guard.takeOutput();
    const releaseErrors = guard.takeErrors();
    const releaseEnv = call.env === undefined ? undefined : guard.takeEnv(call.env);
    const releaseAll = (): void => {
      for (const release of [releaseEnv, releaseOutput, releaseErrors, stopWatching]) release?.();
    };
    this.#open.add(releaseAll);
    let watchMs = 0;
    try {
      const { outcome, lateMs } = await this.#execute(call, work);
      // The platform kills what it stops; here it runs on, and is known as late a while longer.
      const isKilled = outcome.statusCode === 439 || outcome.statusCode === 433;
      if (outcome.lateWork.length > 0) watchMs = isKilled ? call.timeoutMs : lateMs;
      return outcome;
    } finally {
      this.#open.delete(releaseAll);
      releaseEnv?.();
      releaseOutput();
      const release = (): void => {
        releaseErrors();
        stopWatching();
      };
      if (watchMs > 0) void tracker.drain(work, { limitMs: watchMs, holds: false }).then(release);
      else release();
    }
  }

  async close(): Promise<void> {
    this.#handler = undefined;
  }

  giveUp(): void {
    for (const release of this.#open) release();
    this.#open.clear();
  }

  /** Loads the handler unless it is warm, calls it, and judges what it left. */
  async #execute(call: Call, work: Work): Promise<{ outcome: Outcome; lateMs: number }> {
    const log: LogLine[] = [];
    const cold = this.#handler === undefined;
    const loading = realTimeMs();
    const loaded = await this.#prepare(log, call);
    const started = realTimeMs();
    const isLoaded = typeof loaded === 'function';
    const end = isLoaded
      ? await run({ call, handler: loaded, work, log, others: this.#works, source: this.#source })
      : loaded;
    const durationMs = realTimeMs() - started;
    const memory = getHeapStatistics();
    const waits = 'waits' in end ? end.waits : true;
    const lateWork = isLoaded ? await tracker.judge(work, { waits }) : [];
    this.#works = [...this.#works, work].filter((one) => !tracker.isSurelyIdle(one));
    if (end.type === 'exit' || end.type === 'timeout') this.#handler = undefined;
    const facts = {
      requestId: call.data.request_id,
      durationMs,
      memoryBytes: memory.used_heap_size + memory.external_memory,
      memoryLimitMb: call.memoryMb,
      cold,
      initMs: cold ? started - loading : 0,
      log,
      lateWork,
      lateErrors: [...work.lateErrors],
    };
    const limits = { timeoutMs: call.timeoutMs, legacy: isLegacy(call.runtime) };
    const outcome = outcomeOf(end, facts, limits);
    const lateMs = Math.max(0, call.timeoutMs - durationMs);
    return { outcome: lateWork.length === 0 ? outcome : remember(outcome, work, { lateMs, call }), lateMs };
  }

  /** Loads the handler unless it is warm; an End when that fails. */
  async #prepare(log: LogLine[], { quiet }: Call): Promise<ScfHandler | End> {
    if (this.#handler !== undefined) return this.#handler;
    const work = tracker.open('init', this.#siblings);
    this.#works = [work];
    setOwner(work, {
      log,
      quiet,
      answered: false,
      exit: () => {},
      crash: (thrown) => void work.lateErrors.push(describeThrown(thrown)),
      beginCall: (what) => tracker.beginCall(work, what),
    });
    try {
      this.#handler = await tracker.run(work, () => this.#source.load(this.#generation++));
      return this.#handler;
    } catch (thrown) {
      return loadEnd(thrown, this.#source);
    } finally {
      tracker.close(work);
    }
  }
}

function remember(
  outcome: Outcome,
  work: Work,
  { lateMs, call: { stopwatch } }: { readonly lateMs: number; readonly call: Call },
): Outcome {
  return rememberSettle(outcome, async (limitMs = lateMs, { hastens } = { hastens: false }) => {
    if (hastens) tracker.hasten(work);
    const drained = await tracker.drain(work, { limitMs, holds: true, stopwatch });
    return { drained, lateWork: drained ? [] : tracker.alive(work), lateErrors: [...work.lateErrors] };
  });
}

interface Run {
  readonly call: Call;
  readonly handler: ScfHandler;
  readonly work: Work;
  readonly log: LogLine[];
  /** What loading the handler and earlier invocations of the instance left running. */
  readonly others: readonly Work[];
  readonly source: LocalSource;
}

/** Calls the handler and waits for its end. */
function run({ call, handler, work, log, others, source }: Run): Promise<End> {
  return new Promise((resolve) => {
    let running: RunningHandler | undefined;
    const finish = (end: End): void => {
      if (work.answered) return;
      tracker.answer(work, { isAsyncReturn: 'by' in end && end.by === 'promise' });
      endLimit();
      resolve(end);
    };
    const endLimit = startLimit(call.timeoutMs, call.stopwatch ?? elapsedTime, () => {
      const silent = running?.returned === 'ignored' && tracker.alive(work).length === 0;
      if (running !== undefined && (running.holdsAnswer() || silent)) running.idle();
      finish({ type: 'timeout' });
    });
    setOwner(work, {
      log,
      quiet: call.quiet,
      get answered() {
        return work.answered;
      },
      exit: (exitCode) => finish({ type: 'exit', exitCode }),
      crash(thrown) {
        if (work.answered || running === undefined) work.lateErrors.push(describeThrown(thrown));
        else running.crash(thrown);
      },
      beginCall: (what) => tracker.beginCall(work, what),
    });
    const event = eventCopy(call.eventText, { frozen: call.frozenEvent });
    const bootstrap = bootstrapOf(call.runtime);
    // In a tick of its own: where a handler that computes for ever is stopped, nothing else stops with it.
    nextTick(() => {
      setImmediate(() => {
        if (running === undefined) finish({ type: 'timeout' });
      });
      // By the clock that the handler sees.
      const started = performance.now();
      running = tracker.run(work, () =>
        bootstrap(handler as ScfHandler<unknown>, event, call.data, {
          end: finish,
          describe: describeThrown,
          remainingMs: () => Math.max(0, Math.round(call.timeoutMs - (performance.now() - started))),
        }),
      );
      if (work.answered) return;
      const isSilent = running.returned === 'ignored' && handler.length < 3;
      if (source.ownsEventLoop || isSilent || isLegacy(call.runtime)) {
        const isAlone = source.ownsEventLoop || isSilent;
        void awaitIdle(running, work, { tracker, others: source.ownsEventLoop ? others : [], isAlone });
      }
    });
  });
}
