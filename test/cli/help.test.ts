import { expect, test } from 'vitest';
import { runCli } from './runCli.js';

test('help alone shows the commands in groups, as --help does', async () => {
  const { stdout, stderr, exitCode } = await runCli(['help']);
  expect([stderr, exitCode]).toEqual(['', 0]);
  expect(stdout).toBe((await runCli(['--help'])).stdout);
  const titles = [...stdout.matchAll(/^(\w+):$/gm)].map(([, title]) => title);
  expect(titles).toEqual(['Options', 'Generate', 'Check', 'Run', 'Fuzz', 'More']);
  expect(stdout).toMatch(/\nMore:\n(?: {2}.*\n)* {2}help \[command\] +print the help of a command\n/);
});

test.each([
  [
    ['help', 'gen'],
    ['gen', '--help'],
  ],
  [
    ['help', 'trigger', 'check'],
    ['trigger', 'check', '--help'],
  ],
  [
    ['help', 'gen', 'timer'],
    ['gen', 'timer', '--help'],
  ],
  [['help', '--help'], ['--help']],
])('%j prints what %j prints', async (words, plain) => {
  const { stdout, stderr, exitCode } = await runCli(words);
  expect(stdout).toMatch(/^Usage: scf-fixtures /);
  expect({ stdout, stderr, exitCode }).toEqual({ ...(await runCli(plain)), stderr: '', exitCode: 0 });
});

test.each([
  [['help', 'geen'], "scf-fixtures: Unknown command 'geen' (Did you mean gen?). See scf-fixtures --help.\n"],
  [
    ['help', 'trigger', 'chekc'],
    "scf-fixtures: Unknown command 'chekc' (Did you mean check?). See scf-fixtures trigger --help.\n",
  ],
])('%j names the nearest command', async (words, sentence) => {
  expect(await runCli(words)).toEqual({ stdout: '', stderr: sentence, exitCode: 2 });
});
