import { expect, test } from 'vitest';
import { findFailures, oracles } from '../../src/fuzz/index.js';
import { type TimerEvent, timer } from '../../src/index.js';
import { casesToTry } from '../nightly.js';

const relations = Object.fromEntries(oracles.map(({ name, isRelation }) => [name, isRelation]));

async function brokenRelations(handle: (event: TimerEvent) => Promise<unknown>): Promise<string[]> {
  const { failures } = await findFailures(() => handle, {
    trigger: timer,
    runs: casesToTry(6, 25),
    oracles: relations,
  });
  return failures.map(({ oracle }) => oracle);
}

const put = (path: string, body: unknown) =>
  fetch(`https://example.com/${path}`, { method: 'PUT', body: JSON.stringify(body) });

test.each<[string, (event: TimerEvent) => Promise<unknown>]>([
  ['in what it stores', async ({ Time }) => put(`codes/${Time}`, { code: Math.floor(Math.random() * 100) })],
  ['in where it stores', async ({ Time }) => put(`visits/${Date.now()}_${Math.random()}`, { Time })],
  [
    'in a token',
    async ({ Time }) => put(`tokens/${Time}`, { token: crypto.getRandomValues(new Uint8Array(4)).join() }),
  ],
])('no relation complains of a handler that has chance %s', async (_where, handle) => {
  expect(await brokenRelations(handle)).toEqual([]);
});

test('what has no part of chance is found as ever', async () => {
  let counter = 0;
  const broken = async ({ Time }: TimerEvent) => {
    await fetch('https://example.com/codes', { method: 'POST', body: Time });
    counter++;
  };
  expect(await brokenRelations(broken)).toContain('redelivery');
  expect(counter).toBeGreaterThan(0);
});
