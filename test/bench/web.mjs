// Web functions: npm run bench -- web [-- --quick]. RUNS=100 asks for another number of runs.
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuzzFailure, fuzzWeb } from '../../dist/fuzz.js';
import { correctApps } from './web/correct.mjs';
import { expressApps } from './web/express.mjs';
import { otherApps } from './web/otherFrameworks.mjs';
import { folders, plainApps } from './web/plain.mjs';

export const title = 'Web functions';

/** Half of them are held back: nobody looks at which of these are found when something is changed. */
const isHeldBack = ({ name }) => createHash('sha256').update(name).digest()[0] % 2 === 1;

export async function* rows({ quick = false } = {}) {
  const runs = Number(process.env.RUNS ?? 100);
  const all = [...expressApps, ...otherApps, ...plainApps, ...folders].filter(
    (_, index) => !quick || index % 4 === 0,
  );
  const found = [];
  let alarms = 0;
  let cpuMs = 0;
  for (const one of all) {
    const broken = await fuzzed(one, false, runs);
    const mended = await fuzzed(one, true, runs);
    found.push({ one, isFound: broken.failures.length > 0 });
    if (one.app !== undefined) cpuMs += mended.cpuMs;
    if (process.env.VERBOSE && !isHeldBack(one))
      console.log(
        one.name,
        broken.failures.map(({ oracle, what }) => `${oracle} (${what})`).join(', ') || 'alive',
      );
    for (const { oracle, what } of mended.failures) {
      alarms++;
      console.log(`false alarm: ${isHeldBack(one) ? 'held back' : one.name}: ${oracle} (${what})`);
    }
  }
  let accused = 0;
  for (const { name, app } of correctApps) {
    const { failures } = await fuzzed({ app: () => app() }, true, runs);
    if (failures.length > 0) accused++;
    for (const { oracle, what } of failures) console.log(`false alarm: ${name}: ${oracle} (${what})`);
  }
  const apps = all.filter(({ app }) => app !== undefined).length;
  const shown = found.filter(({ one }) => !isHeldBack(one));
  const heldBack = found.filter(({ one }) => isHeldBack(one));
  yield share(`of ${shown.length} defects found with no assertion, ${runs} runs, %`, shown);
  yield share(`of ${heldBack.length} defects that are held back, %`, heldBack);
  yield { what: `false alarms on ${all.length} mended twins`, measured: alarms, good: 0, goal: 0 };
  yield { what: `accused of ${correctApps.length} correct apps`, measured: accused, good: 0, goal: 0 };
  yield {
    what: 'CPU of a mended app, mean, s',
    measured: cpuMs / 1000 / Math.max(1, apps),
    good: 5,
    goal: 2,
  };
}

function share(what, tried) {
  const found = tried.filter(({ isFound }) => isFound).length;
  return {
    what,
    measured: (100 * found) / Math.max(1, tried.length),
    moreIsBetter: true,
    good: 75,
    goal: 90,
  };
}

async function fuzzed({ app, files }, isMended, runs) {
  const begun = process.cpuUsage();
  const folder = files && folderOf(files(isMended));
  try {
    const report = await fuzzWeb(folder ?? { app: () => app(isMended) }, {
      runs: folder === undefined ? runs : Math.min(runs, 30),
      store: false,
      allowWeak: true,
      maxFailures: 3,
    }).catch((error) => {
      if (error instanceof FuzzFailure) return error.report;
      throw error;
    });
    const used = process.cpuUsage(begun);
    return { failures: report.failures, cpuMs: (used.user + used.system) / 1000 };
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function folderOf(files) {
  const folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-bench-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  chmodSync(join(folder, 'scf_bootstrap'), 0o755);
  return folder;
}
