import { describe, expect, test } from 'vitest';
import { check } from '../../src/kernel/check.js';
import { contractOf } from '../../src/kernel/contract.js';
import { defineTrigger } from '../../src/kernel/defineTrigger.js';
import { arrayLens, deliveryRulesOf } from '../../src/kernel/delivery.js';
import type { Draw } from '../../src/kernel/draw.js';
import { isObject, jsonBytes } from '../../src/kernel/json.js';
import { fitsInvocation, largestEventBytes, sizeIssues } from '../../src/kernel/limits.js';
import { edgeCaseNamed, edgeCases, indexes, sample, samples } from '../../src/kernel/sample.js';
import { wholeEvent } from '../../src/kernel/trigger.js';

interface DoorEvent {
  readonly door: string;
  readonly times: number;
}

const doorbell = defineTrigger({
  name: 'doorbell',
  summary: 'Sent when somebody rings.',
  documentation: 'https://example.com/doorbell',
  contract: contractOf<DoorEvent>({ name: 'doorbell', validate: isObject, schema: () => ({}) }),
  invocation: 'async',
  retries: 'Twice, a minute apart.',
  sample: (draw): DoorEvent => ({ door: draw.pick(['front', 'back']), times: draw.integer(1, 1000) }),
  edgeCases: [
    {
      name: 'ring-once',
      because: 'somebody is shy',
      source: 'observed',
      event: (draw: Draw, ordinary: (draw: Draw) => DoorEvent) => ({ ...ordinary(draw), times: 1 }),
    },
    {
      name: 'ring-often',
      because: 'a child is at the door',
      source: 'observed',
      event: (): DoorEvent => ({ door: 'front', times: 1e16 }),
      text: () => '{"door":"front","times":9007199254740993}',
    },
  ],
  rules: [],
  looksLike: (value) => isObject(value) && 'door' in value,
});

/** What a call is refused with. */
function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code}: ${message}`;
  }
  return 'nothing';
}

describe('which events are meant', () => {
  test.each([
    [{ count: 3 }, [0, 1, 2]],
    [{ count: 3, start: 5 }, [5, 6, 7]],
    [{ count: 7, shard: { index: 1, of: 3 } }, [0, 3, 6]],
    [{ count: 7, shard: { index: 2, of: 3 } }, [1, 4]],
    [{ count: 7, shard: { index: 3, of: 3 } }, [2, 5]],
    [{ count: 7, start: 10, shard: { index: 3, of: 3 } }, [12, 15]],
    [{ count: 1, shard: { index: 2, of: 2 } }, []],
  ])('by %j', (options, list) => {
    expect([...indexes(options)]).toEqual(list);
  });

  test.each([
    [{ count: 0 }, 'INVALID_COUNT: Cannot draw 0 events: the count must be a whole number from 1.'],
    [{ count: 1.5 }, 'INVALID_COUNT: Cannot draw 1.5 events: the count must be a whole number from 1.'],
    [
      { count: 1, start: -1 },
      'INVALID_INDEX: Cannot draw event -1: the index must be a whole number from 0.',
    ],
    [
      { count: 1, start: 0.5 },
      'INVALID_INDEX: Cannot draw event 0.5: the index must be a whole number from 0.',
    ],
    [
      { shard: { index: 0, of: 3 } },
      'INVALID_SHARD: Cannot take shard 0/3: it must be i/n with whole numbers and 1 <= i <= n.',
    ],
    [
      { shard: { index: 4, of: 3 } },
      'INVALID_SHARD: Cannot take shard 4/3: it must be i/n with whole numbers and 1 <= i <= n.',
    ],
    [
      { shard: { index: 1.5, of: 3 } },
      'INVALID_SHARD: Cannot take shard 1.5/3: it must be i/n with whole numbers and 1 <= i <= n.',
    ],
    [
      { shard: { index: 1, of: 1.5 } },
      'INVALID_SHARD: Cannot take shard 1/1.5: it must be i/n with whole numbers and 1 <= i <= n.',
    ],
  ])('is refused by %j', (options, message) => {
    expect(refusal(() => indexes(options))).toBe(message);
  });

  test('is without an end where no count is given', () => {
    const first = [];
    for (const index of indexes({})) if (first.push(index) === 5) break;
    expect(first).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('an event', () => {
  test('of an index is that of the row, of seed 42 where none is given', () => {
    const row = [...samples(doorbell, { count: 5 })];
    expect(row.map((_, index) => sample(doorbell, { index, seed: 42 }))).toEqual(row);
    expect([...samples(doorbell, { count: 2, start: 3 })]).toEqual(row.slice(3));
    expect(sample(doorbell)).toEqual(row[0]);
    expect(sample(doorbell, { seed: 43 })).not.toEqual(row[0]);
  });

  test('has what is fixed', () => {
    expect(sample(doorbell, { overrides: { door: 'cellar' } })).toEqual({
      ...sample(doorbell),
      door: 'cellar',
    });
  });

  test('that is the data of its user carries the payload, and no other thing than a payload', () => {
    const echo = defineTrigger({ ...doorbell, payloadAt: wholeEvent });
    expect(refusal(() => sample(echo, { payload: {} as never }))).toBe(
      'INVALID_PAYLOAD: Cannot use this payload: it is not a function. Wrap a JSON Schema: payloadOf(schema) from "scf-fixtures/payload".',
    );
    expect(refusal(() => sample(doorbell, { payload: () => 1 }))).toBe(
      "NO_PAYLOAD: Cannot put a payload into doorbell: its event carries no data of the user's.",
    );
  });

  test.each([-0.1, 1.1, Number.NaN])('is refused by a hostility of %f', (hostile) => {
    expect(refusal(() => sample(doorbell, { hostile }))).toBe(
      `INVALID_HOSTILE: Cannot draw with hostile ${hostile}: it must be a number from 0 to 1.`,
    );
  });

  test('of a trigger without a decoder has no encoded parts', () => {
    expect(doorbell.decode(sample(doorbell))).toEqual([]);
  });

  test('has warnings, which are errors where the check is strict', () => {
    const rule = {
      name: 'doorbell/short',
      holds: 'Nobody rings long.',
      severity: 'warning' as const,
      source: 'observed',
      check: (
        _event: DoorEvent,
        report: (path: [], problem: { expected: string; received: string }) => void,
      ) => report([], { expected: 'short', received: 'long' }),
    };
    const noisy = defineTrigger({ ...doorbell, rules: [rule] });
    const severities = (strict?: boolean) =>
      check(noisy, sample(noisy), strict === undefined ? {} : { strict }).map(({ severity }) => severity);
    expect([severities(), severities(false), severities(true)]).toEqual([
      ['warning'],
      ['warning'],
      ['error'],
    ]);
  });

  test.each([
    [{ index: -1 }, 'INVALID_INDEX: Cannot draw event -1: the index must be a whole number from 0.'],
    [{ sizeBytes: 500 }, 'FIXED_SIZE: Cannot make a doorbell event of 500 bytes: nothing in it can grow.'],
  ])('is refused by %j', (options, message) => {
    expect(refusal(() => sample(doorbell, options))).toBe(message);
  });
});

describe('an event of a size', () => {
  const growing = defineTrigger({
    ...doorbell,
    options: {},
    sample: (draw): DoorEvent => ({ door: 'x'.repeat(draw.below(30)), times: 1 }),
    stretch: {
      grows: 'door',
      step: 2,
      most: () => 100,
      add: (event: DoorEvent, bytes: number) =>
        bytes % 2 === 0 ? { ...event, door: event.door + 'x'.repeat(bytes) } : undefined,
    },
  });
  const least = jsonBytes({ door: '', times: 1 });
  const own = jsonBytes(sample(growing));

  test.each([own, own + 2, own + 100])('of %i bytes grows from the drawn one', (sizeBytes) => {
    expect(jsonBytes(sample(growing, { sizeBytes }))).toBe(sizeBytes);
  });

  test('smaller than the drawn one grows from the simplest', () => {
    expect(own).toBeGreaterThan(least);
    expect(sample(growing, { sizeBytes: least })).toEqual({ door: '', times: 1 });
  });

  test.each([
    [least - 1, `from ${least} bytes up to ${least + 100} in steps of 2`],
    [own + 101, `from ${own} bytes up to ${own + 100} in steps of 2`],
    [own + 1, `from ${own} bytes up to ${own + 100} in steps of 2`],
  ])('of %i bytes is refused', (sizeBytes, reach) => {
    expect(refusal(() => sample(growing, { sizeBytes }))).toBe(
      `UNREACHABLE_SIZE: Cannot make a doorbell event of ${sizeBytes} bytes: door makes it ${reach}.`,
    );
  });

  test('has no bound above where none is named', () => {
    const { most: _most, step: _step, ...stretch } = growing.stretch as NonNullable<typeof growing.stretch>;
    const unbounded = { ...growing, stretch };
    expect(jsonBytes(sample(unbounded, { sizeBytes: own + 1000 }))).toBe(own + 1000);
    expect(refusal(() => sample(unbounded, { sizeBytes: own + 1 }))).toBe(
      `UNREACHABLE_SIZE: Cannot make a doorbell event of ${own + 1} bytes: door makes it from ${own} bytes without a bound above.`,
    );
  });
});

describe('an edge case', () => {
  test('has its name, its reason, an event and a text', () => {
    const [once, often] = edgeCases(doorbell);
    expect(once).toMatchObject({ name: 'ring-once', because: 'somebody is shy', event: { times: 1 } });
    expect(once?.text).toBe(JSON.stringify(once?.event));
    expect(often?.text).toBe('{"door":"front","times":9007199254740993}');
  });

  test('is another one of another index and seed', () => {
    const doorsOf = (options: object) => edgeCases(doorbell, options)[0]?.event.door;
    const doors = Array.from({ length: 20 }, (_, index) => doorsOf({ index }));
    expect(new Set(doors).size).toBe(2);
    expect(Array.from({ length: 20 }, (_, seed) => doorsOf({ seed }))).not.toEqual(doors);
    expect(refusal(() => edgeCases(doorbell, { index: -1 }))).toContain('INVALID_INDEX');
  });

  test('is found by its name, and by a misspelt one the nearest is told', () => {
    expect(edgeCaseNamed(doorbell, 'ring-often').name).toBe('ring-often');
    expect(refusal(() => edgeCaseNamed(doorbell, 'ring-onec'))).toBe(
      'UNKNOWN_EDGE: Cannot find the edge case "ring-onec" of doorbell: did you mean "ring-once"?',
    );
    expect(refusal(() => edgeCaseNamed(doorbell, 'knock'))).toBe(
      'UNKNOWN_EDGE: Cannot find the edge case "knock" of doorbell: there are ring-once, ring-often.',
    );
  });
});

describe('the size of an event', () => {
  const quotes = (bytes: number) => 'x'.repeat(bytes - 2);

  test.each([
    ['sync', 6_291_456],
    ['async', 131_072],
  ] as const)('of a %s invocation is at most %i bytes', (invocation, most) => {
    expect(largestEventBytes[invocation]).toBe(most);
    expect(sizeIssues('door', quotes(most), invocation)).toEqual([]);
    expect(sizeIssues('door', quotes(most + 1), invocation)).toEqual([
      {
        path: [],
        rule: `door/fits-${invocation}-invocation`,
        severity: 'error',
        expected: `at most ${most} bytes of JSON`,
        received: `${most + 1} bytes`,
        source: 'https://cloud.tencent.com/document/product/583/11637',
      },
    ]);
  });

  test.each<[string, unknown]>([
    ['Chinese in a text', '你'.repeat(43_691)],
    ['control characters in a text', '\u0001'.repeat(21_846)],
    ['names of fields', { ['你'.repeat(43_690)]: 1 }],
    ['many numbers', Array.from({ length: 7000 }, () => -1.2345678901234567e-100)],
    ['many nulls', Array.from({ length: 26_215 }, () => null)],
    ['many booleans', Array.from({ length: 21_846 }, () => false)],
    ['many empty lists', Array.from({ length: 43_691 }, () => [])],
  ])('counts %s', (_what, value) => {
    expect(jsonBytes(value)).toBeGreaterThan(131_072);
    expect(sizeIssues('door', value, 'async')).toMatchObject([{ received: `${jsonBytes(value)} bytes` }]);
  });

  test('of a value nested too deeply for JSON.stringify is counted', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 70_000; depth++) deep = [deep];
    expect(sizeIssues('door', deep, 'async')).toMatchObject([{ received: '140001 bytes' }]);
  });

  test('is what counts, where that is something else', () => {
    const issues: unknown[] = [];
    const rule = fitsInvocation<DoorEvent>('door', 'async', ({ times }) => times);
    const report = (_path: unknown, problem: { received: string }) => issues.push(problem.received);
    rule.check({ door: '', times: 131_072 }, report);
    rule.check({ door: '', times: 131_073 }, report);
    expect(issues).toEqual(['131073 bytes']);
  });

  test.each([
    ['sync', "The event's JSON is at most 6 MB (6,291,456 bytes), since its invocation is synchronous."],
    ['async', "The event's JSON is at most 128 KB (131,072 bytes), since its invocation is asynchronous."],
  ] as const)('of a %s invocation is told in a rule', (invocation, holds) => {
    expect(fitsInvocation('door', invocation).holds).toBe(holds);
  });
});

describe('what is delivered', () => {
  test('of a trigger that says nothing comes once, or again twice within six hours', () => {
    expect(deliveryRulesOf({ invocation: 'sync' })).toEqual({
      atLeastOnce: false,
      retry: { kind: 'none', times: 0, pauseMs: 0, ttlMs: 0 },
    });
    expect(deliveryRulesOf({ invocation: 'async' })).toEqual({
      atLeastOnce: true,
      retry: { kind: 'later', times: 2, pauseMs: 60_000, ttlMs: 21_600_000 },
    });
    expect(deliveryRulesOf({ invocation: 'async', delivery: { atLeastOnce: false } }).atLeastOnce).toBe(
      false,
    );
  });

  test('in one array is taken apart and put together', () => {
    const lens = arrayLens<{ Records: number[]; at: string }>('Records', { most: 5, waitMs: 10 });
    expect(lens.itemsOf({ Records: [1, 2], at: 'x' })).toEqual([1, 2]);
    expect(lens.withItems({ Records: [1, 2], at: 'x' }, [3])).toEqual({ Records: [3], at: 'x' });
    expect([lens.most, lens.waitMs]).toEqual([5, 10]);
  });
});
