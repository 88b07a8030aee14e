import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveSite } from '../../cli/commands/explore.js';
import { runCli, temporaryDirectory } from './runCli.js';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

function ask(
  port: number,
  path: string,
  options: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ port, path, host: '127.0.0.1', agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });
}

/** A small site, served until the test ends. */
async function served(): Promise<number> {
  const directory = temporaryDirectory();
  const site = join(directory, 'site');
  mkdirSync(join(site, 'chunks'), { recursive: true });
  writeFileSync(join(directory, 'secret.html'), 'not for you');
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>Site</title>');
  writeFileSync(join(site, 'chunks/a.js'), 'export {};');
  writeFileSync(join(site, 'notes.txt'), 'of no type that the page has');
  const server = await serveSite(site, 0);
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe('the server', () => {
  test('serves the files of the site with their types', async () => {
    const port = await served();
    const page = await ask(port, '/?from=somewhere');
    expect([page.status, page.headers['content-type'], String(page.body)]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<!doctype html><title>Site</title>',
    ]);
    const script = await ask(port, '/chunks/a.js');
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
  });

  test('serves the same of one file that holds the site, as the package does', async () => {
    const archive = join(temporaryDirectory(), 'site.json.br');
    const texts = { 'index.html': '<title>Packed</title>', 'chunks/a.js': 'export {};', 'notes.txt': 'no' };
    writeFileSync(archive, brotliCompressSync(JSON.stringify(texts)));
    const server = await serveSite(archive, 0);
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    expect(String((await ask(port, '/')).body)).toBe('<title>Packed</title>');
    expect((await ask(port, '/chunks/a.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask(port, '/notes.txt')).status).toBe(404);
    await expect(serveSite(join(archive, '../none.br'), 0)).rejects.toThrow('does not hold it');
  });

  test('packs what the browser can unpack', async () => {
    const { headers, body } = await ask(await served(), '/chunks/a.js', {
      headers: { 'accept-encoding': 'br, gzip' },
    });
    expect([headers['content-encoding'], headers.vary]).toEqual(['gzip', 'accept-encoding']);
    expect(String(gunzipSync(body))).toBe('export {};');
  });

  test('answers HEAD with the headers alone', async () => {
    const { status, headers, body } = await ask(await served(), '/', { method: 'HEAD' });
    expect([status, headers['content-length'], body.length]).toEqual([200, '34', 0]);
  });

  test.each([
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/chunks/../../secret.html',
    '//etc/passwd',
    '/notes.txt',
    '/__proto__',
    '/chunks',
    '/%',
  ])('has no %s', async (path) => {
    expect((await ask(await served(), path)).status).toBe(404);
  });

  test('takes nothing', async () => {
    const { status, headers } = await ask(await served(), '/', { method: 'POST' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test('is not there for a page of another site that names this machine', async () => {
    const port = await served();
    for (const host of ['attacker.example', '127.0.0.1.attacker.example', '127.0.0.1@attacker.example']) {
      expect((await ask(port, '/', { headers: { host } })).status).toBe(403);
    }
    expect((await ask(port, '/', { headers: { host: `localhost:${port}` } })).status).toBe(200);
  });

  test('tells the browser to load nothing else, on every answer', async () => {
    const port = await served();
    for (const path of ['/', '/nothing']) {
      const { headers } = await ask(port, path);
      expect(headers['content-security-policy']).toMatchInlineSnapshot(
        `"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"`,
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
    }
  });

  test('listens on this machine alone', async () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'index.html'), '');
    const server = await serveSite(directory, 0);
    onTestFinished(() => void server.close());
    expect(server.address()).toMatchObject({ address: '127.0.0.1' });
  });

  test('names a directory that holds no site', async () => {
    await expect(serveSite('/nowhere/site', 0)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Misuse: Cannot show the explorer: /nowhere/site does not hold it. Build it with npm run build.]`,
    );
  });

  test('names a port that is taken', async () => {
    const port = await served();
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'index.html'), '');
    await expect(serveSite(directory, port)).rejects.toThrow(
      `Cannot listen on port ${port}: another program uses it (EADDRINUSE). Choose another with --port, or leave it out.`,
    );
  });
});

describe('scf-fixtures explore', () => {
  test.each(['-1', '65536', 'x', '8080.5'])('refuses port %s', async (port) => {
    const { stderr, exitCode } = await runCli(['explore', `--port=${port}`]);
    expect([exitCode, stderr]).toEqual([
      2,
      `scf-fixtures: Cannot take --port ${port}: it must be a whole number from 0 to 65,535.\n`,
    ]);
  });

  test('shows how it is used', async () => {
    const { stdout, exitCode } = await runCli(['explore', '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('scf-fixtures explore --port 8080 --no-open');
  });

  test('serves until it is stopped', async () => {
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, 'index.html'), '<title>Site</title>');
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const { stdout, exitCode } = await runCli(['explore', '--no-open', '--site', '.'], {
      cwd,
      signal: stop.signal,
    });
    const [, port] =
      /^The explorer is at http:\/\/127\.0\.0\.1:(\d+)\/ until you press Ctrl\+C\.\n$/.exec(stdout) ?? [];
    expect(exitCode).toBe(0);
    expect((await ask(Number(port), '/')).status).toBe(200);
    stop.abort();
    await expect.poll(() => ask(Number(port), '/').catch((error) => error.code)).toBe('ECONNREFUSED');
  });

  test.skipIf(process.platform === 'win32')('opens the browser at the address (needs sh)', async () => {
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, 'index.html'), '<title>Site</title>');
    for (const opener of ['xdg-open', 'open']) {
      writeFileSync(join(cwd, opener), '#!/bin/sh\necho "$1" > "$OPENED"\n');
      chmodSync(join(cwd, opener), 0o755);
    }
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const opened = join(cwd, 'opened.txt');
    const env = { PATH: `${cwd}:${process.env.PATH}`, OPENED: opened };
    const { stdout } = await runCli(['explore', '--site', '.'], { cwd, env, signal: stop.signal });
    await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8')).toMatch(/^http:.*\n$/);
    expect(stdout).toContain(readFileSync(opened, 'utf8').trim());
  });

  test('goes on where nothing can open a browser', async () => {
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, 'index.html'), '<title>Site</title>');
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const env = { PATH: cwd };
    const { exitCode, stderr } = await runCli(['explore', '--site', '.'], { cwd, env, signal: stop.signal });
    expect([exitCode, stderr]).toEqual([0, '']);
  });
});
