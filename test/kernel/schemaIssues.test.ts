import { describe, expect, test } from 'vitest';
import { contractOf } from '../../src/kernel/contract.js';
import { describeIssue } from '../../src/kernel/issue.js';
import type { JsonSchema } from '../../src/kernel/json.js';
import { schemaIssues } from '../../src/kernel/schemaIssues.js';
import { referredSchema, resolvedSchema } from '../../src/kernel/schemaReference.js';
import { schemasAt, unknownFieldIssues } from '../../src/kernel/unknownFields.js';
import { every, others } from '../../src/kernel/validate.js';

/** Each issue as `rule | sentence`. */
const told = (schema: JsonSchema, value: unknown) =>
  schemaIssues('door', schema, value).map((issue) => `${issue.rule} | ${describeIssue(issue)}`);

const field = (schema: JsonSchema, value: unknown) => told({ properties: { a: schema } }, { a: value });

describe('a value breaks a contract by', () => {
  test.each<[JsonSchema, unknown, string[]]>([
    [{ type: 'string' }, 5, ['door/a-type | a: expected a string, received 5 (a number)']],
    [{ type: 'integer' }, 1.5, ['door/a-type | a: expected an integer, received 1.5 (a number)']],
    [{ type: 'integer' }, 2, []],
    [{ type: 'number' }, Number.NaN, ['door/a-type | a: expected a number, received NaN (a number)']],
    [{ type: 'number' }, 1.5, []],
    [{ type: 'object' }, [], ['door/a-type | a: expected an object, received an array of 0']],
    [{ type: 'object' }, null, ['door/a-type | a: expected an object, received null']],
    [{ type: 'array' }, {}, ['door/a-type | a: expected an array, received an object']],
    [{ type: 'array' }, [], []],
    [{ type: 'null' }, 0, ['door/a-type | a: expected null, received 0 (a number)']],
    [{ type: 'null' }, null, []],
    [{ type: ['string', 'null'] }, 5, ['door/a-type | a: expected a string or null, received 5 (a number)']],
    [{ type: ['string', 'null'] }, null, []],
    [{ type: 'boolean' }, 'true', ['door/a-type | a: expected a boolean, received "true" (a string)']],
    [{ const: 'x' }, 'y', ['door/a-const | a: expected "x", received "y" (a string)']],
    [{ const: 'x' }, 'x', []],
    [{ enum: ['x', 1] }, 'y', ['door/a-enum | a: expected one of "x", 1, received "y" (a string)']],
    [{ enum: ['x', 1] }, 1, []],
    [
      { pattern: '^\\p{L}$' },
      '1',
      ['door/a-pattern | a: expected text that matches /^\\p{L}$/, received "1" (a string)'],
    ],
    [{ pattern: '^.$' }, '😀', []],
    [
      { minLength: 2 },
      '😀',
      ['door/a-minLength | a: expected at least 2 characters, received "😀" (a string)'],
    ],
    [{ minLength: 2 }, 'ab', []],
    [
      { maxLength: 1 },
      'ab',
      ['door/a-maxLength | a: expected at most 1 characters, received "ab" (a string)'],
    ],
    [{ maxLength: 1 }, '😀', []],
    [{ minimum: 2 }, 1, ['door/a-minimum | a: expected at least 2, received 1 (a number)']],
    [{ minimum: 2 }, 2, []],
    [{ maximum: 2 }, 3, ['door/a-maximum | a: expected at most 2, received 3 (a number)']],
    [{ maximum: 2 }, 2, []],
    [{ minItems: 2 }, [1], ['door/a-minItems | a: expected at least 2 items, received an array of 1']],
    [{ minItems: 1 }, [1], []],
    [{ maxItems: 1 }, [1, 2], ['door/a-maxItems | a: expected at most 1 items, received an array of 2']],
    [{ maxItems: 1 }, [1], []],
    [
      { items: { type: 'string' } },
      ['x', 5],
      ['door/a-type | a[1]: expected a string, received 5 (a number)'],
    ],
    [{ required: ['b'] }, {}, ['door/b-required | a.b: expected a value, received nothing']],
    [{ required: ['b'] }, { b: undefined }, ['door/b-required | a.b: expected a value, received nothing']],
    [
      { required: ['toString'] },
      {},
      ['door/toString-required | a.toString: expected a value, received nothing'],
    ],
    [{ required: ['b'] }, { b: null }, []],
    [
      { additionalProperties: { type: 'string' } },
      { x: 5 },
      ['door/x-type | a.x: expected a string, received 5 (a number)'],
    ],
    [{ properties: { x: {} }, additionalProperties: { type: 'string' } }, { x: 5 }, []],
    [
      { allOf: [{ minLength: 2 }, { pattern: '^b' }] },
      'a',
      [
        'door/a-minLength | a: expected at least 2 characters, received "a" (a string)',
        'door/a-pattern | a: expected text that matches /^b/, received "a" (a string)',
      ],
    ],
  ])('%j of %j', (schema, value, sentences) => {
    expect(field(schema, value)).toEqual(sentences);
  });

  test('more than one thing, each told once, but nothing inside of the wrong type', () => {
    const schema = { type: 'string', minLength: 3, pattern: '^x' };
    expect(field(schema, 'ab')).toHaveLength(2);
    expect(field(schema, 5)).toHaveLength(1);
    expect(field(schema, undefined)).toEqual([]);
  });

  test('what it is itself', () => {
    expect(told({ type: 'object' }, 5)).toEqual([
      'door/event-type | expected an object, received 5 (a number)',
    ]);
  });
});

describe('a union', () => {
  const text = { type: 'string' };
  const one = { type: 'object', required: ['a'], properties: { a: text, c: text } };
  const two = { type: 'object', required: ['a', 'b'] };

  test('is kept by the value of one alternative', () => {
    expect(field({ anyOf: [text, { type: 'null' }] }, null)).toEqual([]);
  });

  test('names all alternatives, each once, where none is near', () => {
    expect(field({ anyOf: [text, { type: 'null' }, { type: 'string' }] }, 5)).toEqual([
      'door/a-anyOf | a: expected a string, or null, received 5 (a number)',
    ]);
  });

  test('tells what is wrong in the nearest alternative', () => {
    expect(field({ anyOf: [two, one, text] }, {})).toEqual([
      'door/a-required | a.a: expected a value, received nothing',
    ]);
    expect(field({ anyOf: [one, text] }, { a: 1, c: 2 })).toHaveLength(2);
  });
});

describe('a source', () => {
  const sourcesOf = (schema: JsonSchema, value: unknown) =>
    schemaIssues('door', schema, value).map(({ source }) => source);

  test.each<[string, JsonSchema, unknown, string]>([
    ['the contract', { properties: { a: { type: 'string' } } }, { a: 1 }, 'the contract'],
    ['the object', { 'x-source': 'page 1', properties: { a: { type: 'string' } } }, { a: 1 }, 'page 1'],
    [
      'the field',
      { 'x-source': 'page 1', properties: { a: { type: 'string', 'x-source': 'page 2' } } },
      { a: 1 },
      'page 2',
    ],
    [
      'a missing field',
      { 'x-source': 'page 1', required: ['a'], properties: { a: { 'x-source': 'page 2' } } },
      {},
      'page 2',
    ],
    ['the object of a missing field', { 'x-source': 'page 1', required: ['a'] }, {}, 'page 1'],
    [
      'a reference before its definition',
      {
        properties: { a: { $ref: '#/$defs/b', 'x-source': 'page 3' } },
        $defs: { b: { type: 'string', 'x-source': 'page 4' } },
      },
      { a: 1 },
      'page 3',
    ],
    [
      'a definition',
      {
        'x-source': 'page 1',
        properties: { a: { $ref: '#/$defs/b' } },
        $defs: { b: { type: 'string', 'x-source': 'page 4' } },
      },
      { a: 1 },
      'page 4',
    ],
  ])('is that of %s', (_of, schema, value, source) => {
    expect(sourcesOf(schema, value)).toEqual([source]);
  });

  test('of a reference to a reference, or to nothing, is followed or left', () => {
    const root = { $defs: { a: { $ref: '#/$defs/b' }, b: { type: 'string' } } };
    expect(referredSchema(root, { $ref: '#/$defs/a' })).toEqual({ $ref: '#/$defs/b' });
    expect(resolvedSchema(root, { $ref: '#/$defs/a' })).toEqual({ type: 'string' });
    expect(resolvedSchema(root, { $ref: '#/$defs/none/at/all' })).toBeUndefined();
    expect([referredSchema(root, { type: 'string' }), referredSchema(root, 5)]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('a field that no contract names', () => {
  const found = (schema: JsonSchema, value: unknown) =>
    unknownFieldIssues('door', schema, value).map(({ path }) => path.join('.'));
  const a = { type: 'object', properties: { a: {} } };

  test.each<[string, JsonSchema, unknown, string[]]>([
    ['beside those that are named', a, { a: 1, b: 2, c: 3 }, ['b', 'c']],
    ['inside of one', { properties: { x: a } }, { x: { b: 2 } }, ['x.b']],
    ['in an item', { properties: { x: { items: a } } }, { x: [{ a: 1 }, { b: 2 }] }, ['x.1.b']],
    [
      'behind a reference',
      { properties: { x: { $ref: '#/$defs/a' } }, $defs: { a } },
      { x: { b: 2 } },
      ['x.b'],
    ],
    ['in none of the alternatives', { anyOf: [a, { properties: { b: {} } }] }, { a: 1, b: 2, c: 3 }, ['c']],
    ['beside the parts of a whole', { properties: { c: {} }, allOf: [a] }, { a: 1, b: 2, c: 3 }, ['b']],
    ['of an alternative of another type', { anyOf: [a, { type: 'array' }] }, { b: 1 }, ['b']],
    ['of an alternative of several types', { anyOf: [{ ...a, type: ['object', 'null'] }] }, { b: 1 }, ['b']],
    ['inside of any other', { additionalProperties: a }, { x: { a: 1, b: 2 } }, ['x.b']],
    ['where no other may be', { properties: { a: {} }, additionalProperties: false }, { b: 1 }, ['b']],
    ['inherited by objects', a, { toString: 1 }, ['toString']],
  ])('is told: %s', (_where, schema, value, paths) => {
    expect(found(schema, value)).toEqual(paths);
  });

  test.each<[string, JsonSchema, unknown]>([
    ['where an object holds anything', { properties: { x: { type: 'object' } } }, { x: { b: 1 } }],
    ['where a list holds anything', { properties: { x: { type: 'array' } } }, { x: [{ b: 1 }] }],
    ['where an alternative holds anything', { anyOf: [a, { type: 'object' }] }, { b: 1 }],
    [
      'where all others may be anything',
      { properties: { a: {} }, additionalProperties: true },
      { b: { c: 1 } },
    ],
    ['in a text or in nothing', a, 'text'],
    ['in null', a, null],
  ])('is none %s', (_where, schema, value) => {
    expect(found(schema, value)).toEqual([]);
  });

  test('is told with its value and what may be the reason', () => {
    expect(unknownFieldIssues('door', a, { b: 2 })).toEqual([
      {
        path: ['b'],
        rule: 'door/unknown-field',
        severity: 'error',
        expected: 'only fields that a source shows',
        received: '2 (a number)',
        hint: 'the vendor may have added it since',
        source: 'the contract',
      },
    ]);
  });
});

test('the schema of any other field is one of anything where all may be there', () => {
  expect(schemasAt({ additionalProperties: true }, ['x'])).toEqual([{}]);
});

test.each<[(string | number)[], unknown[]]>([
  [
    [],
    [
      {
        properties: { x: { items: { anyOf: [{ title: 'A' }, { $ref: '#/$defs/b' }] } } },
        $defs: { b: { title: 'B' } },
      },
    ],
  ],
  [
    ['x', 3],
    [{ title: 'A' }, { title: 'B' }],
  ],
  [['y'], []],
])('the schemas at %j are those behind references and unions', (path, schemas) => {
  const schema = {
    properties: { x: { items: { anyOf: [{ title: 'A' }, { $ref: '#/$defs/b' }] } } },
    $defs: { b: { title: 'B' } },
  };
  expect(schemasAt(schema, path)).toEqual(schemas);
});

test('every item passes, and every property that is not among the named', () => {
  const isText = (value: unknown) => typeof value === 'string';
  expect([every([], isText), every(['a', 'b'], isText), every(['a', 1], isText)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([
    others({}, [], isText),
    others({ a: 1, b: 'x' }, ['a'], isText),
    others({ a: 1, b: 2 }, ['a'], isText),
  ]).toEqual([true, true, false]);
});

test('a contract makes its schema when it is first asked for, and says in its own and in the common form what is wrong', () => {
  let made = 0;
  const contract = contractOf<{ door: string }>({
    name: 'door',
    validate: (value) => typeof (value as { door?: unknown } | null)?.door === 'string',
    schema: () => {
      made++;
      return { type: 'object', properties: { door: { type: 'string' } } };
    },
  });
  expect(contract.issuesOf({ door: 'front' })).toEqual([]);
  expect(contract['~standard'].validate({ door: 'front' })).toEqual({ value: { door: 'front' } });
  expect(made).toBe(0);
  expect(contract['~standard'].validate({ door: 5 })).toEqual({
    issues: [{ message: 'door: expected a string, received 5 (a number)', path: ['door'] }],
  });
  contract.schema();
  expect(made).toBe(1);
  expect(contract['~standard']).toMatchObject({ version: 1, vendor: 'scf-fixtures' });
});
