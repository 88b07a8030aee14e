import { expect, test } from 'vitest';
import { mapTexts, textsIn } from '../../src/kernel/mapLeaves.js';

const event = { a: 'one', one: ['two', 3, '{"b":"one","n":9007199254740993}'], c: null };

test('changes values, also in JSON text, and no names', () => {
  expect(mapTexts(event, (text) => (text === 'one' ? 'ONE' : text))).toEqual({
    a: 'ONE',
    one: ['two', 3, '{"b":"ONE","n":9007199254740992}'],
    c: null,
  });
});

test('leaves JSON text as it is written where nothing in it changes', () => {
  expect(mapTexts(event, (text) => text)).toEqual(event);
});

test('lists the values', () => {
  expect(textsIn(event)).toEqual(['one', 'two']);
});

test('takes what is nested too deeply for a text like any other', () => {
  const deep = `${'['.repeat(20_000)}"one"${']'.repeat(20_000)}`;
  expect(textsIn({ deep })).toEqual([deep]);
});
