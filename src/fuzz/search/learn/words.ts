import type { Draw } from '../../../kernel/draw.js';
import { hostileTexts } from '../../../kernel/hostileTexts.js';
import { expressionsIn, quotedIn } from './sourceTexts.js';

/** Texts that a handler's own code names, longest 60 characters; the more often a text is named, the earlier it stands. */
export function wordsIn(source: string): string[] {
  const words = new Set<string>();
  const add = (text: string): void => {
    const word = text.replace(/\\(.)/g, '$1');
    if (!/^[\p{L}\p{N} _./:;,=*%@#|+-]{1,60}$/u.test(word) || word.trim() === '') return;
    words.add(word);
    for (const part of word.split(/[^\p{L}\p{N}_-]+/u)) if (part.length >= 2) words.add(part);
  };
  for (const { quote, text } of quotedIn(source)) {
    if (quote !== '`') add(text);
    else for (const part of fixedParts(text)) add(part);
  }
  for (const expression of expressionsIn(source)) {
    for (const part of expression.split(/[^A-Za-z0-9_]+/)) if (part.length >= 3) words.add(part);
  }
  if (/locale|Intl/.test(source)) for (const text of localeTexts) words.add(text);
  return [...words].slice(0, 200);
}

/** What stands between the `${…}` of a template. */
function fixedParts(template: string): string[] {
  const [first = '', ...rest] = template.split('${');
  const parts = [first];
  for (const piece of rest) {
    const end = piece.indexOf('}');
    if (end < 0) parts[parts.length - 1] += `\${${piece}`;
    else parts.push(piece.slice(end + 1));
  }
  return parts;
}

/** What locales order and capitalise in different ways. */
const localeTexts: readonly string[] = ['z', 'ä', 'Åsa', 'i', 'I', 'Zoë'];

/** Numbers that a handler's own code names. */
export function numbersIn(source: string): number[] {
  const numbers = new Set<number>();
  for (const match of source.matchAll(/(?<![\w.$])(\d{1,12}(?:_\d{3})*(?:\.\d+)?)(?![\w.])/g)) {
    numbers.add(Number((match[1] ?? '').replaceAll('_', '')));
  }
  return [...numbers].filter(Number.isFinite).slice(0, 50);
}

const longestName = 31;
const defaultNames = new Set(
  'length map filter get put set then slice join split push trim test exec send log now parse stringify json error name event context body headers message data'.split(
    ' ',
  ),
);

/** Names of fields that a handler's own code mentions: `limit` of `{ limit: 100 }` and of `options.limit`. */
export function fieldNamesIn(source: string): string[] {
  const names = new Map<string, number>();
  for (const match of source.matchAll(/[{,(]\s*([a-z]\w+)\s*:(?!:)|\.([a-z]\w+)\b(?!\s*\()/g)) {
    const name = match[1] ?? match[2] ?? '';
    if (name.length <= longestName && !defaultNames.has(name)) names.set(name, (names.get(name) ?? 0) + 1);
  }
  return [...names.keys()].slice(0, 60);
}

const plainTexts: readonly string[] = [
  'a',
  'b',
  'Anna',
  'Zoë',
  '张伟',
  '10',
  '9',
  '1.15',
  '0.29',
  '2',
  'false',
  'true',
  'a b c',
  'one two three',
  'k=v=w',
  'costs $$5',
  'x:y:z',
  'B',
  'ä',
  'straße',
  '\u{1f600}ok',
];

/** A text: one that the handler names, as it is or a little changed, or any other. */
export function drawText(draw: Draw, words: readonly string[]): string {
  const kind = draw.below(words.length === 0 ? 3 : 10);
  if (kind < 2) return draw.pick(plainTexts);
  if (kind === 2) return draw.pick(hostileTexts).text.slice(0, 200);
  const word = draw.pick(words);
  const other = draw.pick(plainTexts);
  // What ends like a prefix mostly is one: "/say ", "order:".
  if (/[ :=/]$/.test(word) && draw.chance(0.6)) return `${word}${other}`;
  if (kind < 7) return word;
  return draw.pick([
    `${other}${word}`,
    `${word}${other}`,
    `${word} ${other} ${other}`,
    `${other}${word}${other}`,
    `${word}/${word}`,
    word.toUpperCase(),
    word.toLowerCase(),
    `${word}:${other}:${other}`,
    ` ${word} `,
  ]);
}

const dates: readonly string[] = [
  '2026-01-15T00:00:00Z',
  '2024-02-29T00:00:00Z',
  '2026-01-31T16:30:00Z',
  '2025-12-31T23:59:59Z',
  '2026-03-31',
  '2026-01-31',
  '2026-02-30',
  'soon',
  '2026-03-08T06:30:00Z',
  '2026-11-01T05:30:00Z',
  '',
];

/** A date as text, or what somebody wrote in its place. */
export function drawDate(draw: Draw): string {
  return draw.pick(dates);
}

const oddNumbers: readonly number[] = [
  0,
  1,
  2,
  10,
  9,
  100,
  19.99,
  0.1,
  0.2,
  0.7,
  1.1,
  4.35,
  1.005,
  0.29,
  -1,
  0.5,
  1000,
  1e21,
  2 ** 31,
  2 ** 53 - 1,
];

const amounts: readonly string[] = ['1.15', '0.29', '4.35', '10.00', '0.00', '19.99'];

/** A number as text, as clients send sums of money. */
export function drawNumberText(draw: Draw, numbers: readonly number[]): string {
  return draw.chance(0.5) ? draw.pick(amounts) : String(drawNumber(draw, numbers));
}

/** An amount of money with decimals that no binary fraction is. */
export function drawAmount(draw: Draw): number {
  return draw.pick([19.99, 0.1, 0.2, 1.15, 4.35, 1.1, 0.07]);
}

/** A number: small, odd, or near one that the handler names. */
export function drawNumber(draw: Draw, numbers: readonly number[]): number {
  const kind = draw.below(numbers.length === 0 ? 3 : 4);
  if (kind === 0) return draw.below(21);
  if (kind === 3) return draw.pick(numbers) + draw.pick([0, 1, -1]);
  return draw.pick(oddNumbers);
}

/** A whole number: mostly small, or near one that the handler names. */
export function drawWhole(draw: Draw, numbers: readonly number[]): number {
  const whole = numbers.filter(Number.isSafeInteger);
  const kind = draw.below(whole.length === 0 ? 3 : 4);
  if (kind === 3) return draw.pick(whole) + draw.pick([0, 1, -1]);
  return kind === 2 ? draw.pick([0, 100, 101, 1000, 12_345, -1, 2 ** 31, 2 ** 53 - 1]) : 1 + draw.below(20);
}
