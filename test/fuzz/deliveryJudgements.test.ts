import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { type ApigwEvent, apigw, ckafka, invoke, sample, type Trigger, timer } from '../../src/index.js';
import { type Callable, type Handle, judgedOnce } from './judgedOnce.js';

const event = 'a';
const other = 'b';
const on = { trigger: invoke as Trigger, event };

/** The handler as it should be. */
const right: Handle =
  ({ call }) =>
  async (key: unknown) => {
    await call('db.put', key, 1);
    return key;
  };

test.each<readonly [how: string, what: string, broken: Handle]>([
  [
    'Delivered once',
    'answer',
    ({ call }) =>
      async (key: unknown) => {
        await call('db.put', key, 1);
      },
  ],
  [
    'Delivered once',
    'left db.put',
    ({ call }) =>
      async (key: unknown) => {
        await call('db.put', key, 2);
        return key;
      },
  ],
  [
    'Delivered once',
    'late work',
    ({ call }) =>
      async (key: unknown) => {
        setTimeout(() => void call('db.put', key, 1), 5);
        return key;
      },
  ],
  [
    'Delivered once',
    'shared prototypes',
    ({ call }) =>
      async (key: unknown) => {
        await call('db.put', key, 1);
        Reflect.set(Object.prototype, 'polluted', 1);
        return key;
      },
  ],
  [
    'Delivered twice to one instance',
    'answer',
    ({ call }) => {
      let calls = 0;
      return async (key: unknown) => {
        await call('db.put', key, 1);
        return ++calls > 1 ? 'again' : key;
      };
    },
  ],
  [
    'After another event on the same instance',
    'answer',
    ({ call }) => {
      const seen: unknown[] = [];
      return async (key: unknown) => {
        await call('db.put', key, 1);
        seen.push(key);
        return seen[0];
      };
    },
  ],
  [
    'With outside call 1 failing',
    'answer',
    ({ call }) =>
      async (key: unknown) => {
        await call('db.put', key, 1).catch(() => undefined);
        return key;
      },
  ],
  [
    'In the time zone Asia/Shanghai',
    'answer',
    ({ call }) =>
      async (key: unknown) => {
        await call('db.put', key, 1);
        return new Date(0).getHours() === 8 ? 'eight' : key;
      },
  ],
])('the reference notices: %s, the %s', async (how, what, broken) => {
  const of = async (handle: Handle) =>
    judgedOnce(
      'reference',
      { ...on, other, options: { reference: right, timeZones: ['UTC', 'Asia/Shanghai'] } },
      handle,
    );
  const violation = await of(broken);
  expect(violation?.what).toBe(what);
  expect(violation?.detail).toContain(
    what.startsWith('left') ? `${how}, the handler leaves` : `${how}, the ${what} differs:\n  reference: `,
  );
  expect(await of(right)).toBeUndefined();
});

test('the reference is compared where a world tells two instances, two events, and two at once apart', async () => {
  /** A handler whose answer the world decides by what it has seen. */
  const byWorld =
    (answer: (seen: readonly unknown[], running: number, key: unknown) => unknown): Handle =>
    (world: Callable & { seen?: unknown[]; running?: number }) => {
      world.seen ??= [];
      return async (key: unknown) => {
        world.running = (world.running ?? 0) + 1;
        const said = answer(world.seen ?? [], world.running, key) ?? key;
        world.seen?.push(key);
        await world.call('db.put', key, 1);
        world.running--;
        return said;
      };
    };
  const howOf = async (handle: Handle, tried: object = { other }) => {
    const violation = await judgedOnce(
      'reference',
      { ...on, ...tried, options: { reference: right, timeZones: [] } },
      handle,
    );
    return violation?.detail.split(',')[0];
  };
  expect(await howOf(byWorld((seen, _running, key) => (seen.includes(key) ? 'again' : undefined)))).toBe(
    'Delivered twice to one instance',
  );
  expect(
    await howOf(byWorld((seen, _running, key) => (key === 'b' && seen[0] === 'a' ? 'after a' : undefined))),
  ).toBe('Before another event on another instance');
  expect(await howOf(byWorld((_seen, running) => (running > 1 ? 'beside' : undefined)))).toBe(
    'Twice at the same time',
  );
  expect(
    await howOf(byWorld((_seen, running, key) => (running > 1 && key === 'b' ? 'beside' : undefined))),
  ).toBe('At the same time as another event');
  expect(
    await howOf(
      byWorld((_seen, running, key) => (running > 1 && key === 'b' ? 'beside' : undefined)),
      {},
    ),
  ).toBeUndefined();
  const delivery = { steps: [{ event, atMs: 0, instance: 0, slow: true }] };
  expect(
    await howOf(
      byWorld(() => 'other'),
      { delivery },
    ),
  ).toBe('Delivered like this');
});

test('a property is asked of the event alone, or of the delivery of a case', async () => {
  const steps: number[] = [];
  const property = ({
    execution,
  }: {
    readonly execution: { readonly delivery: { readonly steps: readonly unknown[] } };
  }) => steps.push(execution.delivery.steps.length) > 1;
  const delivery = { steps: [event, other].map((one, at) => ({ event: one, atMs: at, instance: 0 })) };
  expect(await judgedOnce('property', { ...on, options: { property } }, right)).toMatchObject({
    what: 'property',
    detail: 'The property does not hold.',
  });
  expect(await judgedOnce('property', { ...on, delivery, options: { property } }, right)).toBeUndefined();
  expect(steps).toEqual([1, 2, 2]);
  expect(await judgedOnce('property', on, right)).toBeUndefined();
  expect(await judgedOnce('reference', on, right)).toBeUndefined();
});

const http = {
  ...sample(apigw, { seed: 1 }),
  body: 'hello there',
  queryString: { name: 'Anna' },
  queryStringParameters: {},
} as ApigwEvent;
const answer = (headers: unknown) => ({ isBase64Encoded: false, statusCode: 200, headers, body: '' });

test.each<readonly [what: string, handle: (event: ApigwEvent) => unknown, isTold: boolean]>([
  ['a text of the query', ({ queryString }) => answer({ 'x-name': `hi ${queryString.name}` }), true],
  ['one in a list', ({ queryString }) => answer({ 'x-name': ['hi', `${queryString.name}`] }), true],
  ['a text of the body', ({ body }) => answer({ 'x-body': body }), true],
  ['one without its line ends', ({ body }) => answer({ 'x-body': `${body}`.replaceAll(/\s+/g, ' ') }), false],
  ['a text of a header', ({ headers }) => answer({ 'x-host': headers.host }), false],
  ['none', () => answer({ 'x-own': 'own' }), false],
  ['no headers', ({ body }) => ({ ...answer(undefined), body }), false],
  ['a text that is no object', ({ body }) => body, false],
  ['null', () => null, false],
])('header-injection by %s', async (_what, handle, isTold) => {
  const violation = await judgedOnce(
    'header-injection',
    { trigger: apigw as Trigger, event: http },
    () => async (given: ApigwEvent) => handle(given),
  );
  expect(violation?.what).toBe(isTold ? 'line end' : undefined);
});

test.each<readonly [oracle: string, what: string, handle: Handle, said: RegExp | undefined]>([
  [
    'never-settles',
    'over its time',
    () => () => new Promise((done) => setTimeout(done, 5000)),
    /^No answer within 300 ms\.$/,
  ],
  [
    'never-settles',
    'after a hundred calls',
    ({ call }) =>
      async () => {
        for (let at = 0; at < 100; at++) await call('db.put', at);
        await new Promise((done) => setTimeout(done, 5000));
      },
    /^No answer within 300 ms\.$/,
  ],
  ['never-settles', 'by an error', () => async () => Promise.reject(new Error('no')), undefined],
  [
    'process-killed',
    'by an exit',
    () => async () => process.exit(3),
    /^The handler ends its process with exit code 3\.$/,
  ],
  ['process-killed', 'by nothing', () => async () => 1, undefined],
  [
    'crash',
    'by too large an answer',
    () => async () => 'x'.repeat(7_000_000),
    /^The answer is larger than 6 MB\.$/,
  ],
  [
    'crash',
    'while it is loaded',
    () => {
      JSON.parse('not here');
      return async () => 1;
    },
    /^The handler cannot be loaded: SyntaxError: /,
  ],
  ['crash', 'by an error of its own', () => async () => Promise.reject(new Error('no')), undefined],
  ['crash', 'by a TypeError that it makes', () => async () => Promise.reject(new TypeError('no')), undefined],
  [
    'crash',
    'after a call that failed',
    ({ call }) =>
      async () => {
        const got = (await call('db.get', 1).catch(() => null)) as { a: number } | null | undefined;
        return got === null ? Reflect.get(Object(got), 'a').b : 1;
      },
    /^db\.get fails, and the handler ends with an error of its own, TypeError: Cannot read properties of undefined/,
  ],
  [
    'unhandled-rejection',
    'after the answer',
    () => async () => {
      setTimeout(() => void Promise.reject(new Error('too late')), 1);
      return 1;
    },
    /^After the answer nobody catches Error: too late$/,
  ],
  [
    'unhandled-rejection',
    'while a call fails',
    ({ call }) =>
      async () => {
        void call('db.put', 1);
        await new Promise((done) => setTimeout(done, 5));
        return 1;
      },
    /^Nobody catches OutsideFault: db\.put failed/,
  ],
  [
    'prototype-pollution',
    'of a list',
    () => async () => void Reflect.set(Array.prototype, 'last', 1),
    /^The event sets Array\.prototype\.last\.$/,
  ],
  ['prototype-pollution', 'of none', () => async () => 1, undefined],
  [
    'secret-leak',
    'in the log',
    () => async () => console.log(process.env.TENCENTCLOUD_SESSIONTOKEN),
    /^The log holds/,
  ],
  ['secret-leak', 'in the answer', () => async () => process.env.TENCENTCLOUD_SECRETKEY, /^The answer holds/],
  [
    'late-work',
    'of a timer',
    () => async () => void setInterval(() => undefined, 1000),
    /is still alive when the handler answers, started by /,
  ],
  [
    'late-work',
    'of a server that stays',
    () => async () => void createServer().listen(0, '127.0.0.1'),
    /^A server \(TCPSERVERWRAP\) is still listening when .* unless context\.callbackWaitsForEmptyEventLoop is false\.$/,
  ],
  ['late-work', 'of one that fails', () => async () => Promise.reject(new Error('no')), undefined],
])('%s %s', async (oracle, _what, handle, said) => {
  const options = oracle === 'never-settles' ? { timeoutMs: 300 } : {};
  const violation = await judgedOnce(oracle, { ...on, options }, handle);
  if (said === undefined) expect(violation).toBeUndefined();
  else expect(violation?.detail).toMatch(said);
});

test('a response is refused by its reader, for a client that fails on it, and for an error in its place', async () => {
  const said = async (trigger: Trigger, handle: () => unknown) => {
    const violation = await judgedOnce(
      'refused-response',
      { trigger, event: sample(trigger, { seed: 1 }) },
      () => async () => handle(),
    );
    return violation && [violation.what, violation.detail.split('\n')[0]];
  };
  const http = apigw as Trigger;
  const fail = (error: Error) => () => {
    throw error;
  };
  expect(await said(http, () => answer({}))).toBeUndefined();
  expect(await said(http, () => ({ ...answer({}), statusCode: '200' }))).toEqual([
    'apigw-response/status-integer',
    'API Gateway refuses the response:',
  ]);
  expect(await said(http, fail(new Error('no')))).toEqual([
    'throws Error',
    'The handler throws Error: no. API Gateway takes that for a broken function, not for an answer.',
  ]);
  expect(await said(http, () => JSON.parse('{'))).toBeUndefined();
  expect(await said(timer as Trigger, () => 5)).toBeUndefined();
});

test('a batch is compared with its first eight items, and without two with nothing', async () => {
  const batch = sample(ckafka, { seed: 1, records: 12 });
  type Batch = typeof batch;
  const counting: Handle =
    ({ call }) =>
    async ({ Records }: Batch) =>
      void (await call('stats.put', 'count', Records.length));
  const each: Handle =
    ({ call }) =>
    async ({ Records }: Batch) => {
      for (const { Ckafka } of Records) await call('db.put', `${Ckafka.partition}/${Ckafka.offset}`, 1);
    };
  const of = (event: Batch, handle: Handle) =>
    judgedOnce('split-batch', { trigger: ckafka as Trigger, event }, handle);
  expect(await of(batch, counting)).toMatchObject({
    what: 'stats.put',
    detail: expect.stringMatching(
      /^A batch of 8 leaves something else behind than its items one by one\.\n {2}only one by one:\n {4}stats\.put \["count",1\]\n {2}only as a batch:\n {4}stats\.put \["count",8\]$/,
    ),
  });
  expect(await of({ Records: batch.Records.slice(0, 1) }, counting)).toBeUndefined();
  expect(await of(batch, each)).toBeUndefined();
  const failing: Handle =
    () =>
    async ({ Records }: Batch) =>
      Promise.reject(new Error(`${Records.length}`));
  expect(await of(batch, failing)).toBeUndefined();
});
