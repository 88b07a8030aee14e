import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createProgram } from '../../cli/program.js';
import type { CommandOutputs } from '../../src/index.js';
import { collectedIo, runCli, temporaryDirectory } from './runCli.js';

const handler = 'exports.main_handler = async (event) => event.TriggerName;\n';

async function json<Name extends keyof CommandOutputs>(
  name: Name,
  args: readonly string[],
  cwd = temporaryDirectory(),
): Promise<{ readonly told: CommandOutputs[Name]; readonly stderr: string; readonly exitCode: number }> {
  const { stdout, stderr, exitCode } = await runCli([name, ...args, '--json'], { cwd });
  return { told: JSON.parse(stdout) as CommandOutputs[Name], stderr, exitCode };
}

function project(): string {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'index.js'), handler);
  return cwd;
}

test('every command has --json', async () => {
  const program = await createProgram(collectedIo({}).io);
  const without = program.commands
    .flatMap((command) => (command.commands.length > 0 ? command.commands : [command]))
    .filter((command) => command.name() !== 'complete')
    .filter((command) => !command.options.some((option) => option.long === '--json'));
  expect(without.map((command) => command.name())).toEqual([]);
});

test('gen tells what it wrote, and beside printed events on standard error', async () => {
  const cwd = temporaryDirectory();
  const { told, stderr } = await json('gen', ['timer', 'cos', '--count', '2'], cwd);
  expect([told, stderr]).toEqual([
    {
      kinds: ['timer', 'cos'],
      events: 4,
      files: { new: 4, changed: 0, same: 0 },
      seed: 42,
      directory: 'fixtures',
      repeat: 'scf-fixtures gen timer cos --count 2 --seed 42',
    },
    '',
  ]);
  const printed = await runCli(['gen', 'timer', '--out', '-', '--json'], { cwd });
  expect(JSON.parse(printed.stdout)).toMatchObject({ Type: 'Timer' });
  expect(JSON.parse(printed.stderr)).toMatchObject({ events: 1, directory: null });
  const requests = await json('gen', ['web', '--format', 'http', '--count', '3'], cwd);
  expect(requests.told).toMatchObject({ kinds: ['web'], events: 3 });
});

test('explain tells kind, parts and what deviates of every event', async () => {
  const cwd = temporaryDirectory();
  const { stdout } = await runCli(['gen', 'cls', '--out', '-']);
  writeFileSync(
    join(cwd, 'events.ndjson'),
    `${stdout}{"a":1}\n{"version":"2.0","routeKey":"$default","rawPath":"/","requestContext":{}}\n`,
  );
  const { told, exitCode } = await json('explain', ['events.ndjson'], cwd);
  expect(exitCode).toBe(1);
  expect(told[0]?.parts?.[0]).toMatchObject({ path: ['clslogs', 'data'], encoding: 'Base64, gzip, JSON' });
  expect(told).toMatchObject([
    { kind: 'cls', issues: [] },
    { kind: null, problem: 'it looks like no event that a trigger sends' },
    { kind: null },
  ]);
});

test('init tells the files, with their texts where it only shows them, and what to type next', async () => {
  const cwd = project();
  const shown = await json('init', ['index.main_handler', '--kind', 'timer', '--dry-run'], cwd);
  expect(shown.told.files[0]).toMatchObject({
    change: 'new',
    before: null,
    after: expect.stringContaining('timer'),
  });
  const { told, stderr } = await json('init', ['index.main_handler', '--kind', 'timer'], cwd);
  expect([told.files[0], stderr]).toEqual([{ path: shown.told.files[0]?.path, change: 'new' }, '']);
  expect(told.next.at(-1)).toMatch(/test|vitest/);
});

test('send tells each answer in a line, and the end', async () => {
  const server = createServer((_, response) => response.end('"ok"')).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((done) => server.once('listening', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { stdout } = await runCli(['send', 'timer', '--count', '2', '--to', url, '--json']);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CommandOutputs['send']);
  expect(lines).toEqual([
    {
      type: 'answer',
      name: 'timer 0',
      kind: 'timer',
      try: 1,
      status: 200,
      ms: expect.any(Number),
      bytes: 4,
      problem: null,
    },
    {
      type: 'answer',
      name: 'timer 1',
      kind: 'timer',
      try: 1,
      status: 200,
      ms: expect.any(Number),
      bytes: 4,
      problem: null,
    },
    { type: 'sent', to: url, events: 2, failed: 0, tries: 2 },
  ]);
});

test('replay tells how each failure ends', async () => {
  const cwd = project();
  writeFileSync(
    join(cwd, 'index.js'),
    "let last = 0;\nexports.main_handler = async () => 'x'.repeat(++last > 1 ? 2 : 1);\n",
  );
  await runCli(['fuzz', 'index.main_handler', '--kind', 'timer', '--runs', '5'], { cwd });
  const { told, exitCode } = await json('replay', ['--all'], cwd);
  expect(told.fails).toBeGreaterThan(0);
  expect([told.fails, told.passes, told.untried, exitCode]).toEqual([told.failures.length, 0, 0, 1]);
  expect(told.failures[0]).toMatchObject({ ending: 'fails', text: expect.stringContaining('xx') });
});

test('fuzz --json is its report as JSON', async () => {
  const { stdout } = await runCli(
    ['fuzz', 'index.main_handler', '--kind', 'timer', '--runs', '1', '--no-store', '--json'],
    { cwd: project() },
  );
  expect(JSON.parse(stdout)).toMatchObject({ trigger: 'timer', runs: 1 });
});

test('explore and completion tell address and script', async () => {
  const cwd = temporaryDirectory();
  mkdirSync(join(cwd, 'site'));
  writeFileSync(join(cwd, 'site/index.html'), '<!doctype html>');
  const stop = new AbortController();
  const { stdout } = await runCli(['explore', '--no-open', '--json', '--site', 'site'], {
    cwd,
    signal: stop.signal,
  });
  stop.abort();
  expect(JSON.parse(stdout)).toEqual({ type: 'listening', url: expect.stringMatching(/^http:\/\/127/) });
  expect((await json('completion', ['bash'])).told).toMatchObject({
    shell: 'bash',
    script: expect.stringContaining('scf-fixtures'),
  });
});

test.each([
  [['gen', 'timer']],
  [['check', '-']],
  [['invoke', 'index.main_handler', '--kind', 'timer']],
  [['init', 'index.main_handler', '--kind', 'timer']],
  [['fuzz', 'index.main_handler', '--kind', 'timer', '--runs', '1']],
  [['replay', '--all']],
])('%j says nothing beside its result with --quiet', async (args) => {
  const cwd = project();
  expect((await runCli(args, { cwd })).stderr).not.toBe('');
  expect((await runCli(['--quiet', ...args], { cwd })).stderr).toBe('');
  writeFileSync(join(cwd, 'scf-fixtures.config.json'), '{ "quiet": true }');
  expect((await runCli(args, { cwd })).stderr).toBe('');
});

test('what goes wrong is told with --quiet, too', async () => {
  const { stderr, exitCode } = await runCli(['gen', 'tiemr', '--quiet']);
  expect([stderr, exitCode]).toEqual([expect.stringContaining('tiemr'), 2]);
});
