import type { Call } from './engine.js';
import type { End } from './outcome.js';

/** How an instance that is a process of its own takes its events; one for each process. */
export interface EventChannel {
  /** Environment that tells the process how it is reached. */
  readonly env: Readonly<Record<string, string>>;
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
  /** Takes back an event that nobody has answered. */
  abandon(): void;
  /** The end of a process that was not ready in time. */
  notReady(afterMs: number): End;
  /** What was noticed since this was asked last, a sentence each. */
  takeNotes(): readonly string[];
  close(): Promise<void>;
}
