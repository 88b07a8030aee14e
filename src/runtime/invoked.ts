import type { Difference } from './difference.js';

/** What was thrown or rejected with, as data. */
export interface ThrownError {
  /** `TypeError` and so on; for what is no Error, its type: `string`, `object`. */
  readonly name: string;
  readonly message: string;
  /** Absent for what is no Error. */
  readonly stack?: string;
  /** False for `throw 'text'` and its like. */
  readonly isError: boolean;
  /** Whether the language itself raised it, where the runtime tells; otherwise its class and its stack do. */
  readonly isAccident?: boolean;
  /** Where it was raised in the function's own code, the innermost place first, where the runtime tells; otherwise the stack does. */
  readonly frames?: readonly ThrownFrame[];
}

/** A place that an error came past. */
export interface ThrownFrame {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** What stands there. */
  readonly code: string;
}

/** One line that the handler wrote. */
export interface LogLine {
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug' | 'stdout' | 'stderr';
  readonly text: string;
}

/** Kinds of {@link LateWork}. */
export type LateWorkKind =
  | 'timer'
  | 'interval'
  | 'immediate'
  | 'socket'
  | 'server'
  | 'file'
  | 'dns'
  | 'compression'
  | 'process'
  | 'handle'
  | 'call'
  | 'promise'
  | 'thread';

/** Something an invocation left running when it answered. */
export interface LateWork {
  /** `call`: an outside call begun but not ended; `promise`: code of an async handler that runs on after its return. */
  readonly kind: LateWorkKind;
  /** Node's name of the resource (`Timeout`, `TCPWRAP`), or what the call was: `POST http://example.com/`. */
  readonly what: string;
  /** The first line of the handler's own code that made it, where one is known: `save (/app/index.js:12:5)`. */
  readonly at?: string;
  /** Of work on a file that a stream writes or reads: its path. */
  readonly path?: string;
}

/** How a handler answered; `idle` when it never did and its event loop ran empty: the platform then answers null. */
export type AnsweredBy = 'promise' | 'callback' | 'context' | 'throw' | 'uncaught' | 'idle';

/** The body that the caller of a failed function gets. */
export interface ErrorBody {
  readonly errorCode: number;
  readonly errorMessage: string;
  readonly requestId?: string;
  readonly stackTrace?: string;
  readonly statusCode?: number;
}

/** What every outcome tells. */
export interface Invoked {
  readonly requestId: string;
  /** Until the answer. */
  readonly durationMs: number;
  /** Heap and buffers in use at the answer: of the worker alone in a worker, of the whole process otherwise. */
  readonly memoryBytes: number;
  readonly memoryLimitMb: number;
  /** True for the first invocation of an instance. */
  readonly cold: boolean;
  /** How long loading the handler took; 0 on a warm instance. */
  readonly initMs: number;
  /** What the handler wrote until its answer, in order. */
  readonly log: readonly LogLine[];
  /** What ran on after the answer; empty for a handler that awaits all it starts. See `settled`. */
  readonly lateWork: readonly LateWork[];
  /** Errors that nobody caught after the answer. */
  readonly lateErrors: readonly ThrownError[];
  /** How this run differs from one on the platform, a sentence each; left out where nothing is known to. */
  readonly notes?: readonly string[];
  /** What is otherwise on the platform, where that is watched. */
  readonly differences?: readonly Difference[];
  /** False when the handler turned `callbackWaitsForEmptyEventLoop` off or answered through its context. */
  readonly waitsForEventLoop: boolean;
}
