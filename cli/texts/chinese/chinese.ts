import { filledIn, type Texts } from '../texts.js';
import { commands } from './commands.js';
import { moreOptions } from './moreOptions.js';
import { nouns } from './nouns.js';
import { options } from './options.js';
import { paragraphs } from './paragraphs.js';
import { problems } from './problems.js';
import { words } from './words.js';

/** Every text in Simplified Chinese, by its English one. */
export const catalogue: Readonly<Record<string, string>> = {
  ...commands,
  ...options,
  ...moreOptions,
  ...paragraphs,
  ...problems,
  ...words,
  ...nouns,
};

/** Matches a text with any values in it. */
interface Pattern {
  readonly matches: RegExp;
  readonly text: string;
}

/** The more of a text is fixed, the earlier it is tried. */
const patterns: readonly Pattern[] = Object.entries(catalogue)
  .filter(([english]) => english.includes('{{'))
  .sort(([a], [b]) => fixedLength(b) - fixedLength(a))
  .map(([english, text]) => ({ matches: matching(english), text }));

function fixedLength(english: string): number {
  return english.replaceAll(/\{\{\w+\}\}/g, '').length;
}

function matching(english: string): RegExp {
  const parts = english.split(/\{\{(\w+)\}\}/);
  const source = parts.map((part, at) =>
    at % 2 === 1 ? `(?<${part}>[^]*?)` : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`);
}

function exactly(english: string): string | undefined {
  return Object.hasOwn(catalogue, english) ? catalogue[english] : undefined;
}

/** The texts in Simplified Chinese. */
export const chinese: Texts = {
  of(english) {
    const text = exactly(english);
    if (text !== undefined) return text;
    for (const pattern of patterns) {
      const values = pattern.matches.exec(english)?.groups;
      if (values === undefined) continue;
      const told = Object.entries(values).map(([name, value]) => [name, exactly(value) ?? value] as const);
      return filledIn(pattern.text, Object.fromEntries(told));
    }
    return undefined;
  },
};
