import { describe, expect, test } from 'vitest';
import { jsonInside, parsedJson } from '../../src/kernel/json.js';
import { partsOf } from '../../src/kernel/jsonParts.js';
import { referredSchema, resolvedSchema } from '../../src/kernel/schemaReference.js';
import { valueAt } from '../../src/kernel/valueAt.js';

describe('valueAt', () => {
  test.each([
    [[], { a: [1] }],
    [['a', 0], 1],
    [['a', '0'], 1],
    [['a', 1], undefined],
    [['a', 0, 'x'], undefined],
    [['b', 'c'], undefined],
  ])('of %j is %j', (path, expected) => {
    expect(valueAt({ a: [1] }, path)).toEqual(expected);
  });

  test('leads through null to nothing', () => {
    expect(valueAt({ a: null }, ['a', 'b'])).toBeUndefined();
  });
});

describe('JSON in a text', () => {
  test.each([
    ['{"a":1}', { a: 1 }],
    [' \n[1]', [1]],
    ['{"a":', undefined],
    ['', undefined],
    ['1', undefined],
    ['"a"', undefined],
    ['\ufeff{}', undefined],
  ])('is of %j %j', (text, expected) => {
    expect(jsonInside(text)).toEqual(expected);
  });

  test('is a text only when texts are wanted', () => {
    expect(jsonInside('"a"', { withTexts: true })).toBe('a');
    expect(jsonInside('a', { withTexts: true })).toBeUndefined();
  });

  test('is left alone beyond a length and a number of brackets', () => {
    expect(jsonInside('[1]', { maxLength: 3 })).toEqual([1]);
    expect(jsonInside('[1]', { maxLength: 2 })).toBeUndefined();
    expect(jsonInside('[{"a":1}]', { maxBrackets: 2 })).toEqual([{ a: 1 }]);
    expect(jsonInside('[{"a":1}]', { maxBrackets: 1 })).toBeUndefined();
  });

  test('is anything that JSON.parse takes for who asks so', () => {
    expect(['1', 'null', '"a"', '{', ''].map(parsedJson)).toEqual([1, null, 'a', undefined, undefined]);
  });
});

describe('the parts of a value', () => {
  const paths = (parts: ReturnType<typeof partsOf>) => [...parts].map(({ path }) => path.join('.'));

  test('come outer before inner and in order', () => {
    expect(paths(partsOf({ a: [1, { b: 2 }], c: 'x' }))).toEqual(['', 'a', 'a.0', 'a.1', 'a.1.b', 'c']);
  });

  test('include what a text holds when it is opened', () => {
    const value = { a: '{"b":["[1]"]}' };
    expect([...partsOf(value)].map((part) => part.value)).toEqual([value, value.a]);
    expect([...partsOf(value, { open: jsonInside })].slice(1)).toMatchObject([
      { value: value.a, path: ['a'] },
      { value: { b: ['[1]'] }, path: ['a'] },
      { value: ['[1]'], path: ['a', 'b'] },
      { value: '[1]', path: ['a', 'b', 0] },
      { value: [1], path: ['a', 'b', 0] },
      { value: 1, path: ['a', 'b', 0, 0] },
    ]);
  });

  test('end at a depth, and need no call stack before', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 20_000; depth++) deep = [deep];
    expect(paths(partsOf(deep))).toHaveLength(101);
    expect(paths(partsOf(deep, { maxDepth: 3 }))).toEqual(['', '0', '0.0', '0.0.0']);
  });
});

describe('a reference of a schema', () => {
  const root = { $defs: { a: { $ref: '#/$defs/b' }, b: { type: 'string' } } };

  test('leads one step, or to its end', () => {
    expect(referredSchema(root, { $ref: '#/$defs/a', description: 'own' })).toEqual({ $ref: '#/$defs/b' });
    expect(resolvedSchema(root, { $ref: '#/$defs/a' })).toEqual({ type: 'string' });
  });

  test('may be none, or lead nowhere', () => {
    const plain = { type: 'string' };
    expect(referredSchema(root, plain)).toBeUndefined();
    expect(resolvedSchema(root, plain)).toBe(plain);
    expect(resolvedSchema(root, true)).toBe(true);
    expect(resolvedSchema(root, { $ref: '#/$defs/c/d' })).toBeUndefined();
  });
});
