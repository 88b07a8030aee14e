import { describe, expect, test } from 'vitest';
import { commandMisuses } from '../../cli/texts/chinese/commandMisuses.js';
import { findings } from '../../cli/texts/chinese/findings.js';
import { fragments } from '../../cli/texts/chinese/fragments.js';
import { functionMisuses } from '../../cli/texts/chinese/functionMisuses.js';
import { misuses } from '../../cli/texts/chinese/misuses.js';
import { notes } from '../../cli/texts/chinese/notes.js';
import { packageNotes } from '../../cli/texts/chinese/packageNotes.js';
import { problems } from '../../cli/texts/chinese/problems.js';
import { reportLines } from '../../cli/texts/chinese/reportLines.js';
import { words } from '../../cli/texts/chinese/words.js';
import { anyProblemInChinese } from '../../src/chinese/answerProblems.js';
import {
  allSources,
  bare,
  childrenOf,
  type Node,
  nodesIn,
  type Source,
  sourceOf,
} from '../package/arrows/sources.js';

const catalogue = Object.keys({
  ...{ ...misuses, ...commandMisuses, ...functionMisuses, ...problems },
  ...{ ...findings, ...fragments, ...notes, ...packageNotes, ...reportLines, ...words },
});

/** A text of the code in its fixed parts; what is filled in stands between them. */
function partsOf(node: Node): readonly string[] | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  return (node.quasis as { readonly value: { readonly cooked: string } }[]).map(({ value }) => value.cooked);
}

/** Words in a row as in a sentence; code, commands and names of things are none. */
const isProse = (parts: readonly string[]): boolean =>
  /[a-z]{2,},? [a-z]+,? [a-z]{2,}/i.test(parts.join('x')) && !/^[\s"'\w]*[{[(]/.test(parts[0] ?? '');

/** True when the catalogue has a text with these parts in their order. */
function isTold(parts: readonly string[]): boolean {
  const fixed = parts.filter((part) => /[a-z]{2}/i.test(part));
  return catalogue.some((text) => {
    let at = 0;
    return fixed.every((part) => {
      const found = text.indexOf(part.trim(), at);
      at = found + part.trim().length;
      return found >= 0;
    });
  });
}

/** Every sentence below a node, those within what is filled in as well. */
function sentencesIn(node: Node): readonly (readonly string[])[] {
  return nodesIn(node, (each) => partsOf(each) !== undefined)
    .map((each) => partsOf(each) as readonly string[])
    .filter(isProse);
}

/** The words of Node, of the platform, and of what is told to who calls the library. */
const ofOthers =
  /^(?:Cannot find module|Invalid or unexpected token|await is only valid|EROFS: |no such path|The request timed out|Run it again|The handler breaks|the process does not outlive|Cannot say what came$|\{\{\}\}(?: was not looked for|: The process of a function goes on))/;

const missingIn = (nodes: readonly Node[]): string[] => [
  ...new Set(
    nodes
      .flatMap(sentencesIn)
      .flatMap((parts) => parts.join('{{}}').split('\n'))
      .filter((line) => isProse(line.split('{{}}')) && !isTold(line.split('{{}}')))
      .filter((line) => !ofOthers.test(line)),
  ),
];

/** What is told to who has called the library wrongly. */
function misusesIn({ tree }: Source): readonly Node[] {
  return nodesIn(tree, ({ type }) => type === 'NewExpression' || type === 'CallExpression').flatMap(
    (call) => {
      const name = (call.callee as Node).name;
      const [code, message = code] = call.arguments as Node[];
      return message !== undefined && (name === 'Misuse' || name === 'misuse') ? [bare(message)] : [];
    },
  );
}

/** All of a file but what has its Chinese elsewhere: laws and domains of oracles; and what tells failures apart. */
function toldBy(node: Node): readonly Node[] {
  if (node.type === 'ImportDeclaration') return [];
  const isElsewhere =
    node.type === 'Property' && /^(?:holds|domain|what)$/.test(String((node.key as Node).name));
  if (isElsewhere) return [];
  return partsOf(node) === undefined ? childrenOf(node).flatMap(toldBy) : [node];
}

const sources = allSources();
const inFiles = (files: RegExp) => sources.filter(({ file }) => files.test(file));

/** Of what only code is told, which is in one language: who asserts, who plays the gateway. */
const forCode = /^src\/(?:matchers|fakes\/(?:push|frontEnds|\w+\.ts)|triggerdesc\/buildTrigger)/;

describe('every sentence has its Chinese', () => {
  test('that says why something cannot be done', () => {
    const nodes = sources.filter(({ file }) => !forCode.test(file)).flatMap(misusesIn);
    expect(nodes.length).toBeGreaterThan(200);
    expect(missingIn(nodes)).toEqual([]);
  });

  test('that tells what an oracle has found', () => {
    const nodes = inFiles(/^src\/fuzz\/oracles\/(?:\w+|tools\/\w+)\.ts$/).flatMap(({ tree }) => toldBy(tree));
    expect(missingIn(nodes)).toEqual([]);
  });

  test('that is to be noted of a run', () => {
    const files =
      /^(?:src\/fuzz\/(?:search|report)\/\w+|cli\/fuzz\/(?:jobs|watchedSearch|watchedProcess|writeTest)|src\/runtime\/(?:\w+Problems|esModules|difference|describeIgnored|web\/\w+|custom\/\w+|image\/\w+|node\/\w+|python\/\w+))\.ts$/;
    expect(missingIn(inFiles(files).flatMap(({ tree }) => toldBy(tree)))).toEqual([]);
  });

  test('that says what is wrong with a response, an event or a configuration', () => {
    const halves = inFiles(/^src\/(?:responses|triggerdesc|domain|kernel|triggers)\//)
      .flatMap(({ tree }) => nodesIn(tree, ({ type }) => type === 'Property'))
      .filter(({ key }) => /^(?:expected|received|hint)$/.test(String((key as Node).name)));
    const told = halves.flatMap(({ value }) => sentencesIn(value as Node)).map((parts) => parts.join('7'));
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter((text) => !/\p{Script=Han}/u.test(anyProblemInChinese(text)))).toEqual([]);
  });

  test('a new one is noticed', () => {
    const planted = sourceOf(
      'src/new.ts',
      ['throw new Misuse("NEW", `Cannot do ', '{a}: the moon is full tonight. Wait a day.`);'].join('$'),
    );
    expect(missingIn(misusesIn(planted))).toEqual(['Cannot do {{}}: the moon is full tonight. Wait a day.']);
  });
});
