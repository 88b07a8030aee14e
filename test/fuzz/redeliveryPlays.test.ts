import { expect, test } from 'vitest';
import { effect, fuzzReport } from '../../src/fuzz/index.js';
import { timer } from '../../src/index.js';

/** How often an event was delivered to one instance and then to another. */
async function toTwoInstances(handler: () => Promise<unknown>): Promise<number> {
  const seen = new Set<unknown>();
  await fuzzReport(() => handler, {
    trigger: timer,
    runs: 30,
    store: false,
    oracles: { concurrency: false, 'warm-cold': false },
    journal: {
      begin: () => undefined,
      find: () => undefined,
      call: (delivery) => {
        const [first, second] = delivery.steps;
        if (first?.event === second?.event && second?.instance === 1) seen.add(delivery);
      },
    },
  });
  return seen.size;
}

test('after the first cases an event that meets nothing outside is not delivered to two instances', async () => {
  const read = effect('db.get', async () => 'known');
  expect(await toTwoInstances(async () => 'ok')).toBe(10);
  expect(await toTwoInstances(read)).toBeGreaterThan(20);
});
