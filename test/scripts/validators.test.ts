import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { transformSync } from 'rolldown/utils';
import { describe, expect, test } from 'vitest';
import { contractOf } from '../../src/kernel/contract.js';
import { codePoints, isObject, type JsonSchema } from '../../src/kernel/json.js';
import { every, others, type Validate } from '../../src/kernel/validate.js';
import { casesToTry } from '../nightly.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { validatorOf } = (await import(join(root, 'scripts/validators.mjs'))) as {
  validatorOf: (schema: unknown, file: string) => string;
};

/** The check that a schema is compiled to, its imports handed in. */
function compiled(schema: unknown): Validate {
  const script = validatorOf(schema, 'a.schema.json')
    .replaceAll(/^import .*$/gm, '')
    .replace('export ', '');
  const { code } = transformSync('a.ts', script);
  const helpers = { codePoints, every, isObject, others };
  return new Function(...Object.keys(helpers), `${code}; return validate;`)(...Object.values(helpers));
}

/** What the compiled check, the explanation of a no, and ajv say of a value. */
function verdictsOf(schema: JsonSchema): (value: unknown) => readonly boolean[] {
  const validate = compiled(schema);
  const contract = contractOf({ name: 'a', validate: () => false, schema: () => schema });
  const second = new Ajv2020({ strict: false }).compile(schema);
  return (value) => [validate(value), contract.issuesOf(value).length === 0, second(value)];
}

const values = [
  ...[null, true, false, 0, -1, 1, 1.5, 2 ** 53, '', 'a', 'ab', 'abc', '😀', '😀😀', 'v', '1', '{}'],
  ...[[], [1], ['a'], ['a', 1], [1, 2, 3], [null], [[]], [{}]],
  ...[{}, { a: 1 }, { a: 'a' }, { a: null }, { a: {} }, { a: { a: 1 } }, { b: 1 }, { b: 'a' }],
  ...[{ a: 1, b: 1 }, { a: 'a', b: [] }, { a: 1, b: 2, c: 'c' }, { 'a-b': 1 }, { v: 1 }, { c: true }],
];

const schemas: readonly JsonSchema[] = [
  {},
  { $comment: 'a', default: 1, examples: [1], 'x-source': 'a', title: 'A', description: 'a' },
  ...['string', 'number', 'integer', 'boolean', 'null', 'array', 'object'].map((type) => ({ type })),
  { type: ['string', 'null'] },
  { type: ['integer', 'array'], minimum: 1, minItems: 1 },
  { const: 'v' },
  { const: null },
  { const: 0 },
  { enum: ['a', 1, null, false] },
  { enum: ['v'] },
  { pattern: '^a' },
  { type: 'string', pattern: '/|v' },
  { minLength: 1 },
  { minLength: 2 },
  { maxLength: 1 },
  { type: 'string', minLength: 2, maxLength: 2 },
  { minimum: 1 },
  { maximum: 1 },
  { type: 'number', minimum: -1, maximum: 1.5 },
  { minItems: 1 },
  { maxItems: 1 },
  { items: true },
  { items: { type: 'integer' } },
  { items: { type: 'array', items: { type: 'string' } } },
  { properties: { a: { type: 'integer' } } },
  { properties: { a: true }, required: ['a'] },
  { properties: { a: {} }, required: ['a', 'b'] },
  { properties: { a: { minimum: 1 } }, required: ['a'] },
  { type: 'object', properties: { 'a-b': { type: 'integer' }, v: { type: 'string' } } },
  { type: 'object', required: ['a-b'] },
  { properties: { a: { type: 'integer' } }, additionalProperties: { type: 'string' } },
  { properties: { a: { type: 'integer' } }, additionalProperties: true },
  { additionalProperties: { type: 'integer' } },
  { properties: { a: { properties: { a: { type: 'string' } } } } },
  { anyOf: [{ type: 'string' }, { type: 'object', required: ['a'] }] },
  { properties: { a: { anyOf: [{ const: 1 }, { type: 'string', maxLength: 1 }] } }, required: ['a'] },
  { allOf: [{ type: 'object' }, { required: ['a'] }, { required: ['b'] }] },
  { $ref: '#/$defs/b', $defs: { b: { type: 'string' } } },
  { $ref: '#/$defs/a', description: 'a', 'x-source': 'a', $defs: { a: { required: ['a'] } } },
  { allOf: [{ $ref: '#/$defs/a' }, { type: 'object' }], $defs: { a: { required: ['a'] } } },
  { $ref: '#/$defs/tree', $defs: { tree: { type: 'object', properties: { a: { $ref: '#/$defs/tree' } } } } },
  { $defs: { 'a-b': { type: 'integer' } }, properties: { a: { $ref: '#/$defs/a-b' } }, required: ['a'] },
];

describe('the compiled check says what ajv says, and the explanation has a word for every no', () => {
  test.each(schemas.map((schema) => [JSON.stringify(schema), schema] as const))('of %s', (_text, schema) => {
    const verdicts = verdictsOf(schema);
    for (const value of values) {
      const [first, ...rest] = verdicts(value);
      expect(rest, JSON.stringify(value)).toEqual([first, first]);
    }
  });

  test('of schemas that are put together by chance', () => {
    const { schema } = fc.letrec<{ schema: JsonSchema; leaf: JsonSchema }>((tie) => ({
      schema: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        tie('leaf'),
        fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
        fc.record({ items: tie('schema'), minItems: fc.nat(2) }, { requiredKeys: [] }),
        fc.record(
          {
            type: fc.constant('object'),
            properties: fc.dictionary(fc.constantFrom('a', 'b'), tie('schema')),
            required: fc.subarray(['a', 'b']),
            additionalProperties: tie('schema'),
          },
          { requiredKeys: [] },
        ),
      ),
      leaf: fc.constantFrom(...schemas.filter((one) => one.$defs === undefined)),
    }));
    fc.assert(
      fc.property(schema, (drawn) => {
        const verdicts = verdictsOf(JSON.parse(JSON.stringify(drawn)) as JsonSchema);
        for (const value of values) {
          const [first, ...rest] = verdicts(value);
          expect(rest, JSON.stringify(value)).toEqual([first, first]);
        }
      }),
      { seed: 42, numRuns: casesToTry(20, 150) },
    );
  });
});

describe('what cannot be compiled is refused with its place', () => {
  test.each<readonly [unknown, string]>([
    [false, '# is false. Write a schema, or true for anything.'],
    [{ items: false }, '#/items is false. Write a schema, or true for anything.'],
    [{ properties: { a: false } }, '#/properties/a is false. Write a schema, or true for anything.'],
    [{ items: [{}] }, '#/items is [{}]. Write a schema, or true for anything.'],
    [{ anyOf: [{}, 1] }, '#/anyOf/1 is 1. Write a schema, or true for anything.'],
    [
      { $defs: { a: { additionalProperties: false } } },
      '#/$defs/a/additionalProperties is false. It must be left out or a schema: contracts are open to fields that they do not know.',
    ],
    [
      { properties: { a: { const: { b: 1 } } } },
      '#/properties/a/const is {"b":1}. It must be a text, number, boolean or null.',
    ],
    [{ const: [] }, '#/const is []. It must be a text, number, boolean or null.'],
    [
      { enum: ['a', {}] },
      '#/enum is ["a",{}]. It must be a list of at least one text, number, boolean or null.',
    ],
    [{ enum: [] }, '#/enum is []. It must be a list of at least one text, number, boolean or null.'],
    [{ oneOf: [{}] }, '# has the keyword "oneOf", which is not known. Teach it to scripts/validators.mjs.'],
    [
      { properties: { a: { format: 'date-time' } } },
      '#/properties/a has the keyword "format", which is not known. Teach it to scripts/validators.mjs.',
    ],
    [
      { type: 'text' },
      '#/type is "text". It must be of string, number, integer, boolean, null, array, object, one or a list.',
    ],
    [
      { type: [] },
      '#/type is []. It must be of string, number, integer, boolean, null, array, object, one or a list.',
    ],
    [{ pattern: 1 }, '#/pattern is 1. It must be a regular expression.'],
    [{ pattern: '(' }, '#/pattern is "(". It must be a regular expression.'],
    [{ minLength: '1' }, '#/minLength is "1". It must be a whole number from 0.'],
    [{ maxLength: -1 }, '#/maxLength is -1. It must be a whole number from 0.'],
    [{ minItems: 1.5 }, '#/minItems is 1.5. It must be a whole number from 0.'],
    [{ maxItems: null }, '#/maxItems is null. It must be a whole number from 0.'],
    [{ minimum: '0' }, '#/minimum is "0". It must be a number.'],
    [{ maximum: true }, '#/maximum is true. It must be a number.'],
    [{ required: 'a' }, '#/required is "a". It must be a list of names.'],
    [{ required: [1] }, '#/required is [1]. It must be a list of names.'],
    [{ properties: [] }, '#/properties is []. It must be an object of schemas.'],
    [{ anyOf: [] }, '#/anyOf is []. It must be a list of at least one schema.'],
    [{ allOf: {} }, '#/allOf is {}. It must be a list of at least one schema.'],
    [{ title: 1 }, '#/title is 1. It must be a text.'],
    [
      { $schema: 'http://json-schema.org/draft-07/schema#' },
      '#/$schema is "http://json-schema.org/draft-07/schema#". It must be "https://json-schema.org/draft/2020-12/schema".',
    ],
    [{ items: { $id: 'b' } }, '#/items has $id. Move it to the root of the schema.'],
    [{ items: { $defs: {} } }, '#/items has $defs. Move it to the root of the schema.'],
    [{ $ref: '#/$defs/a' }, '#/$ref is "#/$defs/a". It must be #/$defs/ and the name of a definition.'],
    [
      { properties: { a: {}, b: { $ref: '#/properties/a' } } },
      '#/properties/b/$ref is "#/properties/a". It must be #/$defs/ and the name of a definition.',
    ],
    [
      { properties: { a: { $ref: '#/$defs/b', type: 'object' } }, $defs: { b: {} } },
      '#/properties/a has type beside $ref, which explanations do not read. Put the two into allOf.',
    ],
    [
      { $defs: { 'a-b': {}, a_b: {} } },
      '#/$defs/a_b is compiled under the same name as a-b. Rename one of the two.',
    ],
    [{ required: ['toString'] }, '# names the property "toString", which every object has. Leave it out.'],
    [
      JSON.parse('{"properties":{"__proto__":{}}}'),
      '# names the property "__proto__", which every object has. Leave it out.',
    ],
  ])('%j', (schema, message) => {
    expect(() => validatorOf(schema, 'a.schema.json')).toThrow(
      new Error(`Cannot compile a.schema.json: ${message}`),
    );
  });
});
