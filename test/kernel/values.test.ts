import { describe, expect, test } from 'vitest';
import { base64Of, bytesOfBase64 } from '../../src/kernel/base64.js';
import { civilDayOf, dayNumberOf, daysInMonth } from '../../src/kernel/civil.js';
import { describeValue } from '../../src/kernel/describeValue.js';
import { describeIssue, type Issue, type IssuePath, pathText } from '../../src/kernel/issue.js';
import { codePoints, inOrder, jsonBytes, jsonInside, setOwn, utf8Bytes } from '../../src/kernel/json.js';
import { nearest } from '../../src/kernel/nearest.js';
import { givenItem, givenLength, givenPart, nothing, withOverrides } from '../../src/kernel/overrides.js';

describe('the bytes of the JSON of a value', () => {
  const inLists = (value: unknown, levels: number) => {
    let around = value;
    for (let level = 0; level < levels; level++) around = [around];
    return around;
  };

  test.each([
    ['[]', []],
    ['[1,2,3]', [1, 2, 3]],
    ['{}', {}],
    ['{"a":1,"bc":"你"}', { a: 1, bc: '你' }],
    ['[null,null]', [undefined, null]],
    ['{"b":[]}', { a: undefined, b: [] }],
    ['true', true],
  ])('are those of %s, also far below what JSON.stringify can follow', (json, value) => {
    expect(jsonBytes(value)).toBe(utf8Bytes(json));
    expect(jsonBytes(inLists(value, 20_000))).toBe(utf8Bytes(json) + 40_000);
  });

  test('cannot be told of a value that JSON has no words for', () => {
    expect(() => jsonBytes({ id: 5n })).toThrow(TypeError);
  });
});

test.each([
  ['a', 1, 1],
  ['é', 2, 1],
  ['你', 3, 1],
  ['😀', 4, 1],
  ['', 0, 0],
])('%s has %i bytes and %i code points', (text, bytes, points) => {
  expect([utf8Bytes(text), codePoints(text)]).toEqual([bytes, points]);
});

test('JSON that is a number is none inside a text, also where texts are wanted', () => {
  expect(jsonInside('1', { withTexts: true })).toBeUndefined();
});

describe('a property', () => {
  test.each(['a', '__proto__'])('named %s is set as JSON.parse does', (name) => {
    const target = {};
    setOwn(target, name, 5);
    expect(Object.getOwnPropertyDescriptor(target, name)).toEqual({
      value: 5,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  });

  test('stands in alphabetical order', () => {
    expect(JSON.stringify(inOrder({ b: 1, a: 2, C: 3 }))).toBe('{"C":3,"a":2,"b":1}');
  });
});

describe('a value is named', () => {
  test.each([
    [undefined, 'nothing'],
    [null, 'null'],
    ['200', '"200" (a string)'],
    ['x'.repeat(60), `"${'x'.repeat(60)}" (a string)`],
    ['x'.repeat(61), `"${'x'.repeat(60)}…" (a string of 61 characters)`],
    [5, '5 (a number)'],
    [5n, '5n (a bigint)'],
    [true, 'true (a boolean)'],
    [() => 1, 'a function'],
    [Symbol('s'), 'a symbol'],
    [[1, 2, 3], 'an array of 3'],
    [Promise.resolve(1), 'a Promise'],
    [new Uint8Array(4), '4 bytes'],
    [{ a: 1 }, 'an object'],
  ])('%#: %s', (value, name) => {
    expect(describeValue(value)).toBe(name);
  });
});

describe('a path is written', () => {
  test.each<[IssuePath, string]>([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a.b'],
    [['a', 3, 'b'], 'a[3].b'],
    [[0], '[0]'],
    [['x-api'], '["x-api"]'],
    [['a', 'x-api', 'b'], 'a["x-api"].b'],
    [['$a_1'], '$a_1'],
    [['1a'], '["1a"]'],
    [['a', '3'], 'a["3"]'],
    [['a b'], '["a b"]'],
  ])('%j as %s', (path, text) => {
    expect(pathText(path)).toBe(text);
  });
});

test.each<[Partial<Issue>, string]>([
  [{ path: ['a'] }, 'a: expected 1, received 2'],
  [{ path: [] }, 'expected 1, received 2'],
  [{ path: ['a'], hint: 'write 1' }, 'a: expected 1, received 2; write 1'],
])('the issue %j reads "%s"', (given, sentence) => {
  const issue: Issue = {
    path: [],
    rule: 'x/y',
    severity: 'error',
    expected: '1',
    received: '2',
    source: 's',
  };
  expect(describeIssue({ ...issue, ...given })).toBe(sentence);
});

describe('the nearest name', () => {
  const known = ['timer', 'cos', 'ckafka', 'cmq', 'apigw'];

  test.each([
    ['tiemr', 'timer'],
    ['TIMER', 'timer'],
    ['time', 'timer'],
    ['ti', 'timer'],
    ['timers', 'timer'],
    ['xtimer', 'timer'],
    ['ctimer', 'timer'],
    ['kafka', 'ckafka'],
    ['apigateway', undefined],
    ['api', 'apigw'],
    ['co', 'cos'],
    ['coss', 'cos'],
    ['c', 'cos'],
    ['zzzzz', undefined],
    ['', undefined],
  ])('to "%s" is %s', (name, found) => {
    expect(nearest(name, known)).toBe(found);
  });

  test('of two that are as near is the first', () => {
    expect(nearest('cat', ['bat', 'rat'])).toBe('bat');
    expect(nearest('abdc', ['abxx', 'abcd'])).toBe('abcd');
  });
});

describe('a day', () => {
  test.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [2000, 2, 29, 11_016],
    [2000, 3, 1, 11_017],
    [1900, 2, 28, -25_509],
    [1900, 3, 1, -25_508],
    [2024, 2, 29, 19_782],
    [2024, 12, 31, 20_088],
    [2025, 1, 1, 20_089],
    [2099, 12, 31, 47_481],
    [2100, 2, 28, 47_540],
    [2100, 3, 1, 47_541],
    [2400, 2, 29, 157_113],
    [0, 3, 1, -719_468],
  ])('%i-%i-%i is day %i', (year, month, date, number) => {
    expect(dayNumberOf(year, month, date)).toBe(number);
    expect(civilDayOf(number)).toEqual({ year, month, date });
  });

  test('of eight hundred years comes back from its number, the months as long as they are', () => {
    let number = dayNumberOf(1899, 1, 1);
    for (let year = 1899; year < 2700; year++) {
      for (let month = 1; month <= 12; month++) {
        expect(civilDayOf(number)).toEqual({ year, month, date: 1 });
        expect(dayNumberOf(year, month, 1)).toBe(number);
        number += daysInMonth(year, month);
      }
    }
  });

  test.each([
    [2023, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    [2024, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    [1900, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    [2000, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  ])('is one of so many in the months of %i', (year, days) => {
    expect(days.map((_, index) => daysInMonth(year, index + 1))).toEqual(days);
  });
});

describe('what is fixed', () => {
  test.each([
    ['nothing', { a: 1 }, undefined, { a: 1 }],
    ['no field', { a: 1 }, {}, { a: 1 }],
    ['a field', { a: 1, b: 2 }, { b: 3 }, { a: 1, b: 3 }],
    ['a new field', { a: 1 }, { b: 3 }, { a: 1, b: 3 }],
    ['a field as null', { a: { b: 1 } }, { a: null }, { a: null }],
    ['an inner field', { a: { b: 1, c: 2 } }, { a: { c: 3 } }, { a: { b: 1, c: 3 } }],
    [
      'a field of every item',
      { a: [{ b: 1 }, { b: 2 }] },
      { a: { c: 3 } },
      {
        a: [
          { b: 1, c: 3 },
          { b: 2, c: 3 },
        ],
      },
    ],
    ['the second item', { a: [1, 2, 3] }, { a: [undefined, 5] }, { a: [1, 5, 3] }],
    ['more items than there are', { a: [1] }, { a: [5, 6] }, { a: [5, 6] }],
    ['a list in the place of an object', { a: { b: 1 } }, { a: [5] }, { a: [5] }],
    ['an object in the place of a text', { a: 'x' }, { a: { b: 1 } }, { a: { b: 1 } }],
    ['an object in the place of null', { a: null }, { a: { b: 1 } }, { a: { b: 1 } }],
    ['a field that objects inherit', { a: 1 }, { toString: 'x' }, { a: 1, toString: 'x' }],
  ])('is laid over the value: %s', (_what, value, fixed, expected) => {
    const before = structuredClone(value);
    expect(withOverrides<unknown>(value, fixed)).toEqual(expected);
    expect(value).toEqual(before);
  });

  test('leaves the value itself where it fixes nothing', () => {
    const value = { a: 1 };
    expect([withOverrides(value, undefined), withOverrides(value, {})].every((same) => same === value)).toBe(
      true,
    );
  });

  test('of an item is its own entry, or the one for all', () => {
    expect(givenItem([{ a: 1 }, undefined], 0)).toEqual({ a: 1 });
    expect(givenItem<{ a: number }>([{ a: 1 }, undefined], 1)).toBe(nothing);
    expect(givenItem<{ a: number }>({ a: 2 }, 7)).toEqual({ a: 2 });
    expect(givenItem<{ a: number }>(undefined, 0)).toBe(nothing);
  });

  test('of a part and of a length is nothing where there is none', () => {
    expect([
      givenPart({ a: 1 }),
      givenPart(undefined),
      givenPart('x' as never),
      givenPart(null as never),
    ]).toEqual([{ a: 1 }, {}, {}, {}]);
    expect([givenLength([1, 2]), givenLength({ length: 2 }), givenLength(undefined)]).toEqual([2, 0, 0]);
  });
});

test.each([
  ['', []],
  ['aGk=', [104, 105]],
  ['aGk', undefined],
  ['aG k=', undefined],
  ['!!!!', undefined],
  ['-_-_', undefined],
])('the Base64 "%s" stands for %j', (text, bytes) => {
  const found = bytesOfBase64(text);
  expect(found === undefined ? undefined : [...found]).toEqual(bytes);
});

test('Base64 is written of a text, and of a part of a buffer', () => {
  expect(base64Of('你')).toBe('5L2g');
  expect(base64Of(Uint8Array.of(1, 104, 105, 2).subarray(1, 3))).toBe('aGk=');
});
