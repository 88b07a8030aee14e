import { expect, test } from 'vitest';
import { invoke, type Trigger } from '../../src/index.js';
import { judgedOnce } from './judgedOnce.js';

type Bill = { readonly cents: number; readonly people: number };

const partsOf = ({ cents, people }: Bill, part: (even: number) => number) =>
  Array.from({ length: people }, () => part(cents / people));

test.each<readonly [what: string, answerOf: (event: Bill) => unknown, told: string | undefined]>([
  ['rounded', (event) => ({ parts: partsOf(event, Math.round) }), 'the answer: parts.[]'],
  ['rounded up', (event) => partsOf(event, Math.ceil), 'the answer: []'],
  [
    'rounded, each in an object',
    (event) => ({ bills: partsOf(event, Math.floor).map((cents) => ({ cents })) }),
    'the answer: bills.[].cents',
  ],
  ['as fractions', (event) => ({ parts: partsOf(event, (even) => even) }), undefined],
  ['the average for each', (event) => ({ average: Math.round(event.cents / event.people) }), undefined],
  [
    'pages of the same size',
    ({ cents, people }) => Array.from({ length: Math.ceil(cents / people) }, () => people),
    undefined,
  ],
  ['the same whatever is asked', () => [3, 3, 3], undefined],
])('an amount is answered in parts, %s', async (_what, answerOf, told) => {
  const violation = await judgedOnce(
    'lost-remainder',
    { trigger: invoke as Trigger, event: { cents: 10, people: 3 } },
    () => async (event: Bill) => answerOf(event),
  );
  expect(violation?.what).toBe(told);
  if (told !== undefined) expect(violation?.detail).toMatch(/has 3 parts of 10, which add up to (?:9|12):/);
});
