import type { RequestListener, Server } from 'node:http';
import { createRequire } from 'node:module';
import express from 'express';
import { describe, expect, test } from 'vitest';
import { apigw, sample } from '../../src/index.js';
import { createInstance, currentInvocation, invoke, type ScfContext } from '../../src/runtime/index.js';

/** What the tests use of tencent-serverless-http, which has no types. */
interface Adapter {
  createServer(listener: RequestListener): Server;
  proxy(server: Server, event: object, context: object, mode?: 'PROMISE'): { promise: Promise<unknown> };
}

const { createServer, proxy }: Adapter = createRequire(import.meta.url)('tencent-serverless-http');

/** An Express app behind the vendor's adapter, which listens on a socket of its own between invocations. */
function app() {
  const handlers = express();
  handlers.use(express.text({ type: () => true }));
  handlers.all('/{*path}', async (request, response) => {
    console.log('request', currentInvocation()?.requestId, currentInvocation()?.answered);
    if (request.query.fail !== undefined) Promise.reject(new Error('nobody awaits me'));
    await new Promise((wake) => setTimeout(wake, 1));
    response.json({ path: request.path });
  });
  return createServer(handlers);
}

describe('an Express app behind tencent-serverless-http', () => {
  test('answers through its context, warm and cold, and leaves nothing behind', async () => {
    const instance = createInstance({
      factory: () => {
        const server = app();
        return (event: object, context: ScfContext) => void proxy(server, event, context);
      },
    });
    for (const index of [0, 1, 2]) {
      const event = sample(apigw, { index });
      const outcome = await instance.invoke(event, { quiet: true });
      expect(outcome).toMatchObject({ statusCode: 200, answeredBy: 'context', lateWork: [] });
      expect(outcome.ok && outcome.result).toMatchObject({ statusCode: 200, isBase64Encoded: false });
    }
  });

  test('answers through a promise', async () => {
    const server = app();
    const instance = createInstance((event: object, context: ScfContext) => {
      context.callbackWaitsForEmptyEventLoop = false;
      return proxy(server, event, context, 'PROMISE').promise;
    });
    for (const index of [0, 1, 2]) {
      const outcome = await instance.invoke(sample(apigw, { index }), { quiet: true });
      expect(outcome).toMatchObject({ statusCode: 200, answeredBy: 'promise', lateWork: [] });
    }
    server.close();
  });

  test('belongs to the invocation that it answers, though its server was made by the first', async () => {
    let server: Server | undefined;
    const handler = (event: object, context: ScfContext) => {
      server ??= app();
      proxy(server, event, context);
    };
    const event = { ...sample(apigw), queryString: {} };
    for (const request_id of ['first', 'second', 'third']) {
      const outcome = await invoke(handler, event, { context: { request_id }, quiet: true });
      expect(outcome).toMatchObject({
        statusCode: 200,
        lateWork: [],
        log: [{ level: 'log', text: `request ${request_id} false` }],
      });
    }
    const failing = await invoke(handler, { ...event, queryString: { fail: '1' } }, { quiet: true });
    expect(failing).toMatchObject({ statusCode: 430, error: { message: 'nobody awaits me' } });
    server?.close();
  });
});
