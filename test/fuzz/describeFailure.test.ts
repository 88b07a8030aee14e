import { expect, test } from 'vitest';
import { describeFailure } from '../../src/fuzz/index.js';
import type { Delivery } from '../../src/fuzz/play/delivery.js';
import { inOrder } from '../../src/fuzz/play/steps.js';
import { describeFailures } from '../../src/fuzz/report/describeFailure.js';
import type { Failure, FuzzResult } from '../../src/fuzz/search/result.js';
import { type TimerEvent, timer } from '../../src/index.js';

const event: TimerEvent = {
  Type: 'Timer',
  TriggerName: 'job',
  Time: '2026-01-02T03:04:05Z',
  Message: 'all',
};
const other: TimerEvent = { ...event, Message: 'some' };

/** One invocation of a failure, with what is given in place of success. */
function invocation(given: {
  readonly event?: TimerEvent;
  readonly number?: number;
  readonly atMs?: number;
  readonly instance?: number;
  readonly stopped?: string;
  readonly outcome?: object;
  readonly calls?: readonly object[];
}) {
  const { event: of = event, number = 1, atMs = 0, instance = 0, stopped, outcome = {}, calls = [] } = given;
  return {
    attempt: { event: of, number, atMs, instance, step: 0, slow: false },
    stopped,
    outcome: { ok: true, cold: true, json: 'null', ...outcome },
    calls,
  };
}

function failureOf(
  invocations: readonly object[],
  given: { readonly delivery?: Delivery<TimerEvent>; readonly run?: number; readonly compared?: object } = {},
): Failure<TimerEvent> {
  const { delivery = inOrder([event]), run = 3, ...rest } = given;
  return {
    oracle: 'crash',
    what: 'x',
    detail: 'The handler ends.\nHere.',
    execution: { delivery, invocations },
    run,
    ...rest,
  } as unknown as Failure<TimerEvent>;
}

const call = (name: string, state = 'done', late = false) => ({ name, state, late });

test('a failure is told with each invocation, its end and its calls', () => {
  const failed = { ok: false, cold: false };
  const error = { name: 'TypeError', message: 'no' };
  const failure = failureOf([
    invocation({ outcome: { json: `"${'x'.repeat(158)}"` } }),
    invocation({ outcome: { json: `"${'x'.repeat(159)}"` } }),
    invocation({ atMs: 59_999, stopped: 'memory' }),
    invocation({ atMs: 3_599_000, stopped: 'computing' }),
    invocation({ atMs: 3_661_000, number: 2, instance: 4, outcome: { ...failed, statusCode: 430, error } }),
    invocation({
      atMs: 90_000_000,
      outcome: { ...failed, statusCode: 433, status: 'Invoking task timed out' },
    }),
    invocation({
      calls: [call('db.put'), call('db.get', 'refused'), call('a', 'failed'), call('b', 'done', true)],
    }),
    invocation({ calls: ['1', '2', '3', '4', '5', '6'].map((name) => call(name)) }),
    invocation({ calls: ['1', '2', '3', '4', '5', '6', '7', '8'].map((name) => call(name)) }),
  ]);
  expect(
    describeFailure(timer, failure, { seed: 'a' }),
  ).toBe(`crash: A valid event makes no error that the language or its own library throws.
  The handler ends.
  Here.
What happened:
  00:00:00  the event to instance 0 (cold): "${'x'.repeat(158)}"
  00:00:00  the event to instance 0 (cold): "${'x'.repeat(159)}…
  00:00:59  the event to instance 0 (cold): stopped, since it took too much memory
  00:59:59  the event to instance 0 (cold): stopped, since it computed without a pause
  01:01:01  the event, try 2 to instance 4 (warm): TypeError: no
  25:00:00  the event to instance 0 (warm): 433 Invoking task timed out
  00:00:00  the event to instance 0 (cold): null; calls db.put, db.get (fails), a (fails), b (late)
  00:00:00  the event to instance 0 (cold): null; calls 1, 2, 3, 4, 5, 6
  00:00:00  the event to instance 0 (cold): null; calls 1, 2, 3, 4, 5, 6, and 2 more
The event:
  ${JSON.stringify(event)}
How to mend it: node_modules/scf-fixtures/docs/findings.md#crash
Replay: seed "a", case 3`);
});

test('several events are numbered, and what is compared stands below', () => {
  const delivery = { ...inOrder([event, other, event]), timeZone: 'Asia/Shanghai' };
  const failure = failureOf([invocation({}), invocation({ event: other }), invocation({})], {
    delivery,
    run: -1,
    compared: { delivery: inOrder([other]), invocations: [invocation({ event: other })] },
  });
  expect(
    describeFailure(timer, failure, { seed: 42, storedAt: 'failures/a.json' }),
  ).toBe(`crash: A valid event makes no error that the language or its own library throws.
  The handler ends.
  Here.
What happened:
  (TZ=Asia/Shanghai)
  00:00:00  event 1 to instance 0 (cold): null
  00:00:00  event 2 to instance 0 (cold): null
  00:00:00  event 1 to instance 0 (cold): null
Compared with:
  00:00:00  the event to instance 0 (cold): null
Event 1:
  ${JSON.stringify(event)}
Event 2:
  ${JSON.stringify(other)}
How to mend it: node_modules/scf-fixtures/docs/findings.md#crash
Replay: found again from the store; stored as failures/a.json`);
});

test('of a long event the beginning is shown, and of what is encoded the first three', () => {
  const long: TimerEvent = { ...event, Message: 'x'.repeat(2000) };
  const whole = JSON.stringify(long);
  const lines = describeFailure(timer, failureOf([], { delivery: inOrder([long]) }), { seed: 1 }).split('\n');
  expect(lines).toContain(`  ${whole.slice(0, 1200)}… (${whole.length} characters)`);
  const exact: TimerEvent = { ...event, Message: '' };
  const padded = { ...exact, Message: 'x'.repeat(1200 - JSON.stringify(exact).length) };
  expect(describeFailure(timer, failureOf([], { delivery: inOrder([padded]) }), { seed: 1 })).toContain(
    `  ${JSON.stringify(padded)}\nHow to mend it`,
  );
  const part = (encoding: string, value: unknown) => ({ path: ['Message'], encoding, value });
  const parts = [
    part('JSON', 1),
    part('Base64', undefined),
    part('Base64', 'x'.repeat(500)),
    part('gzip', { b: 2 }),
    part('Base64', Buffer.from('{}')),
    part('gzip', 4),
  ];
  const told = describeFailure({ ...timer, decode: () => parts } as unknown as typeof timer, failureOf([]), {
    seed: 1,
  });
  expect(told.split('\n').slice(-5)).toEqual([
    `  Message holds "${'x'.repeat(399)}`,
    '  Message holds {"b":2}',
    '  Message holds "{}"',
    'How to mend it: node_modules/scf-fixtures/docs/findings.md#crash',
    'Replay: seed 1, case 3',
  ]);
});

test('bytes that are no text are told by their number', () => {
  const parts = [{ path: ['body'], encoding: 'Base64', value: Uint8Array.of(0xff, 0xfe, 0) }];
  const trigger = { ...timer, decode: () => parts } as unknown as typeof timer;
  expect(describeFailure(trigger, failureOf([]), { seed: 1 })).toContain('  body holds 3 bytes');
});

test('an oracle that is gone and an event that cannot be opened are told as far as they can be', () => {
  const failure = { ...failureOf([invocation({})]), oracle: 'of-before' };
  const broken = {
    ...timer,
    decode: () => {
      throw new Error('cannot be opened');
    },
  };
  expect(describeFailure(broken, failure, { seed: 1 })).toMatch(/^of-before: \n {2}The handler ends\./);
});

test('failures are counted, and each is told with its number and its file', () => {
  const result = (failures: readonly Failure<TimerEvent>[], runs: number) =>
    ({ failures, runs, seed: 'a' }) as unknown as FuzzResult<TimerEvent>;
  const { text: one } = describeFailures(timer, result([failureOf([])], 1), [undefined]);
  expect(one.split('\n')[0]).toBe('The handler breaks: a failure in 1 case of timer (seed "a").');
  expect(one.split('\n')[1]).toBe('');
  expect(one.split('\n')[2]).toMatch(/^1\. crash: /);
  expect(one.split('\n').at(-1)).toBe('Replay: seed "a", case 3');
  const { text: two } = describeFailures(timer, result([failureOf([]), failureOf([])], 20), [
    undefined,
    'b.json',
  ]);
  expect(two.split('\n')[0]).toBe(
    'The handler breaks: 2 different failures in 20 cases of timer (seed "a").',
  );
  expect(two.split('\n').filter((line) => /^(\d\.|Replay)/.test(line))).toEqual([
    expect.stringMatching(/^1\. crash/),
    'Replay: seed "a", case 3',
    expect.stringMatching(/^2\. crash/),
    'Replay: seed "a", case 3; stored as b.json',
  ]);
});
