import { isMainThread } from 'node:worker_threads';
import { ckafka, timer } from 'scf-fixtures';
import { fuzzReport } from 'scf-fixtures/fuzz';
import { expect, test } from 'vitest';

test('finds what breaks a handler, and nothing in one that is right', async () => {
  const parses = () => async (event: { Records: { Ckafka: { msgBody: string } }[] }) =>
    event.Records.map(({ Ckafka }) => JSON.parse(Ckafka.msgBody)).length;
  const counts = () => async (event: { Records: unknown[] }) => event.Records.length;
  const options = { trigger: ckafka, runs: 5, store: false } as const;
  expect((await fuzzReport(parses, options)).failures.length).toBeGreaterThan(0);
  expect((await fuzzReport(counts, options)).failures).toEqual([]);
}, 60_000);

const forEver = (_paused?: unknown): never => {
  for (let turn = 0; ; turn++) Math.sqrt(turn);
};

test.skipIf(!isMainThread).each([
  ['at once', () => async () => forEver()],
  ['after a pause', () => async () => forEver(await new Promise(setImmediate))],
])(
  'stops a handler that computes for ever %s',
  async (_, create) => {
    const options = {
      trigger: timer,
      runs: 1,
      learn: false,
      timeoutMs: 1500,
      maxFailures: 1,
      store: false,
    } as const;
    const { failures } = await fuzzReport(create, options);
    expect(failures.map(({ oracle }) => oracle)).toEqual(['process-killed']);
  },
  60_000,
);
