import '../../src/matchers/vitest.js';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../src/kernel/issue.js';
import { isObject } from '../../src/kernel/json.js';
import {
  type Matcher,
  type ResponseOptions,
  toBeValidApigwResponse,
  toBeValidClbResponse,
  toBeValidFunctionUrlResponse,
  toBeValidResponse,
} from '../../src/matchers/index.js';
import {
  checkResponse,
  type RenderedResponse,
  type ResponseContext,
  type ResponseKind,
  renderResponse,
  responses,
} from '../../src/responses/index.js';
import { faithfulRule, returnRules } from '../../src/responses/returnRules.js';
import { oddValues } from './oddValues.js';

/** A text, the name of one of the table's bodies, or what is known of a body that is long or holds an engine's words. */
type Body = string | { ref: string } | { base64: string } | { length: number } | { contains: string };

interface Row {
  readonly kind: ResponseKind;
  readonly name: string;
  readonly response?: unknown;
  /** Name of a value in oddValues.ts, in place of `response`. */
  readonly made?: string;
  readonly context?: ResponseContext;
  readonly verdict: 'accepted' | 'warned' | 'refused';
  readonly status: number;
  readonly body: Body;
  readonly headers?: readonly (readonly [string, string])[];
  readonly rules: readonly string[];
  readonly source: string;
}

const table: { bodies: Record<string, string>; rows: Row[] } = JSON.parse(
  readFileSync(new URL('table.json', import.meta.url), 'utf8'),
);

const ownMatchers: Partial<Record<ResponseKind, Matcher<[options?: ResponseOptions]>>> = {
  'apigw-response': toBeValidApigwResponse,
  'clb-response': toBeValidClbResponse,
  'function-url-response': toBeValidFunctionUrlResponse,
};

describe.each(responses.map(({ name }) => name))('%s', (kind) => {
  test.each(table.rows.filter((row) => row.kind === kind))('$verdict: $name', (row) => {
    const value = responseOf(row);

    const issues = checkResponse(kind, value, row.context);
    expect(new Set(issues.map((issue) => issue.rule))).toEqual(
      new Set(row.rules.map((rule) => `${kind}/${rule}`)),
    );
    expect(hasErrors(issues) ? 'refused' : issues.length > 0 ? 'warned' : 'accepted').toBe(row.verdict);

    const rendered = renderResponse(kind, value, row.context);
    expect(rendered.status).toBe(row.status);
    expectBody(rendered.body, row.body);
    if (row.headers !== undefined) expect(rendered.headers).toEqual(row.headers);

    expectVerdicts(row, rendered, (options) => toBeValidResponse(value, kind, options));
    const ownMatcher = ownMatchers[kind];
    if (ownMatcher !== undefined) expectVerdicts(row, rendered, (options) => ownMatcher(value, options));
  });
});

test('the table has at least 300 rows, each of its own name within its kind', () => {
  expect(table.rows.length).toBeGreaterThanOrEqual(300);
  expect(new Set(table.rows.map(({ kind, name }) => `${kind}: ${name}`)).size).toBe(table.rows.length);
});

test.each(responses.map((contract) => [contract.name, contract] as const))(
  'the table breaks every rule of %s',
  (kind, contract) => {
    const broken = new Set(table.rows.filter((row) => row.kind === kind).flatMap((row) => row.rules));
    const rules = [...returnRules, faithfulRule, ...contract.rules].map((rule) => rule.name);
    expect(rules.filter((rule) => !broken.has(rule))).toEqual([]);
  },
);

test('every row accepts, warns and refuses for a stated reason', () => {
  for (const row of table.rows) {
    expect(row.source, row.name).not.toBe('');
    expect(row.rules.length > 0, row.name).toBe(row.verdict !== 'accepted');
  }
});

function responseOf(row: Row): unknown {
  if (row.made === undefined) return row.response;
  const make = oddValues[row.made];
  if (make === undefined) throw new Error(`oddValues.ts makes no ${row.made}`);
  return make();
}

function expectBody(actual: Uint8Array, expected: Body): void {
  const text = () => new TextDecoder().decode(actual);
  if (!isObject(expected)) expect(text()).toBe(expected);
  else if ('ref' in expected) expect(text()).toBe(table.bodies[String(expected.ref)]);
  else if ('base64' in expected) expect(Buffer.from(actual).toString('base64')).toBe(expected.base64);
  else if ('length' in expected) expect(actual.byteLength).toBe(expected.length);
  else expect(text()).toContain(expected.contains);
}

/** The matcher passes unless the row is refused, and strictly only when it is accepted; its message says why. */
function expectVerdicts(
  row: Row,
  rendered: RenderedResponse,
  matcher: (options: ResponseOptions) => ReturnType<typeof toBeValidResponse>,
): void {
  const verdict = matcher(row.context ?? {});
  expect(verdict.pass).toBe(row.verdict !== 'refused');
  expect(matcher({ ...row.context, strict: true }).pass).toBe(row.verdict === 'accepted');
  const message = verdict.message();
  for (const rule of row.rules) expect(message).toContain(`${row.kind}/${rule}`);
  expect(message).toContain(`The caller would get HTTP ${rendered.status}`);
}
