import { Redis } from 'ioredis';
import mysql from 'mysql';
import mysql2 from 'mysql2/promise';
import pg from 'pg';
import { describe, expect, test } from 'vitest';

import { type CkafkaEvent, ckafka } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

/** The database is used under a name that leads nowhere. */
const host = 'db.example.invalid';

const found = async (handle: (event: CkafkaEvent) => Promise<unknown>, ...names: readonly string[]) => {
  const { failures } = await findUnshrunk(() => async (event: CkafkaEvent) => void (await handle(event)), {
    trigger: ckafka,
    runs: casesToTry(1, 3),
    edges: false,
    learn: false,
    maxFailures: 1,
    oracles: onlyOracles('crash', 'redelivery', ...names),
  });
  return failures.map(({ oracle, what }) => `${oracle}: ${what}`);
};

const keysOf = ({ Records }: CkafkaEvent) =>
  Records.map(({ Ckafka }) => `${Ckafka.topic}/${Ckafka.partition}/${Ckafka.offset}`);

type Insert = (key: string) => Promise<unknown>;

async function withMysql(use: (insert: Insert) => Promise<unknown>): Promise<void> {
  const connection = mysql.createConnection({ host });
  const insert: Insert = (key) =>
    new Promise((done, fail) => {
      const row = { id: crypto.randomUUID(), key, at: new Date() };
      connection.query('INSERT INTO orders SET ?', [row], (error, result) =>
        error ? fail(error) : done(result),
      );
    });
  await use(insert).finally(() => connection.destroy());
}

async function withMysql2(use: (insert: Insert) => Promise<unknown>): Promise<void> {
  const connection = await mysql2.createConnection({ host });
  await use((key) =>
    connection.execute('INSERT INTO orders (`key`, at) VALUES (?, ?)', [key, new Date()]),
  ).finally(() => connection.destroy());
}

async function withPg(use: (insert: Insert) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ host });
  await client.connect();
  await use((key) => client.query('INSERT INTO orders (key, at) VALUES ($1, now())', [key])).finally(() =>
    client.end(),
  );
}

const clients = [
  ['mysql', withMysql, 'ER_DUP_ENTRY', 'mysql INSERT orders'],
  ['mysql2', withMysql2, 'ER_DUP_ENTRY', 'mysql INSERT orders'],
  ['pg', withPg, '23505', 'pg INSERT orders'],
] as const;

describe.each(clients)('a row that is inserted again with %s', (_client, connected, code, name) => {
  test('is refused, which is fine for who takes that for done', async () => {
    const codes = new Set<unknown>();
    const insertOnce = (insert: Insert, key: string) =>
      insert(key).catch((error: { code: string }) => {
        codes.add(error.code);
        if (error.code !== code) throw error;
      });
    const handle = (event: CkafkaEvent) =>
      connected(async (insert) => {
        for (const key of keysOf(event)) await insertOnce(insert, key);
      });
    expect(await found(handle)).toEqual([]);
    expect([...codes]).toContain(code);
  });

  test('is told as the row that there is twice where the handler knows nothing of keys', async () => {
    const handle = (event: CkafkaEvent) =>
      connected(async (insert) => {
        for (const key of keysOf(event)) await insert(key);
      });
    expect(await found(handle)).toEqual([`redelivery: ${name}`]);
  });
});

test('rows that hold nothing of their own are no failure of who inserts them', async () => {
  const handle = () =>
    withMysql2(async (insert) => {
      await insert('same');
      await insert('same');
    });
  expect(await found(handle, 'warm-cold', 'concurrency')).toEqual(['redelivery: mysql INSERT orders']);
});

async function withRedis(use: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis({ host, lazyConnect: true, maxRetriesPerRequest: 1 });
  await redis.connect();
  await use(redis).finally(() => redis.disconnect());
}

type IsNew = (redis: Redis, key: string) => Promise<boolean>;

/** Ways to ask Redis whether a key comes for the first time. */
const guards: readonly (readonly [string, IsNew])[] = [
  [
    'INCR',
    async (redis, key) => {
      const count = await redis.incr(`seen:${key}`);
      await redis.expire(`seen:${key}`, 86_400);
      return count === 1;
    },
  ],
  ['HINCRBY', async (redis, key) => (await redis.hincrby('seen', key, 1)) === 1],
  ['SETNX', async (redis, key) => (await redis.setnx(`seen:${key}`, '1')) === 1],
  ['SADD', async (redis, key) => (await redis.sadd('seen', key)) === 1],
];

describe.each(guards)('%s', (_name, isNew) => {
  test('tells what comes again, and may count that', async () => {
    const handle = (event: CkafkaEvent) =>
      withRedis(async (redis) => {
        for (const key of keysOf(event)) if (await isNew(redis, key)) await redis.rpush('orders', key);
        await redis.hset('last', 'key', keysOf(event).at(-1) ?? '');
      });
    expect(await found(handle, 'concurrency', 'split-batch')).toEqual([]);
  });

  test('helps nobody who does not listen to it', async () => {
    const handle = (event: CkafkaEvent) =>
      withRedis(async (redis) => {
        for (const key of keysOf(event)) {
          await isNew(redis, key);
          await redis.rpush('orders', key);
        }
      });
    expect((await found(handle)).join()).toContain('redis RPUSH');
  });
});

test('a counter that guards nothing is counted', async () => {
  const handle = (event: CkafkaEvent) =>
    withRedis(async (redis) => {
      for (const key of keysOf(event)) await redis.incr(`views:${key}`);
      await redis.set('last', keysOf(event).join());
    });
  expect(await found(handle)).toEqual(['redelivery: redis INCR']);
});

test('a guard that is set before what it guards loses that after a failure', async () => {
  const handle = (event: CkafkaEvent) =>
    withRedis(async (redis) => {
      for (const key of keysOf(event))
        if ((await redis.incr(`seen:${key}`)) === 1) await redis.rpush('orders', key);
    });
  expect((await found(handle, 'retry-after-fault')).join()).toMatch(
    /^retry-after-fault: loses .*redis RPUSH$/,
  );
});

test('a row that is changed from one state to the next is changed once', async () => {
  const handle = (isGuarded: boolean) => async (event: CkafkaEvent) => {
    const connection = await mysql2.createConnection({ host });
    for (const key of keysOf(event)) {
      const [{ affectedRows }] = await connection.execute<mysql2.ResultSetHeader>(
        "UPDATE orders SET state = 'paid' WHERE id = ? AND state = 'new'",
        [key],
      );
      if (affectedRows > 0 || !isGuarded)
        await connection.query('UPDATE totals SET paid = paid + 1 WHERE id = 1');
    }
    connection.destroy();
  };
  expect(await found(handle(true), 'concurrency')).toEqual([]);
  expect(await found(handle(false))).toEqual(['redelivery: mysql UPDATE totals']);
});

test('a row that is taken away is taken away once', async () => {
  const handle = async (event: CkafkaEvent) => {
    const client = new pg.Client({ host });
    await client.connect();
    for (const key of keysOf(event)) {
      const { rowCount } = await client.query('DELETE FROM waiting WHERE key = $1', [key]);
      if (rowCount === 1) await client.query('UPDATE totals SET done = done + 1');
    }
    await client.end();
  };
  expect(await found(handle, 'concurrency')).toEqual([]);
});
