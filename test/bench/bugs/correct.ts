import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import express from 'express';
import type { ApigwEvent } from '../../../src/generated/apigw.js';
import type { ClbEvent } from '../../../src/generated/clb.js';
import type { FunctionUrlEvent } from '../../../src/generated/function-url.js';
import type { WebsocketCloseEvent } from '../../../src/generated/websocket-close.js';
import type { WebsocketConnectEvent } from '../../../src/generated/websocket-connect.js';
import type { WebsocketDataEvent } from '../../../src/generated/websocket-data.js';
import type { Context, CorrectCase } from './cases.js';
import { correctEventHandlers } from './correctEvents.js';
import {
  bodyOf,
  empty,
  type HttpReply,
  headerOf,
  isRecord,
  parsed,
  payloadText,
  queryOf,
  reply,
} from './support.js';
import { PeerGone, type World } from './world.js';

interface Adapter {
  createServer(app: express.Express, onListening?: () => void, binaryTypes?: string[]): Server;
  proxy(server: Server, event: object, context: Context, mode: 'PROMISE'): { promise: Promise<HttpReply> };
}

const adapter: Adapter = createRequire(import.meta.url)('tencent-serverless-http');

class Shop {
  constructor(private readonly world: World) {}

  readonly handle = async (event: ApigwEvent): Promise<HttpReply> => {
    const route = this.routes.get(`${event.httpMethod} ${event.path}`);
    return route === undefined ? reply(404, { error: 'no such page' }) : route(event);
  };

  private readonly routes = new Map<string, (event: ApigwEvent) => Promise<HttpReply>>([
    ['GET /', async () => reply(200, { shop: 'tea' })],
    ['POST /', (event) => this.order(event)],
  ]);

  private async order(event: ApigwEvent): Promise<HttpReply> {
    const order = parsed(bodyOf(event));
    if (!isRecord(order) || typeof order.item !== 'string') return reply(400, { error: 'which item?' });
    await this.world.db.insert({ item: order.item });
    return reply(201, { item: order.item });
  }
}

const apigwHandlers: readonly CorrectCase<ApigwEvent>[] = [
  { name: 'apigw-class-with-routes', trigger: 'apigw', handler: (world) => new Shop(world).handle },
  {
    name: 'apigw-express',
    trigger: 'apigw',
    handler: (world) => {
      const app = express();
      app.use(express.text({ type: () => true, limit: '6mb' }));
      app.use(async (request, response) => {
        if (request.method === 'POST') await world.db.insert({ said: String(request.body ?? '') });
        response.json({ method: request.method, characters: String(request.body ?? '').length });
      });
      const failed: express.ErrorRequestHandler = (error, _request, response, _next) => {
        world.log('cannot store', error);
        response.status(500).json({ error: 'try again later' });
      };
      app.use(failed);
      const server = adapter.createServer(app).unref();
      return (event, context) => {
        const body = event.body === undefined ? {} : { body: bodyOf(event) };
        const headers = { host: 'localhost', 'content-type': 'text/plain; charset=utf-8' };
        const request = { ...event, ...body, headers, path: '/', queryString: {}, isBase64Encoded: false };
        return adapter.proxy(server, request, context, 'PROMISE').promise;
      };
    },
  },
  {
    name: 'apigw-callback',
    trigger: 'apigw',
    handler: () => (event, _context, callback) => {
      const name = queryOf(event, 'name');
      if (name === undefined) callback(null, reply(400, { error: 'who are you?' }));
      else callback(null, reply(200, { greeting: `Hello ${name}` }));
    },
  },
  {
    name: 'apigw-connection-kept',
    trigger: 'apigw',
    handler: (world) => {
      let settings: Promise<{ ok: boolean }> | undefined;
      const load = () => {
        settings ??= world.http.get('https://config.example.com/settings').catch((error) => {
          settings = undefined;
          throw error;
        });
        return settings;
      };
      return async () => reply(200, { ok: (await load()).ok });
    },
  },
  {
    name: 'apigw-etag',
    trigger: 'apigw',
    handler: () => async (event) => {
      const page = JSON.stringify({ path: event.path });
      const etag = `"${createHash('sha256').update(page).digest('hex').slice(0, 16)}"`;
      const known = (headerOf(event.headers, 'if-none-match') ?? '').split(',').map((tag) => tag.trim());
      if (known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)) return empty(304, { etag });
      return reply(200, { path: event.path }, { etag });
    },
  },
  {
    name: 'apigw-random-request-id',
    trigger: 'apigw',
    handler: () => async (event) => reply(200, { path: event.path }, { 'x-request-id': randomUUID() }),
  },
  {
    name: 'apigw-downstream-failure-is-502',
    trigger: 'apigw',
    handler: (world) => async () => {
      try {
        const { ok } = await world.http.get('https://stock.example.com/tea');
        return reply(200, { inStock: ok });
      } catch (error) {
        world.log('stock is out of reach', error);
        return reply(502, { error: 'try again later' });
      }
    },
  },
];

const functionUrlHandlers: readonly CorrectCase<FunctionUrlEvent>[] = [
  {
    name: 'function-url-plain-json',
    trigger: 'function-url',
    handler: () => async (event) => {
      const value = parsed(bodyOf(event));
      return { received: value !== undefined, fields: isRecord(value) ? Object.keys(value).sort() : [] };
    },
  },
  {
    name: 'function-url-signed-webhook',
    trigger: 'function-url',
    handler: (world) => async (event) => {
      const wanted = Buffer.from(createHmac('sha256', 'example').update(bodyOf(event)).digest('hex'));
      const given = Buffer.from(headerOf(event.headers, 'x-signature') ?? '');
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
        return reply(401, { error: 'unsigned' });
      await world.queue.send('hooks', bodyOf(event), { dedupeId: given.toString() });
      return reply(202, { accepted: true });
    },
  },
];

const clbHandler: CorrectCase<ClbEvent> = {
  name: 'clb-any-payload',
  trigger: 'clb',
  handler: () => async (event) => {
    const bytes = Buffer.byteLength(payloadText(event));
    return reply(200, { client: headerOf(event.headers, 'x-real-ip') ?? null, bytes });
  },
};

const connectHandler: CorrectCase<WebsocketConnectEvent> = {
  name: 'websocket-connect-register',
  trigger: 'websocket-connect',
  handler:
    (world) =>
    async ({ websocket }) => {
      const { secConnectionID, secWebSocketProtocol = '' } = websocket;
      const [protocol] = secWebSocketProtocol.split(/\s*,\s*/).filter(Boolean);
      await world.db.put(`peer:${secConnectionID}`, { room: 'lobby' });
      return {
        errNo: 0,
        errMsg: 'ok',
        websocket: {
          action: 'connecting',
          secConnectionID,
          ...(protocol === undefined ? {} : { secWebSocketProtocol: protocol }),
        },
      };
    },
};

const dataHandlers: readonly CorrectCase<WebsocketDataEvent>[] = [
  {
    name: 'websocket-data-broadcast',
    trigger: 'websocket-data',
    handler:
      (world) =>
      async ({ websocket: { data, dataType, secConnectionID: sender } }) => {
        const keys = (await world.db.keys('peer:')).filter((key) => key !== `peer:${sender}`);
        const results = await Promise.allSettled(
          keys.map((key) => world.push(key.slice('peer:'.length), data, dataType)),
        );
        for (const [index, result] of results.entries()) {
          if (result.status === 'fulfilled') continue;
          if (!(result.reason instanceof PeerGone)) throw result.reason;
          await world.db.delete(keys[index] ?? '');
        }
      },
  },
  {
    name: 'websocket-data-callback-echo',
    trigger: 'websocket-data',
    handler:
      (world) =>
      ({ websocket }, _context, callback) => {
        world.push(websocket.secConnectionID, websocket.data, websocket.dataType).then(
          () => callback(null),
          (error) => callback(error instanceof PeerGone ? null : error),
        );
      },
  },
];

const closeHandler: CorrectCase<WebsocketCloseEvent> = {
  name: 'websocket-close-forget',
  trigger: 'websocket-close',
  handler:
    (world) =>
    async ({ websocket }) => {
      await world.db.delete(`peer:${websocket.secConnectionID}`);
    },
};

/** Every correct handler of the benchmark; an alarm about one of them is false. */
export const correctHandlers: readonly CorrectCase[] = [
  ...apigwHandlers,
  ...functionUrlHandlers,
  clbHandler,
  connectHandler,
  ...dataHandlers,
  closeHandler,
  ...correctEventHandlers,
];
