import { openText } from './openText.js';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A value as it is without percent-encoding, entities of XML and Base64, so that all spellings of it are one. */
export function plainFormOf(value: string): string {
  const decoded = percentDecoded(value) ?? value;
  const plain = decoded.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');
  const opened = openText(plain);
  return opened?.isText === true ? opened.inside : plain;
}

/** A text without percent-encoding; undefined when it has none, or none that is right. */
export function percentDecoded(text: string): string | undefined {
  if (!/%[0-9A-Fa-f]{2}/.test(text)) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
