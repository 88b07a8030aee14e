import { expect, test } from 'vitest';
import { MongoDocuments } from '../../src/fuzz/play/effects/databases/mongoDocuments.js';

test('a document is found by its id without a look at the others', () => {
  const documents = new MongoDocuments();
  const [first, second, third] = ['a', 'b', 'c'].map((_id) => ({ _id }));
  for (const one of [first, second, third]) documents.swap(undefined, one);
  expect(documents.withId('b')).toEqual([second]);
  expect(documents.withId('d')).toEqual([]);

  const changed = { _id: 'b', size: 1 };
  documents.swap(second, changed);
  expect(documents.withId('b')).toEqual([changed]);
  expect(documents.all).toEqual([first, changed, third]);

  documents.swap(changed, undefined);
  expect(documents.withId('b')).toEqual([]);
});

test('what has no text for its id is looked at each time', () => {
  const documents = new MongoDocuments();
  const numbered = { _id: 1 };
  const named = { _id: 'a' };
  for (const one of [numbered, named]) documents.swap(undefined, one);
  expect(documents.withId('a')).toEqual([named, numbered]);
  expect(documents.withId(1)).toEqual([numbered, named]);
  documents.swap(numbered, undefined);
  expect(documents.withId('a')).toEqual([named]);
});
