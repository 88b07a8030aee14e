import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadTrigger, sample } from '../../src/core.js';
import { type RunningServer, type ServeOptions, serve } from '../../src/fakes/index.js';
import { runCli, temporaryDirectory } from './runCli.js';

/** What a server has got of a request. */
interface Got {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server that answers with the given statuses by turns; the last one stays. */
async function server(statuses: readonly number[] = [200], host = '127.0.0.1') {
  const got: Got[] = [];
  const listening: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    got.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    response.statusCode = statuses[got.length - 1] ?? statuses.at(-1) ?? 200;
    response.end(response.statusCode === 200 ? '{"a":1}' : 'it\nbroke');
  });
  await new Promise<void>((done) => listening.listen(0, host, done));
  onTestFinished(() => void listening.close());
  const { port } = listening.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, got };
}

async function served(options: ServeOptions): Promise<RunningServer> {
  const running = await serve(options);
  onTestFinished(() => running.close());
  return running;
}

const send = (...words: string[]) => runCli(['send', ...words]);
/** Times differ. */
const plain = (text: string) => text.replaceAll(/\b\d+ ms/g, 'N ms');

describe('the server of an image', () => {
  test('gets each event as the platform sends it, and its answers are told', async () => {
    const { url, got } = await server();
    const { stdout, stderr, exitCode } = await send(
      'timer',
      '--to',
      url,
      '--count',
      '2',
      '--set',
      'Message=x',
    );
    expect(plain(stdout)).toBe('timer 0: 200, N ms, 7 bytes\ntimer 1: 200, N ms, 7 bytes\n');
    expect([stderr, exitCode]).toEqual([`Sent 2 events to ${url}: all taken.\n`, 0]);
    expect(got.map(({ method, url: path }) => `${method} ${path}`)).toEqual(
      Array(2).fill('POST /event-invoke'),
    );
    const [first] = got;
    expect(first?.headers).toMatchObject({
      'user-agent': 'Go-http-client/1.1',
      'content-type': 'application/json',
      'x-scf-request-id': expect.any(String),
      connection: 'close',
    });
    const timer = await loadTrigger('timer');
    const drawn = sample(timer, { index: 0, seed: '42', overrides: { Message: 'x' } as never });
    expect(JSON.parse(first?.body ?? '')).toEqual(drawn);
  });

  test('gets edge cases by their names, and recorded events of files', async () => {
    const { url, got } = await server();
    const edge = await send('timer', '--to', url, '--edge', 'leap-day');
    expect(plain(edge.stdout)).toBe('timer leap-day: 200, N ms, 7 bytes\n');
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, 'two.json'), JSON.stringify([JSON.parse(got[0]?.body ?? ''), { other: 1 }]));
    const unknown = await runCli(['send', '--file', 'two.json', '--to', url], { cwd });
    expect(unknown.stderr).toContain('Cannot send two.json[1]: it looks like no event that a trigger sends.');
    expect([unknown.exitCode, got.length]).toEqual([2, 1]);
    const named = await runCli(['send', 'invoke', '--file', 'two.json', '--to', url], { cwd });
    expect(plain(named.stdout)).toBe('two.json[0]: 200, N ms, 7 bytes\ntwo.json[1]: 200, N ms, 7 bytes\n');
    expect(got[2]?.body).toBe('{"other":1}');
  });
});

describe('an event on which the function fails', () => {
  test('is told, and exits with 1', async () => {
    const { url, got } = await server([500, 200]);
    const { stdout, stderr, exitCode } = await send('timer', '--to', url, '--count', '2');
    expect(plain(stdout)).toBe(
      'timer 0: 430, N ms, 0 bytes, failed: HTTP 500 it\ntimer 1: 200, N ms, 7 bytes\n',
    );
    expect([stderr, exitCode, got.length]).toEqual([`Sent 2 events to ${url}: 1 failed.\n`, 1, 2]);
  });

  test.each([
    ['timer', [500], 3, ', try 3 of 3, which the platform makes after 60 s: 430', 1],
    ['timer', [500, 200], 2, ', try 2 of 3, which the platform makes after 60 s: 200', 0],
    ['ckafka', [500], 11, ', try 11 of 10001, which the platform makes at once: 430', 1],
    ['apigw', [500], 1, 'apigw 0: 430', 1],
  ])('of %s is sent again by the rule of the trigger (%j)', async (kind, statuses, tries, last, code) => {
    const { url, got } = await server(statuses);
    const { stdout, exitCode } = await send(kind, '--to', url, '--retries');
    expect([got.length, exitCode]).toEqual([tries, code]);
    expect(stdout.trimEnd().split('\n').at(-1)).toContain(last);
    expect(new Set(got.map(({ body }) => body)).size).toBe(1);
  });

  test('is sent again as often as asked for at the most, and is waited for where that is asked for', async () => {
    const { url, got } = await server([500]);
    const { stderr } = await send('ckafka', '--to', url, '--retries', '2', '--wait');
    expect([got.length, stderr]).toEqual([3, `Sent 1 event to ${url}: 1 failed, after 2 retries.\n`]);
  });

  test('is one without an answer, too', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    onTestFinished(() => {
      silent.closeAllConnections();
      silent.close();
    });
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const web = await send('web', '--to', url, '--timeout', '50');
    expect(plain(web.stdout)).toBe('web 0: N ms, 0 bytes, failed: no answer within N ms\n');
    const image = await send('timer', '--to', url, '--timeout', '50');
    expect(plain(image.stdout)).toMatch(/^timer 0: 433, N ms, 0 bytes, failed: /);
    expect([web.exitCode, image.exitCode]).toEqual([1, 1]);
  });
});

describe('what serve offers', () => {
  const failing = async (event: { readonly Message?: string }) => {
    if (event.Message !== 'good') throw new RangeError('bad');
    return 'ok';
  };

  test('as Invoke API takes events of any kind, signed', async () => {
    const { url } = await served({ kind: 'invoke', handler: failing });
    const good = await send('timer', '--to', url, '--as', 'invoke-api', '--set', 'Message=good');
    expect([plain(good.stdout), good.exitCode]).toEqual(['timer 0: 200, N ms, 4 bytes\n', 0]);
    const bad = await send('timer', '--to', url, '--as', 'invoke-api', '--set', 'Message=bad', '--retries');
    expect(bad.stdout.match(/failed: .*RangeError: bad/g)).toHaveLength(3);
    expect(bad.exitCode).toBe(1);
    const other = await send('timer', '--to', url, '--as', 'invoke-api', '--function', 'other');
    expect(other.stdout).toContain('failed: ResourceNotFound');
  });

  test('as Invoke API is no server of an image, which is told', async () => {
    const { url } = await served({ kind: 'invoke', handler: failing });
    const { stdout, exitCode } = await send('timer', '--to', url);
    expect([stdout, exitCode]).toEqual([expect.stringContaining('Take --as invoke-api\n'), 1]);
  });

  test.each([['apigw'], ['function-url'], ['clb']])(
    'as gateway takes requests that events of %s stand for',
    async (kind) => {
      const events: { readonly path?: string; readonly httpMethod?: string; readonly body?: string }[] = [];
      const handler = async (event: (typeof events)[number]) => {
        events.push(event);
        return { statusCode: 200, headers: {}, body: 'ok', isBase64Encoded: false };
      };
      const { url } = await served({ kind: 'apigw', handler, allowHosts: ['*'] });
      const { stdout, exitCode } = await send(kind, '--to', url, '--as', 'requests', '--count', '3');
      expect([plain(stdout), exitCode]).toEqual([
        [0, 1, 2].map((index) => `${kind} ${index}: 200, N ms, 2 bytes\n`).join(''),
        0,
      ]);
      const drawn = await Promise.all(
        [0, 1, 2].map(async (index) => sample(await loadTrigger(kind), { index, seed: '42' })),
      );
      const inEvent = drawn.map((event) => {
        const { path, httpMethod, headers } = event as {
          path?: string;
          httpMethod?: string;
          headers: Record<string, string>;
        };
        return [httpMethod ?? headers['X-Method'], path ?? String(headers['X-Uri']).split('?')[0]];
      });
      expect(events.map(({ httpMethod, path }) => [httpMethod, path])).toEqual(inEvent);
    },
  );

  test('refuses pages of other sites, and that is noted', async () => {
    const { url } = await served({ kind: 'apigw', handler: async () => 'ok' });
    const cwd = temporaryDirectory();
    const event = {
      httpMethod: 'GET',
      path: '/',
      headers: { origin: 'https://shop.example.com' },
      queryString: {},
    };
    writeFileSync(join(cwd, 'page.json'), JSON.stringify(event));
    const words = ['send', 'apigw', '--file', 'page.json', '--to', url, '--as', 'requests'];
    const { stdout, stderr } = await runCli(words, { cwd });
    expect(plain(stdout)).toBe('page.json: 403, N ms, 0 bytes\n');
    expect(stderr).toContain("Note: An empty 403 is what serve answers to requests of other sites' pages");
  });
});

describe('requests of the kind web', () => {
  test('go over plain HTTP, as a client writes them; a refusal is no failure, an error of the server is', async () => {
    const { url, got } = await server([404, 500, 443]);
    const { stdout, exitCode } = await send('web', '--to', url, '--count', '3', '--set', 'path=/a b');
    expect(
      plain(stdout)
        .split('\n')
        .map((line) => line.replace(/ bytes.*failed/, ' bytes, failed')),
    ).toEqual([
      expect.stringMatching(/^web 0: 404, N ms, 8 bytes$/),
      'web 1: 500, N ms, 8 bytes, failed: it',
      'web 2: 443, N ms, 8 bytes, failed: it',
      '',
    ]);
    expect(exitCode).toBe(1);
    expect(got.every(({ url: target }) => target.startsWith('/a%20b'))).toBe(true);
    expect(got[0]?.headers.host).toBe(url.slice('http://'.length));
    expect(got[0]?.headers).not.toHaveProperty('x-forwarded-for');
  });

  test('have the bytes of their edge cases', async () => {
    const { url, got } = await server();
    const { exitCode } = await send('web', '--to', url, '--edges');
    expect(exitCode).toBe(0);
    const { edgeCases } = await loadTrigger('web');
    expect(got).toHaveLength(edgeCases.length);
  });
});

describe('nothing is sent', () => {
  test('to another machine, unless that is allowed', async () => {
    const { port, got } = await server([200], '0.0.0.0');
    // For this machine it is an address like any other, of which nobody knows where it leads.
    const words = ['timer', '--to', `http://0.0.0.0:${port}`];
    const refused = await send(...words);
    expect(refused).toMatchObject({ stdout: '', exitCode: 2 });
    expect(refused.stderr).toContain(
      '0.0.0.0 is another machine, where events may do harm. Take --allow-remote',
    );
    expect(got).toEqual([]);
    expect(await send(...words, '--allow-remote')).toMatchObject({ exitCode: 0 });
    expect(got).toHaveLength(1);
  });

  test.each([
    ['http://example.com', /example\.com is another machine/],
    ['http://localhost.example.com:9000', /is another machine/],
    ['http://127.0.0.1.example.com:9000', /is another machine/],
    ['http://192.0.2.1:9000', /is another machine/],
    ['http://[::ffff:192.0.2.1]:9000', /is another machine/],
    ['http://127.0.0.1:80@example.com', /is no address of a server/],
    ['http://127.0.0.1:9000/path', /is no address of a server/],
    ['https://scf.tencentcloudapi.com', /is no address of a server/],
    ['127.0.0.1:9000', /is no address of a server/],
  ])('to %s', async (to, sentence) => {
    const { stderr, exitCode } = await send('timer', '--to', to);
    expect(stderr).toMatch(sentence);
    expect([stderr.trimEnd().split('\n').length, exitCode]).toEqual([1, 2]);
  });

  test('where nobody listens', async () => {
    const { url, port } = await server();
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const free = (closed.address() as AddressInfo).port;
    await new Promise((done) => closed.close(done));
    expect(free).not.toBe(port);
    const { stderr, exitCode } = await send('timer', '--to', url.replace(`${port}`, `${free}`));
    expect(stderr).toMatch(
      /^scf-fixtures: Cannot send to http:\S+: nobody listens there\. Start the function first, .*\n$/,
    );
    expect(exitCode).toBe(2);
  });

  test.each([
    [['timr'], /did you mean "timer"/],
    [['timer', '--edge', 'leap-dya'], /did you mean "leap-day"/],
    [['timer', '--as', 'requests'], /Cannot send this event over HTTP: it is no request of a client\./],
    [['timer', '--as', 'lambda'], /Cannot send as lambda: take one of image, invoke-api, requests\./],
    [['timer', '--wait'], /Cannot take --wait alone/],
    [['timer', '--count', '0'], /--count 0/],
    [['timer', '--retries', '0'], /--retries 0/],
    [[], /Cannot send nothing: name a kind/],
  ])('of %j', async (words, sentence) => {
    const { url, got } = await server();
    const { stderr, exitCode } = await send(...words, '--to', url);
    expect(stderr).toMatch(sentence);
    expect([exitCode, got.length]).toEqual([2, 0]);
  });
});
