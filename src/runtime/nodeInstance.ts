import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { getHeapStatistics } from 'node:v8';
import { eventCopy, type RunningHandler } from './bootstrap.js';
import { bootstrapOf } from './bootstraps.js';
import type { ScfHandler } from './context.js';
import { describeThrown } from './describeThrown.js';
import { findExport } from './findExport.js';
import type { InstanceCall, InstanceMessage, InstanceStart } from './instanceMessages.js';
import { isBuiltScript } from './isBuiltScript.js';
import type { End, LogLine } from './outcome.js';
import { bePlatform } from './platformSurroundings.js';
import type { Work } from './work.js';
import { createWorkTracker } from './workTracker.js';

/** Where an instance says what becomes of its function, and hears of its events. */
export interface InstancePort {
  say(message: InstanceMessage): void;
  listen(take: (call: InstanceCall) => void): void;
  /** Keeps the event loop alive from now on. */
  ref(): void;
  unref(): void;
  /** True for a line of a stack that is code of the instance itself. */
  isForeignFrame(line: string): boolean;
}

/** One instance of a function, in a thread or a process that is its alone, whose event loop's running empty is exact. */
export class NodeInstance {
  readonly #port: InstancePort;
  readonly #tracker;
  readonly #siblings = new Set<Work>();
  #running: RunningHandler | undefined;
  #work: Work | undefined;
  #isJudged = true;
  #loadErrors: unknown[] | undefined;

  constructor(port: InstancePort) {
    this.#port = port;
    this.#tracker = createWorkTracker((line) => port.isForeignFrame(line));
  }

  /** Loads the handler, and takes calls from then on. */
  async start({ path, exportName, format: moduleFormat, platform }: InstanceStart): Promise<void> {
    if (platform !== undefined)
      bePlatform(platform, path, {
        tell: (difference) => this.#port.say({ type: 'differs', difference }),
        isForeignFrame: (line) => this.#port.isForeignFrame(line),
      });
    this.#takeOutput();
    this.#tracker.watch();
    process.on('uncaughtException', (thrown) => this.#takeError(thrown));
    process.on('beforeExit', () => this.#takeIdle());
    // Places of a function in TypeScript are told in its own lines; before 16.6 they are not.
    if (isBuiltScript(path)) process.setSourceMapsEnabled?.(true);
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
      this.#port.say({ type: 'load-failed', error: describeThrown(thrown), initMs });
      return;
    }
    this.#loadErrors = undefined;
    const { found, others } = findExport(loaded, exportName);
    if (typeof found !== 'function') {
      this.#port.say({ type: 'no-export', isThere: found !== undefined, others });
      return;
    }
    this.#port.listen((call) => {
      this.#port.unref();
      this.#invoke(found as ScfHandler<unknown>, call);
    });
    this.#port.say({ type: 'loaded', initMs: performance.now() - started });
  }

  #takeOutput(): void {
    const write = (level: LogLine['level'], text: string): void =>
      this.#port.say({ type: 'log', line: { level, text } });
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      console[level] = (...args: unknown[]) => write(level, format(...args));
    }
    for (const stream of ['stdout', 'stderr'] as const) {
      const writeChunk = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
        const text = Buffer.from(chunk as string).toString();
        write(stream, text.replace(/\n$/, ''));
        const done = rest[rest.length - 1];
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
      this.#port.say({ type: 'late-error', error });
    } else this.#running.crash(thrown);
  }

  /** The event loop ran empty. */
  #takeIdle(): void {
    if (this.#work !== undefined && !this.#work.answered) this.#running?.idle();
    else if (this.#isJudged) {
      this.#port.say({ type: 'drained' });
      this.#port.ref();
    }
  }

  #invoke(handler: ScfHandler<unknown>, call: InstanceCall): void {
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
    this.#port.say({ type: 'end', end, durationMs, memoryBytes: memoryBytes() });
    void this.#tracker.judge(work, { waits: 'waits' in end ? end.waits : true }).then((lateWork) => {
      this.#isJudged = true;
      this.#port.say({ type: 'judged', lateWork, lateErrors: work.lateErrors });
    });
  }
}

function memoryBytes(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}
