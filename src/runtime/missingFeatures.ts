import { globals, methods, statics, syntax } from '../generated/nodeFeatures.js';
import { laterSyntax } from './laterSyntax.js';
import { versionNumber } from './nodeVersion.js';
import {
  isNode,
  nameOf,
  type ParsedSource,
  type Place,
  requestsOf,
  type SyntaxNode,
} from './parsedSource.js';

/** Something in a program that came with a later version of Node. */
export interface MissingFeature {
  /** `a?.b`, `structuredClone`, `Array.prototype.at`. */
  readonly what: string;
  readonly version: string;
  readonly path: string;
  readonly line: number;
  /** `syntax`: the file cannot be parsed; `module`: it is asked for while the function is loaded. */
  readonly kind: 'syntax' | 'module' | 'use';
  /** Where the version stops reading, if it is known. */
  readonly token?: string | undefined;
}

const versionsIn = (table: string): ReadonlyMap<string, string> =>
  new Map(table.split(',').map((row) => row.split(' ') as [string, string]));

/**
 * Modules of Node's, and the version that brought each, as https://nodejs.org/api says under "Added in" (`node:` in front
 * of a required one: https://nodejs.org/api/modules.html#built-in-modules).
 */
const modules: ReadonlyMap<string, string> = new Map([
  ['fs/promises', '14.0'],
  ['dns/promises', '15.0'],
  ['stream/promises', '15.0'],
  ['timers/promises', '15.0'],
  ['assert/strict', '15.0'],
  ['path/posix', '15.3'],
  ['path/win32', '15.3'],
  ['util/types', '15.3'],
  ['diagnostics_channel', '14.17'],
  ['stream/web', '16.5'],
  ['readline/promises', '17.0'],
  ['worker_threads', '11.7'],
  ['perf_hooks', '8.5'],
  ['http2', '8.4'],
  ['async_hooks', '8.1'],
]);
const nodePrefix = '14.18';

/** What a program has or names that came after a version of Node; each thing once in a file. */
export function missingFeatures(source: ParsedSource, version: number): readonly MissingFeature[] {
  const isLater = (since: string | undefined): since is string =>
    since !== undefined && versionNumber(since) > version;
  const found = [...syntaxIn(source), ...modulesIn(source), ...namesIn(source)].filter(({ version: since }) =>
    isLater(since),
  );
  const first = new Map<string, MissingFeature>();
  for (const one of found) {
    const before = first.get(one.what);
    if (before === undefined || one.line < before.line) first.set(one.what, one);
  }
  // A file is parsed before anything in it is loaded.
  const isLast = ({ kind }: MissingFeature): number => (kind === 'syntax' ? 0 : 1);
  return [...first.values()].sort((one, other) => isLast(one) - isLast(other) || one.line - other.line);
}

function syntaxIn({ path, places }: ParsedSource): MissingFeature[] {
  const versions = versionsIn(syntax);
  return Object.entries(laterSyntax).flatMap(([name, { shown, is, token }]) =>
    places.filter(is).map(({ node }) => ({
      what: shown,
      version: versions.get(name) ?? '0',
      path,
      line: lineOf(node),
      kind: 'syntax' as const,
      token,
    })),
  );
}

function modulesIn(source: ParsedSource): MissingFeature[] {
  return requestsOf(source).flatMap(({ request, line, isLoadedFirst }) => {
    const isNodes = request.startsWith('node:');
    const own = modules.get(request.replace(/^node:/, ''));
    const version =
      isNodes && (own === undefined || versionNumber(own) < versionNumber(nodePrefix)) ? nodePrefix : own;
    if (version === undefined || !/^(?:node:)?[\w/]+$/.test(request)) return [];
    return [{ what: request, version, path: source.path, line, kind: isLoadedFirst ? 'module' : 'use' }];
  });
}

function namesIn({ path, places, text }: ParsedSource): MissingFeature[] {
  // Who brings them along has them.
  if (/core-js|polyfill/i.test(text)) return [];
  const own = declaredIn(places);
  const tables = { globals: versionsIn(globals), statics: versionsIn(statics), methods: versionsIn(methods) };
  return places.flatMap(({ node, parent }): MissingFeature[] => {
    const told = (what: string, version: string | undefined): MissingFeature[] =>
      version === undefined ? [] : [{ what, version, path, line: lineOf(node), kind: 'use' }];
    const name = nameOf(node);
    if (name !== undefined)
      return own.has(name) || !isUsed(node, parent?.node) ? [] : told(name, tables.globals.get(name));
    if (node.type !== 'CallExpression' || !isNode(node.callee) || node.callee.type !== 'MemberExpression')
      return [];
    const { object, property, computed } = node.callee;
    const member = computed === true ? undefined : nameOf(property);
    const owner = nameOf(object);
    if (member === undefined) return [];
    if (owner !== undefined && tables.statics.has(`${owner}.${member}`))
      return told(`${owner}.${member}`, tables.statics.get(`${owner}.${member}`));
    // A name of a module, and what the code calls so itself, are no values of the language.
    return own.has(member) || (owner !== undefined && own.get(owner) === 'module')
      ? []
      : told(`.${member}()`, tables.methods.get(member));
  });
}

/** True for a name that stands for a value: no member, no key, nothing whose absence is asked for. */
function isUsed(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined) return false;
  if (parent.type === 'MemberExpression') return parent.object === node;
  if (parent.type === 'UnaryExpression') return parent.operator !== 'typeof';
  return (
    !/^(?:Property|MethodDefinition|PropertyDefinition|Labeled|Break|Continue|Import|Export)/.test(
      parent.type,
    ) || parent.value === node
  );
}

/** What the code calls by names of its own, and which of them are modules; what it tests for counts as its own. */
function declaredIn(places: readonly Place[]): ReadonlyMap<string, 'module' | 'other'> {
  const own = new Map<string, 'module' | 'other'>();
  const add = (target: unknown, kind: 'module' | 'other'): void => {
    if (Array.isArray(target)) for (const one of target) add(one, kind);
    if (!isNode(target)) return;
    const name = nameOf(target);
    if (name !== undefined) own.set(name, kind);
    else for (const key of ['elements', 'properties', 'value', 'argument', 'left']) add(target[key], kind);
  };
  for (const { node } of places) {
    const { init } = node;
    if (node.type === 'VariableDeclarator') add(node.id, isRequire(init) ? 'module' : 'other');
    if (/Function|Class/.test(node.type)) add([node.id, node.params], 'other');
    if (/^Import\w*Specifier$/.test(node.type)) add(node.local, 'module');
    if (node.type === 'MethodDefinition' || node.type === 'CatchClause') add([node.key, node.param], 'other');
    if (node.type === 'UnaryExpression' && node.operator === 'typeof') add(node.argument, 'other');
    if (node.type === 'AssignmentExpression' && isNode(node.left)) add(node.left.property, 'other');
  }
  return own;
}

function isRequire(node: unknown): boolean {
  return isNode(node) && node.type === 'CallExpression' && nameOf(node.callee) === 'require';
}

function lineOf(node: SyntaxNode): number {
  return node.loc?.start.line ?? 0;
}
