import type { Bootstrap, RunningHandler } from './bootstrap.js';
import type { ScfContext } from './context.js';
import type { AnsweredBy, ThrownError } from './outcome.js';

/**
 * Node 6.10 and 8.9, by the vendor's own bootstrap (scfcli, `runtime/nodejs8.9/bootstrap.js`), oddities included:
 * an answer given through the callback is sent when the event loop is empty, a thrown error as well, and
 * `throw 'text'` is answered with null, since a text has no stack.
 *
 * @param how `followsPromises`: 8.9 follows a returned promise, 6.10 does not.
 */
export const legacyBootstrap = ({ followsPromises }: { readonly followsPromises: boolean }): Bootstrap => {
  return (handler, event, data, host) => {
    let ended = false;
    let called = false;
    let waits = true;
    let json: string | undefined;
    let fault: { error: ThrownError; stackTrace: string } | undefined;
    let by: AnsweredBy = 'idle';

    const finish = (thrown: unknown, result: unknown, wait: boolean, how: AnsweredBy): void => {
      if (ended) return;
      if (json === undefined) {
        if (how !== 'idle' || fault === undefined) by = how;
        if (thrown === null || thrown === undefined) {
          try {
            json = JSON.stringify(result === undefined ? null : result);
          } catch (problem) {
            json = 'faulted';
            const error = host.describe(problem);
            fault = { error, stackTrace: `stringify response to json failed: ${error.message}` };
            return;
          }
        } else {
          json = 'faulted';
          const error = host.describe(thrown);
          fault = {
            error,
            stackTrace: error.isError
              ? error.message
              : `${error.message}(callback err is not instance of Error)`,
          };
        }
      }
      if (wait) return;
      ended = true;
      if (fault !== undefined) host.end({ type: 'error', ...fault, by, waits });
      else if (json === undefined) {
        // JSON.stringify of a function is undefined; the vendor's code then fails on its length.
        const error = host.describe(new TypeError("Cannot read properties of undefined (reading 'length')"));
        host.end({ type: 'error', error, stackTrace: error.message, by, waits });
      } else host.end({ type: 'result', json, by, waits });
    };
    const answer = (thrown: unknown, result: unknown, how: AnsweredBy): void => {
      if (called) return;
      called = true;
      finish(thrown, result, waits, how);
    };
    const done = (thrown: unknown, result: unknown, how: AnsweredBy): void => {
      waits = false;
      answer(thrown, result, how);
    };
    const context: ScfContext = Object.assign(
      {
        get callbackWaitsForEmptyEventLoop() {
          return waits;
        },
        set callbackWaitsForEmptyEventLoop(value) {
          waits = value;
        },
        getRemainingTimeInMillis: () => host.remainingMs(),
        getContext: () => data,
        done: (thrown?: unknown, result?: unknown) => done(thrown, result, 'context'),
        succeed: (result?: unknown) => done(null, result, 'context'),
        fail: (thrown: unknown) => done(thrown, null, 'context'),
      },
      data,
    );

    let returned: RunningHandler['returned'] = 'ignored';
    try {
      const value = handler(event, context, (thrown, result) => answer(thrown, result, 'callback')) as
        | { then?: unknown }
        | null
        | undefined;
      if (followsPromises && value && typeof value.then === 'function') {
        returned = 'thenable';
        value.then(
          (result: unknown) => done(null, result, 'promise'),
          (thrown: unknown) => done(thrown, null, 'promise'),
        );
      }
    } catch (thrown) {
      returned = 'threw';
      if (thrown === null || thrown === undefined) {
        const error = host.describe(new TypeError(`Cannot read properties of ${thrown} (reading 'stack')`));
        fault = { error, stackTrace: error.message };
        by = 'throw';
      } else {
        const error = host.describe(thrown);
        if (error.stack !== undefined) {
          fault = { error, stackTrace: error.stack };
          by = 'throw';
        }
      }
    }
    return {
      returned,
      holdsAnswer: () => !ended && (called || returned === 'threw'),
      idle: () => finish(null, null, false, 'idle'),
      crash: (thrown) => finish(thrown, null, false, 'uncaught'),
    };
  };
};
