import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fuzzReport } from '../../src/fuzz/index.js';
import { apigw, cos, type Trigger } from '../../src/index.js';
import { casesToTry, rowsToTry } from '../nightly.js';
import { hasPython } from '../pythonHere.js';

/** Functions in Python, with what is found of each: one of these oracles at least. */
const pairs: readonly (readonly [name: string, trigger: Trigger, oracles: readonly string[]])[] = [
  ['missing_header', apigw, ['crash']],
  ['order_of_a_set', apigw, ['process-seed']],
  ['posted_twice', cos, ['redelivery', 'retry-after-fault']],
  ['absent_body', apigw, ['crash']],
  ['encoded_body', apigw, ['equivalent-form']],
  ['remembered_too_early', cos, ['retry-after-fault']],
  ['first_record_only', cos, ['split-batch']],
  ['swallowed', cos, ['swallowed-failure']],
  ['local_day', apigw, ['time-zone']],
  ['not_a_number', apigw, ['refused-response', 'lost-value']],
  ['secret_in_the_answer', apigw, ['secret-leak']],
  ['thread_left', cos, ['late-work']],
];

describe('a function in Python', () => {
  test.skipIf(!hasPython).each(rowsToTry(pairs, 1))(
    '%s is found, and mended nothing is (needs python3)',
    async (name, trigger, oracles) => {
      const broken = await fuzzed('buggy', name, trigger);
      expect(
        broken.failures.map(({ oracle }) => oracle).filter((oracle) => oracles.includes(oracle)),
      ).not.toEqual([]);
      const mended = await fuzzed('mended', name, trigger);
      expect(mended.text).not.toContain('The handler breaks');
    },
    600_000,
  );
});

const runs = casesToTry(2, 20);

function fuzzed(file: string, name: string, trigger: Trigger) {
  const path = fileURLToPath(new URL(`python/${file}.py`, import.meta.url));
  return fuzzReport(`${path}:${name}`, { trigger, runs, store: false });
}
