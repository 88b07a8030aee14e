import { closeSync, mkdirSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sample, timer } from '../../src/index.js';
import { casesToTry, rowsToTry, testAtNight } from '../nightly.js';
import { runCli, temporaryDirectory } from './runCli.js';

const megabyte = 1024 * 1024;
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const handler = 'exports.main_handler = async (event) => event.Records[0].Ckafka.topic;\n';

/** A directory with files by their names; a number is the size of a file that holds nothing, which takes no room. */
function directoryOf(files: Readonly<Record<string, string | number>>): string {
  const cwd = temporaryDirectory();
  for (const [name, content] of Object.entries(files)) {
    const file = join(cwd, name);
    writeFileSync(file, typeof content === 'number' ? '' : content);
    if (typeof content === 'number') truncateSync(file, content);
  }
  return cwd;
}

const deepYaml = Array.from({ length: 4000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
const deepCls = (deep: string) => JSON.stringify({ clslogs: { data: gzipSync(deep).toString('base64') } });

describe.each([
  ['20,000 nested lists', nested(20_000)],
  ['20,000 nested objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
])('%s in some bytes of gzip', (_what, deep) => {
  test('are told by explain, and imported', async () => {
    const cwd = directoryOf({ 'cls.json': deepCls(deep) });
    const explained = await runCli(['explain', 'cls.json'], { cwd });
    expect(explained.exitCode).toBe(0);
    expect(explained.stdout).toContain('It is nested more than 1,000 levels deep.');
    const imported = await runCli(['import', 'cls.json'], { cwd });
    expect([imported.exitCode, imported.stderr]).toEqual([
      0,
      'Found 1 event (1 cls), wrote 1 fixture to fixtures (1 new, 0 changed, 0 unchanged).\n',
    ]);
    for (const args of [
      ['check', 'cls.json'],
      ['lint-secrets', 'cls.json'],
    ])
      expect((await runCli(args, { cwd })).stderr).not.toContain('fault of scf-fixtures');
  });
});

describe('a file of 600 MB', () => {
  const files = { 'big.json': 600 * megabyte, 'index.js': handler };
  const said = 'larger than 64 MB';

  const refused: readonly (readonly [readonly string[], number, string])[] = [
    [['check', 'big.json'], 1, said],
    [['explain', 'big.json'], 1, said],
    [['invoke', './index.js#main_handler', 'big.json'], 2, said],
    [['trigger', 'check', 'big.json'], 2, said],
    [['gen', '--from-config', 'big.json'], 2, said],
    [['gen', 'timer', '--payload', 'big.json'], 2, said],
    [['init', './big.js'], 2, said],
    [['invoke', './big.js#main_handler', '--kind', 'timer'], 2, 'larger than 512 MB'],
  ];

  // The last one is read before it is refused.
  test.each(rowsToTry(refused, refused.length - 1))(
    'is one sentence for %j',
    async (args, exitCode, sentence) => {
      const isSource = args.some((arg) => arg.includes('big.js') && !arg.includes('json'));
      const cwd = directoryOf(isSource ? { 'big.js': 600 * megabyte } : files);
      const result = await runCli(args, { cwd });
      const lines = `${result.stdout}${result.stderr}`.trim().split('\n');
      expect([result.exitCode, lines.filter((line) => line.includes(sentence)).length]).toEqual([
        exitCode,
        1,
      ]);
      expect(result.stderr).not.toContain('fault of scf-fixtures');
      expect(lines.filter((line) => line !== '').length).toBeLessThanOrEqual(3);
    },
  );

  // What is read as a stream: by day of more than is read as a text, since every byte is looked at.
  test.each([
    [['lint-secrets', 'big.json'], 0, '0 values'],
    [['import', 'big.json'], 2, 'there is no object that looks like one'],
  ])('is looked through by %j', async (args, exitCode, sentence) => {
    const cwd = directoryOf({ 'big.json': casesToTry(65, 600) * megabyte });
    const { stderr, ...result } = await runCli(args, { cwd });
    expect([result.exitCode, stderr]).toEqual([exitCode, expect.stringContaining(sentence)]);
    expect(stderr).not.toContain('fault of scf-fixtures');
  });

  testAtNight('is one sentence for a configuration and for serverless.yml', async () => {
    const config = directoryOf({ 'scf-fixtures.config.json': 600 * megabyte });
    expect(await runCli(['gen', 'timer', '--out', '-'], { cwd: config })).toEqual({
      stdout: '',
      stderr:
        'scf-fixtures: Cannot load scf-fixtures.config.json: it is larger than 512 MB. Mend that place.\n',
      exitCode: 2,
    });
    const project = directoryOf({ 'serverless.yml': 600 * megabyte, 'index.js': handler });
    expect((await runCli(['init'], { cwd: project })).stderr).toBe(
      'scf-fixtures: Cannot read serverless.yml: it is larger than 64 MB. Name the file that you mean, or a part of it.\n',
    );
  });
});

describe('JSON over many lines in more than 64 MB', () => {
  const pretty = () => {
    const cwd = temporaryDirectory();
    const file = openSync(join(cwd, 'pretty.json'), 'w');
    const events = `${JSON.stringify([sample(timer)], null, 2).slice(2, -2)},\n`.repeat(10_000);
    writeSync(file, '[\n');
    for (let bytes = 0; bytes < 65 * megabyte; bytes += events.length) writeSync(file, events);
    writeSync(file, `${JSON.stringify(sample(timer))}]\n`);
    closeSync(file);
    return cwd;
  };

  test('is one sentence, not one a line', async () => {
    const cwd = pretty();
    const sentence =
      'it is larger than 64 MB and has no event on its first line: write each event on a line of its own';
    const checked = await runCli(['check', 'pretty.json'], { cwd });
    expect([checked.exitCode, checked.stdout]).toEqual([
      1,
      `pretty.json: error: ${sentence}  [file/readable] (scf-fixtures)\n`,
    ]);
    expect((await runCli(['explain', 'pretty.json'], { cwd })).stdout).toBe(`pretty.json: ${sentence}.\n`);
  });

  test('ends after 1,000 lines that are no JSON, whatever the first one is', async () => {
    const cwd = directoryOf({ 'odd.json': `{"a":1}\n${'{\n'.repeat(5000)}` });
    const { stdout } = await runCli(['check', 'odd.json'], { cwd });
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(1002);
    expect(lines.at(-1)).toContain('odd.json:1002: error: the 1000 lines before it are no JSON');
  });
});

describe('YAML that is nested too deeply', () => {
  const said = 'Cannot read the configuration: it is nested too deeply. Write it flatter.';

  test.each([
    [['trigger', 'check', 'serverless.yml']],
    [['gen', '--from-config', 'serverless.yml', '--out', 'out']],
  ])('is one sentence for %j', async (args) => {
    const cwd = directoryOf({ 'serverless.yml': deepYaml });
    expect(await runCli(args, { cwd })).toEqual({
      stdout: '',
      stderr: `scf-fixtures: ${said}\n`,
      exitCode: 2,
    });
  });

  test('is no hindrance for init, which asks for the kind', async () => {
    const cwd = directoryOf({ 'serverless.yml': deepYaml, 'index.js': handler, 'package.json': '{}' });
    expect((await runCli(['init', '--dry-run'], { cwd })).exitCode).toBe(0);
  });
});

describe('a broken package.json', () => {
  const files = { 'package.json': '{ broken', 'index.js': handler };

  test.each([
    [['init'], 'Cannot read '],
    [['invoke', './index.js#main_handler', '--kind', 'ckafka'], 'Cannot invoke ./index.js#main_handler: '],
    [['fuzz', './index.js#main_handler', '--trigger', 'ckafka'], 'Cannot invoke ./index.js#main_handler: '],
  ])('is one sentence for %j', async (args, begins) => {
    const cwd = directoryOf(files);
    const { stdout, stderr, exitCode } = await runCli(args, { cwd });
    expect([stdout, exitCode, stderr.trim().split('\n').length]).toEqual(['', 2, 1]);
    expect(stderr).toContain(`scf-fixtures: ${begins}`);
    expect(stderr).toContain('package.json');
  });

  test('does not matter to what reads no code', async () => {
    const cwd = directoryOf(files);
    mkdirSync(join(cwd, 'fixtures'));
    expect((await runCli(['gen', 'timer', '--out', '-'], { cwd })).exitCode).toBe(0);
  });
});

test('a schema that is nested too deeply is one sentence', async () => {
  const deep = `${'{"properties":{"a":'.repeat(5000)}true${'}}'.repeat(5000)}`;
  const cwd = directoryOf({ 'deep.json': deep });
  expect((await runCli(['gen', 'timer', '--payload', 'deep.json', '--out', '-'], { cwd })).stderr).toBe(
    'scf-fixtures: Cannot use this payload schema: it is nested too deeply. Write it flatter.\n',
  );
});
