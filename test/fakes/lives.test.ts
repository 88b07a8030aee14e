import '../../src/matchers/vitest.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { fakeGateway, type WebsocketFunctions } from '../../src/fakes/index.js';
import {
  check,
  type WebsocketConnectEvent,
  websocketClose,
  websocketConnect,
  websocketData,
} from '../../src/index.js';
import { pushTo } from './pushTo.js';

const connected = (functions: WebsocketFunctions, protocols: string[] = [], timeoutMs = 10_000) =>
  fakeGateway({ functions, invocation: { quiet: true, timeoutMs } }).connect({ protocols });

type Register = (event: WebsocketConnectEvent) => unknown;
const accepting = async ({ websocket: { secConnectionID } }: WebsocketConnectEvent) => ({
  errNo: 0,
  errMsg: 'ok',
  websocket: { action: 'connecting', secConnectionID },
});

describe('connect', () => {
  test('gives the registration function an event that checks strictly clean', async () => {
    const gateway = fakeGateway({ functions: { register: accepting } });
    for (const protocols of [[], ['chat'], ['chat', 'binary']]) await gateway.connect({ protocols });
    await gateway.connect({
      extensions: 'permessage-deflate',
      requestContext: { stage: 'test', path: '/ws' },
    });
    const events = gateway.invocations.map(({ event }) => event);
    for (const event of events) expect(check(websocketConnect, event, { strict: true })).toEqual([]);
    expect(events.map((event) => Object.keys(event.websocket))).toEqual([
      ['action', 'secConnectionID'],
      ['action', 'secConnectionID', 'secWebSocketProtocol'],
      ['action', 'secConnectionID', 'secWebSocketProtocol'],
      ['action', 'secConnectionID', 'secWebSocketExtensions'],
    ]);
    expect(events[2]?.websocket).toMatchObject({ secWebSocketProtocol: 'chat, binary' });
    expect(events[3]).toMatchObject({ requestContext: { stage: 'test', path: '/ws' } });
    expect(new Set(gateway.clients.map(({ id }) => id)).size).toBe(4);
  });

  test('honours a reply that accepts', async () => {
    const register: Register = async (event) => {
      const reply = await accepting(event);
      return { ...reply, websocket: { ...event.websocket, secWebSocketProtocol: 'chat' } };
    };
    const client = await connected({ register }, ['chat', 'binary']);
    expect(client).toMatchObject({ state: 'open', protocol: 'chat', extensions: '', reason: undefined });
    expect(client.handshake).toMatchObject({ status: 101 });
    expect(client).toHaveConnected();
  });

  const refusals: Record<string, readonly [register: Register, reason: string]> = {
    'an errNo other than 0': [async () => ({ errNo: 1, errMsg: 'full' }), 'the reply has errNo 1: full'],
    'a reply of nothing': [
      async () => {},
      'the reply is invalid: expected an object with errNo, errMsg and websocket, received null',
    ],
    'an HTTP response': [
      async () => ({ statusCode: 200, body: '{}' }),
      'the reply is invalid: errNo: expected an integer, received nothing; return the reply itself, not an HTTP response',
    ],
    'another id': [
      async () => ({
        errNo: 0,
        errMsg: 'ok',
        websocket: { action: 'connecting', secConnectionID: 'other==' },
      }),
      'the reply is invalid: websocket.secConnectionID: expected "QR8dVspmlzp9isqq4Y/qZw==", as in the connect event, received "other==" (a string)',
    ],
    'a sub-protocol that was not offered': [
      async ({ websocket }) => ({
        errNo: 0,
        errMsg: 'ok',
        websocket: { ...websocket, secWebSocketProtocol: 'mqtt' },
      }),
      'the reply is invalid: websocket.secWebSocketProtocol: expected none, since the client offers no sub-protocol, received "mqtt"',
    ],
    'a failure': [
      async () => {
        throw new Error('boom');
      },
      'the registration function failed: User code exception caught',
    ],
  };

  test.each(Object.entries(refusals))('is refused by %s', async (_, [register, reason]) => {
    const client = await connected({ register });
    expect(client).toMatchObject({ state: 'refused', reason, handshake: { status: 403 } });
    expect(client).not.toHaveConnected();
    await expect(client.send('hello')).rejects.toThrow(
      `Cannot send through the connection ${client.id}: it is refused (${reason}). Look at client.state first.`,
    );
    await expect(client.close()).rejects.toThrow('Cannot close the connection');
  });

  test('is refused by a time-out', async () => {
    const register = () => sleep(60_000, undefined, { ref: false });
    const client = await connected({ register }, [], 20);
    const reason = 'the registration function failed: TimeLimitReached';
    expect(client).toMatchObject({ state: 'refused', reason, handshake: { status: 403 } });
  });

  test('is refused a second time under an id that is open, not under one that has ended', async () => {
    const gateway = fakeGateway({ connections: ['abc=='] });
    await expect(gateway.connect({ id: 'abc==' })).rejects.toThrow(
      'Cannot connect as abc==: a connection of that id is open.',
    );
    await gateway.client('abc==').close();
    expect(await gateway.connect({ id: 'abc==' })).toBe(gateway.client('abc=='));
  });

  test('without a registration function, every client is accepted', async () => {
    expect(await fakeGateway().connect({ protocols: 'chat' })).toMatchObject({
      state: 'open',
      protocol: '',
      handshake: undefined,
    });
  });

  test('a push from the registration function itself comes too early', async ({ onTestFinished }) => {
    const register: Register = async (event) => {
      const welcome = { ...event.websocket, action: 'data send', dataType: 'text', data: 'welcome' };
      await pushTo(gateway.pushUrl, { websocket: welcome });
      return accepting(event);
    };
    const gateway = fakeGateway({ functions: { register } });
    gateway.listen({ cleanUp: onTestFinished });
    const client = await gateway.connect();
    expect(client).toMatchObject({ state: 'open', received: [] });
    expect(client.record.refused).toEqual([{ connectionId: client.id, reason: 'it is connecting' }]);
  });
});

describe('send and close', () => {
  test('give events that check strictly clean, and their outcomes', async () => {
    const gateway = fakeGateway({
      functions: { transfer: async ({ websocket }) => websocket.data, cleanup: async () => 'bye' },
    });
    const client = await gateway.connect();
    expect(await client.send('hello')).toMatchObject({ ok: true, result: 'hello' });
    expect(await client.send(Uint8Array.of(0, 255))).toMatchObject({ ok: true, result: 'AP8=' });
    expect(await client.close()).toMatchObject({ ok: true, result: 'bye' });
    expect(client).toMatchObject({ state: 'closed', closedBy: 'client' });
    const [text, binary, closing] = client.invocations.map(({ event }) => event);
    for (const event of [text, binary]) expect(check(websocketData, event, { strict: true })).toEqual([]);
    expect(check(websocketClose, closing, { strict: true })).toEqual([]);
    expect(binary?.websocket).toMatchObject({ dataType: 'binary', data: 'AP8=' });
    expect(gateway.invocations.map(({ role }) => role)).toEqual(['transfer', 'transfer', 'cleanup']);
  });

  test('a transfer function that fails ends the connection, and the cleanup function is not called', async () => {
    const transfer = async () => {
      throw new Error('boom');
    };
    const client = await connected({ transfer, cleanup: async () => 'bye' });
    expect(await client.send('hello')).toMatchObject({ statusCode: 430 });
    expect(client).toMatchObject({
      state: 'closed',
      closedBy: 'gateway',
      reason: 'the transfer function failed: User code exception caught',
    });
    expect(client.invocations.map(({ role }) => role)).toEqual(['transfer']);
  });

  test('what functions return is ignored', async () => {
    const client = await connected({ transfer: async () => ({ errNo: 1, statusCode: 500 }) });
    await client.send('hello');
    expect(client.state).toBe('open');
  });

  test('wrong use is answered with what to write', async () => {
    const client = await connected({});
    await expect(client.send('hello')).rejects.toThrow(
      'Cannot send a message: the gateway has no transfer function. Give it one: fakeGateway({ functions: { transfer } }).',
    );
    // @ts-expect-error a message is text or bytes
    await expect(client.send({ id: 1 })).rejects.toThrow(
      'Cannot send an object: it is no message. Give a string, or a Uint8Array for a binary one.',
    );
    expect(await client.close()).toBeUndefined();
    await expect(client.close()).rejects.toThrow(
      `Cannot close the connection ${client.id}: it is closed. Look at client.state first.`,
    );
  });
});

test('a hundred clients talk at once, and each gets what is its own', async ({ onTestFinished }) => {
  const transfer: WebsocketFunctions['transfer'] = async ({ websocket }) => {
    await pushTo(gateway.pushUrl, { websocket: { ...websocket, data: `echo ${websocket.data}` } });
  };
  const gateway = fakeGateway({
    functions: { register: accepting, transfer },
    invocation: { timeoutMs: 10_000 },
  });
  gateway.listen({ cleanUp: onTestFinished });
  const clients = await Promise.all(Array.from({ length: 100 }, () => gateway.connect()));
  await Promise.all(clients.map((client, index) => client.send(`${index}`)));
  expect(clients.map(({ received }) => received)).toEqual(clients.map((_, index) => [`echo ${index}`]));
  expect(gateway).toHavePushedTimes(100);
});

test('what listens on a client hears messages and the end', async () => {
  const heard: unknown[] = [];
  const gateway = fakeGateway();
  const client = await gateway.connect({
    onMessage: (message) => heard.push(message),
    onClosed: (by) => heard.push(by),
  });
  const push = (websocket: object) =>
    gateway.answerPush({
      method: 'POST',
      body: Buffer.from(JSON.stringify({ websocket: { secConnectionID: client.id, ...websocket } })),
    });
  await push({ action: 'data send', dataType: 'text', data: 'hello' });
  await push({ action: 'closing' });
  expect(heard).toEqual(['hello', 'function']);
});

test('handlers in files stay warm, one event at a time each, until the gateway is closed', async ({
  onTestFinished,
}) => {
  const cwd = mkdtempSync(join(tmpdir(), 'scf-fixtures-lives-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(
    join(cwd, 'index.js'),
    'let n = 0; exports.main_handler = async () => { n++; await new Promise((done) => setTimeout(done, 20)); return n; };',
  );
  const gateway = fakeGateway({ functions: { transfer: 'index.main_handler' }, invocation: { cwd } });
  const client = await gateway.connect();
  const results = async (calls: Promise<unknown>[]) =>
    (await Promise.all(calls)).map((outcome) => (outcome as { result?: unknown }).result);
  expect(await results([client.send('a')])).toEqual([1]);
  expect((await results([client.send('b'), client.send('c')])).sort()).toEqual([1, 2]);
  await gateway.close();
  expect(await results([client.send('d')])).toEqual([1]);
});

describe('toHavePushedNothing', () => {
  test('waits for what the functions of the gateway have left running', async ({ onTestFinished }) => {
    const transfer: WebsocketFunctions['transfer'] = async ({ websocket }) => {
      setTimeout(() => void pushTo(gateway.pushUrl, { websocket }), 30);
    };
    const gateway = fakeGateway({ functions: { transfer } });
    gateway.listen({ cleanUp: onTestFinished });
    const client = await gateway.connect();
    const other = await gateway.connect();
    await client.send('hello');
    expect(client).not.toHavePushed();
    await expect(gateway).not.toHavePushedNothing();
    expect(client.received).toEqual(['hello']);
    await expect(other).toHavePushedNothing();
    await expect(gateway).toHavePushedNothing(other);
  });

  test('waits for a message that is still being handled', async ({ onTestFinished }) => {
    const transfer: WebsocketFunctions['transfer'] = async ({ websocket }) => {
      await sleep(20);
      await pushTo(gateway.pushUrl, { websocket });
    };
    const gateway = fakeGateway({ functions: { transfer } });
    gateway.listen({ cleanUp: onTestFinished });
    const client = await gateway.connect();
    void client.send('hello');
    await expect(client).not.toHavePushedNothing();
    expect(client).toHavePushed('hello');
  });
});
