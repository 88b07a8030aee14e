import { expect, test } from 'vitest';
import { mapLeaves } from '../../src/kernel/mapLeaves.js';

test('a text or number comes with the names that lead to it, without indices, through JSON text too', () => {
  const places: string[] = [];
  mapLeaves({ a: { b: ['x', { c: 1 }] }, d: '{"e":"y"}' }, (leaf, names) => {
    places.push(`${names.join('.')}=${leaf}`);
    return leaf;
  });
  expect(places).toEqual(['a.b=x', 'a.b.c=1', 'd.e=y']);
});
