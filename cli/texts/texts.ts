import type { Issue } from '../../src/core.js';
import type { commands } from './chinese/commands.js';
import type { moreOptions } from './chinese/moreOptions.js';
import type { nouns } from './chinese/nouns.js';
import type { options } from './chinese/options.js';
import type { words } from './chinese/words.js';

/** The texts in another language than English; what they lack is told in English. */
export interface Texts {
  /** The text for an English one, also for one whose values are filled in already. */
  of(english: string): string | undefined;
  /** A report of fuzzing, whose lines tell of the function as well: those that the report itself words. */
  report(english: string): string;
  /** What an oracle has found: its sentences, not what the function said or did. */
  detail(english: string): string;
  /** Something to know about a run or a function. */
  note(english: string): string;
  /** The lines of what a command prints. */
  lines(english: string): string;
  /** A half of a problem. */
  problem(english: string): string;
  /** A problem of an event, a response or a configuration, in one line. */
  issue(issue: Pick<Issue, 'path' | 'expected' | 'received' | 'hint'>): string;
  /** Where a fact comes from. */
  source(english: string): string;
  /** Where an oracle can be expected to hold. */
  domain(english: string): string;
  /** The sentences of a kind: what its fields mean, its edge cases, its rules. */
  ofKind(kind: string): Promise<(english: string) => string>;
  /** The page of the documents in this language, for the English one. */
  page(path: string): string;
}

/** A text of the catalogue whose values in double braces are filled in. */
type Filled<Text extends string> = Text extends `${infer Head}{{${string}}}${infer Tail}`
  ? `${Head}${string}${Filled<Tail>}`
  : Text;

/** The names in double braces. */
type ValuesOf<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Tail}`
  ? Name | ValuesOf<Tail>
  : never;

/** A text of a help that the catalogue has. */
export type HelpText = Filled<keyof typeof commands | keyof typeof options | keyof typeof moreOptions>;

type Words = keyof typeof words;
type Noun = keyof typeof nouns;

/**
 * A text of the catalogue in the language of the command line.
 *
 * @param values what stands in place of the names in double braces.
 * @example
 * said(undefined, 'all taken', {}); // 'all taken'
 */
export function said<Text extends Words>(
  texts: Texts | undefined,
  text: Text,
  values: Readonly<Record<ValuesOf<Text>, string | number>>,
): string {
  return filledIn(texts?.of(text) ?? text, values);
}

/** A text with values in place of the names in double braces. */
export function filledIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A count with its noun: `1 event`, `2,000 events`. */
export function countedIn(texts: Texts | undefined, count: number, noun: Noun): string {
  const number = count.toLocaleString('en');
  const counted = texts?.of(noun);
  return counted === undefined
    ? `${number} ${noun}${count === 1 ? '' : 's'}`
    : filledIn(counted, { count: number });
}
