import { __trigger__, edgeCases, samples } from 'scf-fixtures';
import { fakeGateway } from 'scf-fixtures/fakes';
import { fuzzHandler } from 'scf-fixtures/fuzz';
import { invoke } from 'scf-fixtures/runtime';
import 'scf-fixtures/vitest';
import { __handler__ } from '__module__';
import { expect, onTestFinished, test } from 'vitest';

const ordinary = [...samples(__trigger__, { seed: 42, count: 20 })];
const events = [
  ...ordinary.map((event, index) => ({ name: `event ${index}`, event })),
  ...edgeCases(__trigger__),
];

test.each(events)('answers $name', async ({ event }) => {
  const outcome = await invoke(__handler__, event);
  expect(outcome.ok ? 'an answer' : outcome.body).toBe('an answer');
});

test('hears that a client has left', async () => {
  const gateway = fakeGateway({ functions: { cleanup: __handler__ } });
  gateway.listen({ cleanUp: onTestFinished });
  const client = await gateway.connect();
  await client.close();
  expect(gateway.invocations.map(({ outcome }) => outcome.status)).toEqual(['Success']);
});

test('withstands whatever else may come', async () => {
  await fuzzHandler(__fuzzed__, { trigger: __trigger__, runs: 100 });
}, 60_000);
