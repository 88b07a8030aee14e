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

/** The texts in Simplified Chinese; of a value that is a text itself, its Chinese one stands in a sentence. */
export const chinese: Texts = { of: textOf };

function textOf(english: string): string | undefined {
  if (Object.hasOwn(catalogue, english)) return catalogue[english];
  for (const { matches, text } of patterns) {
    const values = matches.exec(english)?.groups;
    if (values === undefined) continue;
    const told = Object.entries(values).map(([name, value]) => [name, textOf(value) ?? value] as const);
    return filledIn(text, Object.fromEntries(told));
  }
  return undefined;
}
