import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryOf, deliveriesOf, malformedOf } from '../../src/fuzz/index.js';
import { casesOf } from '../../src/fuzz/search/cases.js';
import type { Learned } from '../../src/fuzz/search/learn/learn.js';
import { type Shape, unknownShape } from '../../src/fuzz/search/learn/shape.js';
import { type Trigger, triggers } from '../../src/index.js';

/** A shape with some fields of each sort. */
function shapeOf(fields: Readonly<Record<string, Shape>>, change: Partial<Shape> = {}): Shape {
  return { ...unknownShape(), fields: new Map(Object.entries(fields)), ...change };
}

const plain = () => unknownShape();
const payload = shapeOf(
  {
    orderId: plain(),
    prices: { ...plain(), item: plain() },
    note: { ...plain(), sort: 'text' },
    count: { ...plain(), sort: 'number' },
    isPaid: plain(),
    createdAt: plain(),
    tags: plain(),
    anything: plain(),
  },
  { isListed: true },
);

const words = ['order:', 'x-request-id', 'photos', 'say ', 'a'];
const vocabulary = { words, numbers: [7, 0.5, 1000], names: ['limit', 'ids', 'isOpen', 'since', 'x'] };

/** What a handler may have been seen to read: the user's data, headers, and a list of records. */
function learnedFor({ payloadAt }: Trigger): Learned {
  const event =
    payloadAt === undefined
      ? shapeOf({ headers: shapeOf({ cookie: plain(), host: plain() }), path: plain(), body: payload })
      : shapeOf({
          Records: {
            ...plain(),
            item: shapeOf({
              Ckafka: shapeOf({ msgKey: plain() }),
              cos: shapeOf({ cosObject: shapeOf({ key: plain() }) }),
            }),
          },
          body: payload,
          headers: shapeOf({ cookie: plain() }),
          path: plain(),
        });
  return { ...vocabulary, payload, event };
}

function digestOf(values: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const value of values) hash.update(`${JSON.stringify(value)}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** The cases of the first runs, and how many of them are delivered in every way. */
function casesDigest(trigger: Trigger, learned: Learned | undefined, deliveries: boolean): string {
  const cases = casesOf(trigger, { seed: 'a', learned, deliveries } as never);
  const runs = Array.from({ length: 12 }, (_, run) => cases.ofRun(run));
  return digestOf(
    runs.flatMap((all) => all.map(({ shrinkable, isThorough }) => [isThorough, shrinkable.value])),
  );
}

function sampled<T>(arbitrary: fc.Arbitrary<T>, numRuns: number): readonly T[] {
  return fc.sample(arbitrary, { seed: 5, numRuns });
}

/** What a report means by "seed 42, case 7" must not change by itself: a changed digest is a line in the changelog. */
test('the same seeds draw the same cases as before', async () => {
  const digests = Object.fromEntries(
    triggers.map((trigger) => [
      trigger.name,
      {
        events: digestOf(sampled(arbitraryOf(trigger), 30)),
        deliveries: digestOf(sampled(deliveriesOf(trigger), 40)),
        malformed: trigger.contract.accepts(null) ? 'none' : digestOf(sampled(malformedOf(trigger), 60)),
        cases: casesDigest(trigger, undefined, false),
        learned: casesDigest(trigger, learnedFor(trigger), true),
      },
    ]),
  );
  await expect(`${JSON.stringify(digests, null, 2)}\n`).toMatchFileSnapshot('./drawnCases.json');
});
