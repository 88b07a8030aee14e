import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fuzzReport } from '../../src/fuzz/index.js';
import { timer } from '../../src/index.js';
import { hasPython } from '../pythonHere.js';
import { emptyFolder } from '../runtime/processes/processFunction.js';

/** What stands in this process while a function in Python is fuzzed. */
async function standingDuring(reference?: () => () => Promise<string>) {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'index.py'), 'def main_handler(event, context):\n    return "ok"\n');
  const { stringify } = JSON;
  const seen = new Set<boolean>();
  const report = await fuzzReport('./index.py:main_handler', {
    trigger: timer,
    cwd,
    runs: 1,
    store: false,
    ...(reference === undefined ? {} : { reference }),
    journal: {
      begin: () => undefined,
      find: () => undefined,
      call: () => seen.add(JSON.stringify === stringify),
    },
  });
  return { seen: [...seen], failures: report.failures };
}

test.skipIf(!hasPython)(
  'a function in a process of its own is fuzzed with nothing replaced in this one (needs python3)',
  async () => {
    expect(await standingDuring()).toEqual({ seen: [true], failures: [] });
  },
);

test.skipIf(!hasPython)(
  'a reference that runs in this process is watched as ever (needs python3)',
  async () => {
    expect(await standingDuring(() => async () => 'ok')).toEqual({ seen: [false], failures: [] });
  },
);
