import { createHash } from 'node:crypto';

/** The file name, without its ending, of a recorded event: the same text has the same. */
export function recordedName(kind: string, text: string): string {
  return `${kind}/recorded-${sha256(text).slice(0, 8)}`;
}

/** The SHA-256 of a text in hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
