import { type IssuePath, isObject, type JsonSchema } from '../../src/index.js';
import { setOwn } from '../../src/kernel/json.js';

type Schema = Readonly<Record<string, unknown>>;

/** One value somewhere in an event, with what the contract says of it. */
export interface Place {
  readonly path: IssuePath;
  readonly value: unknown;
  /** Every alternative of the contract for this place, references resolved; empty where the contract says nothing. */
  readonly schemas: readonly Schema[];
  /** Name of the field, the same for all events: nearest title of the contract and the way from there. */
  readonly field: string;
  /** Whether the contract names this field, demands it, or has it as one of any number of entries. */
  readonly presence: 'required' | 'optional' | 'entry' | 'item' | 'root';
}

/** Every place of a value that its contract says anything about, from the outside in. */
export function* placesOf(root: JsonSchema, value: unknown): Generator<Place, void, undefined> {
  yield* visit({
    path: [],
    value,
    schemas: expand(root, root),
    field: titleOf(root) ?? '',
    presence: 'root',
  });

  function* visit(place: Place): Generator<Place, void, undefined> {
    yield place;
    const { value: part, path, schemas, field } = place;
    if (Array.isArray(part)) {
      const inner = schemas.flatMap((schema) => expand(root, schema.items));
      if (inner.length === 0) return;
      for (const index of sampleIndexes(part.length)) {
        yield* visit({
          path: [...path, index],
          value: part[index],
          schemas: inner,
          field: `${field}[]`,
          presence: 'item',
        });
      }
    } else if (isObject(part)) {
      const owner = titleOf(...schemas) ?? field;
      for (const name of Object.keys(part)) {
        const inside = schemas.flatMap((schema) => propertySchemas(schema, name));
        if (inside.length === 0) continue;
        const named = schemas.filter(
          (schema) => isObject(schema.properties) && Object.hasOwn(schema.properties, name),
        );
        const required = named.some(
          (schema) => Array.isArray(schema.required) && schema.required.includes(name),
        );
        yield* visit({
          path: [...path, name],
          value: part[name],
          schemas: inside.flatMap((alternative) => expand(root, alternative)),
          field: `${owner}.${named.length > 0 ? name : '*'}`,
          presence: named.length === 0 ? 'entry' : required ? 'required' : 'optional',
        });
      }
    }
  }
}

/** What a schema says of a property: under its name, or under that of all others. */
function propertySchemas(schema: Schema, name: string): unknown[] {
  const { properties, additionalProperties } = schema;
  if (isObject(properties) && Object.hasOwn(properties, name)) return [properties[name]];
  return isObject(additionalProperties) ? [additionalProperties] : [];
}

/** The first, the last and some items between; an event of 10,000 records is not 10,000 times as telling. */
function sampleIndexes(length: number): number[] {
  const indexes = [0, 1, 2, Math.floor(length / 2), length - 1];
  return [...new Set(indexes)].filter((index) => index >= 0 && index < length);
}

/** The plain schemas behind references, unions and conjunctions. */
function expand(root: JsonSchema, node: unknown): Schema[] {
  if (!isObject(node)) return [];
  if (typeof node.$ref === 'string') return expand(root, target(root, node.$ref));
  const parts = [node.anyOf, node.allOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const { anyOf: _any, allOf: _all, ...own } = node;
  return parts.length === 0 ? [node] : [own, ...parts.flatMap((part) => expand(root, part))];
}

function target(root: JsonSchema, reference: string): unknown {
  let node: unknown = root;
  for (const key of reference.split('/').slice(1)) node = isObject(node) ? node[key] : undefined;
  return node;
}

function titleOf(...schemas: readonly Schema[]): string | undefined {
  const title = schemas.find((schema) => typeof schema.title === 'string')?.title;
  return typeof title === 'string' ? title : undefined;
}

/** Stands for "no such field" in {@link withValueAt}. */
export const absent = Symbol('absent');

/** A copy of a value that differs at one place; the original stays as it is. */
export function withValueAt(value: unknown, path: IssuePath, replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  if (Array.isArray(value)) {
    const copy = [...value];
    copy[key as number] = withValueAt(copy[key as number], rest, replacement);
    return copy;
  }
  const copy = {};
  for (const [name, child] of Object.entries(value as object)) {
    const changed = name === key ? withValueAt(child, rest, replacement) : child;
    if (changed !== absent) setOwn(copy, name, changed);
  }
  return copy;
}

/** The value at a path, or undefined. */
export function valueAt(value: unknown, path: IssuePath): unknown {
  return path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null ? (part as Record<string | number, unknown>)[key] : undefined,
    value,
  );
}
