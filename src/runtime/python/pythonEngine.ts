import { Misuse } from '../../kernel/misuse.js';
import { nearest } from '../../kernel/nearest.js';
import { type Call, type Engine, rememberSettle } from '../engine.js';
import { type End, type Outcome, outcomeOf, type ThrownError } from '../outcome.js';
import { realTimeMs } from '../realTime.js';
import type { FoundFunction, Platform } from '../runtime.js';
import { whileAlive } from '../whileAlive.js';
import type { Running } from './pythonHearing.js';
import type { PythonProcess } from './pythonProcess.js';
import { PythonRun } from './pythonRun.js';

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
    const started = realTimeMs();
    const child = this.#child ?? (await this.#start(call));
    const cold = this.#child === undefined;
    this.#child = child;
    const run = new PythonRun(child, call, { running, zone: this.#zoneOf(call) });
    if (!cold) return run.warm();
    const { path, exportName } = this.#found;
    const { initTimeoutMs } = this.#platform;
    const told = await run.cold({ path, handler: exportName, initTimeoutMs, started });
    running.notes = run.ready === undefined ? [] : this.#notesOf(run.ready);
    for (const note of running.notes) this.#note(note);
    if (told === 'worn') {
      this.#child = undefined;
      return this.#endOf(call, running);
    }
    return 'names' in told ? this.#notFound(told) : told;
  }

  #start(call: Call): Promise<PythonProcess> {
    this.#processes = this.#processesOf(call.trial?.processSeed);
    return this.#processes.take();
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
