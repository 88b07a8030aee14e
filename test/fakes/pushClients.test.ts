import '../../src/matchers/vitest.js';
import { describe, expect, test } from 'vitest';
import { fakeGateway } from '../../src/fakes/index.js';
import { invoke, settled } from '../../src/runtime/index.js';
import { httpClients } from './httpClients.js';

/** As seen in the wild: plain http, an underscore in the host. */
const pushUrls = [
  'http://set-7og8wn64.cb-beijing.apigateway.tencentyun.com/api-xxxx',
  'http://set-gwm9thyc.cb-guangzhou.apigateway.tencentyun.com/api-etj7lhtw',
  'http://set-websocket.cb-common.apigateway.tencentyun.com/api-pgrw7a14',
  'http://set-hk_adaptor_set1.cb-guangzhou.apigateway.tencentyun.com/api-jvucznm6',
  'https://push.example.com:8443/',
  'HTTP://Push.Example.com:80/API-(1)?from=console',
];

const push = { websocket: { action: 'data send', secConnectionID: 'abc==', dataType: 'text', data: '你好' } };

describe.each(Object.entries(httpClients))('%s', (_, call) => {
  test.each(pushUrls)('pushes to %s', async (pushUrl) => {
    const gateway = fakeGateway({ pushUrl, connections: ['abc=='] });
    await using _listening = gateway.listen();
    expect(await call(pushUrl, push)).toEqual({ errNo: 0, errMsg: 'ok' });
    expect(gateway.client('abc==').received).toEqual(['你好']);
  });

  test('a push that the function does not wait for is late, one that it waits for is not', async () => {
    const gateway = fakeGateway({ connections: ['abc=='] });
    await using _listening = gateway.listen();
    await invoke(async () => void (await call(gateway.pushUrl, push)), {});
    expect(gateway).toHavePushedTimes(1);
    const outcome = await invoke(async () => void call(gateway.pushUrl, push), {});
    await settled(outcome);
    expect(gateway.record.pushes.map(({ late }) => late)).toEqual([false, true]);
    expect(outcome.lateWork).not.toEqual([]);
  });

  test('a slow answer is late when the function has given up waiting', async () => {
    const gateway = fakeGateway({ connections: ['abc=='] });
    await using _listening = gateway.listen();
    gateway.fail({ slowMs: 40 });
    const waiting = call(gateway.pushUrl, push).catch(() => {});
    const outcome = await invoke(
      async () => Promise.race([call(gateway.pushUrl, push), new Promise((done) => setTimeout(done, 10))]),
      {},
    );
    await settled(outcome);
    await waiting;
    expect(gateway.record.pushes.map(({ late }) => late)).toEqual([false, true]);
  });

  test.each(['network-error', 'malformed-body'] as const)('%s is no answer', async (fault) => {
    const gateway = fakeGateway({ connections: ['abc=='] });
    await using _listening = gateway.listen();
    gateway.fail(fault);
    // axios hands over a text that it cannot parse.
    const answer = await call(gateway.pushUrl, push).then(
      (value) => (typeof value === 'string' ? 'no JSON' : value),
      () => 'rejected',
    );
    expect(answer).toMatch(/^(rejected|no JSON)$/);
  });

  test('what the fake does is no work of the function', async () => {
    const gateway = fakeGateway({ connections: ['abc=='] });
    await using _listening = gateway.listen();
    gateway.fail({ slowMs: 10 });
    const outcome = await invoke(async () => void (await call(gateway.pushUrl, push)), {});
    expect(outcome).toMatchObject({ ok: true, lateWork: [] });
  });
});
