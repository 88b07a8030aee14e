import type { RequestListener, Server } from 'node:http';
import { createRequire } from 'node:module';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApigwEvent, apigw, edgeCases, sample, samples } from '../../src/index.js';
import { casesToTry } from '../nightly.js';

/** What the tests use of tencent-serverless-http, which has no types. */
interface ServerlessHttp {
  createServer(listener: RequestListener): Server;
  proxy(
    server: Server,
    event: unknown,
    context: object,
    mode: 'PROMISE',
  ): { promise: Promise<{ statusCode: number; body: string }> };
}

const adapter: ServerlessHttp = createRequire(import.meta.url)('tencent-serverless-http');

/** One request as Express sees it. */
interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, unknown>;
  readonly headers: Record<string, unknown>;
  readonly body: Buffer;
}

let seen: Seen | undefined;

const app = express();
app.use(express.raw({ type: () => true, limit: '10mb' }));
app.use((request, response) => {
  const { method, path, query, headers } = request;
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  seen = { method, path, query: Object.fromEntries(Object.entries(query)), headers, body };
  response.json({ seen: true });
});

let server: Server;
beforeAll(() => {
  server = adapter.createServer(app);
});
afterAll(() => {
  server.close();
});

async function seenBy(event: ApigwEvent): Promise<Seen> {
  seen = undefined;
  const answer = await adapter.proxy(server, event, {}, 'PROMISE').promise;
  if (seen === undefined) throw new Error(`the request never reached Express: ${JSON.stringify(answer)}`);
  expect(answer.statusCode).toBe(200);
  return seen;
}

/** A query string says true where Express, like every parser of URLs, reads text. */
function queryAsText(query: ApigwEvent['queryString']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, value === true ? 'true' : value]),
  );
}

function lowerCased(headers: ApigwEvent['headers']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

async function expectTheSame(event: ApigwEvent): Promise<void> {
  const { method, path, query, headers, body } = await seenBy(event);
  expect(method).toBe(event.httpMethod);
  expect(path).toBe(event.path);
  expect(query).toEqual(queryAsText(event.queryString));
  expect(headers).toMatchObject(lowerCased(event.headers));
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded === true ? 'base64' : 'utf8');
  expect(body.equals(bytes)).toBe(true);
  expect(headers['content-length'] ?? '0').toBe(String(bytes.byteLength));
}

describe('Express behind tencent-serverless-http', () => {
  test.each([42, 1337, 1211])('sees what the events of seed %i say', async (seed) => {
    for (const event of samples(apigw, { seed, count: casesToTry(30, 100) })) await expectTheSame(event);
  });

  test('sees what hostile events say', async () => {
    for (const event of samples(apigw, { count: casesToTry(30, 100), hostile: 0.4 }))
      await expectTheSame(event);
  });

  test('sees what the user fixed', async () => {
    const overrides = { httpMethod: 'PUT', path: '/a/b', queryString: { x: ['1', '2'] }, body: '{"n":1}' };
    const { method, path, query, headers, body } = await seenBy(sample(apigw, { overrides }));
    expect({
      method,
      path,
      x: query.x,
      type: headers['content-type'],
      length: headers['content-length'],
    }).toEqual({
      method: 'PUT',
      path: '/a/b',
      x: ['1', '2'],
      type: 'application/json',
      length: '7',
    });
    expect(body.toString()).toBe('{"n":1}');
  });

  const differing = [
    'base64-flag-as-text-false',
    'base64-flag-as-text-true',
    'prototype-header-names',
    'query-of-1000-parameters',
  ];

  test.each(edgeCases(apigw).filter(({ name }) => !differing.includes(name)))(
    'sees what the edge case $name says',
    async ({ event }) => {
      await expectTheSame(event);
    },
  );

  const edge = (name: string): ApigwEvent => {
    const found = edgeCases(apigw).find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`no edge case ${name}`);
    return found.event;
  };

  test('decodes a text as Base64 when the flag is the text "false", as the edge case warns', async () => {
    const event = edge('base64-flag-as-text-false');
    expect((await seenBy({ ...event, headers: {} })).body).toEqual(Buffer.from(event.body ?? '', 'base64'));
  });

  test('sees the bytes behind the text "true"', async () => {
    const event = edge('base64-flag-as-text-true');
    expect((await seenBy(event)).body).toEqual(Buffer.from(event.body ?? '', 'base64'));
  });

  test('loses a header called __proto__, as the edge case warns', async () => {
    const event = edge('prototype-header-names');
    expect(Object.hasOwn(event.headers, '__proto__')).toBe(true);
    const { headers } = await seenBy(event);
    expect(Object.hasOwn(headers, '__proto__')).toBe(false);
    expect(headers.constructor).toBe('x');
  });

  test('loses the 1,001st parameter, as the edge case warns', async () => {
    const event = edge('query-of-1000-parameters');
    expect(Object.keys(event.queryString)).toHaveLength(1001);
    expect(Object.keys((await seenBy(event)).query)).toHaveLength(1000);
  });
});
