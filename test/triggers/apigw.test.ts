import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type ApigwEvent,
  apigw,
  check,
  jsonBytes,
  kindOf,
  type Overrides,
  sample,
  samples,
} from '../../src/index.js';
import { checked as checkedBy, drawnClean } from './checking.js';

const example: unknown = JSON.parse(
  readFileSync(new URL('../../templates/events/apigw.json', import.meta.url), 'utf8'),
);

const checked = (event: unknown) => checkedBy(apigw, event);
const drawn = (overrides: Overrides<ApigwEvent>) => drawnClean(apigw, overrides);

describe('sample', () => {
  test('has its keys in alphabetical order, as in captures', () => {
    for (const event of samples(apigw, { count: 200 })) {
      for (const part of [event, event.headers, event.requestContext]) {
        expect(Object.keys(part)).toEqual(Object.keys(part).sort());
      }
    }
  });

  test('has the headers that the gateway adds, and none of the documents', () => {
    for (const { headers, requestContext, stageVariables } of samples(apigw, { count: 100 })) {
      expect(headers).toMatchObject({ requestsource: 'APIGW', 'x-api-scheme': 'https' });
      expect(headers['x-api-requestid']).toMatch(/^[0-9a-f]{32}$/);
      expect(headers['x-b3-traceid']).toBe(headers['x-api-requestid']);
      expect(headers.host?.startsWith(requestContext.serviceId)).toBe(true);
      expect(requestContext.requestId).toBeUndefined();
      expect(stageVariables).toBeUndefined();
    }
  });

  test('has no body key without a body, and describes the body it has', () => {
    for (const { body, headers, httpMethod, isBase64Encoded } of samples(apigw, { count: 300 })) {
      expect(body === undefined).toBe(['GET', 'HEAD', 'DELETE'].includes(httpMethod));
      const bytes = Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8');
      expect(headers['content-length']).toBe(body === undefined ? undefined : String(bytes.byteLength));
      expect(headers['content-type'] === undefined).toBe(body === undefined);
      if (headers['content-type'] === 'application/json') JSON.parse(body ?? '');
    }
  });

  test('meets every method, sort of query value and sort of body', () => {
    const events = [...samples(apigw, { count: 500 })];
    expect(new Set(events.map(({ httpMethod }) => httpMethod))).toEqual(
      new Set(['GET', 'HEAD', 'DELETE', 'POST', 'PUT']),
    );
    const values = events.flatMap(({ queryString }) => Object.values(queryString));
    expect(new Set(values.map((value) => (Array.isArray(value) ? 'array' : typeof value)))).toEqual(
      new Set(['string', 'array', 'boolean']),
    );
    const types = events.flatMap(({ headers }) => headers['content-type']?.split(';')[0] ?? []);
    expect(new Set(types)).toEqual(
      new Set([
        'application/json',
        'application/x-www-form-urlencoded',
        'image/png',
        'multipart/form-data',
        'text/plain',
        'text/xml',
      ]),
    );
  });

  test('gives declared parameters to APIs that declare them, and none to others', () => {
    const events = [...samples(apigw, { count: 300 })];
    const ofConsole = events.filter(({ requestContext }) => requestContext.httpMethod === 'ANY');
    expect(ofConsole.length).toBeGreaterThan(100);
    for (const { pathParameters, queryStringParameters } of ofConsole) {
      expect({ pathParameters, queryStringParameters }).toEqual({
        pathParameters: {},
        queryStringParameters: {},
      });
    }
    expect(events.some(({ pathParameters }) => Object.keys(pathParameters).length > 0)).toBe(true);
    expect(events.some(({ queryStringParameters }) => Object.keys(queryStringParameters).length > 0)).toBe(
      true,
    );
  });
});

describe('sample with overrides', () => {
  test('draws the same event when nothing is fixed', () => {
    for (let index = 0; index < 50; index++) {
      expect(sample(apigw, { index, overrides: {} })).toEqual(sample(apigw, { index }));
    }
  });

  test('fills the template that is given', () => {
    const event = drawn({
      requestContext: { path: '/shops/{shopId}/items/{itemId}' },
      pathParameters: { shopId: 's-1' },
    });
    expect(event.path).toMatch(/^\/shops\/s-1\/items\/\d{6}$/);
    expect(event.pathParameters).toEqual({ shopId: 's-1', itemId: event.path.split('/')[4] });
  });

  test('makes a template for path parameters that no API has', () => {
    const { path, requestContext } = drawn({ httpMethod: 'GET', pathParameters: { shopId: 's-1' } });
    expect(requestContext.path.endsWith('/{shopId}')).toBe(true);
    expect(path.endsWith('/s-1')).toBe(true);
  });

  test('reads path parameters from the path that is given', () => {
    const template = '/shops/{shopId}/items/{itemId}';
    expect(
      drawn({ requestContext: { path: template }, path: '/shops/7/items/a%20b' }).pathParameters,
    ).toEqual({
      shopId: '7',
      itemId: 'a%20b',
    });
    expect(drawn({ path: '/shops/7', pathParameters: { shopId: '7' } }).requestContext.path).toBe(
      '/shops/{shopId}',
    );
    expect(drawn({ requestContext: { path: '/x/{constructor}' } }).path).toMatch(/^\/x\/\d{6}$/);
  });

  test('chooses a body of the sort that the type says', () => {
    expect(drawn({ headers: { 'content-type': 'video/mp4' } }).isBase64Encoded).toBe(true);
    expect(drawn({ headers: { 'content-type': 'text/html' } }).isBase64Encoded).toBe(false);
  });

  test('lets a path that is given belong to an API of the console', () => {
    expect(drawn({ path: '/x/y' }).requestContext).toMatchObject({ httpMethod: 'ANY', path: '/' });
  });

  test('gives a method that has a body one, and others none', () => {
    expect(drawn({ httpMethod: 'PATCH' }).body).toBeTypeOf('string');
    expect(drawn({ httpMethod: 'GET' }).body).toBeUndefined();
    expect(drawn({ requestContext: { httpMethod: 'DELETE' } }).httpMethod).toBe('DELETE');
  });

  test('describes the body that is given', () => {
    expect(drawn({ body: '{"名":1}' })).toMatchObject({
      headers: { 'content-length': '9', 'content-type': 'application/json' },
      isBase64Encoded: false,
    });
    expect(drawn({ body: 'AAEC', isBase64Encoded: true })).toMatchObject({
      headers: { 'content-length': '3', 'content-type': 'application/octet-stream' },
    });
    expect(drawn({ isBase64Encoded: true }).headers['content-type']).toBe('image/png');
    expect(drawn({ headers: { 'content-type': 'text/plain' } }).body).toBeTypeOf('string');
  });

  test('lets what depends on it follow', () => {
    expect(drawn({ requestContext: { serviceId: 'service-mine0001' } }).headers.host).toMatch(
      /^service-mine0001-/,
    );
    const id = '0123456789abcdef0123456789abcdef';
    expect(drawn({ headers: { 'x-api-requestid': id } }).headers['x-b3-traceid']).toBe(id);
    expect(drawn({ queryStringParameters: { foo: 'bar' } }).queryString).toMatchObject({ foo: 'bar' });
    expect(drawn({ queryString: { page: '7' } }).queryString.page).toBe('7');
  });

  test('puts a payload into a JSON body', () => {
    for (const event of samples(apigw, { count: 50, payload: (draw) => ({ n: draw.integer(1, 6) }) })) {
      expect(event.headers['content-type']).toBe('application/json');
      expect(JSON.parse(event.body ?? '')).toEqual({ n: expect.any(Number) });
    }
  });

  test('survives values of the wrong type, which check then reports', () => {
    const overrides = JSON.parse('{"body":5,"headers":{"content-type":7},"httpMethod":3,"path":null}');
    expect(check(apigw, sample(apigw, { overrides })).map(({ path }) => path.join('.'))).toEqual([
      'body',
      'headers.content-type',
      'httpMethod',
      'path',
    ]);
  });
});

describe('rules', () => {
  test('warn of everything in the documented example that is not sent today', () => {
    expect(checked(example)).toMatchInlineSnapshot(`
      [
        "warning apigw/lower-case-headers headers["Accept-Language"]: expected the name in lower case, accept-language, received "Accept-Language"",
        "warning apigw/lower-case-headers headers.Accept: expected the name in lower case, accept, received "Accept"",
        "warning apigw/lower-case-headers headers.Host: expected the name in lower case, host, received "Host"",
        "warning apigw/lower-case-headers headers["User-Agent"]: expected the name in lower case, user-agent, received "User-Agent"",
        "warning apigw/request-id-header headers["x-api-requestid"]: expected 32 hexadecimal digits, received nothing",
        "warning apigw/only-documented requestContext.requestId: expected no such field; only documents show it, received "c6af9ac6-****-****-9a41-93e8deadbeef" (a string); read the header x-api-requestid",
        "warning apigw/only-documented stageVariables: expected no such field; only documents show it, received an object",
        "warning apigw/sent-today isBase64Encoded: expected true or false, received nothing",
      ]
    `);
  });

  test('notice fields that contradict each other', () => {
    const event = sample(apigw, {
      overrides: {
        httpMethod: 'PUT',
        requestContext: { path: '/orders/{orderId}', httpMethod: 'PUT' },
        pathParameters: { orderId: '20481' },
        body: '{}',
      },
    });
    const { requestContext } = event;
    expect(checked({ ...event, path: '/invoices/20481' })).toMatchInlineSnapshot(`
      [
        "error apigw/path-of-api path: expected a path that begins like the API's, /orders/{orderId}, received "/invoices/20481" (a string)",
      ]
    `);
    expect(checked({ ...event, path: '/orders' })).toMatchInlineSnapshot(`
      [
        "error apigw/path-of-api path: expected a path that begins like the API's, /orders/{orderId}, received "/orders" (a string)",
      ]
    `);
    expect(checked({ ...event, pathParameters: { orderId: '1', shop: 'x' } })).toMatchInlineSnapshot(`
      [
        "error apigw/path-of-api pathParameters.orderId: expected "20481", as in path, received "1" (a string)",
        "error apigw/path-of-api pathParameters.shop: expected only names of placeholders in requestContext.path, received "shop" (a string)",
      ]
    `);
    expect(
      checked({ ...event, requestContext: { ...requestContext, httpMethod: 'POST' } }),
    ).toMatchInlineSnapshot(`
      [
        "error apigw/method-of-api requestContext.httpMethod: expected "ANY" or the request's method, "PUT", received "POST" (a string)",
      ]
    `);
    expect(checked({ ...event, body: '{"a":1}' })).toMatchInlineSnapshot(`
      [
        "warning apigw/content-length headers["content-length"]: expected "7", the bytes of the body, received "2"",
      ]
    `);
    expect(checked({ ...event, isBase64Encoded: true })).toMatchInlineSnapshot(`
      [
        "error apigw/base64-body body: expected Base64, since isBase64Encoded is true, received "{}" (a string)",
      ]
    `);
    expect(checked({ ...event, queryStringParameters: { foo: 'bar' } })).toMatchInlineSnapshot(`
      [
        "warning apigw/declared-query queryStringParameters.foo: expected "" for a parameter that queryString lacks, received "bar" (a string)",
      ]
    `);
  });

  test('put up with a percent-encoded path parameter, decoded or not', () => {
    const event = sample(apigw, {
      overrides: { requestContext: { path: '/files/{name}' }, path: '/files/a%20b' },
    });
    expect(checked({ ...event, pathParameters: { name: 'a b' } })).toEqual([]);
    expect(checked({ ...event, pathParameters: { name: 'a%20b' } })).toEqual([]);
  });
});

test('is told from the events of other gateways', () => {
  const { requestContext, ...rest } = sample(apigw);
  expect(kindOf(rest)).toBe('apigw');
  expect(kindOf({ requestContext })).toBe('apigw');
  expect(kindOf({ ...rest, requestContext: { envId: 'env-1' }, multiValueHeaders: {} })).toBeUndefined();
});

test('decodes JSON and Base64 bodies', () => {
  expect(apigw.decode(sample(apigw, { overrides: { body: '{"a":[1]}' } }))).toEqual([
    { path: ['body'], encoding: 'JSON', value: { a: [1] } },
  ]);
  const overrides = { body: 'AP8=', isBase64Encoded: true };
  expect(apigw.decode(sample(apigw, { overrides }))).toEqual([
    { path: ['body'], encoding: 'Base64', value: Uint8Array.of(0, 255) },
  ]);
  expect(apigw.decode({ ...sample(apigw, { overrides }), body: '?' })).toEqual([
    { path: ['body'], encoding: 'Base64', problem: 'it is no Base64' },
  ]);
});

test('reaches every size, whatever digits content-length gains on the way', () => {
  for (const index of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const bytes = jsonBytes(sample(apigw, { index }));
    for (let extra = 0; extra < 120; extra++) {
      const event = sample(apigw, { index, sizeBytes: bytes + extra });
      expect(jsonBytes(event)).toBe(bytes + extra);
      expect(checked(event)).toEqual([]);
    }
  }
});

describe('the body in the other encoding', () => {
  const bodyOtherwise = apigw.delivery?.relations?.find(({ name }) => name === 'body-base64');
  const withBody = (body: string, isBase64Encoded: boolean) => ({ ...sample(apigw), body, isBase64Encoded });

  test.each(['hello', '\ufeff{"a":1}', '测试 😀', ''])('says the same: %j', (text) => {
    const asText = withBody(text, false);
    const asBase64 = withBody(Buffer.from(text).toString('base64'), true);
    expect(bodyOtherwise?.followUp(asText)).toEqual(asBase64);
    expect(bodyOtherwise?.followUp(asBase64)).toEqual(asText);
  });

  test('is none of bytes that are no text', () => {
    expect(bodyOtherwise?.followUp(withBody('/w==', true))).toBeUndefined();
    expect(bodyOtherwise?.followUp(withBody('!!!!', true))).toBeUndefined();
  });
});
