/** The little of Node's Buffer that the library uses; the build puts it in Buffer's place in the page. */
class Bytes extends Uint8Array {
  override toString(_encoding: 'base64' = 'base64'): string {
    let binary = '';
    for (let at = 0; at < this.length; at += 0x8000) {
      binary += String.fromCharCode(...this.subarray(at, at + 0x8000));
    }
    return btoa(binary);
  }
}

const encoder = new TextEncoder();

function from(text: string, encoding: 'utf8' | 'base64'): Bytes;
function from(buffer: ArrayBufferLike, byteOffset: number, length: number): Bytes;
function from(data: string | ArrayBufferLike, second: string | number, length?: number): Bytes {
  if (typeof data !== 'string') return new Bytes(new Uint8Array(data, Number(second), length));
  return second === 'base64' ? fromBase64(data) : new Bytes(encoder.encode(data));
}

/** What is no Base64 gives no bytes; Node skips what it cannot read, and neither writes again what was read. */
function fromBase64(text: string): Bytes {
  const binary = binaryOf(text);
  const bytes = new Bytes(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

function binaryOf(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return '';
  }
}

export const Buffer = {
  from,
  byteLength: (text: string, _encoding: 'utf8'): number => encoder.encode(text).length,
};
