import { anyProblemInChinese, chineseFor, oracles, sourceInChinese } from '../../../src/chinese/index.js';
import { pathText } from '../../../src/core.js';
import type { Texts } from '../texts.js';
import { commandMisuses } from './commandMisuses.js';
import { commands } from './commands.js';
import { findings } from './findings.js';
import { fragments } from './fragments.js';
import { functionMisuses } from './functionMisuses.js';
import { lines } from './lines.js';
import { misuses } from './misuses.js';
import { moreOptions } from './moreOptions.js';
import { notes } from './notes.js';
import { nouns } from './nouns.js';
import { options } from './options.js';
import { packageNotes } from './packageNotes.js';
import { paragraphs } from './paragraphs.js';
import { type Reader, readerOf } from './patterns.js';
import { problems } from './problems.js';
import { reportLines } from './reportLines.js';
import { secretNames } from './secretNames.js';
import { words } from './words.js';

const sentencesOfMisuse = { ...misuses, ...commandMisuses, ...functionMisuses };
/** Sentences that are looked for when their values are filled in. */
const sentences = {
  ...commands,
  ...options,
  ...moreOptions,
  ...paragraphs,
  ...problems,
  ...sentencesOfMisuse,
};

/** What stands in a text may be somebody's own words, so that only what is equal to a text is one. */
const among =
  (texts: Readonly<Record<string, string>>): Reader =>
  (value) =>
    Object.hasOwn(texts, value) ? texts[value] : undefined;

const textOfValue: Reader = readerOf(
  { ...fragments, ...notes, ...packageNotes, ...problems, ...sentencesOfMisuse },
  (value) => textOfValue(value),
);
const reportLineOf = readerOf(
  reportLines,
  (value, name) => among(reportLines)(value) ?? (readers[name] ?? textOfValue)(value),
);
const sentenceOf = readerOf(sentences, textOfValue);
const findingOf = readerOf(findings, textOfValue);
const noteOf = readerOf(
  { ...notes, ...packageNotes, ...secretNames, ...fragments },
  (value) => textOfValue(value) ?? findingOf(value),
);
const lineOf = readerOf(lines, (value) => among(lines)(value) ?? textOfValue(value));
const templateOf = among({ ...words, ...nouns });

const callsText = (calls: string): string =>
  calls.replace(/ \(fails\)(?=, |$)/g, '（失败）').replace(/ \(late\)(?=, |$)/g, '（在返回之后）');

const pageInChinese = (path: string): string => path.replace(/(?<!\.zh-CN)\.md(?=$|#)/, '.zh-CN.md');

/** How values of a report are read that are no texts of a catalogue. */
const readers: Readonly<Record<string, Reader>> = { calls: callsText, page: pageInChinese };

const eachLine = (text: string, textOf: Reader): string =>
  text
    .split('\n')
    .map((line) => textOf(line) ?? line)
    .join('\n');

/** The texts in Simplified Chinese. */
export const chinese: Texts = {
  of: (english) => templateOf(english) ?? sentenceOf(english),
  report: (text) => eachLine(text, (line) => reportLineOf(line)),
  detail: (text) => eachLine(text, (line) => findingOf(line) ?? issueLine(line)),
  note: (english) => noteOf(english) ?? english,
  lines: (text) => eachLine(text, (line) => lineOf(line)),
  problem: anyProblemInChinese,
  issue: ({ path, expected, received, hint }) => problemText(pathText(path), { expected, received, hint }),
  source: sourceInChinese,
  domain: (english) => oracles[english] ?? english,
  ofKind: async (kind) => (await chineseFor(kind)).say,
  page: pageInChinese,
};

function problemText(
  place: string,
  { expected, received, hint }: { expected: string; received: string; hint?: string | undefined },
): string {
  const then = hint === undefined ? '' : `；${anyProblemInChinese(hint)}`;
  const told = `期望 ${anyProblemInChinese(expected)}，实际 ${anyProblemInChinese(received)}${then}`;
  return place === '' ? told : `${place}：${told}`;
}

const [expects, receives] = ['expected ', ', received '];

/** A problem of a response or an event that stands in a report as a line: `  headers: expected …, received …`. */
const issueLine: Reader = (line) => {
  const told = line.trimStart();
  const start = told.indexOf(expects);
  const end = told.indexOf(receives, start);
  if (told === line || start < 0 || end < 0) return undefined;
  const place = told.slice(0, start);
  if (place !== '' && !/^\S+: $/u.test(place)) return undefined;
  const expected = told.slice(start + expects.length, end);
  const rest = told.slice(end + receives.length);
  const hintAt = rest.lastIndexOf('; ');
  const received = hintAt < 0 ? rest : rest.slice(0, hintAt);
  const hint = hintAt < 0 ? undefined : rest.slice(hintAt + 2);
  const indent = line.slice(0, line.length - told.length);
  return `${indent}${problemText(place.slice(0, -2), { expected, received, hint })}`;
};
