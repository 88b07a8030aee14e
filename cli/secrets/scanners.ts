import { namedValuesIn } from './namedSecrets.js';

const idOrVendor = /AKID|\btencent\b/gi;
const longWord = /(?<![A-Za-z0-9_])[A-Za-z0-9]{32}(?![A-Za-z0-9_])/g;
const near = 100;

/** SonarSource's rule S7007: a word of 32 letters and digits within 100 characters of an id or the vendor's name. */
export function longWordNearId(text: string): string | undefined {
  const words = [...text.matchAll(longWord)].map(({ index }) => index);
  let at = 0;
  for (const { index, 0: id } of text.matchAll(idOrVendor)) {
    while ((words[at] ?? Number.POSITIVE_INFINITY) + 32 + near < index) at++;
    const word = words[at] ?? Number.POSITIVE_INFINITY;
    if (word <= index + id.length + near)
      return text.slice(Math.min(word, index), Math.max(word + 32, index + id.length));
  }
  return undefined;
}

/** The first match of an expression of which the first group is long enough. */
const first =
  (pattern: RegExp, isSecret: (found: string) => boolean = () => true) =>
  (text: string) => {
    for (const [match, found = ''] of text.matchAll(pattern)) if (isSecret(found)) return match;
    return undefined;
  };

/** What stands behind a name that ends as those of secrets do. */
function passwordIn(text: string): string | undefined {
  const value = /[\\"']*[^\s"'\\,;&{}[\]]+/y;
  for (const { name, start } of namedValuesIn(text)) {
    const ending = /(?:secret|token|password|api_key)$/i.exec(name)?.[0];
    if (ending === undefined) continue;
    value.lastIndex = start;
    const found = value.exec(text)?.[0] ?? '';
    if (found.replaceAll(/[\\"']/g, '').length >= 12) return `${ending}: ${found}`;
  }
  return undefined;
}

/**
 * What public secret scanners take for a secret: gitleaks and its like for Tencent Cloud ids (`AKID` and 32 letters or
 * digits, and looser forms), SonarSource's rule S7007, and the generic rules for tokens, keys and passwords.
 */
export const scanners: Readonly<Record<string, (text: string) => string | undefined>> = {
  'a SecretId': first(/(AKID[A-Za-z0-9_-]+)/g, (id) => id.length >= 20 || /^AKID[A-Za-z0-9]{10}/.test(id)),
  'a word of 32 letters and digits near an id or the word tencent': longWordNearId,
  'a JSON Web Token': first(/(?<![\w-])(eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+)/g, (token) =>
    token.split('.').every((part) => part.length >= 8),
  ),
  'an API key': first(/(?<![\w-])(sk-[\w-]+)/g, ({ length }) => length >= 23),
  'a bearer token': first(/Bearer\s+([\w.~+/=-]+)/gi, ({ length }) => length >= 20),
  'a password': passwordIn,
  'a private key': first(/-----BEGIN ([A-Z ]+)-----/g, isPrivateKey),
};

/** True for the name of a block that is to be kept secret, as certificates and public keys are not. */
export function isPrivateKey(name: string): boolean {
  return !/^(?:CERTIFICATE|PUBLIC)/.test(name);
}

/** Something that looks like a secret. */
export interface FoundSecret {
  /** `a SecretId`, `an e-mail address`. */
  readonly what: string;
  readonly text: string;
}

/** What scanners find in a text: the first of each sort. */
export function secretsIn(text: string): FoundSecret[] {
  return Object.entries(scanners).flatMap(([what, find]) => {
    const match = find(text);
    return match === undefined ? [] : [{ what, text: match }];
  });
}
