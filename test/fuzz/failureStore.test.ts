import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type FuzzHandlerOptions, type FuzzReport, fuzzReport } from '../../src/fuzz/index.js';
import { triggerNamed } from '../../src/index.js';
import type { OptionSpecs } from '../../src/kernel/trigger.js';
import { allBugs } from '../bench/bugs/allBugs.js';
import type { BugCase } from '../bench/bugs/cases.js';
import { memoryWorld } from '../bench/bugs/memoryWorld.js';
import { effectKindOf, type World } from '../bench/bugs/world.js';
import { isNightly } from '../nightly.js';

type Options = FuzzHandlerOptions<unknown, OptionSpecs, World>;

/** Bugs of every trigger, found against the twin in few runs. */
const some = allBugs.filter((_, index) => index % (isNightly ? 9 : 72) === 2);

function optionsFor({ name, trigger, fixed }: BugCase, cwd: string): Options {
  return {
    trigger: triggerNamed(trigger),
    name,
    cwd,
    reference: fixed,
    setup: ({ effect }) => memoryWorld(effect),
    effectKindOf,
    directory: '/tmp/scf',
    timeoutMs: 300,
    http: false,
    runs: 20,
    maxFailures: 1,
  };
}

const told = ({ failures }: FuzzReport<unknown>) => failures.map(({ oracle, what }) => `${oracle}: ${what}`);

test('a stored case fails again on the first run, whatever is drawn by then', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'scf-store-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const lost: unknown[] = [];
  for (const bug of some) {
    const options = optionsFor(bug, cwd);
    const found = await fuzzReport(bug.buggy, options);
    expect(found.failures, bug.name).not.toEqual([]);
    // Another seed and neither edge cases nor what the code tells: the draws of a generator that has changed.
    const changed = { runs: 1, seed: 'another', edges: false, learn: false };
    const again = await fuzzReport(bug.buggy, { ...options, ...changed });
    const fromStore = again.failures.filter((failure) => failure.run === -1);
    const isFound = told({ ...again, failures: fromStore })[0] === told(found)[0];
    if (!isFound || again.dropped.length > 0)
      lost.push({ bug: bug.name, found: told(found), again: told(again), dropped: again.dropped });
  }
  expect(lost).toEqual([]);
  expect(readdirSync(join(cwd, '.scf-fixtures', 'failures')).length).toBe(some.length);
});
