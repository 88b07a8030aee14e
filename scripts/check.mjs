// Everything that must hold before a change lands: npm run check. With --nightly also what takes long: npm run nightly.
// What is checked without running a test runs beside the tests; each step tells what it said and took when it ends.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const isNightly = process.argv.includes('--nightly');
const work = mkdtempSync(join(tmpdir(), 'scf-fixtures-check-'));
const countsFile = join(work, 'counts.json');
const env = {
  ...process.env,
  SCF_FIXTURES_BUILT: 'by the check',
  SCF_FIXTURES_COUNTS: countsFile,
  ...(isNightly ? { SCF_FIXTURES_NIGHTLY: 'yes' } : {}),
};
/** What a tool keeps from one check to the next. */
const cache = 'node_modules/.cache';
const tool = (name) => join('node_modules/.bin', name);

const build = ['build', 'node', ['scripts/build.mjs']];
const pack = ['pack', 'node', ['scripts/pack.mjs', work]];
/** Knip takes the name of such a folder for a pattern of names, and finds nothing. */
const isPattern = /[()[\]{}!*?]/.test(process.cwd());
const beside = [
  ['generated files are fresh', 'node', ['scripts/generate.mjs', '--check']],
  // More threads check what they share once each, and stand in the way of the tests.
  [
    'types',
    tool('tsc'),
    ['--noEmit', '--singleThreaded', '--incremental', '--tsBuildInfoFile', `${cache}/types.tsbuildinfo`],
  ],
  ['style', tool('biome'), ['check', '--error-on-warnings', '.']],
  ...(isPattern ? [] : [['unused code', tool('knip'), ['--cache', '--cache-location', `${cache}/knip`]]]),
  ['documentation is fresh', 'node', ['scripts/docs.mjs', '--check']],
  ['package contents', tool('publint'), ['run', 'TARBALL', '--strict']],
];
/** What another program or version finds that test/package/packed.test.ts does not. */
const besideAtNight = [
  ['package types', tool('attw'), ['TARBALL', '--no-emoji']],
  ['other versions of Node, Vitest, msw and TypeScript', 'node', ['scripts/legs.mjs', '--all']],
];
const tests = ['tests', tool('vitest'), ['run']];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
/** What measures, and must have the processors for itself. */
const alone = [
  ['bugs that the fuzzer finds', 'node', ['test/bench/run.mjs', 'fuzz', 'oracles', 'minimality', '--strict']],
  ['whether verdicts can be trusted', 'node', ['test/bench/run.mjs', 'trust', '--strict']],
  ...(scripts.mutation === undefined ? [] : [['faults planted in our own code', 'npm', ['run', 'mutation']]]),
];

/** Runs a command in a shell, which knows at its end what processor time its children took. */
const timing = '"$@" 3>&-; status=$?; times >&3; exit $status';

/** How long a process may still hold the output of a step that has ended. */
const leftBehindMs = 30_000;
/** The steps that run, each the leader of a group of processes, which a terminal does not stop with this one. */
const steps = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    for (const pid of steps) endGroup(pid, signal);
    rmSync(work, { recursive: true, force: true });
    process.exit(130);
  });

const failed = [];
let passed = 0;
let cpuSeconds = 0;
const startedMs = performance.now();

try {
  if ((await run(build)) && (await run(pack))) {
    env.SCF_FIXTURES_TARBALL = tarball();
    await Promise.all([inTurn([...beside, ...(isNightly ? besideAtNight : [])]), run(tests)]);
  }
  if (isNightly && failed.length === 0) await inTurn(alone);
  report(existsSync(countsFile) ? JSON.parse(readFileSync(countsFile, 'utf8')) : undefined);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function inTurn(steps) {
  for (const step of steps) await run(step);
}

/** Runs a step and prints at its end what it said; true when it passed. */
async function run([what, command, args]) {
  const words = args.map((word) => (word === 'TARBALL' ? tarball() : word));
  const start = performance.now();
  const { status, output, cpu } = await spawned(command, words);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  cpuSeconds += cpu;
  console.log(
    `\n> ${what}: ${command} ${args.join(' ')} (${seconds} s, CPU ${cpu.toFixed(1)} s)\n${output.trimEnd()}`,
  );
  if (status === 0) passed++;
  else failed.push(what);
  return status === 0;
}

function tarball() {
  return join(
    work,
    readdirSync(work).find((name) => name.endsWith('.tgz')),
  );
}

function spawned(command, args) {
  const child = spawn('sh', ['-c', timing, 'sh', command, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  steps.add(child.pid);
  const [, stdout, stderr, times] = child.stdio;
  const [chunks, ends] = [[], []];
  for (const stream of [stdout, stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  times.on('data', (chunk) => ends.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: 1, output: error.message, cpu: 0 }));
    const tell = (status, note = '') =>
      resolve({ status, output: Buffer.concat(chunks) + note, cpu: secondsIn(Buffer.concat(ends)) });
    child.once('close', (status) => {
      steps.delete(child.pid);
      tell(status);
    });
    // Who holds the output of what has ended was left behind by it: nothing would end the wait for that.
    child.once('exit', () => {
      const end = setTimeout(() => {
        endGroup(child.pid);
        tell(1, `\n${command} has ended, and left processes behind that hold its output.`);
      }, leftBehindMs);
      child.once('close', () => clearTimeout(end));
    });
  });
}

/** Ends a step with all that it has started. */
function endGroup(pid, signal = 'SIGKILL') {
  try {
    process.kill(-pid, signal);
  } catch {
    // All of it has ended.
  }
}

/** The sum of what `times` prints, such as `0m0.00s 1m2.34s`. */
function secondsIn(times) {
  const parts = [...String(times).matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
}

/** Says what was skipped and why, what failed, and counts all of it in the last line. */
function report(counts = { passed: 0, failed: 0, skipped: {}, unexplained: [] }) {
  // The step called "tests" stands for those that it counts.
  const steps = failed.filter((what) => what !== 'tests' || counts.failed === 0);
  const failures = counts.failed + steps.length + counts.unexplained.length;
  const skips = Object.entries(counts.skipped);
  if (isPattern) skips.push(['unused code needs a folder without brackets in its name', 1]);
  console.log('');
  for (const [reason, count] of skips) console.log(`skipped ${count}: ${reason}`);
  for (const name of counts.unexplained) console.log(`FAILED: ${name} is skipped and does not say why`);
  for (const what of failed) console.log(`FAILED: ${what}`);
  const skipped = skips.reduce((sum, [, count]) => sum + count, 0);
  if (failures > 0) process.exitCode = 1;
  const minutes = (performance.now() - startedMs) / 60_000;
  console.log(`took ${minutes.toFixed(1)} minutes, ${cpuSeconds.toFixed(0)} CPU seconds`);
  console.log(`${counts.passed + passed} passed, ${failures} failed, ${skipped} skipped`);
}
