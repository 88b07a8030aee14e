import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlOf } from '../../cli/fuzz/forms/html/html.js';
import { connectChromium, missing } from '../chromium.js';
import { contrastProblems } from '../explorer/contrast.js';
import { hostileRun } from './hostileRun.js';
import { inspectInBrowser } from './inspectInBrowser.js';

describe.skipIf(missing !== undefined)(`the page in a browser${missing ? ` (${missing})` : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'html-report-'));
  const file = join(folder, 'fuzz.html');
  let browser: Browser;
  const troubles: string[] = [];

  beforeAll(async () => {
    writeFileSync(file, await htmlOf(hostileRun()));
    browser = await connectChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(
    width: number,
    colorScheme: 'light' | 'dark',
    javaScriptEnabled = true,
  ): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      javaScriptEnabled,
    });
    const page = await context.newPage();
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) troubles.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  test.each([375, 1280, 2560, 3840])('fits %i pixels, and nothing in it does harm', async (width) => {
    const page = await opened(width, 'light');
    const seen = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      harmed: 'harmed' in globalThis,
      added: document.querySelectorAll('img, script, svg').length,
    }));
    expect({ ...seen, troubles: troubles.splice(0) }).toEqual({
      width,
      harmed: false,
      added: 0,
      troubles: [],
    });
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('has enough contrast, %s', async (theme) => {
    const page = await opened(1280, theme);
    expect(await page.evaluate(contrastProblems)).toEqual([]);
    await page.context().close();
  });

  test('is read and opened without JavaScript, by keyboard, with a name for all that acts', async () => {
    const page = await opened(1280, 'light', false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#findings$/);
    const closed = page.locator('details:not([open]) > summary').first();
    await closed.focus();
    const before = await page.locator('details[open]').count();
    await page.keyboard.press('Enter');
    expect(await page.locator('details[open]').count()).toBe(before + 1);
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const roles = nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => [String(role?.value), String(name?.value ?? '')] as const);
    for (const wanted of ['banner', 'main', 'region', 'table', 'heading'])
      expect(roles.map(([role]) => role)).toContain(wanted);
    const acting = roles.filter(([role]) => /^(?:link|region|heading|DisclosureTriangle)$/.test(role));
    expect(acting.filter(([, name]) => name.trim() === '')).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(missing !== undefined)(
  `the page of serve --inspect${missing ? ` (${missing})` : ''}`,
  inspectInBrowser,
);
