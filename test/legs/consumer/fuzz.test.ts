import { ckafka } from 'scf-fixtures';
import { fuzzReport } from 'scf-fixtures/fuzz';
import { expect, test } from 'vitest';

test('finds what breaks a handler, and nothing in one that is right', async () => {
  const parses = () => async (event: { Records: { Ckafka: { msgBody: string } }[] }) =>
    event.Records.map(({ Ckafka }) => JSON.parse(Ckafka.msgBody)).length;
  const counts = () => async (event: { Records: unknown[] }) => event.Records.length;
  const options = { trigger: ckafka, runs: 20, store: false } as const;
  expect((await fuzzReport(parses, options)).failures.length).toBeGreaterThan(0);
  expect((await fuzzReport(counts, options)).failures).toEqual([]);
}, 60_000);
