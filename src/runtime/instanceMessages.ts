import type { Difference } from './difference.js';
import type { Call } from './engine.js';
import type { End, LateWork, LogLine, ThrownError } from './outcome.js';

/** What a thread or a process that is an instance is started with. */
export interface InstanceStart {
  readonly path: string;
  readonly exportName: string;
  readonly format: 'commonjs' | 'module';
  /** Set where files and environment are to be as on the platform. */
  readonly platform?: InstancePlatform | undefined;
}

/** What an instance needs to be as on the platform. */
export interface InstancePlatform {
  /** The directory that `/tmp` means. */
  readonly temp: string;
  /** Names of environment variables that the developer’s process has and the function has not. */
  readonly hereOnly: readonly string[];
  /** True where the time zone of the process is ours, and `TZ` not a variable of the function. */
  readonly hidesZone?: boolean;
}

/** Asks the instance for an invocation. */
export type InstanceCall = Pick<Call, 'eventText' | 'data' | 'timeoutMs' | 'runtime' | 'frozenEvent'>;

/** What the instance says. */
export type InstanceMessage =
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
