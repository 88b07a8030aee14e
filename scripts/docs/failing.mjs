/** An assertion that fails, for each matcher; the documentation shows it with its message. */
export const failing = {
  toBeValidApigwResponse: ({ expect }) =>
    expect({
      statusCode: '200',
      headers: {},
      body: { id: 1 },
      isBase64Encoded: false,
    }).toBeValidApigwResponse(),
  toBeValidClbResponse: ({ expect }) => expect('hello').toBeValidClbResponse(),
  toBeValidFunctionUrlResponse: ({ expect }) =>
    expect({ statusCode: 99, headers: { 'Set-Cookie': 1 }, body: 'ok' }).toBeValidFunctionUrlResponse(),
  toBeValidResponse: ({ expect }) => expect({ done: 10n }).toBeValidResponse('async-result'),
  toBeValidWebResponse: async ({ expect }) => {
    const response = new Response('{"headers":{"x-scf-secret-key":"EXAMPLE-KEY-0001"}}', {
      headers: { 'x-session': 'a'.repeat(4500) },
    });
    await expect(response).toBeValidWebResponse();
  },
  toBeValidWebsocketReply: ({ expect }) =>
    expect({ errNo: '0', websocket: { action: 'connecting' } }).toBeValidWebsocketReply({
      websocket: { action: 'connecting', secConnectionID: 'id-1' },
    }),
  toAcceptWebsocket: ({ expect }) => expect({ errNo: 101, errMsg: 'full' }).toAcceptWebsocket(),
  toBeEventOf: ({ expect }) =>
    expect({ Type: 'Timer', TriggerName: 'daily', Time: '2026-01-01 00:00:00' }).toBeEventOf('timer'),
  toBeValidScfEvent: ({ expect }) =>
    expect({ Records: [{ Ckafka: { topic: 'orders', partition: '3', msgBody: 7 } }] }).toBeValidScfEvent(),
  toBeValidTriggerDesc: ({ expect }) => expect('0 0 9 * * 1-7 *').toBeValidTriggerDesc('timer'),
  toHaveStatus: ({ expect }) =>
    expect({ statusCode: 404, headers: {}, body: '{"error":"no such order"}' }).toHaveStatus(200),
  toHaveHeader: ({ expect }) =>
    expect({ statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '' }).toHaveHeader(
      'content-type',
      'application/json',
    ),
  toSetCookie: ({ expect }) =>
    expect({ statusCode: 200, headers: { 'Set-Cookie': ['lang=en'] }, body: '' }).toSetCookie(
      'theme',
      'dark',
    ),
  toRedirectTo: ({ expect }) =>
    expect({ statusCode: 302, headers: { Location: '/home' }, body: '' }).toRedirectTo('/login'),
  toHaveJsonBody: ({ expect }) =>
    expect({ statusCode: 200, headers: {}, body: '{"id":2,"name":"tea"}' }).toHaveJsonBody({ id: 1 }),
  toHaveTextBody: ({ expect }) =>
    expect({ statusCode: 200, headers: {}, body: '<h1>Hallo</h1>' }).toHaveTextBody('<h1>Hello</h1>'),
  toHaveBodyBytes: ({ expect }) =>
    expect({ statusCode: 200, headers: {}, body: 'AP8=', isBase64Encoded: true }).toHaveBodyBytes(
      Uint8Array.of(0, 254),
    ),
  toFitInvocation: ({ expect }) => expect({ text: 'a'.repeat(200_000) }).toFitInvocation('async'),
  toMatchContract: ({ expect }) =>
    expect({ id: '1' }).toMatchContract({ type: 'object', properties: { id: { type: 'integer' } } }),
  toHavePushed: ({ expect, fakeGateway }) =>
    expect(fakeGateway({ connections: ['abc=='] })).toHavePushed('abc==', 'hello'),
  toHavePushedTimes: ({ expect, fakeGateway }) =>
    expect(fakeGateway({ connections: ['abc=='] })).toHavePushedTimes('abc==', 2),
  toHavePushedInOrder: ({ expect, fakeGateway }) =>
    expect(fakeGateway({ connections: ['abc=='] })).toHavePushedInOrder('abc==', ['one', { step: 2 }]),
  toHavePushedNothing: async ({ expect, fakeGateway }) => {
    const gateway = fakeGateway({ connections: ['abc=='] });
    const body = {
      websocket: { action: 'data send', secConnectionID: 'abc==', dataType: 'text', data: 'hello' },
    };
    await gateway.answerPush({ method: 'POST', body: new TextEncoder().encode(JSON.stringify(body)) });
    await expect(gateway).toHavePushedNothing();
  },
  toHaveClosed: ({ expect, fakeGateway }) =>
    expect(fakeGateway({ connections: ['abc=='] })).toHaveClosed('abc=='),
  toHaveConnected: async ({ expect, fakeGateway }) => {
    const gateway = fakeGateway({ functions: { register: () => ({ errNo: 101, errMsg: 'full' }) } });
    expect(await gateway.connect({ id: 'abc==' })).toHaveConnected();
  },
};
