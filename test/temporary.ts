import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The browser of all tests may still run when the tests have ended. */
const ofBrowser = /^(?:playwright|\.?org\.chromium|com\.google)/i;
/** Vite and other tools that tests start keep there what Node 22 and later have compiled of them. */
const compiledTools = 'node-compile-cache';

/** Gives the whole run a temporary directory of its own; what a test leaves in it fails the run. */
export function setup(): (() => void) | undefined {
  if (process.env.SCF_FIXTURES_TEMPORARY !== undefined) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'scf-fixtures-run-'));
  process.env.SCF_FIXTURES_TEMPORARY = directory;
  process.env.TMPDIR = directory;
  return () => {
    const left = readdirSync(directory).filter((name) => !ofBrowser.test(name) && name !== compiledTools);
    rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
    if (left.length === 0) return;
    console.error(`Cannot pass: tests leave ${left.join(', ')} in the temporary directory. Take it away.`);
    process.exitCode = 1;
  };
}
