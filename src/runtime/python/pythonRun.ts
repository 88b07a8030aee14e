import { platformEnv } from '../context.js';
import type { Call } from '../engine.js';
import { initTimedOut } from '../initTimedOut.js';
import type { End } from '../outcome.js';
import { memoryOf, useOf } from '../processUse.js';
import { elapsedTime, realTimeMs, type Stopwatch, startInterval, startLimit } from '../realTime.js';
import { endOf, exitCode, hear, loadEnd, noteEnd, type Running } from './pythonHearing.js';
import type { InstanceMessage } from './pythonMessages.js';
import type { Exit, PythonProcess } from './pythonProcess.js';

const pollMs = 50;
const mebibyte = 1_048_576;

type Ready = Extract<InstanceMessage, { readonly type: 'ready' }>;
type NoFunction = Extract<InstanceMessage, { readonly type: 'no-function' }>;
type Told = InstanceMessage | { readonly type: 'exited'; readonly exit: Exit };

/** A cold start. */
interface Start {
  readonly path: string;
  readonly handler: string;
  readonly initTimeoutMs: number;
  /** When the process was asked for. */
  readonly started: number;
}

/** How a cold start may end beside the ways of an event: the process cannot be another instance, or has no such function. */
export type ColdEnd = End | 'worn' | NoFunction;

/** One event of an instance, from what its process is told to how it ends. */
export class PythonRun {
  /** What the process says when the function is loaded. */
  ready: Ready | undefined;
  readonly #child: PythonProcess;
  readonly #call: Call;
  readonly #running: Running;
  readonly #zone: string;
  readonly #stops: (() => void)[] = [];

  constructor(
    child: PythonProcess,
    call: Call,
    { running, zone }: { readonly running: Running; readonly zone: string },
  ) {
    this.#child = child;
    this.#call = call;
    this.#running = running;
    this.#zone = zone;
  }

  /** Has the process load the function first, and tells both at once, since each message wakes a process. */
  cold({ path, handler, initTimeoutMs, started }: Start): Promise<ColdEnd> {
    const { trial, timeoutMs } = this.#call;
    const call = this.#message();
    const chance = trial?.loadChance;
    const number = this.#child.nextLoad();
    // Where time is measured in steps of the poll anyway.
    const holdsReady = trial !== undefined && timeoutMs >= 20 * pollMs;
    const load = { type: 'load', path, handler, chance, call, number, holdsReady };
    return this.#ended<ColdEnd>(load, (finish) => {
      const stop = startLimit(initTimeoutMs, elapsedTime, () =>
        finish(initTimedOut(initTimeoutMs, 'the module was not loaded in that time')),
      );
      this.#stops.push(() => {
        stop();
        this.#running.initMs ||= realTimeMs() - started;
      });
      const begin = (): void => {
        stop();
        clearInterval(poll);
        this.#child.listener = this.#begin(finish);
      };
      const look = (): void => {
        if (holdsReady && this.#child.exit === undefined && this.#child.hasLoaded()) begin();
      };
      const poll = startInterval(look, pollMs);
      this.#stops.push(() => clearInterval(poll));
      return (message) => {
        if (message.type === 'ready') {
          this.#noteReady(message);
          begin();
        } else if (message.type === 'worn') finish('worn');
        else if (message.type === 'load-failed') finish(loadEnd(message));
        else if (message.type === 'no-function') finish(message);
        else if (message.type === 'exited') finish({ type: 'exit', exitCode: exitCode(message.exit) });
        else hear(this.#child, message, { running: this.#running, outside: trial?.outside });
      };
    });
  }

  warm(): Promise<End> {
    return this.#ended<End>({ type: 'call', ...this.#message() }, (finish) => this.#begin(finish));
  }

  #message() {
    const { env, data, eventText, timeoutMs, trial } = this.#call;
    return {
      event: eventText,
      context: data,
      env: { TZ: this.#zone, ...(env ?? platformEnv(data)) },
      timeoutMs,
      chance: trial?.chance,
      isWatched: trial?.isWatched === true,
    };
  }

  #ended<Ending>(
    message: unknown,
    listen: (finish: (end: Ending) => void) => (told: Told) => void,
  ): Promise<Ending> {
    const child = this.#child;
    return new Promise((done) => {
      const finish = (end: Ending): void => {
        for (const stop of this.#stops.splice(0)) stop();
        done(end);
      };
      child.listener = listen(finish);
      if (child.exit === undefined) child.tell(message);
      else child.listener({ type: 'exited', exit: child.exit });
    });
  }

  #noteReady(message: Ready): void {
    this.#running.initMs = message.initMs;
    this.ready = message;
  }

  /** The function runs from here on. */
  #begin(finish: (end: End) => void): (message: Told) => void {
    const [child, running] = [this.#child, this.#running];
    const { trial, timeoutMs, memoryMb } = this.#call;
    const started = realTimeMs();
    // Most events are over before it is worth to look.
    let use = timeoutMs < 20 * pollMs ? useOf(child.pid) : undefined;
    const ownTime: Stopwatch = () => () => realTimeMs() - started - (use?.queuedMs() ?? 0);
    const over = (end: End): void => {
      running.durationMs ||= end.type === 'timeout' ? timeoutMs : realTimeMs() - started;
      finish(end);
    };
    const stopwatch = trial === undefined ? elapsedTime : ownTime;
    const limit = startLimit(timeoutMs, stopwatch, () => {
      if ((use?.computedMs() ?? 0) < timeoutMs / 2) over({ type: 'timeout' });
      else void child.where().then((computing) => over({ type: 'timeout', computing }));
    });
    const poll = startInterval(() => {
      use ??= useOf(child.pid);
      const bytes = memoryOf(child.pid) ?? 0;
      running.memoryBytes = Math.max(running.memoryBytes, bytes);
      if (bytes > memoryMb * mebibyte) over({ type: 'memory' });
    }, pollMs);
    this.#stops.push(limit, () => clearInterval(poll));
    return (message) => {
      if (message.type === 'ready') this.#noteReady(message);
      else if (message.type === 'exited') over({ type: 'exit', exitCode: exitCode(message.exit) });
      else if (message.type === 'overslept') over({ type: 'timeout' });
      else if (message.type === 'end') {
        noteEnd(message, running, trial?.outside);
        over(running.memoryBytes > memoryMb * mebibyte ? { type: 'memory' } : endOf(message));
      } else hear(child, message, { running, outside: trial?.outside });
    };
  }
}
