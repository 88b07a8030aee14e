import { isObject } from '../../src/core.js';
import { createInstance, type Outcome } from '../../src/runtime/index.js';
import type { Answer, Receiver, ReceiverOptions } from './answer.js';
import { failureIn } from './failureIn.js';

/** The server of an image function: `POST /event-invoke`, with the headers that SCF sends. */
export function image({ url, timeoutMs }: ReceiverOptions): Receiver {
  const instance = createInstance(url.origin, { timeoutMs, failsOnStatus: true });
  return {
    deliver: async (event) => answerOf(await instance.invoke(event)),
    close: () => instance.close(),
  };
}

function answerOf(outcome: Outcome): Answer {
  if (outcome.ok) {
    const answer = { status: 200, bytes: Buffer.byteLength(outcome.json) };
    const problem =
      'that is the Invoke API, which runs no function without a signature. Take --as invoke-api';
    return isRefusalOfApi(outcome.result) ? { ...answer, problem } : answer;
  }
  const { statusCode, body } = outcome;
  const told = statusCode === 430 ? `${outcome.error.name} ${outcome.error.message}` : JSON.stringify(body);
  return { status: statusCode, bytes: 0, problem: failureIn(told) };
}

function isRefusalOfApi(result: unknown): boolean {
  const { Response: response } = isObject(result) ? result : {};
  return (
    isObject(response) && isObject(response.Error) && String(response.Error.Code).startsWith('AuthFailure')
  );
}
