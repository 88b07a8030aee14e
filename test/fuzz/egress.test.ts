import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { FuzzOptions } from '../../src/fuzz/index.js';
import { type TimerEvent, timer } from '../../src/index.js';
import type { OptionSpecs } from '../../src/kernel/trigger.js';
import { casesToTry } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

/** A process that counts what arrives, as somebody's database would see it. */
const counting = `
const net = require('node:net');
const dgram = require('node:dgram');
let arrived = 0;
const server = net.createServer((socket) => { arrived++; socket.on('error', () => {}); socket.end('HTTP/1.1 200 OK\\r\\ncontent-length: 0\\r\\n\\r\\n'); });
const udp = dgram.createSocket('udp4');
udp.on('message', () => arrived++);
server.listen(0, '127.0.0.1', () => udp.bind(server.address().port, '127.0.0.1', () => console.log(server.address().port)));
process.stdin.on('data', () => console.log(arrived));
`;
const outside = spawn(process.execPath, ['-e', counting], { stdio: ['pipe', 'pipe', 'inherit'] });
const lines = createInterface({ input: outside.stdout })[Symbol.asyncIterator]();
const told = async () => Number((await lines.next()).value);
let port = 0;

beforeAll(async () => {
  port = await told();
  // The first to load them would wait for that, on a busy machine longer than it may take.
  await Promise.all(['node:tls', 'node:http2', 'node:dgram', 'undici'].map((name) => import(name)));
});
afterAll(() => outside.kill());

/** How many connections and datagrams have come to the process outside so far. */
async function arrived(): Promise<number> {
  outside.stdin.write('?');
  return told();
}

type Handle = (event: { TriggerName: string }, port: number) => unknown;

/** What is played is looked at for what it reaches, and not judged. */
const onlyProperty = onlyOracles('property');

type Options = Pick<
  FuzzOptions<TimerEvent, OptionSpecs, undefined>,
  'allow' | 'allowRun' | 'answers' | 'http' | 'learn' | 'oracles' | 'runs'
>;

async function fuzzed(handle: Handle, options: Options = {}) {
  return findUnshrunk(() => async (event) => handle(event, port), {
    trigger: timer,
    runs: casesToTry(1, 3),
    timeoutMs: 10_000,
    maxFailures: 50,
    property: () => true,
    oracles: onlyProperty,
    ...options,
  });
}

const ended = (socket: { once(event: string, done: (error?: Error) => void): unknown }) =>
  new Promise<void>((done, fail) => {
    socket.once('error', (error) => fail(error));
    socket.once('close', () => done());
  });

const ways: Readonly<Record<string, Handle>> = {
  'net.connect': async (event, to) => {
    const { connect } = await import('node:net');
    const socket = connect(to, '127.0.0.1', () => socket.end(event.TriggerName));
    await ended(socket);
  },
  'new Socket().connect': async (_event, to) => {
    const { Socket } = await import('node:net');
    await ended(new Socket().connect({ port: to, host: 'localhost' }));
  },
  'tls.connect': async (_event, to) => {
    const { connect } = await import('node:tls');
    await ended(connect({ port: to, host: '127.0.0.1', rejectUnauthorized: false }));
  },
  'http2.connect, and nobody answers': async (_event, to) => {
    const { connect } = await import('node:http2');
    await ended(connect(`http://127.0.0.1:${to}`));
  },
  'a datagram': async (_event, to) => {
    const { createSocket } = await import('node:dgram');
    const socket = createSocket('udp4');
    await new Promise<void>((done, fail) =>
      socket.send('x', to, '127.0.0.1', (error) => (error ? fail(error) : done())),
    ).finally(() => socket.close());
  },
  'fetch, and nobody answers': (_event, to) => fetch(`http://127.0.0.1:${to}/`),
  'a client of undici, and nobody answers': async (_event, to) => {
    const { Client } = await import('undici');
    const client = new Client(`http://127.0.0.1:${to}`);
    await client.request({ path: '/', method: 'GET' }).finally(() => client.destroy());
  },
};

describe('nothing leaves the process', () => {
  test.each(Object.entries(ways))('by %s', async (name, handle) => {
    const before = await arrived();
    const { warnings } = await fuzzed(handle, name.endsWith('nobody answers') ? { http: false } : {});
    expect(await arrived()).toBe(before);
    const scheme = name === 'a datagram' ? 'udp' : 'tcp';
    expect(warnings).toContainEqual(
      expect.stringMatching(new RegExp(`^${scheme} (127\\.0\\.0\\.1|localhost):${port} was refused`)),
    );
  });

  test('unless it is allowed', async () => {
    const before = await arrived();
    await fuzzed(ways['net.connect'] as Handle, { allow: [`127.0.0.1:${port}`], runs: 1 });
    expect(await arrived()).toBeGreaterThan(before);
  });

  test('by what a module does while it is loaded', async () => {
    const before = await arrived();
    const { warnings } = await findUnshrunk(
      async () => {
        const { connect } = await import('node:net');
        connect(port, '127.0.0.1').on('error', () => undefined);
        return async () => 1;
      },
      { trigger: timer, runs: 2, oracles: onlyOracles('crash') },
    );
    expect(await arrived()).toBe(before);
    expect(warnings).toContainEqual(expect.stringContaining(`tcp 127.0.0.1:${port} was refused`));
  });

  test('by what a handler does after the run', async () => {
    const before = await arrived();
    const late: (() => void)[] = [];
    await fuzzed(async (_event, to) => {
      const { AsyncResource } = await import('node:async_hooks');
      const { connect } = await import('node:net');
      late.push(AsyncResource.bind(() => void connect(to, '127.0.0.1').on('error', () => undefined)));
    });
    for (const send of late) send();
    await new Promise((done) => setTimeout(done, 20));
    expect(await arrived()).toBe(before);
  });

  test('by name: a look-up is refused and told', async () => {
    const { warnings } = await fuzzed(async () => {
      const { promises } = await import('node:dns');
      await promises.resolve4('db.example.com');
    });
    expect(warnings).toContainEqual(expect.stringMatching(/^dns db\.example\.com was refused/));
  });

  test.each<[string, Handle]>([
    ['spawn', async () => (await import('node:child_process')).spawn('touch', ['/tmp/x'])],
    ['spawnSync', async () => (await import('node:child_process')).spawnSync('touch', ['/tmp/x'])],
    ['execSync', async () => (await import('node:child_process')).execSync('touch /tmp/x')],
    ['exec', async () => (await import('node:child_process')).exec('touch /tmp/x')],
    [
      'a promise of exec',
      async () => {
        const { promisify } = await import('node:util');
        await promisify((await import('node:child_process')).exec)('touch /tmp/x');
      },
    ],
    ['fork', async () => (await import('node:child_process')).fork('/tmp/x.js')],
    ['a worker', async () => new (await import('node:worker_threads')).Worker('0', { eval: true })],
  ])('by another process or thread: %s', async (_name, handle) => {
    const { warnings } = await fuzzed(async (event, to) => {
      const child = await handle(event, to);
      if (typeof child === 'object' && child !== null && 'once' in child)
        (child as NodeJS.EventEmitter).once('error', () => undefined);
    });
    expect(warnings).toContainEqual(expect.stringMatching(/^(child_process\.\w+|new Worker) .*was refused/));
  });
});

test('no signal reaches another process', async () => {
  const other = spawn('sleep', ['100'], { stdio: 'ignore' });
  onTestFinished(() => void other.kill());
  const { warnings } = await fuzzed(async () => process.kill(Number(other.pid), 'SIGTERM'));
  expect(warnings).toContainEqual(expect.stringMatching(/^process\.kill \d+ was refused/));
  await fuzzed(async () => process.kill(Number(other.pid), 0));
  expect([other.exitCode, other.signalCode]).toEqual([null, null]);
});

describe('a server of this process', () => {
  test('is reached, and that is no outside call', async () => {
    let requests = 0;
    const server = createServer((_request, response) => {
      requests++;
      response.end('hello');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port: own } = server.address() as AddressInfo;
    const { warnings, weakness } = await fuzzed(async () => (await fetch(`http://127.0.0.1:${own}/`)).text());
    server.close();
    expect(requests).toBeGreaterThan(0);
    expect(weakness).toContainEqual(expect.stringContaining('No effect of the handler was seen'));
    expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  });

  test('is reached by a socket of the file system, as adapters keep one', async () => {
    let requests = 0;
    const path = join(mkdtempSync(join(tmpdir(), 'scf-socket-')), 'own.sock');
    onTestFinished(() => rmSync(dirname(path), { recursive: true, force: true }));
    const server = createServer((_request, response) => {
      requests++;
      response.end('hello');
    })
      .listen(path)
      .unref();
    await once(server, 'listening');
    const ask = () =>
      new Promise<string>((done, fail) => {
        httpRequest({ socketPath: path, path: '/' }, (response) => {
          response.resume().once('end', () => done(String(response.statusCode)));
        })
          .once('error', fail)
          .end();
      });
    const { warnings } = await fuzzed(ask);
    server.close();
    expect(requests).toBeGreaterThan(0);
    expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  });
});

test('requests of undici itself are outside calls like any', async () => {
  const { request, fetch: undiciFetch } = await import('undici');
  const before = await arrived();
  const bodies: unknown[] = [];
  const { warnings, failures } = await fuzzed(
    async (event, to) => {
      const { body, statusCode } = await request(`http://127.0.0.1:${to}/orders?a=1`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(event),
      });
      bodies.push(statusCode, await body.json());
      await (await undiciFetch('https://example.com/', { method: 'PUT', body: 'x' })).text();
    },
    // The answers have the form that the code reads.
    { learn: true, oracles: onlyOracles('redelivery') },
  );
  expect(await arrived()).toBe(before);
  expect(bodies.slice(0, 2)).toEqual([200, {}]);
  expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  expect(failures.map(({ oracle, what }) => [oracle, what])).toContainEqual(['redelivery', 'POST']);
});

test.each<[string, (undici: typeof import('undici'), to: number) => Promise<{ statusCode: number }>]>([
  [
    'an agent of its own',
    ({ Agent, request }, to) =>
      request(`http://127.0.0.1:${to}/orders`, { method: 'POST', dispatcher: new Agent({ connections: 2 }) }),
  ],
  [
    'a pool for one server',
    ({ Pool }, to) => new Pool(`http://127.0.0.1:${to}`).request({ path: '/orders', method: 'POST' }),
  ],
  [
    'a client for one server',
    ({ Client }, to) => new Client(`http://127.0.0.1:${to}`).request({ path: '/orders', method: 'POST' }),
  ],
])('requests of undici by %s are outside calls like any', async (_what, send) => {
  const undici = await import('undici');
  const before = await arrived();
  const statuses: number[] = [];
  const { warnings, failures } = await fuzzed(
    async (_event, to) => void statuses.push((await send(undici, to)).statusCode),
    { oracles: onlyOracles('redelivery') },
  );
  expect(await arrived()).toBe(before);
  expect(statuses[0]).toBe(200);
  expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  expect(failures.map(({ oracle, what }) => [oracle, what])).toContainEqual(['redelivery', 'POST']);
});

test('requests of http2 are outside calls like any, and can fail', async () => {
  const http2 = await import('node:http2');
  const before = await arrived();
  const seen: unknown[] = [];
  const sent = async (event: { readonly TriggerName: string }, to: number): Promise<unknown> => {
    const session = http2.connect(`http://127.0.0.1:${to}`);
    const stream = session.request({ ':method': 'POST', ':path': '/orders?a=1', 'x-of': 'me' });
    stream.setEncoding('utf8');
    stream.end(JSON.stringify(event));
    const [headers] = (await once(stream, 'response')) as [Record<string, unknown>];
    const body = (await stream.toArray()).join('');
    await new Promise<void>((done) => session.close(done));
    return [headers[':status'], headers['content-type'], body];
  };
  const options: Options = {
    oracles: onlyOracles('redelivery', 'retry-after-fault', 'late-work', 'unhandled-rejection'),
    answers: { 'POST http://127.0.0.1*/orders': { id: 7 } },
  };
  const { warnings, failures } = await fuzzed(
    async (event, to) => void seen.push(await sent(event, to)),
    options,
  );
  expect(await arrived()).toBe(before);
  expect(seen[0]).toEqual([200, 'application/json', '{"id":7}']);
  expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  expect(failures.map(({ oracle, what }) => [oracle, what])).toEqual([['redelivery', 'POST']]);
  const caught = async (event: Parameters<Handle>[0], to: number) =>
    void (await sent(event, to).catch(() => 0));
  const { failures: swallowed } = await fuzzed(caught, { oracles: onlyOracles('swallowed-failure') });
  expect(swallowed.map(({ what }) => what)).toEqual([`POST http://127.0.0.1:${port}/orders fails`]);
});

test('what is asked by HTTP/2 is answered as by HTTP/1', async () => {
  const { got } = await import('got');
  const http2 = await import('node:http2');
  const seen: unknown[] = [];
  const { failures, warnings } = await fuzzed(
    async () => {
      const session = http2.connect('https://api.example.com');
      const stream = session.request({ ':path': '/items' });
      seen.push((await stream.toArray()).join(''), await got('https://api.example.com/items').text());
      session.close();
    },
    { answers: { 'GET https://api.example.com/items': [1] }, oracles: onlyOracles('crash', 'late-work') },
  );
  expect(seen.slice(0, 2)).toEqual(['[1]', '[1]']);
  expect([failures, warnings]).toEqual([[], []]);
});

test('a handler that fails on a refusal is not accused: the run proves little, and says what was refused', async () => {
  const { failures, verdict, weakness, warnings } = await fuzzed(ways['net.connect'] as Handle, {
    oracles: {},
  });
  expect([failures, verdict]).toEqual([[], 'proves-little']);
  expect(weakness.join()).toContain('was refused');
  expect(warnings).toContainEqual(expect.stringContaining('--allow-net'));
});

test('code that belongs to no handler connects as ever while a handler is fuzzed', async () => {
  const before = await arrived();
  const { connect } = await import('node:net');
  await Promise.all([fuzzed(() => 1), ended(connect(port, '127.0.0.1').resume())]);
  expect(await arrived()).toBe(before + 1);
});
