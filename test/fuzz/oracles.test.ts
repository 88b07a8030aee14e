import { describe, expect, test } from 'vitest';
import {
  effect,
  type FuzzOptions,
  findFailures,
  type HandlerFactory,
  oracles,
} from '../../src/fuzz/index.js';
import { apigw, ckafka, cos, invoke, type Trigger, timer } from '../../src/index.js';

interface Outside {
  readonly db: Map<string, unknown>;
  put(key: string, value: unknown): Promise<void>;
  get(key: string): Promise<unknown>;
  insert(row: unknown): Promise<void>;
  putIfAbsent(key: string, value: unknown): Promise<boolean>;
  run(command: string, args?: readonly string[]): Promise<void>;
  write(path: string, text: string): Promise<void>;
}

/** A world of stubs that share one database. */
function outside(): Outside {
  const db = new Map<string, unknown>();
  return {
    db,
    put: effect('db.put', async (key: string, value: unknown) => void db.set(key, value)),
    get: effect('db.get', async (key: string) => db.get(key)),
    insert: effect('db.insert', async (_row: unknown) => undefined),
    putIfAbsent: effect(
      'db.putIfAbsent',
      async (key: string, value: unknown) => {
        if (db.has(key)) return false;
        db.set(key, value);
        return true;
      },
      (key) => ({ leaves: 'value', key }),
    ),
    run: effect('run', async (_command: string, _args?: readonly string[]) => undefined),
    write: effect('files.write', async (_path: string, _text: string) => undefined),
  };
}

type Make = HandlerFactory<never, Outside>;
type Events = {
  readonly Records: readonly {
    readonly Ckafka: { readonly partition?: number; readonly offset: number; readonly msgBody: string };
  }[];
};
type Put = {
  readonly Records: readonly { readonly cos: { readonly cosObject: { readonly key: string } } }[];
};
type Http = { readonly headers: Readonly<Record<string, string>>; readonly httpMethod: string };

const ok = { isBase64Encoded: false, statusCode: 200, headers: {}, body: '' };
const keyOf = ({ partition, offset }: Events['Records'][number]['Ckafka']) => `${partition}/${offset}`;

const table: readonly (readonly [oracle: string, trigger: Trigger, broken: Make, mended: Make])[] = [
  [
    'crash',
    timer,
    () => async (event: { Message: string }) => JSON.parse(event.Message),
    () => async (event: { Message: string }) => event.Message.length,
  ],
  ['never-settles', timer, () => () => new Promise(() => undefined), () => async () => null],
  [
    'process-killed',
    timer,
    () => (event: { Message: string }) => {
      while (event.Message !== '') event.Message += ' ';
      return Promise.resolve(1);
    },
    () => async () => 1,
  ],
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

describe.each(table)('%s', (name, trigger, broken, mended) => {
  const others = oracles.filter((oracle) => oracle.name !== name).map((oracle) => [oracle.name, false]);
  const options: FuzzOptions<never, Record<never, never>, Outside> = {
    trigger: trigger as Trigger<never, Record<never, never>>,
    setup: outside,
    runs: 30,
    timeoutMs: 300,
    mostFailures: 1,
    oracles: Object.fromEntries(others),
  };

  test('complains of a handler that breaks it', async () => {
    const { failures } = await findFailures(broken, options);
    expect(failures.map((failure) => failure.oracle)).toEqual([name]);
  });

  test('is silent about a handler that does not', async () => {
    const { failures } = await findFailures(mended, options);
    expect(failures.filter((failure) => failure.oracle === name).map((failure) => failure.detail)).toEqual(
      [],
    );
  });

  test('can be switched off', async () => {
    const off = { ...options.oracles, [name]: { off: 'known and accepted' } };
    const { failures } = await findFailures(broken, {
      ...options,
      runs: 5,
      oracles: off,
    });
    expect(failures).toEqual([]);
  });
});

test('every oracle says what holds and where', () => {
  const tested = new Set(table.map(([name]) => name));
  for (const oracle of oracles) {
    expect(oracle.holds).toMatch(/\.$/);
    expect(oracle.domain).toMatch(/\.$/);
    if (oracle.name !== 'property' && oracle.name !== 'reference') expect(tested).toContain(oracle.name);
  }
});
