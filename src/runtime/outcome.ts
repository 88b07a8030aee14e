import type { JsonValue } from '../kernel/json.js';
import { largestResponseBytes } from '../kernel/limits.js';
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
  /** What is otherwise on the platform, where that is watched. */
  readonly differences?: readonly Difference[];
  /** False when the handler turned `callbackWaitsForEmptyEventLoop` off or answered through its context. */
  readonly waitsForEventLoop: boolean;
}

/** 200: the handler answered. */
export interface Success extends Invoked {
  readonly ok: true;
  readonly statusCode: 200;
  readonly status: 'Success';
  /** What the caller gets: the handler's result after JSON. */
  readonly result: JsonValue;
  /** The result as the JSON text that travels. */
  readonly json: string;
  readonly answeredBy: AnsweredBy;
  /** What the handler meant for an answer, where the runtime ignored that and the caller gets null. */
  readonly ignored?: IgnoredAnswer;
}

/** `callback`: an async function called back and returned nothing; `return`: another one returned what is no promise. */
export type IgnoredAnswer = 'callback' | 'return';

interface Failed<Code extends number, Status extends string> extends Invoked {
  readonly ok: false;
  readonly statusCode: Code;
  readonly status: Status;
  /** What the caller gets instead of a result. */
  readonly body: ErrorBody;
}

/** 407: the result's JSON is larger than 6 MB. */
export interface ResponseTooLarge extends Failed<407, 'The size of response exceeds the upper limit (6MB)'> {
  readonly sizeBytes: number;
}

/** 430: the handler threw, rejected, called back with an error, or left an error uncaught. */
export interface UserException extends Failed<430, 'User code exception caught'> {
  readonly error: ThrownError;
  readonly answeredBy: AnsweredBy;
}

/** 433: no answer within the time limit. */
export interface TimeLimitReached extends Failed<433, 'TimeLimitReached'> {
  readonly timeoutMs: number;
}

/** 434: more memory than the function has. */
export interface MemoryLimitReached extends Failed<434, 'MemoryLimitReached'> {}

/** 437: no such file or export; an outcome only for a deployed function, otherwise a Misuse. */
export interface HandlerNotFound extends Failed<437, 'HandlerNotFound'> {}

/** 439: `process.exit` was called. */
export interface ProcessExited extends Failed<439, 'User process exit when running'> {
  readonly exitCode: number;
}

/** 443: the handler's module threw while it was loaded. */
export interface UserCodeError extends Failed<443, 'UserCodeError'> {
  readonly error: ThrownError;
}

/** What became of an invocation; tell the cases apart by `ok` and `statusCode`. */
export type Outcome =
  | Success
  | ResponseTooLarge
  | UserException
  | TimeLimitReached
  | MemoryLimitReached
  | HandlerNotFound
  | ProcessExited
  | UserCodeError;

/** An end as the bootstrap sees it, before it is measured and given a body. */
export type End =
  | {
      readonly type: 'result';
      readonly json: string;
      readonly by: AnsweredBy;
      readonly waits: boolean;
      readonly ignored?: IgnoredAnswer;
    }
  | {
      readonly type: 'error';
      readonly error: ThrownError;
      /** What the caller's `stackTrace` says. */
      readonly stackTrace: string;
      readonly by: AnsweredBy;
      readonly waits: boolean;
    }
  | { readonly type: 'timeout' | 'memory' | 'not-found' }
  | { readonly type: 'exit'; readonly exitCode: number }
  | {
      readonly type: 'load';
      readonly error: ThrownError /** What the caller reads of it; its stack when left out. */;
      readonly told?: string;
    };

/**
 * Makes the outcome of an end: status, and the error body in the form of the runtime's generation.
 *
 * @param legacy Node 6.10 and 8.9 say `errorCode: 1` and name no status, and count the answer's characters.
 */
export function outcomeOf(
  end: End,
  facts: Omit<Invoked, 'waitsForEventLoop'>,
  limits: { readonly timeoutMs: number; readonly legacy: boolean },
): Outcome {
  const requestId = facts.requestId;
  const common = { ...facts, waitsForEventLoop: 'waits' in end ? end.waits : true };
  const caught = (stackTrace: string): ErrorBody =>
    limits.legacy
      ? { errorCode: 1, errorMessage: 'user code exception caught', stackTrace }
      : {
          errorCode: -1,
          errorMessage: 'user code exception caught',
          requestId,
          stackTrace,
          statusCode: 430,
        };
  const body = (statusCode: number, errorMessage: string, errorCode = -1): ErrorBody => ({
    errorCode,
    errorMessage,
    requestId,
    statusCode,
  });
  switch (end.type) {
    case 'result': {
      const sizeBytes = limits.legacy ? end.json.length : bytesOver(end.json, largestResponseBytes);
      if (sizeBytes <= largestResponseBytes) {
        const result = jsonOrText(end.json);
        const { json, by: answeredBy, ignored } = end;
        const told = ignored === undefined ? {} : { ignored };
        return { ok: true, statusCode: 200, status: 'Success', result, json, answeredBy, ...told, ...common };
      }
      const status = 'The size of response exceeds the upper limit (6MB)';
      const tooLong = limits.legacy ? caught('body size is too long') : body(407, status);
      return { ok: false, statusCode: 407, status, sizeBytes, body: tooLong, ...common };
    }
    case 'error': {
      const { error, by: answeredBy } = end;
      const status = 'User code exception caught';
      return {
        ok: false,
        statusCode: 430,
        status,
        error,
        answeredBy,
        body: caught(end.stackTrace),
        ...common,
      };
    }
    case 'timeout': {
      const timeoutMs = limits.timeoutMs;
      const message = `Invoking task timed out after ${timeoutMs / 1000} seconds`;
      return {
        ok: false,
        statusCode: 433,
        status: 'TimeLimitReached',
        timeoutMs,
        body: body(433, message),
        ...common,
      };
    }
    case 'memory': {
      const message = `Task memory exceeded ${facts.memoryLimitMb} MB`;
      return {
        ok: false,
        statusCode: 434,
        status: 'MemoryLimitReached',
        body: body(434, message),
        ...common,
      };
    }
    case 'not-found':
      return {
        ok: false,
        statusCode: 437,
        status: 'HandlerNotFound',
        body: body(437, 'HandlerNotFound'),
        ...common,
      };
    case 'exit': {
      const status = 'User process exit when running';
      const exitCode = end.exitCode;
      return { ok: false, statusCode: 439, status, exitCode, body: body(439, status), ...common };
    }
    case 'load': {
      const { error } = end;
      const message = end.told ?? error.stack ?? error.message;
      return {
        ok: false,
        statusCode: 443,
        status: 'UserCodeError',
        error,
        body: body(443, message, 1),
        ...common,
      };
    }
  }
}

/** What the caller reads; a text that is no JSON, such as Python's `NaN`, travels as it is. */
function jsonOrText(json: string): JsonValue {
  try {
    return JSON.parse(json) as JsonValue;
  } catch {
    return json;
  }
}

/** The UTF-8 size of a text; for a text that cannot pass the limit, an upper bound that needs no counting. */
function bytesOver(text: string, limit: number): number {
  return text.length * 3 <= limit ? text.length : Buffer.byteLength(text);
}
