import { gunzipSync } from 'node:zlib';
import { gzipSync, strToU8 } from 'fflate';

const maxOpenedBytes = 64 * 1024 * 1024;
const shortestOpened = 8;
const controls = /[^\P{Cc}\t\n\r]/u;

/** What a text has inside, and how to close it again around something else. */
export interface OpenedText {
  readonly inside: unknown;
  close(inside: unknown): string;
}

/** Opens JSON, Base64 of text, and Base64 of gzip; undefined for plain text, and for Base64 of anything else. */
export function openText(text: string): OpenedText | undefined {
  const json = openJson(text);
  if (json !== undefined) return json;
  if (text.length % 4 !== 0 || text.length < shortestOpened || /[^A-Za-z0-9+/=]/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) return undefined;
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const inside = isGzip ? gunzipped(bytes) : utf8(bytes);
  if (inside === undefined) return undefined;
  return {
    inside,
    close: (changed) => {
      const closed = strToU8(String(changed));
      return Buffer.from(isGzip ? gzipSync(closed, { mtime: 0 }) : closed).toString('base64');
    },
  };
}

/** Only where nothing but its spaces would be lost, so that no digit of a large number is. */
function openJson(text: string): OpenedText | undefined {
  if (!/^\s*[{["]/.test(text)) return undefined;
  try {
    const inside: unknown = JSON.parse(text);
    if (/\d{16}/.test(text) && JSON.stringify(inside) !== text.replaceAll(/\s+/g, '')) return undefined;
    return { inside, close: (changed) => JSON.stringify(changed) };
  } catch {
    return undefined;
  }
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
