import { readFileSync, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { Misuse } from '../../src/core.js';

/** What is read at once; an event has 6 MB at the most, and everything else that is written by hand is smaller. */
export const maxBytesAtOnce = 64 * 1024 * 1024;

/**
 * The text of a file.
 *
 * @throws Misuse when it is larger than 64 MB.
 */
export function readText(path: string, shown = path): string {
  if (statSync(path).size > maxBytesAtOnce) throw tooLarge(shown);
  return readFileSync(path, 'utf8');
}

/**
 * The text that is piped in.
 *
 * @throws Misuse when it is larger than 64 MB.
 */
export async function readPipedText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    bytes += chunks.at(-1)?.length ?? 0;
    if (bytes > maxBytesAtOnce) throw tooLarge('standard input');
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(shown: string): Misuse {
  return new Misuse(
    'FILE_TOO_LARGE',
    `Cannot read ${shown}: it is larger than 64 MB. Name the file that you mean, or a part of it.`,
  );
}
