import { existsSync } from 'node:fs';
import { type Browser, type BrowserServer, chromium } from 'playwright-core';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const reason = existsSync(executablePath)
  ? undefined
  : `needs Chromium at ${executablePath}: apt-get install chromium, or set CHROMIUM`;

/** Why tests in a browser cannot run here; undefined when they can, and in CI, where they must. */
export const missing = process.env.CI === 'true' ? undefined : reason;

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of all tests listens; empty without one. */
    chromium: string;
  }
}

/** Starts one headless browser for all tests; it asks nobody on the network for anything. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (reason !== undefined) {
    project.provide('chromium', '');
    return async () => {};
  }
  const server: BrowserServer = await chromium.launchServer({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  project.provide('chromium', server.wsEndpoint());
  return () => server.close();
}

/** The browser of all tests, with contexts of the caller's own; closing it closes those. */
export function connectChromium(): Promise<Browser> {
  if (reason !== undefined) throw new Error(`Cannot test in a browser: CI ${reason}.`);
  return chromium.connect(inject('chromium'));
}
