import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { withSources } = (await import(join(root, 'scripts/sources.mjs'))) as {
  withSources: (schema: unknown) => unknown;
};

test('a field has its own source, else that of the field around it, else that of its definition', () => {
  const schema = {
    properties: { of: { 'x-source': 'the root', $ref: '#/$defs/a' } },
    $defs: {
      a: {
        title: 'A',
        'x-source': 'the definition',
        properties: {
          own: { 'x-source': 'its own' },
          inner: {
            description: 'A field.',
            type: 'object',
            'x-source': 'the field around',
            properties: { below: {} },
          },
          list: { description: 'A list.', type: 'array', items: { properties: { below: {} } } },
          union: { anyOf: [{ properties: { below: {} } }] },
        },
      },
    },
  };
  expect(withSources(schema)).toEqual({
    properties: { of: { 'x-source': 'the root', $ref: '#/$defs/a' } },
    $defs: {
      a: {
        title: 'A',
        properties: {
          own: { 'x-source': 'its own' },
          inner: {
            description: 'A field.',
            type: 'object',
            'x-source': 'the field around',
            properties: { below: { 'x-source': 'the field around' } },
          },
          list: {
            description: 'A list.',
            'x-source': 'the definition',
            type: 'array',
            items: { properties: { below: { 'x-source': 'the definition' } } },
          },
          union: {
            'x-source': 'the definition',
            anyOf: [{ properties: { below: { 'x-source': 'the definition' } } }],
          },
        },
      },
    },
  });
});

test('definitions stand under the source of the whole contract, which stays', () => {
  const schema = { 'x-source': 'all', $defs: { a: { properties: { b: {} } } } };
  expect(withSources(schema)).toEqual({
    'x-source': 'all',
    $defs: { a: { properties: { b: { 'x-source': 'all' } } } },
  });
});

test('a field without any source stays without, which the conformance test complains of', () => {
  const schema = { properties: { a: { properties: { b: {} } } }, $defs: { c: { properties: { d: {} } } } };
  expect(withSources(schema)).toEqual(schema);
});

test('a field whose name is a keyword is a field', () => {
  expect(
    withSources({ 'x-source': 'all', properties: { properties: { properties: { items: {} } } } }),
  ).toEqual({
    'x-source': 'all',
    properties: {
      properties: { 'x-source': 'all', properties: { items: { 'x-source': 'all' } } },
    },
  });
});
