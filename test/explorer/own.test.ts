import { expect, test } from 'vitest';
import { maxOwnBytes, ownEvents, ownFile } from '../../src/explorer/own.js';

const event = { Type: 'Timer' };

test.each([
  ['one event', JSON.stringify(event), [event]],
  ['one event with a byte order mark', `\ufeff${JSON.stringify(event)}\n`, [event]],
  ['a list of events', JSON.stringify([event, event]), [event, event]],
  ['JSON lines', `${JSON.stringify(event)}\n\n${JSON.stringify(event)}\n`, [event, event]],
  ['a list of numbers, which is one value', '[1,2]', [[1, 2]]],
  ['an empty list, which is one value', '[]', [[]]],
  ['a number', '5', [5]],
])('reads %s', (_, text, events) => {
  expect(ownEvents(text)).toEqual({ name: 'event.json', events });
});

test.each([
  ['nothing', ' \n', 'empty'],
  ['no JSON', '{"a":', 'notJson'],
  ['lines of which one is no JSON', '{}\nSTART RequestId: 1\n{}', 'notJson'],
  ['10,000 levels', '['.repeat(10_000) + ']'.repeat(10_000), 'tooDeep'],
])('says why it cannot read %s', (_, text, problem) => {
  expect(ownEvents(text)).toMatchObject({ problem });
});

test('reads a file and keeps its name', async () => {
  expect(await ownFile(new File(['{}'], 'recorded.json'))).toEqual({ name: 'recorded.json', events: [{}] });
});

test('refuses a file that is not text, or is too large', async () => {
  expect(await ownFile(new File([new Uint8Array([0x7b, 0xff])], 'a.bin'))).toEqual({
    name: 'a.bin',
    problem: 'notText',
  });
  const large = { name: 'b.json', size: maxOwnBytes + 1 } satisfies Partial<File>;
  expect(await ownFile(large as File)).toEqual({ name: 'b.json', problem: 'tooLarge' });
});

test('keeps fields called __proto__', () => {
  const own = ownEvents('{"__proto__":{"admin":true}}');
  expect(JSON.stringify(own)).toBe('{"name":"event.json","events":[{"__proto__":{"admin":true}}]}');
});
