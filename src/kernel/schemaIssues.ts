import { describeValue } from './describeValue.js';
import type { Issue, IssuePath } from './issue.js';
import { codePoints, isObject, type JsonSchema } from './json.js';
import { resolvedSchema } from './schemaReference.js';

type Node = Readonly<Record<string, unknown>>;

/**
 * How a value breaks a contract, place by place. It reads the schema as it goes and is meant for values that the
 * compiled check refused; the keywords are those that `scripts/validators.mjs` compiles.
 */
export function schemaIssues(contract: string, schema: JsonSchema, value: unknown): Issue[] {
  const issues: Issue[] = [];
  visit(schema, value, [], 'the contract', issues);
  return issues;

  function visit(
    unresolved: unknown,
    part: unknown,
    path: IssuePath,
    inherited: string,
    found: Issue[],
  ): void {
    if (!isObject(unresolved)) return;
    const target = resolvedSchema(schema, unresolved);
    const node = isObject(target) ? target : {};
    const source = sourceOf(unresolved) ?? sourceOf(node) ?? inherited;
    const add = (keyword: string, expected: string, at: IssuePath = path, received = describeValue(part)) => {
      const field = at.findLast((key) => typeof key === 'string') ?? 'event';
      found.push({
        path: at,
        rule: `${contract}/${field}-${keyword}`,
        severity: 'error',
        expected,
        received,
        source,
      });
    };
    if (node.type !== undefined && !hasType(part, node.type)) {
      add('type', typeNames(node.type));
      return;
    }
    if (node.const !== undefined && part !== node.const) {
      add('const', JSON.stringify(node.const));
      return;
    }
    if (Array.isArray(node.enum) && !node.enum.includes(part)) {
      add('enum', oneOf(node.enum));
      return;
    }
    if (typeof part === 'string') textIssues(node, part, add);
    if (typeof part === 'number') numberIssues(node, part, add);
    if (Array.isArray(part)) {
      if (part.length < Number(node.minItems ?? 0)) add('minItems', `at least ${node.minItems} items`);
      if (part.length > Number(node.maxItems ?? Number.POSITIVE_INFINITY))
        add('maxItems', `at most ${node.maxItems} items`);
      for (const [index, item] of part.entries()) visit(node.items, item, [...path, index], source, found);
    } else if (isObject(part)) {
      const properties = isObject(node.properties) ? node.properties : {};
      for (const name of listOf(node.required) as string[]) {
        if (part[name] !== undefined && Object.hasOwn(part, name)) continue;
        const fieldSource = isObject(properties[name]) ? sourceOf(properties[name]) : undefined;
        found.push({
          path: [...path, name],
          rule: `${contract}/${name}-required`,
          severity: 'error',
          expected: 'a value',
          received: 'nothing',
          source: fieldSource ?? source,
        });
      }
      for (const name of Object.keys(part)) {
        const known = Object.hasOwn(properties, name) ? properties[name] : node.additionalProperties;
        if (part[name] !== undefined) visit(known, part[name], [...path, name], source, found);
      }
    }
    for (const every of listOf(node.allOf)) visit(every, part, path, source, found);
    if (Array.isArray(node.anyOf)) unionIssues(node.anyOf, part, path, source, found, add);
  }

  /** Of a union, the alternative that comes nearest tells what is wrong; where none is near, all are named. */
  function unionIssues(
    alternatives: readonly unknown[],
    part: unknown,
    path: IssuePath,
    source: string,
    found: Issue[],
    add: (keyword: string, expected: string) => void,
  ): void {
    const attempts = alternatives.map((alternative) => {
      const own: Issue[] = [];
      visit(alternative, part, path, source, own);
      return own;
    });
    if (attempts.some((own) => own.length === 0)) return;
    const isHere = (issue: Issue) => issue.path.length === path.length;
    const inside = attempts.filter((own) => !own.some(isHere)).sort((a, b) => a.length - b.length)[0];
    if (inside !== undefined) found.push(...inside);
    else
      add(
        'anyOf',
        [...new Set(attempts.flatMap((own) => own.filter(isHere).map((issue) => issue.expected)))].join(
          ', or ',
        ),
      );
  }
}

type Add = (keyword: string, expected: string) => void;

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
