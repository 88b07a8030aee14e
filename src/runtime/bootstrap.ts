import type { ScfContext, ScfContextData } from './context.js';
import type { AnsweredBy, End, IgnoredAnswer, ThrownError } from './outcome.js';
import { wireSizeOf } from './wireSize.js';

/** What a bootstrap needs from the thread it runs in. */
export interface BootstrapHost {
  /** Takes the end of the invocation; called once. */
  end(end: End): void;
  remainingMs(): number;
  describe(thrown: unknown): ThrownError;
}

/** A handler that was called and may not have answered yet. */
export interface RunningHandler {
  /** What the handler returned: a thenable the runtime follows, or something it ignores. */
  readonly returned: 'thenable' | 'ignored' | 'threw';
  /** True when an answer was given that is sent once the event loop is empty. */
  holdsAnswer(): boolean;
  /** The event loop ran empty. */
  idle(): void;
  /** Nobody caught this error. */
  crash(thrown: unknown): void;
}

/** Calls a handler as a generation of the Node runtime does. */
export type Bootstrap = (
  handler: (
    event: unknown,
    context: ScfContext,
    callback: (error?: unknown, result?: unknown) => void,
  ) => unknown,
  event: unknown,
  data: ScfContextData,
  host: BootstrapHost,
) => RunningHandler;

/**
 * Node 10.15 and later: the answer is sent at once and the event loop runs on; an `async` function answers by
 * its return alone (its callback is ignored); a plain one by its callback, its context, or a promise it returns.
 */
export const modernBootstrap: Bootstrap = (handler, event, data, host) => {
  let ended = false;
  let called = false;
  let waits = true;
  let ignored: IgnoredAnswer | undefined;
  const isAsync = Object.prototype.toString.call(handler) === '[object AsyncFunction]';

  const fail = (thrown: unknown, by: AnsweredBy): void => {
    if (ended) return;
    ended = true;
    const error = host.describe(thrown);
    const stackTrace = error.stack ?? `${error.message}(callback err is not instance of Error)`;
    host.end({ type: 'error', error, stackTrace, by, waits });
  };
  const succeed = (result: unknown, by: AnsweredBy): void => {
    if (ended) return;
    let json: string | undefined;
    try {
      json = JSON.stringify(result);
    } catch (thrown) {
      const { message } = host.describe(thrown);
      const error: ThrownError = { name: 'TypeError', message, isError: true };
      ended = true;
      const stackTrace = `stringify response to json failed: ${message}`;
      host.end({ type: 'error', error, stackTrace, by, waits });
      return;
    }
    ended = true;
    const isLost = (by === 'promise' && ignored === 'callback') || (by === 'idle' && ignored === 'return');
    const told =
      isLost && ignored !== undefined && (result === undefined || by === 'idle') ? { ignored } : {};
    host.end({ type: 'result', json: json ?? 'null', by, waits, ...told, ...wireSizeOf(result) });
  };
  const answer = (thrown: unknown, result: unknown, by: AnsweredBy): void => {
    if (called) return;
    called = true;
    if (thrown === null || thrown === undefined) succeed(result, by);
    else fail(thrown, by);
  };
  const context: ScfContext = Object.assign(
    {
      get callbackWaitsForEmptyEventLoop() {
        return waits;
      },
      set callbackWaitsForEmptyEventLoop(value) {
        waits = Boolean(value);
      },
      getRemainingTimeInMillis: () => host.remainingMs(),
      getContext: () => data,
      done(thrown?: unknown, result?: unknown) {
        waits = false;
        answer(thrown, result, 'context');
      },
      succeed(result?: unknown) {
        context.done(null, result);
      },
      fail(thrown: unknown) {
        context.done(thrown, null);
      },
    },
    data,
  );
  const callback = (thrown?: unknown, result?: unknown): void => {
    if (isAsync) ignored = 'callback';
    else answer(thrown, result, 'callback');
  };

  let returned: RunningHandler['returned'] = 'ignored';
  try {
    const value = handler(event, context, callback) as { then?: unknown } | null | undefined;
    if (value !== null && value !== undefined && typeof value.then === 'function') {
      returned = 'thenable';
      value.then(
        (result: unknown) => succeed(result, 'promise'),
        (thrown: unknown) => fail(thrown, 'promise'),
      );
    } else if (value !== undefined) ignored ??= 'return';
  } catch (thrown) {
    returned = 'threw';
    fail(thrown, 'throw');
  }
  return {
    returned,
    holdsAnswer: () => false,
    idle: () => succeed(null, 'idle'),
    crash: (thrown) => fail(thrown, 'uncaught'),
  };
};

/**
 * Reads an event's text; every invocation has a copy of its own.
 *
 * @param how `frozen` freezes it in depth.
 */
export function eventCopy(text: string, how: { readonly frozen: boolean }): unknown {
  const event: unknown = JSON.parse(text);
  if (how.frozen) freeze(event);
  return event;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
}
