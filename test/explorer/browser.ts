import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { serveSite } from '../../cli/commands/explore.js';
import { builtSite } from '../built.js';
import { connectChromium, missing } from '../chromium.js';

export { missing };

/** The page, as built and served as `scf-fixtures explore` does, and a browser to look at it. */
export interface Site {
  readonly address: string;
  /** Opens the page afresh at a state and waits until it is drawn; the same tab for the same options. */
  open(hash: string, options?: BrowserContextOptions): Promise<Page>;
  /** What went wrong in any page: messages of the console, exceptions, requests to elsewhere. */
  readonly troubles: string[];
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const server: Server = await serveSite(builtSite, 0);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await connectChromium();
  const troubles: string[] = [];
  const pages = new Map<string, Page>();
  // Stands in the address, since another part behind the # alone would load nothing.
  let opened = 0;
  const newPage = async (options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('console', (message) => troubles.push(`${page.url()}: ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.stack}`));
    page.on('request', (request) => {
      const isOurs = request.url().startsWith(address) && request.method() === 'GET';
      if (!isOurs) troubles.push(`${request.method()} ${request.url()}`);
    });
    return page;
  };
  return {
    address,
    troubles,
    async open(hash, options = {}) {
      const key = JSON.stringify(options);
      const page = pages.get(key) ?? (await newPage(options));
      pages.set(key, page);
      opened += 1;
      await page.goto(`${address}?${opened}${hash}`);
      await drawn(page);
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Waits until the page has drawn an event of that kind, or any. */
export async function drawn(page: Page, name?: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('main')?.ariaBusy === 'false' &&
      (wanted === undefined || document.getElementById('name')?.textContent === wanted),
    name,
  );
}

/** Goes to a state without loading the page again, and waits until it is drawn. */
export async function go(page: Page, state: Readonly<Record<string, string | number>>): Promise<void> {
  const hash = new URLSearchParams(Object.entries(state).map(([name, value]) => [name, String(value)]));
  await page.evaluate((said) => {
    const main = document.querySelector('main');
    if (main !== null) main.ariaBusy = 'true';
    location.hash = said;
  }, String(hash));
  await drawn(page);
}
