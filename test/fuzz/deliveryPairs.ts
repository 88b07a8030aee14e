import { apigw, ckafka, cos, invoke, timer } from '../../src/index.js';
import { type Events, type Http, keyOf, ok, type Pair, type Put, type Query } from './outside.js';

const limitOf = ({ queryString }: Query) => Number(queryString.limit ?? Number.NaN);

const cookieOf = ({ headers }: Http, name: string) =>
  headers.cookie?.split(/;\s*/).find((cookie) => cookie.startsWith(`${name}=`));

/** For the oracles that watch how a handler runs and ends, and what another delivery changes. */
export const deliveryPairs: readonly Pair[] = [
  [
    'crash',
    timer,
    () => async (event: { Message: string }) => JSON.parse(event.Message),
    () => async (event: { Message: string }) => event.Message.length,
  ],
  [
    'ignored-answer',
    apigw,
    () => async (_event: Query, _context: unknown, callback: (error: null, answer: unknown) => void) =>
      callback(null, ok),
    () => (_event: Query, _context: unknown, callback: (error: null, answer: unknown) => void) =>
      callback(null, ok),
  ],
  ['ignored-answer', timer, () => () => 'done', () => async () => 'done'],
  ['never-settles', timer, () => () => new Promise(() => undefined), () => async () => null],
  [
    'unhandled-rejection',
    timer,
    () => async () => {
      void (async () => {
        await new Promise((turn) => setImmediate(turn));
        throw new Error('nobody hears this');
      })();
      await new Promise((turn) => setImmediate(turn));
      await new Promise((turn) => setImmediate(turn));
      return 1;
    },
    () => async () => 1,
  ],
  ['refused-response', apigw, () => async () => ({ statusCode: '200', body: {} }), () => async () => ok],
  [
    'late-work',
    timer,
    ({ put }) =>
      async () => {
        void put('a', 1);
        return 1;
      },
    ({ put }) =>
      async () => {
        await put('a', 1);
        return 1;
      },
  ],
  [
    'swallowed-failure',
    timer,
    ({ put }) =>
      async () => {
        await put('a', 1).catch(() => undefined);
        return 'done';
      },
    ({ put }) =>
      async () => {
        await put('a', 1);
        return 'done';
      },
  ],
  [
    'redelivery',
    timer,
    ({ insert }) =>
      async (event: { Time: string }) =>
        insert(event.Time),
    ({ put }) =>
      async (event: { Time: string }) =>
        put(event.Time, 1),
  ],
  [
    'split-batch',
    ckafka,
    ({ put }) =>
      async ({ Records }: Events) =>
        put(keyOf(Records[0]?.Ckafka as never), 1),
    ({ put }) =>
      async ({ Records }: Events) => {
        for (const { Ckafka } of Records) await put(keyOf(Ckafka), 1);
      },
  ],
  [
    'retry-after-fault',
    timer,
    ({ putIfAbsent, put }) =>
      async (event: { Time: string }) => {
        if (await putIfAbsent(`done ${event.Time}`, true)) await put(event.Time, 1);
      },
    ({ get, put }) =>
      async (event: { Time: string }) => {
        if ((await get(`done ${event.Time}`)) === true) return;
        await put(event.Time, 1);
        await put(`done ${event.Time}`, true);
      },
  ],
  [
    'warm-cold',
    apigw,
    ({ put }) => {
      const buffer: string[] = [];
      return async (event: Http) => {
        buffer.push(event.httpMethod);
        await put('methods', [...buffer]);
        return ok;
      };
    },
    ({ put }) =>
      async (event: Http) => {
        await put('methods', [event.httpMethod]);
        return ok;
      },
  ],
  [
    'concurrency',
    apigw,
    ({ get, put }) =>
      async () => {
        await put('count', Number((await get('count')) ?? 0) + 1);
        return ok;
      },
    ({ insert }) =>
      async () => {
        await insert('visit');
        return ok;
      },
  ],
  [
    'partition-order',
    ckafka,
    ({ insert }) =>
      async ({ Records }: Events) => {
        await Promise.all(Records.map(({ Ckafka }) => insert(keyOf(Ckafka))));
      },
    ({ insert }) =>
      async ({ Records }: Events) => {
        for (const { Ckafka } of Records) await insert(keyOf(Ckafka));
      },
  ],
  [
    'equivalent-form',
    apigw,
    () => async (event: Http) => ({ ...ok, body: event.headers.host ?? 'none' }),
    () => async (event: Http) => ({
      ...ok,
      body: Object.entries(event.headers).find(([name]) => name.toLowerCase() === 'host')?.[1] ?? 'none',
    }),
  ],
  [
    'unknown-field',
    timer,
    () => async (event: object) => Object.keys(event).length,
    () => async (event: { Type: string }) => event.Type,
  ],
  [
    'time-zone',
    timer,
    ({ put }) =>
      async (event: { Time: string }) =>
        put(`day ${new Date(event.Time).getDate()}-${new Date(event.Time).getHours()}`, 1),
    ({ put }) =>
      async (event: { Time: string }) =>
        put(`day ${new Date(event.Time).getUTCDate()}`, 1),
  ],
  [
    'locale',
    invoke,
    ({ put }) =>
      async (event: { readonly names?: readonly unknown[] } | null) =>
        put(
          'names',
          textsOf(event?.names).sort((a, b) => a.localeCompare(b)),
        ),
    ({ put }) =>
      async (event: { readonly names?: readonly unknown[] } | null) =>
        put(
          'names',
          textsOf(event?.names).sort((a, b) => a.localeCompare(b, 'en')),
        ),
  ],
  [
    'inherited-name',
    ckafka,
    ({ put }) =>
      async ({ Records }: Events) => {
        const seen: Record<string, number> = {};
        for (const { Ckafka } of Records) seen[Ckafka.topic] ??= 0;
        for (const { Ckafka } of Records) await put(keyOf(Ckafka), [Ckafka.topic, typeof seen[Ckafka.topic]]);
      },
    ({ put }) =>
      async ({ Records }: Events) => {
        const seen = new Map<string, number>();
        for (const { Ckafka } of Records) seen.set(Ckafka.topic, 0);
        for (const { Ckafka } of Records)
          await put(keyOf(Ckafka), [Ckafka.topic, typeof seen.get(Ckafka.topic)]);
      },
  ],
  [
    'growth',
    timer,
    () => async () => void process.on('told', () => undefined),
    () => {
      process.once('told', () => undefined);
      return async () => void process.listenerCount('told');
    },
  ],
  [
    'zero-as-absent',
    apigw,
    () => async (event: Query) => ({ ...ok, body: JSON.stringify({ limit: limitOf(event) || 20 }) }),
    () => async (event: Query) => {
      const limit = limitOf(event);
      return { ...ok, body: JSON.stringify({ limit: Number.isNaN(limit) ? 20 : limit }) };
    },
  ],
  // What is no wish to have anything may well count as none.
  [
    'zero-as-absent',
    apigw,
    () => async (event: Query) => {
      const limit = Math.min(limitOf(event) || 20, 100);
      return { ...ok, body: JSON.stringify({ limit: Math.max(limit, 0) }) };
    },
    () => async (event: Query) => ({
      ...ok,
      body: JSON.stringify({ limit: limitOf(event) > 0 ? limitOf(event) : 20 }),
    }),
  ],
  [
    'equivalent-form',
    ckafka,
    ({ put }) =>
      async ({ Records }: Events) => {
        for (const { Ckafka } of Records) await put(keyOf(Ckafka), Ckafka.msgKey || 'anonymous');
      },
    ({ put }) =>
      async ({ Records }: Events) => {
        for (const { Ckafka } of Records) await put(keyOf(Ckafka), Ckafka.msgKey);
      },
  ],
  [
    'inherited-name',
    apigw,
    () => async (event: Query) => {
      const greetings: Record<string, string> = { de: 'Hallo' };
      return {
        ...ok,
        body: `${greetings[`${event.queryString.name}`] ?? 'hello'} ${event.queryString.name}`,
      };
    },
    () => async (event: Query) => ({
      ...ok,
      isBase64Encoded: true,
      body: Buffer.from(`${event.queryString.name}`).toString('base64'),
    }),
  ],
  [
    'cut-text',
    apigw,
    () => async (event: Http) => ({ ...ok, body: cookieOf(event, 'session')?.split('=')[1] ?? 'none' }),
    () => async (event: Http) => ({
      ...ok,
      body: cookieOf(event, 'session')?.slice('session='.length) ?? 'none',
    }),
  ],
  [
    'header-injection',
    apigw,
    () => async (event: Query) => ({ ...ok, headers: { 'x-name': `${event.queryString.name ?? 'guest'}` } }),
    () => async (event: Query) => ({
      ...ok,
      headers: { 'x-name': encodeURI(Buffer.from(`${event.queryString.name ?? 'guest'}`).toString()) },
    }),
  ],
  [
    'prototype-pollution',
    invoke,
    () => async (event: unknown) => {
      if (typeof event === 'object' && event !== null) Reflect.set(Object.prototype, 'polluted', true);
      return 1;
    },
    () => async () => 1,
  ],
  [
    'secret-leak',
    timer,
    () => async () => {
      console.log(process.env);
      return 1;
    },
    () => async () => {
      console.log(Object.keys(process.env).length);
      return 1;
    },
  ],
  [
    'path-and-shell',
    cos,
    ({ write, run }) =>
      async ({ Records }: Put) => {
        for (const {
          cos: { cosObject },
        } of Records) {
          await write(`../${cosObject.key}`, '');
          await run(`convert ${cosObject.key}`);
        }
      },
    ({ run }) =>
      async ({ Records }: Put) => {
        for (const {
          cos: { cosObject },
        } of Records)
          await run('convert', [cosObject.key]);
      },
  ],
];

function textsOf(values: unknown): string[] {
  return Array.isArray(values) ? values.map(String) : [];
}
