import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../../cli/program.js';
import type { RunReport } from '../../src/fuzz/index.js';
import { builtProgram } from '../built.js';
import { casesToTry, isNightly, testAtNight } from '../nightly.js';
import { collectedIo, runCli, temporaryDirectory } from './runCli.js';

const broken = `exports.main_handler = async (event) => {
  if (event.TriggerName.length > 55) return new Array(54 - event.TriggerName.length);
  return JSON.parse(event.Message).job;
};
`;
const mended = `exports.main_handler = async ({ Time }) => {
  await fetch('https://example.com/time', { method: 'PUT', body: Time });
};
`;

const argsFor = (runs: number) => [
  ...['fuzz', './index.js#main_handler', '--trigger', 'timer'],
  ...['--runs', `${runs}`, '--report', 'json'],
];

function folderWith(code: string): string {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'index.js'), code);
  return cwd;
}

async function reportOf(
  { cwd, runs }: { readonly cwd: string; readonly runs: number },
  ...more: readonly string[]
): Promise<RunReport> {
  const { stdout, stderr } = await runCli([...argsFor(runs), ...more], { cwd, program: builtProgram });
  expect(stderr).not.toContain('scf-fixtures:');
  return JSON.parse(stdout) as RunReport;
}

const told = ({ failures }: RunReport) => failures.map(({ oracle, what }) => `${oracle}: ${what}`).sort();

function stored(cwd: string): string[] {
  const store = join(cwd, '.scf-fixtures', 'failures');
  return readdirSync(store).flatMap((folder) =>
    readdirSync(join(store, folder)).map((file) => {
      const { oracle, what } = JSON.parse(readFileSync(join(store, folder, file), 'utf8'));
      return `${oracle}: ${what}`;
    }),
  );
}

test('several processes find what one does, over the same cases, show the handler alone in stacks, and keep and drop each failure once', async () => {
  const cwd = folderWith(broken);
  const runs = casesToTry(8, 24);
  const jobs = casesToTry(2, 3);
  const alone = await reportOf({ cwd, runs }, '--no-store');
  const shared = await reportOf({ cwd, runs }, '--jobs', `${jobs}`);
  expect(alone.failures.length).toBe(3);
  expect(told(shared)).toEqual(told(alone));
  expect(shared.runs).toBe(runs);
  const frames = shared.failures.flatMap(({ text }) => text.match(/^ +at .*$/gm) ?? []);
  expect(frames.filter((frame) => !frame.includes(join(cwd, 'index.js')))).toEqual([
    '      at JSON.parse (<anonymous>)',
  ]);
  expect(frames.length).toBeGreaterThan(3);

  // They keep each failure once, replay it first, and drop it once it passes.
  expect(stored(cwd).sort()).toEqual(told(shared));

  // One process that replays is tried by day in a test of its own.
  if (isNightly) {
    const again = await reportOf({ cwd, runs: 2 }, '--jobs', '2');
    expect(told(again)).toEqual(told(shared));
    expect(again.failures.map((failure) => failure.run)).toEqual(shared.failures.map(() => -1));
    expect(stored(cwd).sort()).toEqual(told(shared));
  }

  writeFileSync(join(cwd, 'index.js'), mended);
  const passes = await reportOf({ cwd, runs: 2 }, '--jobs', '2');
  expect(passes).toMatchObject({ runs: 2, failures: [] });
  expect(passes.dropped.length).toBe(shared.failures.length);
  expect(stored(cwd)).toEqual([]);
});

testAtNight('processes share the cases of a shard', async () => {
  const cwd = folderWith(mended);
  const runs = await Promise.all(
    ['1/2', '2/2'].map(
      async (shard) => (await reportOf({ cwd, runs: 8 }, '--jobs', '2', '--shard', shard)).runs,
    ),
  );
  expect(runs).toEqual([4, 4]);
});

testAtNight('more processes than cases try each case once', async () => {
  const cwd = folderWith(mended);
  expect((await reportOf({ cwd, runs: 2 }, '--jobs', '3')).runs).toBe(2);
});

test('numbers of one process are told as such', async () => {
  const { weakness } = await reportOf(
    { cwd: folderWith('exports.main_handler = async () => null;\n'), runs: 2 },
    '--jobs',
    '2',
  );
  expect(weakness).toEqual([
    expect.stringMatching(/^In each of 2 processes, of which this is one: No effect/),
  ]);
});

test('what goes wrong in a process is told as if it went wrong here', async () => {
  const cwd = folderWith(mended);
  const { stderr, exitCode } = await runCli([...argsFor(4), '--jobs', '2', '--off', 'crsh'], {
    cwd,
    program: builtProgram,
  });
  expect(stderr).toMatch(/^scf-fixtures: Cannot switch the oracle "crsh".*Did you mean "crash"\?\n$/);
  expect(exitCode).toBe(2);
});

testAtNight('the built program starts itself again', () => {
  const cwd = folderWith(mended);
  const output = execFileSync(process.execPath, [builtProgram, ...argsFor(4), '--jobs', '2'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(JSON.parse(output)).toMatchObject({ runs: 4, failures: [] });
});

testAtNight(
  'a time that is over before the first case proves little, in processes of their own too',
  async () => {
    const slow = `const start = process.cpuUsage();
for (let sum = 0; process.cpuUsage(start).user < 1_600_000; ) for (let step = 0; step < 1e6; step++) sum += step % 7;
${mended}`;
    const report = await reportOf({ cwd: folderWith(slow), runs: 4 }, '--time', '1', '--no-store');
    expect([report.verdict, report.weakness.length > 0]).toEqual(['proves-little', true]);
  },
);

test('fuzz that is stopped tells and stores what was found so far', async () => {
  const cwd = temporaryDirectory();
  writeFileSync(
    join(cwd, 'index.js'),
    "let last = 0;\nexports.main_handler = async () => 'x'.repeat(++last > 1 ? 2 : 1);\n",
  );
  const stop = new AbortController();
  const { io, written } = collectedIo({
    ...{ cwd, signal: stop.signal, isTerminal: true },
    ...{ program: builtProgram, env: { PATH: process.env.PATH ?? '' } },
  });
  io.stderr.rewrite = (line) => {
    if (/of 1000000 cases tried, [1-9]/.test(line)) stop.abort();
  };
  await runProgram(['fuzz', 'index.main_handler', '--kind', 'timer', '--runs', '1000000'], io);
  const { stdout, stderr } = written;
  expect(stderr).toContain(
    'Stopped: what was found so far is told and stored; replay --all tries it again.\n',
  );
  expect(stdout).toContain('.scf-fixtures/failures/');
  expect(io.exitCode).toBe(130);
}, 60_000);
