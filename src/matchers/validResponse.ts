import type { Issue } from '../kernel/issue.js';
import { judgeResponse, type ResponseContext, type ResponseContract } from '../responses/index.js';
import { bodyTextOf, summaryOf } from './answer.js';
import type { Finding } from './finding.js';

/** How a response is judged. */
export interface ResponseOptions extends ResponseContext {
  /** True fails on warnings as well. */
  readonly strict?: boolean;
}

/** The finding of a matcher that judges a returned value by a response contract. */
export function responseFinding(
  contract: ResponseContract,
  received: unknown,
  options: ResponseOptions = {},
): Finding {
  const { strict = false, ...context } = options;
  const { issues, rendered } = judgeResponse(contract, received, context);
  return {
    expected: `a response that ${contract.reader} accepts${strict ? ' without a warning' : ''}`,
    negated: `a response that ${contract.reader} ${strict ? 'refuses or warns of' : 'refuses'}`,
    problems: strict ? issues.map(asError) : issues,
    notes: () => [`The caller would get ${summaryOf(rendered.status, bodyTextOf(rendered.body))}`],
    noteSource: rendered.source,
  };
}

function asError(issue: Issue): Issue {
  return { ...issue, severity: 'error' };
}
