import { closeSync, openSync } from 'node:fs';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { growing } from '../../src/fuzz/play/openThings.js';
import { timer } from '../../src/index.js';
import { judgedAlone } from './judgedAlone.js';
import type { Make } from './outside.js';

/** The databases are used under a name that leads nowhere. */
const host = 'db.example.invalid';

const opened: number[] = [];
afterEach(() => {
  for (const descriptor of opened.splice(0)) closeSync(descriptor);
});

const found = async (make: Make): Promise<readonly string[]> => {
  const options = { trigger: timer, runs: 2, maxFailures: 1, learn: false, edges: false };
  return (await judgedAlone('growth', options, make)).map(({ what, detail }) => `${what}: ${detail}`);
};
const rising = (what: string) => [expect.stringMatching(new RegExp(`^${what}.*: 1, 2, 3, 4\\.$`, 's'))];

interface Client {
  use(): Promise<unknown>;
  end(): unknown;
}

/** How clients of databases are made, and used once. */
const clients: [name: string, port: number, make: () => Client][] = [
  [
    'a pool of mysql2',
    3306,
    () => {
      const pool = mysql.createPool({ host, user: 'u' });
      return { use: () => pool.query('SELECT 1'), end: () => pool.end() };
    },
  ],
  [
    'a client of pg',
    5432,
    () => {
      const client = new pg.Client({ host, user: 'u' });
      const connected = client.connect();
      return { use: () => connected.then(() => client.query('SELECT 1')), end: () => client.end() };
    },
  ],
  [
    'ioredis',
    6379,
    () => {
      const redis = new Redis({ host });
      return { use: () => redis.get('key'), end: () => redis.quit() };
    },
  ],
];

describe.each(clients)('connections of %s', (_name, port, make) => {
  test('that each event opens and leaves open are told', async () => {
    const handle: Make = () => async () => void (await make().use());
    expect(await found(handle)).toEqual(rising(`connection to ${host}:${port}`));
  });

  test('that are closed, or used for every event, are not', async () => {
    const closed: Make = () => async () => {
      const client = make();
      try {
        await client.use();
      } finally {
        await client.end();
      }
    };
    const kept: Make = () => {
      const client = make();
      return async () => void (await client.use());
    };
    const later: Make = () => async () => {
      const client = make();
      await client.use();
      void client.end();
    };
    expect([await found(closed), await found(kept), await found(later)]).toEqual([[], [], []]);
  });
});

test('a client of MongoDB that each event makes is told, one that all use is not', async () => {
  const made = () => new MongoClient(`mongodb://${host}`);
  const ping = (client: MongoClient) => client.db('shop').command({ ping: 1 });
  const leaking = await found(() => async () => void (await ping(made())));
  const kept = await found(() => {
    const client = made();
    return async () => void (await ping(client));
  });
  expect([leaking.length, kept]).toEqual([1, []]);
});

test.skipIf(process.platform !== 'linux')(
  'files that each event opens and leaves open are told (needs Linux)',
  async () => {
    const open = (): number => openSync(import.meta.filename, 'r');
    expect(await found(() => async () => void opened.push(open()))).toEqual(rising('file'));
    expect(await found(() => async () => closeSync(open()))).toEqual([]);
  },
);

test('what is opened once, or stays in number, does not grow', () => {
  const seen = (...counts: number[]) => counts.map((count) => new Map([['file', count]]));
  expect(growing(seen(1, 1, 1, 1))).toBeUndefined();
  expect(growing(seen(1, 2, 3, 3))).toBeUndefined();
  expect(growing(seen(3, 2, 3, 4))).toBeUndefined();
  expect(growing(seen(3, 4, 6, 7))).toEqual({ key: 'file', counts: [3, 4, 6, 7] });
  expect(growing([])).toBeUndefined();
});
