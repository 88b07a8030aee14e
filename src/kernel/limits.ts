import type { Issue } from './issue.js';
import { jsonBytes } from './json.js';
import type { Invocation, Rule } from './trigger.js';

const quotaPage = 'https://cloud.tencent.com/document/product/583/11637';

/** Largest event in bytes of JSON: 6 MB where the platform waits for the answer, 128 KB where it does not. */
export const largestEventBytes: Readonly<Record<Invocation, number>> = { sync: 6_291_456, async: 131_072 };

/** Largest answer of a function in bytes of JSON. */
export const largestResponseBytes = 6_291_456;

/**
 * The rule that an event is no larger than its way of invocation allows.
 *
 * @param countedBytes what counts against the limit, where that is not the bytes of the event's JSON.
 */
export function fitsInvocation<Event>(
  kind: string,
  invocation: Invocation,
  countedBytes?: (event: Event) => number,
): Rule<Event> {
  const limit = largestEventBytes[invocation];
  const sync = invocation === 'sync';
  return {
    name: `${kind}/fits-${invocation}-invocation`,
    holds: `The event's JSON is at most ${sync ? '6 MB (6,291,456 bytes)' : '128 KB (131,072 bytes)'}, since its invocation is ${sync ? 'synchronous' : 'asynchronous'}.`,
    severity: 'error',
    source: quotaPage,
    check(event, report) {
      if (countedBytes === undefined && maxBytes(event, limit) <= limit) return;
      const size = countedBytes?.(event) ?? jsonBytes(event);
      if (size > limit) {
        report([], { expected: `at most ${limit} bytes of JSON`, received: `${size} bytes` });
      }
    },
  };
}

/** Deeper values are counted without recursion. */
const deepestCounted = 500;

/** An upper bound of the JSON size that reads no text, only its length; stops counting above `enough`. */
function maxBytes(value: unknown, enough: number, depth = 0): number {
  if (depth > deepestCounted) return Number.POSITIVE_INFINITY;
  switch (typeof value) {
    case 'string':
      return value.length * 6 + 2;
    case 'number':
      return 25;
    case 'object':
      break;
    default:
      return 5;
  }
  if (value === null) return 4;
  let sum = 2;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length && sum <= enough; i++) sum += 1 + maxBytes(value[i], enough, depth + 1);
    return sum;
  }
  for (const name in value) {
    sum += name.length * 6 + 4 + maxBytes((value as Record<string, unknown>)[name], enough, depth + 1);
    if (sum > enough) break;
  }
  return sum;
}

/** Issues for the matcher and the delivery model: is this JSON size allowed for that way of invocation? */
export function sizeIssues(kind: string, value: unknown, invocation: Invocation): Issue[] {
  const rule = fitsInvocation(kind, invocation);
  const issues: Issue[] = [];
  rule.check(value, (path, problem) =>
    issues.push({ path, rule: rule.name, severity: 'error', source: rule.source, ...problem }),
  );
  return issues;
}
