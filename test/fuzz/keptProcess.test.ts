import fs, { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fuzzReport } from '../../src/fuzz/index.js';
import { type TimerEvent, timer } from '../../src/index.js';
import { onlyOracles } from './onlyOracles.js';

const told = async (make: () => (event: TimerEvent) => unknown, ...names: readonly string[]) => {
  const { failures } = await fuzzReport(
    () => {
      const handler = make();
      return async (event: TimerEvent) => handler(event);
    },
    { trigger: timer, runs: 1, store: false, learn: false, timeZones: [], oracles: onlyOracles(...names) },
  );
  return failures.map(({ oracle, what }) => `${oracle}: ${what}`);
};

const stateOfProcess = () => [
  process.env.SCF_KEPT,
  process.env.HOME,
  process.umask(0o022) && 0,
  process.rawListeners('SIGINT').length,
  process.rawListeners('SIGUSR2').length,
  process.rawListeners('uncaughtException').length,
];

test('what a handler changes of the process is taken back', async () => {
  const before = stateOfProcess();
  let changed = 0;
  await told(
    () => () => {
      changed++;
      process.env.SCF_KEPT = 'by a handler';
      process.env.HOME = '/nowhere';
      for (const name of ['SIGINT', 'SIGUSR2', 'uncaughtException']) process.on(name, () => {});
      return null;
    },
    'property',
    'crash',
  );
  expect(changed).toBeGreaterThan(0);
  expect(stateOfProcess()).toEqual(before);
});

test('a process that a handler ends after its answer goes on, and the handler is told', async () => {
  const late = () => () => {
    setTimeout(() => process.exit(0), 5);
    return null;
  };
  const found = await told(late, 'late-work');
  expect(found).toContainEqual(expect.stringMatching(/^late-work: .*process\.exit/));
  // On a busy machine the timer may be all that is seen of it in some case.
  expect(found.filter((failure) => !/^late-work: (?:.*process\.exit|timer )/.test(failure))).toEqual([]);
  // What is left of it comes in vain.
  await sleep(50);
});

test('a process that is ended while the handler is loaded goes on, and the load fails', async () => {
  const make = () => process.exit(0);
  const { verdict, weakness } = await fuzzReport(make, {
    trigger: timer,
    runs: 1,
    store: false,
    learn: false,
    timeZones: [],
  });
  expect(verdict).toBe('proves-little');
  expect(weakness.join()).toContain('process.exit was called');
});

test('functions that all code shares are put back, also those that were taken away', async () => {
  const shared = () => [
    JSON.parse,
    Math.random,
    fs.readFileSync,
    console.log,
    globalThis.structuredClone,
    readFileSync,
  ];
  const before = shared();
  await told(
    () => () => {
      const { parse } = JSON;
      JSON.parse = (text: string) => parse(text);
      Math.random = () => 0.5;
      fs.readFileSync = (() => '') as never;
      console.log = () => {};
      Reflect.deleteProperty(globalThis, 'structuredClone');
      return null;
    },
    'property',
    'crash',
  );
  expect(shared()).toEqual(before);
  expect(shared().map((one, index) => one === before[index])).toEqual(before.map(() => true));
});

test('what runs at the end of the process is no longer a handler’s', async () => {
  const listeners = () => [process.listenerCount('exit'), process.listenerCount('beforeExit')];
  const before = listeners();
  await told(
    () => () => {
      for (const name of ['exit', 'beforeExit']) process.on(name, () => {});
      return null;
    },
    'property',
  );
  expect(listeners()).toEqual(before);
});

test('a global variable lives as long as its execution', async () => {
  const seen: unknown[] = [];
  const failures = await told(
    () => {
      Reflect.set(globalThis, 'ofLibrary', 'stays');
      return () => {
        const calls = Number(Reflect.get(globalThis, 'callsOfHandler') ?? 0) + 1;
        Reflect.set(globalThis, 'callsOfHandler', calls);
        seen.push(calls);
        return null;
      };
    },
    'property',
    'warm-cold',
  );
  expect(failures).toEqual([]);
  expect(seen).toContain(2);
  expect(seen.filter((calls) => calls === 1).length).toBeGreaterThan(1);
  expect(Object.keys(globalThis)).not.toContain('callsOfHandler');
  expect(Reflect.deleteProperty(globalThis, 'ofLibrary')).toBe(true);
});
