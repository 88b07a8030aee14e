import { hasErrors, type Issue, type Severity } from '../kernel/issue.js';
import type { Report } from '../kernel/trigger.js';
import type { ResponseContext, ResponseContract, ResponseRule } from './defineResponse.js';
import type { RenderedResponse } from './renderedResponse.js';
import { ReturnedValue } from './returnedValue.js';
import { faithfulRule, functionFailure, returnRules } from './returnRules.js';

/** A returned value as its reader sees it. */
export interface JudgedResponse {
  readonly issues: Issue[];
  /** Those of the issues for which the caller gets something else than the function meant: errors, and what clients fail on. */
  readonly breaking: readonly Issue[];
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
    const found = issuesOf(contract, returnRules, returned, context);
    return { ...found, rendered: contract.fail?.(failure, context) ?? failure };
  }
  const found = issuesOf(contract, [...contract.rules, faithfulRule], returned, context);
  const refusal = hasErrors(found.issues) ? contract.refuse?.(returned, context) : undefined;
  return { ...found, rendered: refusal ?? contract.render(returned, context) };
}

function issuesOf(
  { name: kind }: ResponseContract,
  rules: readonly ResponseRule[],
  returned: ReturnedValue,
  context: ResponseContext,
): Pick<JudgedResponse, 'issues' | 'breaking'> {
  const issues: Issue[] = [];
  const breaking: Issue[] = [];
  for (const rule of rules) {
    const { name, source } = rule;
    const severity = severityOf(rule, context);
    const report: Report = (path, problem) => {
      const issue = { path, rule: `${kind}/${name}`, severity, ...problem, source };
      issues.push(issue);
      if (severity === 'error' || failsClients(rule, returned)) breaking.push(issue);
    };
    rule.check(returned, report, context);
  }
  return { issues, breaking };
}

function failsClients({ failsClients: fails = false }: ResponseRule, returned: ReturnedValue): boolean {
  return typeof fails === 'function' ? fails(returned) : fails;
}

function severityOf({ severity }: ResponseRule, context: ResponseContext): Severity {
  return typeof severity === 'function' ? severity(context) : severity;
}
