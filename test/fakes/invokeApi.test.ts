import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fakeInvokeApi, type InvokedFunctions, type ServeEntry, serve } from '../../src/fakes/index.js';
import { hasPython } from '../pythonHere.js';
import { deployed } from '../runtime/processes/processFunction.js';
import { credentials, greet, listening, refusal, sdkClient } from './invokeApiClient.js';

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

test('listen answers until it is closed, and ends what it started', async () => {
  const api = fakeInvokeApi({ credentials, functions: { greet } });
  const listening = api.listen({ cleanUp: () => {} });
  expect((await sdkClient({}).Invoke({ FunctionName: 'greet' })).Result?.InvokeResult).toBe(0);
  await listening.close();
  api.clear();
  expect(api.calls).toEqual([]);
});

test('a served handler takes the vendor’s SDK over TCP unchanged', async () => {
  const entries: ServeEntry[] = [];
  const server = await serve({
    kind: 'invoke',
    handler: greet,
    functionName: 'greet',
    report: (entry) => void entries.push(entry),
  });
  onTestFinished(() => server.close());
  expect(server.notes).toEqual([
    'FunctionName greet',
    'SecretId AKID-EXAMPLE-0001',
    'SecretKey EXAMPLE-KEY-0001',
  ]);
  const there = { protocol: 'http://', endpoint: new URL(server.url).host };
  const sdk = sdkClient(there);
  const { Result } = await sdk.InvokeFunction({ FunctionName: 'greet', Event: '{"name":"Ada"}' });
  expect(Result?.RetMsg).toBe('"Hello Ada"');
  await sdk.Invoke({ FunctionName: 'greet', InvocationType: 'Event', ClientContext: '{"name":"Eve"}' });
  const stranger = sdkClient({ ...there, credential: { ...credentials, secretKey: 'EXAMPLE-KEY-0002' } });
  expect(await refusal(sdk.Invoke({ FunctionName: 'grete' }))).toMatch(/^ResourceNotFound.Function/);
  expect(await refusal(stranger.Invoke({ FunctionName: 'greet' }))).toMatch(/^AuthFailure.SignatureFailure/);
  await server.close();
  // The asynchronous invocation may end after the calls that follow it.
  expect(entries.map(({ type, what, answer }) => `${type} | ${what} | ${answer}`).sort()).toEqual([
    'event | Invoke greet | 200',
    'event | InvokeFunction greet | 200',
    'refusal | Invoke grete | ResourceNotFound.Function',
    'refusal | call | AuthFailure.SignatureFailure',
  ]);
});

test.each([[{ maxKept: 1, maxRunning: 1 }], [{ mostKept: 1, mostRunning: 1 }]])(
  'only so much runs at a time and is kept on record as %j asks for',
  async (limits) => {
    let running = 0;
    const overlaps: boolean[] = [];
    const slow = async () => {
      overlaps.push(++running > 1);
      await new Promise((turn) => setImmediate(turn));
      running--;
    };
    const { sdk, api } = listening({ functions: { slow }, ...limits });
    await Promise.all([1, 2, 3].map(() => sdk.InvokeFunction({ FunctionName: 'slow' })));
    expect(overlaps).toEqual([false, false, false]);
    expect(api.calls).toHaveLength(1);
  },
);

describe('a function in files', () => {
  const resultOf = async (functions: InvokedFunctions) => {
    const { sdk, api } = listening({ functions });
    onTestFinished(() => api.close());
    const { Result } = await sdk.Invoke({ FunctionName: 'hello', ClientContext: '{"name":"Ada"}' });
    return [Result?.InvokeResult, JSON.parse(Result?.RetMsg ?? 'null')];
  };

  test.each([
    ['Nodejs18.15', true],
    ['Python3.10', hasPython],
  ] as const)('is named by its folder and its runtime: %s', async (runtime, isHere) => {
    if (!isHere) return;
    const path = deployed('index.js', 'index.py');
    expect(await resultOf({ hello: { path, runtime } })).toEqual([0, { name: 'Ada' }]);
  });

  test('is named by its file', async () => {
    const path = `${deployed('index.js')}/index.main_handler`;
    expect(await resultOf({ hello: { path } })).toEqual([0, { name: 'Ada' }]);
  });
});
