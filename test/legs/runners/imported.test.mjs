import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { apigw, Misuse, sample } from 'scf-fixtures';
import { fakeGateway } from 'scf-fixtures/fakes';
import 'scf-fixtures/jest';
import { createInstance } from 'scf-fixtures/runtime';

test('imports and requires one and the same', () => {
  const required = createRequire(import.meta.url)('scf-fixtures');
  expect(required.Misuse).toBe(Misuse);
  expect(() => sample(apigw, { index: -1 })).toThrow(required.Misuse);
});

test('a handler in a file answers', async () => {
  const { result } = await createInstance('src/answers.cjs#main_handler').invoke(sample(apigw));
  expect(result).toBeValidApigwResponse();
  await expect(fakeGateway()).toHavePushedNothing();
});
