import { sample, stringMatching } from 'fast-check';
import type { Draw } from '../../../kernel/draw.js';
import { expressionsIn, quotedIn } from './sourceTexts.js';

/** What people and programs write into fields, by what it is: the plain first, then what code did not think of. */
const texts = {
  name: ['Anna', "O'Brien", '张伟', 'Zoe\u0301', 'İpek', 'straße', 'ＡＢＣ', '\u200bhidden', '👨‍👩‍👧'],
  path: [
    'a/b.txt',
    'a b.txt',
    '../b.txt',
    '../../../etc/passwd',
    '/etc/passwd',
    '..\\..\\b.ini',
    'a/./b//c',
    '%2e%2e%2fb',
  ],
  markup: [
    'Tom & Jerry',
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '{{7*7}}',
    '\u0024{7*7}',
  ],
  quoted: ['say "hi"', "it's", "' OR '1'='1", "1'; DROP TABLE users; --", '`id`', 'a\\', '$(id)'],
  lines: ['one\ntwo', 'one\r\ntwo', 'one\u2028two', 'one\ttwo', 'one\r\nX-Two: 2'],
  digits: ['1234567890123456', '9007199254740993', '12345678901234567890', '0012'],
  money: ['19.99', '0.1', '1.005', '-0.01', '1,299.00', '1e3'],
  date: [
    '2026-01-31',
    '2026-01-31T23:30:00',
    '2026-01-31T23:30:00+08:00',
    '2026-01-31T16:00:00Z',
    '2024-02-29',
    '2026/1/5',
    '20260131',
    '1769875200000',
  ],
  address: [
    'a@example.com',
    'a+b@example.com',
    '127.0.0.1',
    'http://127.0.0.1/admin',
    'https://example.com.invalid/',
    'https://example.com@invalid/',
    '//invalid/x',
    'javascript:alert(1)',
  ],
  member: ['__proto__', '__proto__.a', 'constructor.prototype.a', 'toString'],
  long: ['x'.repeat(300), '中'.repeat(300), 'word '.repeat(80)],
} as const;

type Sort = keyof typeof texts;

const sorts = Object.keys(texts) as Sort[];

/** What fields of such names mostly hold. */
const sortsByName: readonly (readonly [RegExp, readonly Sort[]])[] = [
  [/(?:path|file|filename|key|dir|folder|image|template|page|doc)$/i, ['path']],
  [
    /(?:url|uri|link|href|host|callback|redirect|next|return|target|origin|domain|ip|mail|email)$/i,
    ['address'],
  ],
  [/(?:date|time|day|since|until|from|to|month|at)$/i, ['date']],
  [/(?:price|amount|total|money|fee|cost|rate|discount)$/i, ['money']],
  [/(?:id|no|number|code|phone|mobile|card|order|sku)$/i, ['digits', 'quoted']],
  [/(?:name|title|user|author|city|nick)$/i, ['name', 'markup', 'quoted']],
  [
    /(?:text|comment|content|message|msg|body|note|desc|description|keyword|q|query|search)$/i,
    ['markup', 'lines', 'quoted'],
  ],
];

/** Names of which a number with more digits than JavaScript holds is expected to stay a text. */
const isKey = /(?:id|no|number|code|key|phone|mobile|card|order|sku)$/i;

/** What a handler's code tells of the texts that it expects of callers. */
export interface ExpectedTexts {
  /** Texts that its expressions take. */
  readonly accepted: readonly string[];
  /** Texts that make its expressions slow. */
  readonly slow: readonly string[];
  /** Addresses of the hosts that it names. */
  readonly addresses: readonly string[];
}

/** Draws a text as callers write them into a field of that name; the simplest is plain. */
export function drawCallerText(
  draw: Draw,
  name: string,
  { accepted, slow, addresses }: ExpectedTexts,
): string {
  if (slow.length > 0 && draw.below(3) === 2) return draw.pick(slow);
  const likely = sortsByName.find(([names]) => names.test(name))?.[1];
  if (addresses.length > 0 && likely?.includes('address') === true && draw.below(2) === 1)
    return draw.pick(addresses);
  if (accepted.length > 0 && draw.below(3) === 2) return draw.pick(accepted);
  const allowed = isKey.test(name) ? sorts : sorts.filter((sort) => sort !== 'digits');
  const sort = likely !== undefined && draw.below(2) === 0 ? draw.pick(likely) : draw.pick(allowed);
  return draw.pick(texts[sort]);
}

const maxExpressions = 20;
const textsEach = 8;
const longTextsEach = 4;

export function expectedTexts(code: string): ExpectedTexts {
  return { accepted: acceptedTexts(code), slow: slowTexts(code), addresses: ownAddresses(code) };
}

/**
 * Texts that the code's own regular expressions take as a whole, so that what stands behind them runs: `13800138000` for
 * `/^1\d{10}$/`. The same for the same code.
 */
function acceptedTexts(code: string): readonly string[] {
  const sources = new Set<string>();
  for (const source of expressionsIn(code)) if (isWhole(source)) sources.add(source);
  for (const { text } of quotedIn(code)) if (isWhole(text)) sources.add(text.replaceAll('\\\\', '\\'));
  return [...sources].slice(0, maxExpressions).flatMap(matching);
}

/** Texts of which expressions with repetitions in repetitions, as `(a+)+$`, try every way to read them, since the last sign fits none. */
function slowTexts(code: string): readonly string[] {
  if (![...expressionsIn(code)].some(isNested)) return [];
  return ['a', '1', ' ', 'a1'].map((sign) => `${sign.repeat(48)}!`);
}

function isNested(source: string): boolean {
  const groups = source.match(/\([^()]*\)(?:[+*]|\{\d+,)/g) ?? [];
  return groups.some((group) => /[+*]/.test(group.slice(0, group.lastIndexOf(')'))));
}

const maxHosts = 6;
const files = /\.(?:[cm]?[jt]sx?|json|html?|css|txt|md|csv|xml|ya?ml|png|jpe?g|gif|webp|svg|pdf|zip|gz)$/i;

/** Addresses of the hosts that stand in quotes and in expressions of the code. */
function ownAddresses(code: string): readonly string[] {
  const hosts = new Set<string>();
  const quoted = [...quotedIn(code)].map(({ text }) => text);
  const plain = [...expressionsIn(code)].map((source) => source.replaceAll(/[\\^$]/g, ''));
  for (const text of [...quoted, ...plain]) {
    const [, host] = /^(?:https?:\/\/)?([a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,})(?:[/:?#]|$)/i.exec(text) ?? [];
    if (host !== undefined && !files.test(host)) hosts.add(host);
  }
  return [...hosts].slice(0, maxHosts).map((host) => `https://${host}/`);
}

const isWhole = (source: string): boolean => /^\^.{2,80}\$$/.test(source);

function matching(source: string): readonly string[] {
  try {
    const texts = (size: 'small' | 'max', numRuns: number) =>
      sample(stringMatching(new RegExp(source), { size }), { seed: 1, numRuns });
    // The longest that it takes are ids with more digits than a number holds; without a bound they would have no end.
    const isBounded = !/[+*]|,\}/.test(source);
    const drawn = [...texts('small', textsEach), ...(isBounded ? texts('max', longTextsEach) : [])];
    return drawn.filter((text) => text.length <= 200);
  } catch {
    // What fast-check does not know, such as a look behind.
    return [];
  }
}
