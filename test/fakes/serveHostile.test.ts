import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import WebSocket from 'ws';
import { type ServeEntry, type ServeLimits, serve } from '../../src/fakes/index.js';

const page = async (event: { path: string }) => ({
  statusCode: 200,
  headers: { 'content-type': 'text/plain' },
  body: event.path,
  isBase64Encoded: false,
});

const accept = async ({ websocket }: { websocket: { action: string; secConnectionID: string } }) =>
  websocket.action === 'connecting' ? { errNo: 0, errMsg: 'ok', websocket } : undefined;

async function served(limits: Partial<ServeLimits> = {}, kind = 'apigw') {
  const entries: ServeEntry[] = [];
  const server = await serve({
    kind,
    handler: kind === 'websocket' ? accept : page,
    limits,
    allowHosts: ['example.com'],
    report: (entry) => void entries.push(entry),
  });
  onTestFinished(() => server.close());
  const port = Number(new URL(server.url).port);
  const isUp = async () => (await fetch(server.url.replace('ws:', 'http:'))).status;
  return { server, port, entries, isUp };
}

/** Sends bytes as they are and gives all that comes back until the server hangs up. */
function raw(port: number, ...parts: (string | Uint8Array)[]): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    let text = '';
    socket.on('data', (data) => {
      text += data.toString('latin1');
    });
    socket.on('error', () => {}).on('close', () => done(text));
    for (const part of parts) socket.write(part);
  });
}

const statusOf = (answer: string) => answer.split('\r\n')[0];
const head = 'GET / HTTP/1.1\r\nHost: example.com\r\n';

describe('requests that do not come to an end', () => {
  test('a head that trickles, a body that stops and a client that says nothing are cut off', async () => {
    const { port, isUp, entries } = await served({ idleMs: 1500 });
    const trickle = new Promise<string>((done) => {
      const socket = connect(port, '127.0.0.1');
      let text = '';
      const drip = setInterval(() => socket.write('X-A: b\r\n'), 20);
      socket.on('data', (data) => {
        text += data.toString();
      });
      socket
        .on('error', () => {})
        .on('close', () => {
          clearInterval(drip);
          done(text);
        });
      socket.write(head);
    });
    const answers = await Promise.all([
      trickle,
      raw(port, 'POST / HTTP/1.1\r\nHost: example.com\r\nContent-Length: 100\r\n\r\nx'),
      raw(port),
    ]);
    expect(answers.map(statusOf)).toEqual([
      'HTTP/1.1 408 Request Timeout',
      'HTTP/1.1 408 Request Timeout',
      'HTTP/1.1 408 Request Timeout',
    ]);
    expect(entries.filter((entry) => entry.type === 'refusal')).toHaveLength(3);
    await expect.poll(isUp).toBe(200);
  });

  test('more connections than allowed are dropped, and told', async () => {
    const { port, entries } = await served({ connections: 3 });
    const sockets: Socket[] = [];
    for (let i = 0; i < 3; i++) {
      const socket = connect(port, '127.0.0.1');
      sockets.push(socket);
      await new Promise((done) => socket.once('connect', done));
    }
    expect(await raw(port, `${head}\r\n`)).toBe('');
    expect(entries).toEqual([
      {
        type: 'refusal',
        what: 'connection',
        answer: 'dropped',
        reason: '3 connections are open, and more are not taken',
      },
    ]);
    for (const socket of sockets) socket.destroy();
  });
});

describe('requests that are too large', () => {
  test('10,000 headers, and more small ones than allowed', async () => {
    const { port, isUp } = await served();
    const many = (count: number) => `${head}${'X-A: b\r\n'.repeat(count)}\r\n`;
    expect(statusOf(await raw(port, many(10_000)))).toBe('HTTP/1.1 431 Request Header Fields Too Large');
    expect(statusOf(await raw(port, many(200)))).toBe('HTTP/1.1 431 Request Header Fields Too Large');
    expect(statusOf(await raw(port, many(198).replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')))).toBe(
      'HTTP/1.1 200 OK',
    );
    expect(await isUp()).toBe(200);
  });

  test('bodies that say so, and bodies that never end', async () => {
    const { port, isUp } = await served({ bodyBytes: 1000 });
    const post = 'POST / HTTP/1.1\r\nHost: example.com\r\n';
    expect(statusOf(await raw(port, `${post}Content-Length: 1001\r\n\r\n`))).toBe(
      'HTTP/1.1 413 Payload Too Large',
    );
    const chunk = `200\r\n${'x'.repeat(512)}\r\n`;
    expect(statusOf(await raw(port, `${post}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(2)}`))).toBe(
      'HTTP/1.1 413 Payload Too Large',
    );
    expect(
      (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'x'.repeat(1000) })).status,
    ).toBe(200);
    expect(await isUp()).toBe(200);
  });
});

describe('requests that are no requests', () => {
  test.each([
    ['garbage', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 'HTTP/1.1 400 Bad Request'],
    [
      'two lengths',
      `${head}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      'HTTP/1.1 400 Bad Request',
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b/c\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['the server itself', 'OPTIONS * HTTP/1.1\r\nHost: example.com\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['a tunnel', 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n', ''],
  ])('%s', async (_, text, status) => {
    const { port, isUp } = await served();
    expect(statusOf(await raw(port, Buffer.from(text, 'latin1')))).toBe(status);
    expect(await isUp()).toBe(200);
  });

  test.each([
    ['/../../../etc/passwd', '/etc/passwd'],
    ['/a/%2e%2e/%2e%2e/etc/passwd', '/etc/passwd'],
    ['/..%2f..%2fetc/passwd', '/..%2f..%2fetc/passwd'],
    ['//example.net/etc/passwd', '//example.net/etc/passwd'],
    ['http://example.net/etc/passwd', '/etc/passwd'],
  ])('the path %s is a path like any other', async (path, seen) => {
    const { port } = await served();
    const answer = await raw(port, `GET ${path} HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n`);
    expect([statusOf(answer), answer.split('\r\n\r\n')[1]]).toEqual(['HTTP/1.1 200 OK', seen]);
  });
});

describe('WebSocket clients', () => {
  const upgrade =
    'GET / HTTP/1.1\r\nHost: example.com\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';
  /** The code of the close frame that comes back. */
  const closeCode = (answer: string) => {
    const frames = Buffer.from(answer.split('\r\n\r\n').slice(1).join('\r\n\r\n'), 'latin1');
    const at = frames.indexOf(0x88);
    return at === -1 || frames.length < at + 4 ? undefined : frames.readUInt16BE(at + 2);
  };
  /** Sends a frame and hangs up when the server says why it closes. */
  const closedWith = (port: number, frame: Uint8Array): Promise<number | undefined> =>
    new Promise((done) => {
      const socket = connect(port, '127.0.0.1');
      let text = '';
      socket.on('data', (data) => {
        text += data.toString('latin1');
        if (closeCode(text) !== undefined) socket.end();
      });
      socket.on('error', () => {}).on('close', () => done(closeCode(text)));
      socket.write(upgrade);
      socket.write(frame);
    });
  const masked = (bytes: number[]) => Buffer.from([...bytes.slice(0, 2), 0, 0, 0, 0, ...bytes.slice(2)]);

  test.each([
    ['a text that is no UTF-8', masked([0x81, 0x83, 0xff, 0xfe, 0xfd]), 1007],
    ['a frame without a mask', Buffer.from([0x81, 0x01, 0x41]), 1002],
    ['a frame of an unknown kind', masked([0x83, 0x80]), 1002],
    ['a frame of 2^40 bytes', Buffer.from([0x82, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 1009],
    ['a ping of 200 bytes', Buffer.from([0x89, 0xfe, 0, 200, 0, 0, 0, 0]), 1002],
    ['garbage', Buffer.from('GET / HTTP/1.1\r\n\r\n'), 1002],
  ])('%s ends the connection, its cleanup runs, and the server goes on', async (_, frame, code) => {
    const { port, isUp, entries } = await served({}, 'websocket');
    expect(await closedWith(port, frame)).toBe(code);
    await vi.waitFor(() => expect(entries.at(-1)).toMatchObject({ kind: 'websocket-close' }), {
      timeout: 20_000,
    });
    expect(entries.find((entry) => entry.type === 'refusal')).toMatchObject({ answer: 'closed' });
    expect(await isUp()).toBe(426);
  });

  test('a message whose event has more than 6 MB, as it is or in Base64', async () => {
    const { server, entries } = await served({}, 'websocket');
    const sent = async (message: string | Uint8Array) => {
      const socket = new WebSocket(server.url);
      await new Promise((done) => socket.once('open', done));
      socket.send(message);
      return new Promise((done) => void socket.once('close', done));
    };
    expect(await sent('x'.repeat(6_291_457))).toBe(1009);
    expect(await sent('"'.repeat(3_200_000))).toBe(1009);
    expect(await sent(new Uint8Array(4_800_000))).toBe(1009);
    expect(entries.filter((entry) => entry.type === 'refusal')).toHaveLength(3);
  });

  test('a client that no longer answers is dropped, and one that does stays', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const idleMs = 3_600_000;
    const { server, entries } = await served({ idleMs }, 'websocket');
    const silent = new WebSocket(server.url, { autoPong: false });
    const gone = new Promise((done) => void silent.once('close', done));
    const alive = new WebSocket(server.url);
    onTestFinished(() => alive.terminate());
    await Promise.all([silent, alive].map((socket) => new Promise((done) => socket.once('open', done))));
    const heard = () => entries.filter((entry) => entry.type === 'event' && entry.kind === 'websocket-data');
    const idle = async () => {
      const pinged = new Promise((done) => alive.once('ping', done));
      const before = heard().length;
      vi.advanceTimersByTime(idleMs);
      await pinged;
      // What comes behind the answer to the ping tells that the server has that.
      alive.send('still here');
      await vi.waitFor(() => expect(heard()).toHaveLength(before + 1), { timeout: 20_000 });
    };
    await idle();
    await idle();
    expect(await gone).toBe(1006);
    await vi.waitFor(
      () => expect(entries).toContainEqual(expect.objectContaining({ kind: 'websocket-close' })),
      { timeout: 20_000 },
    );
    await idle();
    expect(alive.readyState).toBe(alive.OPEN);
  });

  test('a client that leaves while the registration function runs is cleaned up after', async () => {
    const entries: ServeEntry[] = [];
    let release = () => {};
    let asked = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const arrived = new Promise<void>((done) => {
      asked = done;
    });
    const server = await serve({
      kind: 'websocket',
      handler: async (event: Parameters<typeof accept>[0]) => {
        asked();
        await held;
        return accept(event);
      },
      allowHosts: ['example.com'],
      report: (entry) => void entries.push(entry),
    });
    onTestFinished(() => server.close());
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(upgrade);
    await arrived;
    socket.destroy();
    await new Promise((done) => socket.once('close', done));
    await new Promise((done) => setTimeout(done, 20));
    release();
    await vi.waitFor(() => expect(entries).toHaveLength(2), { timeout: 20_000 });
    expect(entries).toMatchObject([{ answer: 'accepted' }, { kind: 'websocket-close' }]);
  });
});

test('nothing is let in after the stop, on either port', async () => {
  const { server } = await served({}, 'websocket');
  const push = server.pushUrl ?? '';
  await server.close();
  await expect(fetch(push, { method: 'POST', body: '{}' })).rejects.toThrow('fetch failed');
  await expect(fetch(server.url.replace('ws:', 'http:'))).rejects.toThrow('fetch failed');
});

test('clients that hang on when the server stops are cut off after the grace', async () => {
  const handler = () => new Promise(() => {});
  const server = await serve({
    kind: 'function-url',
    handler,
    allowHosts: ['example.com'],
    limits: { graceMs: 100 },
    invocation: { timeoutMs: 60_000 },
  });
  const port = Number(new URL(server.url).port);
  const hanging = [raw(port, `${head}\r\n`), raw(port, head), raw(port)];
  await new Promise((done) => setTimeout(done, 20));
  await server.close();
  expect(await Promise.all(hanging)).toEqual(['', '', '']);
});
