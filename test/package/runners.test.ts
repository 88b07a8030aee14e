import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installPackage } from '../built.js';

let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'scf-fixtures-runners-'));
  cpSync(fileURLToPath(new URL('../legs/runners', import.meta.url)), project, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{"name":"consumer","private":true}');
  installPackage(project);
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** What a runner says; it throws when a test fails, and when the runner does not end by itself. */
async function said(...args: readonly string[]): Promise<string> {
  // Vitest says of itself what Jest would take for its own.
  const { NODE_OPTIONS: _, VITEST: __, JEST_WORKER_ID: ___, NODE_ENV: ____, ...env } = process.env;
  const options = { cwd: project, env, timeout: 100_000 };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...args], options);
  return stdout + stderr;
}

/** What Jest keeps lies in the project, which is taken away. */
const jest = ['node_modules/jest/bin/jest.js', '--cacheDirectory', '.jest-cache', '--runInBand'] as const;

test('Jest tests handlers with CommonJS alone', async () => {
  expect(await said(...jest, 'required')).toMatch(/Tests: +13 passed, 13 total/);
}, 120_000);

test('Jest tests handlers with ES modules', async () => {
  expect(await said('--experimental-vm-modules', ...jest, 'imported')).toMatch(/Tests: +2 passed, 2 total/);
}, 120_000);

test("Node's own runner tests handlers with the package expect", async () => {
  // Newer versions of Node sum up for people where older ones did for programs.
  expect(await said('--test', 'standard.test.mjs')).toMatch(/^(?:#|ℹ) pass 2$/m);
}, 120_000);
