import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../../cli/program.js';
import { hasPython } from '../pythonHere.js';
import { collectedIo, runCli, temporaryDirectory } from './runCli.js';

const testOnUnix = test.skipIf(process.platform === 'win32');
const testWithPython = test.skipIf(!hasPython);

testOnUnix('a process that ends before it is ready is told with its last words', async () => {
  const cwd = temporaryDirectory();
  mkdirSync(join(cwd, 'fn'));
  const dies = '#!/bin/sh\necho connecting\necho "cannot open config.yml" >&2\nexit 7\n';
  writeFileSync(join(cwd, 'fn/bootstrap'), dies, { mode: 0o755 });
  const { exitCode, stderr } = await runCli(['invoke', './fn', '--kind', 'timer'], { cwd });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(
    /^Note: the process ended with exit code 7 before it was ready, and wrote last: .*cannot open config\.yml\.$/m,
  );
});

test('a path that leads nowhere is told as that', async () => {
  const { exitCode, stderr } = await runCli(['invoke', './none', '--kind', 'timer'], {
    cwd: temporaryDirectory(),
  });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Cannot invoke "./none": there is no such file or folder. Write ');
});

testWithPython('a Python is found by its path from here, wherever the function lies', async () => {
  const cwd = temporaryDirectory();
  mkdirSync(join(cwd, 'fn'));
  writeFileSync(join(cwd, 'fn/index.py'), 'def main_handler(event, context):\n    return "fine"\n');
  writeFileSync(join(cwd, 'python'), '#!/bin/sh\nexec python3 "$@"\n', { mode: 0o755 });
  const words = ['invoke', './fn/index.py:main_handler', '--kind', 'timer', '--python', './python'];
  const { exitCode, stdout, stderr } = await runCli(words, { cwd });
  expect([exitCode, stdout.trim()], stderr).toEqual([0, '"fine"']);
  const { stderr: missing } = await runCli([...words.slice(0, -1), './none/python'], { cwd });
  expect(missing).toContain(`there is no ${join(cwd, 'none/python')} on the PATH`);
});

test('a help text that nobody reads to its end is no fault', async () => {
  const closed = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write', errno: -32 });
  const { io, written } = collectedIo({});
  const stdout = { isTerminal: false, write: () => Promise.reject(closed) };
  await runProgram(['fuzz', '--help'], { ...io, stdout });
  // A rejection that nobody catches fails the test run.
  await new Promise((turn) => setImmediate(turn));
  expect(written.stderr).toBe('');
});

testWithPython('a Python that is too old is told with its version', async () => {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'index.py'), 'def main_handler(event, context):\n    return "fine"\n');
  const run =
    'import runpy, sys; sys.version_info = (3, 7, 16); runpy.run_module("_scf_fixtures", run_name="__main__")';
  const old = `#!/bin/sh\n[ "$1" = -m ] || { echo 3.7.16; exit; }\nshift 2\nexec python3 -c '${run}' "$@"\n`;
  writeFileSync(join(cwd, 'python'), old, { mode: 0o755 });
  const { exitCode, stderr } = await runCli(
    ['invoke', 'index.py', '--kind', 'timer', '--python', './python'],
    { cwd },
  );
  expect(stderr).toBe(
    'scf-fixtures: Cannot invoke ./index.py:main_handler: python is Python 3.7.16, and 3.8 or newer is needed. Name another: --python /usr/bin/python3.\n',
  );
  expect(exitCode).toBe(2);
});

test('a function in Python that is not there is told with one that is', async () => {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'one.py'), 'def other(event, context):\n    return 1\n');
  writeFileSync(join(cwd, 'none.py'), `limit = 1\nname = 'x'\nisOn = True\n`);
  const said = async (name: string) => (await runCli(['init', name, '--kind', 'timer'], { cwd })).stderr;
  expect(await said('one.py:nope')).toContain(
    'one.py defines other. Name one of its functions, as in one.py:other.',
  );
  for (const name of ['none.py', 'none.py:nope'])
    expect(await said(name)).toBe(
      `scf-fixtures: Cannot find the handler ${name}: none.py defines nothing. Define one: def main_handler(event, context): …\n`,
    );
});
