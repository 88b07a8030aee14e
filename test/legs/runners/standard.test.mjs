import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { expect } from 'expect';
import { apigw, kindOf, Misuse, sample, triggerNamed } from 'scf-fixtures';
import { eventMatchers, matchers } from 'scf-fixtures/matchers';
import { createInstance } from 'scf-fixtures/runtime';

expect.extend({ ...matchers, ...eventMatchers({ kindOf, triggerNamed }) });

test('a handler in a file answers', async () => {
  const event = sample(apigw);
  expect(event).toBeEventOf('apigw');
  const { result } = await createInstance('src/answers.cjs#main_handler').invoke(event);
  expect(result).toBeValidApigwResponse();
  assert.throws(() => expect(result).toHaveStatus(404), /expected 404, received 200/);
});

test('imports and requires one and the same', () => {
  assert.equal(createRequire(import.meta.url)('scf-fixtures').Misuse, Misuse);
});
