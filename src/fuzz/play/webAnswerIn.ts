import { isObject } from '../../kernel/json.js';
import type { Outcome } from '../../runtime/index.js';
import type { ServerAnswer } from '../../runtime/webAnswer.js';
import type { Execution } from './execution.js';

/** What a server has answered, where it has. */
export function webAnswerIn(outcome: Outcome | undefined): ServerAnswer | undefined {
  if (outcome?.ok !== true || !isWebAnswer(outcome.result)) return undefined;
  return outcome.result;
}

/** What a server has answered last. */
export function lastAnswer(execution: Execution<unknown>): ServerAnswer | undefined {
  return webAnswerIn(execution.invocations.at(-1)?.outcome);
}

function isWebAnswer(value: unknown): value is ServerAnswer {
  return isObject(value) && value.protocol === 'HTTP/1.1' && typeof value.statusCode === 'number';
}

/** True for an answer of a server that says no: what it says of why is mostly that of a framework. */
export function isRefusal(outcome: Outcome): boolean {
  return (webAnswerIn(outcome)?.statusCode ?? 0) >= 400;
}
