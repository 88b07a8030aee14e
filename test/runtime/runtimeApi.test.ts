import { describe, expect, onTestFinished, test } from 'vitest';
import { startRuntimeApi } from '../../src/runtime/index.js';

const get = 'GET';
const post = 'POST';

/** The API, and what a program of Custom Runtime sends to it. */
async function started() {
  const api = await startRuntimeApi();
  onTestFinished(() => api.close());
  const send = async (method: string, path: string, body?: string | Uint8Array<ArrayBuffer>) => {
    const url = `http://127.0.0.1:${api.port}/runtime/${path}`;
    return fetch(url, { method, ...(body === undefined ? {} : { body }) });
  };
  return { api, send };
}

describe('the runtime API', () => {
  test('says where it is', async () => {
    const { api } = await started();
    expect(api.env).toEqual({ SCF_RUNTIME_API: '127.0.0.1', SCF_RUNTIME_API_PORT: String(api.port) });
  });

  test.each([' ', '', '{"msg":"ready"}'])('takes %j for ready', async (body) => {
    const { api, send } = await started();
    const answer = await send(post, 'init/ready', body);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toBe('');
    await api.ready;
  });

  test('holds a request for the next event until there is one', async () => {
    const { api, send } = await started();
    await send(post, 'init/ready', ' ');
    const asked = send(get, 'invocation/next');
    const outcome = api.invoke(
      { text: 'a  *' },
      { context: { request_id: 'request-1' }, timeoutMs: 20_000, memoryMb: 256 },
    );
    const event = await asked;
    expect(event.status).toBe(200);
    expect(Object.fromEntries(event.headers)).toMatchObject({
      request_id: 'request-1',
      memory_limit_in_mb: '256',
      time_limit_in_ms: '20000',
    });
    expect(await event.text()).toBe('{"text":"a  *"}');
    expect((await send(post, 'invocation/response', '{ "sum": 1.50 }')).status).toBe(200);
    expect(await outcome).toMatchObject({
      statusCode: 200,
      json: '{ "sum": 1.50 }',
      result: { sum: 1.5 },
      cold: true,
    });
  });

  test('hands out the same event until it is answered, and notes that', async () => {
    const { api, send } = await started();
    const outcome = api.invoke({ number: 1 });
    expect(await (await send(get, 'invocation/next')).text()).toBe('{"number":1}');
    expect(await (await send(get, 'invocation/next')).text()).toBe('{"number":1}');
    await send(post, 'invocation/response', '1');
    expect((await outcome).notes).toContain(
      'the bootstrap asked for the next event before it had answered this one, and got the same again',
    );
  });

  test.each([
    ['response', 'error', { statusCode: 200, json: 'first' }],
    ['error', 'response', { statusCode: 430, error: { message: 'first' }, body: { stackTrace: 'first' } }],
  ])('takes the %s for an answer, and not the %s after it', async (first, second, expected) => {
    const { api, send } = await started();
    const outcome = api.invoke({});
    await send(get, 'invocation/next');
    await send(post, `invocation/${first}`, 'first');
    expect((await send(post, `invocation/${second}`, 'second')).status).toBe(200);
    expect(await outcome).toMatchObject(expected);
    const next = api.invoke({});
    await send(get, 'invocation/next');
    await send(post, 'invocation/response', '2');
    expect(await next).toMatchObject({
      json: '2',
      cold: false,
      notes: [`POST /runtime/invocation/${second} came when no event was to be answered, and was ignored`],
    });
  });

  test('takes no answer to an event that nobody has seen', async () => {
    const { api, send } = await started();
    const outcome = api.invoke({});
    await send(post, 'invocation/response', 'stale');
    await send(get, 'invocation/next');
    await send(post, 'invocation/response', 'fresh');
    expect(await outcome).toMatchObject({ json: 'fresh' });
  });

  test('says that an event was never asked for', async () => {
    const { api } = await started();
    expect(await api.invoke({}, { timeoutMs: 50 })).toMatchObject({
      statusCode: 433,
      notes: [expect.stringContaining('wait for event timed out')],
    });
  });

  test('notes a path that SCF does not have', async () => {
    const { api, send } = await started();
    expect((await send(post, 'init/error', 'x')).status).toBe(404);
    expect(await api.invoke({}, { timeoutMs: 50 })).toMatchObject({
      notes: [
        'POST /runtime/init/error is no path of the runtime API, and was answered with 404',
        expect.any(String),
      ],
    });
  });

  test.each([
    ['a text', 'Echoing request: {"a":1}', 'Echoing request: {"a":1}', undefined],
    ['nothing', '', '', undefined],
    ['almost JSON', '{"a":1', '{"a":1', [expect.stringContaining('begins like JSON and is none')]],
    ['no UTF-8', new Uint8Array([0xff]), '\ufffd', [expect.stringContaining('no UTF-8')]],
  ])('gives the caller %s as it is', async (_, body, result, notes) => {
    const { api, send } = await started();
    await send(post, 'init/ready', ' ');
    const outcome = api.invoke({});
    await send(get, 'invocation/next');
    await send(post, 'invocation/response', body);
    const told = await outcome;
    expect(told).toMatchObject({ statusCode: 200, result });
    expect(told.notes).toEqual(notes);
  });

  test('hands out one event at a time', async () => {
    const { api } = await started();
    const first = api.invoke({}, { timeoutMs: 50 });
    await expect(api.invoke({})).rejects.toThrow('Cannot hand out a second event');
    await first;
  });

  test('says that its port is taken', async () => {
    const { api } = await started();
    await expect(startRuntimeApi({ port: api.port })).rejects.toThrow(
      `Cannot start the runtime API on port ${api.port}: listen EADDRINUSE`,
    );
  });
});
