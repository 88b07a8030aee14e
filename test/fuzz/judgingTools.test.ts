import { describe, expect, test } from 'vitest';
import { errorPlaceOf, isAccident, isEngines } from '../../src/fuzz/oracles/tools/accident.js';
import { differently } from '../../src/fuzz/oracles/tools/differently.js';
import type { Execution } from '../../src/fuzz/play/execution.js';
import { inOrder } from '../../src/fuzz/play/steps.js';
import { type CkafkaEvent, ckafka, sample, type Trigger, timer } from '../../src/index.js';
import { type Callable, type Handle, judgedOnce } from './judgedOnce.js';

const errorOf = (name: string, message: string, ...frames: readonly string[]) => ({
  name,
  message,
  isError: true,
  stack: [`${name}: ${message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n'),
});

describe('an error', () => {
  test.each<readonly [frames: readonly string[], place: string]>([
    [['JSON.parse (<anonymous>)', 'handle (/var/user/src/a b/index.js:5:7)'], 'handle (index.js:5:7)'],
    [['/var/user/index.js:5:7'], '(index.js:5:7'],
    [
      ['node:fs:1:2', '/x/node_modules/y/z.js:1:1', 'async main (/var/user/index.js:5:7)'],
      'async main (index.js:5:7)',
    ],
    [['async Promise.all (index 0)'], 'async Promise.all (index 0)'],
    [[], ''],
  ])('of %j has its place', (frames, place) => {
    expect(errorPlaceOf(errorOf('TypeError', 'no', ...frames))).toBe(place);
  });

  test('whose stack came to its end has none', () => {
    expect(errorPlaceOf(errorOf('RangeError', 'Maximum call stack size exceeded', 'a (/b.js:1:1)'))).toBe(
      'stack overflow',
    );
  });

  test.each<readonly [name: string, frame: string, isEngine: boolean, isNoIntent: boolean]>([
    ['TypeError', 'a (/var/none.js:1:1)', true, true],
    ['SyntaxError', 'JSON.parse (<anonymous>)', true, true],
    ['EvalError', 'a (/var/none.js:1:1)', true, true],
    ['URIError', 'decodeURIComponent (<anonymous>)', true, true],
    ['Error', 'Socket.connect (node:net:1:1)', false, true],
    ['Error', 'node:net:1:1', false, true],
    ['Error', 'new Promise (<anonymous>)', false, true],
    ['Error', 'Array.map (native)', false, true],
    ['Error', 'a (/var/none.js:1:1)', false, false],
    ['OrderError', 'a (/var/node/none.js:1:1)', false, false],
  ])('%s at %s is one of the engine: %s, and nobody meant it: %s', (name, frame, isEngine, isNoIntent) => {
    const error = errorOf(name, 'no', frame);
    expect([isEngines(error), isAccident(error)]).toEqual([isEngine, isNoIntent]);
  });
});

describe('two executions', () => {
  const executionOf = (result: unknown, calls: readonly string[] = [], ok = true) =>
    ({
      delivery: inOrder(['event']),
      invocations: [{ outcome: ok ? { ok, result, json: JSON.stringify(result) } : { ok, statusCode: 430 } }],
      calls: calls.map((key) => ({ name: 'db.put', args: [key], effect: { kind: 'append' }, state: 'done' })),
    }) as unknown as Execution<string>;
  const same = { answer: true, left: true, times: true };
  const compared = async (a: Execution<string>, b: Execution<string>, change: object = {}) => {
    const found = await differently(a, b, {
      what: 'form',
      how: 'In another form',
      there: 'in this form',
      determinism: async () => same,
      ...change,
    });
    return found?.what;
  };

  test.each<
    readonly [
      what: string,
      a: Execution<string>,
      b: Execution<string>,
      change: object,
      told: string | undefined,
    ]
  >([
    ['the same', executionOf('a', ['x']), executionOf('a', ['x']), {}, undefined],
    ['another answer', executionOf('a'), executionOf('b'), {}, 'form answer'],
    [
      'another answer each time',
      executionOf('a'),
      executionOf('b'),
      { determinism: async () => ({ ...same, answer: false }) },
      undefined,
    ],
    ['another case', executionOf('ABC'), executionOf('abc'), {}, undefined],
    ['a failure', executionOf('a'), executionOf('a', [], false), {}, 'form answer'],
    ['something else left', executionOf(1, ['x']), executionOf(1, ['y']), {}, 'form db.put'],
    [
      'something else each time',
      executionOf(1, ['x']),
      executionOf(1, ['y']),
      { determinism: async () => ({ ...same, left: false }) },
      undefined,
    ],
    ['the same in another case', executionOf(1, ['X']), executionOf(1, ['x']), {}, undefined],
    [
      'what is passed on',
      executionOf('say ab'),
      executionOf('say abc'),
      { passedOn: ['ab', 'abc'] },
      undefined,
    ],
    [
      'what is passed on, the longer first',
      executionOf('say abc'),
      executionOf('say ab'),
      { passedOn: ['abc', 'ab'] },
      undefined,
    ],
    [
      'what is passed on by half',
      executionOf('say ab'),
      executionOf('say a'),
      { passedOn: ['ab', 'abc'] },
      'form answer',
    ],
    ['an empty text', executionOf(['']), executionOf(['ab']), { passedOn: ['', 'ab'] }, undefined],
    ['what is computed', executionOf('id 123'), executionOf('id 456'), { computed: /\d+/g }, undefined],
    ['a query in another order', executionOf('/a?b=1&c=2'), executionOf('/a?c=2&b=1'), {}, undefined],
    ['another query', executionOf('/a?b=1&c=2'), executionOf('/a?c=2&b=3'), {}, 'form answer'],
    ['another tag', executionOf({ etag: '"1"' }), executionOf({ etag: '"2"' }), {}, undefined],
  ])('that differ by %s', async (_what, a, b, change, told) => {
    expect(await compared(a, b, change)).toBe(told);
  });

  test('cost nothing to tell apart where there is no difference', async () => {
    const determinism = () => expect.unreachable('asked');
    expect(await compared(executionOf('a', ['x']), executionOf('a', ['x']), { determinism })).toBeUndefined();
  });

  test('are shown up to 200 characters', async () => {
    const found = await differently(executionOf('x'.repeat(190)), executionOf('y'.repeat(300)), {
      what: 'form',
      how: 'In another form',
      there: 'in this form',
      determinism: async () => same,
    });
    expect(found?.detail).toBe(
      `In another form the handler answers otherwise:\n  before: result "${'x'.repeat(190)}"…\n  in this form: result "${'y'.repeat(192)}…`.replace(
        '"…',
        '"',
      ),
    );
  });
});

test('an event that shares data with the one before may well be left out', async () => {
  const [{ Ckafka } = expect.unreachable('no record')] = sample(ckafka, { seed: 1, records: 1 }).Records;
  const eventOf = (msgBody: string, offset: number): CkafkaEvent => ({
    Records: [{ Ckafka: { ...Ckafka, msgBody, offset, msgKey: 'k' } }],
  });
  /** Takes two messages of the same offset for one. */
  const once: Handle = (world: Callable & { seen?: Set<number> }) => {
    world.seen ??= new Set();
    return async ({ Records }: CkafkaEvent) => {
      for (const { Ckafka: message } of Records) {
        if (world.seen?.has(message.offset)) continue;
        world.seen?.add(message.offset);
        await world.call('db.insert', message.msgBody);
      }
    };
  };
  const said = async (first: string, second: string) =>
    (
      await judgedOnce(
        'mistaken-for-repeat',
        { trigger: ckafka as Trigger, event: eventOf(first, 5), other: eventOf(second, 6) },
        once,
      )
    )?.what;
  expect(await said('{"id":1,"n":2}', '{"id":3,"n":4}')).toBe('db.insert');
  expect(await said('{"id":1,"n":2}', '{"id":1,"n":4}')).toBeUndefined();
  expect(await said('{"ids":[1,2]}', '{"ids":[5,1]}')).toBeUndefined();
  expect(await said('{"a":1}', '{"b":1}')).toBe('db.insert');
  expect(await said('text', 'text')).toBeUndefined();
});

test.each([
  [2, 'each of them', 2],
  [6, 'the first four and the last', 5],
  [81, 'the first', 1],
  [1001, 'none', 0],
])('of %d outside calls, %s fails, one at a time', async (count, _which, faults) => {
  const called: number[] = [];
  const handle: Handle = ({ call }) => {
    return async () => {
      called.push(0);
      for (let index = 0; index < count; index++) await call('db.put', index, 1);
    };
  };
  const event = sample(timer);
  await judgedOnce('unhandled-rejection', { trigger: timer as Trigger, event }, handle);
  // Each is called once as it is, and for each failure once more and again after it.
  expect(called).toHaveLength(1 + 2 * faults);
});

test.each([
  ['again and again', 100, false],
  ['once, where very many calls take their time', 101, true],
])('an event without an answer in time comes %s', async (_times, count, isOnce) => {
  const called: number[] = [];
  const handle: Handle = ({ call }) => {
    return async () => {
      called.push(0);
      await Promise.all(Array.from({ length: count }, (_, index) => call('db.put', index, 1)));
      await new Promise((late) => setTimeout(late, 400));
    };
  };
  await judgedOnce(
    'never-settles',
    { trigger: ckafka as Trigger, event: sample(ckafka), options: { timeoutMs: 100 } },
    handle,
  );
  expect(called.length === 1).toBe(isOnce);
});
