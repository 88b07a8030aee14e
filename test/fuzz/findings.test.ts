import { expect, test } from 'vitest';
import { oracles } from '../../src/fuzz/index.js';
import { Findings } from '../../src/fuzz/search/findings.js';

const oracleOf = (name: string) => oracles.find((one) => one.name === name) as (typeof oracles)[number];

/** What is told of failures of one oracle that are found one after the other. */
function toldOf(name: string, whats: readonly string[], runOf = (at: number): number => at): string[] {
  const findings = new Findings<unknown>({ maxFailures: 5, budgetMs: 60_000 });
  for (const [at, what] of whats.entries()) {
    const run = runOf(at);
    const violation = { what, detail: what, execution: { invocations: [] } };
    findings.add({ oracle: oracleOf(name), violation, run, count: 1, bytes: 10 + at } as never);
  }
  return findings.toTell().map(({ violation, count }) => `${violation.what} ×${count}`);
}

test('a relation that only some of the calls of a known failure break has the same cause', () => {
  expect(toldOf('time-zone', ['zone POST, PUT', 'zone PUT', 'zone POST'])).toEqual(['zone POST, PUT ×3']);
});

test('what several events of one run break was found in one case: as many are told as are tried', () => {
  expect(toldOf('crash', ['a', 'b', 'a', 'a', 'b'], (at) => Math.floor(at / 3))).toEqual(['a ×2', 'b ×2']);
});

test('a call that no known failure has is another cause', () => {
  expect(toldOf('time-zone', ['zone PUT', 'zone POST, PUT', 'zone answer'])).toEqual([
    'zone PUT ×1',
    'zone POST, PUT ×1',
    'zone answer ×1',
  ]);
});

test('errors are told apart by all that is said of them', () => {
  const whats = ['TypeError main (index.js:1:2)', 'TypeError main'];
  expect(toldOf('crash', whats)).toEqual(whats.map((what) => `${what} ×1`));
});
