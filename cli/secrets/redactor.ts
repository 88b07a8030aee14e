import { isObject } from '../../src/core.js';
import { withContentLength } from './contentLength.js';
import { hasFake, idFake, isFake, plainFake, signFake } from './fakes.js';
import { type IdSort, idSorts } from './ids.js';
import { namedSecretsIn, type PlacedSecret } from './namedSecrets.js';
import { type OpenedText, openText } from './openText.js';
import { bankCard, type PersonalPattern, personalPatterns, phone } from './personal.js';
import { piecesOf } from './pieces.js';
import { percentDecoded, plainFormOf } from './plainForm.js';
import { PresetRules } from './presetRules.js';
import { type JsonPlace, rewriteJson } from './rewriteJson.js';
import { longWordNearId } from './scanners.js';
import { isPlaceholder, isSecretName } from './secretNames.js';
import { type SecretPattern, secretPatterns } from './secretPatterns.js';

const cookieAttribute = /^(?:path|domain|expires|max-age|samesite)$/i;
const phoneName = /phone|mobile|^tel$|手机|电话/i;
const cardName = /bank[-_]?card|card[-_]?(?:no|number)|^card$|银行卡/i;
const versionName = /version|release|build|user-agent/i;
/** Texts in texts are opened so many levels deep. */
const deepest = 6;
/** Base64 that stands in a text, and how long it is at least. */
const base64Word = /(?<![\w+/-])[\w+/-]+={0,2}/g;
const shortestWord = 24;
/** What is percent-encoded: the value of a pair, or a text as a whole. */
const percentEncoded = /(?<==)[^&=#\s"'<>]+|^[\w%.~+*!()-]+$/g;
const queryPair = /((?<![^?&\s"'])[^?&=\s"'<>]+=)([^&#\s"'<>]+)/g;
const cookieHeader = /(\b(?:set-)?cookie[\\"']*\s*[:=]\s*[\\"']*)([^\r\n"'\\]+)/gi;
/** The letters between two that are no ASCII, of bytes that are no text. */
const asciiRun = /[\t\n\r\x20-\x7e]{8}[\t\n\r\x20-\x7e]*/g;

const longestKept = 64;
const maxHarmless = 10_000;

/** A value that was replaced. */
export interface Replaced {
  /** `a SecretId`, `an e-mail address`. */
  readonly what: string;
  readonly text: string;
}

/** Hears of what a redactor reads and replaces. */
export interface RedactorEvents {
  readonly onReplaced?: (replaced: Replaced) => void;
  /** Every text that is JSON or not encoded. */
  readonly onText?: (text: string) => void;
}

/**
 * Replaces secrets and personal data by fakes of their shape. Equal values get equal fakes, numbered in the order of
 * their appearance, so that a fake tells nothing of what it stands for.
 */
export class Redactor {
  readonly #events: RedactorEvents;
  readonly #preset = new PresetRules();
  readonly #numbers = new Map<string, number>();
  readonly #last = new Map<string, number>();
  readonly #counts = new Map<string, number>();
  /** Words that were replaced where something said what they are, with what they became. */
  readonly #words = new Map<string, string>();
  /** Short texts in which there is nothing. */
  readonly #harmless = new Set<string>();

  constructor(events: RedactorEvents = {}) {
    this.#events = events;
  }

  /** How many different values were replaced, by what they were. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  /** The event with fakes, inside encoded parts as well; what is not replaced stays as it is. */
  event(event: unknown): unknown {
    const json = JSON.stringify(event);
    if (json === undefined) return event;
    const redacted: unknown = JSON.parse(this.text(json));
    return isObject(event) && isObject(redacted) ? withContentLength(event, redacted) : redacted;
  }

  /** The text with fakes, JSON or not. */
  text(text: string): string {
    const named = this.#text(text, 0);
    const again = this.#words.size === 0 ? named : this.#repeated(named, 0);
    return this.#withoutLongWords(again);
  }

  #text(text: string, depth: number, name = ''): string {
    if (depth > deepest) return this.#plain(text, depth, name);
    const json = this.#json(text, depth);
    if (json !== undefined) return json;
    const opened = openText(text);
    if (opened?.isText === true) return this.#inside(text, opened, (inside) => this.#text(inside, depth + 1));
    const changed =
      opened === undefined ? text : this.#inside(text, opened, (inside) => this.#bytes(inside, depth + 1));
    return changed === text ? this.#plain(text, depth, name) : changed;
  }

  #json(text: string, depth: number): string | undefined {
    const changed = rewriteJson(text, {
      isSecretName,
      name: (name) => this.#plain(name, depth),
      text: (value, place) => this.#field(value, place, depth + 1),
      number: (digits, place) => this.#digits(digits, place),
    });
    if (changed !== undefined) this.#events.onText?.(text);
    return changed;
  }

  #inside(text: string, opened: OpenedText, change: (inside: string) => string): string {
    const changed = change(opened.inside);
    return changed === opened.inside ? text : opened.close(changed);
  }

  #bytes(text: string, depth: number): string {
    return text.replaceAll(asciiRun, (run) => this.#plain(run, depth));
  }

  #field(value: string, { name, inSecret }: JsonPlace, depth: number): string {
    if (inSecret || isSecretName(name) || isNamedShortly(name, value))
      return this.#secret(name, value, depth);
    const sort = idSorts.find((one) => one.name.test(name) && one.isReal(value));
    if (sort !== undefined) return this.#id(sort, value);
    if (phoneName.test(name) && /^\+?\d(?:[ ()-]{0,2}\d){6,14}$/.test(value) && phone.isReal(value))
      return this.#personal(phone, value);
    return this.#text(value, depth, name);
  }

  #digits(digits: string, { name, inSecret }: JsonPlace): string {
    if (inSecret || /passw|secret|pwd|密码/i.test(name))
      return String(this.#secretNumber('a password', digits));
    const sort = idSorts.find((one) => one.name.test(name) && one.isReal(digits));
    if (sort !== undefined) return this.#id(sort, digits);
    if (cardName.test(name) && bankCard.isReal(digits)) return this.#personal(bankCard, digits);
    if (!phoneName.test(name) || Number(digits) < 1e9 || !phone.isReal(digits)) return digits;
    return this.#personal(phone, digits);
  }

  /** The whole value goes, but for what is known of its form: scheme, names of cookies, parts of a signature. */
  #secret(name: string, value: string, depth: number): string {
    if (value.trim() === '' || isFake(value)) return value;
    if (/cookie/i.test(name)) return this.#cookies(value);
    if (/\bq-(?:ak|signature)=|^TC3-HMAC-SHA256 /.test(value)) return this.#text(value, depth);
    if (/^pwd$/i.test(name) && value.startsWith('/')) return value;
    if (/^sign$/i.test(name)) return signFake(this.#secretNumber('a signature', value));
    if (/secret[-_]?id/i.test(name))
      return this.#learned(value, idFake(this.#secretNumber('a SecretId', value)));
    const [, scheme = '', rest = value] =
      (/authorization/i.test(name) ? /^([A-Za-z][\w-]*\s+)(\S.*)$/s.exec(value) : null) ?? [];
    if (isFake(rest) || isPlaceholder(rest)) return value;
    return scheme + this.#learned(rest, plainFake(this.#secretNumber('a token', rest)));
  }

  #cookies(value: string): string {
    const changed = value.split(';').map((part) => {
      const at = part.indexOf('=');
      const name = part.slice(0, at).trim();
      const content = part.slice(at + 1);
      if (at < 0 || name === '' || content.trim() === '') return part;
      if (cookieAttribute.test(name) || isFake(content)) return part;
      return `${part.slice(0, at)}=${plainFake(this.#secretNumber('a cookie', content))}`;
    });
    return changed.join(';');
  }

  /** A text that is not encoded as a whole, though parts of it may be. */
  #plain(text: string, depth: number, name = ''): string {
    if (this.#harmless.has(text)) return text;
    this.#events.onText?.(text);
    const changed = piecesOf(text)
      .map((piece) => this.#piece(piece, depth, name))
      .join('');
    if (changed === text && text.length <= longestKept && !versionName.test(name)) this.#keepHarmless(text);
    return changed;
  }

  /** Names of fields come again and again. */
  #keepHarmless(text: string): void {
    if (this.#harmless.size === maxHarmless) this.#harmless.clear();
    this.#harmless.add(text);
  }

  #piece(text: string, depth: number, name: string): string {
    let result = this.#encodedParts(text, depth);
    result = result.replaceAll(cookieHeader, (_, kept: string, value: string) => kept + this.#cookies(value));
    for (const pattern of secretPatterns) result = this.#withoutPattern(result, pattern);
    result = this.#withoutPlaced(result, namedSecretsIn(result));
    const byPreset = this.#preset.findings(result);
    result = this.#withoutPlaced(
      result,
      byPreset.filter(({ start, end }) => !hasFake(result.slice(start, end))),
    );
    for (const pattern of personalPatterns) {
      if (pattern.what === 'a public IP address' && versionName.test(name)) continue;
      result = result.replaceAll(pattern.pattern, (match) =>
        pattern.isReal(match) ? this.#personal(pattern, match) : match,
      );
    }
    for (const sort of idSorts) {
      for (const pattern of sort.inText)
        result = result.replaceAll(pattern, (match, kept: string, id: string) =>
          sort.isReal(id) ? kept + this.#id(sort, id) : match,
        );
    }
    return result;
  }

  /** Base64 in a text, and what is percent-encoded in a query or a form. */
  #encodedParts(text: string, depth: number): string {
    if (depth > deepest) return text;
    const decoded = text.includes('%')
      ? text
          .replaceAll(queryPair, (match, kept: string, value: string) => {
            const name = kept.includes('%') ? percentDecoded(kept.slice(0, -1)) : undefined;
            if (name === undefined || !isSecretName(name) || isFake(value)) return match;
            return kept + plainFake(this.#secretNumber('a token', value));
          })
          .replaceAll(percentEncoded, (match) => {
            const inside = percentDecoded(match);
            if (inside === undefined || inside === match) return match;
            const changed = this.#text(inside, depth + 1);
            return changed === inside ? match : encodeURIComponent(changed);
          })
      : text;
    return decoded.replaceAll(base64Word, (word) => {
      const opened = word.length < shortestWord ? undefined : openText(word);
      return opened?.isText === true
        ? this.#inside(word, opened, (inside) => this.#text(inside, depth + 1))
        : word;
    });
  }

  #withoutPattern(text: string, { pattern, whatIs, fake }: SecretPattern): string {
    return text.replaceAll(pattern, (match, kept: string, secret: string, at: number) => {
      if (isFake(secret)) return match;
      const what = whatIs(secret, { kept, text, end: at + match.length });
      return what === undefined
        ? match
        : kept + this.#learned(secret, fake(this.#secretNumber(what, secret)));
    });
  }

  /** Replaces what was found at places, which come one after another. */
  #withoutPlaced(text: string, placed: readonly PlacedSecret[]): string {
    let copied = 0;
    const parts: string[] = [];
    for (const { what, start, end } of placed) {
      if (start < copied) continue;
      const secret = text.slice(start, end);
      parts.push(
        text.slice(copied, start),
        this.#learned(secret, plainFake(this.#secretNumber(what, secret))),
      );
      copied = end;
    }
    return parts.join('') + text.slice(copied);
  }

  /** Words that are known by now, where nothing says what they are. */
  #repeated(text: string, depth: number): string {
    const inPiece = (piece: string) => piece.replaceAll(/[\w-]+/g, (word) => this.#words.get(word) ?? word);
    const inText = (plain: string) => piecesOf(plain).map(inPiece).join('');
    if (depth > deepest) return inText(text);
    const deeper = (inner: string) => this.#repeated(inner, depth + 1);
    const json = rewriteJson(text, {
      isSecretName: () => false,
      name: inText,
      text: deeper,
      number: (digits) => this.#words.get(digits) ?? digits,
    });
    if (json !== undefined) return json;
    const opened = openText(text);
    if (opened === undefined) return this.#words.get(text) ?? inText(text);
    return this.#words.get(text) ?? this.#inside(text, opened, opened.isText ? deeper : inText);
  }

  /** A word of 32 letters and digits near an id is taken for a SecretKey, whatever it is. */
  #withoutLongWords(text: string): string {
    if (!longWordNearId(text)) return text;
    return text.replaceAll(/\b[A-Za-z0-9]{32}\b/g, (match) =>
      isFake(match)
        ? match
        : `example-id-${String(this.#secretNumber('an id of 32 letters and digits', match)).padStart(21, '0')}`,
    );
  }

  #id(sort: IdSort, real: string): string {
    const fake = sort.fake(this.#number(sort.sequence, sort.what, real), real);
    this.#words.set(real, fake);
    return fake;
  }

  #personal({ what, fake }: PersonalPattern, real: string): string {
    const plain = what === 'an e-mail address' ? real.replace('%40', '@').toLowerCase() : real;
    return fake(this.#number(what, what, plain), real);
  }

  /** Keeps a word that can hardly mean anything else. */
  #learned(real: string, fake: string): string {
    const isWord =
      /^[\w-]{8}[\w-]*$/.test(real) && (real.length >= 16 || (/\d/.test(real) && /[A-Za-z]/.test(real)));
    if (isWord) this.#words.set(real, fake);
    return fake;
  }

  /** Secrets share one sequence, since the same one may stand in a header, a cookie and a body. */
  #secretNumber(what: string, real: string): number {
    return this.#number('secret', what, plainFormOf(real));
  }

  #number(sequence: string, what: string, real: string): number {
    this.#events.onReplaced?.({ what, text: real });
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

/** `auth` with Base64 of `user:password`, as Docker and npm keep it; `ak` and `sk` with something like a key. */
function isNamedShortly(name: string, value: string): boolean {
  if (/^_?auth$/i.test(name)) return openText(value)?.inside.includes(':') === true;
  return /^[as]k$/i.test(name) && value.length >= 16 && /^[\w+/=-]+$/.test(value);
}
