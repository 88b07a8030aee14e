import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import mysql2 from 'mysql2/promise';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/fuzz/index.js';
import { type CkafkaEvent, ckafka } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

/** The database is used under a name that leads nowhere. */
const host = 'db.example.invalid';

type Handle = (event: CkafkaEvent) => Promise<unknown>;

async function found(handle: Handle, answers?: Answers) {
  const { failures, warnings } = await findUnshrunk(
    () => async (event: CkafkaEvent) => void (await handle(event)),
    {
      trigger: ckafka,
      runs: casesToTry(1, 3),
      edges: false,
      learn: false,
      oracles: onlyOracles('crash'),
      ...(answers === undefined ? {} : { answers }),
    },
  );
  return { failures: failures.map(({ what }) => what), warnings };
}

async function withRedis<Result>(use: (redis: Redis) => Promise<Result>): Promise<Result> {
  const redis = new Redis({ host, lazyConnect: true, maxRetriesPerRequest: 1 });
  await redis.connect();
  return use(redis).finally(() => redis.disconnect());
}

async function withMysql<Result>(use: (connection: mysql2.Connection) => Promise<Result>): Promise<Result> {
  const connection = await mysql2.createConnection({ host });
  return use(connection).finally(() => connection.destroy());
}

async function withPg<Result>(use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ host });
  await client.connect();
  return use(client).finally(() => client.end());
}

interface User {
  _id: number;
  name: string;
}

async function withMongo<Result>(use: (client: MongoClient) => Promise<Result>): Promise<Result> {
  const client = new MongoClient(`mongodb://${host}/shop`, { serverSelectionTimeoutMS: 500 });
  return use(client).finally(() => client.close());
}

type Row = mysql2.RowDataPacket;

/** A handler that takes for granted that something is found, the note that says so, and the answer that it names. */
const readers: readonly (readonly [string, Handle, string, Answers])[] = [
  [
    'a row of mysql',
    () =>
      withMysql(async (connection) => {
        const [rows] = await connection.query<Row[]>('SELECT * FROM users WHERE id = 7');
        return (rows[0] as Row).name.trim();
      }),
    '{ "mysql SELECT users": [{ … }] }',
    { 'mysql SELECT users': [{ id: 7, name: ' Li ' }] },
  ],
  [
    'a column of pg',
    () =>
      withPg(async (client) => {
        const { rows } = await client.query('SELECT u.name AS n FROM users u WHERE id = $1', [7]);
        await client.query('INSERT INTO seen (n) VALUES ($1)', [rows[0].n]);
      }),
    '{ "pg SELECT users": [{ … }] }',
    { 'pg SELECT *': [{ name: 'Li' }] },
  ],
  [
    'a text of redis',
    () => withRedis(async (redis) => JSON.parse((await redis.get('user:7')) as string).name.trim()),
    '{ "redis GET *": "…" }',
    { 'redis GET user:*': { name: ' Li ' } },
  ],
  [
    'a document of mongodb',
    () =>
      withMongo(async (client) => {
        const user = await client.db().collection<User>('users').findOne({ _id: 7 });
        return (user as User).name.trim();
      }),
    '{ "mongodb find users": [{ … }] }',
    { 'mongodb find users': [{ _id: 7, name: ' Li ' }] },
  ],
];

describe.each(readers)('who expects %s', (_name, handle, key, answers) => {
  test('is not accused, and a note says what to give', async () => {
    const { failures, warnings } = await found(handle);
    expect(failures).toEqual([]);
    expect(warnings.join('\n')).toMatch(/found nothing in a database that is empty, and is not judged/);
    expect(warnings.join('\n')).toContain(`--answers file.json with ${key}`);
  });

  test('is judged by the answer that is given', async () => {
    const { failures, warnings } = await found(handle, answers);
    expect(failures).toEqual([]);
    expect(warnings.join()).not.toContain('found nothing');
  });
});

test('what is given is what is read', async () => {
  const seen: unknown[] = [];
  const answers: Answers = {
    'mysql SELECT users': [{ id: 7, name: 'Li', tags: ['a'] }],
    'pg SELECT users': [
      { id: 7, name: 'Li', at: null },
      { id: 8, name: 'Wu' },
    ],
    'redis GET user:7': '李',
    'redis GET count': 5,
    'redis HGETALL user:7': { name: '李', age: 30 },
    'redis SMEMBERS *': ['a', 'b'],
    'redis EXISTS *': 1,
    'mongodb find orders': [
      { _id: { $oid: '0123456789abcdef01234567' }, at: { $date: '2026-01-02T03:04:05Z' } },
    ],
    'mongodb count orders': 12,
    'mongodb findAndModify next': { _id: 'orders', number: 8 },
  };
  await found(async () => {
    seen.length = 0;
    await withMysql(async (connection) => {
      seen.push((await connection.query('SELECT name, tags FROM users LIMIT 1'))[0]);
      seen.push((await connection.execute('SELECT COUNT(*) AS n FROM users'))[0]);
      seen.push((await connection.query('SELECT id FROM other'))[0]);
    });
    await withPg(async (client) => {
      seen.push((await client.query('SELECT * FROM users')).rows);
      seen.push(
        (await client.query({ name: 'q', text: 'SELECT id FROM users WHERE id = $1', values: [1] })).rows,
      );
    });
    await withRedis(async (redis) => {
      seen.push(await redis.get('user:7'), await redis.get('count'), await redis.get('other'));
      seen.push(await redis.hgetall('user:7'), await redis.smembers('s'), await redis.exists('k'));
    });
    await withMongo(async (client) => {
      const orders = client.db().collection('orders');
      seen.push(JSON.stringify(await orders.find({ state: 'paid' }).toArray()));
      seen.push(await orders.estimatedDocumentCount());
      const numbers = client.db().collection<{ _id: string; number: number }>('next');
      seen.push(await numbers.findOneAndUpdate({ _id: 'orders' }, { $inc: { number: 1 } }));
    });
  }, answers);
  expect(seen).toEqual([
    [{ name: 'Li', tags: '["a"]' }],
    [{ n: 1 }],
    [],
    [
      { id: 7, name: 'Li', at: null },
      { id: 8, name: 'Wu', at: null },
    ],
    [{ id: 7 }, { id: 8 }],
    '李',
    '5',
    null,
    { name: '李', age: '30' },
    ['a', 'b'],
    1,
    '[{"_id":"0123456789abcdef01234567","at":"2026-01-02T03:04:05.000Z"}]',
    12,
    { _id: 'orders', number: 8 },
  ]);
});

test('a failure that has nothing to do with what is found is a failure', async () => {
  const handle: Handle = ({ Records }) =>
    withRedis(async (redis) => {
      if ((await redis.get(`seen:${Records[0]?.Ckafka.offset}`)) !== null) return;
      JSON.parse(`{${Records[0]?.Ckafka.topic}`);
    });
  const { failures } = await found(handle);
  expect(failures.length).toBeGreaterThan(0);
});

test('answers that no server could give are refused', async () => {
  const given = (answers: object) => found(async () => 1, answers as Answers);
  await expect(given({ 'mysql SELECT users': { id: 7 } })).rejects.toThrow(
    'Cannot take the answers: the answer to "mysql SELECT users" is {"id":7}, which is no list of rows. Write { "mysql SELECT users": [{ "id": 7 }] }.',
  );
  await expect(given({ 'oracle SELECT users': [] })).rejects.toThrow(
    'and no command of a database, such as "mysql SELECT users"',
  );
});
