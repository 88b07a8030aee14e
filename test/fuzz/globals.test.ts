import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import os from 'node:os';
import { beforeAll, expect, test } from 'vitest';
import { type FuzzOptions, findFailures } from '../../src/fuzz/index.js';
import { guardEgress } from '../../src/fuzz/play/effects/egress.js';
import { apigw, ckafka, timer } from '../../src/index.js';
import { casesToTry, rowsToTry } from '../nightly.js';
import { onlyOracles } from './onlyOracles.js';

const places: Readonly<Record<string, object>> = {
  JSON,
  Intl,
  Math,
  console,
  crypto,
  fs,
  'fs.promises': fs.promises,
  http,
  https,
  net,
  os,
  process,
  'process.env': process.env,
  'process.stdout': process.stdout,
  'process.stderr': process.stderr,
  'Array.prototype': Array.prototype,
  'BigInt.prototype': BigInt.prototype,
  'Date.prototype': Date.prototype,
  'Number.prototype': Number.prototype,
  'Object.prototype': Object.prototype,
  'String.prototype': String.prototype,
  globalThis,
};

/** Node makes some globals when they are read first, and its dispatcher at the first request. */
beforeAll(async () => {
  // It stays for the life of a process that has fuzzed.
  guardEgress();
  for (const key of Reflect.ownKeys(globalThis)) Reflect.get(globalThis, key);
  await fetch('data:,');
});

/** Every own property of what a fuzz may replace, and who listens to the errors of this process. */
function globals(): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, place] of Object.entries(places)) {
    for (const key of Reflect.ownKeys(place)) {
      const { value, get } = Object.getOwnPropertyDescriptor(place, key) ?? {};
      // Of numbers and lists that count something, such as process._events, only that they are there.
      found.set(
        `${name} ${String(key)}`,
        typeof value === 'function' || typeof value === 'string' ? value : get,
      );
    }
  }
  for (const event of ['uncaughtException', 'unhandledRejection', 'SIGINT', 'exit'])
    found.set(`listeners of ${event}`, process.listeners(event as 'exit').join('\n'));
  found.set('time zone', new Intl.DateTimeFormat().resolvedOptions().timeZone);
  return found;
}

type Options = Partial<FuzzOptions<never, never, undefined>>;

const sorting = () => async (event: { TriggerName: string }) => {
  console.log([10, 9, 1].sort(), 'b'.localeCompare('a'), new Date(0).getHours());
  fs.writeFileSync('/tmp/scf-fixtures-globals.txt', JSON.stringify(event));
  return JSON.parse(JSON.stringify({ name: event.TriggerName }));
};
const crashing = () => async (event: { Records: { Ckafka: { msgBody: string } }[] }) => {
  await fetch('https://example.com/orders', { method: 'POST', body: JSON.stringify(event) });
  return event.Records.map(({ Ckafka }) => JSON.parse(Ckafka.msgBody).id);
};

const fuzzes = {
  whole: () => findFailures(sorting, { trigger: timer, runs: 1 }),
  'one that finds something': () => findFailures(crashing, { trigger: ckafka, runs: 1, maxFailures: 1 }),
  'one that ends early': () =>
    findFailures(sorting, { trigger: timer, runs: 100, budgetMs: 30 } as Options as never),
  'one whose world cannot be made': () =>
    findFailures(sorting, { trigger: timer, setup: () => Promise.reject(new Error('no database')) }),
  'one that is refused': () => findFailures(sorting, { trigger: timer, runs: 0 }),
  'one that reads the zone': () =>
    findFailures(() => async () => ({ statusCode: 200, body: `${new Date(86_400_000).getDate()}` }), {
      trigger: apigw,
      runs: 1,
    }),
};

/** By day one; all of them at once are tried below. */
test.each(rowsToTry(Object.entries(fuzzes), 1))('%s leaves every global as it was', async (_name, fuzz) => {
  const before = globals();
  await fuzz().catch(String);
  expect(differences(before, globals())).toEqual([]);
});

test('so do all of them at once, whichever ends first', async () => {
  const before = globals();
  const ends = await Promise.allSettled(Object.values(fuzzes).map((fuzz) => fuzz()));
  expect(ends.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect(differences(before, globals())).toEqual([]);
});

test('a fuzz beside another finds what it finds alone', async () => {
  const zones = () =>
    findFailures(
      () =>
        async ({ Time }: { Time: string }) =>
          `${new Date(Time).getDate()}`,
      { trigger: timer, runs: 3, seed: 3, oracles: onlyOracles('time-zone') },
    );
  const silent = () => findFailures(sorting, { trigger: timer, runs: casesToTry(1, 3) });
  const told = (result: Awaited<ReturnType<typeof zones>>) =>
    result.failures.map(({ oracle, case: { event } }) => [oracle, event]);
  const alone = told(await zones());
  expect(alone.map(([oracle]) => oracle)).toEqual(['time-zone']);
  const [first, , second] = await Promise.all([zones(), silent(), zones()]);
  expect([told(first), told(second)]).toEqual([alone, alone]);
});

function differences(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter(
    (name) => before.get(name) !== after.get(name) || before.has(name) !== after.has(name),
  );
}
