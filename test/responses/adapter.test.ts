import '../../src/matchers/vitest.js';
import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  request,
  type Server,
} from 'node:http';
import { createRequire } from 'node:module';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apigw, samples } from '../../src/index.js';
import { checkResponse, renderResponse } from '../../src/responses/index.js';
import { rowsToTry } from '../nightly.js';

/** The vendor's adapter, which has no types of its own. */
interface Adapter {
  createServer(app: RequestListener, listening: undefined, binaryTypes: readonly string[]): Server;
  proxy(server: Server, event: object, context: object, mode: 'PROMISE'): { promise: Promise<unknown> };
}

const adapter: Adapter = createRequire(import.meta.url)('tencent-serverless-http');
const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

const app = express();
app.use(express.json());
app.use(express.urlencoded({ extended: false }));
app.get('/text', (_, res) => void res.type('text').send('hello'));
app.get('/html', (_, res) => void res.send('<h1>你好</h1>'));
app.get('/json', (_, res) => void res.json({ id: 1, name: '云函数' }));
app.get('/empty', (_, res) => void res.status(204).end());
app.get('/missing', (_, res) => void res.status(404).json({ error: 'not found' }));
app.get('/teapot', (_, res) => void res.sendStatus(418));
app.get('/redirect', (_, res) => void res.redirect('/login'));
app.get('/image', (_, res) => void res.type('png').send(everyByte));
app.get('/download', (_, res) => void res.attachment('all.bin').send(everyByte));
app.get('/svg', (_, res) => void res.type('svg').send('<svg/>'));
app.get('/stream', (_, res) => {
  res.type('text').write('one,');
  res.end('two');
});
app.get('/cookie', (_, res) => void res.cookie('one', '1').send('one'));
app.get(
  '/cookies',
  (_, res) => void res.cookie('a', '1', { path: '/' }).cookie('b', '2', { httpOnly: true }).send('two'),
);
app.get('/listed', (_, res) => void res.set('X-Ids', ['1', '2']).send('listed'));
app.get('/throws', () => {
  throw new Error('thrown in a route');
});
app.get('/query', (req, res) => void res.json(req.query));
app.post('/echo', (req, res) => void res.status(201).json(req.body));
app.all('/{*rest}', (req, res) => void res.json({ method: req.method, path: req.path }));

/** Answers with the bytes that it gets. */
const mirror = express();
mirror.use(express.raw({ type: () => true, limit: '6mb' }));
mirror.all('/{*rest}', (req, res) => {
  const bytes = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
  res.set('X-Path', req.path).type('application/octet-stream').send(bytes);
});

const direct = createServer(app);
const binaryTypes = ['image/png', 'application/octet-stream'];
const adapted = adapter.createServer(app, undefined, binaryTypes);
const mirrored = adapter.createServer(mirror, undefined, binaryTypes);

beforeAll(() => new Promise<void>((resolve) => direct.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  direct.close();
  adapted.close();
  mirrored.close();
});

describe('Express 5 behind tencent-serverless-http', () => {
  test.each([
    ['GET', '/text', 200],
    ['GET', '/html', 200],
    ['GET', '/json', 200],
    ['HEAD', '/json', 200],
    ['GET', '/empty', 204],
    ['GET', '/missing', 404],
    ['GET', '/teapot', 418],
    ['GET', '/redirect', 302],
    ['GET', '/image', 200],
    ['GET', '/download', 200],
    ['GET', '/svg', 200],
    ['GET', '/stream', 200],
    ['GET', '/cookie', 200],
    ['GET', '/cookies', 200],
    ['GET', '/throws', 500],
    ['GET', '/nowhere/云', 200],
    ['DELETE', '/nowhere', 200],
  ])('%s %s: the caller gets what Express itself answers', async (method, path, status) => {
    const response = await adapter.proxy(adapted, eventOf(method, path), {}, 'PROMISE').promise;
    expect(response).toBeValidApigwResponse();
    expect(response).toBeValidClbResponse();
    expect(response).toBeValidFunctionUrlResponse();

    const rendered = renderResponse('apigw-response', response);
    const own = await requestDirectly(method, path);
    expect(rendered).toHaveStatus(status);
    expect(own.status).toBe(status);
    expect(rendered).toHaveBodyBytes(own.body);
    for (const name of ['content-type', 'location', 'content-disposition', 'etag']) {
      const value = own.headers[name];
      if (typeof value === 'string') expect(rendered).toHaveHeader(name, [value]);
      else expect(rendered).not.toHaveHeader(name);
    }
    const cookies = own.headers['set-cookie'];
    if (cookies !== undefined) expect(rendered).toHaveHeader('Set-Cookie', cookies);
  });

  test('every byte of an image arrives', async () => {
    const response = await adapter.proxy(adapted, eventOf('GET', '/image'), {}, 'PROMISE').promise;
    expect(response).toMatchObject({ isBase64Encoded: true, body: everyByte.toString('base64') });
    expect(response).toHaveBodyBytes(everyByte);
  });

  test('two cookies stay two headers', async () => {
    const response = await adapter.proxy(adapted, eventOf('GET', '/cookies'), {}, 'PROMISE').promise;
    expect(response).toHaveHeader('Set-Cookie', ['a=1; Path=/', 'b=2; Path=/; HttpOnly']);
    expect(response).toSetCookie('b', '2');
    expect(
      renderResponse('apigw-response', response).headers.filter(([name]) => name === 'set-cookie'),
    ).toEqual([
      ['set-cookie', 'a=1; Path=/'],
      ['set-cookie', 'b=2; Path=/; HttpOnly'],
    ]);
  });

  test('a redirect is accepted with the warning that the documents do not support it', async () => {
    const response = await adapter.proxy(adapted, eventOf('GET', '/redirect'), {}, 'PROMISE').promise;
    expect(response).toRedirectTo('/login');
    expect(checkResponse('apigw-response', response).map((issue) => issue.rule)).toEqual([
      'apigw-response/location',
    ]);
    expect(checkResponse('clb-response', response)).toEqual([]);
  });

  test('a header list other than Set-Cookie is joined by the adapter', async () => {
    const response = await adapter.proxy(adapted, eventOf('GET', '/listed'), {}, 'PROMISE').promise;
    expect(response).toHaveHeader('X-Ids', '1, 2');
  });

  test('a JSON body goes in and out', async () => {
    const event = { ...eventOf('POST', '/echo'), body: '{"name":"云函数"}' };
    Object.assign(event.headers, { 'content-type': 'application/json' });
    const response = await adapter.proxy(adapted, event, {}, 'PROMISE').promise;
    expect(response).toHaveStatus(201);
    expect(response).toHaveJsonBody({ name: '云函数' });
  });

  test('a Base64 body goes in', async () => {
    const body = Buffer.from('a=1&b=%E4%BA%91').toString('base64');
    const event = { ...eventOf('POST', '/echo'), body, isBase64Encoded: true };
    Object.assign(event.headers, { 'content-type': 'application/x-www-form-urlencoded' });
    const response = await adapter.proxy(adapted, event, {}, 'PROMISE').promise;
    expect(response).toHaveJsonBody({ a: '1', b: '云' });
  });

  test.each(rowsToTry([42, 1337, 1211], 1))(
    'the bodies of 200 generated events of seed %i come back byte by byte',
    async (seed) => {
      for (const event of samples(apigw, { seed, count: 200 })) {
        const response = await adapter.proxy(mirrored, event, {}, 'PROMISE').promise;
        expect(response).toBeValidApigwResponse({ strict: true });
        expect(response).toHaveStatus(200);
        expect(response).toHaveHeader('X-Path', event.path);
        const sent = Buffer.from(event.body ?? '', event.isBase64Encoded === true ? 'base64' : 'utf8');
        expect(renderResponse('apigw-response', response)).toHaveBodyBytes(sent);
      }
    },
  );
});

function eventOf(method: string, path: string) {
  return {
    requestContext: {
      serviceId: 'service-f94sy04v',
      path,
      httpMethod: 'ANY',
      identity: {},
      sourceIp: '192.0.2.14',
      stage: 'release',
    },
    headers: { host: 'service-f94sy04v-1250000000.gz.apigw.tencentcs.com', 'x-api-scheme': 'https' },
    pathParameters: {},
    queryStringParameters: {},
    headerParameters: {},
    path: encodeURI(path),
    queryString: {},
    httpMethod: method,
  };
}

/** Asks the same app over HTTP, without the adapter. */
function requestDirectly(
  method: string,
  path: string,
): Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }> {
  const address = direct.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, method, path: encodeURI(path) }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
    })
      .on('error', reject)
      .end();
  });
}
