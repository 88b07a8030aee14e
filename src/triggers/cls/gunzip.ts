import { Inflate } from 'fflate/browser';

/** What is inside gzip data, or why it cannot be opened. */
export type Unpacked = { readonly bytes: Uint8Array } | { readonly problem: string };

const damaged: Unpacked = { problem: 'its gzip data is damaged' };

/** Deflate expands a thousand times at the most, so that a step makes a megabyte at the most. */
const stepBytes = 1024;

const leastHeaderBytes = 10;
const trailerBytes = 8;
const flags = { headerChecksum: 2, extra: 4, name: 8, comment: 16, unknown: 0xe0 } as const;

const checksums: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xed_b8_83_20 : sum >>> 1;
  return sum;
});

/** Unpacks one member of gzip (RFC 1952) with its checksum, stopping above `largestBytes`; never throws. */
export function gunzipped(gzip: Uint8Array, largestBytes: number): Unpacked {
  if (gzip[0] !== 0x1f || gzip[1] !== 0x8b) return { problem: 'it is Base64, but of no gzip data' };
  const start = headerBytes(gzip);
  const end = gzip.length - trailerBytes;
  if (start === undefined || start > end) return damaged;
  let bytes: Uint8Array | undefined;
  try {
    bytes = inflated(gzip.subarray(start, end), largestBytes);
  } catch {
    return damaged;
  }
  if (bytes === undefined) {
    return { problem: `it expands to more than ${largestBytes.toLocaleString('en')} bytes` };
  }
  const trailer = new DataView(gzip.buffer, gzip.byteOffset + end, trailerBytes);
  const isWhole =
    trailer.getUint32(4, true) === bytes.length && trailer.getUint32(0, true) === checksum(bytes);
  return isWhole ? { bytes } : damaged;
}

/** How long the header is with its optional fields; undefined when it is none that is known. */
function headerBytes(gzip: Uint8Array): number | undefined {
  const flag = gzip[3] ?? flags.unknown;
  if (gzip[2] !== 8 || (flag & flags.unknown) !== 0) return undefined;
  let at = leastHeaderBytes;
  if (flag & flags.extra) at += 2 + ((gzip[at] ?? 0) | ((gzip[at + 1] ?? 0) << 8));
  for (const text of [flags.name, flags.comment]) {
    if (flag & text) at = gzip.indexOf(0, at) + 1 || gzip.length;
  }
  return flag & flags.headerChecksum ? at + 2 : at;
}

/** Inflates step by step; undefined when there is more than `largestBytes`. */
function inflated(deflate: Uint8Array, largestBytes: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((piece) => {
    length += piece.length;
    pieces.push(piece);
  });
  for (let at = 0; at < deflate.length && length <= largestBytes; at += stepBytes) {
    inflate.push(deflate.subarray(at, at + stepBytes), at + stepBytes >= deflate.length);
  }
  if (length > largestBytes) return undefined;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** CRC-32. */
function checksum(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) sum = (checksums[(sum ^ byte) & 255] as number) ^ (sum >>> 8);
  return ~sum >>> 0;
}
