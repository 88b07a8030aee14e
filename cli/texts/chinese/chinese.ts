import type { Texts } from '../texts.js';
import { commands } from './commands.js';
import { misuses } from './misuses.js';
import { moreOptions } from './moreOptions.js';
import { nouns } from './nouns.js';
import { options } from './options.js';
import { paragraphs } from './paragraphs.js';
import { type Reader, readerOf } from './patterns.js';
import { problems } from './problems.js';
import { reportLines } from './reportLines.js';
import { words } from './words.js';

/** Sentences that are looked for when their values are filled in. */
const sentences = { ...commands, ...options, ...moreOptions, ...paragraphs, ...problems, ...misuses };

/** What stands in a text may be somebody's own words, so that only what is equal to a text is one. */
const among =
  (texts: Readonly<Record<string, string>>): Reader =>
  (value) =>
    Object.hasOwn(texts, value) ? texts[value] : undefined;

const lineOf = readerOf(reportLines, among(reportLines));
const sentenceOf = readerOf(sentences, among({ ...problems, ...misuses }));
const templateOf = among({ ...words, ...nouns });

/** The texts in Simplified Chinese. */
export const chinese: Texts = {
  of: (english) => templateOf(english) ?? sentenceOf(english),
  report: (text) =>
    text
      .split('\n')
      .map((line) => lineOf(line) ?? line)
      .join('\n'),
};
