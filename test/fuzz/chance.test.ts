import crypto, { randomBytes as namedRandomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { effect, type HandlerFactory, oracles } from '../../src/fuzz/index.js';
import { type TimerEvent, timer } from '../../src/index.js';
import { casesToTry, isNightly } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';

type Handle = (event: TimerEvent) => Promise<unknown>;

const relations = Object.fromEntries(oracles.map(({ name, isRelation }) => [name, isRelation]));

async function brokenRelations(
  create: HandlerFactory<TimerEvent, undefined>,
  runs = casesToTry(2, 25),
): Promise<string[]> {
  const { failures } = await findUnshrunk(create, {
    trigger: timer,
    runs,
    edges: isNightly,
    oracles: relations,
  });
  return failures.map(({ oracle }) => oracle);
}

const put = (path: string, body: unknown) =>
  fetch(`https://example.com/${path}`, { method: 'PUT', body: JSON.stringify(body) });

test.each<[string, Handle]>([
  ['in what it stores', async ({ Time }) => put(`codes/${Time}`, { code: Math.floor(Math.random() * 100) })],
  ['in where it stores', async ({ Time }) => put(`visits/${Date.now()}_${Math.random()}`, { Time })],
  [
    'in a token',
    async ({ Time }) => put(`tokens/${Time}`, { token: crypto.getRandomValues(new Uint8Array(4)).join() }),
  ],
  ['in what it does at times', async ({ Time }) => Math.random() < 0.1 && put(`samples/${Time}`, { Time })],
  ['in the time that it takes', async ({ Time }) => put(`runs/${Time}`, { ms: await timeOf(probe) })],
  ['in a time in a form of its own', async ({ Time }) => put(`logs/${Time}`, { at: compactTime() })],
  ['in its answer', async () => ({ id: crypto.randomBytes(4).toString('hex'), at: compactTime() })],
])('no relation complains of a handler that has chance %s', async (_where, handle) => {
  expect(await brokenRelations(() => handle)).toEqual([]);
});

const probe = () => fetch('https://www.example.com/');
const compactTime = () => new Date().toISOString().replaceAll(/[-T:Z]|\.\d+/g, '');

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

test('no relation complains of a handler that keeps random bytes for later, or tells its age', async () => {
  const create = (): Handle => {
    const startedMs = Date.now();
    let pool = Buffer.alloc(0);
    return async ({ Time }) => {
      if (pool.length < 8) pool = crypto.randomBytes(64);
      const id = pool.subarray(0, 8).toString('hex');
      pool = pool.subarray(8);
      await put(`ids/${Time}`, { id, minutes: Math.floor((Date.now() - startedMs) / 60_000) });
      return { seconds: Math.floor(process.uptime()) };
    };
  };
  expect(await brokenRelations(create)).toEqual([]);
});

test('what has no part of chance is found as ever', async () => {
  let counter = 0;
  const broken = async ({ Time }: TimerEvent) => {
    await fetch('https://example.com/codes', { method: 'POST', body: Time });
    counter++;
  };
  expect(await brokenRelations(() => broken)).toContain('redelivery');
  expect(counter).toBeGreaterThan(0);
});

test('what is compared has the same chance, so that the time zone shows beside a random id', async () => {
  const id = () => crypto.randomBytes(4).toString('hex');
  const local = async ({ Time }: TimerEvent) => put(`days/${id()}`, { day: new Date(Time).getDate() });
  const utc = async ({ Time }: TimerEvent) => put(`days/${id()}`, { day: new Date(Time).getUTCDate() });
  expect(await brokenRelations(() => local)).toEqual(['time-zone']);
  expect(await brokenRelations(() => utc)).toEqual([]);
});

test.each<[string, () => string]>([
  ['a UUID', () => crypto.randomUUID()],
  ['hex', () => crypto.randomBytes(8).toString('hex')],
])('an idempotency key that is %s made anew for each delivery is none', async (_what, makeKey) => {
  const pay = (key: string) =>
    fetch('https://example.com/payments', { method: 'POST', headers: { 'idempotency-key': key } });
  expect(await brokenRelations(() => async () => pay(makeKey()))).toContain('redelivery');
  const ofEvent = async ({ Time }: TimerEvent) => pay(`payment of ${Time}`);
  expect(await brokenRelations(() => ofEvent)).toEqual([]);
});

const sources: Readonly<Record<string, () => unknown>> = {
  'Math.random': () => Math.random(),
  randomBytes: () => crypto.randomBytes(6).toString('hex'),
  'randomBytes that calls back': () =>
    new Promise((done) => crypto.randomBytes(6, (_error, bytes) => done(bytes.toString('hex')))),
  'randomBytes by its name': () => namedRandomBytes(6).toString('hex'),
  randomInt: () => [crypto.randomInt(1_000_000), crypto.randomInt(-5, 2 ** 40)],
  'randomInt that calls back': () => new Promise((done) => crypto.randomInt(9e9, (_error, n) => done(n))),
  'crypto.randomUUID': () => crypto.randomUUID(),
  'global randomUUID': () => globalThis.crypto.randomUUID(),
  randomFillSync: () => [...crypto.randomFillSync(new Uint16Array(4), 1, 2)],
  randomFill: () =>
    new Promise((done) => crypto.randomFill(new Uint8Array(6), 2, (_error, bytes) => done([...bytes]))),
  'crypto.getRandomValues': () => [...crypto.getRandomValues(new Uint32Array(3))],
  'webcrypto.getRandomValues': () => [...crypto.webcrypto.getRandomValues(new Uint8Array(3))],
  'Date.now': () => Date.now(),
  'new Date': () => new Date().toISOString(),
  Date: () => Date(),
  'performance.now': () => performance.now(),
  'time origin': () => performance.timeOrigin + performance.now(),
  'process.hrtime': () => process.hrtime(),
  'process.hrtime.bigint': () => `${process.hrtime.bigint()}`,
};

/** What a handler is told by each source of chance, when it is loaded and at two events on one instance. */
async function toldTwice(): Promise<Readonly<Record<string, unknown>>[]> {
  const told: Record<string, unknown>[] = [];
  const read = async () => {
    const values: Record<string, unknown> = {};
    for (const [name, source] of Object.entries(sources)) values[name] = await source();
    told.push(values);
  };
  await findUnshrunk(
    async () => {
      await read();
      return async () => {
        await read();
        await effect('db.put', async (_key: string) => undefined)('last');
      };
    },
    { trigger: timer, runs: 1, learn: false, edges: false, oracles: { ...allOff, 'warm-cold': true } },
  );
  return told.slice(0, 3);
}

const allOff = Object.fromEntries(oracles.map(({ name }) => [name, false]));

test('each source of chance is the same in the same execution, and goes on from event to event', async () => {
  const [first, second] = [await toldTwice(), await toldTwice()];
  expect(first).toEqual(second);
  const [load, event, other] = first;
  for (const name of Object.keys(sources)) {
    expect(load?.[name], name).not.toEqual(event?.[name]);
    expect(other?.[name], name).not.toEqual(event?.[name]);
  }
});

const folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-chance-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an ES module that imports by name has the chance of its execution', async () => {
  const file = join(folder, 'index.mjs');
  writeFileSync(
    file,
    `import { randomInt, randomUUID } from 'node:crypto';
    import { performance } from 'node:perf_hooks';
    import { hrtime } from 'node:process';
    import { setTimeout } from 'node:timers/promises';
    export const tell = async () => {
      const start = performance.now();
      await setTimeout(20);
      return [randomInt(1e9), randomUUID(), hrtime(), Math.round(performance.now() - start), Date.now()];
    };`,
  );
  const { tell } = (await import(pathToFileURL(file).href)) as { tell: () => Promise<unknown[]> };
  const answers: unknown[][] = [];
  const oneCase = {
    trigger: timer,
    runs: 1,
    learn: false,
    edges: false,
    oracles: { ...allOff, crash: true },
  };
  for (let again = 0; again < 2; again++)
    await findUnshrunk(() => async () => void answers.push(await tell()), oneCase);
  expect(answers.length).toBeGreaterThan(1);
  expect(answers.slice(0, answers.length / 2)).toEqual(answers.slice(answers.length / 2));
  expect(answers[0]?.[3]).toBe(20);
  expect(Math.abs(((await tell())[4] as number) - Date.now())).toBeLessThan(10_000);
});

test('others see what is random and what the time is, while a handler is fuzzed', async () => {
  const seen: number[] = [];
  const values = new Set<unknown>();
  const look = setInterval(() => {
    seen.push(Date.now());
    for (const value of [Math.random(), crypto.randomUUID(), crypto.randomInt(2 ** 40)]) values.add(value);
  }, 1);
  const start = Date.now();
  await findUnshrunk(
    () =>
      async ({ Time }: TimerEvent) =>
        put(`times/${Time}`, 1),
    {
      trigger: timer,
      runs: casesToTry(1, 3),
    },
  );
  clearInterval(look);
  expect(seen.length).toBeGreaterThan(0);
  expect(values.size).toBe(3 * seen.length);
  expect(seen.every((ms) => ms >= start && ms <= Date.now())).toBe(true);
});

test('the clock of a handler goes on by what it waits for', async () => {
  const found: unknown[] = [];
  const handle = async () => {
    const start = Date.now();
    while (Date.now() < start + 50);
    const spun = Date.now() - start;
    for (let deadline = Date.now() + 1000; Date.now() < deadline; ) await sleep(250);
    const date = new Date();
    class Day extends Date {}
    found.push({ spun, passed: date.getTime() - start });
    found.push([date instanceof Date, date.constructor === Date, new Day() >= date]);
  };
  await findUnshrunk(() => handle, {
    trigger: timer,
    runs: 1,
    learn: false,
    edges: false,
    oracles: { ...allOff, crash: true },
  });
  const [times, dates] = found as [{ spun: number; passed: number }, boolean[]];
  expect(dates).toEqual([true, true, true]);
  // A few milliseconds more for who looks all the time.
  expect(times.spun).toBeGreaterThanOrEqual(50);
  expect(times.spun).toBeLessThan(55);
  expect(times.passed).toBeGreaterThanOrEqual(1050);
  expect(times.passed).toBeLessThan(1060);
});

test('a world draws names of its own, since several worlds are there at once', async () => {
  const names: number[] = [];
  const setup = (): void => void names.push(Math.random());
  await findUnshrunk(() => () => 1, { trigger: timer, runs: 1, setup, oracles: relations });
  expect(names.length).toBeGreaterThan(3);
  expect(new Set(names).size).toBe(names.length);
});
