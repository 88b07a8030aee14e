import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { root } from '../documents.js';

/** A node of a syntax tree as ESTree and typescript-eslint name it. */
export interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** A file of the repository with its syntax tree. */
export interface Source {
  readonly file: string;
  readonly tree: Node;
}

export function sourceOf(file: string, text: string): Source {
  return { file, tree: parseAst(text, { lang: 'ts' }, file) as unknown as Node };
}

/** Every file of `src` and `cli`. */
export function allSources(): Source[] {
  return ['src', 'cli'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => sourceOf(relative(root, path), readFileSync(path, 'utf8'))),
  );
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** What was found below a node, since many laws walk the same trees. */
const children = new WeakMap<Node, readonly Node[]>();
const descendants = new WeakMap<Node, readonly Node[]>();

/** The nodes directly below a node. */
export function childrenOf(node: Node): readonly Node[] {
  let found = children.get(node);
  if (found === undefined) {
    found = Object.values(node).flat().filter(isNode);
    children.set(node, found);
  }
  return found;
}

/** The nodes of a tree that `wanted` takes, outer before inner; what is below one of them is searched as well. */
export function nodesIn(tree: Node, wanted: (node: Node) => boolean): Node[] {
  let all = descendants.get(tree);
  if (all === undefined) {
    const listed: Node[] = [];
    list(tree, listed);
    all = listed;
    descendants.set(tree, all);
  }
  return all.filter(wanted);
}

function list(node: Node, into: Node[]): void {
  into.push(node);
  for (const child of childrenOf(node)) list(child, into);
}

/** The text of a literal, of a template without expressions, or of a literal type. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'TSLiteralType') return textOf(node.literal);
  if (node.type !== 'TemplateLiteral' || (node.expressions as Node[]).length > 0) return undefined;
  const [quasi] = node.quasis as { readonly value: { readonly cooked: string } }[];
  return quasi?.value.cooked;
}

/** The node without casts, `satisfies`, `!`, parentheses and optional chains around it. */
export function bare(node: Node): Node {
  const wrappers = /^(TS(As|Satisfies|NonNull|TypeAssertion)\w*|ParenthesizedExpression|ChainExpression)$/;
  return wrappers.test(node.type) && isNode(node.expression) ? bare(node.expression) : node;
}

/** The specifiers of everything that a file imports: values, types, re-exports, and what it loads later. */
export function specifiersOf({ tree }: Source): string[] {
  return nodesIn(
    tree,
    ({ type, source }) => isNode(source) && /^(Import|Export|TSImport)/.test(type),
  ).flatMap(({ source }) => textOf(source) ?? []);
}

/** The files of the repository that a file imports. */
export function importsOf(source: Source): string[] {
  return specifiersOf(source)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(source.file), specifier.replace(/\.js$/, '.ts')));
}
