// The program of a worker thread; `npm run generate` makes src/generated/workerMainText.ts of it.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { getHeapStatistics } from 'node:v8';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { eventCopy, type RunningHandler } from '../bootstrap.js';
import { bootstrapOf } from '../bootstraps.js';
import type { ScfHandler } from '../context.js';
import { describeThrown } from '../describeThrown.js';
import { findExport } from '../findExport.js';
import type { End, LogLine } from '../outcome.js';
import { removeGlobal } from '../patches.js';
import type { Work } from '../work.js';
import { createWorkTracker } from '../workTracker.js';
import { bePlatform } from './platformThread.js';
import type { WorkerCall, WorkerMessage, WorkerStart } from './workerMessages.js';

/** One instance of a function, with an event loop of its own whose running empty is exact. */
class WorkerInstance {
  readonly #port: MessagePort;
  readonly #tracker = createWorkTracker((line) => line.includes('[worker eval]'));
  readonly #siblings = new Set<Work>();
  #running: RunningHandler | undefined;
  #work: Work | undefined;
  #isJudged = true;
  #loadErrors: unknown[] | undefined;

  constructor(port: MessagePort) {
    this.#port = port;
  }

  /** Loads the handler, and takes calls from then on. */
  async start({ path, exportName, format: moduleFormat, platform }: WorkerStart): Promise<void> {
    if (platform !== undefined)
      bePlatform(platform, path, (difference) => this.#say({ type: 'differs', difference }));
    this.#takeOutput();
    this.#tracker.watch();
    process.on('uncaughtException', (thrown) => this.#takeError(thrown));
    process.on('beforeExit', () => this.#takeIdle());
    const started = performance.now();
    let loaded: unknown;
    this.#loadErrors = platform === undefined ? undefined : [];
    try {
      loaded =
        moduleFormat === 'commonjs' ? createRequire(path)(path) : await import(pathToFileURL(path).href);
      // What the code began while it was loaded, and fails at once, ends the process before it is ready.
      if (platform !== undefined) await new Promise<void>((turn) => void setImmediate(turn));
      for (const thrown of this.#loadErrors?.splice(0) ?? []) throw thrown;
    } catch (thrown) {
      const initMs = performance.now() - started;
      this.#say({ type: 'load-failed', error: describeThrown(thrown), initMs });
      return;
    }
    this.#loadErrors = undefined;
    const { found, others } = findExport(loaded, exportName);
    if (typeof found !== 'function') {
      this.#say({ type: 'no-export', isThere: found !== undefined, others });
      return;
    }
    this.#port.on('message', (call: WorkerCall) => {
      this.#port.unref();
      this.#invoke(found as ScfHandler<unknown>, call);
    });
    this.#say({ type: 'loaded', initMs: performance.now() - started });
  }

  #say(message: WorkerMessage): void {
    this.#port.postMessage(message);
  }

  #takeOutput(): void {
    const write = (level: LogLine['level'], text: string): void =>
      this.#say({ type: 'log', line: { level, text } });
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      console[level] = (...args: unknown[]) => write(level, format(...args));
    }
    for (const stream of ['stdout', 'stderr'] as const) {
      const writeChunk = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
        const text = Buffer.from(chunk as string).toString();
        write(stream, text.replace(/\n$/, ''));
        const done = rest.at(-1);
        if (typeof done === 'function') process.nextTick(done as () => void);
        return true;
      };
      process[stream].write = writeChunk as typeof process.stdout.write;
    }
  }

  #takeError(thrown: unknown): void {
    if (this.#loadErrors !== undefined) this.#loadErrors.push(thrown);
    else if (this.#work === undefined || this.#running === undefined || this.#work.answered) {
      const error = describeThrown(thrown);
      this.#work?.lateErrors.push(error);
      this.#say({ type: 'late-error', error });
    } else this.#running.crash(thrown);
  }

  /** The event loop ran empty. */
  #takeIdle(): void {
    if (this.#work !== undefined && !this.#work.answered) this.#running?.idle();
    else if (this.#isJudged) {
      this.#say({ type: 'drained' });
      this.#port.ref();
    }
  }

  #invoke(handler: ScfHandler<unknown>, call: WorkerCall): void {
    const started = performance.now();
    const work = this.#tracker.open(call.data.request_id, this.#siblings);
    this.#work = work;
    this.#running = undefined;
    this.#isJudged = false;
    const event = eventCopy(call.eventText, { frozen: call.frozenEvent });
    this.#running = this.#tracker.run(work, () =>
      bootstrapOf(call.runtime)(handler, event, call.data, {
        end: (end) => this.#finish(work, end, started),
        describe: describeThrown,
        remainingMs: () => Math.max(0, Math.round(call.timeoutMs - (performance.now() - started))),
      }),
    );
  }

  #finish(work: Work, end: End, started: number): void {
    this.#tracker.answer(work, { isAsyncReturn: 'by' in end && end.by === 'promise' });
    const durationMs = performance.now() - started;
    this.#say({ type: 'end', end, durationMs, memoryBytes: memoryBytes() });
    void this.#tracker.judge(work, { waits: 'waits' in end ? end.waits : true }).then((lateWork) => {
      this.#isJudged = true;
      this.#say({ type: 'judged', lateWork, lateErrors: work.lateErrors });
    });
  }
}

function memoryBytes(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

// The text of this program was evaluated, which leaves these to everybody; an ES module has none of them on the platform.
for (const name of ['exports', 'module', 'require', '__filename', '__dirname']) removeGlobal(name);
if (parentPort !== null) void new WorkerInstance(parentPort).start(workerData as WorkerStart);
