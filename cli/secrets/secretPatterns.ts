import { hasFake, idFake, plainFake } from './fakes.js';
import { isPlaceholder, isSecretName, secretNameInText } from './secretNames.js';
import { tokenForm, tokenWords } from './tokenForms.js';

/** A secret that has a form of its own, or that stands where its name says so. */
export interface SecretPattern {
  /** Its first group is kept, its second is the secret; a match is both and nothing else. */
  readonly pattern: RegExp;
  /** What it is, or undefined for what only has the form. */
  whatIs(secret: string, around: Around): string | undefined;
  readonly fake: (n: number) => string;
}

/** What stands around a secret in its text. */
export interface Around {
  readonly kept: string;
  readonly text: string;
  /** Where the secret ends. */
  readonly end: number;
}

const named =
  (what: string, takes: (secret: string, around: Around) => boolean = () => true) =>
  (secret: string, around: Around) =>
    takes(secret, around) ? what : undefined;

const longer = (least: number) => (secret: string) => secret.length >= least;
const isValue = (secret: string) => !isPlaceholder(secret);

/** True for a word of a sentence: `token: see docs`. */
function isProse(secret: string, { kept, text, end }: Around): boolean {
  if (text[end] === '(') return true;
  const isWord = /^[A-Za-z]+$/.test(secret) && /\s$/.test(kept);
  return /^\p{Script=Han}/u.test(secret) || (isWord && /^\s[A-Za-z]/.test(text.slice(end, end + 2)));
}

/** What stands before a secret in its line, or at least before it. */
function before({ kept, text, end }: Around, secret: string): string {
  const start = end - secret.length - kept.length;
  return text.slice(Math.max(0, start - 2000), start);
}

/** What only has its own form. */
const formed: readonly SecretPattern[] = [
  {
    pattern: /()(-----BEGIN (?!CERTIFICATE|PUBLIC)[A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$))/g,
    whatIs: named('a private key'),
    fake: (n) => `EXAMPLE KEY ${n}`,
  },
  {
    pattern: /((?<![\w-]))(eyJ[\w-]+\.eyJ[\w-]+(?:\.[\w-]*)?)/g,
    whatIs: named('a JSON Web Token'),
    fake: (n) => `example.jwt.${n}`,
  },
  { pattern: /()(AKID[A-Za-z0-9_-]+)/g, whatIs: named('a SecretId', longer(10)), fake: idFake },
  { pattern: /(\bq-ak=)([^&\s"'\\]+)/g, whatIs: named('a SecretId'), fake: idFake },
  { pattern: tokenWords, whatIs: tokenForm, fake: plainFake },
  {
    pattern: /((?<![\w-]))(sk-[\w-]+)/g,
    whatIs: named('an API key', longer(23)),
    fake: (n) => `sk-example-${n}`,
  },
];

/** The last part of an address that lets whoever knows it write to a chat. */
const webhooks: readonly SecretPattern[] = [
  ['WeCom', /(qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/[a-z_]+\?key=)([\w-]+)/g] as const,
  ['Feishu', /(open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/(?:v2\/)?hook\/)([\w-]+)/g] as const,
  ['DingTalk', /(oapi\.dingtalk\.com\/robot\/[a-z]+\?access_token=)([\w-]+)/g] as const,
  ['Slack', /(hooks\.slack\.com\/(?:services|workflows|triggers)\/)([\w/-]+)/g] as const,
  ['Discord', /(discord(?:app)?\.com\/api\/webhooks\/\d+\/)([\w-]+)/g] as const,
  ['Telegram', /(api\.telegram\.org\/bot)(\d+:[\w-]+)/g] as const,
].map(([whose, pattern]) => ({
  pattern,
  whatIs: named(`a webhook address of ${whose}`),
  fake: plainFake,
}));

/** What a name, a header or an option in front of it says. */
const announced: readonly SecretPattern[] = [
  { pattern: /(\bq-signature=)([^&\s"'\\;]+)/g, whatIs: named('a signature'), fake: plainFake },
  {
    pattern:
      /((?<![A-Za-z])(?:(?:[A-Za-z]+-)?signature|sign|response)["']?\s{0,3}[=:]\s{0,3}["']?)([\w+/%=-]+)/gi,
    whatIs: named('a signature', (secret) => secret.length >= 16 && /\d/.test(secret)),
    fake: plainFake,
  },
  {
    pattern: /(\b(?:Bearer|BEARER|bearer|Basic)\s{1,8})([\w.~+/=-]+)/g,
    whatIs: named('a token', ({ length }, { text, end }) => {
      const secret = text.slice(end - length, end);
      return length >= 20 || (length >= 6 && /[0-9A-Z=]/.test(secret));
    }),
    fake: plainFake,
  },
  {
    pattern:
      /(\bauthorization(?:\\{0,3}["'])?\s{0,3}[:=]\s{0,3}(?:\\{0,3}["'])?(?:[A-Za-z][\w-]*\s{1,3})?)([^\s"'\\,&]+)/gi,
    whatIs: named(
      'a token',
      (secret, around) =>
        secret.length >= 6 &&
        !/^(?:Credential|q-sign)/.test(secret) &&
        !hasFake(secret) &&
        !isProse(secret, around),
    ),
    fake: plainFake,
  },
  {
    pattern: new RegExp(
      `((?:${secretNameInText})(?:\\\\{0,3}["'])?\\s{0,3}[:=：]\\s{0,3}\\\\{0,3}["'])([^"'\\\\\\r\\n]+)`,
      'gi',
    ),
    whatIs: named('a token', isValue),
    fake: plainFake,
  },
  {
    pattern: new RegExp(
      `((?:${secretNameInText})(?:\\\\{0,3}["'])?\\s{0,3}(?:[:=：]|是|为)\\s{0,3})([^\\s"'\\\\,;&{}[\\]<>，；。]+)`,
      'gi',
    ),
    whatIs: named(
      'a token',
      (secret, around) => isValue(secret) && !isProse(secret, around) && !isDirectory(secret, around),
    ),
    fake: plainFake,
  },
];

/** `PWD=/var/user` is where a program runs. */
function isDirectory(secret: string, { kept }: Around): boolean {
  return secret.startsWith('/') && /\bpwd\W+$/i.test(kept);
}

/** What stands where a program, a document or an address has its passwords. */
const placed: readonly SecretPattern[] = [
  {
    pattern: /((?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s:@/"'<>?#]*:)([^\s/"'<>]+(?=@))/g,
    whatIs: named('a password', isValue),
    fake: plainFake,
  },
  {
    pattern: /(\s(?:-u|--user|--proxy-user)[ =]{0,3}["']?[^\s:"'=]+:)([^\s"']+)/g,
    whatIs: named('a password', (secret, around) => /\b(?:curl|wget|http)\b/.test(before(around, secret))),
    fake: plainFake,
  },
  {
    pattern: /(\s-p["']?)([^\s"']+)/g,
    whatIs: named('a password', (secret, around) =>
      /\b(?:mysql\w*|mariadb)\b[^\n]*$/.test(before(around, secret)),
    ),
    fake: plainFake,
  },
  {
    pattern:
      /(\b(?:requirepass|masterauth)\s{1,3}["']?|\bsshpass\s{1,3}-p\s{0,3}["']?|\bredis-cli\b[^\n"']{0,80}?\s-a\s{1,3}["']?)([^\s"']+)/g,
    whatIs: named('a password'),
    fake: plainFake,
  },
  {
    pattern:
      /(\s--(?:password|passwd|pass|token|secret|api-key|access-key|secret-key|secret-id)\s{1,3}["']?)([^\s"'-][^\s"']*)/gi,
    whatIs: named('a password', (secret, around) => isValue(secret) && !isProse(secret, around)),
    fake: plainFake,
  },
  {
    pattern: /(<[\p{L}_][\p{L}\w:.-]*(?:\s[^<>]*)?>(?:<!\[CDATA\[)?)([^<>\]]+)/gu,
    whatIs: named('a password', (secret, { kept }) => {
      const name = /^<([^\s>]+)/.exec(kept)?.[1] ?? '';
      return secret.trim() !== '' && isSecretName(name.slice(name.indexOf(':') + 1));
    }),
    fake: plainFake,
  },
  {
    pattern: /(\bname="[^"\r\n]*"(?:\r?\n[A-Za-z-]+:[^\r\n]*)*\r?\n\r?\n)([^\r\n]+)/g,
    whatIs: named('a password', (_secret, { kept }) => isSecretName(/^name="([^"]*)/.exec(kept)?.[1] ?? '')),
    fake: plainFake,
  },
];

/** In this order: what a later one would find in a part of what an earlier one finds. */
export const secretPatterns: readonly SecretPattern[] = [...formed, ...webhooks, ...announced, ...placed];
