import { expect, test } from 'vitest';
import type { JsonSchema } from '../../src/kernel/json.js';
import { messageOf } from './messageOf.js';

/** What toMatchContract says of a value that breaks one keyword of a JSON Schema. */
test.each<readonly [keyword: string, schema: JsonSchema, value: unknown, said: string]>([
  ['type', { type: 'string' }, 5, 'expected a string, received 5'],
  ['type of two', { type: ['integer', 'null'] }, 'a', 'expected an integer or null, received "a"'],
  ['type of an object', { type: 'object' }, 'a', 'expected an object, received "a"'],
  ['required', { required: ['id'] }, {}, 'id: expected a value, received nothing'],
  ['enum', { enum: ['a', 1] }, 'b', 'expected one of "a", 1, received "b"'],
  ['const', { const: 'a' }, 'b', 'expected "a", received "b"'],
  ['pattern', { pattern: '^a' }, 'b', 'expected text that matches /^a/, received "b"'],
  ['minimum', { minimum: 5 }, 4, 'expected at least 5, received 4'],
  ['maximum', { maximum: 5 }, 6, 'expected at most 5, received 6'],
  ['minLength', { minLength: 2 }, 'a', 'expected at least 2 characters, received "a"'],
  ['maxLength', { maxLength: 1 }, 'ab', 'expected at most 1 characters, received "ab"'],
  ['minItems', { minItems: 2 }, [1], 'expected at least 2 items, received an array'],
  ['maxItems', { maxItems: 0 }, [1], 'expected at most 0 items, received an array'],
  [
    'anyOf',
    { anyOf: [{ type: 'string' }, { type: 'number' }] },
    true,
    'expected a string, or a number, received true',
  ],
  [
    'anyOf of the same',
    { anyOf: [{ minimum: 5 }, { minimum: 5, maximum: 9 }] },
    1,
    'expected at least 5, received 1',
  ],
  [
    'anyOf whose forms differ within',
    { anyOf: [{ properties: { a: { type: 'string' } } }, { properties: { a: { type: 'null' } } }] },
    { a: 5 },
    'expected one of the documented forms, received an object',
  ],
  [
    'anyOf within a field',
    {
      properties: {
        a: { anyOf: [{ type: 'string' }, { properties: { b: { type: 'null' } }, type: 'object' }] },
      },
    },
    { a: { b: 5 } },
    'a: expected a string, received an object',
  ],
  ['another keyword', { multipleOf: 2 }, 5, 'expected a value that fulfils "multipleOf", received 5'],
  [
    'a place in lists',
    { items: { properties: { n: { type: 'number' } } } },
    [{ n: 1 }, { n: 'a' }],
    '[1].n: expected a number, received "a"',
  ],
  [
    'a name with a slash and a tilde',
    { properties: { 'a/b~c': { type: 'number' } } },
    { 'a/b~c': 'x' },
    'a/b~c',
  ],
])('%s', (_keyword, schema, value, said) => {
  expect(messageOf(() => expect(value).toMatchContract(schema))).toContain(said);
});
