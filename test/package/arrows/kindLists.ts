import { basename, dirname } from 'node:path';
import { bare, childrenOf, type Node, nodesIn, type Source, specifiersOf, textOf } from './sources.js';

/** Words of which no two may stand in a list that is written by hand, and where they may. */
export interface Vocabulary {
  readonly what: string;
  /** Kinds and trigger types are of one family each: a kind beside a type makes no list. */
  readonly families: readonly ReadonlySet<string>[];
  readonly home: RegExp;
  /** True for words so common that a comparison with one of them says nothing. */
  readonly isCommon: boolean;
}

/** The kinds of events, the types of trigger descriptions and the runtimes, read from where each is registered. */
export function vocabulariesOf(sources: readonly Source[]): Vocabulary[] {
  const registered = (file: string) => {
    const source = sources.find((one) => one.file === file);
    return source === undefined ? [] : specifiersOf(source);
  };
  const kinds = registered('src/triggers/index.ts').map((specifier) => basename(dirname(specifier)));
  const types = registered('src/triggerdesc/kinds/index.ts').map((name) => basename(name, '.js'));
  const runtimes = sources.flatMap(({ file }) => /^src\/runtime\/([^/]+)\//.exec(file)?.[1] ?? []);
  const home = /^src\/(?:triggers|triggerdesc\/kinds|generated)\//;
  return [
    { what: 'kinds', families: [new Set(kinds), new Set(types)], home, isCommon: false },
    { what: 'runtimes', families: [new Set(runtimes)], home: /^src\/runtime\//, isCommon: true },
  ];
}

const nodesOf = (value: unknown): Node[] => [value].flat().filter((node): node is Node => node !== null);

/** Words that a node names itself: a text, a name, or several in one text or pattern. */
function namedBy(node: Node): string[] {
  const inner = bare(node);
  const text = textOf(inner);
  if (text !== undefined) return text.split(/[,|\s]+/);
  if (inner.type === 'Identifier') return [kebab(inner.name as string)];
  return [];
}

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The words of a list's element: its own, or those of a pair's first part or of a record's value. */
function elementWords(node: Node): string[] {
  const inner = bare(node);
  if (inner.type === 'ArrayExpression') return nodesOf(inner.elements).slice(0, 1).flatMap(namedBy);
  if (inner.type === 'ObjectExpression') return valueWords(inner);
  return namedBy(inner);
}

const valueWords = (object: Node): string[] =>
  nodesOf(object.properties).flatMap(({ value }) => {
    const text = textOf(value === undefined ? undefined : bare(value as Node));
    return text === undefined ? [] : [text];
  });

const keysOf = (members: unknown): string[] =>
  nodesOf(members).flatMap(({ key, computed }) => (key && computed !== true ? namedBy(key as Node) : []));

/** What a node lists, and how many words of a vocabulary make that a list. */
function listOf(node: Node): { readonly words: readonly string[][]; readonly least: number } | undefined {
  switch (node.type) {
    case 'SwitchStatement':
      return {
        words: [nodesOf(node.cases).flatMap(({ test }) => (test ? namedBy(test as Node) : []))],
        least: 1,
      };
    case 'BinaryExpression':
      if (!/^[!=]==?$/.test(node.operator as string)) return undefined;
      return {
        words: [[node.left, node.right].flatMap((side) => textOf(bare(side as Node)) ?? [])],
        least: 1,
      };
    case 'ArrayExpression':
      return { words: [nodesOf(node.elements).flatMap(elementWords)], least: 2 };
    case 'TSTupleType':
      return { words: [nodesOf(node.elementTypes).flatMap((type) => textOf(type) ?? [])], least: 2 };
    case 'TSUnionType':
      return { words: [literalTypesIn(node)], least: 2 };
    case 'ObjectExpression':
      return { words: [keysOf(node.properties), valueWords(node)], least: 2 };
    case 'TSTypeLiteral':
      return { words: [keysOf(node.members)], least: 2 };
    case 'TSInterfaceBody':
      return { words: [keysOf(node.body)], least: 2 };
    case 'Literal':
      return { words: [isPattern(node) ? node.regex.pattern.split(/[^\w-]+/) : severalIn(node)], least: 2 };
    default:
      return undefined;
  }
}

const literalTypesIn = (tree: Node): string[] =>
  nodesIn(tree, ({ type }) => type === 'TSLiteralType').flatMap((type) => textOf(type) ?? []);

const isPattern = (node: Node): node is Node & { readonly regex: { readonly pattern: string } } =>
  typeof node.regex === 'object' && node.regex !== null;

/** The words of a text that holds nothing but words. */
function severalIn(node: Node): string[] {
  const text = textOf(node) ?? '';
  return /^[\w-]+(?:[,|]\s*[\w-]+)+$/.test(text) ? text.split(/[,|]\s*/) : [];
}

/** A list, the file in which it stands, and the words it lists. */
export interface HandwrittenList {
  readonly file: string;
  readonly found: string;
}

/** Lists of kinds or of runtimes outside of where they are registered, in whatever form. */
export function handwrittenLists(
  sources: readonly Source[],
  vocabularies: readonly Vocabulary[],
): HandwrittenList[] {
  return sources.flatMap(({ file, tree }) =>
    vocabularies
      .filter(({ home }) => !home.test(file))
      .flatMap((vocabulary) => {
        const lists = listsIn(tree, vocabulary);
        const inTypes = wordsOf(literalTypesIn(tree), vocabulary);
        const found = lists.length === 0 && inTypes.length > 1 ? [inTypes] : lists;
        return found.map((words) => ({
          file,
          found: `${file} lists ${vocabulary.what}: ${words.join(', ')}`,
        }));
      }),
  );
}

/** The outermost lists of a tree. */
function listsIn(node: Node, vocabulary: Vocabulary): string[][] {
  const list = listOf(node);
  const least = vocabulary.isCommon ? 2 : (list?.least ?? 2);
  const found = list?.words.map((words) => wordsOf(words, vocabulary)).find((words) => words.length >= least);
  return found === undefined ? childrenOf(node).flatMap((child) => listsIn(child, vocabulary)) : [found];
}

/** The words of the family that has most of them. */
function wordsOf(words: readonly string[], { families }: Vocabulary): string[] {
  const known = families.map((family) => [...new Set(words)].filter((word) => family.has(word)));
  return known.reduce((most, some) => (some.length > most.length ? some : most), []);
}
