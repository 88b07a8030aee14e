import { isObject } from '../../src/core.js';
import { openText } from './openText.js';
import { personalPatterns, phone } from './personal.js';
import { longWordNearId } from './scanners.js';

/** Names of fields and headers whose whole value is a secret. */
const secretName =
  /authorization|cookie|token|secret|passw|api[-_]?key|access[-_]?key|signature|credential|^sign$/i;
const cookieAttribute = /^(?:path|domain|expires|max-age|samesite)$/i;
const numberName = /phone|mobile|^tel$/i;
/** What this class writes in place of secrets; found again, it stays. */
const faked = /^(?:example-\d+|example|AKID-EXAMPLE-\d+|example\.jwt\.\d+|sk-example-\d+|0{20,}\d+)$/;

interface SecretPattern {
  readonly what: string;
  readonly pattern: RegExp;
  readonly fake: (n: number) => string;
}

const plainFake = (n: number) => `example-${n}`;
const idFake = (n: number) => `AKID-EXAMPLE-${String(n).padStart(4, '0')}`;

/** In this order: what a later one would find in a part of what an earlier one finds. */
const secretPatterns: readonly SecretPattern[] = [
  {
    what: 'a private key',
    pattern: /-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g,
    fake: (n) => `EXAMPLE KEY ${n}`,
  },
  {
    what: 'a JSON Web Token',
    pattern: /\beyJ[\w-]+\.eyJ[\w-]+(?:\.[\w-]*)?/g,
    fake: (n) => `example.jwt.${n}`,
  },
  { what: 'a SecretId', pattern: /AKID[A-Za-z0-9_-]{6,}|(?<=\bq-ak=)[^&\s"'\\]+/g, fake: idFake },
  {
    what: 'a signature',
    pattern: /(?<=\bq-signature=)[^&\s"'\\;]+|(?<=\bSignature=)[0-9a-fA-F]{16,}/g,
    fake: plainFake,
  },
  { what: 'an API key', pattern: /\bsk-[A-Za-z0-9_-]{20,}/g, fake: (n) => `sk-example-${n}` },
  {
    what: 'a token',
    pattern:
      /(?<=\b(?:Bearer|BEARER|bearer|Basic)\s+)(?:[A-Za-z0-9._~+/=-]{20,}|(?=\S*[0-9A-Z=])[A-Za-z0-9._~+/=-]{6,})/g,
    fake: plainFake,
  },
  {
    what: 'a token',
    pattern:
      /(?<=(?:secret|token|password|passwd|api[-_]?key|secret[-_]?(?:key|id)|access[-_]?key|sessionid)(?:\\{0,3}["'])?\s{0,3}[:=]\s{0,3}(?:\\{0,3}["'])?)(?!null\b|true\b|false\b)[^\s"'\\,;&{}[\]]+/gi,
    fake: plainFake,
  },
];

/** Where a value stands. */
interface Place {
  /** The name of the field; that of the list for what stands in one. */
  readonly name: string;
  /** A field around it is named as a secret. */
  readonly inSecret: boolean;
}

const top: Place = { name: '', inSecret: false };

/**
 * Replaces secrets and personal data by fakes of their shape. Equal values get equal fakes, numbered in the order of
 * their appearance, so that a fake tells nothing of what it stands for.
 */
export class Redactor {
  readonly #numbers = new Map<string, number>();
  readonly #last = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  /** How many different values were replaced, by what they were. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  /** The event with fakes, inside encoded parts as well; what is not replaced stays as it is. */
  event(event: unknown): unknown {
    const redacted = this.#value(event);
    return this.#withoutLongWords(
      isObject(event) && isObject(redacted) ? withContentLength(event, redacted) : redacted,
    );
  }

  #value(value: unknown, { name, inSecret }: Place = top): unknown {
    const isSecret = inSecret || secretName.test(name);
    if (typeof value === 'string') return isSecret ? this.#secret(name, value) : this.#text(value);
    if (typeof value === 'number') return this.#digits(value, { name, inSecret });
    if (Array.isArray(value)) return value.map((item) => this.#value(item, { name, inSecret }));
    if (!isObject(value)) return value;
    return withEach(value, (item, key) => this.#value(item, { name: key, inSecret: isSecret }));
  }

  #digits(value: number, { name, inSecret }: Place): number {
    if (inSecret || /passw|secret/i.test(name)) return this.#secretNumber('a password', String(value));
    if (!numberName.test(name) || value < 1e9) return value;
    return Number(phone.fake(this.#number(phone.what, phone.what, String(value)), String(value)));
  }

  /** The whole value goes, but for what is known of its form: scheme, names of cookies, parts of a signature. */
  #secret(name: string, value: string): string {
    if (value.trim() === '' || faked.test(value)) return value;
    if (/cookie/i.test(name)) return this.#cookies(value);
    if (/\bq-(?:ak|signature)=|^TC3-HMAC-SHA256 /.test(value)) return this.#text(value);
    if (/^sign$/i.test(name)) return String(this.#secretNumber('a signature', value)).padStart(32, '0');
    if (/secret[-_]?id/i.test(name)) return idFake(this.#secretNumber('a SecretId', value));
    const [, scheme = '', rest = value] =
      (/authorization/i.test(name) ? /^([A-Za-z][\w-]*\s+)(.+)$/s.exec(value) : null) ?? [];
    return faked.test(rest) ? value : scheme + plainFake(this.#secretNumber('a token', rest));
  }

  #cookies(value: string): string {
    return value.replaceAll(/([^=;\s]+)=([^;]*)/g, (whole, name: string, content: string) =>
      content === '' || cookieAttribute.test(name) || faked.test(content)
        ? whole
        : `${name}=${plainFake(this.#secretNumber('a cookie', content))}`,
    );
  }

  #text(text: string): string {
    const opened = openText(text);
    if (opened !== undefined) {
      const redacted = this.#value(opened.inside);
      return JSON.stringify(redacted) === JSON.stringify(opened.inside) ? text : opened.close(redacted);
    }
    let result = text;
    for (const { what, pattern, fake } of secretPatterns) {
      result = result.replaceAll(pattern, (match) =>
        faked.test(match) ? match : fake(this.#secretNumber(what, match)),
      );
    }
    for (const { what, pattern, isReal, fake } of personalPatterns) {
      result = result.replaceAll(pattern, (match) => {
        if (!isReal(match)) return match;
        return fake(this.#number(what, what, match.replace('%40', '@').toLowerCase()), match);
      });
    }
    return result;
  }

  /** A word of 32 letters and digits near an id is taken for a SecretKey, whatever it is. */
  #withoutLongWords(event: unknown): unknown {
    const text = JSON.stringify(event);
    if (!longWordNearId.test(text)) return event;
    return JSON.parse(
      text.replaceAll(/\b[A-Za-z0-9]{32}\b/g, (match) =>
        faked.test(match)
          ? match
          : `example-id-${String(this.#secretNumber('an id of 32 letters and digits', match)).padStart(21, '0')}`,
      ),
    );
  }

  /** Secrets share one sequence, since the same one may stand in a header, a cookie and a body. */
  #secretNumber(what: string, real: string): number {
    return this.#number('secret', what, real);
  }

  #number(sequence: string, what: string, real: string): number {
    const key = `${sequence} ${real}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = (this.#last.get(sequence) ?? 0) + 1;
    this.#last.set(sequence, number);
    this.#numbers.set(key, number);
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
    return number;
  }
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

/** Mends a content-length that told the length of a body which has another now. */
function withContentLength(
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
