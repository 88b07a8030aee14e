import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, promises as files, mkdtempSync, readFile, rmSync } from 'node:fs';
import nodeHttp, { createServer, get, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGunzip, createGzip, gzip } from 'node:zlib';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentInvocation, invoke, type ScfContext, settled } from '../../src/runtime/index.js';

type Handler = (
  event: never,
  context: ScfContext,
  callback: (error?: unknown, result?: unknown) => void,
) => unknown;

const pushUrl = 'http://push.example.com/api';
const mocked = setupServer(http.all(pushUrl, () => HttpResponse.json({ errNo: 0 })));
const kinds = async (handler: Handler): Promise<string[]> =>
  (await invoke(handler, {}, { quiet: true })).lateWork.map((work) => work.kind);

let server: Server;
let url = '';
let folder = '';
let pipe = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-late-'));
  pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  mocked.listen({ onUnhandledRequest: 'bypass' });
  server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on('end', () => setTimeout(() => response.end('fine'), 5));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => {
  rmSync(folder, { recursive: true });
  mocked.close();
  server.closeAllConnections();
  server.close();
});

const forgotten: readonly (readonly [name: string, kinds: readonly string[], handler: Handler])[] = [
  ['a timer', ['timer'], async () => void setTimeout(() => {}, 20)],
  ['a timer of 0 ms', ['timer'], async () => void setTimeout(() => {}, 0)],
  ['a sleep', ['timer'], async () => void sleep(20)],
  ['an immediate', ['immediate'], async () => void setImmediate(() => {})],
  ['two timers', ['timer', 'timer'], async () => void [sleep(10), sleep(20)]],
  [
    'an interval',
    ['interval'],
    async () => {
      const interval = setInterval(() => {}, 5);
      setTimeout(() => clearInterval(interval), 500).unref();
    },
  ],
  [
    'a timer behind a callback',
    ['timer'],
    (_e, _c, callback) => {
      setTimeout(() => {}, 20);
      callback(null, 1);
    },
  ],
  ['a fetch', ['call'], async () => void fetch(url)],
  ['a fetch over a connection that is open already', ['call'], async () => void fetch(url)],
  ['a fetch to a mock', ['call'], async () => void fetch(pushUrl, { method: 'POST', body: '{}' })],
  ['a request of node:http', ['call'], async () => void get(url, (response) => response.resume())],
  [
    'a request of node:http to a mock',
    ['call'],
    async () => void nodeHttp.request(pushUrl, { method: 'POST' }, (response) => response.resume()).end('{}'),
  ],
  [
    'a file read',
    ['file'],
    async () => {
      // Nobody has written to the pipe yet.
      void files.readFile(pipe);
      setTimeout(() => files.writeFile(pipe, 'x'), 500).unref();
    },
  ],
  ['a child process', ['process'], async () => void execFile('sleep', ['0.5'])],
  [
    'a server',
    ['server'],
    async () => {
      const listening = createServer();
      listening.listen(0, '127.0.0.1');
      await once(listening, 'listening');
      setTimeout(() => listening.close(), 500).unref();
    },
  ],
  [
    'an open connection',
    ['socket'],
    async () => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      await once(socket, 'connect');
      setTimeout(() => socket.destroy(), 500).unref();
    },
  ],
  ['compression', ['compression'], async () => void gzip(Buffer.alloc(40_000_000), () => {})],
  [
    'an async function that goes on by microtasks alone',
    ['promise'],
    async () => {
      const save = async () => {
        for (let i = 0; i < 20; i++) await null;
      };
      void save();
    },
  ],
  [
    'work of a promise that lost a race',
    ['timer'],
    async () => Promise.race([sleep(20), Promise.resolve('first')]),
  ],
];

const tidy: readonly (readonly [name: string, handler: Handler])[] = [
  ['nothing', async () => 'fine'],
  ['a timer awaited', async () => sleep(5)],
  ['a timer cleared', async () => clearTimeout(setTimeout(() => {}, 1000))],
  ['a timer unreferenced', async () => void setTimeout(() => {}, 20).unref()],
  ["a time limit of one's own, cleared", withOwnTimeLimit],
  [
    'an abort signal with a time limit',
    async () => (await fetch(url, { signal: AbortSignal.timeout(1000) })).text(),
  ],
  ['a fetch awaited', async () => (await fetch(url)).text()],
  ['a fetch awaited over the same connection', async () => (await fetch(url)).text()],
  ['a fetch whose body is not read', async () => (await fetch(url)).status],
  ['a fetch to a mock awaited', async () => (await fetch(pushUrl, { method: 'POST', body: '{}' })).json()],
  ['a fetch that fails', async () => fetch('http://127.0.0.1:1/').catch(() => 'refused')],
  ['an aborted fetch', abortedFetch],
  ['a request of node:http', () => httpGet({})],
  ['a request of node:http without keep-alive', () => httpGet({ agent: false })],
  ['a request of node:http to a mock', mockedPost],
  ['a file read', async () => files.readFile(new URL(import.meta.url))],
  ['a file read by callback', () => new Promise((done) => readFile(new URL(import.meta.url), done))],
  ['a stream read to its end', readStream],
  ['a pipeline', gzipPipeline],
  ['compression by callback', () => new Promise((done) => gzip('x', done))],
  ['an immediate awaited', () => new Promise((done) => setImmediate(done))],
  ['Promise.all', async () => Promise.all([sleep(1), sleep(2), (await fetch(url)).text()])],
  [
    'callback at the end of a chain',
    (_e, _c, callback) => void sleep(1).then((done) => callback(null, done ?? 1)),
  ],
  ['a finally of its own', async () => sleep(1).finally(() => {})],
  ['a child process awaited', () => new Promise((done) => execFile('true', done))],
  ['a throw', async () => Promise.reject(new Error('tidy'))],
  ['an async generator left early', leaveGenerator],
];

async function withOwnTimeLimit(): Promise<unknown> {
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    limit = setTimeout(() => reject(new Error('own limit')), 1000);
  });
  return Promise.race([sleep(1), late]).finally(() => clearTimeout(limit));
}

async function abortedFetch(): Promise<string> {
  const controller = new AbortController();
  const pending = fetch(url, { signal: controller.signal }).catch(() => 'aborted');
  controller.abort();
  return String(await pending);
}

function httpGet(options: object): Promise<void> {
  return new Promise((done) => {
    get(url, options, (response) => response.resume().on('end', done));
  });
}

function mockedPost(): Promise<void> {
  return new Promise((done) => {
    nodeHttp.request(pushUrl, { method: 'POST' }, (response) => response.resume().on('end', done)).end('{}');
  });
}

async function readStream(): Promise<number> {
  let bytes = 0;
  for await (const chunk of createReadStream(new URL(import.meta.url))) bytes += chunk.length;
  return bytes;
}

async function gzipPipeline(): Promise<void> {
  await pipeline(createReadStream(new URL(import.meta.url)), createGzip(), createGunzip(), async (chunks) => {
    for await (const _ of chunks);
  });
}

async function leaveGenerator(): Promise<void> {
  async function* numbers() {
    try {
      for (let i = 0; ; i++) yield i;
    } finally {
      await sleep(1);
    }
  }
  for await (const n of numbers()) if (n === 3) break;
}

describe('late work', () => {
  test.for(forgotten)('finds %s', async ([_name, expected, handler]) => {
    const found = await kinds(handler);
    // The socket under a call may be told, too.
    expect(found.filter((kind) => expected.includes(kind))).toEqual(expected);
    expect(found.filter((kind) => !expected.includes(kind) && kind !== 'socket' && kind !== 'dns')).toEqual(
      [],
    );
  });

  test.for(tidy)('does not accuse %s', async ([name, handler]) => {
    const outcome = await invoke(handler, {}, { quiet: true });
    expect(outcome.statusCode).toBe(name === 'a throw' ? 430 : 200);
    expect(outcome.lateWork).toEqual([]);
  });

  test.for(tidy)('does not accuse %s, 20 times at once', async ([_name, handler]) => {
    const found = await Promise.all(Array.from({ length: 20 }, () => kinds(handler)));
    expect(found.flat()).toEqual([]);
  });

  test('is told apart between invocations that run at once', async () => {
    const [late, fine] = await Promise.all([
      invoke(async () => void sleep(30), {}),
      invoke(async () => sleep(10), {}),
    ]);
    expect(late.lateWork).toMatchObject([{ kind: 'timer' }]);
    expect(fine.lateWork).toEqual([]);
  });

  test('names the place in the handler', async () => {
    async function forgetful(): Promise<void> {
      setTimeout(() => {}, 5);
    }
    const outcome = await invoke(forgetful, {});
    expect(outcome.lateWork[0]?.at).toMatch(/^forgetful \(.*lateWork\.test\.ts:\d+:\d+\)$/);
  });

  test('leaves out servers and connections that a handler keeps on purpose', async () => {
    let kept: Server | undefined;
    const outcome = await invoke((_event: never, context: ScfContext) => {
      kept = createServer().listen(0, '127.0.0.1', () => context.succeed('ready'));
    }, {});
    kept?.close();
    expect(outcome).toMatchObject({ statusCode: 200, waitsForEventLoop: false, lateWork: [] });
  });

  test('still tells of work that would be frozen', async () => {
    const outcome = await invoke((_event: never, context: ScfContext) => {
      setTimeout(() => {}, 5);
      context.succeed('ready');
    }, {});
    expect(outcome.lateWork).toMatchObject([{ kind: 'timer' }]);
  });
});

describe('settled', () => {
  test('waits for the work of the invocation', async () => {
    const done: string[] = [];
    const outcome = await invoke(async () => {
      void sleep(10).then(async () => {
        await sleep(10);
        done.push('second');
      });
    }, {});
    expect(done).toEqual([]);
    expect(await settled(outcome)).toMatchObject({ drained: true, lateWork: [], statusCode: 200 });
    expect(done).toEqual(['second']);
  });

  test('does not wait for the work of others', async () => {
    const foreign = setInterval(() => {}, 1000);
    const outcome = await invoke(async () => 'fine', {});
    expect((await settled(outcome)).drained).toBe(true);
    clearInterval(foreign);
  });

  test('gives up at the time limit, where the platform notes a time-out', async () => {
    let interval: NodeJS.Timeout | undefined;
    const outcome = await invoke(
      async () => {
        interval = setInterval(() => {}, 5);
      },
      {},
      { timeoutMs: 60 },
    );
    expect(await settled(outcome)).toMatchObject({
      drained: false,
      lateWork: [{ kind: 'interval' }],
      statusCode: 433,
    });
    clearInterval(interval);
  });

  test('tells the errors that came after the answer', async () => {
    const outcome = await invoke(async () => {
      void sleep(5).then(() => {
        throw new Error('too late');
      });
      setTimeout(() => {
        throw new TypeError('uncaught');
      }, 10);
    }, {});
    expect(outcome).toMatchObject({ ok: true, lateErrors: [] });
    const rest = await settled(outcome);
    expect(rest.lateErrors.map(({ name, message }) => `${name}: ${message}`)).toEqual([
      'Error: too late',
      'TypeError: uncaught',
    ]);
  });

  test('waits for calls that fakes announce', async () => {
    const order: string[] = [];
    const outcome = await invoke(async () => {
      const end = currentInvocation()?.beginCall('push');
      queueMicrotask(async () => {
        await sleep(10);
        order.push('pushed');
        end?.();
      });
    }, {});
    expect(outcome.lateWork).toContainEqual({ kind: 'call', what: 'push' });
    await settled(outcome);
    expect(order).toEqual(['pushed']);
  });
});

describe('currentInvocation', () => {
  test('follows an invocation through awaits and timers, and knows whether it has answered', async () => {
    const seen: unknown[] = [];
    const note = () => {
      const current = currentInvocation();
      seen.push([current?.requestId, current?.answered]);
    };
    const outcome = await invoke(
      async () => {
        await sleep(1);
        note();
        setTimeout(note, 5);
      },
      {},
      { context: { request_id: 'request-1' } },
    );
    await settled(outcome);
    expect(seen).toEqual([
      ['request-1', false],
      ['request-1', true],
    ]);
    expect(currentInvocation()).toBeUndefined();
  });
});
