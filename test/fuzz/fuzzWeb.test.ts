import type { ServerResponse } from 'node:http';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { describe, expect, test } from 'vitest';
import { type FuzzFailure, fuzzWeb, webHandler } from '../../src/fuzz/index.js';
import type { HandlerFactory } from '../../src/fuzz/play/execution.js';
import { routedBy } from '../../src/fuzz/search/learn/routed.js';
import { requestsIn } from '../../src/fuzz/search/learn/routesIn.js';
import { type WebRequest, web } from '../../src/index.js';
import { casesToTry, onePerKind } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { judgedOnce } from './judgedOnce.js';
import { onlyOracles } from './onlyOracles.js';
import { firstNames, manyNames, type WebPair, webPairs } from './webPairs.js';

const plain: WebRequest = {
  httpMethod: 'GET',
  path: '/',
  queryString: {},
  headers: { host: 'api.example.com', accept: '*/*' },
  sourceIp: '203.0.113.7',
};

/** What one oracle says of one request; what is called outside is seen in a search alone. */
async function found({ oracle, request, other, isOutside = false }: WebPair, app: WebPair['broken']) {
  const event = { ...plain, ...request };
  if (isOutside) {
    const report = await findUnshrunk(webHandler({ app }) as HandlerFactory<WebRequest, undefined>, {
      trigger: web,
      runs: 1,
      overrides: event,
      maxFailures: 1,
      oracles: onlyOracles(oracle),
    });
    return report.failures[0]?.oracle;
  }
  const tried = {
    trigger: web as never,
    event,
    ...(other === undefined ? {} : { other: { ...plain, ...other } }),
  };
  return (await judgedOnce(oracle, tried, webHandler({ app }) as never))?.what;
}

describe('pairs', () => {
  test.each(webPairs.map((pair, at) => [`${pair.oracle} ${at}`, pair] as const))(
    '%s finds the defect and is silent on the twin',
    async (_, pair) => {
      expect(await found(pair, pair.broken)).toBeDefined();
      expect(await found(pair, pair.mended)).toBeUndefined();
    },
  );
});

describe('an app in this process', () => {
  test('that cannot be made is told by its own error', async () => {
    const app = (): never => Reflect.apply({} as never, undefined, []) as never;
    const report = await fuzzWeb({ app }, { runs: 1, store: false }).catch(
      (error: FuzzFailure) => error.report,
    );
    expect(report.failures[0]?.detail).toContain('TypeError');
  });

  test('of Nest tells the routes of the app inside', async () => {
    const inner = express();
    inner.get('/cats/:id', (_request, response) => void response.json({}));
    const app = () => ({ init: async () => {}, getHttpAdapter: () => ({ getInstance: () => inner }) });
    const handler = webHandler({ app });
    expect(typeof handler === 'function' && String(await handler(undefined))).toContain(
      "app.get('/cats/:id')",
    );
  });

  test('of Fastify tells its routes wherever they are written', async () => {
    const app = fastify();
    app.get('/articles/:id', async () => '');
    app.post('/orders', async () => '');
    app.all('/any', async () => '');
    app.register(async (inner) => void inner.get('/cats', async () => ''), { prefix: '/v1' });
    const handler = webHandler({ app: () => app });
    const code = typeof handler === 'function' ? String(await handler(undefined)) : '';
    const routes = requestsIn(code).routes.map(({ method, template }) => `${method} ${template}`);
    expect(routes.sort()).toEqual(['GET /articles/{id}', 'GET /v1/cats', 'POST /orders', 'undefined /any']);
  });

  test('of Express that is right is tried with many runs, and nothing is found', async () => {
    let [loads, unknown] = [0, 0];
    const app = () => {
      loads++;
      const made = express();
      made.use((_request, response, next) => {
        response.on('finish', () => {
          if (response.statusCode === 404) unknown++;
        });
        next();
      });
      made.use(express.json());
      made.get('/articles', (request, response) => {
        response.json({ page: Number(request.query.page) || 1 });
      });
      made.post('/orders', (request, response) => {
        const items: unknown = request.body?.items;
        response.status(201).json({ count: Array.isArray(items) ? items.length : 0 });
      });
      return made;
    };
    const runs = casesToTry(10, 100);
    const report = await fuzzWeb({ app }, { runs, store: false });
    expect(report).toMatchObject({ verdict: 'nothing-found', runs });
    // What has been seen to remember nothing is asked again and again.
    expect(loads).toBeLessThan(report.invocations / 4);
    // What nobody takes is asked once.
    expect(unknown).toBeLessThan(report.invocations / 2);
  });

  const apps = [
    [
      'Express',
      () => {
        const app = express();
        app.get('/prices/:id', (request, response) => {
          response.send(String((request.query.currency as string).trim()));
        });
        return app;
      },
    ],
    [
      'Koa',
      () => {
        const app = new Koa();
        app.use((context) => {
          if (context.path === '/prices') context.body = (context.query.currency as string).trim();
        });
        return app;
      },
    ],
    [
      'Fastify',
      () => {
        const app = fastify();
        app.get('/prices', async (request) => (request.query as { currency: string }).currency.trim());
        return app;
      },
    ],
    [
      'Hono',
      () => {
        const app = new Hono();
        app.get('/prices', (context) => context.text((context.req.query('currency') as string).trim()));
        return app;
      },
    ],
  ] as const;

  test.each(onePerKind(apps, ([name]) => name))('of %s is tried by its own routes', async (_, app) => {
    const { failures } = await findUnshrunk(webHandler({ app }) as HandlerFactory<WebRequest, undefined>, {
      trigger: web,
      source: String(app),
      learn: true,
      runs: 5,
      maxFailures: 1,
      oracles: onlyOracles('server-error'),
    });
    expect(failures.map(({ oracle }) => oracle)).toContain('server-error');
    expect(failures[0]?.case.event.path).toMatch(/^\/prices/);
  });

  test('that has a limit of requests is tried on instances that have not reached it', async () => {
    let [taken, refused] = [0, 0];
    const app = () => {
      let left = 3;
      return (_: unknown, response: ServerResponse) => {
        if (left-- > 0) taken++;
        else refused++;
        response.writeHead(left >= 0 ? 200 : 429).end();
      };
    };
    await fuzzWeb({ app }, { runs: 3, store: false, allowWeak: true, oracles: onlyOracles('server-error') });
    expect(taken).toBeGreaterThan(refused);
  });

  test('is refused where it answers no requests', async () => {
    await expect(fuzzWeb({ app: () => ({}) as never }, { store: false })).rejects.toMatchObject({
      code: 'NO_WEB_APP',
    });
  });
});

test('a report tells the request as a command line of curl', async () => {
  const error: unknown = await fuzzWeb(
    {
      app: () => (_: unknown, response: { writeHead(status: number): { end(text: string): void } }) => {
        response.writeHead(500).end('TypeError: x\n    at /app/index.js:1:1');
      },
    },
    { runs: 1, store: false, oracles: onlyOracles('server-error') },
  ).catch((one: unknown) => one);
  expect((error as Error).message).toMatch(/^ {2}curl -i -X POST 'http:\/\/127\.0\.0\.1:8000\/orders'$/m);
});

test('a query of which parsers leave out the end has an order', async () => {
  const event = { ...plain, queryString: manyNames(1200) };
  const app = () => firstNames(1000);
  const handle = webHandler({ app }) as never;
  expect(await judgedOnce('equivalent-form', { trigger: web as never, event }, handle)).toBeUndefined();
});

test('an answer over 6 MB ends as behind the front end', async () => {
  const app = () => (_: unknown, response: { end(text: string): void }) =>
    response.end('a'.repeat(6_291_457));
  const tried = { trigger: web as never, event: plain };
  const violation = await judgedOnce('crash', tried, webHandler({ app: app as never }) as never);
  expect(violation?.execution.invocations[0]?.outcome).toMatchObject({
    statusCode: 410,
    sizeBytes: 6_291_457,
  });
});

test('a folder that is no web function is refused', async () => {
  await expect(fuzzWeb(import.meta.dirname, { store: false })).rejects.toMatchObject({
    code: 'NO_WEB_FUNCTION',
  });
});

test('routes and names are learnt from code in JavaScript and Python', () => {
  const learnt = requestsIn(`
    app.get('/users/:id', (request, response) => response.send(request.query.page));
    router.post("/orders", ({ body: { items } }) => items);
    const [, name] = /^\\/files\\/(.+)$/.exec(path);
    @app.route('/hooks/<int:id>', methods=['PUT'])
    token = request.headers['X-Token']; sid = request.cookies.get('sid')
  `);
  expect(learnt.routes).toEqual([
    { method: 'GET', template: '/users/{id}' },
    { method: 'POST', template: '/orders' },
    { method: 'PUT', template: '/hooks/{id}' },
    { method: undefined, template: '/files/{id}' },
  ]);
  expect(learnt).toMatchObject({ query: ['page'], body: ['items'], headers: ['x-token'], cookies: ['sid'] });
});

test.each([
  [
    "const router = new Router({ prefix: '/api' });\nrouter.get('/books/:id', one);\napp.get('/health', up)",
    'GET /api/books/{id}, GET /health, ANY /api',
  ],
  ["const users = Router();\nusers.post('/', add);\napp.use('/users', users)", 'POST /users, ANY /users'],
  [
    "app.use('/users', require('./users'))\nrouter.get('/:id', one)",
    'ANY /users, GET /{id}, GET /users/{id}',
  ],
  [
    "fastify.register(routes, { prefix: '/v1' });\nfastify.get('/cats', all)",
    'GET /cats, GET /v1/cats, ANY /v1',
  ],
  ["@Controller('cats')\n@Get(':id')\napp.setGlobalPrefix('api')", 'GET /cats/{id}, GET /api/cats/{id}'],
  [
    "notes = Blueprint('notes', __name__, url_prefix='/notes')\n@notes.route('/<int:id>') # Flask",
    'GET /notes/{id}, ANY /notes',
  ],
])('routes of a router that is mounted somewhere are those of there: %s', (code, expected) => {
  const routes = requestsIn(code).routes.map(({ method = 'ANY', template }) => `${method} ${template}`);
  expect(routes.join(', ')).toBe(expected);
});

test.each([
  ['GET', '/users/7', true],
  ['HEAD', '/Users/7/', true],
  ['OPTIONS', '/users/7', true],
  ['POST', '/users/7', false],
  ['GET', '/users', false],
  ['PUT', '/static/a/b.css', true],
  ['GET', '/files/a/b', true],
  ['GET', '/', false],
])('%s %s goes to a route of the code: %s', (httpMethod, path, expected) => {
  const isRouted = routedBy(
    "app.get('/users/:id', one)\napp.use('/static', files)\napp.get('/files/*', file)",
  );
  expect(isRouted?.({ httpMethod, path })).toBe(expected);
  expect(routedBy('serve(request)')).toBeUndefined();
});
