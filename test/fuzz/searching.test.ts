import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/fuzz/oracles/oracle.js';
import { inOrder } from '../../src/fuzz/play/steps.js';
import { caseBytes, eventsOf } from '../../src/fuzz/search/cases.js';
import { Findings } from '../../src/fuzz/search/findings.js';
import { afterOwnAnswer } from '../../src/fuzz/search/ownAnswer.js';
import { isTimed } from '../../src/fuzz/search/shrunk.js';

describe('findings', () => {
  const found = (name: string, what: string, bytes: number, run: number, stopped?: 'computing') =>
    ({
      oracle: { name },
      violation: { what, execution: { invocations: [{ stopped, outcome: { statusCode: 200 } }] } },
      bytes,
      run,
    }) as never;
  const open = (maxFailures: number, budgetMs = Number.POSITIVE_INFINITY) =>
    new Findings<unknown>({ maxFailures, budgetMs });

  test('keep the smallest of those that are the same, and the run of the first', () => {
    const findings = open(5);
    for (const one of [
      found('a', 'x', 9, 1),
      found('b', 'x', 9, 2),
      found('a', 'x', 7, 3),
      found('a', 'x', 7, 4),
      found('a', 'y', 8, 5),
    ])
      findings.add(one);
    expect(findings.count).toBe(3);
    const counted = (one: object, count: number) => ({ ...one, count });
    expect(findings.toTell()).toEqual([
      counted(found('a', 'x', 7, 1), 3),
      counted(found('b', 'x', 9, 2), 1),
      counted(found('a', 'y', 8, 5), 1),
    ]);
    expect(findings.isEnough()).toBe(false);
  });

  test('are enough at as many as are asked for, and no more are told', () => {
    const findings = open(2);
    findings.add(found('a', 'x', 9, 1));
    expect(findings.isEnough()).toBe(false);
    findings.add(found('b', 'x', 9, 1));
    expect(findings.isEnough()).toBe(true);
    findings.add(found('c', 'x', 9, 1));
    expect(findings.toTell()).toHaveLength(2);
  });

  test('are enough soon after one that takes all the time that it may', () => {
    const findings = open(5);
    findings.add(found('a', 'x', 9, 1, 'computing'));
    for (let run = 0; run < 3; run++) findings.beginRun();
    expect(findings.isEnough()).toBe(false);
    findings.beginRun();
    expect(findings.isEnough()).toBe(true);
  });

  test('are enough 30 runs after the first', () => {
    const findings = open(5);
    for (let run = 0; run < 100; run++) findings.beginRun();
    expect(findings.isEnough()).toBe(false);
    findings.add(found('a', 'x', 9, 1));
    for (let run = 0; run < 30; run++) findings.beginRun();
    expect(findings.isEnough()).toBe(false);
    findings.beginRun();
    expect(findings.isEnough()).toBe(true);
  });

  test('are enough 30 runs after the last that nothing was like: one that comes all the time hides no other', () => {
    const findings = open(5);
    findings.add(found('a', 'x', 9, 1));
    for (let run = 0; run < 20; run++) findings.beginRun();
    findings.add(found('b', 'x', 9, 20));
    for (let run = 0; run < 30; run++) {
      findings.beginRun();
      findings.add(found('a', 'x', 9, run));
    }
    expect(findings.isEnough()).toBe(false);
    findings.beginRun();
    expect(findings.isEnough()).toBe(true);
  });

  test('that differ in the path of an address count once', () => {
    const findings = open(2);
    for (let user = 0; user < 9; user++) findings.add(found('a', `call GET https://a.test/${user}`, 9, 1));
    expect([findings.count, findings.isEnough()]).toEqual([1, false]);
    findings.add(found('a', 'call GET https://b.test/1', 9, 1));
    expect(findings.isEnough()).toBe(true);
  });

  test('are over with the time', () => {
    expect([open(5, -1).isOver(), open(5, -1).isEnough(), open(5, 1e9).isOver()]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('the case after the own answer', () => {
  const tried = (event: string, answer: unknown, change: object = {}) => ({
    case: { event } as Case<string>,
    execution: {
      delivery: inOrder([event]),
      invocations: [{ outcome: { ok: true, json: JSON.stringify(answer) } }],
    } as never,
    isThorough: false,
    ...change,
  });
  const first = tried('first', 'a', { isThorough: true });

  test('has for its other event the one that was answered as the fewest', () => {
    const all = [tried('0', 'b'), tried('1', 'b'), first, tried('2', 'c'), tried('3', 'a')];
    expect(afterOwnAnswer(all)).toEqual({ event: 'first', other: '2' });
    expect(afterOwnAnswer([tried('0', 'b'), tried('2', 'c'), first])).toEqual({ event: 'first', other: '0' });
  });

  test('is none where all are answered alike, fail, or none was delivered in every way', () => {
    const failing = { execution: { delivery: inOrder(['x']), invocations: [{ outcome: { ok: false } }] } };
    expect(afterOwnAnswer([first, tried('1', 'a')])).toBeUndefined();
    expect(afterOwnAnswer([first, tried('1', 'b', failing)])).toBeUndefined();
    expect(
      afterOwnAnswer([first, tried('1', 'b', { case: { event: '1', delivery: inOrder(['1']) } })]),
    ).toBeUndefined();
    expect(afterOwnAnswer([tried('0', 'a'), tried('1', 'b')])).toBeUndefined();
    expect(afterOwnAnswer([])).toBeUndefined();
    expect(
      afterOwnAnswer([
        first,
        { ...first, execution: { delivery: inOrder(['x']), invocations: [] } as never },
      ]),
    ).toBeUndefined();
  });

  test('takes no notice of times that no event brought', () => {
    const at = (time: string) => ({ at: time });
    const now = tried('now', at('2026-01-02T03:04:05Z'), { isThorough: true });
    expect(afterOwnAnswer([now, tried('later', at('2026-01-02T03:04:06Z'))])).toBeUndefined();
    expect(afterOwnAnswer([now, tried('2026-01-02T03:04:06Z', at('2026-01-02T03:04:06Z'))])).toBeDefined();
  });
});

test('a busy machine can be the reason for what was stopped, timed out or came to an idle end', () => {
  const of = (outcome: object, stopped?: string) => ({
    invocations: [{ outcome: { ok: true, statusCode: 200 } }, { outcome, stopped }],
  });
  const timed = (execution: object, compared?: object) =>
    isTimed({ what: '', detail: '', execution, compared } as never);
  const fine = of({ ok: true, statusCode: 200, answeredBy: 'promise' });
  expect(timed(fine)).toBe(false);
  expect(timed(fine, fine)).toBe(false);
  expect(timed(of({ ok: false, statusCode: 430, answeredBy: 'idle' }))).toBe(false);
  expect(timed(of({ ok: false, statusCode: 433 }))).toBe(true);
  expect(timed(of({ ok: true, statusCode: 200, answeredBy: 'idle' }))).toBe(true);
  expect(timed(of({ ok: true, statusCode: 200 }, 'memory'))).toBe(true);
  expect(timed(fine, of({ ok: false, statusCode: 433 }))).toBe(true);
});

test('a case has the events of its delivery, and the bytes of all', () => {
  const delivery = inOrder(['ab', 'c']);
  expect(eventsOf({ event: 'x' })).toEqual(['x']);
  expect(eventsOf({ event: 'ab', delivery })).toEqual(['ab', 'c']);
  expect(caseBytes({ event: 'é' })).toBe(4);
  expect(caseBytes({ event: 'a', other: 'bcd' })).toBe(8);
  expect(caseBytes({ event: 'ab', delivery })).toBe(7);
});
