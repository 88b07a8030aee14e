import { builtinModules } from 'node:module';
import { bare, childrenOf, type Node, nodesIn, type Source, specifiersOf, textOf } from './sources.js';

/** Objects that everybody in the process shares. */
const globals =
  /^(globalThis|global|process|console|JSON|Math|Reflect|Intl|Date|Object|Function|Array|String|Number|Boolean|Symbol|BigInt|RegExp|Promise|Map|Set|WeakMap|WeakSet|Error|Buffer|prototype|syncBuiltinESMExports)$/;

/** What of these is made to be set. */
const settable = /^process\.exitCode$/;

const isBuiltin = (specifier: string): boolean =>
  specifier.startsWith('node:') || builtinModules.includes(specifier);

/** The dotted name of a member, `[]` for what is computed: `process.env.TZ`; undefined for what has no name at its root. */
function nameOf(node: Node): string | undefined {
  const inner = bare(node);
  if (inner.type === 'Identifier') return inner.name as string;
  if (inner.type !== 'MemberExpression') return undefined;
  const object = nameOf(inner.object as Node);
  const property = inner.property as Node;
  const name = inner.computed === true ? (textOf(property) ?? '[]') : property.name;
  return object === undefined ? undefined : `${object}.${String(name)}`;
}

/** Names under which a file has modules of Node. */
function moduleNamesOf({ tree }: Source): Set<string> {
  const imports = nodesIn(tree, ({ type }) => type === 'ImportDeclaration');
  return new Set(
    imports
      .filter(({ source }) => isBuiltin(textOf(source) ?? ''))
      .flatMap(({ specifiers }) => specifiers as Node[])
      .filter(({ type }) => type !== 'ImportSpecifier')
      .map(({ local }) => (local as { readonly name: string }).name),
  );
}

const changers =
  /^(Object\.(defineProperty|defineProperties|assign|setPrototypeOf)|Reflect\.(set|defineProperty|deleteProperty|setPrototypeOf))$/;

/** What a node changes: the target of an assignment, of `delete`, of `Object.defineProperty` and the like. */
function changedBy(node: Node): Node | undefined {
  if (node.type === 'AssignmentExpression') return node.left as Node;
  if (node.type === 'UpdateExpression') return node.argument as Node;
  if (node.type === 'UnaryExpression' && node.operator === 'delete') return node.argument as Node;
  if (node.type !== 'CallExpression') return undefined;
  const [target] = node.arguments as Node[];
  // What was changed in a module is made known to those who import its names.
  if (nameOf(node.callee as Node) === 'syncBuiltinESMExports') return node.callee as Node;
  return changers.test(nameOf(node.callee as Node) ?? '') ? target : undefined;
}

/** A file that replaces something, and what. */
export interface Replacement {
  readonly file: string;
  readonly found: string;
}

/** Globals and modules of Node that are replaced anywhere but in the place for that. */
export function replacedGlobals(sources: readonly Source[]): Replacement[] {
  return sources
    .filter(({ file }) => file !== 'src/runtime/patches.ts')
    .flatMap((source) => {
      const modules = moduleNamesOf(source);
      const isShared = (node: Node): boolean => {
        const name = nameOf(node) ?? '';
        const [root = '', ...path] = name.split('.');
        return (
          !settable.test(name) && (globals.test(root) || modules.has(root) || path.includes('prototype'))
        );
      };
      return nodesIn(source.tree, (node) => {
        const changed = changedBy(node);
        return changed !== undefined && isShared(bare(changed));
      }).map((node) => ({
        file: source.file,
        found: `${source.file} replaces ${nameOf(changedBy(node) as Node)}`,
      }));
    });
}

/** Surroundings that kernel, domain and triggers must not ask: the clock, chance, the process, its modules. */
const surroundings =
  /^(process|performance|crypto|require|global|globalThis|console|setTimeout|setInterval|setImmediate|fetch)$/;

/** Where code that must be a pure function asks the clock, chance or the process. */
export function impurities(sources: readonly Source[]): string[] {
  return sources
    .filter(({ file }) => /^src\/(?:kernel|domain|triggers)\//.test(file))
    .flatMap((source) => [
      ...specifiersOf(source)
        .filter(isBuiltin)
        .map((name) => `${source.file} imports ${name}`),
      ...usesIn(source.tree).map((used) => `${source.file} uses ${used}`),
    ]);
}

function usesIn(node: Node): string[] {
  const used = useOf(node);
  if (used !== undefined) return [used];
  return referencesBelow(node).flatMap(usesIn);
}

function useOf(node: Node): string | undefined {
  if (node.type === 'MemberExpression') {
    const name = nameOf(node) ?? '';
    return /^(Date\.now|Math\.random)$/.test(name) ? name : undefined;
  }
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const isClock = nameOf(node.callee as Node) === 'Date';
    const isBare = (node.arguments as Node[]).length === 0 || node.type === 'CallExpression';
    return isClock && isBare ? 'the present Date' : undefined;
  }
  return node.type === 'Identifier' && surroundings.test(node.name as string)
    ? (node.name as string)
    : undefined;
}

/** The nodes below that can be references: not the name of a property, of a member or of a parameter in a type. */
function referencesBelow(node: Node): Node[] {
  const isNamed = node.computed !== true;
  const names = isNamed ? [node.type === 'MemberExpression' ? node.property : node.key] : [];
  return childrenOf(node).filter((child) => !names.includes(child) && !child.type.startsWith('TS'));
}

/** Default exports, and variables that a module keeps and changes. */
export function looseEnds(sources: readonly Source[]): string[] {
  return sources.flatMap(({ file, tree }) =>
    (tree.body as Node[]).flatMap((statement) => {
      if (statement.type === 'ExportDefaultDeclaration') return [`${file} has a default export`];
      const declared =
        statement.type === 'ExportNamedDeclaration' ? (statement.declaration as Node | null) : statement;
      const isKept =
        declared?.type === 'VariableDeclaration' && declared.kind !== 'const' && declared.declare !== true;
      return isKept ? [`${file} keeps a variable that changes`] : [];
    }),
  );
}

/** Casts that silence the compiler: to the type of an event, or by way of `unknown`. */
export function silencingCasts(sources: readonly Source[]): string[] {
  return sources
    .filter(({ file }) => !file.startsWith('src/generated/'))
    .flatMap(({ file, tree }) =>
      nodesIn(tree, ({ type }) => type === 'TSAsExpression').flatMap(({ expression, typeAnnotation }) => {
        const isEvent = castTo(typeAnnotation as Node) === 'Event';
        const isTwice = castTo((expression as Node).typeAnnotation as Node | undefined) === 'unknown';
        return isEvent || isTwice ? [`${file} casts ${isEvent ? 'to Event' : 'by way of unknown'}`] : [];
      }),
    );
}

function castTo(type: Node | undefined): string | undefined {
  if (type?.type === 'TSUnknownKeyword') return 'unknown';
  return type?.type === 'TSTypeReference' ? nameOf(type.typeName as Node) : undefined;
}
