import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  apigwFrontEnd,
  clbFrontEnd,
  defineFrontEnd,
  eventOfRequest,
  type FrontEnd,
  frontEnds,
  functionUrlFrontEnd,
  type IncomingRequest,
} from '../../src/fakes/index.js';
import { type ApigwEvent, apigw, check, describeIssue, samples, triggerNamed } from '../../src/index.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

function eventOf(
  frontEnd: FrontEnd,
  request: Partial<IncomingRequest>,
  config = {},
): Record<string, unknown> {
  const whole = { method: 'GET', url: 'https://api.example.com/', headers: [], body: utf8(''), ...request };
  const { event, refusal } = eventOfRequest(frontEnd, whole, config);
  if (event === undefined) throw new Error(`refused with ${refusal.status}`);
  return { ...event };
}

const contentTypes = [
  'application/json',
  'text/plain; charset=utf-8',
  'image/png',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
];
const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/);
const text = fc.string({ unit: 'grapheme' });
const requests = fc.record(
  {
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
    path: fc.array(fc.oneof(token, fc.string().map(encodeURIComponent)), { maxLength: 4 }),
    query: fc.array(fc.tuple(text, fc.option(text)), {
      maxLength: 5,
    }),
    headers: fc.array(fc.tuple(token, token), { maxLength: 5 }),
    contentType: fc.option(fc.constantFrom(...contentTypes)),
    body: fc.oneof(fc.constant(utf8('')), text.map(utf8)),
  },
  { noNullPrototype: true },
);

const own = new Set(['content-type', 'content-length', 'transfer-encoding', 'host']);

describe.each(frontEnds.map((frontEnd: FrontEnd) => [frontEnd.name, frontEnd] as const))(
  '%s',
  (name, frontEnd) => {
    test('makes events of any request that check strictly clean', () => {
      const trigger = triggerNamed(name);
      fc.assert(
        fc.property(requests, ({ method, path, query, headers, contentType, body }) => {
          const search = query.map(
            ([key, value]) =>
              encodeURIComponent(key) + (value === null ? '' : `=${encodeURIComponent(value)}`),
          );
          const event = eventOf(
            frontEnd,
            {
              method,
              url: `https://api.example.com/${path.join('/')}?${search.join('&')}`,
              headers: [
                ...headers.filter(([key]) => !own.has(key.toLowerCase())),
                ...(contentType === null ? [] : [['Content-Type', contentType] as const]),
              ],
              body,
            },
            { customHeaders: true, requestContext: true },
          );
          expect(check(trigger, event, { strict: true }).map(describeIssue)).toEqual([]);
        }),
        { numRuns: 300 },
      );
    });

    test('refuses an event of more than 6 MB, and passes one of nearly so much', () => {
      const post = (size: number) =>
        eventOfRequest(
          frontEnd,
          {
            method: 'POST',
            url: 'https://api.example.com/',
            headers: [['content-type', 'text/plain']],
            body: utf8('a'.repeat(size)),
          },
          {},
        );
      expect(post(6_290_000).refusal).toBeUndefined();
      const { refusal } = post(6_291_456);
      expect(refusal?.status).toBe(406);
      expect(new TextDecoder().decode(refusal?.body)).toMatch(
        /^\{"errorCode":-1,"errorMessage":"RequestTooLarge","requestId":"[0-9a-f]{32}","statusCode":406\}$/,
      );
    });

    test.each([
      ['escapes', 'text/plain', '\u0001', 6],
      ['quotes', 'text/plain', '"', 2],
    ])('counts the event, which %s make larger than the request', (_name, contentType, character, each) => {
      const post = (count: number) =>
        eventOfRequest(
          frontEnd,
          {
            method: 'POST',
            url: 'https://api.example.com/',
            headers: [['content-type', contentType]],
            body: utf8(character.repeat(count)),
          },
          {},
        );
      expect(post(Math.floor(6_288_000 / each)).refusal).toBeUndefined();
      expect(post(Math.ceil(6_291_456 / each)).refusal?.status).toBe(406);
    });

    test('joins cookies as clients do, and other headers that come twice as a list', () => {
      const headers = [
        ['Cookie', 'a=1'],
        ['X-Tag', 'x'],
        ['cookie', 'b=2; c=3'],
        ['x-tag', 'y'],
      ] as const;
      const event = eventOf(frontEnd, { headers });
      const received = Object.entries(event.headers as object).map(([key, value]) => [
        key.toLowerCase(),
        value,
      ]);
      expect(Object.fromEntries(received)).toMatchObject({ cookie: 'a=1; b=2; c=3', 'x-tag': 'x, y' });
    });

    test('keeps the byte order mark of a text', () => {
      const headers = [['content-type', 'text/plain']] as const;
      const event = eventOf(frontEnd, { method: 'POST', headers, body: utf8('\ufeffhello') });
      expect(event.body ?? event.payload).toBe('\ufeffhello');
    });
  },
);

/** The request that an event tells of. */
function requestOf(event: ApigwEvent): IncomingRequest {
  const search = Object.entries(event.queryString).flatMap(([key, value]) =>
    [value]
      .flat()
      .map((one) => encodeURIComponent(key) + (one === true ? '' : `=${encodeURIComponent(one)}`)),
  );
  const ofGateway = new Set(['requestsource', 'x-api-requestid', 'x-api-scheme', 'x-b3-traceid']);
  return {
    method: event.httpMethod,
    url: `https://${event.headers.host}/${event.requestContext.stage}${event.path}?${search.join('&')}`,
    headers: Object.entries(event.headers).flatMap(([key, value]) =>
      ofGateway.has(key) ? [] : [[key, value ?? ''] as const],
    ),
    body: Buffer.from(event.body ?? '', event.isBase64Encoded === true ? 'base64' : 'utf8'),
    remoteAddress: event.requestContext.sourceIp,
  };
}

describe('apigw', () => {
  test.each([42, 1337])(
    'makes of the request that a generated event tells of that event again, seed %i',
    (seed) => {
      for (const event of samples(apigw, { seed, count: 300 })) {
        const { requestContext, queryStringParameters } = event;
        const { path, httpMethod } = requestContext;
        const again = eventOf(apigwFrontEnd, requestOf(event), {
          path,
          method: httpMethod,
          declaredQuery: Object.keys(queryStringParameters),
        });
        const ids = { 'x-api-requestid': expect.any(String), 'x-b3-traceid': expect.any(String) };
        expect(again).toEqual({ ...event, headers: { ...event.headers, ...ids } });
        expect(Object.keys(again)).toEqual(Object.keys(event));
      }
    },
  );

  test('takes stage and service from a default domain, and from nowhere else', () => {
    const domain = 'https://service-abcd1234-1250000001.gz.apigw.tencentcs.com';
    expect(eventOf(apigwFrontEnd, { url: `${domain}/test/orders/7` })).toMatchObject({
      path: '/orders/7',
      requestContext: { stage: 'test', serviceId: 'service-abcd1234' },
    });
    expect(eventOf(apigwFrontEnd, { url: `${domain}/release` })).toMatchObject({
      path: '/',
      requestContext: { stage: 'release' },
    });
    expect(
      eventOf(apigwFrontEnd, { url: 'https://api.example.com/test/orders' }, { stage: 'prepub' }),
    ).toMatchObject({
      path: '/test/orders',
      requestContext: { stage: 'prepub', serviceId: 'service-a1b2c3d4' },
    });
  });

  test('fills declared parameters alone, "" for those that are missing', () => {
    const config = {
      path: '/users/{userId}/orders',
      declaredQuery: ['page', 'size'],
      declaredHeaders: ['X-Tenant', 'X-None'],
    };
    const url = 'https://api.example.com/users/a%20b/orders/9?page=2&other=1&flag&tag=a&tag=b';
    expect(
      eventOf(
        apigwFrontEnd,
        {
          url,
          headers: [
            ['X-Tenant', 't1'],
            ['Accept', 'a/b'],
            ['accept', 'c/d'],
          ],
        },
        config,
      ),
    ).toMatchObject({
      path: '/users/a%20b/orders/9',
      pathParameters: { userId: 'a%20b' },
      queryString: { page: '2', other: '1', flag: true, tag: ['a', 'b'] },
      queryStringParameters: { page: '2', size: '' },
      headerParameters: { 'X-Tenant': 't1', 'X-None': '' },
      headers: { accept: 'a/b, c/d', 'x-tenant': 't1', host: 'api.example.com' },
    });
  });

  test.each([
    ['image/png', undefined, true],
    ['application/json', undefined, false],
    ['application/json', 'all', true],
    ['image/png', 'none', false],
    ['application/x-protobuf', { contentType: ['ProtoBuf'] }, true],
    ['application/json', { contentType: ['image'], accept: ['text/html'] }, true],
    ['application/json', { contentType: ['image'] }, false],
  ])('encodes %s with base64 %j: %s', (contentType, base64, isBase64Encoded) => {
    const headers = [
      ['content-type', contentType],
      ['accept', 'text/html'],
    ] as const;
    const event = eventOf(
      apigwFrontEnd,
      { method: 'POST', headers, body: utf8('{"id":1}') },
      base64 === undefined ? {} : { base64 },
    );
    expect(event).toMatchObject({ isBase64Encoded, body: isBase64Encoded ? 'eyJpZCI6MX0=' : '{"id":1}' });
  });

  test('answers 404 to a request for another API', () => {
    const request = { method: 'GET', url: 'https://api.example.com/orders', headers: [], body: utf8('') };
    for (const config of [{ path: '/users' }, { method: 'POST' }, { path: '/orders/{id}' }]) {
      expect(eventOfRequest(apigwFrontEnd, request, config).refusal?.status).toBe(404);
    }
  });

  test('keeps names that objects have by themselves', () => {
    const event = eventOf(apigwFrontEnd, {
      url: 'https://api.example.com/?__proto__=1&constructor=2',
      headers: [['__proto__', 'x']],
    });
    expect(JSON.stringify(event.queryString)).toBe('{"__proto__":"1","constructor":"2"}');
    expect(Object.hasOwn(event.headers as object, '__proto__')).toBe(true);
  });
});

describe('clb', () => {
  test.each([
    [1_700_000_000_000, '1700000000.000'],
    [1_700_000_000_007, '1700000000.007'],
    [1_700_000_000_099, '1700000000.099'],
    [1_700_000_000_100, '1700000000.100'],
    [1_700_000_000_999, '1700000000.999'],
  ])('writes the time %i with three decimals', (now, expected) => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    expect(eventOf(clbFrontEnd, {}).headers).toMatchObject({ 'X-Stgw-Time': expected });
  });

  test('spells headers as the documents do, and says method and path only when it is told to', () => {
    const request = {
      method: 'POST',
      url: 'http://www.example.com:8080/a?b=c',
      headers: [
        ['content-type', 'application/json'],
        ['x-forwarded-for', '192.0.2.1'],
      ] as const,
      body: utf8('{"key1":"123"}'),
    };
    expect(eventOf(clbFrontEnd, request)).toEqual({
      headers: {
        'Content-type': 'application/json',
        Host: 'www.example.com:8080',
        'X-Client-Proto': 'http',
        'X-Client-Proto-Ver': 'HTTP/1.1',
        'X-Forwarded-For': '192.0.2.1, 203.0.113.7',
        'X-Forwarded-Proto': 'http',
        'X-Real-IP': '203.0.113.7',
        'X-Stgw-Time': expect.stringMatching(/^\d+\.\d{3}$/),
      },
      payload: { key1: '123' },
      isBase64Encoded: 'false',
    });
    expect(eventOf(clbFrontEnd, request, { customHeaders: true }).headers).toMatchObject({
      'X-Method': 'POST',
      'X-Real-Port': '44347',
      'X-Uri': '/a',
      'X-Vip': '203.0.113.10',
      'X-Vport': '8080',
    });
  });

  test('encodes everything but text', () => {
    const payload = (contentType: string, body: Uint8Array) =>
      eventOf(clbFrontEnd, { method: 'POST', headers: [['content-type', contentType]], body });
    expect(payload('application/x-www-form-urlencoded', utf8('a=1'))).toMatchObject({
      payload: 'YT0x',
      isBase64Encoded: 'true',
    });
    expect(payload('text/plain', utf8('你好'))).toMatchObject({ payload: '你好', isBase64Encoded: 'false' });
    expect(payload('application/json', utf8('{"broken'))).toMatchObject({
      payload: '{"broken',
      isBase64Encoded: 'false',
    });
    expect(payload('image/png', Uint8Array.of(0, 255))).toMatchObject({
      payload: 'AP8=',
      isBase64Encoded: 'true',
    });
  });
});

describe('function-url', () => {
  test('makes the event of captures of 2025, or the documented one when it is told to', () => {
    const request = {
      method: 'POST',
      url: 'https://1250000001-a1b2c3d4e5.ap-guangzhou.tencentscf.com/a?b',
      body: utf8('hi'),
      remoteAddress: '2001:db8::7',
    };
    const documented = {
      body: 'hi',
      headers: {
        'content-length': '2',
        host: '1250000001-a1b2c3d4e5.ap-guangzhou.tencentscf.com',
        'x-scf-remote-addr': '2001:db8::7',
      },
      httpMethod: 'POST',
      path: '/a',
      queryString: { b: true },
    };
    expect(eventOf(functionUrlFrontEnd, request, { requestContext: false })).toEqual(documented);
    expect(eventOf(functionUrlFrontEnd, request)).toEqual({
      ...documented,
      headerParameters: {},
      headers: {
        ...documented.headers,
        'x-forwarded-for': '2001:db8::7, 198.51.100.81, 10.132.167.112',
        'x-scf-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
      },
      isBase64Encoded: false,
      pathParameters: {},
      queryStringParameters: {},
      requestContext: { sourceIp: '2001:db8::7' },
    });
  });

  test('puts the address of the client behind what the client wrote itself', () => {
    const request = {
      method: 'GET',
      url: 'https://a.tencentscf.com/',
      headers: [['x-forwarded-for', '10.0.0.1']] as const,
      remoteAddress: '203.0.113.7',
    };
    expect(eventOf(functionUrlFrontEnd, request)).toMatchObject({
      body: '',
      headers: { 'x-forwarded-for': '10.0.0.1, 203.0.113.7, 198.51.100.81, 10.132.167.112' },
    });
  });
});

test('a front end of your own is data like the others', () => {
  const queueFrontEnd = defineFrontEnd<{ prefix: string }>({
    name: 'queue',
    eventOf: ({ path }, { prefix }) => ({ event: { message: prefix + path } }),
    responseKind: () => 'async-result',
  });
  expect(eventOf(queueFrontEnd, { url: 'https://api.example.com/x' }, { prefix: 'got ' })).toEqual({
    message: 'got /x',
  });
});
