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
