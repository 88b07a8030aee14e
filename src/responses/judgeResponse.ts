import { hasErrors, type Issue, type Severity } from '../kernel/issue.js';
import type { Report } from '../kernel/trigger.js';
import type { ResponseContext, ResponseContract, ResponseRule } from './defineResponse.js';
import type { RenderedResponse } from './renderedResponse.js';
import { ReturnedValue } from './returnedValue.js';
import { faithfulRule, functionFailure, returnRules } from './returnRules.js';

/** A returned value as its reader sees it. */
export interface JudgedResponse {
  readonly issues: Issue[];
  readonly rendered: RenderedResponse;
}

/**
 * Judges a returned value and renders what the caller receives, both from one reading of it. A value that makes the
 * function fail never reaches its reader, so that the reader's rules are not asked.
 */
export function judgeResponse(
  contract: ResponseContract,
  value: unknown,
  context: ResponseContext = {},
): JudgedResponse {
  const returned = new ReturnedValue(value);
  const failure = functionFailure(returned, context);
  if (failure !== undefined) {
    const issues = issuesOf(contract, returnRules, returned, context);
    return { issues, rendered: contract.fail?.(failure, context) ?? failure };
  }
  const issues = issuesOf(contract, [...contract.rules, faithfulRule], returned, context);
  const refusal = hasErrors(issues) ? contract.refuse?.(returned, context) : undefined;
  return { issues, rendered: refusal ?? contract.render(returned, context) };
}

function issuesOf(
  { name: kind }: ResponseContract,
  rules: readonly ResponseRule[],
  returned: ReturnedValue,
  context: ResponseContext,
): Issue[] {
  const issues: Issue[] = [];
  for (const rule of rules) {
    const { name, source } = rule;
    const severity = severityOf(rule, context);
    const report: Report = (path, problem) =>
      issues.push({ path, rule: `${kind}/${name}`, severity, ...problem, source });
    rule.check(returned, report, context);
  }
  return issues;
}

function severityOf({ severity }: ResponseRule, context: ResponseContext): Severity {
  return typeof severity === 'function' ? severity(context) : severity;
}
