import { describe, expect, test } from 'vitest';
import { plainRequest } from '../../src/core.js';
import { eventRules } from '../../src/fuzz/arbitraries/eventRules.js';
import { apigw, check, ckafka, invoke, sample, type TimerEvent, timer } from '../../src/index.js';

const event: TimerEvent = {
  Type: 'Timer',
  TriggerName: 'job',
  Time: '2026-01-02T03:04:05Z',
  Message: '{"id":1}',
};

describe('an edit of an event is accepted', () => {
  test('within its contract, where it breaks no rule that it did not break before', () => {
    const { accepts } = eventRules(timer);
    expect(accepts({ ...event, Message: '' }, event)).toBe(true);
    expect(accepts({ ...event, Type: 'Tim' }, event)).toBe(false);
    const late = { ...event, Time: '2026-02-30T03:04:05Z' };
    expect(check(timer, late).map(({ rule }) => rule)).toEqual(['timer/time-exists']);
    expect(accepts(late, event)).toBe(false);
    expect(accepts({ ...late, Message: '' }, late)).toBe(true);
    expect(accepts({ ...late, Message: 'x'.repeat(5000) }, late)).toBe(false);
  });

  test('also of an event that is no object', () => {
    const { accepts, isFree } = eventRules(invoke);
    expect([accepts('a', 'ab'), accepts(1, 2), accepts(null, 'a'), accepts('ab', 'ab')]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(isFree([])).toBe(true);
    expect(isFree(['any', 'place'])).toBe(true);
  });

  test('in the data of the user alone', () => {
    expect(['Message', 'Time', 'Type'].map((name) => eventRules(timer).isFree([name]))).toEqual([
      true,
      false,
      false,
    ]);
    const batch = eventRules(ckafka);
    expect(batch.isFree(['Records', 0, 'Ckafka', 'msgBody', '(opened)', 'id'])).toBe(true);
    expect(batch.isFree(['Records', 0, 'Ckafka', 'msgKey'])).toBe(false);
    expect(eventRules(apigw).isFree(['body'])).toBe(true);
  });

  test('with a payload of the user as a whole, unless that says what else it may be', () => {
    const whole = Object.assign(() => ({ id: 1 }), {});
    const own = Object.assign(() => ({ id: 1 }), {
      accepts: (data: unknown) => Number((data as { id?: number })?.id) < 5,
    });
    expect(eventRules(timer, { ...plainRequest, payload: whole }).isFree(['Message'])).toBe(false);
    expect(eventRules(timer, { ...plainRequest, payload: own }).isFree(['Message'])).toBe(true);
    const to = (Message: string) => ({ ...event, Message });
    expect(
      [to('{"id":1}'), to('{"id":2}'), to('')].map((one) =>
        eventRules(timer, { ...plainRequest, payload: whole }).accepts(one, event),
      ),
    ).toEqual([true, false, false]);
    expect(
      [to('{"id":1}'), to('{"id":2}'), to('{"id":7}'), to('text')].map((one) =>
        eventRules(timer, { ...plainRequest, payload: own }).accepts(one, event),
      ),
    ).toEqual([true, true, false, false]);
    const dropped = sample(ckafka, { seed: 1, records: 2, payload: whole });
    expect(
      eventRules(ckafka, { ...plainRequest, payload: whole }).accepts(
        { Records: dropped.Records.slice(0, 1) },
        dropped,
      ),
    ).toBe(true);
    expect(
      [{ id: 2 }, { id: 9 }, { id: 1 }].map((one) =>
        eventRules(invoke, { ...plainRequest, payload: own }).accepts(one as never, { id: 1 } as never),
      ),
    ).toEqual([true, false, true]);
    expect(
      [{ id: 2 }, { id: 1 }].map((one) =>
        eventRules(invoke, { ...plainRequest, payload: whole }).accepts(one as never, { id: 1 } as never),
      ),
    ).toEqual([false, true]);
  });
});
