import { isObject } from '../../kernel/json.js';
import type { Outcome } from '../../runtime/index.js';

/** So many outside calls may take longer than the time limit, also where each is as it should be. */
const manyCalls = 100;

/** True for an invocation whose calls take their time: it says nothing of the handler, nor would it when it comes again. */
export function takesItsTime(outcome: Outcome, calls: { readonly length: number }): boolean {
  return outcome.statusCode === 433 && calls.length > manyCalls;
}

/** Whether a function told the one who called it that it failed. */
export function reportsFailure(outcome: Outcome): boolean {
  if (!outcome.ok) return true;
  const { result } = outcome;
  if (!isObject(result)) return false;
  const { statusCode, errNo, errno, ok, success, error } = result;
  return (
    (typeof statusCode === 'number' && statusCode >= 400) ||
    (typeof errNo === 'number' && errNo !== 0) ||
    (typeof errno === 'number' && errno !== 0) ||
    ok === false ||
    success === false ||
    (error !== undefined && error !== null && error !== false)
  );
}
