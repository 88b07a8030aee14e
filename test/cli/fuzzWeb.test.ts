import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { oracles } from '../../src/fuzz/index.js';
import { webFolder } from '../fakes/webFunctions.js';
import { isNightly } from '../nightly.js';
import { runCli } from './runCli.js';

const app = (name: string) => `
const { createServer } = require('node:http');
createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://shop');
  console.log(pathname);
  if (pathname !== '/search') return response.writeHead(404).end();
  response.end(${name}.trim());
}).listen(process.env.PORT || 9000, '0.0.0.0');
`;

/** By day one oracle is asked, and what it finds shrunk. */
const fewer = isNightly
  ? []
  : oracles.flatMap(({ name }) => (name === 'process-killed' ? [] : ['--off', name]));

test('fuzz of the folder of a web function finds a crash, stores it, writes a test, and replay tries it again', async () => {
  const cwd = webFolder({ 'app.js': app("searchParams.get('keyword')") });
  const words = ['--runs', '2', '--memory', '512', ...fewer];
  const found = await runCli(['fuzz', '.', ...words, '--write-test', 'found.test.ts'], { cwd });
  expect(found.stderr).toContain('of web with seed 42');
  expect(found.exitCode).toBe(1);
  expect(found.stdout).toContain(
    "since nobody catches TypeError: Cannot read properties of null (reading 'trim')",
  );
  expect(found.stdout).toMatch(/^ {2}curl -i(?: -X \w+)? 'http:\/\/127\.0\.0\.1:8000\/search'$/m);

  const store = join(cwd, '.scf-fixtures/failures');
  const [folder = ''] = readdirSync(store);
  expect(readdirSync(join(store, folder)).some((name) => name.startsWith('process-killed-'))).toBe(true);
  const text = readFileSync(join(cwd, 'found.test.ts'), 'utf8');
  expect(text).toContain("import { web } from 'scf-fixtures';");
  expect(text).toContain("fileURLToPath(new URL('.', import.meta.url))");
  expect(text).toContain('"path": "/search"');

  const again = await runCli(['replay', '--all', '--memory', '512'], { cwd });
  expect(again.exitCode).toBe(1);
  writeFileSync(join(cwd, 'app.js'), app("(searchParams.get('keyword') ?? '')"));
  const mended = await runCli(['replay', '--all', '--memory', '512'], { cwd });
  expect(mended.exitCode).toBe(0);
}, 120_000);

test('a web function gets no events, and another function needs to know what sends them', async () => {
  const cwd = webFolder();
  const events = await runCli(['fuzz', '.', '--trigger', 'timer'], { cwd });
  expect(events.stderr).toContain('Cannot give . an event: it is a web function');
  const unknown = await runCli(['fuzz', './app.js#main'], { cwd });
  expect(unknown.stderr).toContain('Cannot fuzz ./app.js#main: nothing says what sends its events.');
  expect([events.exitCode, unknown.exitCode]).toEqual([2, 2]);
});
