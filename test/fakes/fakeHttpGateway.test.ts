import '../../src/matchers/vitest.js';
import nodeHttps from 'node:https';
import { gzipSync } from 'node:zlib';
import axios from 'axios';
import got from 'got';
import nodeFetch from 'node-fetch';
import { describe, expect, test } from 'vitest';
import { fakeGateway, fakeHttpGateway } from '../../src/fakes/index.js';
import type { ApigwEvent } from '../../src/index.js';
import { pushTo } from './pushTo.js';

const url = 'https://service-abcd1234-1250000001.gz.apigw.tencentcs.com/release';

const handler = async (event: ApigwEvent) => ({
  isBase64Encoded: true,
  statusCode: 201,
  headers: { 'Content-Type': 'image/png', 'Set-Cookie': ['a=1', 'b=2'], 'X-Path': event.path },
  body: event.body,
});

/** What a client sees of a response. */
interface Seen {
  readonly status: number | undefined;
  readonly path: unknown;
  readonly cookies: readonly string[] | undefined;
  readonly body: Uint8Array;
}

const sent = Buffer.from([0, 255, 128, 10]);
const headers = { 'content-type': 'application/octet-stream' };
const clients: Record<string, (url: string) => Promise<Seen>> = {
  async fetch(address) {
    const response = await fetch(address, { method: 'POST', headers, body: sent });
    return {
      status: response.status,
      path: response.headers.get('x-path'),
      cookies: response.headers.getSetCookie(),
      body: Buffer.from(await response.arrayBuffer()),
    };
  },
  async axios(address) {
    const response = await axios.post(address, sent, { headers, responseType: 'arraybuffer' });
    const { status, data } = response;
    return { status, path: response.headers['x-path'], cookies: response.headers['set-cookie'], body: data };
  },
  async got(address) {
    const response = await got.post(address, { headers, body: sent, responseType: 'buffer' });
    const { statusCode: status, body } = response;
    return { status, path: response.headers['x-path'], cookies: response.headers['set-cookie'], body };
  },
  async 'node-fetch'(address) {
    const response = await nodeFetch(address, { method: 'POST', headers, body: sent });
    return {
      status: response.status,
      path: response.headers.get('x-path'),
      cookies: response.headers.raw()['set-cookie'],
      body: Buffer.from(await response.arrayBuffer()),
    };
  },
  'node:https': (address) =>
    new Promise((resolve, reject) => {
      const request = nodeHttps.request(address, { method: 'POST', headers }, async (response) => {
        resolve({
          status: response.statusCode,
          path: response.headers['x-path'],
          cookies: response.headers['set-cookie'],
          body: Buffer.concat(await response.toArray()),
        });
      });
      request.on('error', reject).end(sent);
    }),
};

test.each(Object.entries(clients))('%s reaches the handler, bytes and cookies included', async (_, call) => {
  const gateway = fakeHttpGateway({ url, handler, kind: 'apigw' });
  await using _listening = gateway.listen();
  const seen = await call(`${url}/pictures?size=4`);
  expect({ ...seen, body: Buffer.from(seen.body).toString('hex') }).toEqual({
    status: 201,
    path: '/pictures',
    cookies: ['a=1', 'b=2'],
    body: '00ff800a',
  });
  const [exchange] = gateway.exchanges;
  expect(exchange?.event).toBeEventOf('apigw', { strict: true });
  expect(exchange).toMatchObject({
    event: {
      path: '/pictures',
      queryString: { size: '4' },
      isBase64Encoded: true,
      requestContext: { serviceId: 'service-abcd1234', stage: 'release' },
    },
    outcome: { ok: true },
    issues: [],
  });
});

test.each(['fetch', 'axios', 'got', 'node-fetch'] as const)('%s opens a compressed body', async (name) => {
  const compressed = { 'Content-Encoding': 'gzip', 'Content-Type': 'text/plain' };
  const result = {
    isBase64Encoded: true,
    statusCode: 200,
    headers: compressed,
    body: gzipSync('hello').toString('base64'),
  };
  const gateway = fakeHttpGateway({ url, handler: async () => result, kind: 'clb' });
  await using _listening = gateway.listen();
  const seen = await clients[name]?.(url);
  expect(Buffer.from(seen?.body ?? '').toString()).toBe('hello');
});

describe('the function', () => {
  test('stays warm, and starts cold when the gateway is closed', async () => {
    let starts = 0;
    const factory = () => {
      const start = ++starts;
      return async () => ({ start });
    };
    const gateway = fakeHttpGateway({ url, handler: { factory }, kind: 'function-url' });
    await using _listening = gateway.listen();
    const get = async () => (await fetch(url)).json();
    expect([await get(), await get()]).toEqual([{ start: 1 }, { start: 1 }]);
    await gateway.close();
    expect(await get()).toEqual({ start: 2 });
  });

  test('is not held responsible for what another function does that it calls', async () => {
    const other = fakeHttpGateway({
      url: 'https://other.example.com',
      kind: 'function-url',
      handler: async () => {
        setTimeout(() => {}, 20);
        return 'other';
      },
    });
    const calling = async () => (await fetch('https://other.example.com/')).json();
    const gateway = fakeHttpGateway({ url, handler: calling, kind: 'function-url' });
    await using _one = gateway.listen();
    await using _other = other.listen();
    expect(await (await fetch(url)).json()).toBe('other');
    expect(gateway.exchanges[0]?.outcome?.lateWork).toEqual([]);
    expect(other.exchanges[0]?.outcome?.lateWork).toEqual([expect.objectContaining({ kind: 'timer' })]);
  });

  test('may push to WebSocket clients', async () => {
    const push = fakeGateway({ connections: ['abc=='] });
    const handling = async () => {
      const websocket = { action: 'data send', secConnectionID: 'abc==', dataType: 'text', data: 'news' };
      await pushTo(push.pushUrl, { websocket });
      return { statusCode: 204, headers: {} };
    };
    const gateway = fakeHttpGateway({ url, handler: handling, kind: 'apigw' });
    await using _one = gateway.listen();
    await using _push = push.listen();
    expect((await fetch(url, { method: 'POST' })).status).toBe(204);
    expect(push).toHavePushed('abc==', 'news');
  });
});

test('only what is below the address is answered', async () => {
  const gateway = fakeHttpGateway({
    url: 'http://127.0.0.1:9/api/',
    handler: async () => 'hi',
    kind: 'function-url',
  });
  await using _listening = gateway.listen({ onUnhandledRequest: 'error' });
  for (const path of ['/api', '/api/', '/api/x', '/api?x=1']) {
    expect(await (await fetch(`http://127.0.0.1:9${path}`)).json()).toBe('hi');
  }
  const logged: unknown[] = [];
  const { error } = console;
  console.error = (...parts: unknown[]) => logged.push(parts);
  try {
    await expect(fetch('http://127.0.0.1:9/apis')).rejects.toThrow();
  } finally {
    console.error = error;
  }
  expect(String(logged)).toContain('http://127.0.0.1:9/apis');
});
