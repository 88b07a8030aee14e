import { isObject } from '../../kernel/json.js';
import type { Outcome } from '../../runtime/index.js';
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
