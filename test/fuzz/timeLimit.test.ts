import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findFailures } from '../../src/fuzz/index.js';
import { timer } from '../../src/index.js';
import { onlyOracles } from './onlyOracles.js';

async function told(work: () => Promise<unknown>): Promise<string[]> {
  const { failures } = await findFailures(() => async () => void (await work()), {
    trigger: timer,
    runs: 1,
    learn: false,
    edges: false,
    timeoutMs: 60,
    oracles: onlyOracles('never-settles'),
  });
  return failures.map(({ oracle, what }) => `${oracle}: ${what}`);
}

test('a handler that waits for too long is told, and one that takes its time on a busy machine is not', async () => {
  expect(await told(() => sleep(500))).toEqual(['never-settles: time-out']);
  const computes = async () => {
    const start = process.cpuUsage();
    while (process.cpuUsage(start).user < 120_000) await turn();
  };
  expect(await told(computes)).toEqual([]);
});
