import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatewayFetch } from '../../src/fakes/index.js';

/** The vendor's adapter, which has no types of its own. */
interface Adapter {
  createServer(app: RequestListener, listening: undefined, binaryTypes: readonly string[]): Server;
  proxy(server: Server, event: object, context: object, mode: 'PROMISE'): { promise: Promise<unknown> };
}

const adapter: Adapter = createRequire(import.meta.url)('tencent-serverless-http');
const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

const app = express();
app.use(express.json());
app.use(express.urlencoded({ extended: false }));
app.use(express.text());
app.use(express.raw({ type: 'image/png' }));
app.get('/text', (_, res) => void res.type('text').send('hello'));
app.get('/html', (_, res) => void res.send('<h1>你好</h1>'));
app.get('/empty', (_, res) => void res.status(204).end());
app.get('/teapot', (_, res) => void res.sendStatus(418));
app.get('/redirect', (_, res) => void res.redirect('/login?next=%2F'));
app.get('/image', (_, res) => void res.type('png').send(everyByte));
app.get('/gzip', (_, res) => {
  res.set('Content-Encoding', 'gzip').type('text').send(gzipSync('compressed'));
});
app.get('/stream', (_, res) => {
  res.type('text').write('one,');
  res.end('two');
});
app.get('/cookies', (req, res) => {
  res.cookie('a', '1', { path: '/' }).cookie('b', '2', { httpOnly: true }).send(req.get('cookie'));
});
app.get('/throws', () => {
  throw new Error('thrown in a route');
});
app.all('/{*rest}', (req, res) => {
  const { method, path, query, headers, body } = req;
  const names = ['content-type', 'content-length', 'x-id', 'accept', 'cookie', 'authorization'];
  const seen = Object.fromEntries(names.map((name) => [name, headers[name]]));
  const bytes = Buffer.isBuffer(body) ? body.toString('hex') : body;
  res.status(method === 'POST' ? 201 : 200).json({ method, path, query, seen, body: bytes });
});

const direct = createServer(app);
const adapted = adapter.createServer(app, undefined, ['image/png']);
const handler = (event: object, context: object) => adapter.proxy(adapted, event, context, 'PROMISE').promise;
let origin = '';

beforeAll(async () => {
  direct.listen(0, '127.0.0.1');
  await once(direct, 'listening');
  origin = `http://127.0.0.1:${(direct.address() as AddressInfo).port}`;
});
afterAll(() => {
  direct.closeAllConnections();
  direct.close();
  adapted.close();
});

/** What differs from message to message, or frames one. */
const ownOfMessage = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']);

async function partsOf(response: Response) {
  const headers = [...response.headers].filter(([name]) => !ownOfMessage.has(name));
  return {
    status: response.status,
    headers,
    cookies: response.headers.getSetCookie(),
    body: Buffer.from(await response.arrayBuffer()).toString('latin1'),
  };
}

const requests: [path: string, init?: RequestInit][] = [
  ['/text'],
  ['/html'],
  ['/empty'],
  ['/teapot'],
  ['/redirect'],
  ['/image'],
  ['/gzip'],
  ['/stream'],
  ['/cookies', { headers: { cookie: 'sid=1; lang=zh' } }],
  ['/throws'],
  ['/missing/path%20with%20escapes/%E4%BA%91'],
  ['/query?a=1&b=2&b=3&empty=&name=%E4%BA%91+c%2B%2B&flag=true'],
  ['/text', { method: 'HEAD' }],
  ['/anything', { method: 'DELETE' }],
  ['/anything', { method: 'OPTIONS' }],
  [
    '/json',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-id': '7' },
      body: '{"名":["a",1,null]}',
    },
  ],
  ['/json', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"broken' }],
  ['/form', { method: 'PUT', body: new URLSearchParams({ a: '1 2', 名: '值' }) }],
  ['/text', { method: 'PATCH', headers: { 'content-type': 'text/plain' }, body: 'line\r\nline' }],
  ['/image', { method: 'POST', headers: { 'content-type': 'image/png' }, body: everyByte }],
  ['/empty', { method: 'POST' }],
];

test.each(requests)(
  'Express answers %s the same behind the gateway as over HTTP',
  async (path, init = {}) => {
    const headers = { accept: '*/*', ...Object.fromEntries(new Headers(init.headers)) };
    const wish: RequestInit = { ...init, headers, redirect: 'manual' };
    const real = await partsOf(await fetch(`${origin}${path}`, wish));
    const request = new Request(`https://api.example.com${path}`, wish);
    expect(await partsOf(await gatewayFetch(handler, request, { kind: 'apigw' }))).toEqual(real);
  },
);

test('a flag without "=" reaches Express as the text "true", which is how the adapter writes the event back', async () => {
  const response = await gatewayFetch(handler, 'https://api.example.com/query?flag', { kind: 'apigw' });
  expect((await response.json()).query).toEqual({ flag: 'true' });
});
