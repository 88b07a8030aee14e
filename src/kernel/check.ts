import type { Issue } from './issue.js';
import { sentFormIssues } from './sentForms.js';
import type { Trigger } from './trigger.js';
import { unknownFieldIssues } from './unknownFields.js';

/** How severe a check is. */
export interface CheckOptions {
  /**
   * Makes errors of warnings, and reports fields that the contract does not know and texts in a form that is not sent,
   * such as what documents mask.
   */
  readonly strict?: boolean;
}

/**
 * Compares a value with everything that is known about a kind of event: first its contract, and when that
 * holds, the rules between fields and the size limit of its invocation.
 *
 * @returns what is wrong, in the order of the rules; empty when nothing is.
 *
 * @example
 * check(timer, { Type: 'Timer', TriggerName: 'daily', Time: '2026-01-01T00:00:00Z', Message: 5 }).map(describeIssue);
 * // ['Message: expected a string, received 5 (a number)']
 */
export function check<Event>(trigger: Trigger<Event>, value: unknown, options: CheckOptions = {}): Issue[] {
  const strict = options.strict === true;
  const { contract } = trigger;
  if (!contract.accepts(value)) return contract.issuesOf(value);
  const issues: Issue[] = [];
  for (const rule of trigger.rules) {
    const severity = strict ? 'error' : rule.severity;
    rule.check(value, (path, problem) => {
      issues.push({ path, rule: rule.name, severity, source: rule.source, ...problem });
    });
  }
  if (!strict) return issues;
  issues.push(...sentFormIssues(trigger.name, contract.schema(), value));
  issues.push(...unknownFieldIssues(trigger.name, contract.schema(), value));
  return issues;
}
