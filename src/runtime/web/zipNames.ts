/** A file in a zip file. */
export interface ZipEntry {
  readonly name: string;
  /** Its permissions; 0o644, which it gets when it is unpacked, where it was packed on a system that has none. */
  readonly mode: number;
}

const [endSignature, entrySignature] = [0x06054b50, 0x02014b50];
const [endBytes, entryBytes, maxComment] = [22, 46, 65_535];
const unix = 3;

/** The files that the central directory of a zip file lists; undefined for what is none. */
export function namesInZip(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + entryBytes > view.byteLength || view.getUint32(at, true) !== entrySignature) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const isUnix = view.getUint8(at + 5) === unix;
    const mode = view.getUint32(at + 38, true) >>> 16;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + entryBytes, at + entryBytes + name)),
      mode: isUnix && mode !== 0 ? mode & 0o777 : 0o644,
    });
    at += entryBytes + name + extra + comment;
  }
  return entries;
}

function endOfDirectory(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endBytes - maxComment);
  for (let at = view.byteLength - endBytes; at >= first; at--)
    if (view.getUint32(at, true) === endSignature) return at;
  return undefined;
}
