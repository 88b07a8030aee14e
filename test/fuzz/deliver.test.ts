import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attempt, type Delivery, deliver, deliveriesOf } from '../../src/fuzz/index.js';
import { ckafka, timer, triggers } from '../../src/index.js';
import { deliveryRulesOf } from '../../src/kernel/delivery.js';

const once = (event: string): Delivery<string> => ({ steps: [{ event, atMs: 0, instance: 0 }] });

async function played(
  delivery: Delivery<string>,
  rules: Parameters<typeof deliver<string>>[1],
  succeeds: (tries: number) => boolean,
) {
  const attempts: Attempt<string>[] = [];
  const delivered = await deliver(delivery, rules, async (attempt) => {
    attempts.push(attempt);
    return succeeds(attempts.length);
  });
  return { attempts: attempts.map(({ atMs, number }) => [number, atMs]), delivered };
}

const asyncRules = deliveryRulesOf<string>({ invocation: 'async' });
const syncRules = deliveryRulesOf<string>({ invocation: 'sync' });

describe('the virtual clock', () => {
  test('tries an asynchronous event twice more, a minute apart, then gives it to the dead-letter queue', async () => {
    const { attempts, delivered } = await played(once('a'), asyncRules, () => false);
    expect(attempts).toEqual([
      [1, 0],
      [2, 60_000],
      [3, 120_000],
    ]);
    expect(delivered).toEqual([{ step: 0, result: 'dead-letter', tries: 3, atMs: 120_000 }]);
  });

  test('stops trying once the event is handled', async () => {
    const { delivered } = await played(once('a'), asyncRules, (tries) => tries === 2);
    expect(delivered).toEqual([{ step: 0, result: 'handled', tries: 2, atMs: 60_000 }]);
  });

  test('does not try a synchronous call again', async () => {
    const { delivered } = await played(once('a'), syncRules, () => false);
    expect(delivered).toEqual([{ step: 0, result: 'failed', tries: 1, atMs: 0 }]);
  });

  test('gives the same batch again at once, before anything behind it', async () => {
    const rules = deliveryRulesOf<string>({
      invocation: 'sync',
      delivery: { retry: { kind: 'same-batch', times: 10_000, pauseMs: 0, ttlMs: Number.POSITIVE_INFINITY } },
    });
    const order: string[] = [];
    const steps = ['a', 'b'].map((event, index) => ({ event, atMs: index, instance: 0 }));
    await deliver({ steps }, rules, async ({ event, number }) => {
      order.push(`${event}${number}`);
      return event === 'b' || number === 3;
    });
    expect(order).toEqual(['a1', 'a2', 'a3', 'b1']);
  });

  test('makes a retry that is due before a later event', async () => {
    const order: string[] = [];
    const steps = ['a', 'b'].map((event, index) => ({ event, atMs: index * 90_000, instance: index }));
    await deliver({ steps }, asyncRules, async ({ event, number }) => {
      order.push(`${event}${number}`);
      return number === 2 || event === 'b';
    });
    expect(order).toEqual(['a1', 'a2', 'b1']);
  });

  test('gives an event up that is older than six hours', async () => {
    const rules = { ...asyncRules, retry: { ...asyncRules.retry, times: 1000, pauseMs: 3_600_000 } };
    const { delivered } = await played(once('a'), rules, () => false);
    expect(delivered).toEqual([{ step: 0, result: 'dead-letter', tries: 7, atMs: 21_600_000 }]);
  });

  test('waits longer after each error of the platform', async () => {
    const { attempts } = await played(
      { steps: [{ event: 'a', atMs: 0, instance: 0, systemErrors: 3 }] },
      asyncRules,
      () => true,
    );
    expect(attempts).toEqual([[1, 7000]]);
  });

  test('passes a day with an event a second, and leaves no timer behind', async () => {
    const steps = Array.from({ length: 86_400 }, (_, second) => ({
      event: 'tick',
      atMs: second * 1000,
      instance: 0,
    }));
    const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const delivered = await deliver({ steps }, asyncRules, async () => true);
    expect(delivered.at(-1)?.atMs).toBe(86_399_000);
    expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThanOrEqual(
      timers,
    );
  });
});

describe.each(triggers.map((trigger) => [trigger.name, trigger] as const))(
  'deliveries of %s',
  (_name, trigger) => {
    test('name their steps in the order of the clock', () => {
      for (const { steps } of fc.sample(deliveriesOf(trigger), { seed: 1, numRuns: 50 })) {
        expect(steps.length).toBeGreaterThan(0);
        const times = steps.map((step) => step.atMs);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }
    });
  },
);

test('deliveries keep the order inside a partition', () => {
  for (const { steps } of fc.sample(deliveriesOf(ckafka, { maxEvents: 1, edges: false }), {
    seed: 2,
    numRuns: 200,
  })) {
    const events = [...new Set(steps.map((step) => step.event))];
    const offsets = new Map<number, number>();
    for (const { Ckafka } of events.flatMap((event) => event.Records)) {
      const { partition = -1, offset } = Ckafka;
      expect(offset).toBeGreaterThan(offsets.get(partition) ?? -1);
      offsets.set(partition, offset);
    }
  }
});

test('deliveries shrink to one plain step', () => {
  let last: Delivery<unknown> | undefined;
  fc.check(
    fc.property(deliveriesOf(timer), (delivery) => {
      const fails = delivery.steps.some((step) => step.fault !== undefined);
      if (fails) last = delivery;
      return !fails;
    }),
    { seed: 1, numRuns: 500 },
  );
  expect(last?.steps.map(({ event: _event, ...step }) => step)).toEqual([
    { atMs: expect.any(Number), instance: 0, fault: { call: 1, kind: 'refused' } },
  ]);
});
