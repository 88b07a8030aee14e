import { describe, expect, test } from 'vitest';
import {
  allSucceed,
  callNames,
  claimsSuccess,
  clockMaskFor,
  differenceInLeft,
  endOf,
  endsOf,
  leftSame,
  maskFor,
  sideBySide,
} from '../../src/fuzz/play/compare.js';
import { effectKindByName } from '../../src/fuzz/play/effects/effectKind.js';
import type { Execution, Invocation } from '../../src/fuzz/play/execution.js';
import { reportsFailure } from '../../src/fuzz/play/judgeOutcome.js';
import { atOnce, inOrder, slowly } from '../../src/fuzz/play/steps.js';

type Given = Partial<Omit<Invocation<unknown>, 'attempt'>> & { readonly step?: number };

function executionOf(given: readonly Given[], event: unknown = 'a', calls: Execution<unknown>['calls'] = []) {
  const invocations = given.map(({ step = 0, ...one }) => ({ ...one, attempt: { step } }));
  return { delivery: inOrder([event]), invocations, calls, startMs } as unknown as Execution<unknown>;
}

/** What the clocks of the executions show. */
const startMs = Date.UTC(2025, 5, 17, 9, 8, 7);

const outcome = (result: unknown) =>
  ({ ok: true, result, json: JSON.stringify(result) }) as Invocation<unknown>['outcome'];
const failure = { ok: false, statusCode: 430 } as Invocation<unknown>['outcome'];
const same = (text: string) => text;

describe('the end of an execution', () => {
  test('has methods that are allowed in no order, and others of its headers in theirs', () => {
    const ended = (name: string, value: string) =>
      endOf(
        executionOf([
          {
            outcome: outcome({ protocol: 'HTTP/1.1', statusCode: 200, headers: { [name]: value }, body: '' }),
          },
        ]),
        same,
      );
    expect(ended('allow', 'POST, OPTIONS')).toBe(ended('allow', 'OPTIONS, POST'));
    expect(ended('allow', 'POST')).not.toBe(ended('allow', 'OPTIONS, POST'));
    expect(ended('x-order', 'POST, OPTIONS')).not.toBe(ended('x-order', 'OPTIONS, POST'));
  });

  test('is what its last invocation came to', () => {
    expect(endOf(executionOf([{ outcome: failure }, { outcome: outcome({ a: 1 }) }]), same)).toBe(
      'result {"a":1}',
    );
    expect(endOf(executionOf([{ outcome: outcome(1) }, { outcome: failure }]), same)).toBe('failure 430');
    expect(endOf(executionOf([]), same)).toBe('nothing');
    expect(endOf(executionOf([{ outcome: outcome('x') }]), () => 'masked')).toBe('masked');
  });

  test('is told for each step, where the last try counts', () => {
    const execution = executionOf([
      { step: 0, outcome: failure },
      { step: 1, outcome: outcome(1) },
      { step: 0, outcome: outcome(2) },
    ]);
    expect(endsOf(execution, same)).toBe('result 2, then result 1');
  });
});

test.each([
  ['fails', failure, true],
  ['is no object', outcome('error'), false],
  ['is null', outcome(null), false],
  ['says 200', outcome({ statusCode: 200 }), false],
  ['says 399', outcome({ statusCode: 399 }), false],
  ['says 400', outcome({ statusCode: 400 }), true],
  ['says "400", which is no number', outcome({ statusCode: '400' }), false],
  ['has errNo 0', outcome({ errNo: 0 }), false],
  ['has errNo 1', outcome({ errNo: 1 }), true],
  ['has errNo "1"', outcome({ errNo: '1' }), false],
  ['has errno 0', outcome({ errno: 0 }), false],
  ['has errno -1', outcome({ errno: -1 }), true],
  ['has errno "-1"', outcome({ errno: '-1' }), false],
  ['is ok', outcome({ ok: true, success: true }), false],
  ['is not ok', outcome({ ok: false }), true],
  ['has no success', outcome({ success: false }), true],
  ['has an error', outcome({ error: 'no stock' }), true],
  ['has no error', outcome({ error: null }), false],
  ['has error: false', outcome({ error: false }), false],
])('an outcome that %s', (_what, given, isFailure) => {
  expect(reportsFailure(given)).toBe(isFailure);
  expect(claimsSuccess(executionOf([{ outcome: given, stopped: undefined }]))).toBe(!isFailure);
});

test('success is claimed by the last invocation, and had by all', () => {
  const fine = { outcome: outcome(1), stopped: undefined };
  expect(claimsSuccess(executionOf([{ outcome: failure }, fine]))).toBe(true);
  expect(claimsSuccess(executionOf([fine, { ...fine, stopped: 'memory' }]))).toBe(false);
  expect(claimsSuccess(executionOf([]))).toBe(false);
  expect(allSucceed(executionOf([fine, fine]))).toBe(true);
  expect(allSucceed(executionOf([fine, { outcome: failure, stopped: undefined }]))).toBe(false);
  expect(allSucceed(executionOf([{ ...fine, stopped: 'computing' }, fine]))).toBe(false);
});

test('masks leave the times of all events, and times far from now where a handler does the same every time', () => {
  const [a, b] = ['2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z'].map((time) => executionOf([], time));
  const far = '2024-01-03T00:00:00Z';
  const now = new Date(startMs).toISOString();
  const texts = ['2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z', far, now];
  const mask = maskFor(a as Execution<unknown>, b as Execution<unknown>);
  expect(texts.map(mask)).toEqual([texts[0], texts[1], '<time>', '<time>']);
  expect(texts.map(maskFor(b as Execution<unknown>))[0]).toBe('<time>');
  const clockMask = clockMaskFor(a as Execution<unknown>, b as Execution<unknown>);
  expect(texts.map(clockMask)).toEqual([texts[0], texts[1], far, '<time>']);
  const days = (count: number) => new Date(startMs + count * 86_400_000).toISOString();
  const [near, behind, later, before] = [days(1.9), days(-1.9), days(2.1), days(-2.1)];
  expect([near, behind, later, before].map(clockMask)).toEqual(['<time>', '<time>', later, before]);
});

test('what is left is the same, or the lines that only one has', () => {
  const call = (key: string) =>
    ({ name: 'db.put', args: [key], effect: effectKindByName('db.put', [key]), state: 'done' }) as never;
  const a = executionOf([], 'e', [call('x'), call('y')]);
  const b = executionOf([], 'e', [call('x'), call('z')]);
  expect(differenceInLeft(a, b)).toEqual({ onlyA: ['db.put ["y"]'], onlyB: ['db.put ["z"]'] });
  expect(differenceInLeft(a, b, () => 'm')).toEqual({ onlyA: [], onlyB: [] });
  expect([leftSame(a, b), leftSame(a, a)]).toEqual([false, true]);
  expect(leftSame(a, executionOf([], 'e', [call('x')]))).toBe(false);
  expect(leftSame(executionOf([], 'e', [call('x')]), a)).toBe(false);
});

test('differences stand side by side, three lines of each', () => {
  const lines = ['a', 'b', 'c', 'd', 'e'];
  expect(sideBySide({ onlyA: lines, onlyB: ['x'.repeat(201)] }, 'before', 'after')).toBe(
    `  only before:\n    a\n    b\n    c\n    and 2 more\n  only after:\n    ${'x'.repeat(200)}…`,
  );
  expect(sideBySide({ onlyA: [], onlyB: ['a', 'b', 'x'.repeat(200)] }, 'before', 'after')).toBe(
    `  only after:\n    a\n    b\n    ${'x'.repeat(200)}`,
  );
  expect(sideBySide({ onlyA: [], onlyB: [] }, 'before', 'after')).toBe('');
});

test('calls are named once, in the order of their names', () => {
  expect(callNames(['db.put ["b"]', 'db.get ["a"]', 'db.put ["c"]'])).toBe('db.get, db.put');
  expect(callNames([])).toBe('');
});

test('deliveries come a minute apart, slowly, or at once', () => {
  expect(inOrder(['a', 'b', 'c'], [0, 4])).toEqual({
    steps: [
      { event: 'a', atMs: 0, instance: 0 },
      { event: 'b', atMs: 60_000, instance: 4 },
      { event: 'c', atMs: 120_000, instance: 0 },
    ],
  });
  expect(inOrder(['a', 'b']).steps.map(({ instance }) => instance)).toEqual([0, 0]);
  expect(slowly('a')).toEqual({ steps: [{ event: 'a', atMs: 0, instance: 0, slow: true }] });
  expect(atOnce(['a', 'b'])).toEqual({
    steps: [
      { event: 'a', atMs: 0, instance: 0 },
      { event: 'b', atMs: 0, instance: 1, together: true },
    ],
  });
});
