import initSqlJs, { type Database } from 'sql.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FuzzOptions } from '../../src/fuzz/index.js';
import { type CkafkaEvent, ckafka } from '../../src/index.js';
import type { OptionSpecs } from '../../src/kernel/trigger.js';
import { casesToTry } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

let engine: Awaited<ReturnType<typeof initSqlJs>>;
beforeAll(async () => {
  engine = await initSqlJs();
});

const keysOf = ({ Records }: CkafkaEvent) =>
  Records.map(({ Ckafka }) => `${Ckafka.topic}/${Ckafka.partition}/${Ckafka.offset}`);

interface World {
  readonly db: Database;
}

type Options = Partial<FuzzOptions<CkafkaEvent, OptionSpecs, World>>;
type Store = (db: Database, keys: readonly string[]) => unknown;

const schema =
  'CREATE TABLE orders (key TEXT, at INTEGER); CREATE TABLE totals (id INTEGER PRIMARY KEY, orders INTEGER)';

/** How many databases are open. */
let open = 0;

const world = {
  setup: (): World => {
    open++;
    const db = new engine.Database();
    db.run(schema);
    db.run('INSERT INTO totals VALUES (1, 0)');
    return { db };
  },
  stateOf: ({ db }: World) => ({
    orders: db.exec('SELECT * FROM orders')[0]?.values ?? [],
    totals: db.exec('SELECT * FROM totals')[0]?.values ?? [],
  }),
  teardown: ({ db }: World) => {
    db.close();
    open--;
  },
};

const fuzzed = (store: Store, options: Options = {}) =>
  findUnshrunk(
    ({ db }: World) =>
      async (event: CkafkaEvent) =>
        void (await store(db, keysOf(event))),
    {
      trigger: ckafka,
      runs: casesToTry(1, 3),
      edges: false,
      learn: false,
      maxFailures: 1,
      oracles: onlyOracles('redelivery', 'split-batch', 'warm-cold', 'concurrency', 'swallowed-failure'),
      ...world,
      ...options,
    } as FuzzOptions<CkafkaEvent, OptionSpecs, World>,
  );

const found = async (store: Store, options?: Options) =>
  (await fuzzed(store, options)).failures.map(({ oracle, what }) => `${oracle}: ${what}`);

const insert = 'INSERT INTO orders VALUES (?, ?)';

const pairs: readonly (readonly [string, Store, string, Store])[] = [
  [
    'a batch that comes twice',
    (db, keys) => {
      for (const key of keys) db.run(insert, [key, Date.now()]);
    },
    'redelivery: world orders',
    (db, keys) => {
      db.run('CREATE UNIQUE INDEX IF NOT EXISTS one ON orders (key)');
      for (const key of keys)
        db.run(`${insert} ON CONFLICT DO UPDATE SET at = excluded.at`, [key, Date.now()]);
    },
  ],
  [
    'a sum',
    (db) => db.run('UPDATE totals SET orders = 1 + (SELECT orders FROM totals) WHERE id = 1'),
    'redelivery: world totals',
    (db, keys) => {
      db.run('CREATE TABLE IF NOT EXISTS seen (key TEXT PRIMARY KEY)');
      for (const key of keys) {
        db.run('BEGIN');
        db.run('INSERT OR IGNORE INTO seen VALUES (?)', [key]);
        if (db.getRowsModified() === 1) db.run('UPDATE totals SET orders = orders + 1');
        db.run('COMMIT');
      }
    },
  ],
  [
    'a batch that is kept by its first item',
    (db, keys) => {
      db.run('CREATE UNIQUE INDEX IF NOT EXISTS one ON orders (key)');
      db.run('INSERT OR REPLACE INTO orders VALUES (?, ?)', [keys[0] ?? '', keys.length]);
    },
    'split-batch: world orders',
    (db, keys) => {
      db.run('CREATE UNIQUE INDEX IF NOT EXISTS one ON orders (key)');
      for (const key of keys) db.run('INSERT OR REPLACE INTO orders VALUES (?, 1)', [key]);
    },
  ],
];

describe.each(pairs)('%s', (_name, broken, what, mended) => {
  test('shows in what the database holds', async () => {
    expect(await found(broken)).toEqual([what]);
  });

  test('is fine where the database holds the same', async () => {
    expect(await found(mended)).toEqual([]);
  });
});

test('what is kept in memory shows in what the database holds', async () => {
  const factory = ({ db }: World) => {
    let count = 0;
    return async (event: CkafkaEvent) => {
      count += event.Records.length;
      db.run('UPDATE totals SET orders = ? WHERE id = 1', [count]);
    };
  };
  const { failures } = await findUnshrunk(factory, {
    trigger: ckafka,
    runs: casesToTry(1, 3),
    oracles: onlyOracles('warm-cold'),
    ...world,
  });
  expect(failures.map(({ what }) => what)).toEqual(['world totals']);
});

describe('the world is taken away', () => {
  test.each<readonly [string, Store]>([
    ['when all is well', (db, keys) => db.run(insert, [keys[0] ?? '', 1])],
    [
      'when the handler fails',
      () => {
        throw new TypeError('no');
      },
    ],
    [
      'when the handler is stopped',
      () => {
        for (;;);
      },
    ],
    ['when the handler never answers', () => new Promise(() => undefined)],
  ])('%s', async (_, store) => {
    open = 0;
    await fuzzed(store, { runs: 1, timeoutMs: 50, oracles: onlyOracles('crash') });
    expect(open).toBe(0);
  });

  test('when nobody can say what it holds', async () => {
    open = 0;
    const failing = fuzzed(() => 1, {
      stateOf: () => {
        throw new Error('no such table: shop');
      },
    });
    await expect(failing).rejects.toMatchObject({ code: 'STATE_FAILED' });
    expect(open).toBe(0);
  });
});

test.each([
  ['setup', 'SETUP_FAILED', 'Cannot make the world of a case: setup fails with "no disk".'],
  ['stateOf', 'STATE_FAILED', 'Cannot tell what the world of a case holds: stateOf fails with "no disk".'],
  ['teardown', 'TEARDOWN_FAILED', 'Cannot take away the world of a case: teardown fails with "no disk".'],
])('an error of %s is told as the one of the test', async (option, code, message) => {
  const failing = fuzzed(() => 1, { [option]: () => Promise.reject(new Error('no disk')) });
  await expect(failing).rejects.toMatchObject({
    code,
    message: `${message} Mend ${option}, which is the test's and no part of the handler.`,
  });
});

test('who tells what no world holds is told so', async () => {
  const failing = findUnshrunk(() => async () => 1, { trigger: ckafka, stateOf: () => [] });
  await expect(failing).rejects.toMatchObject({ code: 'WORLD_WITHOUT_SETUP' });
});

test('a world that changes is an effect, and one that stays the same is none', async () => {
  const options: Options = { runs: casesToTry(6, 12), oracles: onlyOracles('crash') };
  const changing = await fuzzed((db, keys) => db.run(insert, [keys[0] ?? '', 1]), options);
  expect([changing.verdict, changing.weakness]).toEqual(['nothing-found', []]);
  const idle = await fuzzed(() => 1, options);
  expect(idle.weakness.join()).toContain('No effect of the handler was seen');
});
