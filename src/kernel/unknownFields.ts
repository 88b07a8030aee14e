import { describeValue } from './describeValue.js';
import type { Issue, IssuePath } from './issue.js';
import { isObject, type JsonSchema } from './json.js';
import { referredSchema } from './schemaReference.js';

/**
 * Issues for the fields of a value that its contract does not name. An object schema without `properties`,
 * or with `additionalProperties`, holds anything.
 */
export function unknownFieldIssues(kind: string, schema: JsonSchema, value: unknown): Issue[] {
  const issues: Issue[] = [];
  visit(schema, value, []);
  return issues;

  function visit(node: unknown, part: unknown, path: IssuePath): void {
    if (typeof part !== 'object' || part === null) return;
    const alternatives = expand(schema, node).filter((alternative) => admits(alternative, part));
    if (alternatives.length === 0 || alternatives.some(holdsAnything)) return;
    if (Array.isArray(part)) {
      const items = alternatives.map((alternative) => alternative.items).filter((item) => item !== undefined);
      if (items.length === 0) return;
      for (const [index, item] of part.entries()) visit({ anyOf: items }, item, [...path, index]);
      return;
    }
    const object = part as Readonly<Record<string, unknown>>;
    for (const name of Object.keys(object)) {
      const known = alternatives
        .map((alternative) => propertySchema(alternative, name))
        .filter((s) => s !== undefined);
      if (known.length > 0) {
        visit({ anyOf: known }, object[name], [...path, name]);
      } else {
        issues.push({
          path: [...path, name],
          rule: `${kind}/unknown-field`,
          severity: 'error',
          expected: 'only fields that a source shows',
          received: describeValue(object[name]),
          hint: 'the vendor may have added it since',
          source: 'the contract',
        });
      }
    }
  }
}

/** A schema that says nothing about what is inside. */
function holdsAnything(schema: Readonly<Record<string, unknown>>): boolean {
  return (
    schema.properties === undefined && schema.items === undefined && schema.additionalProperties === undefined
  );
}

/** The schema of a property: its own, the one for all others, or `true` where anything goes; undefined when unknown. */
function propertySchema(schema: Readonly<Record<string, unknown>>, name: string): unknown {
  const { properties, additionalProperties } = schema;
  if (isObject(properties) && Object.hasOwn(properties, name)) return properties[name];
  if (additionalProperties !== undefined)
    return additionalProperties === false ? undefined : additionalProperties;
  return properties === undefined ? true : undefined;
}

/** The plain schemas behind references and unions. */
function expand(root: JsonSchema, node: unknown): Readonly<Record<string, unknown>>[] {
  if (node === true) return [{}];
  if (!isObject(node)) return [];
  if (typeof node.$ref === 'string') return expand(root, referredSchema(root, node));
  const parts = [...listOf(node.anyOf), ...listOf(node.allOf)].flatMap((part) => expand(root, part));
  if (parts.length === 0) return [node];
  const hasOwnFields = node.properties !== undefined || node.items !== undefined;
  return hasOwnFields ? [node, ...parts] : parts;
}

function admits(schema: Readonly<Record<string, unknown>>, part: object): boolean {
  const { type } = schema;
  if (type === undefined) return true;
  const types = Array.isArray(type) ? type : [type];
  return types.includes(Array.isArray(part) ? 'array' : 'object');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * The schemas that a contract has for a path, unions and references opened; none when the contract does not know
 * the path. Any key stands for the elements of an array.
 */
export function schemasAt(schema: JsonSchema, path: IssuePath): readonly Readonly<Record<string, unknown>>[] {
  let nodes = expand(schema, schema);
  for (const key of path) {
    nodes = nodes.flatMap((node) => expand(schema, node.items ?? propertySchema(node, String(key))));
  }
  return nodes;
}
