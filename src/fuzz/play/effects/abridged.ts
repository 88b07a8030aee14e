import { createHash } from 'node:crypto';

/** Texts with more characters, and data with more bytes, are kept by their beginning and digest, which tell them apart as well. */
export const longestText = 200_000;

const keptBeginning = 1000;

/** The whole text, or its beginning and digest where it is long. */
export function abridged(text: string): string {
  if (text.length <= longestText) return text;
  const digest = createHash('sha256').update(text).digest('hex');
  const isHalf = /[\ud800-\udbff]/.test(text[keptBeginning - 1] as string);
  const beginning = text.slice(0, isHalf ? keptBeginning - 1 : keptBeginning);
  return `${beginning}… (${text.length} characters, sha256 ${digest})`;
}

/** The beginning and the digest of data, as the text that it may be. */
export function abridgedBytes(bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex');
  // A character that is cut at the end is left out.
  const beginning = new TextDecoder().decode(bytes.subarray(0, keptBeginning), { stream: true });
  return `${beginning}… (${bytes.length} bytes, sha256 ${digest})`;
}

/** The digests in a text, hidden: they follow all that was sent. */
export function withoutDigests(text: string): string {
  return text.replace(/\(\d+ (characters|bytes), sha256 [\da-f]{64}\)/g, '(…)');
}
