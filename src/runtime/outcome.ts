import type { JsonValue } from '../kernel/json.js';
import { largestResponseBytes } from '../kernel/limits.js';
import type { AnsweredBy, ErrorBody, Invoked, ThrownError } from './invoked.js';

export type {
  AnsweredBy,
  ErrorBody,
  Invoked,
  LateWork,
  LateWorkKind,
  LogLine,
  ThrownError,
} from './invoked.js';

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

/** 407: the result's JSON is larger than 6 MB; 410 for the body of what a web function answers. */
export interface ResponseTooLarge
  extends Failed<407 | 410, 'The size of response exceeds the upper limit (6MB)'> {
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
  /** Set for a function that computed all the time, where the runtime tells. */
  readonly computing?: Computing;
}

/** What a function did when it was stopped. */
export interface Computing {
  /** Where it was: `check (/app/index.py:12)`. */
  readonly at?: string;
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

/**
 * The instance never came to take an event: its process ended before (405), could not be started (445), listened on no
 * port (446), or took longer than it may (450): https://cloud.tencent.com/document/product/583/42611
 */
export interface NotStarted
  extends Failed<
    405 | 445 | 446 | 450,
    'ContainerStateExited' | 'ContainerInitError' | 'PortBindingFailed' | 'InitContainerTimeout'
  > {
  /** What went wrong here, in a sentence. */
  readonly reason: string;
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
  | UserCodeError
  | NotStarted;

/** An end as the bootstrap sees it, before it is measured and given a body. */
export type End =
  | {
      readonly type: 'result';
      readonly json: string;
      readonly by: AnsweredBy;
      readonly waits: boolean;
      readonly ignored?: IgnoredAnswer;
      /** What counts against the limit, where that is not the JSON. */
      readonly sizeBytes?: number;
      /** It is what a server has answered. */
      readonly isPlainHttp?: boolean;
    }
  | {
      readonly type: 'error';
      readonly error: ThrownError;
      /** What the caller's `stackTrace` says. */
      readonly stackTrace: string;
      readonly by: AnsweredBy;
      readonly waits: boolean;
    }
  | { readonly type: 'timeout'; readonly computing?: Computing }
  | { readonly type: 'memory' | 'not-found' }
  | { readonly type: 'exit'; readonly exitCode: number }
  | {
      readonly type: 'not-started';
      readonly statusCode: NotStarted['statusCode'];
      readonly reason: string;
      /** What the caller reads; the name of the status when left out. */
      readonly told?: string;
    }
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
      const ofJson = limits.legacy ? end.json.length : bytesOver(end.json, largestResponseBytes);
      const sizeBytes = end.sizeBytes ?? ofJson;
      if (sizeBytes <= largestResponseBytes) {
        const result = jsonOrText(end.json);
        const { json, by: answeredBy, ignored } = end;
        const told = ignored === undefined ? {} : { ignored };
        return { ok: true, statusCode: 200, status: 'Success', result, json, answeredBy, ...told, ...common };
      }
      const status = 'The size of response exceeds the upper limit (6MB)';
      const statusCode = end.isPlainHttp === true ? 410 : 407;
      const tooLong = limits.legacy ? caught('body size is too long') : body(statusCode, status);
      return { ok: false, statusCode, status, sizeBytes, body: tooLong, ...common };
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
        ...(end.computing === undefined ? {} : { computing: end.computing }),
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
    case 'not-found': {
      const status = 'HandlerNotFound';
      return { ok: false, statusCode: 437, status, body: body(437, status), ...common };
    }
    case 'exit': {
      const status = 'User process exit when running';
      const exitCode = end.exitCode;
      return { ok: false, statusCode: 439, status, exitCode, body: body(439, status), ...common };
    }
    case 'not-started': {
      const { statusCode, reason } = end;
      const status = notStarted[statusCode];
      return { ok: false, statusCode, status, reason, body: body(statusCode, end.told ?? status), ...common };
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

const notStarted = {
  405: 'ContainerStateExited',
  445: 'ContainerInitError',
  446: 'PortBindingFailed',
  450: 'InitContainerTimeout',
} as const;

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
