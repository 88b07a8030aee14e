import { createReadStream, readFileSync, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { maxBytesAtOnce } from '../shared/readText.js';
import { realIn } from './realIn.js';
import type { FoundSecret } from './scanners.js';

const pieceLength = 4 * 1024 * 1024;

/** What looks real in a file; of a file larger than 64 MB it is looked for in some lines at a time. */
export async function realInFile(file: string): Promise<readonly FoundSecret[]> {
  if (statSync(file).size <= maxBytesAtOnce) return realIn(readFileSync(file, 'utf8'));
  const found = new Map<string, FoundSecret>();
  for await (const piece of piecesOfFile(file)) {
    if (!/[A-Za-z0-9]/.test(piece)) continue;
    for (const secret of realIn(piece)) found.set(`${secret.what} ${secret.text}`, secret);
  }
  return [...found.values()];
}

async function* piecesOfFile(file: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let text = '';
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    text += decoder.write(chunk);
    if (text.length < pieceLength) continue;
    const end = text.lastIndexOf('\n') + 1 || text.length;
    yield text.slice(0, end);
    text = text.slice(end);
  }
  yield text + decoder.end();
}
