import type { Duplex } from 'node:stream';
import type { Call } from '../engine.js';
import type { EventChannel, Told } from '../eventChannel.js';
import { notLoaded } from '../initTimedOut.js';
import type { InstancePlatform, InstanceStart } from '../instanceMessages.js';
import { onJsonLine } from '../jsonLines.js';
import { exportMisuse, type HandlerFile, moduleSyntaxMisuse } from '../loadHandler.js';
import type { End, Outcome } from '../outcome.js';
import { hear, newInvocation, type RunningInvocation, rememberSettled } from '../runningInvocation.js';
import type { StartedProcess } from '../startedProcess.js';
import type { OfNode, ToNode } from './nodeMessages.js';

/** What a process of Node says and hears on two pipes of its own. */
export class NodeChannel implements EventChannel {
  readonly env = {};
  readonly #file: HandlerFile;
  readonly #deployed: boolean;
  readonly #surroundings: Omit<InstancePlatform, 'temp'>;
  readonly #notes: string[];
  #pipe: Duplex | undefined;
  #isUp = false;
  #isGone = false;
  #initMs: number | undefined;
  #settleReady: (end: End | undefined) => void = () => undefined;
  #failReady: (error: unknown) => void = () => undefined;
  #now: RunningInvocation = newInvocation();

  constructor(
    file: HandlerFile,
    {
      deployed,
      surroundings,
      notes,
    }: {
      readonly deployed: boolean;
      readonly surroundings: Omit<InstancePlatform, 'temp'>;
      readonly notes: readonly string[];
    },
  ) {
    this.#file = file;
    this.#deployed = deployed;
    this.#surroundings = surroundings;
    this.#notes = [...notes];
  }

  connect({ child, temp }: StartedProcess): void {
    const [telling, hearing] = child.pipes as [Duplex, Duplex];
    this.#pipe = telling;
    telling.on('error', () => undefined);
    onJsonLine(hearing, (message) => this.#hear(message as OfNode));
    const { path, exportName, format } = this.#file;
    const platform = { temp, ...this.#surroundings };
    const start: InstanceStart = { path, exportName, format, platform };
    this.#tell({ type: 'start', start });
    void child.exited.then(() => {
      this.#isGone = true;
      this.#now.isOver = true;
      this.#now.drained = !this.#now.wasStopped;
      this.#now.changed();
    });
  }

  ready(): Promise<End | undefined> {
    return new Promise((settle, fail) => {
      this.#settleReady = settle;
      this.#failReady = fail;
    });
  }

  exchange(call: Call): Promise<End> {
    // What the function said while it was loaded belongs to its first event.
    const now = this.#now.isOver ? newInvocation() : this.#now;
    this.#now = now;
    return new Promise((answered) => {
      now.changed = () => {
        if (now.isOver && now.end !== undefined) answered(now.end);
      };
      const { eventText, data, timeoutMs, runtime, frozenEvent } = call;
      this.#tell({ type: 'call', call: { eventText, data, timeoutMs, runtime, frozenEvent } });
    });
  }

  /** Whoever runs has the event: it is written to the process at once. */
  hasTaken(): boolean {
    return true;
  }

  abandon(): void {
    this.#now.wasStopped = true;
  }

  answered(): End | undefined {
    return this.#now.end;
  }

  endedEarly(exitCode: number): End | undefined {
    return this.#isUp ? { type: 'exit', exitCode } : undefined;
  }

  notReady(afterMs: number): End {
    return notLoaded(afterMs);
  }

  takeNotes(): readonly string[] {
    return this.#notes.splice(0);
  }

  told(): Told {
    const { log, lateWork, lateErrors, differences, durationMs } = this.#now;
    return {
      log: [...log],
      lateWork,
      lateErrors: [...lateErrors],
      ...(differences.length === 0 ? {} : { differences: [...differences] }),
      ...(this.#now.end === undefined ? {} : { durationMs }),
      ...(this.#initMs === undefined ? {} : { initMs: this.#initMs }),
    };
  }

  remember(outcome: Outcome, restMs: number): Outcome {
    return rememberSettled(outcome, this.#now, restMs);
  }

  async close(): Promise<void> {
    if (!this.#isGone) this.#now.wasStopped = true;
    this.#pipe?.destroy();
  }

  #tell(message: ToNode): void {
    this.#pipe?.write(`${JSON.stringify(message)}\n`);
  }

  #hear(message: OfNode): void {
    switch (message.type) {
      case 'up':
        this.#isUp = true;
        break;
      case 'loaded':
        this.#initMs = message.initMs;
        this.#settleReady(undefined);
        break;
      case 'load-failed':
        void this.#loadFailure({ type: 'load', error: message.error });
        break;
      case 'no-export':
        if (this.#deployed) this.#settleReady({ type: 'not-found' });
        else this.#failReady(exportMisuse(this.#file, message));
        break;
      default:
        hear(this.#now, message);
    }
  }

  /** A module that cannot be parsed is told before by Node itself, as a Misuse. */
  async #loadFailure(end: End): Promise<void> {
    const misuse = this.#file.format === 'module' ? await moduleSyntaxMisuse(this.#file) : undefined;
    if (misuse === undefined || this.#deployed) this.#settleReady(end);
    else this.#failReady(misuse);
  }
}
