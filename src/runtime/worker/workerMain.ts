import type { Bootstrap, eventCopy, RunningHandler } from '../bootstrap.js';
import type { ScfContext, ScfContextData } from '../context.js';
import type { findExport } from '../loadHandler.js';
import type { AnsweredBy, End, LateWork, LogLine, ThrownError } from '../outcome.js';
import type { Work, WorkTracker } from '../work.js';

/** What the thread is started with. */
export interface WorkerStart {
  readonly path: string;
  readonly exportName: string;
  readonly format: 'commonjs' | 'module';
}

/** Asks the thread for an invocation. */
export interface WorkerCall {
  readonly eventText: string;
  readonly data: ScfContextData;
  readonly timeoutMs: number;
  readonly generation: 'modern' | '8.9' | '6.10';
  readonly frozenEvent: boolean;
}

/** What the thread says. */
export type WorkerMessage =
  | { readonly type: 'loaded'; readonly initMs: number }
  | { readonly type: 'load-failed'; readonly error: ThrownError; readonly initMs: number }
  | { readonly type: 'no-export'; readonly isThere: boolean; readonly others: readonly string[] }
  | { readonly type: 'log'; readonly line: LogLine }
  | { readonly type: 'end'; readonly end: End; readonly durationMs: number; readonly memoryBytes: number }
  | {
      readonly type: 'judged';
      readonly lateWork: readonly LateWork[];
      readonly lateErrors: readonly ThrownError[];
    }
  | { readonly type: 'late-error'; readonly error: ThrownError }
  | { readonly type: 'drained' };

/** The parts of Node and of the runtime that the thread uses, gathered by the text around {@link workerMain}. */
export interface WorkerParts {
  readonly start: WorkerStart;
  readonly port: {
    postMessage(message: WorkerMessage): void;
    on(event: 'message', listener: (call: WorkerCall) => void): void;
    ref(): void;
    unref(): void;
  };
  readonly load: (start: WorkerStart) => Promise<unknown>;
  readonly format: (...args: unknown[]) => string;
  readonly memoryBytes: () => number;
  readonly tracker: WorkTracker;
  readonly describe: (thrown: unknown) => ThrownError;
  readonly eventCopy: typeof eventCopy;
  readonly findExport: typeof findExport;
  readonly bootstraps: Readonly<Record<WorkerCall['generation'], Bootstrap>>;
}

type AnyHandler = (
  event: unknown,
  context: ScfContext,
  callback: (error?: unknown, result?: unknown) => void,
) => unknown;

/**
 * The program of a worker thread: one instance, with an event loop of its own whose running empty is exact.
 *
 * Self-contained, since its text is the text of the worker.
 */
export function workerMain(parts: WorkerParts): void {
  const { port, tracker, describe } = parts;
  const write = (level: LogLine['level'], text: string): void =>
    port.postMessage({ type: 'log', line: { level, text } });
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[level] = (...args: unknown[]) => write(level, parts.format(...args));
  }
  for (const stream of ['stdout', 'stderr'] as const) {
    const writeChunk = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
      write(
        stream,
        Buffer.from(chunk as string)
          .toString()
          .replace(/\n$/, ''),
      );
      const done = rest.at(-1);
      if (typeof done === 'function') process.nextTick(done as () => void);
      return true;
    };
    process[stream].write = writeChunk as typeof process.stdout.write;
  }

  let handler: AnyHandler | undefined;
  let running: RunningHandler | undefined;
  let work: Work | undefined;
  let isJudged = true;
  const siblings = new Set<Work>();
  tracker.watch();

  process.on('uncaughtException', (thrown) => {
    if (work === undefined || running === undefined || work.answered) {
      const error = describe(thrown);
      work?.lateErrors.push(error);
      port.postMessage({ type: 'late-error', error });
    } else running.crash(thrown);
  });
  process.on('beforeExit', () => {
    if (work !== undefined && !work.answered) running?.idle();
    else if (isJudged) {
      port.postMessage({ type: 'drained' });
      port.ref();
    }
  });

  const invoke = (call: WorkerCall): void => {
    const started = performance.now();
    const current = tracker.open(call.data.request_id, siblings);
    work = current;
    running = undefined;
    isJudged = false;
    const by = (end: End): AnsweredBy | undefined => ('by' in end ? end.by : undefined);
    const finish = (end: End): void => {
      tracker.answer(current, by(end) === 'promise');
      const durationMs = performance.now() - started;
      port.postMessage({ type: 'end', end, durationMs, memoryBytes: parts.memoryBytes() });
      const waits = 'waits' in end ? end.waits : true;
      void tracker.judge(current, waits).then((lateWork) => {
        isJudged = true;
        port.postMessage({ type: 'judged', lateWork, lateErrors: current.lateErrors });
      });
    };
    const event = parts.eventCopy(call.eventText, call.frozenEvent);
    running = tracker.run(current, () =>
      parts.bootstraps[call.generation](handler as AnyHandler, event, call.data, {
        end: finish,
        describe,
        remainingMs: () => Math.max(0, Math.round(call.timeoutMs - (performance.now() - started))),
      }),
    );
  };

  const loading = performance.now();
  parts.load(parts.start).then(
    (loaded) => {
      const { found, others } = parts.findExport(loaded, parts.start.exportName);
      if (typeof found !== 'function') {
        port.postMessage({ type: 'no-export', isThere: found !== undefined, others });
        return;
      }
      handler = found as AnyHandler;
      port.on('message', (call) => {
        port.unref();
        invoke(call);
      });
      port.postMessage({ type: 'loaded', initMs: performance.now() - loading });
    },
    (thrown: unknown) => {
      const initMs = performance.now() - loading;
      port.postMessage({ type: 'load-failed', error: describe(thrown), initMs });
    },
  );
}
