import { edgeCases, samples, theTrigger } from 'scf-fixtures';
import { fakeGateway } from 'scf-fixtures/fakes';
import { fuzzHandler } from 'scf-fixtures/fuzz';
import { createInstance } from 'scf-fixtures/runtime';
import 'scf-fixtures/vitest';
import { expect, onTestFinished, test } from 'vitest';
import { theHandler } from './theModule';

const instance = createInstance(theHandler);
const ordinary = [...samples(theTrigger, { seed: 42, count: 20 })];
const events = [
  ...ordinary.map((event, index) => ({ name: `event ${index}`, event })),
  ...edgeCases(theTrigger),
];

test.each(events)('answers $name', async ({ event }) => {
  const outcome = await instance.invoke(event);
  expect(outcome.ok ? 'an answer' : outcome.body).toBe('an answer');
});

test('hears that a client has left', async () => {
  const gateway = fakeGateway({ functions: { cleanup: theHandler } });
  gateway.listen({ cleanUp: onTestFinished });
  const client = await gateway.connect();
  await client.close();
  expect(gateway.invocations.map(({ outcome }) => outcome.status)).toEqual(['Success']);
});

test('withstands whatever else may come', async () => {
  await fuzzHandler(theFuzzed, { trigger: theTrigger, runs: 100 });
}, 60_000);
