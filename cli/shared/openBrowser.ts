import { spawn } from 'node:child_process';
import type { Io } from './io.js';

/** Opens the address with what the system has for it; where that fails, the printed address remains. */
export function openBrowser(address: string, io: Io): void {
  const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
    darwin: ['open', address],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', address],
  };
  const [program, ...args] = openers[process.platform] ?? ['xdg-open', address];
  const opener = spawn(program, args, { stdio: 'ignore', detached: true, env: { ...io.env } });
  opener.on('error', () => undefined);
  opener.unref();
}
