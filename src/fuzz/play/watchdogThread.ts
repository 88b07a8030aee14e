// The program of the watchdog's thread; `npm run generate` makes src/generated/watchdogThreadText.ts of it.
import { type Debugger, Session } from 'node:inspector';
import { parentPort } from 'node:worker_threads';
import { beatMs, cell, computingShare, releaseName, type WatchdogStart } from './watchdogCells.js';

/** What was seen when the main thread last came round, or a watch began. */
interface Seen {
  readonly beat: number;
  readonly sinceMs: number;
  readonly cpu: NodeJS.CpuUsage;
}

/** Looks on from its thread whether the main one still comes round, and ends what that computes otherwise. */
class MainThreadWatch {
  readonly #cells: Int32Array;
  readonly #growth: number;
  readonly #stack: Uint8Array;
  /** The addresses of scripts, which frames do not tell. */
  readonly #urls = new Map<string, string>();
  readonly #session = new Session();
  readonly #timer = setInterval(() => this.#look(), beatMs);
  #seen: Seen | undefined;
  /** The watch that was last seen to begin, and the bytes of the process then. */
  #watch: { readonly number: number; readonly bytes: number } | undefined;
  #reason: number = cell.stops;
  /** Where the main thread was when it was told to pause. */
  #asked = { beat: -1, begun: -1 };

  constructor({ cells, growth, stack }: WatchdogStart) {
    this.#cells = cells;
    this.#stack = stack;
    this.#growth = growth;
    this.#session.connectToMainThread();
    this.#session.on('Debugger.scriptParsed', ({ params: { scriptId, url } }) => {
      if (url !== '') this.#urls.set(scriptId, url);
    });
    this.#session.on('Debugger.paused', ({ params }) => this.#end(params.callFrames));
  }

  end(): void {
    clearInterval(this.#timer);
    this.#session.disconnect();
  }

  #look(): void {
    const begun = this.#at('begun');
    if (
      this.#at('watches') === 0 ||
      this.#at('beats') !== this.#seen?.beat ||
      begun !== this.#watch?.number
    ) {
      this.#seen = { beat: this.#at('beats'), sinceMs: performance.now(), cpu: process.cpuUsage() };
      if (begun !== this.#watch?.number) this.#watch = { number: begun, bytes: process.memoryUsage.rss() };
      return;
    }
    if (process.memoryUsage.rss() - this.#watch.bytes > this.#growth) this.#stop(cell.memoryStops);
    else if (this.#computesTooLong(this.#seen)) this.#stop(cell.stops);
  }

  #computesTooLong({ sinceMs, cpu }: Seen): boolean {
    const longestMs = this.#at('longest');
    const { user, system } = process.cpuUsage(cpu);
    return performance.now() - sinceMs >= longestMs && user + system >= computingShare * 1000 * longestMs;
  }

  #stop(reason: number): void {
    this.#reason = reason;
    this.#asked = { beat: this.#at('beats'), begun: this.#at('begun') };
    this.#seen = undefined;
    this.#watch = undefined;
    Atomics.add(this.#cells, cell.asked, 1);
    this.#session.post('Debugger.enable');
    this.#session.post('Debugger.pause');
  }

  /** The main thread has paused. */
  #end(frames: readonly Debugger.CallFrame[]): void {
    // It has come round meanwhile, or what was watched has ended: what runs now is not what was to be stopped.
    const isOther = this.#at('beats') !== this.#asked.beat || this.#at('begun') !== this.#asked.begun;
    if (isOther || this.#at('watches') === 0) {
      this.#session.post('Debugger.resume');
      this.#session.post('Debugger.disable');
      return;
    }
    const expression = `globalThis[Symbol.for('${releaseName}')]()`;
    this.#session.post('Runtime.evaluate', { expression }, (error, done) => {
      // What runs in a context of its own has no such function; it is left alone.
      const isReleased = !error && done.exceptionDetails === undefined;
      if (isReleased) {
        this.#tellStack(frames);
        Atomics.add(this.#cells, this.#reason, 1);
      } else clearInterval(this.#timer);
      this.#session.post('Debugger.resume', { terminateOnResume: isReleased }, () =>
        this.#session.post('Debugger.disable'),
      );
    });
  }

  /** Writes where the handler is, as V8 writes a stack, as far as there is room. */
  #tellStack(frames: readonly Debugger.CallFrame[]): void {
    this.#stack.fill(0);
    const lines = frames.map(({ functionName, location: { scriptId, lineNumber, columnNumber = 0 } }) => {
      const place = `${this.#urls.get(scriptId) ?? '<anonymous>'}:${lineNumber + 1}:${columnNumber + 1}`;
      return `    at ${functionName === '' ? place : `${functionName} (${place})`}`;
    });
    new TextEncoder().encodeInto(lines.join('\n'), this.#stack);
  }

  #at(name: keyof typeof cell): number {
    return this.#cells[cell[name]] ?? 0;
  }
}

/** At most one: nothing is watched between two searches. */
const watches: MainThreadWatch[] = [];
parentPort?.on('message', (start: WatchdogStart | undefined) => {
  watches.pop()?.end();
  if (start !== undefined) watches.push(new MainThreadWatch(start));
});
