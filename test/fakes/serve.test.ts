import '../../src/matchers/vitest.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { type ServeEntry, type ServeOptions, serve } from '../../src/fakes/index.js';

/** A server that is gone after the test, and what it reported. */
async function served(options: ServeOptions) {
  const entries: ServeEntry[] = [];
  const server = await serve({ report: (entry) => void entries.push(entry), ...options });
  onTestFinished(() => server.close());
  return { server, entries };
}

/** Everything but ids and times. */
const told = (entries: readonly ServeEntry[]) =>
  entries.map((entry) => {
    const outcome = entry.type === 'event' ? [entry.kind, entry.outcome.status] : [];
    return [entry.type, ...outcome, entry.what, entry.answer, entry.reason]
      .filter((part) => part !== undefined)
      .join(' | ');
  });

const echo = async (event: object) => ({
  statusCode: 201,
  headers: { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'], 'x-name': '你好' },
  body: JSON.stringify(event),
  isBase64Encoded: false,
});

describe('HTTP kinds', () => {
  test.each([
    ['apigw', { httpMethod: 'POST', path: '/orders', queryString: { page: '2' }, body: '{"id":1}' }],
    ['function-url', { httpMethod: 'POST', path: '/orders', queryString: { page: '2' }, body: '{"id":1}' }],
    ['clb', { headers: { 'X-Forwarded-Proto': 'http' }, payload: { id: 1 } }],
  ])('%s: a request becomes the event, the result the response', async (kind, expected) => {
    const { server, entries } = await served({ kind, handler: echo });
    const response = await fetch(`${server.url}orders?page=2`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"id":1}',
    });
    expect(response.status).toBe(201);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(Buffer.from(response.headers.get('x-name') ?? '', 'latin1').toString()).toBe('你好');
    const event = await response.json();
    expect(event).toMatchObject(expected);
    expect(event).toBeEventOf(kind);
    expect(JSON.stringify(event)).toContain('127.0.0.1');
    expect(told(entries)).toEqual([`event | ${kind} | Success | POST /orders | 201`]);
    expect(entries[0]).toMatchObject({ event });
  });

  test('the platform’s own errors are answered and told with their reason', async () => {
    const handler = async (event: { path: string }) => {
      if (event.path === '/throws') throw new Error('no stock');
      return { statusCode: '200', body: '' };
    };
    const { server, entries } = await served({ handler });
    expect((await fetch(server.url)).status).toBe(403);
    expect((await fetch(`${server.url}throws?token=example`)).status).toBe(430);
    expect(told(entries)).toEqual([
      'event | apigw | Success | GET / | 403 | statusCode: expected an integer, received "200" (a string); write 200 without quotes',
      'event | apigw | User code exception caught | GET /throws | 430',
    ]);
  });

  test('bodies of bytes, HEAD, 204 and methods of one’s own arrive as they are', async () => {
    const handler = async ({ httpMethod, body }: { httpMethod: string; body?: string }) =>
      httpMethod === 'DELETE'
        ? { statusCode: 204, headers: {}, body: '', isBase64Encoded: false }
        : { statusCode: 200, headers: { 'x-method': httpMethod }, body: body ?? '', isBase64Encoded: true };
    const { server } = await served({ handler });
    const bytes = new Uint8Array([0, 255, 13, 10, 128]);
    const image = await fetch(server.url, {
      method: 'PUT',
      headers: { 'content-type': 'image/png' },
      body: bytes,
    });
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(bytes);
    expect((await fetch(server.url, { method: 'HEAD' })).headers.get('x-method')).toBe('HEAD');
    expect((await fetch(server.url, { method: 'DELETE' })).status).toBe(204);
    const purge = await fetch(server.url, { method: 'PURGE' });
    expect(purge.headers.get('x-method')).toBe('PURGE');
  });

  test('an invocation that cannot be begun is answered with 500 and told', async () => {
    const { server, entries } = await served({ handler: echo, invocation: { timeoutMs: -1 } });
    expect((await fetch(server.url)).status).toBe(500);
    expect(told(entries)).toEqual([
      expect.stringMatching(/^refusal \| GET \/ \| 500 \| Cannot invoke with timeoutMs -1/),
    ]);
    const chat = await served({ kind: 'websocket', handler: echo, invocation: { timeoutMs: -1 } });
    const socket = new WebSocket(chat.server.url);
    const problem = await new Promise((done) => void socket.once('error', done));
    expect(String(problem)).toBe('Error: Unexpected server response: 500');
    expect(told(chat.entries)).toEqual([expect.stringMatching(/^refusal \| GET \/ \| 500 \| Cannot invoke/)]);
  });

  test('takes what the front end is set up with', async () => {
    const handler = async (event: { pathParameters: object }) => ({
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(event.pathParameters),
      isBase64Encoded: false,
    });
    const { server, entries } = await served({ handler, frontEnd: { path: '/article/{id}' } });
    expect(await (await fetch(`${server.url}article/42`)).json()).toEqual({ id: '42' });
    expect((await fetch(`${server.url}else`)).status).toBe(404);
    expect(told(entries)[1]).toBe(
      'refusal | GET /else | 404 | it is not passed on: no API for GET /else; there is ANY /article/{id}',
    );
  });

  test('as many events at a time as there are instances', async () => {
    let running = 0;
    let most = 0;
    const handler = async () => {
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, 5));
      running--;
      return { statusCode: 200, headers: {}, body: '', isBase64Encoded: false };
    };
    const { server } = await served({ handler, limits: { instances: 3 } });
    const responses = await Promise.all(Array.from({ length: 20 }, () => fetch(server.url)));
    expect(responses.every(({ status }) => status === 200)).toBe(true);
    expect(most).toBe(3);
  });
});

describe('handlers in files', () => {
  function folder(files: Record<string, string>): string {
    const cwd = mkdtempSync(join(tmpdir(), 'scf-fixtures-serve-'));
    onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    return cwd;
  }

  test('run in a worker, stay warm, and are loaded again by restart', async () => {
    const cwd = folder({ 'index.js': 'let n = 0; exports.main_handler = async () => ({ n: ++n });' });
    const { server } = await served({
      kind: 'function-url',
      handler: 'index.main_handler',
      invocation: { cwd, isolation: 'worker' },
    });
    const ask = async () => (await fetch(server.url)).json();
    expect([await ask(), await ask()]).toEqual([{ n: 1 }, { n: 2 }]);
    writeFileSync(join(cwd, 'index.js'), 'exports.main_handler = async () => ({ n: "new" });');
    await server.restart();
    expect(await ask()).toEqual({ n: 'new' });
  });

  test('an endless loop and an exit end in an answer, and the server goes on', async () => {
    const cwd = folder({
      'index.mjs': `export const main_handler = async ({ path }) => {
        if (path === '/loop') for (;;);
        if (path === '/exit') process.exit(3);
        return { path };
      };`,
    });
    const { server } = await served({
      kind: 'function-url',
      handler: 'index.main_handler',
      invocation: { cwd, isolation: 'worker', timeoutMs: 1000 },
    });
    expect((await fetch(`${server.url}loop`)).status).toBe(433);
    expect((await fetch(`${server.url}exit`)).status).toBe(439);
    expect(await (await fetch(`${server.url}fine`)).json()).toEqual({ path: '/fine' });
  });

  test('that cannot be loaded are told before anything listens', async () => {
    const cwd = folder({
      'index.js': 'exports.main_handler = async () => {}; exports.text = "x";',
      'broken.mjs': 'export const main_handler = async ( => {};',
      'throws.js': 'throw new Error("no database");',
    });
    const problem = async (handler: string) => {
      const error = await serve({ handler, invocation: { cwd } }).then(
        async (server) => server.close().then(() => 'served'),
        (reason: Error) => reason.message,
      );
      return error.replaceAll(cwd, '/app');
    };
    expect(await problem('nothing.main_handler')).toMatch(
      /^Cannot invoke nothing.main_handler: there is no file/,
    );
    expect(await problem('index.main')).toBe(
      'Cannot invoke index.main: index.js was loaded, but it has no export main. It exports main_handler: write index.main_handler.',
    );
    expect(await problem('index.text')).toMatch(/its export text is no function/);
    expect(await problem('broken.main_handler')).toMatch(/has a syntax error/);
    expect(await problem('throws.main_handler')).toBe('served');
  });
});

describe('where it listens', () => {
  test('a port in use, a host of others, a wrong kind and a wrong limit are told in a sentence', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => taken.once('listening', done));
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const problem = (more: Partial<ServeOptions>) =>
      serve({ handler: echo, ...more }).then(
        () => 'served',
        (error: Error) => error.message.replaceAll(String(port), '8080'),
      );
    expect([
      await problem({ port }),
      await problem({ kind: 'websocket', pushPort: port }),
      await problem({ kind: 'websocket', port }),
      await problem({ host: '192.0.2.1' }),
      await problem({ kind: 'http' }),
      await problem({ limits: { connections: 0 } }),
    ]).toMatchInlineSnapshot(`
      [
        "Cannot serve on 127.0.0.1:8080: the port is in use. Take another port (--port), or 0 for any that is free.",
        "Cannot serve on 127.0.0.1:8080: the port is in use. Take another pushPort (--push-port), or 0 for any that is free.",
        "Cannot serve on 127.0.0.1:8080: the port is in use. Take another port (--port), or 0 for any that is free.",
        "Cannot serve on 192.0.2.1:0: 192.0.2.1 is no address of this machine. Take 127.0.0.1, or 0.0.0.0 for all of them.",
        "Cannot serve a handler as "http": clients cannot reach it that way. Take one of apigw, clb, function-url, websocket, invoke, web; invoke takes any event.",
        "Cannot serve with connections 0: it is no positive whole number below 2^31. Give one, or leave it out.",
      ]
    `);
  });

  test('nobody is let in after it is closed, and what is under way ends well', async () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    let entered = () => {};
    const arrived = new Promise<void>((done) => {
      entered = done;
    });
    const handler = async () => {
      entered();
      await held;
      return { done: true };
    };
    const { server } = await served({ kind: 'function-url', handler });
    const first = fetch(server.url);
    await arrived;
    const closing = server.close();
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
    release();
    expect(await (await first).json()).toEqual({ done: true });
    await closing;
    await server.close();
  });

  test('a client that keeps its connection does not keep the server', async () => {
    const { server } = await served({ kind: 'function-url', handler: async () => 'ok' });
    const port = Number(new URL(server.url).port);
    await new Promise<void>((done) => {
      request({ port, headers: { connection: 'keep-alive' } }, (response) =>
        response.resume().on('end', done),
      ).end();
    });
    await server.close();
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
  });
});
