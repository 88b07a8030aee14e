import type { Draw } from './draw.js';

/** Writes bytes, or the UTF-8 of a text, as padded Base64. */
export function base64Of(data: Uint8Array | string): string {
  if (typeof data === 'string') return Buffer.from(data, 'utf8').toString('base64');
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64');
}

/**
 * The bytes that a text stands for; undefined when it is no padded Base64 without line breaks.
 * The empty text stands for no bytes.
 *
 * @example
 * bytesOfBase64('aGk=')?.length; // 2
 */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? new Uint8Array(bytes) : undefined;
}

const sextets = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'];

/** The Base64 of drawn bytes; a quarter of the time that drawing them and writing them takes. */
export function drawBase64(draw: Draw, sizeBytes: number): string {
  let text = '';
  let left = sizeBytes;
  for (; left >= 3; left -= 3) {
    const bits = draw.below(0x100_0000);
    text += `${sextets[bits >> 18]}${sextets[(bits >> 12) & 63]}${sextets[(bits >> 6) & 63]}${sextets[bits & 63]}`;
  }
  if (left === 0) return text;
  const bits = draw.below(0x1_0000);
  if (left === 1) return `${text}${sextets[bits >> 10]}${sextets[(bits >> 4) & 48]}==`;
  return `${text}${sextets[bits >> 10]}${sextets[(bits >> 4) & 63]}${sextets[(bits << 2) & 60]}=`;
}
