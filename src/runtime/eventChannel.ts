import type { Call } from './engine.js';
import type { End, Invoked, Outcome } from './outcome.js';
import type { StartedProcess } from './startedProcess.js';

/** What a process itself tells of an event. */
export type Told = Pick<Invoked, 'log' | 'lateWork' | 'lateErrors' | 'differences'> & {
  readonly durationMs?: number;
  /** How long the function's own code took to be loaded. */
  readonly initMs?: number;
};

/** How an instance that is a process of its own takes its events; one for each process. */
export interface EventChannel {
  /** Environment that tells the process how it is reached. */
  readonly env: Readonly<Record<string, string>>;
  /** Hears of the process that was started. */
  connect?(started: StartedProcess): void;
  /**
   * Settles once the process takes events, or with why it never will.
   *
   * @param pid what was started to take them.
   */
  ready(pid: number): Promise<End | undefined>;
  /** Hands it an event; settles when it has answered, and never when it does not. */
  exchange(call: Call): Promise<End>;
  /** Whether the process has the event that is open. */
  hasTaken(): boolean;
  /** How the event ends that the process has answered, though it has not told all of it. */
  answered?(): End | undefined;
  /** The end of a process that has ended before it was ready, where that is a special one. */
  endedEarly?(exitCode: number): End | undefined;
  /** What the process has told of the event. */
  told?(): Told;
  /** Lets `settled` wait for what the event has left running, so long. */
  remember?(outcome: Outcome, restMs: number): Outcome;
  /** Takes back an event that nobody has answered. */
  abandon(): void;
  /** The end of a process that was not ready in time. */
  notReady(afterMs: number): End;
  /** What was noticed since this was asked last, a sentence each. */
  takeNotes(): readonly string[];
  /** What the function does wrong towards the platform whatever its event is, each a whole sentence. */
  readonly faults?: ReadonlySet<string>;
  close(): Promise<void>;
}
