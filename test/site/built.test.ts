import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectChromium, missing } from '../chromium.js';
import { isNightly } from '../nightly.js';
import { root } from '../package/documents.js';

/** The site takes a minute to be built, so that it is tried by night. */
const lack = isNightly ? missing : 'needs a night';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

describe.skipIf(lack !== undefined)(`the site${lack === undefined ? '' : ` (${lack})`}`, () => {
  let server: Server;
  let browser: Browser;
  let address = '';
  const troubles: string[] = [];

  beforeAll(async () => {
    // Exits with 1 where a link leads nowhere.
    execFileSync(process.execPath, ['scripts/site.mjs'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url as string, 'http://site');
      const file = join(root, 'site/dist', pathname.replace(/\/$/, '/index.html'));
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      response.end(readFileSync(file));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await connectChromium();
  }, 900_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function open(path: string, width = 1280): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => troubles.push(`${path}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) troubles.push(`${path}: asks ${request.url()}`);
    });
    await page.goto(address + path, { waitUntil: 'networkidle' });
    return page;
  }

  test.each([
    ['/', 'retry', '/idempotency.html'],
    ['/zh/', '幂等键', '/zh/'],
  ])('from %s, %s is found without asking anybody', async (start, word, found) => {
    const page = await open(start);
    await page.keyboard.press('Control+k');
    await page.fill('#localsearch-input', word);
    const first = page.locator('#localsearch-list a').first();
    await first.waitFor();
    expect(await page.locator(`#localsearch-list a[href^="${found}"]`).count()).toBeGreaterThan(0);
    await first.click();
    await page.waitForSelector('.vp-doc h1');
    await page.close();
  });

  test.each([
    '/',
    '/fuzzing.html',
    '/kinds/apigw.html',
    '/edge-cases.html',
    '/zh/',
    '/zh/commands.html',
    '/zh/kinds.html',
  ])('%s fits a phone, and keeps its place in the other language', async (path) => {
    const page = await open(path, 375);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    const other = path.startsWith('/zh/') ? path.replace('/zh/', '/') : `/zh${path}`;
    expect(await page.locator(`a[href="${other}"]`).count()).toBeGreaterThan(0);
    await page.close();
  });

  test('edge cases are found by words, and open in the explorer', async () => {
    const page = await open('/zh/edge-cases.html');
    await page.fill('.finder input', 'gzip chunk');
    const link = page.locator('.edges a').first();
    expect(await page.locator('.edges li').count()).toBeLessThan(30);
    await link.click();
    await page.waitForFunction(() => document.querySelector('main')?.ariaBusy === 'false');
    expect(new URL(page.url()).pathname).toBe('/explorer/');
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
    await page.close();
  });

  test('no page asks others, or throws', () => {
    expect(troubles).toEqual([]);
  });
});
