import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspected } from './inspectedServer.js';
import { runCli, temporaryDirectory } from './runCli.js';

/** A request whose headers fetch would not send. */
async function asked(
  url: string,
  headers: Record<string, string>,
  method = 'GET',
  path = '/',
): Promise<number> {
  const sent = request(new URL(path, url), { method, headers });
  sent.end(method === 'POST' ? '{"id":1}' : undefined);
  const [response] = await once(sent, 'response');
  response.destroy();
  return response.statusCode;
}

test('the page is for this machine and its own pages alone, and runs no script but its own', async () => {
  const { page } = await inspected();
  expect(await asked(page, { host: 'evil.example' })).toBe(403);
  expect(await asked(page, { origin: 'https://evil.example' }, 'POST', '/replay')).toBe(403);
  expect(await asked(page, { origin: 'https://evil.example' }, 'GET', '/entries')).toBe(403);
  expect(await asked(page, {}, 'GET', '/other')).toBe(404);
  const response = await fetch(page);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'sha256-");
  expect(policy).not.toContain('unsafe');
});

test('an event that is not there is neither replayed nor saved', async () => {
  const { page } = await inspected();
  const response = await fetch(`${page}save`, { method: 'POST', body: '{"id":7}' });
  expect(await response.json()).toEqual({ problem: 'There is no event 7.' });
  const odd = await fetch(`${page}replay`, { method: 'POST', body: 'x'.repeat(5000) });
  expect(await odd.json()).toEqual({ problem: 'There is no event -1.' });
});

test('a port that is none is told before anything is served', async () => {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'index.js'), 'exports.main_handler = async () => 1;');
  expect(
    await runCli(['serve', 'index.main_handler', '--kind', 'timer', '--inspect', 'abc'], { cwd }),
  ).toEqual({
    stdout: '',
    stderr: 'scf-fixtures: Cannot take --inspect abc: it must be a whole number from 0 to 65,535.\n',
    exitCode: 2,
  });
});
