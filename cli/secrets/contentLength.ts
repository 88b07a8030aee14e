import { isObject } from '../../src/core.js';

/** Mends a content-length that told the length of a body which has another now. */
export function withContentLength(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { headers } = after;
  const changed = ['body', 'payload'].find(
    (name) => before[name] !== after[name] && after[name] !== undefined,
  );
  if (changed === undefined || !isObject(headers)) return after;
  const lengths = bodyLengths(before[changed]);
  const mended = withEach(headers, (value, name) => {
    const at = /^content-length$/i.test(name) ? lengths.indexOf(String(value)) : -1;
    return at < 0 ? value : bodyLengths(after[changed])[at];
  });
  return withEach(after, (value, name) => (name === 'headers' ? mended : value));
}

/** The bytes of a body as text, and as what its Base64 stands for. */
function bodyLengths(body: unknown): string[] {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return [Buffer.byteLength(text), Buffer.from(text, 'base64').length].map(String);
}

function withEach(
  object: Readonly<Record<string, unknown>>,
  change: (value: unknown, key: string) => unknown,
): Readonly<Record<string, unknown>> {
  const copy = {};
  for (const [key, item] of Object.entries(object)) {
    const value = change(item, key);
    Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return copy;
}
