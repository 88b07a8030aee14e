import { expect, test } from 'vitest';
import {
  check,
  describeIssue,
  edgeCases,
  invoke,
  jsonBytes,
  kindOf,
  sample,
  samples,
} from '../../src/index.js';

test('any JSON is an event, and only JSON is', () => {
  for (const value of [{}, [], null, false, 0, '', 'text', 42, { a: [1, { b: null }] }]) {
    expect(check(invoke, value, { strict: true })).toEqual([]);
  }
  expect(check(invoke, undefined).map(describeIssue)).toMatchInlineSnapshot(`
    [
      "expected an object or an array or a string or a number or a boolean or null, received nothing",
    ]
  `);
});

test('no value is taken for one, since every value is', () => {
  for (const event of samples(invoke, { count: 200, hostile: 0.5 })) expect(kindOf(event)).toBeUndefined();
});

test('the payload is the whole event', () => {
  expect(sample(invoke, { payload: () => [1, 'two'] })).toEqual([1, 'two']);
  expect(sample(invoke, { payload: () => null })).toBeNull();
});

test('hostile draws reach every type of JSON', () => {
  const types = [...samples(invoke, { count: 400, hostile: 1 })].map((value) =>
    value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value,
  );
  expect([...new Set(types)].sort()).toEqual(['array', 'boolean', 'null', 'number', 'object', 'string']);
});

test('an exact size is reached wherever there is a text', () => {
  expect(jsonBytes(sample(invoke, { sizeBytes: 6_291_456 }))).toBe(6_291_456);
  expect(jsonBytes(sample(invoke, { sizeBytes: 500, payload: () => [[], { deep: ['x'] }] }))).toBe(500);
  expect(() => sample(invoke, { sizeBytes: 500, payload: () => [1, null] })).toThrow(
    'Cannot make a invoke event of 500 bytes',
  );
});

test('the two largest edge cases stand on both sides of 6 MB', () => {
  const bytes = (name: string) =>
    edgeCases(invoke)
      .filter((edge) => edge.name === name)
      .map((edge) => Buffer.byteLength(edge.text));
  expect(bytes('as-large-as-can-be')).toEqual([6_291_456]);
  expect(bytes('one-byte-too-large')).toEqual([6_291_457]);
  expect(bytes('too-large-for-an-asynchronous-call')).toEqual([131_073]);
});

test('edge cases say in their text what no object says', () => {
  const texts = edgeCases(invoke).map((edge) => edge.text);
  expect(texts).toContain('{"orderId":9007199254740993}');
  expect(texts).toContain('{"__proto__":{"admin":true}}');
  expect(texts).toContain('{"role":"user","role":"admin"}');
});
