import { fileURLToPath } from 'node:url';
import { fakeGateway } from 'scf-fixtures/fakes';
import 'scf-fixtures/vitest';
import { expect, onTestFinished, test } from 'vitest';

/** The three functions behind a WebSocket API, and a gateway that stands before them. */
function chat(env = {}) {
  const gateway = fakeGateway({
    connections: ['peer=='],
    functions: {
      register: 'register.main_handler',
      transfer: 'transfer.main_handler',
      cleanup: 'cleanup.main_handler',
    },
    invocation: {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: {
        PUSH_URL: 'http://set-hk_adaptor_set1.cb-guangzhou.apigateway.tencentyun.com/api-jvucznm6',
        ...env,
      },
      quiet: true,
    },
    pushUrl: 'http://set-hk_adaptor_set1.cb-guangzhou.apigateway.tencentyun.com/api-jvucznm6',
  });
  gateway.listen({ cleanUp: onTestFinished });
  return gateway;
}

test('a client connects and gets the first sub-protocol that it offers', async () => {
  const client = await chat().connect({ protocols: ['chat', 'binary'], extensions: 'permessage-deflate' });
  expect(client).toHaveConnected();
  expect(client.protocol).toBe('chat');
  expect(client.extensions).toBe('');
});

test('what a client sends comes back as JSON, bytes as they are', async () => {
  const client = await chat().connect();
  await client.send('hello');
  await client.send(Uint8Array.of(0, 255));
  expect(client).toHavePushedInOrder(['"hello"', Uint8Array.of(0, 255)]);
});

test('what a client sends reaches the one that is meant, and nobody else', async () => {
  const gateway = chat({ TARGET_CONNECTION_ID: 'peer==' });
  const client = await gateway.connect();
  await client.send('hello');
  expect(gateway).toHavePushed('peer==', '"hello"');
  await expect(client).toHavePushedNothing();
});

test('a client that leaves sends another one off', async () => {
  const gateway = chat({ CLOSE_CONNECTION_ID: 'peer==' });
  const client = await gateway.connect();
  await client.close();
  expect(gateway).toHaveClosed('peer==');
});

test.each([
  [
    'a peer that is gone',
    (gateway) => gateway.client('peer==').close(),
    /The push was refused: no such connection \(1\)/,
  ],
  ['a gateway in trouble', (gateway) => gateway.fail({ status: 503 }), /The push was answered with HTTP 503/],
  ['a gateway that never answers', (gateway) => gateway.fail('time-out'), /aborted due to timeout/],
])('%s makes the function fail in time, not hang', async (_, happens, reason) => {
  const gateway = chat({ TARGET_CONNECTION_ID: 'peer==', PUSH_TIMEOUT_MS: '500' });
  const client = await gateway.connect();
  await happens(gateway);
  const outcome = await client.send('hello');
  expect(outcome.statusCode).toBe(430);
  expect(outcome.error.message).toMatch(reason);
  expect(outcome.lateWork).toEqual([]);
});
