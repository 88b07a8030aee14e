import { hasFake, isFake } from './fakes.js';
import { isPlaceholder, isSecretName } from './secretNames.js';

/** A value in a text behind its name: `password=…`, `"token": "…"`, `密码：…`. */
export interface NamedValue {
  readonly name: string;
  /** What stands between the two, the name included. */
  readonly kept: string;
  readonly start: number;
}

/** A secret at a place of a text. */
export interface PlacedSecret {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

/** A longer word is no name; one without an end would take all memory that an expression has. */
const nameBeforeValue = /(?<![\p{L}\w-])([\p{L}\w-]{1,200})[\\"']*\s*[:=：]\s*/gu;
const secretName =
  /(?:secret|token|password|passwd|passphrase|pwd|_pass|api[-_]?key|(?:secret|access)[-_]?(?:key|id)|(?:private|account|session)[-_]?key|session[-_]?id|sessid|密码|口令|密钥|令牌)$/i;
const signatureName = /(?:^|[-_])(?:sign|signature|response)$|[a-z]Signature$/i;
const multipartName = /\bname="([^"\r\n]*)"/g;
const longestPartHead = 1000;

/** A value as it was read, whether it is a secret or not. */
interface ReadValue extends PlacedSecret {
  readonly isSecret: boolean;
}

const readers: readonly { readonly name: RegExp; read(text: string, value: NamedValue): ReadValue }[] = [
  { name: secretName, read: tokenAt },
  { name: signatureName, read: signatureAt },
  { name: /authorization$/i, read: credentialAt },
];

/** Where a value stands behind each name of a text. */
export function* namedValuesIn(text: string): Generator<NamedValue> {
  for (const { 0: kept, 1: name = '', index } of text.matchAll(nameBeforeValue))
    yield { name, kept, start: index + kept.length };
}

/** What the names in a text say is secret, and the parts of a form that are named so. */
export function namedSecretsIn(text: string): readonly PlacedSecret[] {
  const found: PlacedSecret[] = [];
  let end = 0;
  for (const value of namedValuesIn(text)) {
    if (value.start < end) continue;
    const read = readers.find(({ name }) => name.test(value.name))?.read(text, value);
    if (read === undefined) continue;
    end = read.end;
    if (read.isSecret) found.push(read);
  }
  return [...found, ...partsIn(text)].sort((a, b) => a.start - b.start);
}

/** What a sticky expression matches at a place. */
function matchAt(text: string, start: number, pattern: RegExp): string {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? '';
}

/** A value in quotes up to the next one, or a word. */
function tokenAt(text: string, { name, kept, start }: NamedValue): ReadValue {
  const quotes = matchAt(text, start, /\\*["']/y);
  const from = start + quotes.length;
  const isQuoted = quotes !== '';
  const secret = matchAt(text, from, isQuoted ? /[^"'\\\r\n]+/y : /[^\s"'\\,;&{}[\]<>，；。]+/y);
  const end = from + secret.length;
  const isWord = !isQuoted && (isProse(secret, kept, text.slice(end, end + 2)) || isDirectory(name, secret));
  const isSecret = secret !== '' && !isFake(secret) && !isPlaceholder(secret) && !isWord;
  return { what: 'a token', start: from, end, isSecret };
}

function signatureAt(text: string, { start }: NamedValue): ReadValue {
  const from = start + matchAt(text, start, /["']*/y).length;
  const secret = matchAt(text, from, /[\w+/%=-]+/y);
  const isSecret = secret.length >= 16 && /\d/.test(secret) && !isFake(secret);
  return { what: 'a signature', start: from, end: from + secret.length, isSecret };
}

/** What follows the scheme, unless it is a signature in parts. */
function credentialAt(text: string, { kept, start }: NamedValue): ReadValue {
  const quotes = matchAt(text, start, /[\\"']*/y);
  const scheme = matchAt(text, start + quotes.length, /[A-Za-z][\w-]*[ \t]+/y);
  const from = start + quotes.length + scheme.length;
  const secret = matchAt(text, from, /[^\s"'\\,&]+/y);
  const end = from + secret.length;
  const isPart = /^(?:Credential|q-sign)/.test(secret) || hasFake(secret);
  const isWord = isProse(secret, kept + scheme, text.slice(end, end + 2));
  // What stands in the parts of a signature is looked for as well.
  return {
    what: 'a token',
    start: from,
    end: isPart ? from : end,
    isSecret: secret.length >= 6 && !isPart && !isWord,
  };
}

/** True for a word of a sentence: `token: see docs`. */
export function isProse(secret: string, before: string, after: string): boolean {
  if (after.startsWith('(') || /^\p{Script=Han}/u.test(secret)) return true;
  return /^[A-Za-z]+$/.test(secret) && /\s$/.test(before) && /^\s[A-Za-z]/.test(after);
}

/** `PWD=/var/user` is where a program runs. */
function isDirectory(name: string, value: string): boolean {
  return /^pwd$/i.test(name) && value.startsWith('/');
}

/** The values of multipart/form-data whose names are those of secrets. */
function* partsIn(text: string): Generator<PlacedSecret> {
  if (!/form-data/i.test(text)) return;
  for (const { 0: match, 1: name = '', index } of text.matchAll(multipartName)) {
    if (!isSecretName(name)) continue;
    const from = index + match.length;
    const head = /\r?\n\r?\n/.exec(text.slice(from, from + longestPartHead));
    if (head === null) continue;
    const start = from + head.index + head[0].length;
    const secret = matchAt(text, start, /[^\r\n]+/y);
    if (secret !== '' && !isFake(secret)) yield { what: 'a password', start, end: start + secret.length };
  }
}
