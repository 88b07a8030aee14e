import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  check,
  edgeCaseNamed,
  type FunctionUrlEvent,
  functionUrl,
  jsonBytes,
  kindOf,
  type Overrides,
  sample,
  samples,
} from '../../src/index.js';
import { checked as checkedBy, drawnClean } from './checking.js';

const checked = (event: unknown) => checkedBy(functionUrl, event);
const drawn = (overrides: Overrides<FunctionUrlEvent>) => drawnClean(functionUrl, overrides);

describe('sample', () => {
  test('has the keys of the captures of 2025, in alphabetical order, and a body also on GET', () => {
    const keys = new Set([...samples(functionUrl, { count: 300 })].map((event) => Object.keys(event).join()));
    expect(keys).toEqual(
      new Set([
        'body,headerParameters,headers,httpMethod,isBase64Encoded,path,pathParameters,queryString,queryStringParameters,requestContext',
      ]),
    );
    expect(sample(functionUrl, { overrides: { httpMethod: 'GET' } })).toMatchObject({
      body: '',
      headerParameters: {},
      isBase64Encoded: false,
      pathParameters: {},
      queryStringParameters: {},
    });
  });

  test('says where the client stands behind what it wrote itself and before two proxies', () => {
    for (const { headers, requestContext } of samples(functionUrl, { count: 50 }))
      expect(headers['x-forwarded-for']).toBe(`${requestContext?.sourceIp}, 198.51.100.81, 10.132.167.112`);
    const forged = edgeCaseNamed(functionUrl, 'forged-forwarded-for').event;
    expect(forged.headers['x-forwarded-for']).toBe(
      `127.0.0.1, 10.0.0.1, unknown, ${forged.requestContext?.sourceIp}, 198.51.100.81, 10.132.167.112`,
    );
  });

  test('names the same client in the header and in requestContext', () => {
    for (const { headers, requestContext } of samples(functionUrl, { count: 200 })) {
      expect(headers['x-scf-remote-addr']).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
      if (requestContext !== undefined) expect(requestContext.sourceIp).toBe(headers['x-scf-remote-addr']);
    }
  });

  test('has no body of bytes, since no field could say so', () => {
    for (const { headers } of samples(functionUrl, { count: 300 })) {
      expect(headers['content-type'] ?? 'text/plain').toMatch(/^(text|application|multipart)\//);
    }
  });

  test('lets what depends on an override follow', () => {
    expect(drawn({ body: '{"a":"é"}' }).headers).toMatchObject({
      'content-length': '10',
      'content-type': 'application/json',
    });
    expect(drawn({ requestContext: { sourceIp: '192.0.2.9' } }).headers['x-scf-remote-addr']).toBe(
      '192.0.2.9',
    );
    const event = drawn({ headers: { 'x-scf-remote-addr': '[2001:db8::7]:443' }, requestContext: {} });
    expect(event.requestContext?.sourceIp ?? '2001:db8::7').toBe('2001:db8::7');
    expect(drawn({ httpMethod: 'GET', path: '/x' })).toMatchObject({ body: '', path: '/x' });
    expect(drawn({ queryString: { page: ['1', '2'] } }).queryString).toMatchObject({ page: ['1', '2'] });
  });

  test('survives values of the wrong type, which check then reports', () => {
    const overrides = JSON.parse('{"headers":null,"requestContext":{"sourceIp":5},"body":[]}');
    const places = check(functionUrl, sample(functionUrl, { overrides })).map(({ path }) => path.join('.'));
    expect(places).toEqual(['body', 'headers', 'requestContext.sourceIp']);
  });
});

test('warns of the length in the documented example', () => {
  const text = readFileSync(new URL('../../templates/events/function-url.json', import.meta.url), 'utf8');
  expect(checked(JSON.parse(text))).toMatchInlineSnapshot(`
    [
      "warning function-url/content-length headers["content-length"]: expected "22", the bytes of the body, received "17"",
    ]
  `);
});

test('compares addresses without port and brackets', () => {
  const event = sample(functionUrl, { overrides: { headers: { 'x-scf-remote-addr': '203.0.113.7:51234' } } });
  expect(checked({ ...event, requestContext: { sourceIp: '203.0.113.7' } })).toEqual([]);
  expect(checked({ ...event, requestContext: { sourceIp: '203.0.113.8' } })).toMatchInlineSnapshot(`
    [
      "warning function-url/remote-address requestContext.sourceIp: expected "203.0.113.7", as in x-scf-remote-addr, received "203.0.113.8" (a string)",
    ]
  `);
});

test('is told from the events of other gateways', () => {
  const event = sample(functionUrl, { overrides: { httpMethod: 'GET' } });
  expect(kindOf(event)).toBe('function-url');
  const { body: _body, requestContext: _context, ...parts } = event;
  expect(kindOf({ ...parts, headers: { 'x-api-requestid': '0'.repeat(32) } })).toBe('apigw');
  expect(kindOf({ ...event, requestContext: { serviceId: 'service-a1b2c3d4' } })).toBe('apigw');
  const { headerParameters: _h, pathParameters: _p, queryStringParameters: _q, ...documented } = event;
  expect(kindOf(documented)).toBe('function-url');
  // As somebody pasted it in 2025: no x-scf-remote-addr.
  const captured = {
    body: '',
    headers: { accept: '*/*', 'x-scf-request-id': '00000000-0000-4000-8000-000000000001' },
    httpMethod: 'GET',
    path: '/',
    queryString: { city: 'Paris' },
    headerParameters: {},
    isBase64Encoded: false,
    pathParameters: {},
    queryStringParameters: {},
    requestContext: { sourceIp: '203.0.113.7' },
  };
  expect(kindOf(captured)).toBe('function-url');
  expect(checked(captured)).toEqual([
    'warning function-url/remote-address headers["x-scf-remote-addr"]: expected the address of the client, received nothing',
  ]);
  const ofUser = { ...captured, headers: { ...captured.headers, host: 'api.example.com' } };
  expect(check(functionUrl, ofUser, { strict: true })).toEqual([]);
  expect(kindOf({ ...event, multiValueHeaders: {} })).toBeUndefined();
  expect(kindOf({ ...event, requestContext: { envId: 'env-1', appId: '1250000001' } })).toBeUndefined();
});

test('reaches every size', () => {
  for (const index of [0, 1, 2, 3, 4, 5]) {
    const bytes = jsonBytes(sample(functionUrl, { index }));
    for (let extra = 0; extra < 120; extra++) {
      const event = sample(functionUrl, { index, sizeBytes: bytes + extra });
      expect([jsonBytes(event), checked(event)]).toEqual([bytes + extra, []]);
    }
  }
});
