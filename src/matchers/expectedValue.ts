import { describeValue } from '../kernel/describeValue.js';
import type { IssuePath } from '../kernel/issue.js';
import { isObject } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import type { Problem } from './finding.js';

/** What a text is compared with: itself, a pattern, or an asymmetric matcher such as `expect.stringContaining('a')`. */
export type TextExpectation = string | RegExp | AsymmetricExpectation;

/** A test framework's asymmetric matcher. */
export interface AsymmetricExpectation {
  asymmetricMatch(other: unknown): boolean;
}

/** True when a text is as expected. */
export function isAsExpected(actual: string, expected: TextExpectation): boolean {
  if (typeof expected === 'string') return actual === expected;
  // Unlike test, search does not go on from where a pattern with the g flag stopped before.
  if (expected instanceof RegExp) return actual.search(expected) !== -1;
  return expected.asymmetricMatch(actual);
}

/** Throws a Misuse when the name of a header or cookie is none. */
export function assertName(name: unknown, matcher: string, what: string): void {
  if (typeof name === 'string' && name !== '') return;
  throw new Misuse(
    'INVALID_NAME',
    `Cannot use ${matcher}: the ${what}'s name is ${describeValue(name)}. Pass a text: \`${matcher}('name')\`.`,
  );
}

/** Throws a Misuse when a text is to be compared with something else than a text, a pattern or an asymmetric matcher. */
export function assertTextExpectation(expected: unknown, matcher: string): void {
  if (typeof expected === 'string' || expected instanceof RegExp || isAsymmetric(expected)) return;
  throw new Misuse(
    'INVALID_EXPECTATION',
    `Cannot use ${matcher}: the expected text is ${describeValue(expected)}. Pass a string, a RegExp or an asymmetric matcher.`,
  );
}

/** Names an expectation for a message: `"text/html"`, `/html/`, `StringContaining "html"`. */
export function expectationText(expected: unknown): string {
  if (expected instanceof RegExp) return String(expected);
  if (!isAsymmetric(expected))
    return typeof expected === 'string' ? JSON.stringify(expected) : describeValue(expected);
  const own = Reflect.get(expected, 'toAsymmetricMatcher');
  if (typeof own === 'function') return String(own.call(expected));
  const sample = Reflect.get(expected, 'sample');
  return `${expected}${sample === undefined ? '' : ` ${sample instanceof RegExp ? sample : JSON.stringify(sample)}`}`;
}

const longestArgument = 60;
const deepestArgument = 3;

/** Names a matcher's argument for a message: `200`, `"text/html"`, `/html/`, `{ id: 1 }`, `{ … }`. */
export function argumentText(argument: unknown, depth = 0): string {
  if (typeof argument === 'number' || typeof argument === 'boolean') return `${argument}`;
  const isPlain =
    Array.isArray(argument) || (isObject(argument) && Object.getPrototypeOf(argument) === Object.prototype);
  if (!isPlain || depth === deepestArgument) return expectationText(argument);
  const parts = Array.isArray(argument)
    ? argument.map((one) => argumentText(one, depth + 1))
    : Object.entries(argument).map(([name, value]) => `${name}: ${argumentText(value, depth + 1)}`);
  const text = parts.join(', ').slice(0, longestArgument + 1);
  const shown = text.length > longestArgument ? '…' : text;
  return Array.isArray(argument) ? `[${shown}]` : `{ ${shown} }`;
}

/**
 * Where a value lacks what is expected of it: objects may have more properties, arrays must be of the same length,
 * patterns and asymmetric matchers decide for themselves.
 */
export function partialDifferences(actual: unknown, expected: unknown, path: IssuePath): Problem[] {
  if (isAsymmetric(expected)) {
    if (expected.asymmetricMatch(actual)) return [];
  } else if (expected instanceof RegExp) {
    if (typeof actual === 'string' && isAsExpected(actual, expected)) return [];
  } else if (Array.isArray(expected)) {
    if (Array.isArray(actual) && actual.length === expected.length) {
      return expected.flatMap((one, index) => partialDifferences(actual[index], one, [...path, index]));
    }
  } else if (isObject(expected)) {
    if (isObject(actual)) {
      return Object.entries(expected).flatMap(([name, one]) =>
        partialDifferences(Object.hasOwn(actual, name) ? actual[name] : undefined, one, [...path, name]),
      );
    }
  } else if (Object.is(actual, expected)) {
    return [];
  }
  return [{ path, expected: expectationText(expected), received: describeValue(actual) }];
}

/** True for a test framework's asymmetric matcher. */
export function isAsymmetric(value: unknown): value is AsymmetricExpectation {
  return isObject(value) && typeof value.asymmetricMatch === 'function';
}
