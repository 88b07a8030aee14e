import type { Difference } from '../difference.js';
import type { Call } from '../engine.js';
import type { End, LateWork, LogLine, ThrownError } from '../outcome.js';

/** What the thread is started with. */
export interface WorkerStart {
  readonly path: string;
  readonly exportName: string;
  readonly format: 'commonjs' | 'module';
  /** Set where files and environment are to be as on the platform. */
  readonly platform?: PlatformThread | undefined;
}

/** What a thread needs to be as on the platform. */
export interface PlatformThread {
  /** The directory that `/tmp` means. */
  readonly temp: string;
  /** Names of environment variables that this process has and the function has not. */
  readonly hereOnly: readonly string[];
}

/** Asks the thread for an invocation. */
export type WorkerCall = Pick<Call, 'eventText' | 'data' | 'timeoutMs' | 'runtime' | 'frozenEvent'>;

/** What the thread says. */
export type WorkerMessage =
  | { readonly type: 'loaded'; readonly initMs: number }
  | { readonly type: 'load-failed'; readonly error: ThrownError; readonly initMs: number }
  | { readonly type: 'no-export'; readonly isThere: boolean; readonly others: readonly string[] }
  | { readonly type: 'log'; readonly line: LogLine }
  | { readonly type: 'end'; readonly end: End; readonly durationMs: number; readonly memoryBytes: number }
  | {
      readonly type: 'judged';
      readonly lateWork: readonly LateWork[];
      readonly lateErrors: readonly ThrownError[];
    }
  | { readonly type: 'differs'; readonly difference: Difference }
  | { readonly type: 'late-error'; readonly error: ThrownError }
  | { readonly type: 'drained' };
