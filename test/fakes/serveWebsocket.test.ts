import '../../src/matchers/vitest.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import WebSocket from 'ws';
import { type ServeEntry, type ServeOptions, serve } from '../../src/fakes/index.js';

/** Three functions as the documents have them: all that is shared lies in a folder, as it would in a database. */
const handlers = {
  'register.js': `
    const { writeFileSync } = require('node:fs');
    const { join } = require('node:path');
    exports.main_handler = async ({ requestContext, websocket }) => {
      if (requestContext.path === '/private') return { errNo: 1, errMsg: 'members only' };
      if (requestContext.path === '/broken') return { errNo: 0 };
      writeFileSync(join(process.env.ROOM, encodeURIComponent(websocket.secConnectionID)), '');
      const offered = websocket.secWebSocketProtocol;
      return {
        errNo: 0,
        errMsg: 'ok',
        websocket: {
          action: 'connecting',
          secConnectionID: websocket.secConnectionID,
          ...(offered && { secWebSocketProtocol: offered.split(', ')[0] }),
        },
      };
    };`,
  'transfer.js': `
    const { readdirSync } = require('node:fs');
    const push = (body) => fetch(process.env.PUSH_URL, { method: 'POST', body: JSON.stringify(body) });
    exports.main_handler = async ({ websocket }) => {
      const { secConnectionID, dataType, data } = websocket;
      if (data === 'fail') throw new Error('asked to fail');
      if (data === 'bye') {
        await push({ websocket: { action: 'closing', secConnectionID } });
        return;
      }
      for (const name of readdirSync(process.env.ROOM)) {
        const id = decodeURIComponent(name);
        await push({ websocket: { action: 'data send', secConnectionID: id, dataType, data } });
      }
    };`,
  'cleanup.js': `
    const { rmSync } = require('node:fs');
    const { join } = require('node:path');
    exports.main_handler = async ({ websocket }) =>
      rmSync(join(process.env.ROOM, encodeURIComponent(websocket.secConnectionID)), { force: true });`,
};

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-serve-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function served(more: Partial<ServeOptions> = {}) {
  const cwd = temporaryFolder();
  for (const [name, text] of Object.entries(handlers)) writeFileSync(join(cwd, name), text);
  const entries: ServeEntry[] = [];
  const server = await serve({
    kind: 'websocket',
    handler: 'register.main_handler',
    transfer: 'transfer.main_handler',
    cleanup: 'cleanup.main_handler',
    invocation: { cwd, isolation: 'worker', env: { ROOM: temporaryFolder() } },
    pushUrlVariable: 'PUSH_URL',
    report: (entry) => void entries.push(entry),
    ...more,
  });
  onTestFinished(() => server.close());
  return { server, entries };
}

/** A client that keeps what it receives, and can wait for the next message or its end. */
function connected(url: string, protocols: string[] = []) {
  const socket = new WebSocket(url, protocols);
  onTestFinished(() => socket.terminate());
  const received: (string | number[])[] = [];
  const waiting: (() => void)[] = [];
  socket.on('message', (data: Buffer, isBinary) => {
    received.push(isBinary ? [...data] : data.toString());
    waiting.shift()?.();
  });
  const opened = new Promise<string>((done) => {
    socket.once('open', () => done('open')).once('error', (error) => done(error.message));
  });
  const closed = new Promise<number>((done) => void socket.once('close', done));
  const next = () => new Promise<void>((done) => void waiting.push(done));
  return { socket, received, opened, closed, next };
}

const told = (entries: readonly ServeEntry[], ids: readonly string[] = []) =>
  entries.map((entry) => {
    const outcome = entry.type === 'event' ? [entry.kind, entry.outcome.status] : [];
    const line = [entry.type, ...outcome, entry.what, entry.answer, entry.reason].filter(Boolean).join(' | ');
    return ids.reduce((text, id, at) => text.replaceAll(id, `client ${at + 1}`), line);
  });

const idsIn = (entries: readonly ServeEntry[]) =>
  entries.flatMap((entry) =>
    entry.type === 'event' && entry.kind === 'websocket-connect' ? [entry.what] : [],
  );

test('three functions serve a chat: texts and bytes reach every client, also after one has left', async () => {
  const { server, entries } = await served();
  const ada = connected(server.url, ['chat', 'json']);
  expect(await ada.opened).toBe('open');
  expect(ada.socket.protocol).toBe('chat');
  const eve = connected(`${server.url}room`);
  await eve.opened;
  const both = [ada.next(), eve.next()];
  ada.socket.send('hello 你好');
  await Promise.all(both);
  const again = [ada.next(), eve.next()];
  eve.socket.send(new Uint8Array([0, 255, 128]));
  await Promise.all(again);
  eve.socket.close();
  await eve.closed;
  await vi.waitFor(() => expect(told(entries).join()).toContain('websocket-close'), { timeout: 20_000 });
  const alone = ada.next();
  ada.socket.send('anybody?');
  await alone;
  expect(ada.received).toEqual(['hello 你好', [0, 255, 128], 'anybody?']);
  expect(eve.received).toEqual(['hello 你好', [0, 255, 128]]);
  ada.socket.send('bye');
  expect(await ada.closed).toBe(1000);
  await server.close();
  const ids = idsIn(entries);
  expect(told(entries, ids).filter((line) => line.startsWith('event'))).toEqual([
    'event | websocket-connect | Success | client 1 | accepted',
    'event | websocket-connect | Success | client 2 | accepted',
    'event | websocket-data | Success | client 1 | ok',
    'event | websocket-data | Success | client 2 | ok',
    'event | websocket-close | Success | client 2 | closed',
    'event | websocket-data | Success | client 1 | ok',
    'event | websocket-data | Success | client 1 | closed',
  ]);
  expect(told(entries, ids)).toContain('push | closing to client 1 | 200');
  const [first] = entries;
  expect(first?.type === 'event' && first.event).toBeEventOf('websocket-connect');
  expect(first).toMatchObject({
    event: {
      requestContext: { path: '/', httpMethod: 'GET', sourceIp: '127.0.0.1' },
      websocket: { secWebSocketProtocol: 'chat, json' },
    },
  });
});

test('the three handlers of the template do over TCP what the documents say', async () => {
  const template = async (env: Record<string, string>) => {
    const cwd = fileURLToPath(new URL('../../templates/tests/websocket', import.meta.url));
    const { server, entries } = await served({ invocation: { cwd, isolation: 'worker', env }, seed: 'chat' });
    const sender = connected(server.url, ['chat', 'binary']);
    await sender.opened;
    const peer = connected(server.url);
    await peer.opened;
    return { sender, peer, ids: idsIn(entries) };
  };
  const alone = await template({});
  expect(alone.sender.socket.protocol).toBe('chat');
  for (const message of ['hello', new Uint8Array([0, 255])]) {
    const answer = alone.sender.next();
    alone.sender.socket.send(message);
    await answer;
  }
  expect(alone.sender.received).toEqual(['"hello"', [0, 255]]);
  expect(alone.peer.received).toEqual([]);

  const id = alone.ids[1] ?? '';
  const { sender, peer } = await template({ TARGET_CONNECTION_ID: id, CLOSE_CONNECTION_ID: id });
  const arrived = peer.next();
  sender.socket.send('hello');
  await arrived;
  expect([sender.received, peer.received]).toEqual([[], ['"hello"']]);
  sender.socket.close();
  expect(await peer.closed).toBe(1000);
});

test('a handshake is refused as the registration function says, and when its reply is invalid', async () => {
  const { server, entries } = await served();
  expect(await connected(`${server.url}private`).opened).toBe('Unexpected server response: 403');
  expect(await connected(`${server.url}broken`).opened).toBe('Unexpected server response: 403');
  expect(told(entries, idsIn(entries))).toEqual([
    'event | websocket-connect | Success | client 1 | refused | the reply has errNo 1: members only',
    expect.stringContaining('client 2 | refused | the reply is invalid: '),
  ]);
});

test('a function that fails ends the connection', async () => {
  const { server, entries } = await served();
  const client = connected(server.url);
  await client.opened;
  client.socket.send('fail');
  expect(await client.closed).toBe(1011);
  expect(told(entries, idsIn(entries)).at(-1)).toBe(
    'event | websocket-data | User code exception caught | client 1 | closed | the transfer function failed: User code exception caught',
  );
});

test('pushes to nobody and pushes that are none are answered and told', async () => {
  const { server, entries } = await served({ unknownConnection: { status: 404, errNo: 5, errMsg: 'gone' } });
  const post = async (body: string) => {
    const answer = await fetch(server.pushUrl ?? '', { method: 'POST', body });
    return [answer.status, await answer.json()];
  };
  const websocket = { action: 'data send', secConnectionID: 'abc==', dataType: 'text', data: 'x' };
  expect(await post(JSON.stringify({ websocket }))).toEqual([404, { errNo: 5, errMsg: 'gone' }]);
  expect(await post('{')).toEqual([400, { errNo: 1, errMsg: expect.stringContaining('a body of JSON') }]);
  expect(told(entries)).toEqual([
    'push | data send to abc== | 404 | errNo 5: gone',
    expect.stringMatching(/^push \| POST \/api-push \| 400 \| errNo 1: /),
  ]);
});

test('what is no handshake is refused with what is missing', async () => {
  const { server } = await served();
  const { port } = new URL(server.url);
  const upgrade = { connection: 'Upgrade', upgrade: 'websocket' };
  const key = 'AAAAAAAAAAAAAAAAAAAAAA==';
  const asked = (headers: Record<string, string>) =>
    new Promise<string>((done, fail) => {
      httpRequest({ port, headers }, async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        done(`${response.statusCode} ${text.trim()}`);
      })
        .on('error', fail)
        .end();
    });
  expect([
    await asked({}),
    await asked(upgrade),
    await asked({ ...upgrade, 'sec-websocket-key': key }),
    await asked({ ...upgrade, 'sec-websocket-key': 'short', 'sec-websocket-version': '13' }),
    await asked({ ...upgrade, 'sec-websocket-key': key, 'sec-websocket-version': '12' }),
    await asked({
      ...upgrade,
      'sec-websocket-key': key,
      'sec-websocket-version': '13',
      'sec-websocket-protocol': 'a b',
    }),
    await asked({ connection: 'Upgrade', upgrade: 'h2c' }),
  ]).toEqual([
    '426 this address takes WebSocket handshakes only',
    '403 need header Sec-WebSocket-Key.',
    '403 need header Sec-WebSocket-Version.',
    '400 Sec-WebSocket-Key is not valid',
    '400 Sec-WebSocket-Version is not 13',
    '400 Sec-WebSocket-Protocol is not valid',
    '400 this is no WebSocket handshake',
  ]);
});

test('closing says goodbye to clients, lets their cleanup run, and leaves nothing', async () => {
  const { server, entries } = await served();
  const clients = [connected(server.url), connected(server.url), connected(server.url)];
  await Promise.all(clients.map(({ opened }) => opened));
  await server.close();
  expect(await Promise.all(clients.map(({ closed }) => closed))).toEqual([1001, 1001, 1001]);
  const cleanups = entries.filter((entry) => entry.type === 'event' && entry.kind === 'websocket-close');
  expect(cleanups).toHaveLength(3);
  expect(await connected(server.url).opened).toMatch(/ECONNREFUSED/);
});
