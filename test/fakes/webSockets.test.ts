import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { FrameReader } from '../../src/fakes/serve/web/frameReader.js';
import { MessageLimits } from '../../src/fakes/serve/web/messageLimits.js';
import { isNightly, rowsToTry, testAtNight } from '../nightly.js';
import { served, webFolder } from './webFunctions.js';

const app = `
const { createServer } = require('node:http');
const { WebSocketServer } = require('ws');
const server = createServer((_request, response) => response.end(String(process.pid)));
const sockets = new WebSocketServer({ noServer: true });
server.on('upgrade', (request, socket, head) => {
  if (request.url === '/none') return socket.end('HTTP/1.1 403 Forbidden\\r\\nContent-Length: 2\\r\\n\\r\\nno');
  if (request.url === '/off') return socket.destroy();
  if (request.url === '/deaf') return socket.write('HTTP/1.1 101 Deaf\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\n\\r\\n');
  if (request.url === '/exit') return process.exit(3);
  sockets.handleUpgrade(request, socket, head, (open) => {
    open.on('message', (data, isBinary) => open.send(data, { binary: isBinary }));
    open.send(JSON.stringify({ url: request.url, name: request.headers['x-scf-name'], pid: process.pid }));
  });
});
server.listen(process.env.PORT || 9000);
`;

/** A folder with the app and the package that it needs: what lies in /tmp beside it does not exist for a function. */
function appFolder(): string {
  const folder = webFolder({ 'app.js': app });
  const from = dirname(createRequire(import.meta.url).resolve('ws/package.json'));
  cpSync(from, join(folder, 'node_modules/ws'), { recursive: true });
  return folder;
}

async function joined(path = '', options: Parameters<typeof served>[1] = {}) {
  const { url, events } = await served(appFolder(), options);
  const client = new WebSocket(`${url.replace('http:', 'ws:')}${path}`);
  onTestFinished(() => client.terminate());
  const answers = () => events().map(({ what, answer, reason }) => [what, answer, reason]);
  return { url, client, answers, warnings: () => events().flatMap((event) => event.warnings) };
}

const textOf = async (client: WebSocket) => String((await once(client, 'message'))[0]);

describe('a WebSocket', () => {
  test('passes as it comes, in an instance of its own', async () => {
    const { url, client, answers, warnings } = await joined('chat?room=1', { concurrency: 5 });
    const hello = JSON.parse(await textOf(client)) as { pid: number };
    expect(hello).toMatchObject({ url: '/chat?room=1', name: 'main' });
    client.send('你好');
    expect(await textOf(client)).toBe('你好');
    client.send('x'.repeat(200_000));
    expect((await textOf(client)).length).toBe(200_000);
    expect(Number(await (await fetch(url)).text())).not.toBe(hello.pid);
    client.close(1000);
    await once(client, 'close');
    await expect.poll(answers).toContainEqual(['GET /chat', '101', undefined]);
    expect(warnings()).toEqual([
      expect.stringMatching(/^the client sends 20000\d bytes within a second, and SCF takes 131072$/),
      expect.stringMatching(/^the server sends 200\d{3} bytes within a second, and SCF takes 131072$/),
    ]);
  });

  test('that its client closes by another code ends with 456, one without a word with 101', async () => {
    const { client, answers } = await joined();
    await textOf(client);
    client.close(4001);
    await expect.poll(answers).toEqual([['GET /', '456', 'the client has closed with the code 4001']]);
    const gone = new WebSocket(client.url);
    await textOf(gone);
    gone.terminate();
    await expect.poll(answers).toContainEqual(['GET /', '101', undefined]);
  });

  test('whose client has gone ends, though the server does not hear of it', async () => {
    const { url, events } = await served(appFolder());
    const client = connect(Number(new URL(url).port), '127.0.0.1');
    const key = 'AAAAAAAAAAAAAAAAAAAAAA==';
    const asked = [
      'Host: 127.0.0.1',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Key: ${key}`,
    ];
    client.write(`GET /deaf HTTP/1.1\r\n${asked.join('\r\n')}\r\nSec-WebSocket-Version: 13\r\n\r\n`);
    await once(client, 'data');
    client.end();
    await expect
      .poll(() => events().map(({ what, answer }) => [what, answer]))
      .toEqual([['GET /deaf', '101']]);
  });

  test('that says nothing ends with 455', async () => {
    const { client, answers } = await joined('', { websocketIdleMs: 400 });
    expect((await once(client, 'close'))[0]).toBe(1006);
    await expect.poll(answers).toEqual([['GET /', '455', 'nothing has passed for 0.4 seconds']]);
  });

  test.each(
    rowsToTry(
      [
        ['none', 403, undefined],
        ['exit', 439, undefined],
        ['off', 502, 'the server broke the connection off before the handshake'],
      ] as const,
      2,
    ),
  )('that the server does not take is refused: %s', async (path, status, reason) => {
    const { client, answers } = await joined(path);
    client.on('error', () => {});
    const [, answer] = await once(client, 'unexpected-response');
    expect(answer.statusCode).toBe(status);
    answer.resume();
    await expect.poll(answers).toEqual([[`GET /${path}`, String(status), reason]]);
  });

  testAtNight('is cut off at the time limit of the function', async () => {
    const { client, answers } = await joined('', { invocation: { timeoutMs: 1200 } });
    await textOf(client);
    expect((await once(client, 'close'))[0]).toBe(1006);
    await expect.poll(answers).toEqual([['GET /', '433', undefined]]);
  });
});

/** A frame as a client sends it. */
function frame(opcode: number, body: Buffer): Buffer {
  const mask = Buffer.from([1, 2, 3, 4]);
  const length =
    body.length < 126
      ? [body.length | 0x80]
      : body.length < 65_536
        ? [126 | 0x80, body.length >> 8, body.length & 255]
        : [127 | 0x80, 0, 0, 0, 0, 0, body.length >> 16, (body.length >> 8) & 255, body.length & 255];
  const masked = body.map((byte, index) => byte ^ (mask[index % 4] as number));
  return Buffer.concat([Buffer.from([opcode | 0x80, ...length]), mask, masked]);
}

test.each(isNightly ? [1, 2, 7, 100_000] : [3, 100_000])(
  'the code of a close frame is found in pieces of %i bytes',
  (size) => {
    const sizes = [0, 1, 125, 126, 65_535, 65_536].map((bytes) => frame(1, Buffer.alloc(bytes, 0x88)));
    const codeIn = (close: Buffer) => {
      const reader = new FrameReader();
      const bytes = Buffer.concat([...sizes, close]);
      for (let at = 0; at < bytes.length; at += size) reader.read(bytes.subarray(at, at + size));
      return reader.code;
    };
    expect(codeIn(frame(8, Buffer.from([0x0f, 0xa1, 0x61])))).toBe(4001);
    expect(codeIn(frame(8, Buffer.alloc(0)))).toBe(1005);
    expect(codeIn(frame(9, Buffer.from('ping')))).toBe(undefined);
  },
);

test('messages are counted by their fragments, and frames that control the connection are none', () => {
  const sizes: number[] = [];
  const reader = new FrameReader((bytes) => sizes.push(bytes));
  const begun = frame(2, Buffer.alloc(300));
  begun[0] = 2;
  reader.read(
    Buffer.concat([
      begun,
      frame(9, Buffer.from('ping')),
      frame(0, Buffer.alloc(70_000)),
      frame(1, Buffer.from('a')),
    ]),
  );
  expect(sizes).toEqual([70_300, 1]);
});

test('each limit of messages is told once', () => {
  let nowMs = 0;
  const limits = new MessageLimits('the client', () => nowMs);
  limits.add(128 * 1024);
  nowMs = 1000;
  limits.add(128 * 1024);
  for (let count = 0; count < 9; count++) limits.add(0);
  expect(limits.warnings).toEqual([]);
  limits.add(1);
  limits.add(1);
  nowMs = 2000;
  limits.add(256 * 1024 + 1);
  expect(limits.warnings).toEqual([
    'the client sends 131073 bytes within a second, and SCF takes 131072',
    'the client sends 11 messages within a second, and SCF takes 10',
    'the client sends a message of 262145 bytes, and SCF takes 262144',
  ]);
});
