import { gunzipSync } from 'node:zlib';
import { gzipSync, strToU8 } from 'fflate';

const maxOpenedBytes = 64 * 1024 * 1024;
const shortestOpened = 8;
const controls = /[^\P{Cc}\t\n\r]/u;

/** What a text stands for, and how to write it again around something else. */
export interface OpenedText {
  /** The text inside; of bytes that are no text a character for each. */
  readonly inside: string;
  /** False for bytes that are no text, though texts may stand among them. */
  readonly isText: boolean;
  close(inside: string): string;
}

/** Opens Base64 and Base64url, in lines as well, of text, gzip or bytes; undefined for everything else. */
export function openText(text: string): OpenedText | undefined {
  if (text.length < shortestOpened || /[^A-Za-z0-9+/=_\r\n-]/.test(text)) return undefined;
  const alphabet = alphabetOf(text);
  if (alphabet === undefined) return undefined;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 0 || alphabet(bytes) !== text) return undefined;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const inside = gunzipped(bytes);
    if (inside === undefined) return undefined;
    return {
      inside,
      isText: true,
      close: (changed) => alphabet(Buffer.from(gzipSync(strToU8(changed), { mtime: 0 }))),
    };
  }
  const inside = utf8(bytes);
  if (inside === undefined)
    return {
      inside: bytes.toString('latin1'),
      isText: false,
      close: (changed) => alphabet(Buffer.from(changed, 'latin1')),
    };
  return { inside, isText: true, close: (changed) => alphabet(Buffer.from(changed)) };
}

/** How a text writes bytes: with which letters, with or without padding, in lines of which length. */
function alphabetOf(text: string): ((bytes: Buffer) => string) | undefined {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const width = text.indexOf(eol);
  if (width === 0) return undefined;
  const isUrl = /[-_]/.test(text);
  const isPadded = text.length % 4 === 0 || width > 0 || text.includes('=');
  const end = text.endsWith(eol) ? eol : '';
  return (bytes) => {
    const plain = bytes.toString(isUrl ? 'base64url' : 'base64');
    const padded = isUrl && isPadded ? plain.padEnd(Math.ceil(plain.length / 4) * 4, '=') : plain;
    const written = isPadded ? padded : padded.replaceAll('=', '');
    return width < 0 ? written : inLines(written, width, eol) + end;
  };
}

function inLines(text: string, width: number, eol: string): string {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines.join(eol);
}

function gunzipped(bytes: Uint8Array): string | undefined {
  try {
    return utf8(gunzipSync(bytes, { maxOutputLength: maxOpenedBytes }));
  } catch {
    return undefined;
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return controls.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
