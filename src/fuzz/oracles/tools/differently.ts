import { callNames, clockMaskFor, differenceInLeft, endOf, maskFor, sideBySide } from '../../play/compare.js';
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
  readonly determinism: Determinism;
  /** Texts that stand for each other in the two: who passes them on makes no difference. */
  readonly passedOn?: readonly string[];
  /** Matches what is computed of the texts, such as digests, and may differ. */
  readonly computed?: RegExp;
}

/** What is different between an execution and the same with other surroundings or in another form. */
export function differently<Event>(
  base: Execution<Event>,
  execution: Execution<Event>,
  { what, how, there, determinism, passedOn = [], computed }: Comparison,
): Violation<Event> | undefined {
  const mask = determinism.times ? clockMaskFor(base, execution) : maskFor(base, execution);
  const passed = sameFor(passedOn);
  const same = (text: string) =>
    passed(inOneOrder(fieldsInOneOrder(computed === undefined ? text : text.replace(computed, '<digest>'))));
  const lower = (text: string) => same(mask(text).toLowerCase());
  const ends = [endOf(base, lower), endOf(execution, lower)];
  if (ends[0] !== ends[1] && determinism.answer) {
    return {
      what: `${what} answer`,
      detail: `${how} the handler answers otherwise:\n  before: ${shortened(ends[0])}\n  ${there}: ${shortened(ends[1])}`,
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

const queries = /[\w.~%-]{1,100}=[^&\s"\\]{0,1000}(?:&[\w.~%-]{1,100}=[^&\s"\\]{0,1000}){1,50}/g;
/** Longer texts are no queries, and looking for one takes long. */
const maxQueryText = 20_000;
const entityTags = /"etag":"(?:[^"\\]|\\.)*"/gi;

/** The pairs of a query have no order, also where it is passed on; a tag of what is sent follows that. */
function inOneOrder(text: string): string {
  const mayHoldOne = text.length <= maxQueryText && text.includes('&');
  const sorted = mayHoldOne ? text.replace(queries, (query) => query.split('&').sort().join('&')) : text;
  return sorted.replace(entityTags, '"etag":"<digest>"');
}

/** Makes texts the same that stand for each other in two forms of an event: who passes them on takes no notice. */
function sameFor(texts: readonly string[]): (text: string) => string {
  if (texts.length === 0) return (text) => text;
  const longestFirst = texts
    .filter((text) => text !== '')
    .map((text) => text.toLowerCase())
    .sort((a, b) => b.length - a.length);
  return (text) => {
    let plain = text.replaceAll('\\', '');
    if (longestFirst.length < texts.length) plain = plain.replaceAll('""', '\u241f');
    for (const one of longestFirst) plain = plain.replaceAll(one.replaceAll('\\', ''), '\u241f');
    return plain.replaceAll(/"\u241f"|\u241f/g, '');
  };
}

function shortened(text: string | undefined): string {
  return text === undefined || text.length <= 200 ? String(text) : `${text.slice(0, 200)}…`;
}
