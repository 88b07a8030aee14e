import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

/** What became of a test of a project. */
export interface RanTest {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

/** What became of a file of tests; its message tells why it could not be loaded. */
export interface RanFile {
  readonly name: string;
  readonly message: string;
  readonly assertionResults: readonly RanTest[];
}

/** Runs the tests of a project as its user does. */
export function runVitest(cwd: string): Promise<RanFile[]> {
  const temporary = join(cwd, '.tmp');
  mkdirSync(temporary, { recursive: true });
  const child = spawn(process.execPath, [vitest, 'run', '--reporter', 'json', '--silent'], {
    cwd,
    env: { PATH: process.env.PATH, TMPDIR: temporary, NO_COLOR: '1' },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', () => {
      const start = stdout.indexOf('{"numTotal');
      if (start < 0) reject(new Error(`Vitest reports nothing: ${stderr}${stdout}`));
      else resolve((JSON.parse(stdout.slice(start)) as { testResults: RanFile[] }).testResults);
    });
  });
}
