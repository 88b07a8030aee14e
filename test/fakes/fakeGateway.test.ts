import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as fc from 'fast-check';
import { setupServer } from 'msw/node';
import { describe, expect, test, vi } from 'vitest';
import { type FakeGateway, fakeGateway, type PushFault } from '../../src/fakes/index.js';
import { pushTo } from './pushTo.js';

const alice = 'YWxpY2U/YWxpY2U+YWxpY2U=';
const bob = 'Ym9iYm9iYm9iYm9iYm9iYm8=';
const text = (data: string, secConnectionID = alice) => ({
  websocket: { action: 'data send', secConnectionID, dataType: 'text', data },
});

function listening(
  onTestFinished: (stop: () => Promise<void>) => void,
  options: Parameters<typeof fakeGateway>[0] = {},
): FakeGateway {
  const gateway = fakeGateway({ connections: [alice, bob], ...options });
  gateway.listen({ cleanUp: onTestFinished });
  return gateway;
}

test('a push reaches its client, decoded, in order', async ({ onTestFinished }) => {
  const gateway = listening(onTestFinished);
  expect(await pushTo(gateway.pushUrl, text('hello'))).toEqual({
    status: 200,
    body: '{"errNo":0,"errMsg":"ok"}',
  });
  await pushTo(gateway.pushUrl, {
    websocket: { action: 'data send', secConnectionID: alice, dataType: 'binary', data: 'AP8=' },
  });
  await pushTo(gateway.pushUrl, text('', bob));
  expect(gateway.client(alice).received).toEqual(['hello', Uint8Array.of(0, 255)]);
  expect(gateway.client(bob).received).toEqual(['']);
  expect(gateway.record.pushes.map(({ connectionId }) => connectionId)).toEqual([alice, alice, bob]);
});

test('"closing" ends the connection, and a push after that is refused', async ({ onTestFinished }) => {
  const gateway = listening(onTestFinished);
  const closing = { websocket: { action: 'closing', secConnectionID: alice } };
  expect(await pushTo(gateway.pushUrl, closing)).toEqual({ status: 200, body: '{"errNo":0,"errMsg":"ok"}' });
  expect(gateway.client(alice)).toMatchObject({ state: 'closed', closedBy: 'function' });
  for (const late of [text('hello'), closing]) {
    expect(await pushTo(gateway.pushUrl, late)).toEqual({
      status: 200,
      body: '{"errNo":1,"errMsg":"no such connection"}',
    });
  }
  expect(gateway.client(alice).received).toEqual([]);
  expect(gateway.record.refused).toEqual([
    { connectionId: alice, reason: 'it is closed' },
    { connectionId: alice, reason: 'it is closed' },
  ]);
});

test('"closing" may carry data, which nobody gets', async ({ onTestFinished }) => {
  const gateway = listening(onTestFinished);
  await pushTo(gateway.pushUrl, { websocket: { ...text('bye').websocket, action: 'closing' } });
  expect(gateway.client(alice)).toMatchObject({ state: 'closed', received: [] });
});

test('the answer to a push to nobody is the one that was asked for', async ({ onTestFinished }) => {
  const unknownConnection = { status: 404, errNo: -7, errMsg: 'gone' };
  const gateway = listening(onTestFinished, { unknownConnection });
  expect(await pushTo(gateway.pushUrl, text('hello', 'nobody=='))).toEqual({
    status: 404,
    body: '{"errNo":-7,"errMsg":"gone"}',
  });
  expect(gateway.record.refused).toEqual([{ connectionId: 'nobody==', reason: 'no such connection' }]);
});

const { websocket } = text('hello');

test.each([
  ['an empty body', '', 'expected a body of JSON, received an empty body'],
  ['no JSON', 'hello', 'expected a body of JSON, received "hello" (a string)'],
  [
    'JSON behind a byte order mark',
    Uint8Array.of(0xef, 0xbb, 0xbf, 123, 125),
    'expected a body of JSON, received "{}" (a string)',
  ],
  ['JSON that is cut', '{"websocket":', 'expected a body of JSON, received "{\\"websocket\\":" (a string)'],
  ['a form', 'websocket=1', 'expected a body of JSON, received "websocket=1" (a string)'],
  [
    'invalid UTF-8',
    Uint8Array.of(34, 0xff, 34),
    'expected a body of JSON, received "\ufffd" (a string)'.replace('"\ufffd"', '"\\"\ufffd\\""'),
  ],
  ['null', null, 'expected an object, received null'],
  ['an array', [{ websocket }], 'expected an object, received an array of 1'],
  ['no websocket', websocket, 'websocket: expected an object, received nothing'],
  [
    'websocket as JSON text',
    { websocket: JSON.stringify(websocket) },
    /^websocket: expected an object, received "\{\\"action/,
  ],
  [
    'no action',
    { websocket: { ...websocket, action: undefined } },
    'websocket.action: expected "data send" or "closing", received nothing',
  ],
  [
    'the action of a reply',
    { websocket: { ...websocket, action: 'connecting' } },
    'websocket.action: expected "data send" or "closing", received "connecting" (a string)',
  ],
  [
    'an alias that is never answered',
    { websocket: { ...websocket, action: 'data recv' } },
    'websocket.action: expected "data send" or "closing", received "data recv" (a string)',
  ],
  [
    'no id',
    { websocket: { ...websocket, secConnectionID: undefined } },
    'websocket.secConnectionID: expected a text that is not empty, received nothing',
  ],
  [
    'an empty id',
    { websocket: { ...websocket, secConnectionID: '' } },
    'websocket.secConnectionID: expected a text that is not empty, received "" (a string)',
  ],
  [
    'an id that is no text',
    { websocket: { ...websocket, secConnectionID: 7 } },
    'websocket.secConnectionID: expected a text that is not empty, received 7 (a number)',
  ],
  [
    'closing without an id',
    { websocket: { action: 'closing' } },
    'websocket.secConnectionID: expected a text that is not empty, received nothing',
  ],
  [
    'no dataType',
    { websocket: { ...websocket, dataType: undefined } },
    'websocket.dataType: expected "text" or "binary", received nothing',
  ],
  [
    'another dataType',
    { websocket: { ...websocket, dataType: 'json' } },
    'websocket.dataType: expected "text" or "binary", received "json" (a string)',
  ],
  [
    'no data',
    { websocket: { ...websocket, data: undefined } },
    'websocket.data: expected a string, received nothing',
  ],
  [
    'data that is an object',
    { websocket: { ...websocket, data: { id: 1 } } },
    'websocket.data: expected a string, received an object; JSON.stringify it',
  ],
  [
    'binary data that is no Base64',
    { websocket: { ...websocket, dataType: 'binary' } },
    'websocket.data: expected Base64, since dataType is "binary", received "hello" (a string)',
  ],
  [
    'several things at once',
    { websocket: { action: 'data send' } },
    'websocket.secConnectionID: expected a text that is not empty, received nothing; websocket.dataType: expected "text" or "binary", received nothing; websocket.data: expected a string, received nothing',
  ],
])('%s is no push', async (_, body, reason) => {
  const gateway = fakeGateway({ connections: [alice] });
  const given = typeof body === 'string' ? Buffer.from(body) : body;
  const bytes = given instanceof Uint8Array ? given : Buffer.from(JSON.stringify(given));
  const answer = await gateway.answerPush({ method: 'POST', body: bytes });
  const errMsg = typeof reason === 'string' ? reason : expect.stringMatching(reason);
  expect(answer).toMatchObject({ kind: 'answer', status: 400 });
  expect(answer.kind === 'answer' && JSON.parse(answer.body)).toEqual({ errNo: 1, errMsg });
  expect(gateway.record.refused).toEqual([expect.objectContaining({ reason: errMsg })]);
  expect(gateway.record.pushes).toEqual([]);
});

test.each(['GET', 'PUT', 'DELETE'])('%s is no push', async (method) => {
  const gateway = fakeGateway({ connections: [alice] });
  const answer = await gateway.answerPush({ method, body: Buffer.from(JSON.stringify(text('hello'))) });
  expect(answer).toEqual({
    kind: 'answer',
    status: 400,
    body: `{"errNo":1,"errMsg":"expected the method POST, received ${method}"}`,
  });
  expect(gateway.record.pushes).toEqual([]);
});

test('any body at all is a push or told what is wrong with it', async () => {
  const gateway = fakeGateway({ connections: [alice] });
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('data send', 'closing', 'text', 'binary', alice, 'AP8='),
  );
  const websocketValue = fc.record(
    { action: value, secConnectionID: value, dataType: value, data: value },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    fc.uint8Array(),
    fc.jsonValue().map((json) => Buffer.from(JSON.stringify(json))),
    websocketValue.map((json) => Buffer.from(JSON.stringify({ websocket: json }))),
  );
  await fc.assert(
    fc.asyncProperty(body, async (bytes) => {
      const before = gateway.record.pushes.length;
      const answer = await gateway.answerPush({ method: 'POST', body: bytes });
      if (answer.kind !== 'answer') throw new Error('no answer');
      const { errNo, errMsg } = JSON.parse(answer.body);
      expect(gateway.record.pushes.length > before).toBe(
        errNo === 0 && gateway.client(alice).state === 'open',
      );
      expect(errNo === 0 ? errMsg : answer.status).toBe(
        errNo === 0 ? 'ok' : errMsg === 'no such connection' ? 200 : 400,
      );
    }),
    { numRuns: 500 },
  );
});

describe('faults', () => {
  const push = (gateway: FakeGateway, data: string, id = alice) =>
    gateway.answerPush({ method: 'POST', body: Buffer.from(JSON.stringify(text(data, id))) });
  const ok = { kind: 'answer', status: 200, body: '{"errNo":0,"errMsg":"ok"}' };

  test('a status other than 200 loses the message and ends the connection, unless told otherwise', async () => {
    const gateway = fakeGateway({ connections: [alice, bob] });
    gateway.fail({ status: 503 }, { connection: alice });
    gateway.fail({ status: 500, closes: false }, { connection: bob });
    expect(await push(gateway, 'a')).toMatchObject({ status: 503 });
    expect(await push(gateway, 'b', bob)).toMatchObject({ status: 500 });
    expect(gateway.client(alice)).toMatchObject({
      state: 'closed',
      closedBy: 'gateway',
      reason: 'a push was answered with HTTP 503',
      received: [],
    });
    expect(gateway.client(bob)).toMatchObject({ state: 'open', received: [] });
  });

  test('a network error breaks the connection of the push', async ({ onTestFinished }) => {
    const gateway = listening(onTestFinished);
    gateway.fail('network-error');
    await expect(pushTo(gateway.pushUrl, text('a'))).rejects.toThrow();
    expect(gateway.client(alice)).toMatchObject({ state: 'open', received: [] });
  });

  test('a time-out never answers, until the gateway is closed', async () => {
    const gateway = fakeGateway({ connections: [alice] });
    gateway.fail('time-out');
    let answer: unknown = 'none';
    const waiting = push(gateway, 'a').then((given) => {
      answer = given;
    });
    await new Promise((turn) => setImmediate(turn));
    expect(answer).toBe('none');
    await gateway.close();
    await waiting;
    expect(answer).toEqual({ kind: 'reset' });
    expect(gateway.client(alice).received).toEqual([]);
  });

  test('a slow answer comes after the message', async () => {
    const gateway = fakeGateway({ connections: [alice] });
    gateway.fail({ slowMs: 20 });
    const waiting = push(gateway, 'a');
    expect(gateway.client(alice).received).toEqual(['a']);
    expect(await waiting).toEqual(ok);
  });

  test('a malformed body comes with the message', async () => {
    const gateway = fakeGateway({ connections: [alice] });
    gateway.fail('malformed-body');
    const answer = await push(gateway, 'a');
    expect(answer).toMatchObject({ kind: 'answer', status: 200 });
    expect(() => answer.kind === 'answer' && JSON.parse(answer.body)).toThrow(SyntaxError);
    expect(gateway.client(alice).received).toEqual(['a']);
  });

  test('the n-th push fails alone, counted per connection or over all', async () => {
    const gateway = fakeGateway({ connections: [alice, bob] });
    gateway.fail('network-error', { connection: bob, push: 2 });
    const stop = gateway.fail({ status: 502, closes: false }, { push: 4 });
    const kinds = [];
    for (const [data, id] of [
      ['1', alice],
      ['2', bob],
      ['3', bob],
      ['4', alice],
      ['5', bob],
    ] as const) {
      const answer = await push(gateway, data, id);
      kinds.push(answer.kind === 'answer' ? answer.status : answer.kind);
    }
    expect(kinds).toEqual([200, 200, 'reset', 502, 200]);
    stop();
    expect(gateway.client(bob).received).toEqual(['2', '5']);
  });

  test('a fault that is taken back is over, and the newest of several wins', async () => {
    const gateway = fakeGateway({ connections: [alice] });
    gateway.fail({ status: 500, closes: false });
    const stop = gateway.fail('network-error');
    expect(await push(gateway, 'a')).toEqual({ kind: 'reset' });
    stop();
    expect(await push(gateway, 'b')).toMatchObject({ status: 500 });
  });

  test.each([
    ['explode', 'Cannot fail a push with "explode" (a string): it is no fault.'],
    [{ status: 200 }, 'Cannot fail a push with {"status":200}: it is no fault.'],
    [{ slowMs: -1 }, 'Cannot fail a push with {"slowMs":-1}: it is no fault.'],
    [undefined, 'Cannot fail a push with nothing: it is no fault.'],
  ])('%j is no fault', (fault, message) => {
    expect(() => fakeGateway().fail(fault as PushFault)).toThrow(message);
    expect(() => fakeGateway().fail('time-out', { push: 0 })).toThrow('pushes are counted from 1');
  });
});

test.each([{ maxKept: 2 }, { mostKept: 2 }])(
  'only so much is kept on record as %j asks for',
  async (limit) => {
    const gateway = fakeGateway({ connections: [alice], ...limit });
    for (const data of ['1', '2', '3']) {
      await gateway.answerPush({ method: 'POST', body: Buffer.from(JSON.stringify(text(data))) });
      await gateway.answerPush({ method: 'POST', body: Buffer.from(data) });
    }
    expect(gateway.record.pushes.map(({ data }) => data)).toEqual(['2', '3']);
    expect(gateway.client(alice).received).toEqual(['2', '3']);
    expect(gateway.record.refused).toHaveLength(2);
    for (let n = 0; n < 5; n++) await (await gateway.connect()).close();
    expect(gateway.clients.length).toBeLessThanOrEqual(2);
  },
);

test('two gateways answer side by side', async ({ onTestFinished }) => {
  const one = listening(onTestFinished, {
    pushUrl: 'http://set-one.cb-beijing.apigateway.tencentyun.com/api-1',
  });
  const other = listening(onTestFinished, {
    pushUrl: 'http://set-one.cb-beijing.apigateway.tencentyun.com/api-12',
  });
  await pushTo(one.pushUrl, text('to one'));
  await pushTo(other.pushUrl, text('to the other'));
  expect(one.client(alice).received).toEqual(['to one']);
  expect(other.client(alice).received).toEqual(['to the other']);
});

test('a server of the user takes the handlers', async ({ onTestFinished }) => {
  const gateway = fakeGateway({ connections: [alice] });
  const server = setupServer(...gateway.handlers);
  server.listen({ onUnhandledRequest: 'bypass' });
  onTestFinished(() => server.close());
  await pushTo(gateway.pushUrl, text('a'));
  expect(gateway.client(alice).received).toEqual(['a']);
});

test('listen ends with the test, once, and then requests leave again', async ({ onTestFinished }) => {
  const server = createServer((incoming, response) => {
    incoming.resume();
    response.end('{"from":"the server"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const pushUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  let stop = async () => {};
  const gateway = fakeGateway({ pushUrl, connections: [alice] });
  const listened = gateway.listen({
    cleanUp: (given) => {
      stop = given;
    },
  });
  expect((await pushTo(pushUrl, text('a'))).body).toBe('{"errNo":0,"errMsg":"ok"}');
  expect((await pushTo(`${pushUrl}?from=1`, text('b'))).body).toBe('{"errNo":0,"errMsg":"ok"}');
  expect((await pushTo(`${pushUrl}/other`, text('c'))).body).toBe('{"from":"the server"}');
  await stop();
  await listened.close();
  expect((await pushTo(pushUrl, text('d'))).body).toBe('{"from":"the server"}');
  expect(gateway.client(alice).received).toEqual(['a', 'b']);
});

test('global hooks of a test framework end it by themselves', async ({ onTestFinished }) => {
  onTestFinished(() => void vi.unstubAllGlobals());
  const stops: (() => Promise<void>)[] = [];
  vi.stubGlobal('onTestFinished', () => {
    throw new Error('onTestFinished() can only be called inside a test');
  });
  vi.stubGlobal('afterAll', (stop: () => Promise<void>) => stops.push(stop));
  const gateway = fakeGateway({ connections: [alice] });
  gateway.listen();
  vi.stubGlobal('onTestFinished', (stop: () => Promise<void>) => stops.push(stop));
  gateway.listen();
  expect(stops).toHaveLength(2);
  await pushTo(gateway.pushUrl, text('a'));
  for (const stop of stops) await stop();
  expect(gateway.client(alice).received).toEqual(['a']);
});

test.each([204, 304])('an answer of status %i has no body', async (status) => {
  const gateway = fakeGateway({ connections: [alice] });
  gateway.fail({ status });
  await using _listening = gateway.listen();
  expect(await pushTo(gateway.pushUrl, text('a'))).toEqual({ status, body: '' });
});

test('without a hook, a gateway that is disposed of listens no more', async () => {
  const gateway = fakeGateway({ connections: [alice] });
  const listened = gateway.listen();
  await pushTo(gateway.pushUrl, text('a'));
  await listened[Symbol.asyncDispose]();
  expect(gateway.client(alice).received).toEqual(['a']);
});

test('wrong use is answered with what to write', async () => {
  expect(() => fakeGateway({ pushUrl: 'api-etj7lhtw' })).toThrow(
    'Cannot answer requests to "api-etj7lhtw": it is no http address. Give one with scheme and host, such as https://api.example.com.',
  );
  expect(() => fakeGateway().client('nobody==')).toThrow(
    'Cannot find the client "nobody==": no connection has that id. Name it in connections, or let it connect: gateway.connect({ id }).',
  );
  expect(() => fakeGateway({ connections: [alice, alice] })).toThrow(
    `Cannot connect as ${alice}: a connection of that id is open.`,
  );
});
