import type { Draw } from './draw.js';

/** Node's, which is several times as fast; a browser has none. */
const nodeBuffer = typeof Buffer === 'undefined' ? undefined : Buffer;

/** Writes bytes, or the UTF-8 of a text, as padded Base64. */
export function base64Of(data: Uint8Array | string): string {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  return nodeBuffer === undefined
    ? btoa(binaryOf(bytes))
    : nodeBuffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/**
 * The bytes that a text stands for; undefined when it is no padded Base64 without line breaks.
 * The empty text stands for no bytes.
 *
 * @example
 * bytesOfBase64('aGk=')?.length; // 2
 */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  const bytes =
    nodeBuffer === undefined ? bytesOfBinary(decoded(text)) : new Uint8Array(nodeBuffer.from(text, 'base64'));
  return base64Of(bytes) === text ? bytes : undefined;
}

/** A character for each byte; in parts, since a call takes no more than some ten thousand arguments. */
function binaryOf(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x2000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  }
  return binary;
}

function bytesOfBinary(binary: string): Uint8Array {
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function decoded(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return '';
  }
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
