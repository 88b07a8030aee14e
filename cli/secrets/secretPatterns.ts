import { idFake, plainFake } from './fakes.js';
import { isProse } from './namedSecrets.js';
import { isPrivateKey } from './scanners.js';
import { isPlaceholder, isSecretName } from './secretNames.js';
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

/** What stands before a secret in its line, or at least before it. */
function before({ kept, text, end }: Around, secret: string): string {
  const start = end - secret.length - kept.length;
  return text.slice(Math.max(0, start - 2000), start);
}

/** What only has its own form. */
const formed: readonly SecretPattern[] = [
  {
    pattern: /()(-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$))/g,
    whatIs: named('a private key', (block) => isPrivateKey(block.slice('-----BEGIN '.length))),
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
  ['Feishu', /(feishu\.cn\/open-apis\/bot\/[v2/]*hook\/)([\w-]+)/g] as const,
  ['Lark', /(larksuite\.com\/open-apis\/bot\/[v2/]*hook\/)([\w-]+)/g] as const,
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
    pattern: /(\b(?:Bearer|BEARER|bearer|Basic)\s+)([\w.~+/=-]+)/g,
    whatIs: named('a token', ({ length }, { text, end }) => {
      const secret = text.slice(end - length, end);
      return length >= 20 || (length >= 6 && /[0-9A-Z=]/.test(secret));
    }),
    fake: plainFake,
  },
  {
    pattern: /((?:密码|口令)[是为]\s*)([\w!-~]+)/g,
    whatIs: named('a token'),
    fake: plainFake,
  },
];

/** What stands where a program, a document or an address has its passwords. */
const placed: readonly SecretPattern[] = [
  {
    pattern: /((?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s:@/"'<>?#]*:)([^\s/"'<>]+(?=@))/g,
    whatIs: named('a password', isValue),
    fake: plainFake,
  },
  {
    pattern: /(\s(?:-u|--user|--proxy-user)[ =]*["']?[^\s:"'=]+:)([^\s"']+)/g,
    whatIs: named('a password', (secret, around) => /\b(?:curl|wget|http)\b/.test(before(around, secret))),
    fake: plainFake,
  },
  {
    pattern: /(\s-p["']?)([^\s"']+)/g,
    whatIs: named('a password', (secret, around) =>
      /\b(?:mysql|mariadb)/.test(before(around, secret).split('\n').at(-1) ?? ''),
    ),
    fake: plainFake,
  },
  ...[
    /(\b(?:requirepass|masterauth)\s+["']?)([^\s"']+)/g,
    /(\bsshpass\s+-p\s*["']?)([^\s"']+)/g,
    /(\bredis-cli\s+-a\s*["']?)([^\s"']+)/g,
  ].map((pattern) => ({ pattern, whatIs: named('a password'), fake: plainFake })),
  {
    pattern: /(\s--[\w-]+\s+["']?)([^\s"'-][^\s"']*)/g,
    whatIs: named(
      'a password',
      (secret, { kept, text, end }) =>
        isSecretName(kept.trim().replace(/["']$/, '').trim()) &&
        isValue(secret) &&
        !isProse(secret, kept, text.slice(end, end + 2)),
    ),
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
];

/** In this order: what a later one would find in a part of what an earlier one finds. */
export const secretPatterns: readonly SecretPattern[] = [...formed, ...webhooks, ...announced, ...placed];
