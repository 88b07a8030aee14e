import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../cli/runCli.js';

const script = fileURLToPath(new URL('../../scripts/explorer.mjs', import.meta.url));

test('nothing of Node is left in the scripts of the page, and the largest contract comes only when it is needed', () => {
  const site = join(temporaryDirectory(), 'site');
  execFileSync(process.execPath, [script, site], { stdio: ['ignore', 'ignore', 'inherit'] });
  const scripts = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  expect(scripts.length).toBeGreaterThan(15);
  const having = (pattern: RegExp) =>
    scripts.filter((name) => pattern.test(readFileSync(join(site, name), 'utf8')));
  expect(having(/\bBuffer\b|\bprocess\.|\brequire\(/)).toEqual([]);
  expect(having(/schemas\/mps-workflow-task\.schema\.json/)).toEqual([
    expect.stringMatching(/^chunks.mpsWorkflowTask-/),
  ]);
});

test('an import of a module of Node fails the build', () => {
  const directory = temporaryDirectory();
  const planted = join(directory, 'planted.ts');
  writeFileSync(planted, "import { readFileSync } from 'node:fs';\nconsole.log(readFileSync);\n");
  const { status, stderr } = spawnSync(process.execPath, [script, join(directory, 'site'), planted], {
    encoding: 'utf8',
  });
  expect(status).not.toBe(0);
  expect(stderr).toContain('planted.ts imports node:fs, which a browser does not have.');
});
