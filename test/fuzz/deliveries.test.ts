import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findFailures, fuzzReport } from '../../src/fuzz/index.js';
import { type CkafkaEvent, ckafka } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { onlyOracles } from './onlyOracles.js';

const ids = ({ Records }: CkafkaEvent) =>
  Records.map(({ Ckafka }) => `${Ckafka.topic}/${Ckafka.partition}/${Ckafka.offset}`);

interface World {
  readonly counted: readonly string[];
  count(id: string): Promise<void>;
  has(id: string): boolean;
}

const setup = (): World => {
  const counted: string[] = [];
  return { counted, count: async (id) => void counted.push(id), has: (id) => counted.includes(id) };
};

/** Knows what it has counted until it is started anew. */
const forgetful = ({ count }: World) => {
  const seen = new Set<string>();
  return async (event: CkafkaEvent) => {
    for (const id of ids(event)) {
      if (seen.has(id)) continue;
      seen.add(id);
      await count(id);
    }
  };
};

const mindful =
  ({ count, has }: World) =>
  async (event: CkafkaEvent) => {
    for (const id of ids(event)) if (!has(id)) await count(id);
  };

const options = {
  trigger: ckafka,
  setup,
  deliveries: { faults: false },
  edges: false,
  learn: false,
  runs: casesToTry(20, 60),
  oracles: onlyOracles('property', 'reference'),
  maxFailures: 1,
} as const;

const property = ({ world }: { readonly world: World }) =>
  new Set(world.counted).size === world.counted.length;

test('a property is asked about drawn deliveries, and what breaks it becomes a short one', async () => {
  const { failures } = await findFailures(forgetful, { ...options, property });
  expect(failures.map(({ oracle }) => oracle)).toEqual(['property']);
  const { steps = [] } = failures[0]?.case.delivery ?? {};
  expect(steps.map(({ event }) => ids(event))).toEqual([
    ids(steps[0]?.event as CkafkaEvent),
    ids(steps[0]?.event as CkafkaEvent),
  ]);
  expect(ids(steps[0]?.event as CkafkaEvent)).toHaveLength(1);
});

test('a property that holds whatever is delivered is silent', async () => {
  const { failures } = await findFailures(mindful, { ...options, property });
  expect(failures).toEqual([]);
});

test('a reference is compared in drawn deliveries, answer by answer', async () => {
  const lengths =
    () =>
    async ({ Records }: CkafkaEvent) =>
      Records.length;
  const tired = () => {
    let handled = 0;
    return async ({ Records }: CkafkaEvent) => (++handled === 3 ? 0 : Records.length);
  };
  const right = await findFailures(lengths, { ...options, reference: lengths });
  expect(right.failures).toEqual([]);
  const wrong = await findFailures(tired, { ...options, reference: lengths });
  expect(wrong.failures[0]).toMatchObject({ oracle: 'reference', what: 'answer' });
  expect(wrong.failures[0]?.case.delivery?.steps).toHaveLength(3);
});

test('a delivery that broke a property is kept, tried again, and dropped once it passes', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'scf-deliveries-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const kept = { ...options, property, cwd, name: 'consumer' };
  await fuzzReport(forgetful, kept);
  const again = await fuzzReport(forgetful, { ...kept, runs: 1 });
  expect(again.failures[0]).toMatchObject({ oracle: 'property', run: -1 });
  expect(again.failures[0]?.case.delivery?.steps).toHaveLength(2);
  const mended = await fuzzReport(mindful, { ...kept, runs: 1 });
  expect(mended.dropped).toHaveLength(1);
});

test('deliveries that nothing judges are a misuse', async () => {
  await expect(findFailures(mindful, { ...options, setup })).rejects.toThrow(
    'Cannot play drawn deliveries: nothing says what must hold for them. Give a property or a reference, or leave out deliveries.',
  );
});
