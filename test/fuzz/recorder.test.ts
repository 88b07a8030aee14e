import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { OwnDatabases } from '../../src/fuzz/play/effects/databases/ownDatabases.js';
import { defaultAnswer } from '../../src/fuzz/play/effects/defaultAnswer.js';
import type { EffectCall } from '../../src/fuzz/play/effects/effectKind.js';
import { lostIn } from '../../src/fuzz/play/effects/lostValues.js';
import { isLoopback, isOwnServer, notedServers } from '../../src/fuzz/play/effects/ownServers.js';
import { recordedRequest } from '../../src/fuzz/play/effects/recordedRequest.js';
import {
  currentRecorder,
  effect,
  type Fault,
  OutsideFault,
  Recorder,
  Refusal,
  recorded,
} from '../../src/fuzz/play/effects/recorder.js';
import { LoadMeter } from '../../src/fuzz/play/loadMeter.js';
import { inTimeZone } from '../../src/fuzz/play/timeZone.js';

function recorderWith({ fault, turns = 1 }: { readonly fault?: Fault; readonly turns?: number } = {}) {
  const calls: EffectCall[] = [];
  const recorder = new Recorder(3, fault, {
    delayOf: (number) => turns / number,
    effectKindOf: (name) => (name === 'own' ? { kind: 'once', key: 'mine' } : { kind: 'append' }),
    calls,
    locale: undefined,
    directory: undefined,
    temp: undefined,
    http: undefined,
    allowed: { net: [], run: [] },
    databases: new OwnDatabases({ keyless: new Set(), isOfEvents: () => false }),
    enterRunning: () => undefined,
  });
  return { recorder, calls };
}

/** The arguments of a call as they are noted. */
async function noted(...args: readonly unknown[]) {
  const { recorder } = recorderWith();
  await recorder.run('db.put', args, () => undefined);
  return recorder.calls[0]?.args;
}

describe('arguments are noted as JSON', () => {
  const loop: { a: number; self?: unknown } = { a: 1 };
  loop.self = loop;
  test.each([
    ['texts, flags and null', ['a', true, null], ['a', true, null]],
    ['numbers, where JSON holds them', [1.5, Number.NaN, Infinity], [1.5, null, null]],
    ['a BigInt', [12n], ['12n']],
    ['what JSON has no word for', [undefined, () => 1, Symbol('s')], [null, null, null]],
    ['what it leaves out in an object', [{ a: undefined, b: () => 1, c: 2 }], [{ c: 2 }]],
    ['bytes', [Buffer.from('hi'), new Uint8Array([1])], [{ base64: 'aGk=' }, { base64: 'AQ==' }]],
    ['a date', [new Date(0)], ['1970-01-01T00:00:00.000Z']],
    ['what says so itself', [{ toJSON: (name: string) => [name, { deep: 1n }] }], [['0', { deep: '1n' }]]],
    ['a map', [new Map([['a', 1]])], [{ map: [['a', 1]] }]],
    ['an error', [new RangeError('far')], [{ name: 'RangeError', message: 'far' }]],
    ['boxes', [Object('a'), Object(1), Object(false)], ['a', 1, false]],
    ['no signal', [{ signal: new AbortController().signal, a: 1 }], [{ a: 1 }]],
    ['no loop', [loop], [{ a: 1 }]],
    ['holes in a list', [[1, undefined, 2]], [[1, null, 2]]],
    ['a name like any', [JSON.parse('{"__proto__":1}')], [JSON.parse('{"__proto__":1}')]],
  ])('%s', async (_what, args, json) => {
    expect(await noted(...args)).toEqual(json);
  });

  test('an object that says of itself what it is goes by its parts', async () => {
    const self: { toJSON?: () => unknown; a: number } = { a: 1 };
    self.toJSON = () => self;
    expect(await noted(self)).toEqual([{ a: 1 }]);
  });

  test('texts over 200,000 characters by their beginning and digest', async () => {
    const text = 'x'.repeat(200_001);
    const digest = createHash('sha256').update(text).digest('hex');
    expect(await noted(text)).toEqual([`${'x'.repeat(1000)}… (200001 characters, sha256 ${digest})`]);
    expect(await noted(text.slice(1))).toEqual([text.slice(1)]);
  });

  test('what is nested over 500 deep is left out', async () => {
    let deep: unknown = 'end';
    for (let level = 0; level < 502; level++) deep = [deep];
    expect(JSON.stringify(await noted(deep))).not.toContain('end');
    for (let level = 0; level < 3; level++) deep = (deep as unknown[])[0];
    expect(JSON.stringify(await noted(deep))).toContain('end');
  });
});

describe('a call', () => {
  test('is noted with its number, its kind and its end', async () => {
    const { recorder, calls } = recorderWith();
    expect(await recorder.run('own', ['a'], () => 'result')).toBe('result');
    await recorder.run('any', ['b', Number.NaN], async () => 1, { kind: 'read' });
    await recorder.run('any', [], () => 1);
    const of = { invocation: 3, state: 'done', late: false };
    expect(recorder.calls).toEqual([
      { ...of, name: 'own', args: ['a'], effect: { kind: 'once', key: 'mine' }, number: 1 },
      { ...of, name: 'any', args: ['b', null], effect: { kind: 'read' }, number: 2, lost: ['NaN at 1'] },
      { ...of, name: 'any', args: [], effect: { kind: 'append' }, number: 3 },
    ]);
    expect(calls).toEqual(recorder.calls);
  });

  test('that fails passes its error on', async () => {
    const { recorder, calls } = recorderWith();
    const error = new Error('no');
    await expect(recorder.run('a', [], () => Promise.reject(error))).rejects.toBe(error);
    expect(recorder.calls.map(({ state }) => state)).toEqual(['failed']);
    expect(calls).toHaveLength(1);
  });

  test.each([
    ['refused', ['refused'], 0],
    ['lost-answer', ['done'], 1],
  ] as const)('of a fault is %s', async (kind, states, made) => {
    const { recorder, calls } = recorderWith({ fault: { call: 2, kind } });
    await recorder.run('a', [], () => 1);
    const call = recorder.run('b', [], () => 1);
    await expect(call).rejects.toBeInstanceOf(OutsideFault);
    await expect(call).rejects.toMatchObject({
      name: 'OutsideFault',
      code: 'ECONNRESET',
      message: 'b failed: the connection was reset (a fault that was injected)',
    });
    await recorder.run('c', [], () => 1);
    expect(recorder.calls.map(({ state }) => state)).toEqual(['done', ...states, 'done']);
    expect(calls.map(({ name }) => name)).toEqual(made === 1 ? ['a', 'b', 'c'] : ['a', 'c']);
  });

  test('of an outage fails, and so does every later one', async () => {
    const { recorder, calls } = recorderWith({ fault: { call: 2, kind: 'refused', isOutage: true } });
    await recorder.run('a', [], () => 1);
    for (const name of ['b', 'c'])
      await expect(recorder.run(name, [], () => 1)).rejects.toBeInstanceOf(OutsideFault);
    expect(recorder.calls.map(({ state }) => state)).toEqual(['done', 'refused', 'refused']);
    expect(calls.map(({ name }) => name)).toEqual(['a']);
  });

  test.each([
    'db.putIfAbsent',
    'putIfMissing',
    'addIfNone',
    'addIfNotThere',
    'redis.setnx',
    'setNx',
    'setNX',
    'doOnce',
    'lock.acquire',
    'acquireLease',
    'tryLock',
    'db.lock',
  ])('%s that answers false has done nothing', async (name) => {
    const { recorder } = recorderWith();
    for (const answer of [false, true, undefined, 0]) await recorder.run(name, [], () => answer);
    expect(recorder.calls.map(({ state }) => state)).toEqual(['declined', 'done', 'done', 'done']);
  });

  test('of any other name may answer false', async () => {
    const { recorder } = recorderWith();
    for (const name of ['db.put', 'ifAbsentee', 'lock.get', 'onceMore'])
      await recorder.run(name, [], () => false);
    expect(recorder.calls.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'db.put done',
      'ifAbsentee done',
      'lock.get done',
      'onceMore done',
    ]);
  });

  test('is late when it ends or begins after the answer', async () => {
    const { recorder } = recorderWith();
    await recorder.run('before', [], () => 1);
    const under = recorder.run('under way', [], () => 1);
    recorder.answer();
    await under;
    await recorder.run('after', [], () => 1);
    recorder.note('fs.write', ['/tmp/a'], { kind: 'append' }, 'done');
    expect(recorder.calls.map(({ name, late }) => [name, late])).toEqual([
      ['before', false],
      ['under way', true],
      ['after', true],
      ['fs.write', true],
    ]);
  });

  test('waits the turns that it is told', async () => {
    const { recorder, calls } = recorderWith({ turns: 12 });
    const slow = recorder.run('slow', [], () => 1);
    await recorder.run('quick', [], () => 1);
    expect(calls.map(({ name }) => name)).toEqual(['quick']);
    await slow;
    expect(calls.map(({ name }) => name)).toEqual(['quick', 'slow']);
  });

  test('that is noted only has no number', () => {
    const { recorder, calls } = recorderWith();
    recorder.note('fs.write', ['/tmp/a', 1n], { kind: 'overwrite', key: '/tmp/a' }, 'blocked');
    expect(recorder.calls).toEqual([
      {
        name: 'fs.write',
        args: ['/tmp/a', '1n'],
        effect: { kind: 'overwrite', key: '/tmp/a' },
        invocation: 3,
        number: 0,
        state: 'blocked',
        late: false,
      },
    ]);
    expect(calls).toEqual(recorder.calls);
  });

  test('that is not allowed is refused, or fails as a fault has it', async () => {
    const { recorder } = recorderWith({ fault: { call: 2, kind: 'refused' } });
    const refusal = await recorder.refuse('tcp a:1');
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      name: 'Refusal',
      code: 'ECONNREFUSED',
      message:
        'ECONNREFUSED: tcp a:1 was refused, since nothing leaves the process of a handler that is fuzzed unless it is allowed',
    });
    expect(await recorder.refuse('tcp b:1')).toBeInstanceOf(OutsideFault);
    expect(await recorder.refuse('dns c', 'ENOTFOUND')).toMatchObject({ code: 'ENOTFOUND' });
    expect(recorder.calls.map(({ state, effect: { kind } }) => `${state} ${kind}`)).toEqual([
      'blocked append',
      'refused append',
      'blocked append',
    ]);
  });
});

test('a stub is called as it is outside of an invocation, and noted in one', async () => {
  const put = effect('db.put', async (key: string) => `put ${key}`);
  const add = effect(
    'db.put',
    (key: string) => key,
    (key) => ({ leaves: 'once', key: `own ${key}` }),
  );
  expect([await put('a'), await add('a'), currentRecorder()]).toEqual(['put a', 'a', undefined]);
  const { recorder } = recorderWith();
  await recorded(recorder, async () => {
    expect([await put('a'), await add('b'), currentRecorder()]).toEqual(['put a', 'b', recorder]);
  });
  expect(recorder.calls.map(({ effect }) => effect)).toEqual([
    { kind: 'append' },
    { kind: 'once', key: 'own b' },
  ]);
});

test('what JSON loses is told with its place', () => {
  const loop: unknown[] = [Number.NaN];
  loop.push(loop);
  expect(lostIn(Number.NaN)).toEqual(['NaN']);
  expect(lostIn(new Date(Number.NaN))).toEqual(['an invalid date']);
  expect(lostIn([1, { a: { b: -Infinity }, at: new Date('no') }, new Date(0)])).toEqual([
    '-Infinity at 1.a.b',
    'an invalid date at 1.at',
  ]);
  expect(lostIn(loop)).toEqual(['NaN at 0']);
  expect(lostIn(new Float64Array([Number.NaN]))).toEqual([]);
  expect(lostIn(null)).toEqual([]);
  class Pool {
    readonly limits = { max: Infinity, min: Number.NaN };
  }
  expect(lostIn({ pool: new Pool() })).toEqual(['NaN at pool.limits.min']);
  expect(lostIn({ pool: { ...new Pool() } })).toEqual([
    'Infinity at pool.limits.max',
    'NaN at pool.limits.min',
  ]);
  const many = Array.from({ length: 2100 }, () => ({ a: Number.NaN }));
  expect(lostIn(many)).toHaveLength(2000);
});

describe('a request', () => {
  const ask = async (url: string, init?: RequestInit) => {
    const { recorder } = recorderWith();
    const response = await recordedRequest(recorder, new Request(url, init), () => Response.json({ a: 1 }));
    expect(await response.json()).toEqual({ a: 1 });
    const [{ name, args, effect } = expect.unreachable('no call')] = recorder.calls;
    return { name, args, effect };
  };
  const address = 'https://a.example.com/orders?id=1';

  test.each(['GET', 'HEAD', 'OPTIONS'])('with %s leaves nothing', async (method) => {
    expect(await ask(address, { method })).toEqual({
      name: `${method} https://a.example.com/orders`,
      args: [{ query: '?id=1', body: '' }],
      effect: { kind: 'read' },
    });
  });

  test.each(['PUT', 'DELETE'])('with %s leaves a value under its address', async (method) => {
    expect((await ask(address, { method, body: '{"n":1}' })).args).toEqual([
      { query: '?id=1', body: { n: 1 } },
    ]);
    expect((await ask(address, { method })).effect).toEqual({ kind: 'overwrite', key: address });
  });

  test('with POST leaves an entry, and one with a key is done once', async () => {
    const post = (headers: Record<string, string>) => ask(address, { method: 'POST', body: 'text', headers });
    expect(await post({})).toEqual({
      name: 'POST https://a.example.com/orders',
      args: [{ query: '?id=1', body: 'text' }],
      effect: { kind: 'append' },
    });
    expect((await post({ 'Idempotency-Key': 'k' })).effect).toEqual({ kind: 'once', key: `${address} k` });
    expect((await post({ 'x-idempotency-key': 'k' })).effect).toEqual({ kind: 'once', key: `${address} k` });
  });

  test('keeps numbers as they were sent', async () => {
    const body = '{"id":9007199254740993}';
    expect((await ask(address, { method: 'POST', body })).args).toEqual([{ query: '?id=1', body }]);
    const short = '{"id":900719925474099}';
    expect((await ask(address, { method: 'POST', body: short })).args).toEqual([
      { query: '?id=1', body: { id: 900_719_925_474_099 } },
    ]);
  });
});

test.each([
  ['GET', 'https://example.com/a', '{}'],
  [
    'POST',
    'https://cvm.tencentcloudapi.com/',
    '{"Response":{"RequestId":"00000000-0000-4000-8000-000000000000"}}',
  ],
  [
    'POST',
    'https://tencentcloudapi.com/',
    '{"Response":{"RequestId":"00000000-0000-4000-8000-000000000000"}}',
  ],
  ['POST', 'https://nottencentcloudapi.com/', '{}'],
  ['POST', 'https://tencentcloudapi.com.example.com/', '{}'],
  ['PUT', 'https://b-1250000000.cos.ap-guangzhou.myqcloud.com/a.txt', ''],
  ['GET', 'https://b-1250000000.cos.ap-guangzhou.myqcloud.com/a.txt', 'first line\nsecond line\n'],
  ['PUT', 'https://b-1250000000.cos.ap-guangzhou.myqcloud.com/', ''],
  [
    'GET',
    'https://b-1250000000.cos-internal.ap-hongkong.tencentcos.cn/?max-keys=5',
    '<ListBucketResult><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated></ListBucketResult>',
  ],
  ['GET', 'https://b.cos.ap-guangzhou.myqcloud.com.example.com/', '{}'],
  ['GET', 'https://myqcloud.com/', '{}'],
])('%s %s is answered as its SDK reads it', async (method, url, body) => {
  const response = await defaultAnswer(new Request(url, { method }));
  expect([response.status, await response.text()]).toEqual([200, body]);
  const isBucket = body === '' || body.startsWith('<') || body.startsWith('first');
  expect(response.headers.get('etag')).toBe(isBucket ? '"00000000000000000000000000000000"' : null);
  expect(response.headers.get('x-cos-request-id')).toBe(
    isBucket ? '00000000-0000-4000-8000-000000000000' : null,
  );
  if (body.startsWith('<')) expect(response.headers.get('content-type')).toBe('application/xml');
});

test('a client of Elasticsearch is answered as by that, others are not', async () => {
  const askedBy = async (headers: Record<string, string>) =>
    (
      await defaultAnswer(new Request('https://es.example.com/_bulk', { method: 'POST', headers }))
    ).headers.get('x-elastic-product');
  expect([await askedBy({ 'x-elastic-client-meta': 'es=9.0.0,js=20' }), await askedBy({})]).toEqual([
    'Elasticsearch',
    null,
  ]);
});

test.each([
  ['localhost', true],
  ['LOCALHOST', true],
  ['127.0.0.1', true],
  ['127.255.255.254', true],
  ['::1', true],
  ['[::1]', true],
  ['0.0.0.0', true],
  ['::', true],
  ['127.0.0', false],
  ['128.0.0.1', false],
  ['localhost.example.com', false],
  ['a.localhost', false],
  ['10.0.0.1', false],
])('%s is of this machine: %s', (host, isOwn) => {
  expect(isLoopback(host)).toBe(isOwn);
});

test('a server whose handle another one took and closed is none of this process, and hides no other', async () => {
  const notes = notedServers();
  notes.apply();
  const listening = async (at: object) => {
    const server = createServer().listen(at);
    await once(server, 'listening');
    return server;
  };
  const first = await listening({ port: 0, host: '127.0.0.1' });
  const { port } = first.address() as AddressInfo;
  (await listening(first)).close();
  expect(() => first.address()).toThrow('EBADF');
  const other = await listening({ port: 0, host: '127.0.0.1' });
  notes.undo();
  const target = { host: '127.0.0.1', port: (other.address() as AddressInfo).port };
  expect([isOwnServer(target), isOwnServer({ host: '127.0.0.1', port })]).toEqual([true, false]);
  other.close();
});

test('executions of one time zone run at once, and those of others wait in their order', async () => {
  const { TZ } = process.env;
  const seen: string[] = [];
  const ends: (() => void)[] = [];
  const run = (name: string, zone: string | undefined) =>
    inTimeZone(zone, async () => {
      seen.push(`${name} ${process.env.TZ}`);
      await new Promise<void>((end) => {
        ends.push(end);
      });
      return name;
    });
  const turn = () => new Promise((done) => setImmediate(done));
  const all = [
    run('a', 'Asia/Shanghai'),
    run('b', 'Asia/Shanghai'),
    run('c', 'UTC'),
    run('d', 'UTC'),
    run('e', 'Asia/Shanghai'),
  ];
  await turn();
  expect(seen).toEqual(['a Asia/Shanghai', 'b Asia/Shanghai']);
  ends[0]?.();
  await turn();
  expect(seen).toHaveLength(2);
  ends[1]?.();
  await turn();
  expect(seen.slice(2)).toEqual(['c UTC', 'd UTC']);
  ends[2]?.();
  ends[3]?.();
  await turn();
  expect(seen.slice(4)).toEqual(['e Asia/Shanghai']);
  ends[4]?.();
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(process.env.TZ).toBe(TZ);
  await expect(inTimeZone('UTC', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(process.env.TZ).toBe(TZ);
  expect(await inTimeZone('Asia/Tokyo', async () => process.env.TZ)).toBe('Asia/Tokyo');
});

test('loads are counted by processor time, of which the middle one is typical', () => {
  const meter = new LoadMeter();
  expect([meter.count, meter.medianMs]).toEqual([0, 0]);
  const load = (ms: number) => {
    const end = meter.begin();
    const start = process.cpuUsage();
    while (process.cpuUsage(start).user < ms * 1000);
    end();
  };
  for (const ms of [0, 60, 60]) load(ms);
  expect(meter.count).toBe(3);
  expect(meter.medianMs).toBeGreaterThanOrEqual(55);
  for (const _ of Array(10)) load(0);
  expect(meter.medianMs).toBeLessThan(55);
});
