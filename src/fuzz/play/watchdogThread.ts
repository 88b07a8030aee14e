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

/** The watch that was last seen to begin, and the bytes of the process then. */
interface Watch {
  readonly number: number;
  readonly bytes: number;
}

const timersUrl = 'node:internal/timers';
/** Takes back what AsyncLocalStorage held before, from Node 22. */
const leaveStores = 'try { AsyncContextFrame.set(priorContextFrame); } catch {}';

/**
 * What Node's functions that run immediates and timers do in their `finally`, by their names, in the words of their own
 * variables, as in Node 20 to 24. Without it the immediates behind are lost, or the one that was ended is run again and
 * again, with an error each time; a timer that repeats is lost, and one that does not keeps the process alive.
 */
const turnEnds = new Map([
  [
    'processImmediate',
    `outstandingQueue.head = immediate === prevImmediate ? immediate._idleNext
      : immediate._destroyed ? prevImmediate._idleNext : immediate;
    ${leaveStores}`,
  ],
  [
    'listOnTimeout',
    `if (!timer._idleNext && !timer._idlePrev && !timer._destroyed) {
      if (timer._repeat && timer._idleTimeout !== -1) insert(timer, timer._idleTimeout = timer._repeat, start);
      else {
        timer._destroyed = true;
        if (timer[kHasPrimitive]) delete knownTimersById[asyncId];
        if (timer[kRefed]) timeoutInfo[0]--;
      }
    }
    ${leaveStores}`,
  ],
]);

/** Looks on from its thread whether the main one still comes round, and ends what that computes otherwise. */
class MainThreadWatch {
  readonly #cells: Int32Array;
  readonly #growth: number;
  readonly #stack: Uint8Array;
  /** What the addresses of code begin with that is not the handler's. */
  readonly #own: readonly string[];
  /** The addresses of scripts, which frames do not tell. */
  readonly #urls = new Map<string, string>();
  readonly #session = new Session();
  readonly #timer = setInterval(() => this.#look(), beatMs);
  #seen: Seen | undefined;
  #watch: Watch | undefined;
  #reason: number = cell.stops;
  /** Where the main thread was when it was told to pause, and since when it had been there. */
  #asked: { beat: number; begun: number; seen: Seen | undefined; watch: Watch | undefined } | undefined;

  constructor({ cells, growth, stack, own }: WatchdogStart) {
    this.#own = ['node:', ...own];
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
    this.#asked = {
      beat: this.#at('beats'),
      begun: this.#at('begun'),
      seen: this.#seen,
      watch: this.#watch,
    };
    this.#seen = undefined;
    this.#watch = undefined;
    Atomics.add(this.#cells, cell.asked, 1);
    this.#session.post('Debugger.enable');
    this.#session.post('Debugger.pause');
  }

  /** The main thread has paused. */
  #end(frames: readonly Debugger.CallFrame[]): void {
    const asked = this.#asked;
    // It has come round meanwhile, or what was watched has ended: what runs now is not what was to be stopped.
    const isOther = this.#at('beats') !== asked?.beat || this.#at('begun') !== asked.begun;
    if (isOther || this.#at('watches') === 0) {
      this.#resume(false);
      return;
    }
    if (frames.every((frame) => this.#isOwn(frame))) {
      // Between two callbacks of the handler, or after it: Node, or this package, would lose what it is at. The next look
      // asks again.
      this.#seen = asked.seen;
      this.#watch = asked.watch;
      this.#resume(false);
      return;
    }
    const expression = `globalThis[Symbol.for('${releaseName}')]()`;
    this.#session.post('Runtime.evaluate', { expression }, (error, done) => {
      // What runs in a context of its own has no such function; it is left alone.
      const isReleased = !error && done.exceptionDetails === undefined;
      if (isReleased) {
        this.#endTurns(frames);
        this.#tellStack(frames);
        Atomics.add(this.#cells, this.#reason, 1);
      } else clearInterval(this.#timer);
      this.#resume(isReleased);
    });
  }

  #resume(terminateOnResume: boolean): void {
    this.#session.post('Debugger.resume', { terminateOnResume }, () =>
      this.#session.post('Debugger.disable'),
    );
  }

  /** Does what Node does at the end of a turn of its queues, which what is ended from outside does not come to. */
  #endTurns(frames: readonly Debugger.CallFrame[]): void {
    for (const frame of frames) {
      const expression = this.#urlOf(frame) === timersUrl ? turnEnds.get(frame.functionName) : undefined;
      if (expression === undefined) continue;
      this.#session.post('Debugger.evaluateOnCallFrame', { callFrameId: frame.callFrameId, expression });
    }
  }

  #isOwn(frame: Debugger.CallFrame): boolean {
    const url = this.#urlOf(frame);
    return this.#own.some((start) => url.startsWith(start));
  }

  #urlOf({ location }: Debugger.CallFrame): string {
    return this.#urls.get(location.scriptId) ?? '';
  }

  /** Writes where the handler is, as V8 writes a stack, as far as there is room. */
  #tellStack(frames: readonly Debugger.CallFrame[]): void {
    this.#stack.fill(0);
    const lines = frames.map((frame) => {
      const { functionName, location } = frame;
      const { lineNumber, columnNumber = 0 } = location;
      const place = `${this.#urlOf(frame) || '<anonymous>'}:${lineNumber + 1}:${columnNumber + 1}`;
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
