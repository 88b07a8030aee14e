import { edgeCases, samples, theTrigger } from 'scf-fixtures';
import { fakeGateway } from 'scf-fixtures/fakes';
import { createInstance, failingEvents } from 'scf-fixtures/runtime';
import 'scf-fixtures/vitest';
import { expect, onTestFinished, test } from 'vitest';

/** The function by its file, which is loaded when the variables of its environment are set. */
const handler = theSource;
/** The reverse-push address of the API; the function reads it from this variable of its environment. */
const pushUrl = 'http://set-gwm9thyc.cb-guangzhou.apigateway.tencentyun.com/api-etj7lhtw';
const env = { PUSH_URL: pushUrl };

const instance = createInstance(handler, { env });
const ordinary = [...samples(theTrigger, { seed: 42, count: 20 })];
const events = [
  ...ordinary.map((event, index) => ({ name: `event ${index}`, event })),
  ...edgeCases(theTrigger),
];

test('answers ordinary events and edge cases', async () => {
  const ids = events.map(({ event }) => event.websocket.secConnectionID);
  const gateway = fakeGateway({ pushUrl, connections: [...new Set(ids)] });
  gateway.listen({ cleanUp: onTestFinished });
  const failing = await failingEvents(
    events,
    (event) => instance.invoke(event),
    (result) => expect(result).toBeValidResponse('theResponse'),
  );
  expect(failing).toEqual([]);
});

test('takes what a client sends', async () => {
  const gateway = fakeGateway({ pushUrl, functions: { transfer: handler }, invocation: { env } });
  gateway.listen({ cleanUp: onTestFinished });
  const client = await gateway.connect();
  await client.send('hello');
  await client.send(Uint8Array.of(0, 255));
  expect(gateway.invocations.map(({ outcome }) => outcome.status)).toEqual(['Success', 'Success']);
  // What the client gets back: expect(client).toHavePushed('hello');
});
