import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeTest } from '../../cli/fuzz/writeTest.js';
import type { Io } from '../../cli/shared/io.js';
import type { RunReport } from '../../src/fuzz/index.js';
import { oracles } from '../../src/fuzz/index.js';
import { builtProgram } from '../built.js';
import { isNightly } from '../nightly.js';
import { hasPython } from '../pythonHere.js';
import { runCli, temporaryDirectory } from './runCli.js';

const hasPytest = spawnSync('python3', ['-m', 'pytest', '--version']).status === 0;

function project(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryDirectory();
  for (const [name, text] of Object.entries({ ...files, 'node_modules/.bin/.keep': '' })) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  symlinkSync(builtProgram, join(cwd, 'node_modules/.bin/scf-fixtures'));
  return cwd;
}

/** Runs Python as a user does in a terminal. */
function python(cwd: string, ...args: readonly string[]) {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync('python3', args, { cwd, env, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

const stores = (key: string) => `import urllib.parse
import urllib.request


def main_handler(event, context):
    for record in event["Records"]:
        url = record["cos"]["cosObject"]${key}
        address = "https://files.example.com/" + urllib.parse.quote(url, safe="")
        urllib.request.urlopen(urllib.request.Request(address, b"1", method="PUT"), timeout=3).read()
    return "ok"
`;
const right = stores('["key"]');
const wrong = stores('["meta"]["x-cos-meta-owner"]');

/** By day one oracle is asked, which plays each case once. */
const fewer = isNightly ? [] : oracles.flatMap(({ name }) => (name === 'crash' ? [] : ['--off', name]));

/** The command of a written test with one run. */
function shortened(file: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).not.toMatch(/\bthe[A-Z]/);
  writeFileSync(
    file,
    text.replace('"--kind"', `${['--runs', '1', ...fewer].map((word) => `"${word}", `).join('')}"--kind"`),
  );
}

describe('init of a function in Python', () => {
  test.skipIf(!hasPython)(
    'writes a test that tells a right function from a wrong one, by unittest and by pytest (needs python3)',
    async () => {
      const cwd = project({ 'src/index.py': right });
      const { stderr, exitCode } = await runCli(['init'], { cwd });
      expect([exitCode, stderr]).toEqual([
        0,
        'Wrote tests/test_index.py, 49 events in tests/fixtures/cos for a handler of cos events. Next: npm install --save-dev scf-fixtures && python3 tests/test_index.py\n',
      ]);
      expect(readdirSync(cwd).sort()).toEqual(['node_modules', 'src', 'tests']);
      const file = join(cwd, 'tests/test_index.py');
      shortened(file);
      const passed = python(cwd, file);
      expect([passed.status, passed.said]).toEqual([0, expect.stringContaining('skipped=49')]);
      writeFileSync(join(cwd, 'src/index.py'), wrong);
      const failed = python(cwd, file);
      expect(failed.status).toBe(1);
      expect(failed.said).toContain('[user-metadata]');
      expect(failed.said).toContain('crash: A valid event makes no error');
      if (!hasPytest) return;
      const collected = python(cwd, '-m', 'pytest', '-p', 'no:cacheprovider', '--collect-only', '-q');
      expect(collected.said).toContain(
        'tests/test_index.py::Index::test_withstands_whatever_may_be_delivered',
      );
    },
  );

  test('asks a function of the configuration by its name there, and runs by pytest where the project does', async () => {
    const cwd = project({
      'serverless.yml':
        'inputs:\n  handler: job.run\n  runtime: Python3.10\n  events:\n    - timer: { parameters: { cronExpression: "0 0 9 * * * *", enable: true } }\n',
      'job.py': 'def run(event, context):\n    return event.get("TriggerName")\n',
      'job.js': '',
      'requirements-dev.txt': 'pytest>=8\n',
      'test/fixtures/timer/0000.json': '{"mine": true}\n',
    });
    expect((await runCli(['init'], { cwd })).stderr).toMatch(
      /^Wrote test\/test_job\.py, \d+ events in test\/fixtures\/timer for a handler of timer events\. .* && python3 -m pytest test\/test_job\.py\n$/,
    );
    expect(readFileSync(join(cwd, 'test/test_job.py'), 'utf8')).toContain(
      'words = ["fuzz", "job.run", "--kind", "timer"',
    );
    expect(readFileSync(join(cwd, 'test/fixtures/timer/0000.json'), 'utf8')).toBe('{"mine": true}\n');
    expect((await runCli(['init'], { cwd })).stderr).toMatch(/^Nothing to write/);
  });

  test('names the test of a function in a folder by that, too', async () => {
    const cwd = project({
      'functions/orders/index.py': 'def main_handler(event, context):\n    return event["Message"]\n',
    });
    const { stderr } = await runCli(['init', './functions/orders/index.py:main_handler', '--kind', 'timer'], {
      cwd,
    });
    expect(stderr).toMatch(/^Wrote tests\/test_functions_orders_index\.py, /);
    const text = readFileSync(join(cwd, 'tests/test_functions_orders_index.py'), 'utf8');
    expect(text).toContain('class FunctionsOrdersIndex(unittest.TestCase):');
    expect(text).toContain('"./functions/orders/index.py:main_handler"');
  });

  test.each([
    [
      'a name that fits two files',
      { 'index.py': right, 'index.js': 'exports.main_handler = 1;' },
      ['index.main_handler'],
      'index.js and index.py both fit. Name the file',
    ],
    [
      'two usual files',
      { 'app.py': right, 'index.js': 'exports.main_handler = 1;' },
      [],
      'index.js and app.py both fit. Name the file',
    ],
    [
      'a function that is not there',
      { 'index.py': right },
      ['index.main'],
      'index.py defines main_handler. Name one',
    ],
  ])('refuses %s in one sentence and writes nothing', async (_name, files, args, said) => {
    const cwd = project(files);
    const { stderr, exitCode } = await runCli(['init', ...args], { cwd });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(existsSync(join(cwd, 'tests'))).toBe(false);
  });
});

describe('a written test of what was found in Python', () => {
  // By day a shorter one is written and run in pythonTestWords.test.ts.
  test.skipIf(!hasPython || !isNightly)(
    'fails on the function that it was written for and passes on the mended one (needs a night, and python3)',
    async () => {
      const cwd = project({ 'index.py': wrong });
      const args = [
        '--kind',
        'cos',
        '--runs',
        '2',
        '--no-store',
        '--write-test',
        'tests/test_found.py',
        ...fewer,
      ];
      const { stderr } = await runCli(['fuzz', './index.py:main_handler', ...args], { cwd });
      expect(stderr).toContain('Wrote tests/test_found.py.\n');
      expect(stderr).not.toContain('Note: pytest');
      const failed = python(cwd, 'tests/test_found.py', 'Found.test_crash');
      expect([failed.status, failed.said]).toEqual([
        1,
        expect.stringContaining("KeyError: 'x-cos-meta-owner'"),
      ]);
      writeFileSync(join(cwd, 'index.py'), right);
      // The test of one failure by day, those of all at night.
      const passed = python(cwd, 'tests/test_found.py', ...(isNightly ? [] : ['Found.test_crash']));
      expect([passed.said, passed.status]).toEqual([expect.stringMatching(/\nOK\n$/), 0]);
    },
  );

  test('says when no runner of the project finds it', async () => {
    const cwd = project({ 'index.py': wrong });
    const report = {
      trigger: 'timer',
      failures: [{ oracle: 'crash', what: 'KeyError', case: { event: {} }, run: 0, text: 'crash: …' }],
    } as unknown as RunReport;
    const told = async (path: string, handler = 'index.main_handler') => {
      const said: string[] = [];
      const io = { cwd, stderr: { write: (text: string) => void said.push(text) } } as unknown as Io;
      await writeTest(report, { handler, path, words: [] }, io);
      return said.join('');
    };
    expect(await told('found.py')).toContain('files that are named test_….py, and not in found.py.');
    expect(await told('test_found.py')).toBe('Wrote test_found.py.\n');
    expect(await told('found.test.ts')).toContain('Name a file test_….py for one of pytest and unittest.');
    expect(await told('found.test.ts', './index.py:main_handler')).toContain('Name a file test_….py');
    expect(await told('found.test.ts', 'index.js#main_handler')).toBe('Wrote found.test.ts.\n');
    writeFileSync(join(cwd, 'package.json'), '{ "devDependencies": { "vitest": "4" } }');
    expect(await told('found.test.ts')).toBe('Wrote found.test.ts.\n');
  });
});
