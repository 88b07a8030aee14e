import { describe, expect, test } from 'vitest';
import { findFailures, oracles } from '../../src/fuzz/index.js';
import type { Trigger } from '../../src/index.js';
import { casesToTry, isNightly } from '../nightly.js';
import { deliveryPairs } from './deliveryPairs.js';
import { injectionPairs } from './injectionPairs.js';
import { judgedAlone, saidOf } from './judgedAlone.js';
import { outside } from './outside.js';
import { processPairs } from './processPairs.js';
import { valuePairs } from './valuePairs.js';
import { webPairs } from './webPairs.js';

const table = [...deliveryPairs, ...valuePairs, ...injectionPairs];

test('every oracle says what holds and where', () => {
  const inProcesses = [['process-seed'], ['not-started']];
  const ofWeb = webPairs.map(({ oracle }) => [oracle]);
  const tested = new Set([...table, ...processPairs, ...inProcesses, ...ofWeb].map(([name]) => name));
  for (const oracle of oracles) {
    expect(oracle.holds).toMatch(/\.$/);
    expect(oracle.domain).toMatch(/\.$/);
    if (oracle.needs === undefined) expect(tested).toContain(oracle.name);
  }
});

/** By day these alone are helped by what the code tells, without which they are found late or as another case. */
const ofCode = [
  'cut-text',
  'header-injection',
  'html-injection',
  'inexact-number',
  'inherited-name',
  'locale',
  'lost-remainder',
  'mistaken-for-repeat',
  'numbers-sorted-as-texts',
  'open-redirect',
  'request-forgery',
  'sql-injection',
  'zero-as-absent',
];

describe.each(table)('%s', (name, trigger, broken, mended) => {
  /** The first case that breaks it. */
  let first = 0;

  const learn = isNightly || ofCode.includes(name);

  test('complains of a handler that breaks it', async () => {
    const failures = await judgedAlone(name, { trigger, maxFailures: 1, learn }, broken);
    expect(failures.map((failure) => failure.oracle)).toEqual([name]);
    expect(failures.map(saidOf).join('\n')).toMatchSnapshot();
    first = failures[0]?.run ?? 0;
  });

  test('is silent about a handler that does not', async () => {
    const runs = casesToTry(first + 2, 30);
    const options = { trigger, runs, maxFailures: 1, learn: isNightly, edges: isNightly };
    const failures = await judgedAlone(name, options, mended);
    expect(failures.map((failure) => failure.detail)).toEqual([]);
  });
});

test('an oracle can be switched off', async () => {
  const [name, trigger, broken] = table.find(([oracle]) => oracle === 'redelivery') as (typeof table)[number];
  const asked = async (off: boolean) => {
    const result = await findFailures(broken, {
      trigger: trigger as Trigger<never, Record<never, never>>,
      setup: outside,
      runs: 5,
      learn: false,
      oracles: off ? { [name]: { off: 'known and accepted' } } : {},
    });
    return [Object.hasOwn(result.asked, name), result.failures.some(({ oracle }) => oracle === name)];
  };
  expect([await asked(false), await asked(true)]).toEqual([
    [true, true],
    [false, false],
  ]);
});
