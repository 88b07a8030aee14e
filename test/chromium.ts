import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why tests in a browser cannot run here; undefined when they can. */
export const missing = existsSync(executablePath)
  ? undefined
  : `needs Chromium at ${executablePath}: apt-get install chromium, or set CHROMIUM`;

/** A headless browser that asks nobody on the network for anything. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
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
}
