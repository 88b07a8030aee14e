import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { webFolder } from '../fakes/webFunctions.js';
import { runCli, temporaryDirectory } from './runCli.js';

test('the first test of a web function starts, asks and fuzzes it', async () => {
  const cwd = webFolder({ 'app.js': '' });
  const { exitCode, stderr } = await runCli(['init'], { cwd });
  expect(stderr).toBe(
    'Wrote test/web.test.mjs, vitest.setup.mjs, vitest.config.mjs, package.json for a web function. Next: npm install --save-dev scf-fixtures vitest && npm test\n',
  );
  expect(exitCode).toBe(0);
  const text = readFileSync(join(cwd, 'test/web.test.mjs'), 'utf8');
  expect(text).toContain("const folder = '.';");
  expect(text).not.toContain("import 'scf-fixtures/vitest'");
});

test.each(['.', './', 'scf_bootstrap'])('%s names it as well', async (name) => {
  const cwd = webFolder({ 'app.js': '', 'tsconfig.json': '{}' });
  const { stdout } = await runCli(['init', name, '--dry-run'], { cwd });
  expect(stdout).toContain('+++ b/test/web.test.ts');
});

test('one in a folder of a project has its name', async () => {
  const cwd = temporaryDirectory();
  mkdirSync(join(cwd, "it's 函数"));
  writeFileSync(join(cwd, "it's 函数", 'scf_bootstrap'), '#!/bin/bash\nnode app.js\n');
  await runCli(['init', "it's 函数"], { cwd });
  expect(readFileSync(join(cwd, "test/it's 函数.test.mjs"), 'utf8')).toContain(
    "const folder = './it\\'s 函数';",
  );
});

test('a handler in the usual place comes first, and no kind of event fits', async () => {
  const cwd = webFolder({ 'index.js': 'exports.main_handler = async (event) => event.TriggerName;\n' });
  expect((await runCli(['init', '--dry-run'], { cwd })).stdout).toContain('index.test');
  const { exitCode, stderr } = await runCli(['init', '.', '--kind', 'timer'], { cwd });
  expect(stderr).toContain('Cannot write a test with timer events: this is a web function');
  expect(exitCode).toBe(2);
});

test('web is the kind of web functions alone', async () => {
  const cwd = webFolder({ 'app.js': '' });
  expect((await runCli(['init', '--kind', 'web', '--dry-run'], { cwd })).exitCode).toBe(0);
  writeFileSync(join(cwd, 'index.js'), 'exports.main_handler = async (event) => event.path;\n');
  const { exitCode, stderr } = await runCli(['init', 'index.main_handler', '--kind', 'web'], { cwd });
  expect(stderr).toContain('Cannot write a test of a handler that gets web requests');
  expect(exitCode).toBe(2);
});
