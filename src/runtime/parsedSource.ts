import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sep } from 'node:path';
import { type Node, type Options, parse } from 'acorn';

/** A place in a program, with what surrounds it. */
export interface Place {
  readonly node: SyntaxNode;
  readonly parent: Place | undefined;
}

/** A node of a syntax tree as ESTree describes it, of which any member may be looked at. */
export type SyntaxNode = Node & Readonly<Record<string, unknown>>;

/** A file of a function that could be parsed. */
export interface ParsedSource {
  readonly path: string;
  readonly text: string;
  readonly places: readonly Place[];
}

/** A larger file is a bundle, of which nobody wrote the code that is in it. */
const maxBytes = 1_000_000;
const maxFiles = 300;

/** Parses a file and all that it requires or imports by relative names, outside of node_modules. */
export function parsedSources(path: string): readonly ParsedSource[] {
  const waiting = [path];
  const known = new Set<string>(waiting);
  const parsed: ParsedSource[] = [];
  for (let next = waiting.pop(); next !== undefined && parsed.length < maxFiles; next = waiting.pop()) {
    const source = parsedSource(next);
    if (source === undefined) continue;
    parsed.push(source);
    for (const { request } of requestsOf(source)) {
      const file = /^\.{0,2}\//.test(request) ? resolved(next, request) : undefined;
      if (file === undefined || known.has(file) || !/\.[cm]?js$/.test(file)) continue;
      if (file.includes(`${sep}node_modules${sep}`)) continue;
      known.add(file);
      waiting.push(file);
    }
  }
  return parsed;
}

function parsedSource(path: string): ParsedSource | undefined {
  if (statSync(path).size > maxBytes) return undefined;
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const common: Options = { ecmaVersion: 'latest', allowHashBang: true, locations: true };
  for (const options of [
    { ...common, sourceType: 'script' as const, allowReturnOutsideFunction: true },
    { ...common, sourceType: 'module' as const },
  ]) {
    try {
      return { path, text, places: placesIn(parse(text, options) as Node as SyntaxNode) };
    } catch {
      // Tried as the other sort; what is neither is told when it is loaded.
    }
  }
  return undefined;
}

function placesIn(root: SyntaxNode): readonly Place[] {
  const places: Place[] = [];
  const waiting: Place[] = [{ node: root, parent: undefined }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    places.push(place);
    for (const value of Object.values(place.node).flat())
      if (isNode(value)) waiting.push({ node: value, parent: place });
  }
  return places;
}

/** True for a part of a syntax tree. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** A module that a program asks for, and where. */
export interface ModuleRequest {
  readonly request: string;
  readonly line: number;
  /** False in a function, and where a failure is caught. */
  readonly isLoadedFirst: boolean;
  /** By `require`, and not by an import. */
  readonly isRequired: boolean;
}

/** The modules that are asked for by name: `require('a')`, `import … from 'a'`. */
export function requestsOf({ places }: ParsedSource): readonly ModuleRequest[] {
  return places.flatMap((place) => {
    const { node } = place;
    const isRequire = node.type === 'CallExpression' && nameOf(node.callee) === 'require';
    const named = isRequire ? (node.arguments as unknown[])[0] : node.source;
    const value = isNode(named) && named.type === 'Literal' ? named.value : undefined;
    if (typeof value !== 'string') return [];
    const isLoadedFirst = node.type !== 'ImportExpression' && !isWithin(place, /Function|TryStatement/);
    return [{ request: value, line: node.loc?.start.line ?? 0, isLoadedFirst, isRequired: isRequire }];
  });
}

function isWithin({ parent }: Place, types: RegExp): boolean {
  for (let at = parent; at !== undefined; at = at.parent) if (types.test(at.node.type)) return true;
  return false;
}

/** The name of an identifier. */
export function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' ? String(node.name) : undefined;
}

/** The file that a request leads to; undefined for one that is not there, or is Node's own. */
export function resolved(from: string, request: string): string | undefined {
  try {
    const file = createRequire(from).resolve(request);
    return file.includes(sep) ? file : undefined;
  } catch {
    return undefined;
  }
}
