import { setupServer } from 'msw/node';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeInvokeApi } from '../../src/fakes/index.js';
import { credentials, greet, listening, refusal, sdkClient } from './invokeApiClient.js';

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
