import { createServer } from 'node:http';
import { setupServer } from 'msw/node';
import { scf } from 'tencentcloud-sdk-nodejs-scf';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type FakeInvokeApiOptions, fakeInvokeApi } from '../../src/fakes/index.js';

const credentials = { secretId: 'AKID-EXAMPLE-0001', secretKey: 'EXAMPLE-KEY-0001' };
const greet = async (event: { name?: string }) => `Hello ${event.name}`;

/** A listening fake and a client of the vendor's SDK. */
function listening(options: Partial<FakeInvokeApiOptions> = {}, client: ClientOptions = {}) {
  const api = fakeInvokeApi({ credentials, functions: { greet }, ...options });
  const server = setupServer(...api.handlers);
  server.listen({ onUnhandledRequest: 'error' });
  onTestFinished(() => server.close());
  return { api, sdk: sdkClient(client) };
}

interface ClientOptions {
  readonly endpoint?: string;
  readonly protocol?: string;
  readonly reqMethod?: 'GET' | 'POST';
  readonly credential?: { secretId: string; secretKey: string; token?: string };
  readonly region?: string;
}

function sdkClient({ credential = credentials, region = 'ap-guangzhou', ...httpProfile }: ClientOptions) {
  return new scf.v20180416.Client({ credential, region, profile: { httpProfile } });
}

/** The code and message that the SDK rejects with. */
async function refusal(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => 'not refused',
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) return String(error);
  return `${Reflect.get(error, 'code')}: ${error.message}`;
}

describe('the vendor’s SDK', () => {
  test('invokes by InvokeFunction and gets the result as JSON text', async () => {
    const { sdk, api } = listening();
    const { Result, RequestId } = await sdk.InvokeFunction({
      FunctionName: 'greet',
      Event: '{"name":"Ada"}',
    });
    expect(Result).toMatchObject({ RetMsg: '"Hello Ada"', ErrMsg: '', Log: '', InvokeResult: 0 });
    expect(Result?.BillDuration).toBeGreaterThanOrEqual(Result?.Duration ?? Number.NaN);
    expect(Result?.MemUsage).toBeGreaterThan(0);
    expect(api.calls).toMatchObject([
      {
        requestId: RequestId,
        functionRequestId: Result?.FunctionRequestId,
        request: {
          action: 'InvokeFunction',
          qualifier: '$DEFAULT',
          namespace: 'default',
          event: { name: 'Ada' },
        },
        outcomes: [{ ok: true, requestId: Result?.FunctionRequestId }],
      },
    ]);
  });

  test('invokes by Invoke with the log, and context says what was asked', async () => {
    const functions = {
      tell: async (_: unknown, context: { tencentcloud_region: string; function_name: string }) => {
        console.log('called');
        return [context.function_name, context.tencentcloud_region];
      },
    };
    const { sdk } = listening({ functions: { tell: { handler: functions.tell, options: { quiet: true } } } });
    const { Result } = await sdk.Invoke({
      FunctionName: 'tell',
      LogType: 'Tail',
      RoutingKey: '{"user":"42"}',
    });
    expect(Result?.RetMsg).toBe('["tell","ap-guangzhou"]');
    expect(Result?.Log).toMatch(
      /^START RequestId: .+\n(Init Report .+\n)called\nResponse .+\nEND .+\nReport .+$/,
    );
  });

  test.each([
    'scf.tencentcloudapi.com',
    'scf.intl.tencentcloudapi.com',
    'scf.internal.tencentcloudapi.com',
    'scf.ap-shanghai.tencentcloudapi.com',
  ])('reaches the fake at %s', async (endpoint) => {
    const { sdk } = listening({}, { endpoint });
    const { Result } = await sdk.InvokeFunction({ FunctionName: 'greet', Event: '{"name":"Ada"}' });
    expect(Result?.RetMsg).toBe('"Hello Ada"');
  });

  test('may use GET', async () => {
    const { sdk } = listening({}, { reqMethod: 'GET' });
    const Event = '{"name":"Ada Löwe & 你好+%"}';
    const { Result } = await sdk.InvokeFunction({ FunctionName: 'greet', Event });
    expect(Result?.RetMsg).toBe('"Hello Ada Löwe & 你好+%"');
  });

  test('carries the token of temporary credentials', async () => {
    const temporary = { ...credentials, token: 'EXAMPLE-TOKEN-0001' };
    const { sdk } = listening({ credentials: [temporary] }, { credential: temporary });
    expect((await sdk.Invoke({ FunctionName: 'greet' })).Result?.RetMsg).toBe('"Hello undefined"');
    const withoutToken = sdkClient({});
    expect(await refusal(withoutToken.Invoke({ FunctionName: 'greet' }))).toBe(
      'AuthFailure.TokenFailure: The token is invalid.',
    );
  });

  test('works over TCP with its endpoint option', async () => {
    const api = fakeInvokeApi({ credentials, functions: { greet } });
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const answer = await api.fetch(
        new Request(`http://${request.headers.host}${request.url}`, {
          method: request.method ?? 'POST',
          headers: request.headers as Record<string, string>,
          body: Buffer.concat(chunks),
        }),
      );
      response.end(await answer.text());
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((done) => server.once('listening', done));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    for (const endpoint of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      const sdk = sdkClient({ endpoint, protocol: 'http://' });
      const { Result } = await sdk.InvokeFunction({ FunctionName: 'greet', Event: '{"name":"Ada"}' });
      expect(Result?.RetMsg).toBe('"Hello Ada"');
    }
  });
});

describe('a function that fails', () => {
  test('is a result with the error body as RetMsg, not an error of the API', async () => {
    const fails = async () => {
      throw new TypeError('no stock');
    };
    const { sdk } = listening({ functions: { fails } });
    const { Result } = await sdk.InvokeFunction({ FunctionName: 'fails' });
    expect(Result).toMatchObject({ InvokeResult: 1, ErrMsg: 'user code exception caught' });
    expect(JSON.parse(Result?.RetMsg ?? '')).toMatchObject({
      errorCode: -1,
      errorMessage: 'user code exception caught',
      stackTrace: expect.stringContaining('TypeError: no stock'),
    });
  });

  test('keeps 4 KB of its log, cut between characters', async () => {
    const chatty = async () => console.log('你'.repeat(3000));
    const { sdk } = listening({ functions: { chatty: { handler: chatty, options: { quiet: true } } } });
    const { Result } = await sdk.InvokeFunction({ FunctionName: 'chatty', LogType: 'Tail' });
    const bytes = Buffer.byteLength(Result?.Log ?? '');
    expect([bytes > 4096 - 3, bytes <= 4096, Result?.Log?.[0]]).toEqual([true, true, '你']);
  });
});

describe('an asynchronous invocation', () => {
  test('is accepted with empty fields and runs on', async () => {
    const seen: unknown[] = [];
    const keep = async (event: unknown) => void seen.push(event);
    const { sdk, api } = listening({ functions: { keep } });
    const { Result } = await sdk.Invoke({
      FunctionName: 'keep',
      InvocationType: 'Event',
      LogType: 'Tail',
      ClientContext: '{"n":1}',
    });
    expect(Result).toMatchObject({ Log: '', RetMsg: '', ErrMsg: '', Duration: 0 });
    await api.settled();
    expect(seen).toEqual([{ n: 1 }]);
    expect(api.calls[0]?.outcomes).toMatchObject([{ ok: true, requestId: Result?.FunctionRequestId }]);
  });

  test('that fails is tried twice more under the same id', async () => {
    const ids: string[] = [];
    const fails = async (_: unknown, context: { request_id: string }) => {
      ids.push(context.request_id);
      if (ids.length < 3) throw new Error('not yet');
    };
    const { sdk, api } = listening({ functions: { fails } });
    const { Result } = await sdk.Invoke({ FunctionName: 'fails', InvocationType: 'Event' });
    await api.settled();
    expect(ids).toEqual([Result?.FunctionRequestId, Result?.FunctionRequestId, Result?.FunctionRequestId]);
    expect(api.calls[0]?.outcomes.map(({ ok }) => ok)).toEqual([false, false, true]);
  });
});

test('versions and aliases lead to handlers of their own', async () => {
  const functions = {
    versioned: { handler: async () => 'new', qualifiers: { '1': async () => 'old' }, namespace: 'shop' },
  };
  const { sdk } = listening({ functions });
  const ask = (Qualifier: string, Namespace = 'shop') =>
    sdk.InvokeFunction({ FunctionName: 'versioned', Qualifier, Namespace });
  expect((await ask('$LATEST')).Result?.RetMsg).toBe('"new"');
  expect((await ask('1')).Result?.RetMsg).toBe('"old"');
  expect(await refusal(ask('2'))).toBe(
    'ResourceNotFound.Qualifier: The function versioned has no version or alias 2.',
  );
  expect(await refusal(ask('1', 'default'))).toBe(
    'ResourceNotFound.Function: The function versioned is not found in the namespace default.',
  );
  expect(await refusal(ask('constructor'))).toMatch(/^ResourceNotFound.Qualifier/);
  expect(await refusal(sdk.Invoke({ FunctionName: 'toString' }))).toMatch(/^ResourceNotFound.Function/);
});

describe('who is not let in', () => {
  test.each([
    ['another key', { secretKey: 'EXAMPLE-KEY-0002' }, 'AuthFailure.SignatureFailure'],
    ['another id', { secretId: 'AKID-EXAMPLE-0002' }, 'AuthFailure.SecretIdNotFound'],
    ['a token that nobody gave', { token: 'EXAMPLE-TOKEN-0001' }, 'AuthFailure.TokenFailure'],
  ])('%s', async (_, change, code) => {
    const { sdk, api } = listening({}, { credential: { ...credentials, ...change } });
    expect(await refusal(sdk.Invoke({ FunctionName: 'greet' }))).toContain(`${code}: `);
    expect(api.calls).toMatchObject([{ request: undefined, problem: { code }, outcomes: [] }]);
  });

  test.each([
    [-301, 'AuthFailure.SignatureExpire'],
    [-300, 'not refused'],
    [300, 'not refused'],
    [301, 'AuthFailure.SignatureExpire'],
  ])('a clock that is %d seconds off', async (seconds, answer) => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_767_225_599_000 });
    onTestFinished(() => void vi.useRealTimers());
    const { sdk } = listening({ now: () => 1_767_225_599_000 + seconds * 1000 });
    expect(await refusal(sdk.Invoke({ FunctionName: 'greet' }))).toContain(answer);
  });

  test('requests that were changed after they were signed', async () => {
    const api = fakeInvokeApi({ credentials, functions: { greet } });
    const captured: Request[] = [];
    const server = setupServer(...api.handlers);
    server.events.on('request:start', ({ request }) => void captured.push(request.clone()));
    server.listen();
    onTestFinished(() => server.close());
    await sdkClient({}).Invoke({ FunctionName: 'greet', ClientContext: '{"name":"Ada"}' });
    const [signed] = captured;
    if (signed === undefined) throw new Error('the request was not seen');
    const body = await signed.clone().text();
    const send = async (change: { url?: string; body?: string; headers?: Record<string, string> }) => {
      const headers = new Headers(signed.headers);
      for (const [name, value] of Object.entries(change.headers ?? {})) headers.set(name, value);
      const answer = await api.fetch(
        new Request(change.url ?? signed.url, { method: 'POST', headers, body: change.body ?? body }),
      );
      const { Response } = (await answer.json()) as { Response: { Error?: { Code: string } } };
      return [answer.status, Response.Error?.Code];
    };
    expect(await send({})).toEqual([200, undefined]);
    expect(await send({ body: body.replace('Ada', 'Eve') })).toEqual([200, 'AuthFailure.SignatureFailure']);
    expect(await send({ headers: { 'content-type': 'text/plain' } })).toEqual([
      200,
      'AuthFailure.SignatureFailure',
    ]);
    expect(await send({ headers: { host: 'example.com' } })).toEqual([200, 'AuthFailure.SignatureFailure']);
    expect(await send({ url: `${signed.url}?debug=1` })).toEqual([200, 'AuthFailure.SignatureFailure']);
    const later = String(Number(signed.headers.get('x-tc-timestamp')) + 1);
    expect(await send({ headers: { 'x-tc-timestamp': later } })).toEqual([
      200,
      'AuthFailure.SignatureFailure',
    ]);
    expect(await send({ headers: { authorization: 'SKIP' } })).toEqual([
      200,
      'AuthFailure.InvalidAuthorization',
    ]);
    const withoutHost = signed.headers.get('authorization')?.replace(';host', '') ?? '';
    expect(await send({ headers: { authorization: withoutHost } })).toEqual([
      200,
      'AuthFailure.InvalidAuthorization',
    ]);
  });
});

describe('what is asked wrongly', () => {
  const megabytes = (count: number) => JSON.stringify('x'.repeat(count * 1024 * 1024 - 2));

  test('events are as large as their invocation allows', async () => {
    const size = async (event: string) => event.length;
    const { sdk } = listening({ functions: { size } });
    const { Result } = await sdk.InvokeFunction({ FunctionName: 'size', Event: megabytes(6) });
    expect(Result?.RetMsg).toBe(String(6 * 1024 * 1024 - 2));
    expect(await refusal(sdk.InvokeFunction({ FunctionName: 'size', Event: `${megabytes(6)} ` }))).toBe(
      'InvalidParameter.RequestTooLarge: The request is too large: Event has 6291457 bytes, and a synchronous invocation takes 6291456 at the most.',
    );
    const event = (ClientContext: string) =>
      sdk.Invoke({ FunctionName: 'size', InvocationType: 'Event', ClientContext });
    expect(await refusal(event(megabytes(0.125)))).toBe('not refused');
    expect(await refusal(event(`${megabytes(0.125)} `))).toBe(
      'InvalidParameter.RequestTooLarge: The request is too large: ClientContext has 131073 bytes, and an asynchronous invocation takes 131072 at the most.',
    );
    expect(await refusal(sdk.InvokeFunction({ FunctionName: 'size', Event: megabytes(11) }))).toMatch(
      /^RequestSizeLimitExceeded/,
    );
  });

  test('every refusal names what is wrong', async () => {
    const { sdk } = listening();
    const invoke = (more: object) => refusal(sdk.Invoke({ FunctionName: 'greet', ...more }));
    const told = [
      await invoke({ FunctionName: undefined }),
      await invoke({ FunctionName: '' }),
      await invoke({ FunctionName: 42 }),
      await invoke({ ClientContext: '{"name":' }),
      await invoke({ ClientContext: '1e999' }),
      await invoke({ InvocationType: 'Async' }),
      await invoke({ LogType: 'All' }),
      await invoke({ RoutingKey: `{"k":"${'x'.repeat(1017)}"}` }),
      await invoke({ RoutingKey: '{"k":1}' }),
      await invoke({ RoutingKey: 'k=v' }),
      await invoke({ Event: '{}' }),
      await refusal(sdk.InvokeFunction({ FunctionName: 'greet', Event: '{' })),
      await refusal(sdk.ListFunctions({})),
    ];
    expect(await invoke({ RoutingKey: `{"k":"${'x'.repeat(1016)}"}` })).toBe('not refused');
    expect(told.join('\n')).toMatchInlineSnapshot(`
      "MissingParameter: The request is missing a required parameter \`FunctionName\`.
      InvalidParameter.FunctionName: FunctionName is empty.
      InvalidParameter: The value type of parameter \`FunctionName\` is not valid: expected a string, received 42 (a number).
      InvalidParameterValue.ClientContext: The value of parameter \`ClientContext\` is not valid: it is no JSON.
      InvalidParameterValue.ClientContext: The value of parameter \`ClientContext\` is not valid: it is no JSON.
      InvalidParameterValue.Param: The value of parameter \`InvocationType\` is not valid: expected RequestResponse or Event, received "Async".
      InvalidParameterValue.Param: The value of parameter \`LogType\` is not valid: expected None or Tail, received "All".
      InvalidParameterValue.Param: The value of parameter \`RoutingKey\` is not valid: it has 1025 bytes, and 1024 are the most.
      InvalidParameterValue.Param: The value of parameter \`RoutingKey\` is not valid: it is no object whose values are strings.
      InvalidParameterValue.Param: The value of parameter \`RoutingKey\` is not valid: it is no JSON.
      UnknownParameter: The parameter \`Event\` is not recognized.
      InvalidParameterValue.Param: The value of parameter \`Event\` is not valid: it is no JSON.
      InvalidAction: The action ListFunctions does not exist here: this fake knows Invoke and InvokeFunction."
    `);
  });

  test('other methods, versions and bodies are refused', async () => {
    const { sdk } = listening();
    expect(await refusal(sdk.request('Invoke', {}))).toMatch(/^MissingParameter/);
    const old = sdkClient({});
    old.apiVersion = '2017-03-12';
    expect(await refusal(old.Invoke({ FunctionName: 'greet' }))).toBe(
      'NoSuchVersion: The API version 2017-03-12 does not exist: expected 2018-04-16.',
    );
    expect(await refusal(sdk.requestOctetStream('Invoke', { FunctionName: 'greet' }))).toMatch(
      /^InvalidRequest/,
    );
    const put = await fetch('https://scf.tencentcloudapi.com/', { method: 'PUT', body: '{}' });
    expect(await put.json()).toMatchObject({ Response: { Error: { Code: 'UnsupportedProtocol' } } });
  });

  test('a handler that is none is told when the fake is made', () => {
    const functions = { broken: JSON.parse('42') };
    expect(() => fakeInvokeApi({ credentials, functions })).toThrowErrorMatchingInlineSnapshot(
      `[Misuse: Cannot invoke 42 (a number): it is no handler. Give a function, a path such as src/index.main_handler, or { factory }.]`,
    );
  });
});

test('listen answers until it is closed, and ends what it started', async () => {
  const api = fakeInvokeApi({ credentials, functions: { greet } });
  const listening = api.listen({ cleanUp: () => {} });
  expect((await sdkClient({}).Invoke({ FunctionName: 'greet' })).Result?.InvokeResult).toBe(0);
  await listening.close();
  api.clear();
  expect(api.calls).toEqual([]);
});
