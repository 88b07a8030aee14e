import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { inspectTexts } from '../../cli/serve/inspect/texts.js';
import { connectChromium } from '../chromium.js';
import { contrastProblems } from '../explorer/contrast.js';
import { inspected } from './inspectedServer.js';

/** The tests of the page of serve --inspect. */
export function inspectInBrowser(): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await connectChromium();
  });
  afterAll(async () => browser?.close());

  async function opened(url: string, { width = 1280, scheme = 'light' as 'light' | 'dark' } = {}) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(String(error)));
    onTestFinished(() => context.close());
    await page.goto(url);
    return { page, troubles };
  }
  const labels = (page: Page) => page.locator('#list .label').allTextContents();

  test('shows what comes and what is answered as text, replays it and saves it', async () => {
    const { cwd, url, page: address } = await inspected();
    await fetch(`${url}before`);
    const { page, troubles } = await opened(address);
    await fetch(`${url}orders?x=%3Cscript%3E`, {
      method: 'POST',
      body: '<b>bold</b>',
      headers: { authorization: 'Bearer example-of-a-token-1234567' },
    });
    await page.locator('#list li').nth(1).waitFor();
    expect(await labels(page)).toEqual(['apigw POST /orders', 'apigw GET /before']);
    await page.getByRole('button', { name: 'POST /orders' }).click();
    const detail = page.locator('#detail');
    expect(await detail.locator('pre').nth(1).textContent()).toContain('/orders<b>bold</b>');
    expect(await detail.locator('pre').nth(2).textContent()).toContain('<img src=x');
    expect(await detail.textContent()).not.toContain('example-of-a-token');
    await page.getByRole('button', { name: 'Replay' }).click();
    await page.locator('#list li').nth(2).waitFor();
    expect((await labels(page))[0]).toBe('apigw POST /orders');
    await page.getByRole('button', { name: 'Save as fixture' }).click();
    await page.getByText('Saved as').waitFor();
    const path = (await page.getByRole('status').textContent())?.replace('Saved as ', '') ?? '';
    expect(JSON.parse(readFileSync(join(cwd, path), 'utf8'))).toMatchObject({
      path: '/orders',
      httpMethod: 'POST',
    });
    expect(await page.evaluate(() => 'harmed' in globalThis)).toBe(false);
    expect(troubles).toEqual([]);
  });

  test('tells a failure of the function with its error', async () => {
    const { url, page: address } = await inspected();
    const { page } = await opened(address);
    await fetch(`${url}throws`);
    await page.locator('#detail .bad').waitFor();
    expect(await page.locator('#detail').textContent()).toContain('TypeError: no stock');
  });

  test.each([
    [375, 'light'],
    [1280, 'dark'],
    [3840, 'light'],
  ] as const)('fits %i pixels with enough contrast, %s', async (width, scheme) => {
    const { url, page: address } = await inspected();
    const { page } = await opened(address, { width, scheme });
    await fetch(`${url}${'long-'.repeat(60)}`);
    await page.locator('#detail pre').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await page.evaluate(contrastProblems)).toEqual([]);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: join(process.env.SCREENSHOTS, `${width}-${scheme}.png`) });
  });

  test('speaks Chinese, and says when serve has ended', async () => {
    const { page: address, end } = await inspected('--lang', 'zh');
    const { page } = await opened(address);
    expect(await page.locator('h1').textContent()).toBe(inspectTexts.zh.title);
    end.abort();
    await page.getByText(inspectTexts.zh.ended).waitFor();
  });
}
