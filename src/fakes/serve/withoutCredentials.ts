import { base64Of, bytesOfBase64 } from '../../kernel/base64.js';
import { isObject, jsonInside, setOwn } from '../../kernel/json.js';

/** Names of fields, headers and parameters whose value is a credential. */
const secretNames =
  /^(proxy-)?authorization$|cookie|pass(word|wd|phrase)|secret|token|api[-_]?key|credential|^(x-)?(q-)?sign(ature)?$|^q-ak$|^sig$|^code$|^jwt$|^session(id)?$/i;
/** What is a credential wherever it stands. */
const secretTexts: readonly RegExp[] = [
  /\bAKID[A-Za-z0-9]{10,}/g,
  /\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/g,
  /\b(?:Bearer|Basic)\s+[\w.~+/=-]{8,}/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/g,
];
const redacted = 'EXAMPLE-REDACTED';

/**
 * A copy of an event in which credentials are replaced by `EXAMPLE-REDACTED`: headers, parameters and fields whose names say
 * so, also inside of bodies that are JSON, forms, or the Base64 of either, and texts that can be nothing else. An id that a
 * credential is only similar to may go as well; a credential under a plain name may stay.
 *
 * @example
 * withoutCredentials({ headers: { cookie: 'session=1' }, body: '{"user":"ada","password":"example"}' });
 * // { headers: { cookie: 'EXAMPLE-REDACTED' }, body: '{"user":"ada","password":"EXAMPLE-REDACTED"}' }
 */
export function withoutCredentials(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(withoutCredentials);
  if (!isObject(value)) return value;
  const clean = {};
  for (const [name, child] of Object.entries(value)) {
    setOwn(clean, name, secretNames.test(name) ? blanked(child) : withoutCredentials(child));
  }
  return clean;
}

/** The same shape, without any text. */
function blanked(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? '' : redacted;
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) return value.map(blanked);
  if (!isObject(value)) return value;
  const clean = {};
  for (const [name, child] of Object.entries(value)) setOwn(clean, name, blanked(child));
  return clean;
}

function cleanText(text: string): string {
  const json = jsonInside(text);
  if (json !== undefined) {
    const clean = JSON.stringify(withoutCredentials(json));
    return clean === JSON.stringify(json) ? text : clean;
  }
  const bytes = text.length >= 8 ? bytesOfBase64(text) : undefined;
  if (bytes !== undefined) {
    const inside = Buffer.from(bytes).toString();
    const clean = isText(bytes, inside) ? cleanText(inside) : inside;
    return clean === inside ? text : base64Of(clean);
  }
  const spelled = text.replaceAll(/(^|[?&;]\s*)([^=&?;\s]+)=([^&;\s]+)/g, (pair, before, name) =>
    secretNames.test(name) ? `${before}${name}=${redacted}` : pair,
  );
  return secretTexts.reduce((clean, pattern) => clean.replaceAll(pattern, redacted), spelled);
}

function isText(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(text).equals(bytes);
}
