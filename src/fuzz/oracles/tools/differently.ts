import { callNames, clockMaskFor, differenceInLeft, endOf, maskFor, sideBySide } from '../../play/compare.js';
import { withoutDigests } from '../../play/effects/abridged.js';
import type { Execution } from '../../play/execution.js';
import type { Determinism, Violation } from '../oracle.js';
import { fieldsInOneOrder } from './fieldsInOneOrder.js';

/** How to compare an execution with its baseline, and what to call the difference. */
export interface Comparison {
  /** Begins the name of the violation. */
  readonly what: string;
  /** How the two differ by intent: `In the time zone UTC`. */
  readonly how: string;
  /** Where the second one took place: `in UTC`. */
  readonly there: string;
  /** Asked only where the two differ: to tell takes an execution. */
  readonly determinism: () => Promise<Determinism>;
  /** Texts that stand for each other in the two: who passes them on makes no difference. */
  readonly passedOn?: readonly string[];
  /** Texts in which something of both is only written in another way. */
  readonly respelled?: readonly string[];
  /** Matches what is computed of the texts, such as digests, and may differ. */
  readonly computed?: RegExp;
}

/** What is different between an execution and the same with other surroundings or in another form. */
export async function differently<Event>(
  base: Execution<Event>,
  execution: Execution<Event>,
  comparison: Comparison,
): Promise<Violation<Event> | undefined> {
  if (differenceOf(base, execution, comparison, alwaysTheSame) === undefined) return undefined;
  return differenceOf(base, execution, comparison, await comparison.determinism());
}

const alwaysTheSame: Determinism = { answer: true, left: true, times: true };

function differenceOf<Event>(
  base: Execution<Event>,
  execution: Execution<Event>,
  { what, how, there, passedOn = [], respelled = [], computed }: Comparison,
  determinism: Determinism,
): Violation<Event> | undefined {
  const mask = determinism.times ? clockMaskFor(base, execution) : maskFor(base, execution);
  const passed = sameFor([...passedOn, ...respelled]);
  const same = (text: string) =>
    passed(inOneOrder(fieldsInOneOrder(computed === undefined ? text : text.replace(computed, '<digest>'))));
  const lower = (text: string) => same(mask(text).toLowerCase());
  if (endOf(base, lower) !== endOf(execution, lower) && determinism.answer) {
    const shown = (text: string) => hiddenValues(mask(text), passedOn);
    const [before, after] = shownEnds(endOf(base, shown), endOf(execution, shown));
    return {
      what: `${what} answer`,
      detail: `${how} the handler answers otherwise:\n  before: ${before}\n  ${there}: ${after}`,
      execution,
      compared: base,
    };
  }
  const difference = differenceInLeft(base, execution, mask);
  const lowered = {
    onlyA: difference.onlyA.map((line) => same(line.toLowerCase())).sort(),
    onlyB: difference.onlyB.map((line) => same(line.toLowerCase())).sort(),
  };
  if (!determinism.left || JSON.stringify(lowered.onlyA) === JSON.stringify(lowered.onlyB)) return undefined;
  return {
    what: `${what} ${callNames([...difference.onlyA, ...difference.onlyB])}`,
    detail: `${how} the handler leaves something else behind.\n${sideBySide(difference, 'before', there)}`,
    execution,
    compared: base,
  };
}

/** Longer texts are no queries. */
const maxQueryText = 20_000;
const entityTags = /"etag":"(?:[^"\\]|\\.)*"/gi;

/** The pairs of a query have no order, also where it is passed on; a tag of what is sent follows that. */
function inOneOrder(text: string): string {
  const mayHoldOne = text.length <= maxQueryText && text.includes('&');
  const sorted = mayHoldOne ? text.replace(/[^\s"\\]+/g, withSortedPairs) : text;
  return sorted.replace(entityTags, '"etag":"<digest>"');
}

/**
 * Each row of `name=value` with `&` between them, sorted, its blanks written in one way; what stands before its first
 * name and behind its last value stays there.
 */
function withSortedPairs(text: string): string {
  const parts = text.replaceAll('&amp;', '&').split('&');
  const done: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const first = parts[at] as string;
    const start = nameStart(first);
    let end = at + 1;
    while (end < parts.length && isPair.test(parts[end] as string)) end++;
    if (start === undefined || end === at + 1) {
      done.push(first);
      at++;
      continue;
    }
    const last = parts[end - 1] as string;
    const length = endOfValue.exec(last)?.[0].length ?? last.length;
    const pairs = [first.slice(start), ...parts.slice(at + 1, end - 1), last.slice(0, length)];
    const sorted = pairs.map((pair) => pair.replaceAll('+', '%20')).sort();
    done.push(first.slice(0, start) + sorted.join('&') + last.slice(length));
    at = end;
  }
  return done.join('&');
}

/** A pair of a query, or a name alone. */
const isPair = /^[\w.~%+-]+(?:=|$)/;
/** No URL holds the others: they come behind it, in a header of links, or in HTML. */
const endOfValue = /^[^<>`{}|^]*/;

/** Where the first name begins that an equals sign follows, or one that stands alone behind a question mark. */
function nameStart(text: string): number | undefined {
  const isInName = (at: number) => /[\w.~%-]/.test(text[at] ?? ' ');
  for (let sign = text.indexOf('='); sign >= 0; sign = text.indexOf('=', sign + 1)) {
    let start = sign;
    while (start > 0 && isInName(start - 1)) start--;
    if (start < sign) return start;
  }
  const alone = text.lastIndexOf('?') + 1;
  return alone > 0 && isPair.test(text.slice(alone)) ? alone : undefined;
}

/** Makes texts the same that stand for each other in two forms of an event: who passes them on takes no notice. */
function sameFor(texts: readonly string[]): (text: string) => string {
  if (texts.length === 0) return (text) => text;
  const longestFirst = texts
    .filter((text) => text !== '')
    .map((text) => text.toLowerCase())
    .sort((a, b) => b.length - a.length);
  return (text) => {
    let plain = withoutDigests(text).replaceAll('\\', '');
    if (longestFirst.length < texts.length) plain = plain.replaceAll('""', '\u241f');
    for (const one of longestFirst) plain = plain.replaceAll(one.replaceAll('\\', ''), '\u241f');
    return plain.replaceAll(/"\u241f"|\u241f/g, '');
  };
}

/** Values that the two forms of an event have instead of each other, hidden where they are whole values of JSON. */
function hiddenValues(text: string, values: readonly string[]): string {
  let shown = text;
  for (const value of values.filter((one) => one !== '')) {
    const json = JSON.stringify(value);
    shown = shown
      .split(json)
      .reduce((before, part) => `${before}${part.startsWith(':') ? json : '"…"'}${part}`);
  }
  return shown;
}

const maxShown = 200;
/** How much stands before the first difference of long texts. */
const shownBefore = 60;

/** Two texts as far as a report shows them, so that what differs is seen. */
function shownEnds(a: string, b: string): readonly [string, string] {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const isLong = Math.max(a.length, b.length) > maxShown;
  const start = isLong ? Math.max(0, at - shownBefore) : 0;
  return [excerpt(a, start), excerpt(b, start)];
}

function excerpt(text: string, start: number): string {
  const end = start + maxShown;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${text.length > end ? '…' : ''}`;
}
