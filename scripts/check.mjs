// Everything that must hold before a change lands, in the order in which it fails fastest: npm run check.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const steps = [
  ['generated files are fresh', 'node', ['scripts/generate.mjs', '--check']],
  ['types', 'npx', ['tsc', '--noEmit']],
  ['style', 'npx', ['biome', 'check', '--error-on-warnings', '.']],
  ['unused code', 'npx', ['knip']],
  ['package contents', 'npx', ['publint', '--strict']],
  ['package types', 'npx', ['attw', '--pack', '.', '--profile', 'esm-only', '--no-emoji']],
  // After the step above, which builds.
  ['documentation is fresh', 'node', ['scripts/docs.mjs', '--check']],
  ['other versions of Node, Vitest, msw and TypeScript', 'node', ['scripts/legs.mjs', '--built']],
];
const failed = [];
for (const [what, command, args] of steps) {
  console.log(`\n> ${what}: ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) failed.push(what);
}

const report = join(tmpdir(), `scf-fixtures-tests-${process.pid}.json`);
console.log('\n> tests: vitest run');
const tests = spawnSync(
  'npx',
  ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
  { stdio: 'inherit' },
);
const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
rmSync(report, { force: true });
if (tests.status !== 0 && numFailedTests === 0) failed.push(`tests (${numFailedTestSuites} files)`);

const passed = steps.length - failed.length;
for (const what of failed) console.log(`FAILED: ${what}`);
process.exitCode = failed.length > 0 || tests.status !== 0 ? 1 : 0;
console.log(`${numPassedTests + passed} passed, ${numFailedTests + failed.length} failed`);
