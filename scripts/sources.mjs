// A field of a contract without an `x-source` has that of its nearest ancestor, or of the definition that it stands in.

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The schema with a source on every field that has or inherits one. What a definition says is only for its fields and
 * is left out, since a reference to it has a source of its own.
 */
export function withSources({ $defs, ...schema }) {
  const whole = inherited(schema, undefined);
  if ($defs === undefined) return whole;
  const definitions = Object.entries($defs).map(([name, definition]) => {
    const { 'x-source': source, ...rest } = definition;
    return [name, inherited(rest, source ?? schema['x-source'])];
  });
  return { ...whole, $defs: Object.fromEntries(definitions) };
}

function inherited(node, above) {
  if (Array.isArray(node)) return node.map((part) => inherited(part, above));
  if (!isObject(node)) return node;
  const source = node['x-source'] ?? above;
  return Object.fromEntries(
    Object.entries(node).map(([keyword, value]) => [
      keyword,
      keyword === 'properties' ? fieldsWith(value, source) : inherited(value, source),
    ]),
  );
}

function fieldsWith(properties, above) {
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, inherited(sourced(field, above), above)]),
  );
}

/** The source stands behind the description, as in the contracts. */
function sourced(field, source) {
  if (source === undefined || !isObject(field) || field['x-source'] !== undefined) return field;
  const { title, description, ...rest } = field;
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    'x-source': source,
    ...rest,
  };
}
