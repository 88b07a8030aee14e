import { validateHeaderName, validateHeaderValue } from 'node:http';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeIssue, hasErrors } from '../../src/kernel/issue.js';
import { checkResponse, renderResponse, responses } from '../../src/responses/index.js';
import { casesToTry } from '../nightly.js';

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
  withBoxedValues: true,
  withObjectString: true,
});

/** Values that are nearly responses: each field right, wrong or missing. */
const nearlyResponse = fc.record(
  {
    isBase64Encoded: fc.oneof(fc.boolean(), anything),
    statusCode: fc.oneof(fc.integer({ min: 0, max: 700 }), anything),
    headers: fc.oneof(
      fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()), anything), {
        noNullPrototype: true,
      }),
      anything,
    ),
    body: fc.oneof(fc.string(), fc.base64String(), anything),
    errNo: fc.oneof(fc.integer(), anything),
    websocket: anything,
  },
  { requiredKeys: [], noNullPrototype: true },
);

describe.each(responses)('$name', (contract) => {
  test('judges and renders any value', () => {
    fc.assert(
      fc.property(fc.oneof(anything, nearlyResponse), (value) => {
        const issues = checkResponse(contract, value);
        const rendered = renderResponse(contract, value);
        expect(Number.isInteger(rendered.status)).toBe(true);
        expect(rendered.status).toBeGreaterThanOrEqual(100);
        expect(rendered.status).toBeLessThanOrEqual(599);
        expect(rendered.body).toBeInstanceOf(Uint8Array);
        for (const issue of issues) expect(issue.rule.startsWith(`${contract.name}/`)).toBe(true);
      }),
      { numRuns: casesToTry(100, 500) },
    );
  });
});

test("node's own HTTP server takes every header that a response is accepted with, and refuses the others", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 6 }),
      fc.string({ unit: 'binary-ascii', maxLength: 6 }),
      (name, value) => {
        const response = { isBase64Encoded: false, statusCode: 200, headers: { [name]: value }, body: '' };
        const refused = hasErrors(checkResponse('apigw-response', response));
        expect(refused).toBe(!nodeTakes(name, value));
      },
    ),
    {
      numRuns: casesToTry(400, 2000),
      examples: [
        ['X-A', 'a\r\nb'],
        ['X-A', '\t'],
        ['', ''],
        ['X A', ''],
      ],
    },
  );
});

test('a value of 20,000 levels is judged without overflow', () => {
  let deep: unknown = 1;
  for (let depth = 0; depth < 20_000; depth++) deep = [deep];
  expect(() => checkResponse('async-result', deep)).not.toThrow();
});

test('the place is named where JSON fails or loses something', () => {
  const place = { items: [{ self: {} as unknown, sizes: new Map([['a', 1]]), ratio: Number.NaN }] };
  expect(checkResponse('async-result', place).map(describeIssue)).toEqual([
    'items[0].sizes: expected a value that JSON keeps, received a Map of 1, which becomes {}',
    'items[0].ratio: expected a value that JSON keeps, received NaN, which becomes null',
  ]);
  for (const item of place.items) item.self = place.items;
  expect(checkResponse('async-result', place).map(describeIssue)).toEqual([
    'items[0].self: expected a value that JSON can hold, received a reference to the object it stands in',
  ]);
});

test('one object in two places is no reference to itself', () => {
  const shared = { id: 1 };
  expect(checkResponse('async-result', { first: shared, second: shared, id: 5n }).map(describeIssue)).toEqual(
    ['id: expected a value that JSON can hold, received 5n (a bigint)'],
  );
});

test('a getter that throws makes the function fail', () => {
  const value = {
    get body() {
      throw new Error('not yet');
    },
  };
  expect(checkResponse('apigw-response', value)).toMatchObject([
    { rule: 'apigw-response/serialisable', path: [], received: 'not yet' },
  ]);
  expect(renderResponse('apigw-response', value).status).toBe(430);
});

test('every rule says in a sentence what holds, and where that comes from', () => {
  for (const { rules } of responses) {
    expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(rule.holds).toMatch(/^\S.*\.$/);
      expect(rule.source).not.toBe('');
    }
  }
});

function nodeTakes(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}
