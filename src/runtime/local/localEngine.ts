import { nextTick } from 'node:process';
import { clearTimeout, setImmediate, setTimeout } from 'node:timers';
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
import type { Work, WorkTracker } from '../work.js';
import { createWorkTracker } from '../workTracker.js';
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
  let handler: ScfHandler | undefined;
  let generation = 0;
  let works: Work[] = [];
  const siblings = source.siblings ?? new Set<Work>();

  /** Loads the handler unless it is warm; an End when that fails. */
  const prepare = async (log: LogLine[], quiet: boolean): Promise<ScfHandler | End> => {
    if (handler !== undefined) return handler;
    const work = tracker.open('init', siblings);
    works = [work];
    setOwner(work, {
      log,
      quiet,
      exit: () => {},
      crash: (thrown) => void work.lateErrors.push(describeThrown(thrown)),
      beginCall: (what) => tracker.beginCall(work, what),
    });
    try {
      handler = await tracker.run(work, () => source.load(generation++));
      return handler;
    } catch (thrown) {
      return loadEnd(thrown, source);
    } finally {
      tracker.close(work);
    }
  };

  return {
    async invoke(call) {
      const log: LogLine[] = [];
      const work = tracker.open(call.data.request_id, siblings);
      const stopWatching = tracker.watch();
      const releaseOutput = guard.takeOutput();
      const releaseErrors = guard.takeErrors();
      const releaseEnv = call.env === undefined ? undefined : guard.takeEnv(call.env);
      let watchMs = 0;
      try {
        const cold = handler === undefined;
        const loading = performance.now();
        const loaded = await prepare(log, call.quiet);
        const started = performance.now();
        const isLoaded = typeof loaded === 'function';
        const end = isLoaded
          ? await run({ call, handler: loaded, work, log, started, others: works, source })
          : loaded;
        const durationMs = performance.now() - started;
        const memory = getHeapStatistics();
        const lateWork = isLoaded
          ? await tracker.judge(work, { waits: 'waits' in end ? end.waits : true })
          : [];
        works = [...works, work].filter((one) => !tracker.isSurelyIdle(one));
        const isKilled = end.type === 'exit' || end.type === 'timeout';
        if (isKilled) handler = undefined;
        const lateMs = Math.max(0, call.timeoutMs - durationMs);
        // The platform kills what it stops; here it runs on, and is known as late a while longer.
        if (lateWork.length > 0) watchMs = isKilled ? call.timeoutMs : lateMs;
        const outcome = outcomeOf(
          end,
          {
            requestId: call.data.request_id,
            durationMs,
            memoryBytes: memory.used_heap_size + memory.external_memory,
            memoryLimitMb: call.memoryMb,
            cold,
            initMs: cold ? started - loading : 0,
            log,
            lateWork,
            lateErrors: [...work.lateErrors],
          },
          { timeoutMs: call.timeoutMs, legacy: isLegacy(call.runtime) },
        );
        return lateWork.length === 0 ? outcome : remember(outcome, work, lateMs);
      } finally {
        releaseEnv?.();
        releaseOutput();
        const release = (): void => {
          releaseErrors();
          stopWatching();
        };
        if (watchMs > 0) void tracker.drain(work, { limitMs: watchMs, holds: false }).then(release);
        else release();
      }
    },
    async close() {
      handler = undefined;
    },
  };
}

function remember(outcome: Outcome, work: Work, lateMs: number): Outcome {
  return rememberSettle(outcome, async (limitMs = lateMs) => {
    const drained = await tracker.drain(work, { limitMs, holds: true });
    return { drained, lateWork: drained ? [] : tracker.alive(work), lateErrors: [...work.lateErrors] };
  });
}

interface Run {
  readonly call: Call;
  readonly handler: ScfHandler;
  readonly work: Work;
  readonly log: LogLine[];
  readonly started: number;
  /** What loading the handler and earlier invocations of the instance left running. */
  readonly others: readonly Work[];
  readonly source: LocalSource;
}

/** Calls the handler and waits for its end. */
function run({ call, handler, work, log, started, others, source }: Run): Promise<End> {
  return new Promise((resolve) => {
    let running: RunningHandler | undefined;
    const finish = (end: End): void => {
      if (work.answered) return;
      tracker.answer(work, { isAsyncReturn: 'by' in end && end.by === 'promise' });
      clearTimeout(limit);
      resolve(end);
    };
    const limit = setTimeout(() => {
      const silent = running?.returned === 'ignored' && tracker.alive(work).length === 0;
      if (running !== undefined && (running.holdsAnswer() || silent)) running.idle();
      finish({ type: 'timeout' });
    }, call.timeoutMs);
    setOwner(work, {
      log,
      quiet: call.quiet,
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
        void awaitIdle(running, work, source.ownsEventLoop ? others : [], isAlone);
      }
    });
  });
}

/**
 * Tells the bootstrap when nothing is left that could make the handler answer.
 *
 * @param isAlone nobody else can wake the handler; otherwise only an answer that is held back is sent.
 */
async function awaitIdle(
  running: RunningHandler,
  work: Work,
  others: readonly Work[],
  isAlone: boolean,
): Promise<void> {
  for (let round = 0, quietRounds = 0; !work.answered; round++) {
    await new Promise<void>((turn) => {
      if (round < 3) setImmediate(turn);
      else setTimeout(turn, Math.min(round - 2, 16));
    });
    if (work.answered) return;
    const isQuiet = tracker.isSurelyIdle(work) && others.every((one) => tracker.isSurelyIdle(one));
    quietRounds = isQuiet ? quietRounds + 1 : 0;
    const isEmpty = running.returned !== 'thenable' && tracker.isUntouched(work) && others.length === 0;
    const mayAnswer = isAlone || running.holdsAnswer();
    if (mayAnswer && quietRounds >= (isEmpty ? 1 : 8)) running.idle();
  }
}
