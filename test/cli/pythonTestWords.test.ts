import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtProgram } from '../built.js';
import { hasPython } from '../pythonHere.js';
import { runCli, temporaryDirectory } from './runCli.js';

test.skipIf(!hasPython)(
  'a written test of Python replays with what the search was told of the function (needs python3)',
  async () => {
    const cwd = temporaryDirectory();
    writeFileSync(
      join(cwd, 'index.py'),
      'import os\n\n\ndef main_handler(event, context):\n    return 1 / (0 if os.environ.get("MODE") == "strict" else 1)\n',
    );
    const told = ['--env', 'MODE=strict', '--timeout', '2500', '--memory', '256'];
    const file = join(cwd, 'test_found.py');
    const args = ['--trigger', 'timer', '--runs', '1', '--no-store', '--write-test', 'test_found.py'];
    await runCli(['fuzz', './index.py:main_handler', ...args, ...told], { cwd });
    expect(readFileSync(file, 'utf8')).toContain(
      'words = ["replay", "--handler", "./index.py:main_handler", "--timeout", "2500", "--memory", "256", "--env", "MODE=strict"]',
    );
    mkdirSync(join(cwd, 'node_modules/.bin'), { recursive: true });
    symlinkSync(builtProgram, join(cwd, 'node_modules/.bin/scf-fixtures'));
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', NO_COLOR: '1' };
    const { status, stdout, stderr } = spawnSync('python3', [file], { cwd, env, encoding: 'utf8' });
    expect([status, stdout + stderr]).toEqual([1, expect.stringContaining('ZeroDivisionError')]);
  },
);
