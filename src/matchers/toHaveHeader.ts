import { type Answer, answerFinding } from './answer.js';
import { defineMatcher } from './defineMatcher.js';
import {
  assertName,
  assertTextExpectation,
  expectationText,
  isAsExpected,
  type TextExpectation,
} from './expectedValue.js';
import type { Problem } from './finding.js';

/** The name in any case; a list must equal all values in order, anything else one of them. */
export const toHaveHeader = defineMatcher<
  [name: string, value?: TextExpectation | readonly TextExpectation[]]
>({
  name: 'toHaveHeader',
  subject: 'response',
  find(received, name, value) {
    assertName(name, 'toHaveHeader', 'header');
    if (value !== undefined)
      for (const one of isList(value) ? value : [value]) assertTextExpectation(one, 'toHaveHeader');
    const wanted = `header ${name}${value === undefined ? '' : ` ${listText(value)}`}`;
    const texts = { expected: `a response with ${wanted}`, negated: `a response without ${wanted}` };
    return answerFinding(received, 'toHaveHeader', texts, (answer) => problemsOf(answer, name, value));
  },
});

function problemsOf(
  { headers }: Answer,
  name: string,
  expected: TextExpectation | readonly TextExpectation[] | undefined,
): Problem[] {
  const values = headers
    .filter(([other]) => other.toLowerCase() === name.toLowerCase())
    .map(([, value]) => value);
  if (values.length === 0) {
    const others = [...new Set(headers.map(([other]) => other))].join(', ');
    return [
      {
        path: ['headers', name],
        expected: expected === undefined ? 'a value' : listText(expected),
        received: 'nothing',
        ...(others !== '' && { hint: `there are ${others}` }),
      },
    ];
  }
  if (expected === undefined || fits(values, expected)) return [];
  return [
    {
      path: ['headers', name],
      expected: listText(expected),
      received: values.map((value) => JSON.stringify(value)).join(', '),
    },
  ];
}

function fits(values: readonly string[], expected: TextExpectation | readonly TextExpectation[]): boolean {
  if (!isList(expected)) return values.some((value) => isAsExpected(value, expected));
  return (
    values.length === expected.length &&
    values.every((value, index) => isAsExpected(value, expected[index] as TextExpectation))
  );
}

function listText(expected: TextExpectation | readonly TextExpectation[]): string {
  return isList(expected) ? `[${expected.map(expectationText).join(', ')}]` : expectationText(expected);
}

function isList(value: TextExpectation | readonly TextExpectation[]): value is readonly TextExpectation[] {
  return Array.isArray(value);
}
