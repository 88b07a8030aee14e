import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowsToTry, testAtNight } from '../nightly.js';
import { runCli, temporaryDirectory } from './runCli.js';

const broken = 'exports.main_handler = async (event) => JSON.parse(event.Message).job;\n';
const mended = `exports.main_handler = async (event) => {
  let job = 'none';
  try { job = String(JSON.parse(event.Message)?.job ?? job); } catch {}
  await fetch('https://example.com/job', { method: 'PUT', body: job });
};
`;

function folderWith(code: string): string {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'index.js'), code);
  return cwd;
}

const storeOf = (cwd: string) => join(cwd, '.scf-fixtures', 'failures');

test('finds nothing in a handler without a bug', async () => {
  const cwd = folderWith(mended);
  const { stderr, stdout, exitCode } = await runCli(
    ['fuzz', './index.js#main_handler', '--trigger', 'timer', '--runs', '2'],
    { cwd },
  );
  expect(stdout).toBe('');
  expect(stderr).toContain('Tried 2 cases of timer with seed 42: nothing found.');
  expect(exitCode).toBe(0);
  expect(existsSync(storeOf(cwd))).toBe(false);
});

testAtNight(
  'a handler that loads slowly is loaded for few of its runs, also when some need no load',
  async () => {
    const cwd = folderWith(`globalThis.loaded.times++;
const start = process.cpuUsage();
for (let sum = 0; process.cpuUsage(start).user < 20_000; ) for (let step = 0; step < 1e6; step++) sum += step % 7;
${mended}`);
    const loadsOf = async (runs: number): Promise<number> => {
      const loaded = { times: 0 };
      Object.assign(globalThis, { loaded });
      const words = ['fuzz', './index.js#main_handler', '--trigger', 'timer', '--no-store'];
      await runCli([...words, '--runs', `${runs}`], { cwd });
      Reflect.deleteProperty(globalThis, 'loaded');
      return loaded.times;
    };
    expect(await loadsOf(4)).toBeLessThan(1.5 * (await loadsOf(1)));
  },
);

const provingLittle = [
  ['that does nothing', 'timer', 'async () => null', 'No effect of the handler was seen'],
  [
    'that fails on all',
    'cos',
    "async () => { throw new Error('not configured'); }",
    'events (mostly Error: not configured)',
  ],
  [
    'that does not look at its event',
    'apigw',
    "async () => ({ statusCode: 200, body: 'ok' })",
    'came to the same answer',
  ],
] as const;

/** Each reason is told of in the library by day. */
test.each(rowsToTry(provingLittle, 1))(
  'exits with 3 after a handler %s, since that proves little',
  async (_what, trigger, code, reason) => {
    const cwd = folderWith(`exports.main_handler = ${code};\n`);
    const words = ['fuzz', 'index.main_handler', '--trigger', trigger, '--runs', '2'];
    const { stdout, stderr, exitCode } = await runCli(words, { cwd });
    expect(stdout).toMatch(/^Proves little: /);
    expect(stdout).toContain(reason);
    expect(stderr).toContain('nothing found, and that proves little.');
    expect(exitCode).toBe(3);
  },
);

test.each(rowsToTry(provingLittle, 1))(
  'a handler %s is told of in every form',
  async (_what, trigger, code, reason) => {
    const cwd = folderWith(`exports.main_handler = ${code};\n`);
    const words = ['fuzz', 'index.main_handler', '--trigger', trigger, '--runs', '2'];
    expect((await runCli([...words, '--allow-weak'], { cwd })).exitCode).toBe(0);
    const junit = await runCli([...words, '--report', 'junit'], { cwd });
    expect(junit.stdout).toContain('<failure message="proves little">');
    const json = JSON.parse((await runCli([...words, '--report', 'json'], { cwd })).stdout);
    expect(json).toMatchObject({ verdict: 'proves-little', weakness: [expect.stringContaining(reason)] });
  },
);

test('exits with 1 with --strict when something is to be noted', async () => {
  const cwd = folderWith(
    'exports.main_handler = async (event) => ({ statusCode: 200, body: event.path });\n',
  );
  const words = ['fuzz', 'index.main_handler', '--trigger', 'apigw', '--runs', '2'];
  expect((await runCli(words, { cwd })).exitCode).toBe(0);
  const strict = await runCli([...words, '--strict'], { cwd });
  expect(strict.stderr).toContain('Note: No outside call was seen');
  expect(strict.exitCode).toBe(1);
});

test('tells a failure, keeps it, replays it, and drops it once it passes', async () => {
  const cwd = folderWith(broken);
  const found = await runCli(['fuzz', 'index.main_handler', '--trigger', 'timer', '--runs', '2'], { cwd });
  expect(found.exitCode).toBe(1);
  expect(found.stdout).toContain(
    'crash: A valid event makes no error that the language or its own library throws.',
  );
  expect(found.stdout).toContain('SyntaxError');
  const [folder] = readdirSync(storeOf(cwd));
  expect(readdirSync(join(storeOf(cwd), String(folder))).every((name) => name.startsWith('crash-'))).toBe(
    true,
  );

  const again = await runCli(['replay', '--all'], { cwd });
  expect(again.exitCode).toBe(1);
  expect(again.stdout).toContain(': fails\n');

  writeFileSync(join(cwd, 'index.js'), mended);
  const passes = await runCli(['replay', '--all'], { cwd });
  expect(passes.stdout).toContain(': passes\n');
  expect(passes.exitCode).toBe(0);

  const dropped = await runCli(['fuzz', 'index.main_handler', '--trigger', 'timer', '--runs', '2'], { cwd });
  expect(dropped.stderr).toContain('passes by now and was dropped.');
  expect(dropped.exitCode).toBe(0);
  expect(readdirSync(join(storeOf(cwd), String(folder)))).toEqual([]);
});

test.each([
  ['junit', /^<\?xml version="1\.0".*<failure message="SyntaxError/s],
  ['html', /^<!doctype html>.*SyntaxError/s],
  ['json', /^\{.*"oracle": "crash"/s],
])('reports as %s', async (form, expected) => {
  const cwd = folderWith(broken);
  const args = [
    'fuzz',
    'index.main_handler',
    '--trigger',
    'timer',
    '--runs',
    '1',
    '--no-store',
    '--report',
    form,
  ];
  const { stdout, exitCode } = await runCli(args, { cwd });
  expect(stdout).toMatch(expected);
  expect(exitCode).toBe(1);
});

test('--kind and --trigger are one flag', async () => {
  const cwd = folderWith(mended);
  const report = async (...flags: string[]) => {
    const args = ['fuzz', 'index.main_handler', ...flags, '--runs', '1', '--report', 'json'];
    const { stdout, exitCode } = await runCli(args, { cwd });
    return { exitCode, ...JSON.parse(stdout) };
  };
  const told = await report('--kind', 'timer');
  expect(told).toMatchObject({ exitCode: 0, trigger: 'timer', runs: 1 });
  expect(await report('--trigger', 'timer')).toEqual(told);
  expect(await report('--trigger', 'timer', '--kind', 'timer')).toEqual(told);
});

test('shards together try every case once', async () => {
  const cwd = folderWith(mended);
  const runsOf = async (shard: string) => {
    const args = [
      'fuzz',
      'index.main_handler',
      '--trigger',
      'timer',
      '--runs',
      '3',
      '--shard',
      shard,
      '--report',
      'json',
    ];
    return (JSON.parse((await runCli(args, { cwd })).stdout) as { runs: number }).runs;
  };
  expect([await runsOf('1/2'), await runsOf('2/2')]).toEqual([2, 1]);
});

test.each([
  [['--trigger', 'timr'], /did you mean "timer"/],
  [['--kind', 'timr'], /did you mean "timer"/],
  [
    ['--kind', 'timer', '--trigger', 'cos'],
    /^scf-fixtures: Cannot fuzz index\.main_handler with --kind timer and --trigger cos: both are names of one flag\. Leave out one of them\.\n$/,
  ],
  [[], /^scf-fixtures: Cannot fuzz .* Name it, such as --kind apigw;/],
  [['--trigger', 'timer', '--runs', '0'], /--runs/],
  [['--trigger', 'timer', '--shard', '4/3'], /Cannot take --shard 4\/3/],
  [['--trigger', 'timer', '--report', 'pdf'], /Cannot report as pdf/],
  [['--trigger', 'timer', '--off', 'crsh'], /Did you mean "crash"/],
])('refuses %j with exit code 2', async (args, message) => {
  const cwd = folderWith(mended);
  const { stderr, exitCode } = await runCli(['fuzz', 'index.main_handler', ...args], { cwd });
  expect(stderr).toMatch(message);
  expect(exitCode).toBe(2);
});

test('refuses to replay what is no failure', async () => {
  const cwd = folderWith('{"version":2}');
  const { stderr, exitCode } = await runCli(['replay', 'index.js'], { cwd });
  expect(stderr).toContain('it holds no failure that this version can read');
  expect(exitCode).toBe(2);
});
