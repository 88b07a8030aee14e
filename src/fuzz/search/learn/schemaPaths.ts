import { isObject, type JsonSchema } from '../../../kernel/json.js';
import { resolvedSchema } from '../../../kernel/schemaReference.js';

/** Stands in a path for each element of a list. */
export const elementwise = '[]';

/** False for what lies in an object whose form belongs to its sender, such as `data` of EventBridge. */
export function isDeclared(schema: JsonSchema, path: readonly string[]): boolean {
  // Of several forms of an event the first is the one that nobody has to turn on.
  let node: unknown = Array.isArray(schema.anyOf) ? schema.anyOf[0] : schema;
  for (const key of path) {
    node = resolvedSchema(schema, node);
    if (!isObject(node) || Array.isArray(node.anyOf)) return false;
    if (key === elementwise) node = node.items;
    else if (isObject(node.properties) && Object.hasOwn(node.properties, key)) node = node.properties[key];
    else node = node.additionalProperties;
    if (!isObject(node)) return false;
  }
  return true;
}

/** The objects of an event whose names are data: headers, query parameters. */
export function openMapsOf(schema: JsonSchema): (readonly string[])[] {
  const maps: (readonly string[])[] = [];
  const visit = (node: unknown, path: readonly string[]): void => {
    const target = resolvedSchema(schema, node);
    if (!isObject(target) || path.length > 3) return;
    const name = path.at(-1) ?? '';
    if (isObject(target.additionalProperties) && /headers$|^query/i.test(name)) maps.push(path);
    if (!isObject(target.properties)) return;
    for (const [key, child] of Object.entries(target.properties)) visit(child, [...path, key]);
  };
  visit(schema, []);
  return maps.filter(([first]) => first !== 'queryStringParameters' && first !== 'headerParameters');
}
