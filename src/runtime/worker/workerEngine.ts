import { Worker } from 'node:worker_threads';
import { workerMainText } from '../../generated/workerMainText.js';
import type { Misuse } from '../../kernel/misuse.js';
import { isLegacy } from '../bootstraps.js';
import { describeThrown } from '../describeThrown.js';
import { type Call, type Engine, rememberSettle } from '../engine.js';
import { loadEnd } from '../loadEnd.js';
import { exportMisuse, findHandler, type HandlerFile, moduleSyntaxMisuse } from '../loadHandler.js';
import {
  type End,
  type LateWork,
  type LogLine,
  type Outcome,
  outcomeOf,
  type ThrownError,
} from '../outcome.js';
import type { WorkerCall, WorkerMessage, WorkerStart } from './workerMessages.js';

const memoryPollMs = 20;
const mebibyte = 1_048_576;

/** One thread and what it said about the running invocation. */
interface Thread {
  readonly worker: Worker;
  initMs: number;
  /** The invocation that its messages are about. */
  current: RunningInvocation;
  stop(): Promise<void>;
}

/** The invocation that a thread is busy with. */
interface RunningInvocation {
  readonly log: LogLine[];
  readonly lateErrors: ThrownError[];
  end?: End;
  durationMs: number;
  memoryBytes: number;
  lateWork: readonly LateWork[];
  drained: boolean;
  /** The thread was ended from outside. */
  wasStopped: boolean;
  /** The thread has told all about the invocation, or is gone. */
  isOver: boolean;
  /** Called whenever something above changed. */
  changed(): void;
}

/** Where the handler of an instance is, and how its absence is told. */
export interface WorkerSource {
  readonly cwd: string;
  /** A handler that cannot be found is an outcome (437), not a Misuse. */
  readonly deployed: boolean;
}

/** Runs invocations in a worker thread, which can be stopped; a time-out, a memory overrun or an exit ends the thread. */
export function createWorkerEngine(spec: string, { cwd, deployed }: WorkerSource): Engine {
  let thread: Thread | undefined;
  /** Starts the thread unless it is warm. */
  const prepare = async (call: Call, now: RunningInvocation): Promise<Thread> => {
    thread ??= await startThread(findHandler(spec, cwd), call, now, (gone) => {
      if (thread === gone) thread = undefined;
    });
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

function newInvocation(): RunningInvocation {
  return {
    log: [],
    lateErrors: [],
    durationMs: 0,
    memoryBytes: 0,
    lateWork: [],
    drained: false,
    wasStopped: false,
    isOver: false,
    changed: () => {},
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
  };
  return outcomeOf(end, facts, { timeoutMs: call.timeoutMs, legacy: isLegacy(call.runtime) });
}

function isEnd(thrown: unknown): thrown is End {
  return typeof thrown === 'object' && thrown !== null && !(thrown instanceof Error) && 'type' in thrown;
}

function newThread(file: HandlerFile, call: Call, first: RunningInvocation): Thread {
  const start: WorkerStart = { path: file.path, exportName: file.exportName, format: file.format };
  const worker = new Worker(workerMainText, {
    eval: true,
    workerData: start,
    env: { ...process.env, ...call.env },
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: call.memoryMb },
  });
  const thread: Thread = {
    worker,
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
  file: HandlerFile,
  call: Call,
  first: RunningInvocation,
  gone: (thread: Thread) => void,
): Promise<Thread> {
  const thread = newThread(file, call, first);
  const { worker } = thread;
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      reject({ type: 'timeout' } satisfies End);
      void thread.stop();
    }, call.timeoutMs);
    let isReady = false;
    const ready = (settle: () => void): void => {
      if (isReady) return;
      isReady = true;
      clearTimeout(limit);
      settle();
    };
    worker.on('message', (message: WorkerMessage) => {
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

async function loadFailure(file: HandlerFile, error: ThrownError): Promise<Misuse | End> {
  const misuse = file.format === 'module' ? await moduleSyntaxMisuse(file) : undefined;
  return misuse ?? { type: 'load', error };
}

function hear(now: RunningInvocation, message: WorkerMessage): void {
  switch (message.type) {
    case 'log':
      now.log.push(message.line);
      return;
    case 'end':
      now.end ??= message.end;
      now.durationMs = message.durationMs;
      now.memoryBytes = message.memoryBytes;
      return;
    case 'judged':
      now.lateWork = message.lateWork;
      now.lateErrors.splice(0, Infinity, ...message.lateErrors);
      now.isOver = true;
      break;
    case 'late-error':
      now.lateErrors.push(message.error);
      break;
    case 'drained':
      now.drained = true;
  }
  now.changed();
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
    const message: WorkerCall = { eventText, data, timeoutMs, runtime, frozenEvent };
    worker.postMessage(message);
  });
}

function rememberSettled(outcome: Outcome, now: RunningInvocation, restMs: number): Outcome {
  return rememberSettle(outcome, async (limitMs = restMs) => {
    if (!now.drained && now.lateWork.length > 0) {
      await new Promise<void>((resolve) => {
        const limit = setTimeout(resolve, limitMs);
        now.changed = () => {
          if (!now.drained && !now.wasStopped) return;
          clearTimeout(limit);
          resolve();
        };
      });
    }
    const drained = now.drained || now.lateWork.length === 0;
    return { drained, lateWork: drained ? [] : now.lateWork, lateErrors: [...now.lateErrors] };
  });
}
