import { isObject, type JsonSchema } from './json.js';

/**
 * The schema that the `$ref` of a node names, one step far; undefined for a node without one. What stands beside a
 * `$ref`, such as a description, is the node's own and is not in the result.
 *
 * @param root the whole schema, since references of contracts begin at it: `#/$defs/headers`.
 */
export function referredSchema(root: JsonSchema, node: unknown): unknown {
  if (!isObject(node) || typeof node.$ref !== 'string') return undefined;
  let target: unknown = root;
  for (const key of node.$ref.split('/').slice(1)) target = isObject(target) ? target[key] : undefined;
  return target;
}

/** The node itself, or what its `$ref`s lead to in the end; undefined where a reference leads nowhere. */
export function resolvedSchema(root: JsonSchema, node: unknown): unknown {
  let target = node;
  while (isObject(target) && typeof target.$ref === 'string') target = referredSchema(root, target);
  return target;
}
