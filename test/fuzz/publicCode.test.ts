import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { isIP } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import express from 'express';
import { scf } from 'tencentcloud-sdk-nodejs-scf';
import { expect, onTestFinished, test } from 'vitest';
import type { HandlerFactory } from '../../src/fuzz/index.js';
import { apigw, ckafka, cos, functionUrl, type Trigger, timer } from '../../src/index.js';
import { casesToTry, isNightly, onePerKind } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

/** What the tests use of tencent-serverless-http, which has no types. */
interface Adapter {
  createServer(app: unknown): unknown;
  proxy(
    server: unknown,
    event: unknown,
    context: unknown,
    way: 'PROMISE',
  ): { readonly promise: Promise<unknown> };
}
const { createServer, proxy }: Adapter = createRequire(import.meta.url)('tencent-serverless-http');

type Make = HandlerFactory<never, undefined>;
type Query = { readonly queryString: Readonly<Record<string, unknown>>; readonly path: string };
type Timer = { readonly Time: string; readonly TriggerName: string; readonly Message: string };

async function toldBy(
  trigger: Trigger,
  create: Make,
  oracle: string,
  edges = isNightly,
): Promise<readonly string[]> {
  const { failures } = await findUnshrunk(create, {
    trigger: trigger as Trigger<never, Record<never, never>>,
    runs: casesToTry(3, 10),
    maxFailures: 1,
    edges,
    oracles: onlyOracles(oracle),
  });
  return failures.map(({ oracle }) => oracle);
}

type Http = { readonly headers: Readonly<Record<string, string>> };
type Objects = {
  readonly Records: readonly {
    readonly cos: { readonly cosObject: { readonly url: string; readonly size: number } };
  }[];
};
type Batch = {
  readonly Records: readonly {
    readonly Ckafka: { topic: string; partition: number; offset: number; msgBody: string };
  }[];
};

/** The beginning of a picture in PNG. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64');

const putBytes = (body: Buffer) =>
  fetch('https://example.com/last.png', { method: 'PUT', body: new Uint8Array(body) });

/** Writes a batch by one request, as clients of Elasticsearch do. */
async function bulk({ Records }: Batch, idOf: (record: Batch['Records'][number]['Ckafka']) => object) {
  const lines = Records.flatMap(({ Ckafka }) => [
    JSON.stringify({ index: { _index: 'records', ...idOf(Ckafka) } }),
    JSON.stringify({ body: Ckafka.msgBody }),
  ]);
  const body = `${lines.join('\n')}\n`;
  const response = await fetch('https://example.com/_bulk', { method: 'POST', body });
  if (!response.ok) throw new Error(`answered ${response.status}`);
}
const bulkById = () => (event: Batch) =>
  bulk(event, ({ topic, partition, offset }) => ({ _id: `${topic}-${partition}-${offset}` }));

/** Every other record has an id. */
const bulkOfBoth = () => (event: Batch) =>
  bulk(event, ({ offset }) => (offset % 2 === 0 ? { _id: `${offset}` } : {}));
const bulkOfFirst = () => (event: Batch) => bulk({ Records: event.Records.slice(0, 1) }, () => ({}));

const store = async (lines: readonly string[]) => {
  await fetch('https://example.com/last.ndjson', { method: 'PUT', body: lines.join('\n') });
};

async function storeBatch(event: Batch, records: Batch['Records']) {
  const lines = records.map(({ Ckafka }) => JSON.stringify({ at: Ckafka.offset, body: Ckafka.msgBody }));
  await putFile(event, lines.join('\n'));
}

/** Tells of all messages at once that are long enough to say something. */
async function alert(records: Batch['Records']) {
  const worth = records.map(({ Ckafka }) => Ckafka.msgBody).filter((body) => body.length > 3);
  if (worth.length === 0) return;
  await fetch('https://example.com/alerts', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': JSON.stringify(records[0]) },
    body: JSON.stringify(worth.map((text) => ({ text }))),
  });
}

/** Stores what is named after where a batch starts. */
async function putFile({ Records: [first] }: Batch, body: string) {
  const { topic, partition, offset } = (first as Batch['Records'][number]).Ckafka;
  const url = `https://example.com/${encodeURIComponent(topic)}/${partition}/${offset}.ndjson`;
  await fetch(url, { method: 'PUT', body });
}

const cloud = (action: string, body: object) =>
  fetch('https://scf.tencentcloudapi.com/', {
    method: 'POST',
    headers: { 'x-tc-action': action },
    body: JSON.stringify(body),
  });

const answer = (body: string) => ({ isBase64Encoded: false, statusCode: 200, headers: {}, body });

type Pair = readonly [what: string, Trigger, correct: Make, broken: Make, oracle: string];

/** Code as people write it: correct, though a simpler fuzzer complains of it; and the twin that it is told of. */
const cases: readonly Pair[] = [
  [
    'a batch is written at once, its records without ids',
    ckafka,
    () => (event: Batch) => bulk(event, () => ({})),
    bulkOfFirst,
    'split-batch',
  ],
  [
    'a batch is written at once, some of its records without ids',
    ckafka,
    bulkOfBoth,
    bulkOfFirst,
    'split-batch',
  ],
  [
    'a query is passed on in the order in which it came',
    apigw,
    () => async (event: Query) =>
      answer(new URLSearchParams(event.queryString as Record<string, string>).toString()),
    () => async (event: Query) => answer(`first: ${Object.keys(event.queryString)[0] ?? 'none'}`),
    'equivalent-form',
  ],
  [
    'a query is answered as JSON',
    apigw,
    () => async (event: Query) => answer(JSON.stringify({ path: event.path, query: event.queryString })),
    () => async (event: Query) => answer(JSON.stringify(Object.keys(event.queryString)[0] ?? 'none')),
    'equivalent-form',
  ],
  [
    'a query is stored as JSON',
    apigw,
    () => async (event: Query) => {
      const body = JSON.stringify({ path: event.path, asked: JSON.stringify(event.queryString) });
      await fetch('https://example.com/last', { method: 'PUT', body });
      return answer('');
    },
    () => async (event: Query) => {
      const body = JSON.stringify({ asked: Object.values(event.queryString)[0] });
      await fetch('https://example.com/last', { method: 'PUT', body });
      return answer('');
    },
    'equivalent-form',
  ],
  [
    'documents are written by a bulk under ids of their own',
    ckafka,
    bulkById,
    () => (event: Batch) => bulk(event, () => ({})),
    'redelivery',
  ],
  [
    'documents of a batch that is cut otherwise are the same',
    ckafka,
    bulkById,
    () => (event: Batch) => bulk(event, () => ({})),
    'split-batch',
  ],
  [
    'a batch is one file, named after where it starts',
    ckafka,
    () => (event: Batch) => storeBatch(event, event.Records),
    () => (event: Batch) => storeBatch(event, event.Records.slice(0, 1)),
    'split-batch',
  ],
  [
    'a batch is one request with what is worth a message of it',
    ckafka,
    () => (event: Batch) => alert(event.Records),
    () => (event: Batch) => alert(event.Records.slice(-1)),
    'split-batch',
  ],
  ...(
    [
      ['of lines', (lines: string[]) => lines.join('\n')],
      ['of lines as JSON', (lines: string[]) => JSON.stringify(lines.map((line) => JSON.stringify([line])))],
      ['of JSON', (lines: string[]) => `{ "count": ${lines.length}, "records": [${lines.join(', ')}] }`],
    ] as const
  ).map(([what, bodyOf]): Pair => {
    const storeShort = (event: Batch, records: Batch['Records']) =>
      putFile(
        event,
        bodyOf(records.map(({ Ckafka }) => JSON.stringify({ body: Ckafka.msgBody.slice(0, 3) }))),
      );
    return [
      `a batch is one file ${what} in which hardly a word stands`,
      ckafka,
      () => (event: Batch) => storeShort(event, event.Records),
      () => (event: Batch) => storeShort(event, event.Records.slice(0, 1)),
      'split-batch',
    ];
  }),
  [
    'lines are an object each',
    ckafka,
    () => async (event: Batch) =>
      store(event.Records.map(({ Ckafka }) => JSON.stringify({ body: Ckafka.msgBody }))),
    () => async (event: Batch) => store(event.Records.map(({ Ckafka }) => `{"body":"${Ckafka.msgBody}"}`)),
    'broken-syntax',
  ],
  ...(
    [
      ['is compressed', gzipSync],
      ['is compressed otherwise', brotliCompressSync],
    ] as const
  ).map(([how, compress]) => {
    const headers = { 'content-encoding': compress === gzipSync ? 'gzip' : 'br' };
    const put = (body: Buffer, more = {}) =>
      fetch('https://example.com/last', { method: 'PUT', body: new Uint8Array(body), headers: more });
    return [
      `what is stored ${how}`,
      timer,
      () => async (event: Timer) =>
        put(compress(JSON.stringify({ at: event.Time, m: event.Message })), headers),
      () => async (event: Timer) => put(Buffer.from(`${event.Message}。`).subarray(0, -1)),
      'garbled-text',
    ] as const;
  }),
  [
    'a picture is stored',
    timer,
    () => async () => putBytes(picture),
    () => async (event: Timer) => putBytes(Buffer.from(`${picture.toString()}${event.Message}`)),
    'garbled-text',
  ],
  [
    'a library leaves a timer that comes to nothing',
    timer,
    () => async (event: Timer) => {
      setTimeout(() => undefined, 0);
      await fetch(`https://example.com/${event.Time}`, { method: 'PUT', body: event.Time });
    },
    () => async (event: Timer) => {
      setTimeout(() => fetch(`https://example.com/${event.Time}`, { method: 'PUT', body: event.Time }), 0);
    },
    'late-work',
  ],
  [
    'the cloud API is asked with the SDK of the vendor',
    timer,
    () => {
      const client = new scf.v20180416.Client({
        credential: { secretId: 'AKID-EXAMPLE-0001', secretKey: 'example' },
        region: 'ap-guangzhou',
      });
      return async () => (await client.ListFunctions({})).RequestId;
    },
    () => async (event: Timer) => {
      const response = await fetch('https://scf.tencentcloudapi.com/', { method: 'POST', body: '{}' });
      const { Response } = (await response.json()) as { Response: { Functions: unknown[] } };
      return Response.Functions.length + JSON.parse(event.Message).offset;
    },
    'crash',
  ],
  [
    'the cloud API is told what to set',
    timer,
    () => async (event: Timer) => cloud('UpdateFunctionConfiguration', { Description: event.Time }),
    () => async (event: Timer) => cloud('CreateFunction', { Description: event.Time }),
    'redelivery',
  ],
  [
    'another function is invoked asynchronously, which the platform tries again by itself',
    timer,
    () => async (event: Timer) =>
      cloud('Invoke', { FunctionName: 'worker', InvocationType: 'Event', ClientContext: event.Time }),
    () => async (event: Timer) => cloud('Invoke', { FunctionName: 'worker', ClientContext: event.Time }),
    'redelivery',
  ],
  [
    'an object is stored and its ETag kept',
    timer,
    () => async (event: Timer) => {
      const url = `https://out-1250000000.cos.ap-guangzhou.myqcloud.com/${event.TriggerName}`;
      const { headers } = await fetch(url, { method: 'PUT', body: event.Time });
      return String(headers.get('etag')?.replaceAll('"', '').length);
    },
    () => async (event: Timer) => {
      const url = `https://out-1250000000.cos.ap-guangzhou.myqcloud.com/${event.TriggerName}`;
      const { headers } = await fetch(url, { method: 'POST', body: event.Time });
      return headers.get('etag');
    },
    'redelivery',
  ],
];

test.each(onePerKind(cases, ([, , , , oracle]) => oracle))(
  '%s',
  async (_what, trigger, correct, broken, oracle) => {
    expect(await toldBy(trigger, correct, oracle)).toEqual([]);
    expect(await toldBy(trigger, broken, oracle, true)).toEqual([oracle]);
  },
);

test('an app behind an adapter runs as often as events arrive, by a socket that is no outside call', async () => {
  const paths: string[] = [];
  let events = 0;
  const create = () => {
    const app = express().use((request, response) => {
      paths.push(request.path);
      response.json({ path: request.path });
    });
    const server = createServer(app);
    return async (event: Query, context: { callbackWaitsForEmptyEventLoop: boolean }) => {
      context.callbackWaitsForEmptyEventLoop = false;
      events++;
      return proxy(server, event, context, 'PROMISE').promise;
    };
  };
  const { warnings } = await findUnshrunk(create as never, {
    trigger: apigw,
    runs: casesToTry(2, 3),
    learn: false,
    edges: true,
  });
  expect(events).toBeGreaterThan(20);
  expect(paths.length).toBe(events);
  expect(warnings).toEqual([expect.stringContaining('No outside call was seen')]);
});

test('a body of nine million letters is compared like any', async () => {
  const upload = async (event: { Records: { Ckafka: { msgBody: string } }[] }) => {
    const lines = event.Records.map(({ Ckafka }) => Ckafka.msgBody).join('\n');
    await fetch('https://example.com/all.txt', { method: 'PUT', body: lines + 'x'.repeat(9_000_000) });
  };
  const result = findUnshrunk(() => upload, {
    trigger: ckafka,
    runs: casesToTry(1, 3),
    learn: false,
    oracles: onlyOracles('inherited-name'),
  });
  await expect(result).resolves.toMatchObject({ failures: [] });
});

/** Keeps only digits and letters of an address: without its port, and without the brackets of IPv6. */
const withoutPort = (address: string) =>
  /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');

test('the address of a client is one, with its port or without', async () => {
  const answering = (addressOf: (text: string) => string) => () => async (event: Http) => {
    const address = addressOf(event.headers['x-scf-remote-addr'] ?? '');
    if (isIP(address) === 0) throw new Error(`no address: ${address}`);
    return answer(address);
  };
  const told = async (addressOf: (text: string) => string) => {
    const options = {
      trigger: functionUrl,
      runs: casesToTry(10, 30),
      oracles: onlyOracles('equivalent-form', 'refused-response'),
    };
    const { failures } = await findUnshrunk(answering(addressOf), options as never);
    return failures.map((failure) => [
      failure.oracle,
      (failure.case.event as Http).headers['x-scf-remote-addr'],
    ]);
  };
  expect(await told(withoutPort)).toEqual([]);
  const alarms = await told((text) => text);
  expect(alarms).not.toEqual([]);
  for (const [, address] of alarms) expect(isIP(withoutPort(String(address)))).not.toBe(0);
});

test('the address of an object is one, whatever its bucket and key are called', async () => {
  const reads = () => async (event: Objects) => {
    for (const { cos } of event.Records) {
      const key = new URL(cos.cosObject.url).pathname.slice(1);
      await fetch(`https://example.com/sizes/${key}`, { method: 'PUT', body: String(cos.cosObject.size) });
    }
  };
  const options = { trigger: cos, runs: casesToTry(10, 50), oracles: onlyOracles('crash') };
  expect((await findUnshrunk(reads, options as never)).failures).toEqual([]);
});

test('a server that listens for as long as the instance lives costs hardly more than none', async () => {
  const servers: Server[] = [];
  onTestFinished(() => {
    for (const server of servers) server.close();
  });
  const cpuOf = async (makeReady: () => Promise<unknown>) => {
    const create = () => {
      const ready = makeReady();
      return async (event: Query) => {
        await ready;
        return answer(event.path);
      };
    };
    const start = process.cpuUsage();
    await findUnshrunk(create as never, {
      trigger: apigw,
      runs: casesToTry(3, 10),
      learn: false,
    });
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  // The first one loads what it needs.
  await cpuOf(async () => undefined);
  const plain = await cpuOf(async () => undefined);
  const listening = await cpuOf(async () => {
    const server = createHttpServer((_request, response) => response.end('hello'));
    servers.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  expect(servers.length).toBeGreaterThan(10);
  expect(listening / plain).toBeLessThan(3);
});

test('a prototype that a module extends while it is loaded stays, and one that a handler extends is told', async () => {
  const shout = (text: string): string => Reflect.apply(Reflect.get(String.prototype, 'shout'), text, []);
  const extend = () =>
    void Reflect.set(String.prototype, 'shout', function (this: string) {
      return `${this}!`;
    });
  onTestFinished(() => void Reflect.deleteProperty(String.prototype, 'shout'));
  const told = (create: Make) => toldBy(timer, create, 'prototype-pollution');
  expect(
    await told(() => {
      extend();
      return async (event: Timer) => shout(event.TriggerName);
    }),
  ).toEqual([]);
  Reflect.deleteProperty(String.prototype, 'shout');
  expect(
    await told(() => async (event: Timer) => {
      extend();
      return shout(event.TriggerName);
    }),
  ).toEqual(['prototype-pollution']);
});
