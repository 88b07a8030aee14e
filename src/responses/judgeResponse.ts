import { hasErrors, type Issue } from '../kernel/issue.js';
import type { RenderedResponse, ResponseContext, ResponseContract, ResponseRule } from './defineResponse.js';
import { ReturnedValue } from './returnedValue.js';
import { faithfulRule, functionFailure, returnRules } from './returnRules.js';

/** A returned value as its reader sees it. */
export interface JudgedResponse {
  readonly issues: Issue[];
  readonly rendered: RenderedResponse;
}

/** Judges a returned value and renders what the caller receives, both from one reading of it. */
export function judgeResponse(
  contract: ResponseContract,
  value: unknown,
  context: ResponseContext = {},
): JudgedResponse {
  const returned = new ReturnedValue(value);
  const issues = issuesOf(contract, returned, context);
  return { issues, rendered: rendered(contract, returned, context, issues) };
}

function issuesOf(contract: ResponseContract, returned: ReturnedValue, context: ResponseContext): Issue[] {
  const issues: Issue[] = [];
  for (const rule of [...returnRules, ...contract.rules, faithfulRule]) {
    rule.check(
      returned,
      (path, problem) => {
        const { source } = rule;
        issues.push({
          path,
          rule: `${contract.name}/${rule.name}`,
          severity: severityOf(rule, context),
          ...problem,
          source,
        });
      },
      context,
    );
  }
  return issues;
}

function severityOf({ severity }: ResponseRule, context: ResponseContext) {
  return typeof severity === 'function' ? severity(context) : severity;
}

function rendered(
  contract: ResponseContract,
  returned: ReturnedValue,
  context: ResponseContext,
  issues: readonly Issue[],
): RenderedResponse {
  const failure = functionFailure(returned, context);
  if (failure !== undefined) return contract.fail?.(failure, context) ?? failure;
  const refused = hasErrors(issues) ? contract.refuse?.(returned, context) : undefined;
  return refused ?? contract.render(returned, context);
}
