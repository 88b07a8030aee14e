import '../../src/matchers/vitest.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type FrontEndOptions, gatewayFetch } from '../../src/fakes/index.js';
import type { ScfHandler } from '../../src/runtime/index.js';
import type { ApigwEvent } from '../../src/triggers/index.js';

const url = 'https://api.example.com/orders?page=2';
const quiet = { quiet: true, context: { request_id: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef' } };

/** Status, content type and body of what a handler's clients get. */
async function answerOf(handler: ScfHandler, options: FrontEndOptions, request: Request | string = url) {
  const response = await gatewayFetch(handler, request, { invocation: quiet, ...options });
  const requestIds = /requestId [0-9a-f]{32}/g;
  const body = (await response.text()).replaceAll(requestIds, 'requestId …');
  return `${response.status} ${response.headers.get('content-type')} ${body}`;
}

const hello: ScfHandler = async () => ({
  statusCode: 201,
  headers: { 'Content-Type': 'text/html' },
  body: '<b>hi</b>',
});

test.each(['apigw', 'clb', 'function-url'] as const)('%s: a valid response arrives', async (kind) => {
  expect(await answerOf(hello, { kind })).toBe('201 text/html <b>hi</b>');
});

test.each([
  [
    'apigw',
    '403 application/json {"errno":403,"error":"requestId … , Invalid scf response. expected scf response valid JSON.","message":"SCF invoke error"}',
  ],
  ['clb', '403 application/json {"errno":403,"error":"Analyse scf response failed."}'],
  ['function-url', '200 application/json "plain text"'],
] as const)('%s: a plain text as result', async (kind, answer) => {
  expect(await answerOf(async () => 'plain text', { kind })).toBe(answer);
});

test('apigw: the whole result is the body in passthrough mode', async () => {
  expect(await answerOf(hello, { kind: 'apigw', integrated: false })).toBe(
    '200 application/json {"statusCode":201,"headers":{"Content-Type":"text/html"},"body":"<b>hi</b>"}',
  );
});

const failing: ScfHandler = async () => {
  throw new Error('boom');
};

test.each(['apigw', 'clb', 'function-url'] as const)('%s: a failure of the function', async (kind) => {
  expect(await answerOf(failing, { kind })).toMatch(
    /^430 application\/json \{"errorCode":-1,"errorMessage":"user code exception caught","requestId":"c6af9ac6-7b61-11e6-9a41-93e8deadbeef","stackTrace":"Error: boom\\n/,
  );
});

test.each([
  ['apigw', 200],
  ['clb', 433],
  ['function-url', 433],
] as const)('%s: a time-out of the function arrives with status %i', async (kind, status) => {
  const invocation = { ...quiet, timeoutMs: 20 };
  const response = await gatewayFetch(() => sleep(60_000, undefined, { ref: false }), url, {
    kind,
    invocation,
  });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({
    statusCode: 433,
    errorMessage: 'Invoking task timed out after 0.02 seconds',
  });
});

test('apigw: a gateway that waits for less time than the function takes', async () => {
  expect(await answerOf(() => sleep(200), { kind: 'apigw', backendTimeoutMs: 10 })).toBe(
    '504 text/plain Gateway Time-out.',
  );
});

test.each(['apigw', 'clb', 'function-url'] as const)('%s: a response of more than 6 MB', async (kind) => {
  const large: ScfHandler = async () => ({
    statusCode: 200,
    headers: { 'content-type': 'text/plain' },
    body: 'a'.repeat(6_291_456),
  });
  expect(await answerOf(large, { kind })).toMatch(
    /^407 application\/json .*The size of response exceeds the upper limit \(6MB\)/,
  );
});

test('a request of more than 6 MB never reaches the function', async () => {
  let calls = 0;
  const counting = async () => ++calls;
  const request = new Request(url, { method: 'POST', body: 'a'.repeat(6_291_456) });
  expect(await answerOf(counting, { kind: 'apigw' }, request)).toMatch(
    /^406 application\/json .*RequestTooLarge/,
  );
  expect(calls).toBe(0);
});

describe('what the function gets', () => {
  const echo = async (event: ApigwEvent) => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  });

  test('is the request', async () => {
    const request = new Request(url, {
      method: 'PUT',
      headers: { 'X-Id': '1', Cookie: 'a=1' },
      body: new URLSearchParams({ a: '1' }),
    });
    const event = await (await gatewayFetch(echo, request, { kind: 'apigw', path: '/orders' })).json();
    expect(event).toBeEventOf('apigw', { strict: true });
    expect(event).toMatchObject({
      body: 'a=1',
      headers: {
        'content-length': '3',
        'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
        cookie: 'a=1',
        host: 'api.example.com',
        'x-id': '1',
      },
      httpMethod: 'PUT',
      path: '/orders',
      queryString: { page: '2' },
    });
  });

  test('is what a URL alone says', async () => {
    const event = await (await gatewayFetch(echo, new URL(url), { kind: 'apigw' })).json();
    expect(event).toMatchObject({ httpMethod: 'GET', queryString: { page: '2' } });
    expect(event).not.toHaveProperty('body');
  });
});

describe('the response', () => {
  const returning = (result: unknown, request: Request | string = url) =>
    gatewayFetch(async () => result, request, { kind: 'apigw' });

  test('keeps cookies apart and decodes Base64', async () => {
    const headers = { 'Set-Cookie': ['a=1; Path=/', 'b=2'], 'Content-Type': 'image/png' };
    const response = await returning({ isBase64Encoded: true, statusCode: 200, headers, body: 'AP8=' });
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255]);
  });

  test('opens a compressed body as fetch does', async () => {
    const headers = { 'Content-Encoding': 'gzip', 'Content-Type': 'text/plain' };
    const response = await returning({
      isBase64Encoded: true,
      statusCode: 200,
      headers,
      body: gzipSync('hello').toString('base64'),
    });
    expect(await response.text()).toBe('hello');
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  test('has no body where HTTP has none', async () => {
    expect(await (await returning({ statusCode: 204, headers: {} })).text()).toBe('');
    const head = new Request(url, { method: 'HEAD' });
    expect(await (await returning({ statusCode: 200, headers: {}, body: 'hi' }, head)).text()).toBe('');
  });

  test('carries headers that are no ASCII as bytes', async () => {
    const response = await returning({ statusCode: 200, headers: { 'X-Name': '云' }, body: '' });
    expect(Buffer.from(response.headers.get('x-name') ?? '', 'latin1').toString()).toBe('云');
  });

  test('of status 101 cannot be made', async () => {
    await expect(returning({ statusCode: 101, headers: {}, body: '' })).rejects.toThrow(
      'Cannot make a Response with status 101: a Response holds the last answer, 200 to 599. Look at renderResponse for others.',
    );
  });
});

test('a front end that there is not is answered with those that there are', async () => {
  // @ts-expect-error there is no such front end
  await expect(gatewayFetch(hello, url, { kind: 'timer' })).rejects.toThrow(
    'Cannot put "timer" (a string) before a function: it takes no HTTP requests. Take one of apigw, clb, function-url.',
  );
});
