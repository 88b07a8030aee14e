import { expect, test } from 'vitest';
import { jsonBytes, sample, timer, triggers } from '../../src/index.js';
import { withOverrides } from '../../src/kernel/overrides.js';

test.each([
  ['more items than there are', [1], [2, 3, 4], [2, 3, 4]],
  ['fewer items than there are', [1, 2, 3], [4], [4, 2, 3]],
  ['an item left out', [1, 2], [undefined, 3], [1, 3]],
  ['an item behind the last', [{ a: 1 }], [undefined, { b: 2 }], [{ a: 1 }, { b: 2 }]],
  [
    'an object for every item',
    [{ a: 1 }, { a: 2 }],
    { b: 3 },
    [
      { a: 1, b: 3 },
      { a: 2, b: 3 },
    ],
  ],
  ['no items', [1, 2], [], [1, 2]],
])('overrides of a list: %s', (_name, items, fixed, expected) => {
  expect(withOverrides(items, fixed)).toEqual(expected);
});

const largestTimer =
  jsonBytes({ Type: 'Timer', TriggerName: '', Time: '2026-01-01T00:00:00Z', Message: '' }) + 4096;

test.each(['', 'x', '测试', '"\n'])('a size can be the very largest, with %j to begin with', (Message) => {
  const overrides = { TriggerName: 'daily', Message };
  const escapes = jsonBytes(Message) - 2 - Buffer.byteLength(Message);
  const sizeBytes = largestTimer + 'daily'.length + escapes;
  const event = sample(timer, { overrides, sizeBytes });
  expect(Buffer.byteLength(JSON.stringify(event))).toBe(sizeBytes);
  expect(Buffer.byteLength(event.Message)).toBe(4096);
  expect(() => sample(timer, { overrides, sizeBytes: sizeBytes + 1 })).toThrow(`up to ${sizeBytes}`);
});

test('only the Message of a timer has a largest size of its own', () => {
  expect(triggers.filter(({ stretch }) => stretch?.most !== undefined).map(({ name }) => name)).toEqual([
    'timer',
  ]);
});
