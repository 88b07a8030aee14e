import { __trigger__, edgeCases, samples } from 'scf-fixtures';
import { fakeGateway } from 'scf-fixtures/fakes';
import { invoke } from 'scf-fixtures/runtime';
import 'scf-fixtures/vitest';
import { __handler__ } from '__module__';
import { expect, onTestFinished, test } from 'vitest';

/** The reverse-push address of the API; the function reads it from this variable of its environment. */
const pushUrl = 'http://set-gwm9thyc.cb-guangzhou.apigateway.tencentyun.com/api-etj7lhtw';
const env = { PUSH_URL: pushUrl };

const ordinary = [...samples(__trigger__, { seed: 42, count: 20 })];
const events = [
  ...ordinary.map((event, index) => ({ name: `event ${index}`, event })),
  ...edgeCases(__trigger__),
];

test.each(events)('answers $name', async ({ event }) => {
  const gateway = fakeGateway({ pushUrl, connections: [event.websocket.secConnectionID] });
  gateway.listen({ cleanUp: onTestFinished });
  const outcome = await invoke(__handler__, event, { env });
  expect(outcome.ok ? 'an answer' : outcome.body).toBe('an answer');
  expect(outcome.ok && outcome.result).toBeValidResponse('__response__');
});

test('takes what a client sends', async () => {
  const gateway = fakeGateway({ pushUrl, functions: { transfer: __handler__ }, invocation: { env } });
  gateway.listen({ cleanUp: onTestFinished });
  const client = await gateway.connect();
  await client.send('hello');
  await client.send(Uint8Array.of(0, 255));
  expect(gateway.invocations.map(({ outcome }) => outcome.status)).toEqual(['Success', 'Success']);
  // What the client gets back: expect(client).toHavePushed('hello');
});
