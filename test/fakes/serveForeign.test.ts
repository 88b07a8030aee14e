import { request } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { type ServeEntry, serve } from '../../src/fakes/index.js';
import { refuseForeign } from '../../src/index.js';

const page = async () => ({ statusCode: 200, headers: {}, body: 'ok', isBase64Encoded: false });
const accept = async ({ websocket }: { websocket: { action: string; secConnectionID: string } }) =>
  websocket.action === 'connecting' ? { errNo: 0, errMsg: 'ok', websocket } : undefined;

async function served(kind: string, allowHosts: readonly string[] = []) {
  const entries: ServeEntry[] = [];
  const server = await serve({
    kind,
    handler: kind === 'websocket' ? accept : page,
    allowHosts,
    report: (entry) => void entries.push(entry),
  });
  onTestFinished(() => server.close());
  return { port: Number(new URL(server.url).port), pushUrl: server.pushUrl, entries };
}

type Headers = Readonly<Record<string, string>>;

function statusOf(port: number, headers: Headers, path = '/'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

/** 101 for an open connection, else the status that came instead. */
function socketStatus(port: number, headers: Headers): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/`, { headers });
    socket.on('error', () => {}).on('unexpected-response', (_, answer) => resolve(answer.statusCode));
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
  });
}

const foreign: readonly [string, Headers][] = [
  ['another name', { host: 'evil.example' }],
  ['a name that begins like ours', { host: '127.0.0.1.evil.example:9000' }],
  ['a name behind a user', { host: 'localhost@evil.example' }],
  ['an address of the network', { host: '192.168.1.7:9000' }],
  ['a page of another site', { host: '127.0.0.1', origin: 'https://evil.example' }],
  ['a page of nobody', { host: '127.0.0.1', origin: 'null' }],
];
const own: readonly [string, Headers][] = [
  ['its address', { host: '127.0.0.1:9000' }],
  ['localhost', { host: 'LOCALHOST' }],
  ['a name below localhost', { host: 'shop.localhost:80' }],
  ['IPv6', { host: '[::1]:9000' }],
  ['another port of this machine', { host: '127.0.0.1', origin: 'http://localhost:5173' }],
];

describe.each(['apigw', 'clb', 'function-url', 'invoke'])('%s', (kind) => {
  test.each(foreign)('refuses %s, and says so', async (_who, headers) => {
    const { port, entries } = await served(kind);
    expect(await statusOf(port, headers)).toBe(403);
    expect(entries).toMatchObject([{ type: 'refusal', answer: '403' }]);
    expect(entries[0]?.reason).toMatch(/not (?:of )?this machine; allowHosts \(--allow-host\) lets it in$/);
  });

  test.each(own)('answers %s', async (_who, headers) => {
    const { port } = await served(kind);
    expect(await statusOf(port, headers)).toBe(200);
  });
});

describe('websocket', () => {
  test.each(foreign)('refuses %s', async (_who, headers) => {
    const { port, entries } = await served('websocket');
    expect(await socketStatus(port, headers)).toBe(403);
    expect(entries).toMatchObject([{ type: 'refusal', answer: '403' }]);
  });

  test.each(own)('accepts %s', async (_who, headers) => {
    const { port } = await served('websocket');
    expect(await socketStatus(port, headers)).toBe(101);
  });

  test('takes no push of a page of another site', async () => {
    const { pushUrl = '' } = await served('websocket');
    const { port, pathname } = new URL(pushUrl);
    expect(await statusOf(Number(port), { origin: 'https://evil.example' }, pathname)).toBe(403);
  });
});

test.each([
  [['shop.test'], 'shop.test', 200],
  [['shop.test'], 'www.shop.test', 403],
  [['.shop.test'], 'www.shop.test', 200],
  [['.shop.test'], 'shop.test', 200],
  [['.shop.test'], 'myshop.test', 403],
  [['*'], 'evil.example', 200],
])('with allowHosts %j a request for %s gets %i', async (allowHosts, host, status) => {
  const { port } = await served('apigw', allowHosts);
  expect(await statusOf(port, { host })).toBe(status);
  expect(await statusOf(port, { host: '127.0.0.1', origin: `https://${host}` })).toBe(status);
});

test.each([
  ['0.0.0.0', '192.168.1.7', undefined],
  ['0.0.0.0', 'evil.example', 403],
  ['::', '[2001:db8::7]', undefined],
  ['192.168.1.7', '192.168.1.7:9000', undefined],
  ['192.168.1.7', '192.168.1.8', 403],
  ['127.0.0.1', 'a b', 400],
  ['127.0.0.1', undefined, undefined],
])('who listens on %s and is asked for %s says %s', (host, asked, status) => {
  expect(refuseForeign({ host: asked }, { host })?.status).toBe(status);
});
