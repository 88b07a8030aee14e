import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { failingEvents, invoke } from '../../src/runtime/index.js';

const events = ['', 'x', '{}', 'y', '{"job":"a"}', 'null'].map((Message, at) => ({
  name: `event ${at}`,
  event: { Message },
}));

test('each cause is told once, with the first event that shows it and the number of the others', async () => {
  const handler = async ({ Message }: { Message: string }) => JSON.parse(Message).job.length;
  const failing = await failingEvents(events, (event) => invoke(handler as never, event));
  expect(failing.map((line) => line.replace(dirname(fileURLToPath(import.meta.url)) + sep, ''))).toEqual([
    'event 0 and 2 more: SyntaxError: Unexpected end of JSON input at failingEvents.test.ts:12',
    "event 2 and one more: TypeError: Cannot read properties of undefined (reading 'length') at failingEvents.test.ts:12",
  ]);
});

test('an answer that the check refuses is a cause, whatever values stand in its message', async () => {
  const failing = await failingEvents(
    events,
    (event) => invoke(async () => event.Message, event),
    (result, { Message }) => {
      if (Message.length > 1) throw new TypeError(`got "${result}" of ${Message.length}`);
    },
  );
  expect(failing).toEqual(['event 2 and 2 more: TypeError: got "{}" of 2']);
});

test('what ends without an error is told by its status, and what fails in Node by its message', async () => {
  const failing = await failingEvents(events.slice(0, 2), (event) =>
    invoke(
      () => (event.Message === '' ? new Promise(() => undefined) : Promise.reject(new RangeError('far'))),
      event,
      {
        timeoutMs: 50,
      },
    ),
  );
  expect(failing[0]).toBe('event 0: TimeLimitReached');
  expect(failing[1]).toMatch(/^event 1: RangeError: far/);
});

test('a function that answers all events has no failing ones', async () => {
  expect(await failingEvents(events, (event) => invoke(async () => 1, event))).toEqual([]);
});
