import { expect, test } from 'bun:test';
import { apigw, ckafka, kindOf, sample, triggerNamed } from 'scf-fixtures';
import { fuzzReport } from 'scf-fixtures/fuzz';
import { eventMatchers, matchers } from 'scf-fixtures/matchers';
import { createInstance } from 'scf-fixtures/runtime';

expect.extend({ ...matchers, ...eventMatchers({ kindOf, triggerNamed }) });

test('a handler in a file answers', async () => {
  const event = sample(apigw);
  expect(event).toBeEventOf('apigw');
  const { result } = await createInstance('src/answers.cjs#main_handler').invoke(event);
  expect(result).toBeValidApigwResponse();
});

test('finds what breaks a handler', async () => {
  const options = { trigger: ckafka, runs: 1, learn: false, maxFailures: 1, store: false };
  const { failures } = await fuzzReport('src/parses.cjs#main_handler', options);
  expect(failures.length).toBe(1);
}, 60_000);
