import { describe, expect, test } from 'vitest';
import { findFailuresWatched } from '../../src/fuzz/findFailures.js';
import { type FuzzOptions, findFailures, oracles } from '../../src/fuzz/index.js';
import { createWatchdog } from '../../src/fuzz/play/watchdog.js';
import type { Trigger } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { deliveryPairs } from './deliveryPairs.js';
import { onlyOracles } from './onlyOracles.js';
import { type Outside, outside } from './outside.js';
import { valuePairs } from './valuePairs.js';

const table = [...deliveryPairs, ...valuePairs];

type Options = FuzzOptions<never, Record<never, never>, Outside>;

const optionsFor = (name: string, trigger: (typeof table)[number][1]): Options => ({
  trigger: trigger as Trigger<never, Record<never, never>>,
  setup: outside,
  runs: 30,
  timeoutMs: 300,
  maxFailures: 1,
  oracles: onlyOracles(name),
});

describe.each(table)('%s', (name, trigger, broken, mended) => {
  const options = optionsFor(name, trigger);
  /** The first case that breaks it. */
  let first = 0;

  test('complains of a handler that breaks it', async () => {
    // Little patience: what is to be stopped computes all of the time that it has.
    const { failures } = await findFailuresWatched(createWatchdog({ longestMs: 200 }), broken, options);
    expect(failures.map((failure) => failure.oracle)).toEqual([name]);
    first = failures[0]?.run ?? 0;
  });

  test('is silent about a handler that does not', async () => {
    const runs = casesToTry(first + 5, 30);
    const { failures } = await findFailuresWatched(createWatchdog(), mended, { ...options, runs });
    expect(failures.filter((failure) => failure.oracle === name).map((failure) => failure.detail)).toEqual(
      [],
    );
  });
});

test('an oracle can be switched off', async () => {
  const [name, trigger, broken] = table.find(([oracle]) => oracle === 'redelivery') as (typeof table)[number];
  const asked = async (off: boolean) => {
    const options = optionsFor(name, trigger);
    const result = await findFailures(broken, {
      ...options,
      runs: 5,
      oracles: { ...options.oracles, ...(off ? { [name]: { off: 'known and accepted' } } : {}) },
    });
    return [Object.hasOwn(result.asked, name), result.failures.some(({ oracle }) => oracle === name)];
  };
  expect([await asked(false), await asked(true)]).toEqual([
    [true, true],
    [false, false],
  ]);
});

test('every oracle says what holds and where', () => {
  const tested = new Set(table.map(([name]) => name));
  for (const oracle of oracles) {
    expect(oracle.holds).toMatch(/\.$/);
    expect(oracle.domain).toMatch(/\.$/);
    if (oracle.name !== 'property' && oracle.name !== 'reference') expect(tested).toContain(oracle.name);
  }
});
