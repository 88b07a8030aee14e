import { describeValue } from './describeValue.js';
import type { Issue, IssuePath } from './issue.js';
import { codePoints, isObject, type JsonSchema } from './json.js';
import { resolvedSchema } from './schemaReference.js';

type Node = Readonly<Record<string, unknown>>;

/** A part of the value, and what is known on the way to it. */
interface Place {
  readonly part: unknown;
  readonly path: IssuePath;
  /** The nearest source above. */
  readonly source: string;
  /** Where issues go. */
  readonly found: Issue[];
}

/**
 * How a value breaks a contract, place by place. It reads the schema as it goes and is meant for values that the
 * compiled check refused; the keywords are those that `scripts/validators.mjs` compiles.
 */
export function schemaIssues(contract: string, schema: JsonSchema, value: unknown): Issue[] {
  const issues: Issue[] = [];
  visit(schema, { part: value, path: [], source: 'the contract', found: issues });
  return issues;

  function visit(unresolved: unknown, { part, path, source: inherited, found }: Place): void {
    if (!isObject(unresolved)) return;
    const target = resolvedSchema(schema, unresolved);
    const node = isObject(target) ? target : {};
    const place = { part, path, found, source: sourceOf(unresolved) ?? sourceOf(node) ?? inherited };
    const add: Add = (keyword, expected) => {
      const field = path.findLast((key) => typeof key === 'string') ?? 'event';
      report(place, path, { keyword: `${field}-${keyword}`, expected, received: describeValue(part) });
    };
    if (valueIssues(node, part, add)) return;
    if (typeof part === 'string') textIssues(node, part, add);
    if (typeof part === 'number') numberIssues(node, part, add);
    if (Array.isArray(part)) {
      lengthIssues(node, part, add);
      for (const [index, item] of part.entries())
        visit(node.items, { ...place, part: item, path: [...path, index] });
    } else if (isObject(part)) memberIssues(node, part, place);
    for (const every of listOf(node.allOf)) visit(every, place);
    if (Array.isArray(node.anyOf)) unionIssues(node.anyOf, place, add);
  }

  function report(
    { source, found }: Pick<Place, 'source' | 'found'>,
    path: IssuePath,
    { keyword, expected, received }: { keyword: string; expected: string; received: string },
  ): void {
    found.push({ path, rule: `${contract}/${keyword}`, severity: 'error', expected, received, source });
  }

  function memberIssues(node: Node, part: Node, place: Place): void {
    const properties = isObject(node.properties) ? node.properties : {};
    for (const name of listOf(node.required) as string[]) {
      if (part[name] !== undefined && Object.hasOwn(part, name)) continue;
      const source = (isObject(properties[name]) ? sourceOf(properties[name]) : undefined) ?? place.source;
      const missing = { keyword: `${name}-required`, expected: 'a value', received: 'nothing' };
      report({ ...place, source }, [...place.path, name], missing);
    }
    for (const name of Object.keys(part)) {
      const known = Object.hasOwn(properties, name) ? properties[name] : node.additionalProperties;
      if (part[name] !== undefined) visit(known, { ...place, part: part[name], path: [...place.path, name] });
    }
  }

  /** Of a union, the alternative that comes nearest tells what is wrong; where none is near, all are named. */
  function unionIssues(alternatives: readonly unknown[], place: Place, add: Add): void {
    const attempts = alternatives.map((alternative) => {
      const found: Issue[] = [];
      visit(alternative, { ...place, found });
      return { found, known: knownNames(resolvedSchema(schema, alternative), place.part) };
    });
    if (attempts.some(({ found }) => found.length === 0)) return;
    const isHere = (issue: Issue) => issue.path.length === place.path.length;
    const [nearest] = attempts
      .filter(({ found }) => !found.some(isHere))
      .sort((a, b) => b.known - a.known || a.found.length - b.found.length);
    if (nearest !== undefined) {
      place.found.push(...nearest.found);
      return;
    }
    const expected = attempts.flatMap(({ found }) => found.filter(isHere).map((issue) => issue.expected));
    add('anyOf', [...new Set(expected)].join(', or '));
  }
}

/** How many fields of a value an alternative names. */
function knownNames(alternative: unknown, part: unknown): number {
  const properties = isObject(alternative) && isObject(alternative.properties) ? alternative.properties : {};
  return isObject(part) ? Object.keys(part).filter((name) => Object.hasOwn(properties, name)).length : 0;
}

type Add = (keyword: string, expected: string) => void;

/** Whether a value is refused as a whole, so that nothing more is to be said of it. */
function valueIssues(node: Node, part: unknown, add: Add): boolean {
  if (node.type !== undefined && !hasType(part, node.type)) add('type', typeNames(node.type));
  else if (node.const !== undefined && part !== node.const) add('const', JSON.stringify(node.const));
  else if (Array.isArray(node.enum) && !node.enum.includes(part)) add('enum', oneOf(node.enum));
  else return false;
  return true;
}

function lengthIssues(node: Node, { length }: readonly unknown[], add: Add): void {
  if (length < Number(node.minItems ?? 0)) add('minItems', `at least ${node.minItems} items`);
  if (length > Number(node.maxItems ?? Number.POSITIVE_INFINITY))
    add('maxItems', `at most ${node.maxItems} items`);
}

function textIssues(node: Node, text: string, add: Add): void {
  if (typeof node.pattern === 'string' && !new RegExp(node.pattern, 'u').test(text))
    add('pattern', `text that matches /${node.pattern}/`);
  if (typeof node.minLength === 'number' && codePoints(text) < node.minLength)
    add('minLength', `at least ${node.minLength} characters`);
  if (typeof node.maxLength === 'number' && codePoints(text) > node.maxLength)
    add('maxLength', `at most ${node.maxLength} characters`);
}

function numberIssues(node: Node, value: number, add: Add): void {
  if (typeof node.minimum === 'number' && value < node.minimum) add('minimum', `at least ${node.minimum}`);
  if (typeof node.maximum === 'number' && value > node.maximum) add('maximum', `at most ${node.maximum}`);
}

/** Whether a value has one of the types of JSON Schema. */
function hasType(value: unknown, types: unknown): boolean {
  return (Array.isArray(types) ? types : [types]).some((type) => {
    if (type === 'null') return value === null;
    if (type === 'array') return Array.isArray(value);
    if (type === 'object') return isObject(value);
    if (type === 'integer') return Number.isInteger(value);
    if (type === 'number') return Number.isFinite(value);
    return typeof value === type;
  });
}

function typeNames(types: unknown): string {
  const names = Array.isArray(types) ? types : [types];
  return names
    .map((name) => (name === 'null' ? 'null' : /^[aeio]/.test(String(name)) ? `an ${name}` : `a ${name}`))
    .join(' or ');
}

function oneOf(values: readonly unknown[]): string {
  return `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`;
}

function sourceOf(node: Node): string | undefined {
  const source = node['x-source'];
  return typeof source === 'string' ? source : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
