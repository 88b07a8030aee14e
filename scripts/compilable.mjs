// Refuses the JSON Schemas that scripts/validators.mjs would compile to a wrong check: unknown keywords, and values of
// known ones that it cannot do.

const types = ['string', 'number', 'integer', 'boolean', 'null', 'array', 'object'];
const dialect = 'https://json-schema.org/draft/2020-12/schema';

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isFilledList = (value) => Array.isArray(value) && value.length > 0;
const isPlain = (value) => typeof value !== 'object' || value === null;

const text = { holds: (value) => typeof value === 'string', wanted: 'a text' };
const number = { holds: Number.isFinite, wanted: 'a number' };
const count = { holds: (value) => Number.isInteger(value) && value >= 0, wanted: 'a whole number from 0' };
const schemas = { holds: isObject, wanted: 'an object of schemas' };
const listOfSchemas = { holds: isFilledList, wanted: 'a list of at least one schema' };
const anything = { holds: () => true };

/** Every keyword that a contract may use, and which values of it can be compiled. */
const keywords = {
  title: text,
  description: text,
  $comment: text,
  default: anything,
  examples: anything,
  $id: text,
  $schema: { holds: (value) => value === dialect, wanted: `"${dialect}"` },
  $defs: schemas,
  $ref: text,
  type: {
    holds: (value) => isFilledList([value].flat()) && [value].flat().every((name) => types.includes(name)),
    wanted: `of ${types.join(', ')}, one or a list`,
  },
  const: { holds: isPlain, wanted: 'a text, number, boolean or null' },
  enum: {
    holds: (value) => isFilledList(value) && value.every(isPlain),
    wanted: 'a list of at least one text, number, boolean or null',
  },
  pattern: { holds: isPattern, wanted: 'a regular expression' },
  minLength: count,
  maxLength: count,
  minimum: number,
  maximum: number,
  minItems: count,
  maxItems: count,
  items: anything,
  properties: schemas,
  required: {
    holds: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
    wanted: 'a list of names',
  },
  additionalProperties: {
    holds: (value) => value !== false,
    wanted: 'left out or a schema: contracts are open to fields that they do not know',
  },
  anyOf: listOfSchemas,
  allOf: listOfSchemas,
};

const annotations = ['title', 'description', '$comment', 'default', 'examples', '$id', '$schema', '$defs'];
const onlyAtRoot = ['$id', '$schema', '$defs'];

function isPattern(value) {
  try {
    return typeof value === 'string' && Boolean(new RegExp(value, 'u'));
  } catch {
    return false;
  }
}

/**
 * Ends the generation for a schema that cannot be compiled.
 *
 * @throws {Error} that names the file and the place in the schema.
 */
export function assertCompilable(schema, file) {
  const refuse = (place, reason) => {
    throw new Error(`Cannot compile ${file}: ${place} ${reason}.`);
  };
  assertDistinct(Object.keys(schema.$defs ?? {}), refuse);
  visit(schema, '#');

  function visit(node, place) {
    if (node === true) return;
    if (!isObject(node)) refuse(place, `is ${JSON.stringify(node)}. Write a schema, or true for anything`);
    for (const [keyword, value] of Object.entries(node)) {
      if (keyword.startsWith('x-')) continue;
      if (!Object.hasOwn(keywords, keyword))
        refuse(place, `has the keyword "${keyword}", which is not known. Teach it to scripts/validators.mjs`);
      if (onlyAtRoot.includes(keyword) && place !== '#')
        refuse(place, `has ${keyword}. Move it to the root of the schema`);
      const { holds, wanted } = keywords[keyword];
      if (!holds(value)) refuse(`${place}/${keyword}`, `is ${JSON.stringify(value)}. It must be ${wanted}`);
    }
    assertReference(node, place);
    assertNames(node, place);
    visitInner(node, place);
  }

  function visitInner(
    { $defs = {}, properties = {}, items, additionalProperties, anyOf = [], allOf = [] },
    place,
  ) {
    for (const [holder, inner] of Object.entries({ $defs, properties, anyOf, allOf }))
      for (const [name, child] of Object.entries(inner)) visit(child, `${place}/${holder}/${name}`);
    for (const [keyword, child] of Object.entries({ items, additionalProperties }))
      if (child !== undefined) visit(child, `${place}/${keyword}`);
  }

  function assertReference({ $ref, ...beside }, place) {
    if ($ref === undefined) return;
    for (const keyword of Object.keys(beside))
      if (!keyword.startsWith('x-') && !annotations.includes(keyword))
        refuse(place, `has ${keyword} beside $ref, which explanations do not read. Put the two into allOf`);
    const [, name] = /^#\/\$defs\/([^/~%]+)$/.exec($ref) ?? [];
    if (name === undefined || !Object.hasOwn(schema.$defs ?? {}, name))
      refuse(`${place}/$ref`, `is "${$ref}". It must be #/$defs/ and the name of a definition`);
  }

  /** The compiled check reads `value.name`, which every object has of what its prototype has. */
  function assertNames({ properties = {}, required = [] }, place) {
    for (const name of [...Object.keys(properties), ...required])
      if (name in Object.prototype)
        refuse(place, `names the property "${name}", which every object has. Leave it out`);
  }
}

/** Definitions become functions whose names keep letters, digits and underscores only. */
function assertDistinct(definitions, refuse) {
  const names = new Map();
  for (const definition of definitions) {
    const name = definition.replaceAll(/\W/g, '_');
    if (names.has(name))
      refuse(
        `#/$defs/${definition}`,
        `is compiled under the same name as ${names.get(name)}. Rename one of the two`,
      );
    names.set(name, definition);
  }
}
