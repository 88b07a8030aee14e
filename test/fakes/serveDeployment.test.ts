import { describe, expect, onTestFinished, test } from 'vitest';
import { type ServeEntry, type ServeOptions, serve } from '../../src/fakes/index.js';
import { served as servedWeb, webFolder } from './webFunctions.js';

async function served(options: ServeOptions) {
  const entries: ServeEntry[] = [];
  const server = await serve({ report: (entry) => void entries.push(entry), ...options });
  onTestFinished(() => server.close());
  const warnings = () => entries.flatMap((entry) => (entry.type === 'event' ? (entry.warnings ?? []) : []));
  return { url: server.url, entries, warnings };
}

const page = (statusCode: number, body: string) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'content-type': 'text/plain' },
  body,
});

const routes = async ({ path }: { path: string }) =>
  path === '/users' ? page(200, 'all users') : page(404, 'no such page');

describe('an API at /demo', () => {
  test('a request beside it is refused, and one below it that finds nothing is told', async () => {
    const { url, entries, warnings } = await served({
      handler: routes,
      deployment: { pathPrefix: '/demo', stage: 'test' },
    });
    expect((await fetch(`${url}users`)).status).toBe(404);
    expect(entries[0]).toMatchObject({
      type: 'refusal',
      reason: 'it is not passed on: no API for GET /users; there is ANY /demo',
    });
    expect((await fetch(`${url}demo/users`)).status).toBe(404);
    expect(entries[1]).toMatchObject({ event: { path: '/demo/users', requestContext: { stage: 'test' } } });
    expect(warnings()).toEqual([
      'the function answers 404 to /demo/users: the path that it gets begins with /demo, the path of the API',
    ]);
  });

  test('a handler that knows its prefix is told nothing', async () => {
    const { url, warnings } = await served({
      handler: async (event: { path: string }) => routes({ path: event.path.slice('/demo'.length) }),
      deployment: { pathPrefix: '/demo' },
    });
    expect(await (await fetch(`${url}demo/users`)).text()).toBe('all users');
    expect(warnings()).toEqual([]);
  });
});

test('passthrough: the whole answer is the body of a 200, and that is told', async () => {
  const { url, entries } = await served({ handler: routes, deployment: { integrated: false } });
  const response = await fetch(url);
  expect([response.status, await response.json()]).toEqual([200, page(404, 'no such page')]);
  expect(entries[0]).toMatchObject({
    reason:
      'statusCode: expected a value that is sent as it is, received 404 (a number), which stays in the body of a 200; enable integration response',
  });
});

describe('an upload of bytes', () => {
  const sizes = async ({ body = '', isBase64Encoded }: { body?: string; isBase64Encoded?: unknown }) =>
    page(200, String(Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8').length));
  const upload = (url: string, bytes: Uint8Array<ArrayBuffer>) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: bytes,
    }).then((response) => response.text());
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0x41]);

  test.each([undefined, { base64: false }])(
    'that is no UTF-8 loses bytes without Base64 (%j)',
    async (facts) => {
      const { url, warnings } = await served({
        handler: sizes,
        ...(facts === undefined ? {} : { deployment: facts }),
      });
      expect(await upload(url, bytes)).not.toBe('4');
      expect(warnings()).toEqual([
        'its body is no UTF-8 and comes as text, so that bytes are lost: no Base64 is configured for multipart/form-data (base64, --base64)',
      ]);
    },
  );

  test.each([{ base64: true }, { base64: { contentType: ['multipart/'] } }])(
    'arrives whole with Base64 (%j)',
    async (deployment) => {
      const { url, warnings } = await served({ handler: sizes, deployment });
      expect(await upload(url, bytes)).toBe('4');
      expect(warnings()).toEqual([]);
    },
  );

  test('that is UTF-8 loses nothing', async () => {
    const { url, warnings } = await served({ handler: sizes });
    expect(await upload(url, new Uint8Array(Buffer.from('茶')))).toBe('3');
    expect(warnings()).toEqual([]);
  });

  test('to a function URL always loses them', async () => {
    const { url, warnings } = await served({ kind: 'function-url', handler: sizes });
    await upload(url, bytes);
    expect(warnings()).toEqual([
      'its body is no UTF-8 and comes as text, so that bytes are lost: a function URL makes no Base64',
    ]);
  });
});

describe('CORS of a function URL', () => {
  const cors = { origins: ['https://shop.test'], methods: ['PUT'], maxAge: 600, credentials: true };
  const from = { origin: 'https://shop.test' };

  test('the URL answers preflight requests itself and adds the headers to answers', async () => {
    let calls = 0;
    const { url } = await served({
      kind: 'function-url',
      deployment: { cors },
      handler: async () => {
        calls++;
        return page(200, 'hello');
      },
    });
    const asked = await fetch(url, {
      method: 'OPTIONS',
      headers: { ...from, 'access-control-request-method': 'PUT' },
    });
    expect([asked.status, calls]).toEqual([204, 0]);
    expect(Object.fromEntries(asked.headers)).toMatchObject({
      'access-control-allow-origin': 'https://shop.test',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-credentials': 'true',
      'access-control-max-age': '600',
    });
    const answer = await fetch(url, { headers: from });
    expect([await answer.text(), answer.headers.get('access-control-allow-origin')]).toEqual([
      'hello',
      'https://shop.test',
    ]);
    const own = await fetch(url);
    expect(own.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('pages of other sites are refused as before', async () => {
    const { url } = await served({ kind: 'function-url', deployment: { cors }, handler: routes });
    expect((await fetch(url, { headers: { origin: 'https://other.test' } })).status).toBe(403);
  });
});

describe('CORS of the URL of a web function', () => {
  test('the URL answers preflight requests, and its headers stand in the place of the function’s', async () => {
    const app = `require('node:http')
      .createServer((_, response) => response.setHeader('Access-Control-Allow-Origin', '*').end(String(process.uptime())))
      .listen(process.env.PORT || 9000);`;
    const deployment = { cors: { origins: ['https://shop.test'], methods: ['PUT'] } };
    const { url, entries } = await servedWeb(webFolder({ 'app.js': app }), { deployment });
    const from = { origin: 'https://shop.test' };
    const asked = await fetch(url, {
      method: 'OPTIONS',
      headers: { ...from, 'access-control-request-method': 'PUT' },
    });
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'PUT']);
    expect(entries).toMatchObject([{ type: 'refusal', what: 'OPTIONS /', answer: '204' }]);
    const answer = await fetch(url, { headers: from });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.test');
    expect((await fetch(url)).headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('a load balancer has a rule for a path', async () => {
  const { url, entries } = await served({
    kind: 'clb',
    handler: async () => page(200, 'hello'),
    deployment: { pathPrefix: '/shop' },
  });
  expect((await fetch(`${url}shop/tea`)).status).toBe(200);
  expect((await fetch(url)).status).toBe(404);
  expect(entries[1]).toMatchObject({ reason: 'it is not passed on: no rule for /; there is /shop' });
});

test.each(['websocket', 'invoke'])('%s has no path in front of it', async (kind) => {
  await expect(serve({ kind, handler: routes, deployment: { pathPrefix: '/demo' } })).rejects.toMatchObject({
    code: 'INVALID_DEPLOYMENT',
    message: `Cannot deploy ${kind} with pathPrefix (--path-prefix): it has none. Leave it out; apigw, websocket-connect and clb have one.`,
  });
});
