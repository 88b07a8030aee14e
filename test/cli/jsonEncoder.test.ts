import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonEncoder } from '../../cli/gen/jsonEncoder.js';
import { edgeCases, samples, triggers } from '../../src/index.js';
import { casesToTry } from '../nightly.js';

const encoded = (value: unknown): string => {
  const encoder = new JsonEncoder();
  encoder.value(value);
  return Buffer.from(encoder.take()).toString();
};

test('writes the bytes of JSON.stringify for any JSON value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }), (value) => {
      expect(encoded(value)).toBe(JSON.stringify(value));
    }),
    { numRuns: casesToTry(400, 2000) },
  );
});

test('leaves out what is undefined, and writes odd keys and long texts', () => {
  for (const value of [
    { a: undefined, b: 1 },
    { 'a"b': 'x'.repeat(500), 中: '\u0000' },
    [],
    {},
    1e21,
    -0,
    1.5,
    '\ud800',
    JSON.parse('{"__proto__":1}'),
  ]) {
    expect(encoded(value)).toBe(JSON.stringify(value));
  }
});

test('writes events of every kind, one after the other', () => {
  const encoder = new JsonEncoder();
  let expected = '';
  for (const trigger of triggers) {
    for (const event of [
      ...samples(trigger, { count: 5, hostile: 0.3 }),
      ...edgeCases(trigger)
        .slice(0, 10)
        .map((edge) => edge.event),
    ]) {
      encoder.value(event);
      encoder.text('\n');
      expected += `${JSON.stringify(event)}\n`;
    }
  }
  expect(Buffer.from(encoder.take()).toString() === expected).toBe(true);
});
