import { Worker } from 'node:worker_threads';
import { workerMainText } from '../../generated/workerMainText.js';
import type { Misuse } from '../../kernel/misuse.js';
import { isLegacy } from '../bootstraps.js';
import { describeThrown } from '../describeThrown.js';
import type { Call, Engine } from '../engine.js';
import { refusesModules, requireOnly } from '../esModules.js';
import { notLoaded } from '../initTimedOut.js';
import type { InstanceCall, InstanceMessage, InstanceStart } from '../instanceMessages.js';
import { loadEnd } from '../loadEnd.js';
import { exportMisuse, findHandler, type HandlerFile, moduleSyntaxMisuse } from '../loadHandler.js';
import { type End, type Outcome, outcomeOf, type ThrownError } from '../outcome.js';
import { hear, newInvocation, type RunningInvocation, rememberSettled } from '../runningInvocation.js';
import { type PlatformStart, platformStart } from './platformStart.js';

const memoryPollMs = 20;
const mebibyte = 1_048_576;

/** One thread and what it said about the running invocation. */
interface Thread {
  readonly worker: Worker;
  readonly platform: PlatformStart | undefined;
  initMs: number;
  /** The invocation that its messages are about. */
  current: RunningInvocation;
  stop(): Promise<void>;
}

/** Where the handler of an instance is, and how its absence is told. */
export interface WorkerSource {
  readonly cwd: string;
  /** A handler that cannot be found is an outcome (437), not a Misuse. */
  readonly deployed: boolean;
  /** How long it may take to be loaded, in milliseconds. */
  readonly initTimeoutMs: number;
  /** Where the surroundings are the platform's: whether code that it does not load is run all the same. */
  readonly platform?: { readonly unloadable: 'run' | 'refuse' } | undefined;
}

/** Runs invocations in a worker thread, which can be stopped; a time-out, a memory overrun or an exit ends the thread. */
export function createWorkerEngine(
  spec: string,
  { cwd, deployed, initTimeoutMs, platform }: WorkerSource,
): Engine {
  let thread: Thread | undefined;
  /** Starts the thread unless it is warm. */
  const prepare = async (call: Call, now: RunningInvocation): Promise<Thread> => {
    if (thread === undefined) {
      const file = findHandler(spec, cwd);
      const refused = platform?.unloadable === 'refuse' ? await unloadableEnd(file, call.runtime) : undefined;
      if (refused !== undefined) throw refused;
      const isPlatform = platform !== undefined;
      const started = newThread(file, call, { first: now, isPlatform });
      thread = await startThread(started, file, initTimeoutMs, (gone) => {
        if (thread === gone) thread = undefined;
      });
    }
    thread.current = now;
    return thread;
  };
  return {
    isOwnThread: true,
    async invoke(call) {
      const now = newInvocation();
      const cold = thread === undefined;
      const started = performance.now();
      let end: End;
      let initMs = 0;
      try {
        const warm = await prepare(call, now);
        initMs = cold ? warm.initMs : 0;
        end = await invokeInThread(warm, call, now);
      } catch (thrown) {
        end = isEnd(thrown) ? thrown : loadEnd(thrown, { deployed });
        now.durationMs = performance.now() - started;
      }
      if (end.type === 'timeout' || end.type === 'memory') {
        await thread?.stop();
        now.durationMs = end.type === 'timeout' ? call.timeoutMs : now.durationMs;
        if (end.type === 'memory') now.memoryBytes = Math.max(now.memoryBytes, call.memoryMb * mebibyte);
      }
      const outcome = outcomeIn(now, { end, call, cold, initMs });
      return rememberSettled(outcome, now, Math.max(0, call.timeoutMs - now.durationMs));
    },
    async close() {
      await thread?.stop();
      thread = undefined;
    },
  };
}

interface Ended {
  readonly end: End;
  readonly call: Call;
  readonly cold: boolean;
  readonly initMs: number;
}

function outcomeIn(now: RunningInvocation, { end, call, cold, initMs }: Ended): Outcome {
  const facts = {
    requestId: call.data.request_id,
    durationMs: now.durationMs,
    memoryBytes: now.memoryBytes,
    memoryLimitMb: call.memoryMb,
    cold,
    initMs,
    log: [...now.log],
    lateWork: now.lateWork,
    lateErrors: [...now.lateErrors],
    ...(now.differences.length === 0 ? {} : { differences: [...now.differences] }),
  };
  return outcomeOf(end, facts, { timeoutMs: call.timeoutMs, legacy: isLegacy(call.runtime) });
}

function isEnd(thrown: unknown): thrown is End {
  return typeof thrown === 'object' && thrown !== null && !(thrown instanceof Error) && 'type' in thrown;
}

function newThread(
  file: HandlerFile,
  call: Call,
  { first, isPlatform }: { readonly first: RunningInvocation; readonly isPlatform: boolean },
): Thread {
  const platform = isPlatform ? platformStart(call.env ?? {}) : undefined;
  const start: InstanceStart = {
    path: file.path,
    exportName: file.exportName,
    format: file.format,
    platform: platform?.thread,
  };
  const worker = new Worker(workerMainText, {
    eval: true,
    workerData: start,
    env: platform?.env ?? { ...process.env, ...call.env },
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: call.memoryMb },
    ...(platform !== undefined && refusesModules(call.runtime) ? { execArgv: requireOnly() } : {}),
  });
  const thread: Thread = {
    worker,
    platform,
    initMs: 0,
    current: first,
    async stop() {
      if (!thread.current.drained) thread.current.wasStopped = true;
      // An unreferenced thread does not keep the process alive until it has ended.
      worker.ref();
      await worker.terminate();
    },
  };
  return thread;
}

/** Starts a thread and waits until the handler is loaded; rejects with a Misuse, or with the End that came first. */
function startThread(
  thread: Thread,
  file: HandlerFile,
  initTimeoutMs: number,
  gone: (thread: Thread) => void,
): Promise<Thread> {
  const { worker } = thread;
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      reject(notLoaded(initTimeoutMs));
      void thread.stop();
    }, initTimeoutMs);
    let isReady = false;
    const ready = (settle: () => void): void => {
      if (isReady) return;
      isReady = true;
      clearTimeout(limit);
      settle();
    };
    worker.on('message', (message: InstanceMessage) => {
      switch (message.type) {
        case 'loaded':
          thread.initMs = message.initMs;
          return ready(() => resolve(thread));
        case 'load-failed':
          ready(() => void loadFailure(file, message.error).then(reject));
          return void thread.stop();
        case 'no-export':
          ready(() => reject(exportMisuse(file, message)));
          return void thread.stop();
      }
      hear(thread.current, message);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const end: End = isMemory ? { type: 'memory' } : { type: 'load', error: describeThrown(error) };
      ready(() => reject(end));
      const now = thread.current;
      now.end ??= end;
      now.changed();
    });
    worker.on('exit', (exitCode) => {
      thread.platform?.close();
      gone(thread);
      ready(() => reject({ type: 'exit', exitCode } satisfies End));
      const now = thread.current;
      now.end ??= { type: 'exit', exitCode };
      now.isOver = true;
      now.drained = !now.wasStopped;
      now.changed();
    });
  });
}

/** The end of an invocation whose code the platform does not load, as far as its files tell. */
async function unloadableEnd(file: HandlerFile, runtime: Call['runtime']): Promise<End | undefined> {
  const { codeProblems } = await import('../codeProblems.js');
  const problem = codeProblems(file, runtime).find(({ loadError }) => loadError !== undefined);
  return problem?.loadError === undefined ? undefined : { type: 'load', error: problem.loadError };
}

async function loadFailure(file: HandlerFile, error: ThrownError): Promise<Misuse | End> {
  const misuse = file.format === 'module' ? await moduleSyntaxMisuse(file) : undefined;
  return misuse ?? { type: 'load', error };
}

/** Sends the call and waits for its end, or ends it: at its time limit, or when the process grows by its memory. */
function invokeInThread({ worker }: Thread, call: Call, now: RunningInvocation): Promise<End> {
  worker.ref();
  const startBytes = process.memoryUsage.rss();
  return new Promise((resolve) => {
    const finish = (end: End): void => {
      now.changed = () => {};
      clearTimeout(limit);
      clearInterval(poll);
      worker.unref();
      resolve(end);
    };
    const limit = setTimeout(() => finish(now.end ?? { type: 'timeout' }), call.timeoutMs);
    const poll = setInterval(() => {
      // Buffers stand outside the heap that a thread's own limit covers.
      const grown = process.memoryUsage.rss() - startBytes;
      if (now.end === undefined && grown > call.memoryMb * mebibyte) finish({ type: 'memory' });
    }, memoryPollMs);
    now.changed = () => {
      if (now.isOver && now.end !== undefined) finish(now.end);
    };
    const { eventText, data, timeoutMs, runtime, frozenEvent } = call;
    const message: InstanceCall = { eventText, data, timeoutMs, runtime, frozenEvent };
    worker.postMessage(message);
  });
}
