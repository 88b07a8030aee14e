import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));

/** A folder of its own with some files of this one. */
export function deployed(...files: readonly string[]): string {
  const folder = emptyFolder();
  for (const file of files) cpSync(join(here, file), join(folder, file));
  return folder;
}

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-process-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with a `bootstrap` of some text. */
export function bootstrapped(text: string, mode = 0o755): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'bootstrap'), text);
  chmodSync(join(folder, 'bootstrap'), mode);
  return folder;
}

/** Command lines of the processes that run with some text in them. */
export function runningWith(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(text) ? [line] : [];
      } catch {
        return [];
      }
    });
}

export function isListening(port: number): Promise<boolean> {
  return new Promise((told) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      told(true);
    });
    socket.once('error', () => told(false));
  });
}
