import type { ClsLogs, ClsRecord } from '../../generated/cls-logs.js';
import { base64Of } from '../../kernel/base64.js';
import type { Draw } from '../../kernel/draw.js';
import { gzipped, withFileName } from './codec.js';

/** Random Base64 takes so many bytes of gzip a character: 6 bits, and a little for chance matches. */
const bytesPerCharacter = 0.7735;
const charactersPerLine = 4096;

/** What stands around such a line takes about so many. */
const bytesAroundLine = 9;

/** How far below the target the first try stays, since the compression is only estimated. */
const firstMargin = 200;

/** How far the next one does, since the estimate of a few hundred characters is a few bytes off. */
const nextMargin = 12;
const closeEnough = 32;
const maxTries = 5;

/** Gzip data that was filled up, and how often it was compressed for that. */
export interface Filled {
  readonly gzip: Uint8Array;
  readonly calls: number;
}

/**
 * Fills logs up with lines of random Base64 until their gzip data is just below `targetBytes`; usually with two
 * compressions and some 12 bytes left.
 *
 * @param gzip the logs as they are, compressed.
 */
export function filled(logs: ClsLogs, gzip: Uint8Array, targetBytes: number, draw: Draw): Filled {
  const random = base64Of(draw.bytes(targetBytes));
  const perLine = charactersPerLine * bytesPerCharacter + bytesAroundLine;
  let characters = Math.floor(((targetBytes - gzip.length - firstMargin) / perLine) * charactersPerLine);
  let best = gzip;
  let calls = 0;
  while (characters > 0 && calls < maxTries && targetBytes - best.length > closeEnough) {
    const longer = gzipped(JSON.stringify(withLines(logs, random.slice(0, characters))));
    calls++;
    const left = targetBytes - longer.length;
    if (left >= 0 && longer.length > best.length) best = longer;
    characters += Math.floor((left - nextMargin) / bytesPerCharacter);
  }
  return { gzip: best, calls };
}

/**
 * The same with at most 1 byte left, so that its Base64 has an exact length: the last bytes go into the file name
 * of the gzip header, which must have none yet.
 */
export function filledExactly(logs: ClsLogs, gzip: Uint8Array, targetBytes: number, draw: Draw): Uint8Array {
  const close = filled(logs, gzip, targetBytes, draw).gzip;
  const left = targetBytes - close.length;
  return left <= 1 ? close : withFileName(close, 'x'.repeat(left - 1));
}

function withLines(logs: ClsLogs, random: string): ClsLogs {
  const last = Number(logs.records.at(-1)?.timestamp ?? 1_767_225_600_000_000);
  const lines: ClsRecord[] = [];
  for (let at = 0; at < random.length; at += charactersPerLine) {
    const content = random.slice(at, at + charactersPerLine);
    lines.push({ timestamp: String(last + lines.length + 1), content });
  }
  return { ...logs, records: [...logs.records, ...lines] };
}
