import { isObject, type JsonSchema } from '../kernel/json.js';
import { type Answer, answerFinding } from './answer.js';
import { defineMatcher } from './defineMatcher.js';
import { partialDifferences } from './expectedValue.js';
import type { Problem } from './finding.js';
import { isStandardSchema, schemaProblems } from './schemaProblems.js';

/**
 * Without an argument any JSON will do. Objects may have more properties than expected, lists not more items.
 * A Standard Schema, or a JSON Schema that says so with `$schema`, is validated against.
 */
export const toHaveJsonBody = defineMatcher<[expected?: unknown]>({
  name: 'toHaveJsonBody',
  subject: 'response',
  find(received, ...expected) {
    const texts = {
      expected: `a response with ${expected.length === 0 ? 'a JSON body' : 'that JSON body'}`,
      negated: `a response without ${expected.length === 0 ? 'a JSON body' : 'that JSON body'}`,
    };
    return answerFinding(received, 'toHaveJsonBody', texts, (answer) => problemsOf(answer, expected));
  },
});

function problemsOf({ body, describeBody }: Answer, expected: readonly unknown[]): Problem[] {
  const parsed = parse(body);
  if (parsed === undefined) return [{ path: ['body'], expected: 'JSON', received: describeBody() }];
  if (expected.length === 0) return [];
  const [wanted] = expected;
  if (isStandardSchema(wanted) || isJsonSchema(wanted))
    return schemaProblems(parsed.value, wanted, 'toHaveJsonBody', ['body']);
  return partialDifferences(parsed.value, wanted, ['body']);
}

function isJsonSchema(value: unknown): value is JsonSchema {
  return isObject(value) && typeof value.$schema === 'string';
}

function parse(body: Uint8Array | undefined): { value: unknown } | undefined {
  try {
    return body === undefined ? undefined : { value: JSON.parse(new TextDecoder().decode(body)) };
  } catch {
    return undefined;
  }
}
