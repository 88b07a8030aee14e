import { Misuse } from '../../kernel/misuse.js';
import { nearest } from '../../kernel/nearest.js';
import { platformEnv } from '../context.js';
import { type Call, type Engine, rememberSettle } from '../engine.js';
import { type End, type Outcome, outcomeOf, type ThrownError } from '../outcome.js';
import { computedMsOf, memoryOf, ownTimeOf } from '../processUse.js';
import { elapsedTime, realTimeMs, startLimit } from '../realTime.js';
import type { FoundFunction, Platform } from '../runtime.js';
import { whileAlive } from '../whileAlive.js';
import { endOf, exitCode, hear, loadEnd, noteEnd, type Running } from './pythonHearing.js';
import type { PythonProcess } from './pythonProcess.js';

const memoryPollMs = 50;
const mebibyte = 1_048_576;

/** Where the processes of instances come from, and where they go. */
interface Processes {
  take(): Promise<PythonProcess>;
  give(child: PythonProcess): void;
}

/** One instance of a Python function. */
export class PythonEngine implements Engine {
  readonly #found: FoundFunction;
  readonly #platform: Platform;
  /** The processes that have drawn something when they started. */
  readonly #processesOf: (seed: number | undefined) => Processes;
  readonly #note: (sentence: string) => void;
  #processes: Processes | undefined;
  #isBusy = false;
  #child: PythonProcess | undefined;

  constructor(
    found: FoundFunction,
    platform: Platform,
    {
      processesOf,
      note,
    }: {
      readonly processesOf: (seed: number | undefined) => Processes;
      readonly note: (sentence: string) => void;
    },
  ) {
    this.#found = found;
    this.#platform = platform;
    this.#processesOf = processesOf;
    this.#note = note;
  }

  invoke(call: Call): Promise<Outcome> {
    return whileAlive(() => this.#invoke(call));
  }

  async #invoke(call: Call): Promise<Outcome> {
    const running: Running = { log: [], durationMs: 0, memoryBytes: 0, threads: [], initMs: 0, notes: [] };
    const cold = this.#child === undefined;
    this.#isBusy = true;
    try {
      const end = await this.#endOf(call, running);
      if (end.type !== 'result' && end.type !== 'error') this.#forget();
      return this.#outcome(end, running, { call, cold });
    } finally {
      this.#isBusy = false;
    }
  }

  async close(): Promise<void> {
    if (this.#isBusy) return this.#forget();
    if (this.#child !== undefined) this.#processes?.give(this.#child);
    this.#child = undefined;
  }

  #forget(): void {
    this.#child?.kill();
    this.#child = undefined;
  }

  async #endOf(call: Call, running: Running): Promise<End> {
    if (this.#child === undefined) {
      const loading = await this.#load(call, running);
      if (loading !== undefined) return loading;
    }
    return this.#run(this.#child as PythonProcess, call, running);
  }

  /** Starts a process and has it load the function; an End when that fails. */
  async #load(call: Call, running: Running): Promise<End | undefined> {
    const started = realTimeMs();
    this.#processes = this.#processesOf(call.trial?.processSeed);
    const child = await this.#processes.take();
    this.#child = child;
    return new Promise((done, fail) => {
      const limit = startLimit(this.#platform.initTimeoutMs, elapsedTime, () =>
        finish(notReady(this.#platform.initTimeoutMs)),
      );
      const finish = (end: End | undefined): void => {
        limit();
        running.initMs ||= realTimeMs() - started;
        done(end);
      };
      child.listener = (message) => {
        if (message.type === 'ready') {
          running.initMs = message.initMs;
          running.notes = this.#notesOf(message);
          for (const note of running.notes) this.#note(note);
          finish(undefined);
        } else if (message.type === 'worn') {
          child.listener = () => undefined;
          limit();
          this.#load(call, running).then(done, fail);
        } else if (message.type === 'load-failed') finish(loadEnd(message));
        else if (message.type === 'no-function') {
          limit();
          this.#notFound(message).then(done, fail);
        } else if (message.type === 'exited') finish({ type: 'exit', exitCode: exitCode(message.exit) });
        else hear(child, message, { running, outside: call.trial?.outside });
      };
      if (child.exit !== undefined) return finish({ type: 'exit', exitCode: exitCode(child.exit) });
      child.tell({
        type: 'load',
        path: this.#found.path,
        handler: this.#found.exportName,
        env: { TZ: this.#zoneOf(call), ...(call.env ?? platformEnv(call.data)) },
        chance: call.trial?.loadChance,
      });
    });
  }

  /** What is otherwise here than on the platform: https://cloud.tencent.com/document/product/583/55592 */
  #notesOf({
    packages,
    version,
  }: {
    readonly packages: readonly string[];
    readonly version: string;
  }): string[] {
    const { version: asked } = this.#platform;
    const isOther = asked !== undefined && !version.startsWith(`${asked.replace('Python', '')}.`);
    return [
      ...(isOther ? [`Python ${version} runs it here, and ${asked} on the platform.`] : []),
      ...(packages.length === 0
        ? []
        : [
            `The function imports ${packages.join(', ')} from this machine: the platform's Python brings no packages along. Put them beside it (pip install -t .) or into a layer.`,
          ]),
    ];
  }

  #zoneOf(call: Call): string {
    return call.env?.TZ ?? call.trial?.timeZone ?? this.#platform.timeZone;
  }

  async #notFound({
    names,
    isThere,
  }: {
    readonly names: readonly string[];
    readonly isThere: boolean;
  }): Promise<End> {
    if (this.#platform.deployed) return { type: 'not-found' };
    const { spec, exportName, path } = this.#found;
    this.#forget();
    const best = nearest(exportName, names) ?? names[0];
    const advice =
      best === undefined
        ? `Define one: def ${exportName}(event, context): …`
        : `It has ${names.join(', ')}: write ${path}:${best}.`;
    const problem = isThere ? `its ${exportName} is no function` : `it has no ${exportName}`;
    throw new Misuse(
      'HANDLER_EXPORT_NOT_FOUND',
      `Cannot invoke ${spec}: the file was loaded, but ${problem}. ${advice}`,
    );
  }

  #run(child: PythonProcess, call: Call, running: Running): Promise<End> {
    const { trial } = call;
    const started = realTimeMs();
    return new Promise((resolve) => {
      const stopwatch = trial === undefined ? elapsedTime : ownTimeOf(child.pid);
      const computedBefore = computedMsOf(child.pid) ?? 0;
      const limit = startLimit(call.timeoutMs, stopwatch, () => {
        const computed = (computedMsOf(child.pid) ?? 0) - computedBefore;
        if (computed < call.timeoutMs / 2) finish({ type: 'timeout' });
        else void child.where().then((computing) => finish({ type: 'timeout', computing }));
      });
      const poll = setInterval(() => {
        const bytes = memoryOf(child.pid) ?? 0;
        running.memoryBytes = Math.max(running.memoryBytes, bytes);
        if (bytes > call.memoryMb * mebibyte) finish({ type: 'memory' });
      }, memoryPollMs);
      const finish = (end: End): void => {
        limit();
        clearInterval(poll);
        running.durationMs ||= end.type === 'timeout' ? call.timeoutMs : realTimeMs() - started;
        resolve(end);
      };
      child.listener = (message) => {
        if (message.type === 'exited') finish({ type: 'exit', exitCode: exitCode(message.exit) });
        else if (message.type === 'overslept') finish({ type: 'timeout' });
        else if (message.type === 'end') {
          noteEnd(message, running, trial?.outside);
          finish(running.memoryBytes > call.memoryMb * mebibyte ? { type: 'memory' } : endOf(message));
        } else hear(child, message, { running, outside: trial?.outside });
      };
      if (child.exit !== undefined) return finish({ type: 'exit', exitCode: exitCode(child.exit) });
      child.tell({
        type: 'call',
        event: call.eventText,
        context: call.data,
        env: call.env ?? {},
        tz: this.#zoneOf(call),
        timeoutMs: call.timeoutMs,
        chance: trial?.chance,
        isWatched: trial?.isWatched === true,
      });
    });
  }

  #outcome(
    end: End,
    running: Running,
    { call, cold }: { readonly call: Call; readonly cold: boolean },
  ): Outcome {
    const lateWork = running.threads.map((what) => ({ kind: 'thread' as const, what }));
    const facts = {
      requestId: call.data.request_id,
      durationMs: running.durationMs,
      memoryBytes: running.memoryBytes,
      memoryLimitMb: call.memoryMb,
      cold,
      initMs: cold ? running.initMs : 0,
      log: running.log,
      lateWork,
      lateErrors: [],
      ...(running.notes.length === 0 ? {} : { notes: running.notes }),
    };
    const outcome = outcomeOf(end, facts, { timeoutMs: call.timeoutMs, legacy: false });
    const child = this.#child;
    if (lateWork.length === 0 || child === undefined) return outcome;
    const restMs = Math.max(0, call.timeoutMs - running.durationMs);
    return rememberSettle(outcome, (limitMs = restMs) => settle(child, limitMs));
  }
}

/** Its module was not loaded in time: https://www.tencentcloud.com/document/product/583/35311 */
function notReady(limitMs: number): End {
  const told = `Initializing task timed out after ${limitMs / 1000} seconds`;
  return { type: 'not-started', statusCode: 450, told, reason: 'the module was not loaded in that time' };
}

/** Waits for the threads that an answer has left, as long as the function may run. */
async function settle(
  child: PythonProcess,
  limitMs: number,
): Promise<{
  readonly drained: boolean;
  readonly lateWork: { readonly kind: 'thread'; readonly what: string }[];
  readonly lateErrors: readonly ThrownError[];
}> {
  const threads = await whileAlive(
    () =>
      new Promise<readonly string[]>((done) => {
        child.listener = (message) => {
          if (message.type === 'settled') done(message.threads);
          else if (message.type === 'exited') done([]);
        };
        child.tell({ type: 'settle', limitMs });
      }),
  );
  const lateWork = threads.map((what) => ({ kind: 'thread' as const, what }));
  return { drained: lateWork.length === 0, lateWork, lateErrors: [] };
}
