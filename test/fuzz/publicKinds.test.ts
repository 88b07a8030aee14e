import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { effect, type HandlerFactory } from '../../src/fuzz/index.js';
import { expectedTexts } from '../../src/fuzz/search/learn/callerTexts.js';
import { guesserOf } from '../../src/fuzz/search/learn/guessedRequest.js';
import {
  type ApigwEvent,
  apigw,
  check,
  ckafka,
  cmq,
  functionUrl,
  sample,
  type Trigger,
  timer,
} from '../../src/index.js';
import { plainRequest } from '../../src/kernel/draw.js';
import { hasErrors } from '../../src/kernel/issue.js';
import { SeededDraw } from '../../src/kernel/seededDraw.js';
import { findUnshrunk } from './findUnshrunk.js';
import { type Handle, judgedOnce } from './judgedOnce.js';
import { onlyOracles } from './onlyOracles.js';

type Messages = { readonly Records: readonly { readonly CMQ: { msgId: string; msgBody: string } }[] };

const messageOf = (msgId: string, msgBody: string): Messages => {
  const common = { type: 'topic', topicOwner: 1250000000, topicName: 'orders', subscriptionName: 'to-scf' };
  const sent = { publishTime: '2026-01-01T00:00:00Z', requestId: '1', msgTag: '' };
  return { Records: [{ CMQ: { ...common, ...sent, msgId, msgBody } }] };
};

/** Keeps each message once, as far as an instance remembers. */
const keptOnce =
  (idOf: (message: Messages['Records'][number]['CMQ']) => string): Handle =>
  ({ call }) => {
    const known = new Set<string>();
    return async ({ Records }: Messages) => {
      for (const { CMQ } of Records) {
        if (known.has(idOf(CMQ))) continue;
        known.add(idOf(CMQ));
        await call('db.put', CMQ.msgId, CMQ.msgBody);
      }
    };
  };

test.each<readonly [what: string, otherId: string, handle: Handle, told: string | undefined]>([
  ['what is known by its id', '13510798882111491', keptOnce(({ msgId }) => msgId), undefined],
  ['what is known by its kind', '13510798882111492', keptOnce(() => 'message'), 'db.put'],
])('two events with one id are no two events: %s', async (_what, otherId, handle, told) => {
  const event = messageOf('13510798882111491', 'first');
  const other = messageOf(otherId, 'second');
  const violation = await judgedOnce('warm-cold', { trigger: cmq as Trigger, event, other }, handle);
  expect(violation?.what).toBe(told);
});

type Records = { readonly Records: readonly { readonly Ckafka: { msgKey: string; msgBody: string } }[] };

const recordsOf = (topic: string, ...pairs: readonly (readonly [key: string, body: string])[]): Records => ({
  Records: pairs.map(([msgKey, msgBody], offset) => ({
    Ckafka: { topic, partition: 0, offset, msgKey, msgBody },
  })),
});

/** Keeps the newest of each key, one after the other. */
const upserting: Handle =
  ({ call }) =>
  async ({ Records }: Records) => {
    for (const { Ckafka } of Records) await call('db.put', Ckafka.msgKey, Ckafka.msgBody);
  };

const worlds = new WeakMap<object, Map<string, number>>();

/** Keeps how many there are of each key, as far as one who asks for it knows. */
const counting: Handle = (world) => {
  const counts = worlds.get(world) ?? new Map<string, number>();
  worlds.set(world, counts);
  const get = effect('db.get', async (key: string) => counts.get(key) ?? 0);
  const put = effect('db.put', async (key: string, count: number) => void counts.set(key, count));
  return async ({ Records }: Records) => {
    for (const { Ckafka } of Records) await put(Ckafka.msgKey, (await get(Ckafka.msgKey)) + 1);
  };
};

test.each<readonly [what: string, handle: Handle, keys: readonly string[], told: string | undefined]>([
  ['of each the newer one stays, whichever that is', upserting, ['b', 'a'], undefined],
  ['both are counted, and one is lost', counting, ['a', 'b'], 'db.put'],
])('two batches write the same places at once: %s', async (_what, handle, keys, told) => {
  const event = recordsOf('orders', ['a', '1'], ['b', '1']);
  const other = recordsOf('payments', ...keys.map((key) => [key, '2'] as const));
  const violation = await judgedOnce('concurrency', { trigger: ckafka as Trigger, event, other }, handle);
  expect(violation?.what).toBe(told);
});

test('a word that stands in the event already is no other word', async () => {
  const event = recordsOf('orders', ['none', '1'], ['constructor', '2']);
  expect(
    await judgedOnce('inherited-name', { trigger: ckafka as Trigger, event }, upserting),
  ).toBeUndefined();
});

const deleting =
  (seenOf: (time: Date) => Date | number | string): HandlerFactory<never, undefined> =>
  () =>
  async ({ Time }: { readonly Time: string }) => {
    const connection = await mysql.createConnection({ host: 'db.internal', user: 'u', database: 'ops' });
    try {
      await connection.execute('DELETE FROM log WHERE seen < ?', [seenOf(new Date(Time))]);
    } finally {
      connection.destroy();
    }
  };

test.each([
  ['a time, which the client writes in the zone of the process', (time: Date) => time, []],
  ['a time in UTC, as a text', (time: Date) => time.toISOString().replace('T', ' ').slice(0, 19), []],
  ['an hour of the zone of the process', (time: Date) => time.getHours(), ['time-zone']],
] as const)('a statement of MySQL holds %s', async (_what, seenOf, told) => {
  const { failures } = await findUnshrunk(deleting(seenOf), {
    trigger: timer as unknown as Trigger<never, Record<never, never>>,
    runs: 2,
    maxFailures: 1,
    oracles: onlyOracles('time-zone'),
  });
  expect(failures.map(({ oracle }) => oracle)).toEqual(told);
});

const folder = mkdtempSync(join(tmpdir(), 'later-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'node_modules/later'), { recursive: true });
const library = join(folder, 'node_modules/later/index.cjs');
writeFileSync(library, 'module.exports = (ms, then) => setTimeout(then, ms);');
const later: (ms: number, then: () => unknown) => unknown = createRequire(import.meta.url)(library);

test.each<readonly [what: string, handle: Handle, told: string | undefined]>([
  ['a library closes later what is idle', () => async () => void later(60_000, () => 0), undefined],
  [
    'a library does later what it was told to',
    ({ call }) =>
      async () =>
        void later(60_000, () => call('db.put', 'a', 1)),
    'call db.put',
  ],
  ['the function itself waits', () => async () => void setTimeout(() => 0, 60_000), 'timer Timeout'],
  [
    'a pool keeps its connection',
    () => {
      const pool = new pg.Pool({ host: 'db.internal' });
      return async ({ Time }: { readonly Time: string }) => {
        const client = await pool.connect();
        try {
          await client.query('INSERT INTO ticks (at) VALUES ($1)', [Time]);
        } finally {
          client.release();
        }
      };
    },
    undefined,
  ],
])('when the handler answers, %s', async (_what, handle, told) => {
  const violation = await judgedOnce(
    'late-work',
    { trigger: timer as Trigger, event: sample(timer) },
    handle,
  );
  expect(violation?.what).toBe(told);
});

test.each<readonly [what: string, answerOf: () => string | undefined, told: string | undefined]>([
  ['with a secret', () => process.env.TENCENTCLOUD_SECRETKEY, 'answer'],
  ['without one', () => 'not available', undefined],
])('a failing call is answered %s', async (_what, answerOf, told) => {
  const violation = await judgedOnce(
    'secret-leak',
    { trigger: timer as Trigger, event: { Type: 'Timer', TriggerName: 'a', Time: '', Message: '' } },
    ({ call }) =>
      async () =>
        call('db.get', 'a').catch(answerOf),
  );
  expect(violation?.what).toBe(told);
});

describe('what the code expects of callers', () => {
  test.each([
    ['const name = /^([a-z]+-?)+$/;', true],
    ['const name = /^[a-z]+(?:-[a-z]{1,9}){0,5}$/;', false],
  ])('%s', (code, isSlow) => {
    expect(expectedTexts(code).slow.some((text) => text.length > 40 && text.endsWith('!'))).toBe(isSlow);
  });

  test('is an id of as many digits as its expression takes', () => {
    const { accepted } = expectedTexts(String.raw`const id = /^[1-9]\d{0,18}$/;`);
    expect(accepted.some((text) => Number(text) > Number.MAX_SAFE_INTEGER)).toBe(true);
  });

  test.each([
    ["raw.includes('docs.example.com')", ['https://docs.example.com/']],
    [String.raw`/^https:\/\/docs\.example\.com/.test(raw)`, ['https://docs.example.com/']],
    ["require('./index.js'); read('a.json')", []],
  ])('is an address of %s', (code, addresses) => {
    expect(expectedTexts(code).addresses).toEqual(addresses);
  });
});

const code = `const express = require('express');
app.get('/reports/:month', (req, res) => res.json({ kind: req.query.kind }));`;

test('a parameter of a path is looked up in the tables of the code', () => {
  const table = `${code} const months = { march: [1, 2], "april-1": { days: 30 }, other: 5 };`;
  const guess = guesserOf(apigw, table);
  const draw = new SeededDraw('adapter', 'apigw', plainRequest);
  const paths = Array.from(
    { length: 100 },
    (_, at) => (guess?.(draw.restart(at)) as ApigwEvent | undefined)?.path ?? '',
  );
  for (const key of ['march', 'april-1'])
    expect(paths.filter((path) => path.endsWith(`/${key}`)).length).toBeGreaterThan(5);
  expect(paths.some((path) => path.endsWith('/days'))).toBe(false);
});

test.each([apigw, functionUrl] as readonly Trigger[])(
  'requests of $name for an app behind an adapter',
  (trigger) => {
    const draw = new SeededDraw('adapter', trigger.name, plainRequest);
    const guess = guesserOf(trigger, code);
    const events = Array.from({ length: 40 }, (_, index) => guess?.(draw.restart(index)) as ApigwEvent);
    expect(events.filter((event) => hasErrors(check(trigger, event)))).toEqual([]);
    expect(events.filter(({ path }) => path.startsWith('/reports/')).length).toBeGreaterThan(20);
    expect(events.filter(({ queryString }) => 'kind' in queryString).length).toBeGreaterThan(10);
    expect(guesserOf(trigger, code.replaceAll('express', 'exhaust'))).toBeUndefined();
  },
);
