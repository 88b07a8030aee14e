import { edgeCases, samples, theTrigger } from 'scf-fixtures';
import { fakeGateway } from 'scf-fixtures/fakes';
import { fuzzHandler } from 'scf-fixtures/fuzz';
import { createInstance, failingEvents } from 'scf-fixtures/runtime';
import 'scf-fixtures/vitest';
import { expect, onTestFinished, test } from 'vitest';
import { theHandler } from './theModule';

const instance = createInstance(theHandler);
const ordinary = [...samples(theTrigger, { seed: 42, count: 20 })];
const events = [
  ...ordinary.map((event, index) => ({ name: `event ${index}`, event })),
  ...edgeCases(theTrigger),
];

test('withstands whatever may come', async () => {
  await fuzzHandler(theFuzzed, { trigger: theTrigger, runs: 100, budgetMs: 30_000 });
}, 60_000);

test('answers ordinary events and edge cases', async () => {
  const failing = await failingEvents(
    events,
    (event) => instance.invoke(event),
    (result, event) => expect(result).toBeValidWebsocketReply(event),
  );
  expect(failing).toEqual([]);
});

test('lets a client in', async () => {
  const gateway = fakeGateway({ functions: { register: theHandler } });
  gateway.listen({ cleanUp: onTestFinished });
  const client = await gateway.connect({ protocols: ['chat'] });
  expect(client).toHaveConnected();
});
