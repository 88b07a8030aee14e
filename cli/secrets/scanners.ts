/** SonarSource's rule S7007. */
export const longWordNearId =
  /(AKID|\btencent\b)[\s\S]{0,100}\b[A-Za-z0-9]{32}\b|\b[A-Za-z0-9]{32}\b[\s\S]{0,100}(AKID|\btencent\b)/i;

/**
 * What public secret scanners take for a secret: gitleaks and its like for Tencent Cloud ids (`AKID` and 32 letters or
 * digits, and looser forms), SonarSource's rule S7007, and the generic rules for tokens, keys and passwords.
 */
export const scanners: Readonly<Record<string, RegExp>> = {
  'a SecretId': /\bAKID[A-Za-z0-9]{10,}|AKID[A-Za-z0-9_-]{16,}/,
  'a word of 32 letters and digits near an id or the word tencent': longWordNearId,
  'a JSON Web Token': /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/,
  'an API key': /\bsk-[A-Za-z0-9_-]{20,}/,
  'a bearer token': /Bearer\s+[A-Za-z0-9._~+/=-]{20,}/i,
  'a password': /(secret|token|password|api_key)\\?["']?\s*[:=]\s*\\?["']?[^\s"'\\,;&{}[\]]{12,}/i,
  'a private key': /-----BEGIN [A-Z ]+-----/,
};

/** Something that looks like a secret. */
export interface FoundSecret {
  /** `a SecretId`, `an e-mail address`. */
  readonly what: string;
  readonly text: string;
}

/** What scanners find in a text: the first of each sort. */
export function secretsIn(text: string): FoundSecret[] {
  return Object.entries(scanners).flatMap(([what, pattern]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ what, text: match[0] }];
  });
}
