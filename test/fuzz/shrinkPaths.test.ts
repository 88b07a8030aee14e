import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveryRules, withSharedEvents } from '../../src/fuzz/arbitraries/deliveryRules.js';
import { DrawnArbitrary } from '../../src/fuzz/arbitraries/drawnArbitrary.js';
import { closed, longestArray, opened, pathsOf } from '../../src/fuzz/arbitraries/shrink/openJson.js';
import {
  drawnOnly,
  type Shrinkable,
  shrinkableValue,
  type ValueRules,
} from '../../src/fuzz/arbitraries/shrinkable.js';
import type { Delivery } from '../../src/fuzz/index.js';
import { base64Of } from '../../src/kernel/base64.js';
import type { Draw } from '../../src/kernel/draw.js';
import { plainRequest } from '../../src/kernel/draw.js';

/** Takes the first smaller value that fails, until none does; counts what was asked. */
function descent<T>(
  start: Shrinkable<T>,
  fails: (value: T) => boolean,
): { readonly last: T; readonly asked: number } {
  let asked = 0;
  let at = start;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const candidate of at.shrinks()) {
      asked++;
      if (!fails(candidate.value)) continue;
      at = candidate;
      isSmaller = true;
      break;
    }
  }
  return { last: at.value, asked };
}

const free: ValueRules<unknown> = {
  accepts: (value): value is unknown => value !== undefined,
  isFree: () => true,
};
const text = (value: unknown) => JSON.stringify(value);
const gzippedBar = 'H4sIAAAAAAAAA6tWKkpNzi9KKVayiq5WSs7PK0nNK1GyUkpKLFKqja0FAOyQzEYfAAAA';
const gzipped = 'H4sIAAAAAAAAA6tWKkpNzi9KKVayiq5WSs7PK0nNK1GyUkrLz1eq1UEWSUosUqqNrQUAQbNn+TEAAAA=';

describe('a value that was not drawn comes down', () => {
  test.each<
    readonly [what: string, value: unknown, fails: (value: unknown) => boolean, last: unknown, asked: number]
  >([
    [
      'to the one item of a hundred',
      Array.from({ length: 100 }, (_, i) => i),
      (v) => text(v).includes('77'),
      [77],
      22,
    ],
    [
      'to two items that are far apart',
      Array.from({ length: 30 }, (_, i) => `k${i}.`),
      (v) => /k3\..*k27\./.test(text(v)),
      ['k3.', 'k27.'],
      38,
    ],
    [
      'to a number of items',
      Array(50).fill('a'),
      (v) => (v as unknown[]).length >= 13,
      Array(13).fill(''),
      177,
    ],
    [
      'to the field that counts',
      { a: 1, b: { c: [1, 2], d: 'x' }, e: 'y' },
      (v) => text(v).includes('"d"'),
      { b: { d: '' } },
      12,
    ],
    ['to a number', { n: 900 }, (v) => Number((v as { n?: number }).n) >= 123, { n: 123 }, 21],
    ['to a number below 0', { n: -900 }, (v) => Number((v as { n?: number }).n) <= -5, { n: -5 }, 17],
    ['not to a fraction', { n: 9.5 }, (v) => Number((v as { n?: number }).n) >= 5, { n: 9.5 }, 2],
    [
      'to the part of a text',
      { t: 'abcdefghijklmnopqrstuvwxyz' },
      (v) => text(v).includes('pq'),
      { t: 'pq' },
      19,
    ],
    [
      'to a length of a text',
      { t: 'abcdefghijklmnopqrstuvwxyz' },
      (v) => String((v as { t?: string }).t).length >= 11,
      { t: 'aaaaaaaaaaa' },
      25,
    ],
    ['and leaves no half of a character', { t: 'ab😀cd😀' }, (v) => text(v).includes('😀'), { t: '😀' }, 14],
    [
      'inside JSON that stands in a text',
      { t: '{ "a": [1, 2, 3], "b": "x" }' },
      (v) => text(v).includes('b'),
      { t: '{"b":""}' },
      10,
    ],
    [
      'inside Base64',
      { t: base64Of('[10,20,30,40]') },
      (v) => text(opened(v)).includes('30'),
      { t: base64Of('[30]') },
      15,
    ],
    ['inside gzip', { t: gzipped }, (v) => text(opened(v)).includes('bar'), { t: gzippedBar }, 15],
    ['to nothing', { a: [1, 2, 3] }, () => true, {}, 3],
    ['not at all where nothing smaller fails', ['a'], (v) => text(v) === '["a"]', ['a'], 4],
    [
      'to 0 and the empty text first',
      [5, 'abc', true, null],
      (v) => (v as unknown[]).length === 4,
      [0, '', true, null],
      35,
    ],
  ])('%s', (_what, value, fails, last, asked) => {
    const found = descent(shrinkableValue(value, free), fails);
    expect([found.last, found.asked]).toEqual([last, asked]);
  });

  test('only where its rules have nothing against it', () => {
    const rules: ValueRules<unknown> = {
      accepts: (value): value is unknown => text(value).includes('"id"') && !text(value).includes('""'),
      isFree: (path) => path.includes('free'),
    };
    const value = { id: 'abc', free: 'defg', more: [12, 13], other: 'hij' };
    const { last } = descent(
      shrinkableValue(value, rules),
      (v) => text(v).includes('free') && text(v).includes('more'),
    );
    expect(last).toEqual({ id: 'abc', free: 'd', more: [] });
  });
});

describe('what is drawn comes down', () => {
  const drawnBy = <T>(draw: (draw: Draw) => T, index = 3) =>
    new DrawnArbitrary('of a test', [{ request: plainRequest, draw }], drawnOnly<T>(), 1).drawn(index);
  const list = (draw: Draw) => draw.list(0, 60, () => draw.below(1000));

  test.each<readonly [what: string, fails: (value: number[]) => boolean, last: unknown]>([
    ['to the simplest', () => true, []],
    ['to one item', (items) => items.some((item) => item > 500), [501]],
    ['to two items', (items) => items.filter((item) => item > 500).length >= 2, [501, 501]],
    ['to a length', (items) => items.length >= 5, [0, 0, 0, 0, 0]],
    [
      'to a sum',
      (items) => items.reduce((sum, item) => sum + item, 0) > 1500,
      expect.toSatisfy((v: number[]) => v.reduce((a, b) => a + b) === 1501),
    ],
  ])('%s', (_what, fails, last) => {
    const start = drawnBy(list);
    expect(fails(start.value)).toBe(true);
    const found = descent(start, fails);
    expect(found.last).toEqual(last);
    expect(found.asked).toBeLessThanOrEqual(80);
  });

  test('with the choices outside of lists, one by one', () => {
    const start = drawnBy((draw) => ({
      a: draw.below(1000),
      b: draw.pick(['x', 'y', 'z']),
      c: list(draw),
      d: draw.below(9),
    }));
    const { a, d } = start.value;
    expect(descent(start, (value) => value.a >= Math.min(a, 37) && value.d >= Math.min(d, 2)).last).toEqual({
      a: Math.min(a, 37),
      b: 'x',
      c: [],
      d: Math.min(d, 2),
    });
  });

  test('in an array of fixed length too', () => {
    const fixed = (draw: Draw) => ({
      items: Array.from({ length: 40 }, (_, at) => ({ at, n: draw.below(100) })),
    });
    const rules: ValueRules<{ items: { at: number; n: number }[] }> = {
      accepts: (value): value is { items: { at: number; n: number }[] } =>
        Array.isArray((value as { items?: unknown }).items),
      isFree: () => false,
    };
    const start = new DrawnArbitrary('fixed', [{ request: plainRequest, draw: fixed }], rules, 1).drawn(3);
    const { last, asked } = descent(start, ({ items }) => items.some(({ at, n }) => at === 23 && n >= 1));
    expect(last).toEqual({ items: [{ at: 23, n: 1 }] });
    expect(asked).toBeLessThanOrEqual(40);
  });

  test('the same for the same index, by the recipe that is named, and in fast-check', () => {
    const recipes = ['a', 'b', 'c'].map((name) => ({
      request: plainRequest,
      draw: (draw: Draw) => `${name}${draw.below(1000)}`,
    }));
    const arbitrary = new DrawnArbitrary('of a test', recipes, drawnOnly<string>(), 1);
    expect(arbitrary.recipes).toBe(3);
    expect(arbitrary.drawn(5).value).toBe(arbitrary.drawn(5).value);
    expect([0, 1, 2, 3, 4].map((at) => arbitrary.drawn(9, at).value[0])).toEqual(['a', 'b', 'c', 'a', 'b']);
    const firsts = new Set(Array.from({ length: 40 }, (_, index) => arbitrary.drawn(index).value[0]));
    expect(firsts).toEqual(new Set(['a', 'b', 'c']));
    expect(new Set(fc.sample(arbitrary, { seed: 1, numRuns: 50 })).size).toBeGreaterThan(40);
    expect(arbitrary.canShrinkWithoutContext('a5')).toBe(true);
  });
});

describe('an encoded text', () => {
  test.each([
    ['JSON', '{"a":[1]}', { a: [1] }],
    ['a list', ' [1]', [1]],
    ['Base64 of text', base64Of('hello there'), 'hello there'],
    ['Base64 of JSON', base64Of('{"a":1}  '), { a: 1 }],
    ['gzip of JSON', gzipped, { records: [{ content: 'foo' }, { content: 'bar' }] }],
  ])('is opened: %s', (_what, given, inner) => {
    expect(JSON.parse(text(opened(given)))).toEqual(inner);
    expect(closed(opened(given))).toBe(given);
  });

  test.each([
    ['no JSON', '{a'],
    ['a short text', 'abcd'],
    ['a length that Base64 has not', 'abcdefghi'],
    ['other characters', 'abcdefg*'],
    ['bytes that are no text', base64Of(Buffer.from([0xff, 0xfe, 0xfd, 0xfc, 0xfb, 0xfa]))],
    ['control characters', base64Of('a\u0001bcdefgh')],
    ['gzip that is none', base64Of(Buffer.from([0x1f, 0x8b, ...Array(20).fill(1)]))],
    ['JSON nested over 64 deep', '['.repeat(65) + ']'.repeat(65)],
  ])('stays as it is: %s', (_what, given) => {
    expect(JSON.parse(text(opened(given)))).toBe(given);
    expect(closed(opened(given))).toBe(given);
  });

  test('is opened 64 deep, and left as it is below', () => {
    const nested = (levels: number): unknown => (levels === 0 ? '{"a":1}' : [nested(levels - 1)]);
    const inner = (levels: number) => text(opened(nested(levels))).replaceAll(/[[\]]/g, '');
    expect(inner(62)).toBe('{"a":1}');
    expect(inner(64)).toBe('""');
    expect(closed(opened(nested(70)))).toEqual(nested(70));
  });

  test('has parts with paths, the outer before the inner', () => {
    const tree = opened({ a: '[1,[2]]', b: [[3, 4, 5], 'x'], c: { d: [] } });
    expect(pathsOf(tree, Array.isArray)).toEqual([
      ['a', '(opened)'],
      ['a', '(opened)', 1],
      ['b'],
      ['b', 0],
      ['c', 'd'],
    ]);
    expect(longestArray(tree)).toEqual({ path: ['b', 0], length: 3 });
    expect(longestArray(opened([[1], [2]]))).toEqual({ path: [], length: 2 });
    expect(longestArray(opened({ a: [1, 2], b: [3, 4] }))).toEqual({ path: ['a'], length: 2 });
    expect(longestArray(opened({ a: 1 }))).toBeUndefined();
  });
});

describe('a delivery', () => {
  const step = {
    event: { a: 1 },
    atMs: 0,
    instance: 0,
    together: true,
    slow: true,
    systemErrors: 2,
    retriedWarm: true,
  } as const;
  const fault = { call: 1, kind: 'refused' } as const;
  const original: Delivery<unknown> = {
    steps: [
      { ...step, fault },
      { ...step, atMs: 5 },
    ],
  };
  const { accepts, isFree } = deliveryRules<unknown>();
  test.each<readonly [what: string, value: unknown, isAccepted: boolean]>([
    ['itself', original, true],
    ['one of its steps', { steps: [original.steps[1]] }, true],
    ['a step with less going wrong', { steps: [{ event: { a: 1 }, atMs: 5, instance: 0 }] }, true],
    ['each alone', { steps: [{ ...step, atMs: 5, slow: undefined }] }, true],
    ['no steps', { steps: [] }, false],
    ['no list', { steps: 5 }, false],
    ['null', null, false],
    ['no step', { steps: [5] }, false],
    ['a step beside a strange one', { steps: [original.steps[0], { ...step, atMs: 6 }] }, false],
    ['another event', { steps: [{ ...step, event: { a: 2 } }] }, false],
    ['no event', { steps: [{ ...step, event: undefined }] }, false],
    ['no time', { steps: [{ ...step, atMs: undefined }] }, false],
    ['no instance', { steps: [{ ...step, instance: undefined }] }, false],
    ['another fault', { steps: [{ ...step, fault: { call: 2, kind: 'refused' } }] }, false],
    ['fewer errors', { steps: [{ ...step, systemErrors: 1 }] }, false],
  ])('shrinks to %s: %s', (_what, value, isAccepted) => {
    expect(accepts(value, original)).toBe(isAccepted);
    expect(isFree([])).toBe(false);
  });

  test('has one event again where it had one before it was written down', () => {
    const { steps, timeZone } = withSharedEvents({
      steps: [
        { ...step, event: { a: 1 } },
        { ...step, event: { a: 2 } },
        { ...step, event: { a: 1 } },
      ],
      timeZone: 'UTC',
    });
    expect(steps[2]?.event).toBe(steps[0]?.event);
    expect(steps.map(({ event }) => event)).toEqual([{ a: 1 }, { a: 2 }, { a: 1 }]);
    expect(steps[1]).toEqual({ ...step, event: { a: 2 } });
    expect(timeZone).toBe('UTC');
  });
});
