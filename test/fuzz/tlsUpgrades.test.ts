import { Redis } from 'ioredis';
import mysql from 'mysql';
import mysql2 from 'mysql2/promise';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { expect, test } from 'vitest';

import { type CkafkaEvent, ckafka } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

/** Used under a name that leads nowhere. */
const host = 'db.example.invalid';
const insert = 'INSERT INTO orders (id) VALUES';

type Keep = () => { readonly write: (key: string) => Promise<unknown>; readonly end: () => unknown };

/** Clients that are kept from one event to the next, and go on with TLS. */
const clients: readonly (readonly [string, string, Keep])[] = [
  [
    'mysql2 with ssl',
    'mysql INSERT orders',
    () => {
      const ssl = { rejectUnauthorized: true, verifyIdentity: true };
      const pool = mysql2.createPool({ host, user: 'u', password: 'p', ssl, connectionLimit: 1 });
      return { write: (key) => pool.execute(`${insert} (?)`, [key]), end: () => pool.end() };
    },
  ],
  [
    'mysql with ssl',
    'mysql INSERT orders',
    () => {
      const pool = mysql.createPool({ host, user: 'u', ssl: { rejectUnauthorized: true } });
      const write = (key: string) =>
        new Promise((done, fail) => {
          pool.query(`${insert} (?)`, [key], (error, rows) => (error ? fail(error) : done(rows)));
        });
      return { write, end: () => pool.end() };
    },
  ],
  [
    'pg with ssl',
    'pg INSERT orders',
    () => {
      const pool = new pg.Pool({ host, user: 'u', ssl: { rejectUnauthorized: true }, max: 1 });
      pool.on('error', () => undefined);
      return { write: (key) => pool.query(`${insert} ($1)`, [key]), end: () => pool.end() };
    },
  ],
  [
    'nodemailer with requireTLS',
    'smtp MAIL',
    () => {
      const mail = createTransport({ host, port: 587, requireTLS: true, auth: { user: 'u', pass: 'p' } });
      const write = (key: string) => mail.sendMail({ from: 'a@example.com', to: 'b@example.com', text: key });
      return { write, end: () => mail.close() };
    },
  ],
  [
    'ioredis with tls',
    'redis LPUSH',
    () => {
      const redis = new Redis({ host, port: 6380, tls: {}, maxRetriesPerRequest: 1 });
      redis.on('error', () => undefined);
      return { write: (key) => redis.lpush('orders', key), end: () => redis.disconnect() };
    },
  ],
];

const keysOf = ({ Records }: CkafkaEvent) =>
  Records.map(({ Ckafka }) => `${Ckafka.topic}/${Ckafka.partition}/${Ckafka.offset}`);

async function found(keep: Keep, ...names: readonly string[]) {
  const kept: ReturnType<Keep>[] = [];
  const factory = () => {
    const client = keep();
    kept.push(client);
    return async (event: CkafkaEvent) => {
      for (const key of keysOf(event)) await client.write(key);
    };
  };
  const { failures, warnings } = await findUnshrunk(factory, {
    trigger: ckafka,
    runs: casesToTry(1, 2),
    edges: false,
    learn: false,
    maxFailures: 1,
    oracles: onlyOracles('crash', ...names),
  });
  for (const { end } of kept) end();
  expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  return failures.map(({ oracle, what }) => `${oracle}: ${what}`);
}

test.each(clients)(
  '%s is served as it is without, and leaves no handle behind',
  async (_name, call, keep) => {
    expect(await found(keep, 'late-work', 'never-settles', 'unhandled-rejection')).toEqual([]);
    const [told] = await found(keep, 'redelivery');
    // A row that is there already is refused, which fails the event that comes again.
    expect(told).toMatch(/^redelivery: /);
    if (!/INSERT/.test(call)) expect(told).toContain(call);
  },
);
