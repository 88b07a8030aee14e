import { connect } from 'node:net';
import { Redis } from 'ioredis';
import mysql from 'mysql';
import mysql2 from 'mysql2/promise';
import pg from 'pg';
import { createClient } from 'redis';
import { describe, expect, test } from 'vitest';

import { type CkafkaEvent, ckafka } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

/** The database is used under a name that leads nowhere. */
const host = 'db.example.invalid';

type Handle = (event: CkafkaEvent) => unknown;

const options = {
  trigger: ckafka,
  runs: casesToTry(1, 2),
  edges: false,
  learn: false,
  maxFailures: 1,
  oracles: onlyOracles('crash', 'redelivery'),
} as const;

const fuzzed = (handle: Handle) =>
  findUnshrunk(() => async (event: CkafkaEvent) => void (await handle(event)), options);

const keysOf = ({ Records }: CkafkaEvent) =>
  Records.map(({ Ckafka }) => `${Ckafka.topic}/${Ckafka.partition}/${Ckafka.offset}`);

async function withIoredis(use: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis({ host, lazyConnect: true, maxRetriesPerRequest: 1 });
  await redis.connect();
  await use(redis).finally(() => redis.disconnect());
}

const nodeRedis = () => createClient({ url: `redis://${host}:6379` }).on('error', () => undefined);

async function withNodeRedis(use: (redis: ReturnType<typeof nodeRedis>) => Promise<unknown>): Promise<void> {
  const redis = nodeRedis();
  await redis.connect();
  await use(redis).finally(() => redis.destroy());
}

/** Uses a connection in the manner of callbacks. */
async function withMysql(
  use: (query: (sql: string, values?: unknown[]) => Promise<{ affectedRows: number }>) => Promise<unknown>,
): Promise<void> {
  const connection = mysql.createConnection({ host, user: 'u', password: 'p', database: 'shop' });
  const query = (sql: string, values: unknown[] = []) =>
    new Promise<{ affectedRows: number }>((done, fail) => {
      connection.query(sql, values, (error, result) => (error ? fail(error) : done(result)));
    });
  await use(query).finally(() => connection.destroy());
}

async function withMysql2(use: (connection: mysql2.Connection) => Promise<unknown>): Promise<void> {
  const connection = await mysql2.createConnection({ host, user: 'u', password: 'p', database: 'shop' });
  await use(connection).finally(() => connection.destroy());
}

async function withPg(use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ host, user: 'u', password: 'p', database: 'shop' });
  await client.connect();
  await use(client).finally(() => client.end());
}

/** A client, a handler that does twice what comes twice, the call that tells, and one that does it once. */
type Pair = readonly [client: string, broken: Handle, what: string, mended: Handle];

const pairs: readonly Pair[] = [
  [
    'ioredis',
    (event) => withIoredis(async (redis) => Promise.all(keysOf(event).map(() => redis.incr('orders')))),
    'redis INCR',
    (event) =>
      withIoredis(async (redis) => {
        for (const key of keysOf(event)) {
          if ((await redis.set(`seen:${key}`, '1', 'EX', 86_400, 'NX')) !== null)
            await redis.rpush('orders', key);
          await redis.hset('last', 'key', key);
        }
      }),
  ],
  [
    'redis',
    (event) => withNodeRedis((redis) => redis.multi().rPush('orders', keysOf(event)).exec()),
    'redis RPUSH',
    (event) =>
      withNodeRedis(async (redis) => {
        for (const key of keysOf(event)) {
          if ((await redis.get(key)) === null) await redis.incr('orders');
          await redis.set(key, 'done');
        }
      }),
  ],
  [
    'mysql',
    (event) => withMysql((query) => query('INSERT INTO orders SET ?', [{ key: keysOf(event).join() }])),
    'mysql INSERT orders',
    (event) =>
      withMysql(async (query) => {
        for (const key of keysOf(event)) {
          await query('BEGIN');
          const { affectedRows } = await query('INSERT IGNORE INTO seen (`key`) VALUES (?)', [key]);
          if (affectedRows > 0) await query('UPDATE totals SET orders = orders + 1 WHERE id = 1');
          await query('COMMIT');
        }
      }),
  ],
  [
    'mysql2',
    (event) =>
      withMysql2((connection) =>
        connection.execute('UPDATE totals SET orders = orders + ? WHERE id = 1', [keysOf(event).length]),
      ),
    'mysql UPDATE totals',
    (event) =>
      withMysql2(async (connection) => {
        for (const key of keysOf(event)) {
          const [rows] = await connection.execute<mysql2.RowDataPacket[]>(
            'SELECT id FROM orders WHERE `key` = ?',
            [key],
          );
          if (rows.length > 0) continue;
          await connection.execute('INSERT INTO orders (`key`, at) VALUES (?, ?)', [key, new Date(0)]);
          await connection.query(
            'INSERT INTO last (id, `key`) VALUES (1, ?) ON DUPLICATE KEY UPDATE `key` = VALUES(`key`)',
            [key],
          );
        }
      }),
  ],
  [
    'pg',
    (event) =>
      withPg((client) =>
        client.query('INSERT INTO orders (key) VALUES ($1) RETURNING id', [keysOf(event).join()]),
      ),
    'pg INSERT orders',
    (event) =>
      withPg(async (client) => {
        for (const key of keysOf(event)) {
          await client.query('BEGIN');
          const { rowCount } = await client.query(
            'INSERT INTO seen (key, at) VALUES ($1, now()) ON CONFLICT (key) DO NOTHING',
            [key],
          );
          if (rowCount === 1) await client.query('UPDATE totals SET orders = orders + 1');
          await client.query(
            'INSERT INTO last (id, key) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET key = EXCLUDED.key',
            [key],
          );
          await client.query('COMMIT');
        }
      }),
  ],
];

describe.each(pairs)('%s', (_client, broken, what, mended) => {
  test('names the call that a redelivery repeats', async () => {
    const { failures, warnings } = await fuzzed(broken);
    expect(failures.map((failure) => [failure.oracle, failure.what])).toEqual([['redelivery', what]]);
    expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  });

  test('is silent where what comes twice is done once', async () => {
    const { failures, warnings } = await fuzzed(mended);
    expect(failures).toEqual([]);
    expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  });
});

test('a client that is made while the handler is loaded works for what is handled later, and its commands can fail', async () => {
  const { failures, warnings } = await findUnshrunk(
    () => {
      const client = new pg.Client({ host });
      // What is asked meanwhile waits for the connection.
      setTimeout(() => void client.connect(), 5);
      return async (event: CkafkaEvent) => {
        await client
          .query('DELETE FROM carts WHERE key = $1', keysOf(event).slice(0, 1))
          .catch(() => undefined);
      };
    },
    { ...options, oracles: onlyOracles('redelivery', 'swallowed-failure') },
  );
  expect(failures.map(({ what }) => what)).toEqual(['pg DELETE carts fails']);
  expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
});

test('what a transaction did that fails is gone, so that trying again does it once', async () => {
  const { failures } = await findUnshrunk(
    () => (event: CkafkaEvent) =>
      withMysql2(async (connection) => {
        await connection.beginTransaction();
        await connection.execute('INSERT INTO orders (`key`) VALUES (?)', [keysOf(event).join()]);
        await connection.query('UPDATE totals SET orders = orders + 1');
        await connection.commit();
      }),
    { ...options, oracles: onlyOracles('retry-after-fault') },
  );
  expect(failures).toEqual([]);
});

test('what was written can be read again, by every client', async () => {
  const seen: unknown[] = [];
  await findUnshrunk(
    () => async () => {
      await withIoredis(async (redis) => {
        await redis.hset('h', { a: 1 });
        seen.push(await redis.hgetall('h'), await redis.get('none'));
      });
      await withNodeRedis(async (redis) => seen.push(await redis.hGetAll('h'), await redis.incr('n')));
      await withMysql2(async (connection) => {
        await connection.execute('INSERT INTO t (a, b) VALUES (?, ?)', [1, 'x']);
        seen.push((await connection.execute('SELECT a, b FROM t WHERE a = ?', [1]))[0]);
        seen.push((await connection.query('SELECT COUNT(*) AS n FROM other'))[0]);
      });
      await withPg(async (client) => {
        await client.query("INSERT INTO t (a, b) VALUES (1, 'x')");
        seen.push((await client.query('UPDATE t SET b = $1 WHERE a = 1 RETURNING a, b', ['y'])).rows);
        seen.push((await client.query('SELECT COUNT(*) AS n, 1 AS one FROM other')).rows);
      });
    },
    { ...options, runs: 1, oracles: onlyOracles('crash') },
  );
  expect(seen.slice(0, 8)).toEqual([
    { a: '1' },
    null,
    { a: '1' },
    1,
    [{ a: 1, b: 'x' }],
    [{ n: 0 }],
    [{ a: 1, b: 'y' }],
    [{ n: '0', one: 1 }],
  ]);
});

test('a server that neither its port nor the client tells is refused as ever', async () => {
  const { warnings } = await fuzzed(
    () => new Promise((done) => connect(1, host).once('error', done).once('connect', done)),
  );
  expect(warnings).toContainEqual(expect.stringContaining(`tcp ${host}:1 was refused`));
});

describe('a client that is given another port', () => {
  const elsewhere = { host: '**', user: 'u', password: 'p', database: 'shop' };
  const sent = 'INSERT INTO orders VALUES (?)';
  test.each<readonly [client: string, call: string, use: () => Promise<unknown>]>([
    [
      'mysql',
      'mysql INSERT orders',
      () =>
        new Promise((done, fail) => {
          const connection = mysql.createConnection({ ...elsewhere, port: 61_631 });
          connection.query(sent, ['a'], (error, result) => (error ? fail(error) : done(result)));
          connection.end();
        }),
    ],
    [
      'mysql2',
      'mysql INSERT orders',
      async () => {
        const connection = await mysql2.createConnection({ ...elsewhere, port: 3307 });
        await connection.query(sent, ['a']).finally(() => connection.destroy());
      },
    ],
    [
      'pg',
      'pg INSERT orders',
      async () => {
        const client = new pg.Client({ ...elsewhere, port: 6543 });
        await client.connect();
        await client.query('INSERT INTO orders VALUES ($1)', ['a']).finally(() => client.end());
      },
    ],
    [
      'ioredis',
      'redis rpush',
      async () => {
        const redis = new Redis({ host: '**', port: 7000, lazyConnect: true, maxRetriesPerRequest: 1 });
        await redis.connect();
        await redis.rpush('orders', 'a').finally(() => redis.disconnect());
      },
    ],
  ])('is known by its package: %s', async (_client, call, use) => {
    const { failures } = await fuzzed(use);
    expect(failures.map(({ oracle }) => oracle)).toEqual(['redelivery']);
    expect(failures[0]?.detail.toLowerCase()).toContain(call.toLowerCase());
  });
});

test('what a library asks a server of itself before it works with it is answered', async () => {
  const seen: unknown[] = [];
  await fuzzed(async () => {
    const client = new pg.Client({ host });
    await client.connect();
    const answers = await Promise.all(
      ['SELECT * FROM current_schema()', 'SELECT current_database() AS name', 'SELECT version()'].map((sql) =>
        client.query(sql),
      ),
    );
    seen.push(answers.map(({ rows }) => rows[0]));
    await client.end();
  });
  expect(seen[0]).toEqual([{ current_schema: 'public' }, { name: 'app' }, { version: 'PostgreSQL 16.2' }]);
});
