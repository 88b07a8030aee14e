import { gzipSync, zipSync } from 'fflate';

/** What lies in a bucket under a name. */
interface StoredObject {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A picture of one transparent pixel: https://www.w3.org/TR/png/ */
const pixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);
/** Zip files hold no time before 1980, nor one of this machine. */
const packedAt = '1980-01-01T00:00:00';

const texts: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  csv: { type: 'text/csv', text: 'id,name,amount\n1,first,10\n2,second,20\n' },
  tsv: { type: 'text/tab-separated-values', text: 'id\tname\tamount\n1\tfirst\t10\n2\tsecond\t20\n' },
  txt: { type: 'text/plain', text: 'first line\nsecond line\n' },
  log: { type: 'text/plain', text: '2026-01-01T00:00:00Z INFO first\n2026-01-01T00:00:01Z WARN second\n' },
  md: { type: 'text/markdown', text: '# First\n\nSecond line.\n' },
  jsonl: { type: 'application/x-ndjson', text: '{"id":1,"name":"first"}\n{"id":2,"name":"second"}\n' },
  xml: { type: 'application/xml', text: '<?xml version="1.0"?>\n<items><item id="1">first</item></items>\n' },
  html: { type: 'text/html', text: '<!doctype html><title>First</title><p>Second</p>\n' },
  yaml: { type: 'application/yaml', text: 'name: first\nitems:\n  - 1\n  - 2\n' },
};
const likeOthers: Readonly<Record<string, string>> = {
  ndjson: 'jsonl',
  yml: 'yaml',
  htm: 'html',
  text: 'txt',
};

/**
 * What an object of such a name holds, so that a function that reads it gets further than with none: two lines of CSV, a
 * small picture, a zip file with two files; nothing under a name that tells nothing. JSON is left to who knows what is read
 * of it.
 *
 * @param path `/incoming/orders.csv`, or the name alone.
 */
export function storedObject(path: string): StoredObject {
  const extension = /\.([a-z\d]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const known = texts[likeOthers[extension] ?? extension];
  if (known !== undefined) return { type: known.type, bytes: utf8(known.text) };
  if (/^(?:png|jpe?g|gif|webp|bmp)$/.test(extension)) return { type: 'image/png', bytes: pixel };
  if (extension === 'gz') {
    const inside = storedObject(path.slice(0, -'.gz'.length)).bytes;
    return { type: 'application/gzip', bytes: gzipSync(inside, { mtime: 0 }) };
  }
  if (extension === 'zip') {
    const files = { 'first.txt': utf8('first line\n'), 'folder/second.json': utf8('{"id":2}') };
    return { type: 'application/zip', bytes: zipSync(files, { mtime: packedAt }) };
  }
  return { type: 'application/octet-stream', bytes: new Uint8Array() };
}

/** The object as a request asks for it: whole, a range of it, or what is told of it. */
export function answeredObject(
  request: Request,
  { type, bytes }: StoredObject,
  headers: Readonly<Record<string, string>>,
): Response {
  const told = { ...headers, 'content-type': type };
  if (request.method === 'HEAD')
    return new Response(null, { headers: { ...told, 'content-length': String(bytes.length) } });
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
  const from = Number(range?.[1] ?? 0);
  if (range === null || from >= bytes.length) return new Response(Buffer.from(bytes), { headers: told });
  const to = Math.min(range[2] === '' ? bytes.length : Number(range[2]) + 1, bytes.length);
  return new Response(Buffer.from(bytes.subarray(from, to)), {
    status: 206,
    headers: { ...told, 'content-range': `bytes ${from}-${to - 1}/${bytes.length}` },
  });
}
