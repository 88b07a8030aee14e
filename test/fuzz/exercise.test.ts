import { describe, expect, test } from 'vitest';
import { Exercise } from '../../src/fuzz/search/exercise.js';

describe('what was exercised', () => {
  const call = (state: string, name = 'db.put', args: unknown = []) => ({ name, args, state });
  const one = (outcome: object, calls: readonly object[] = [], loadCalls: readonly object[] = []) =>
    ({ invocations: [{ outcome, calls }], calls, loadCalls }) as never;
  const fine = (json = '1') => ({ ok: true, json });
  const failed = (message: string) => ({ ok: false, statusCode: 430, error: { name: 'Error', message } });
  const exerciseOf = (all: readonly never[], isAnswerRead = false) => {
    const exercise = new Exercise({ isAnswerRead });
    for (const execution of all) exercise.add(execution);
    return exercise;
  };
  const times = (count: number, execution: never): never[] => Array.from({ length: count }, () => execution);

  test('proves little without a case', () => {
    const empty = exerciseOf([{ invocations: [], calls: [], loadCalls: [] } as never]);
    expect(empty.weakness({ isCutShort: true })).toEqual(['No case was tried.']);
    expect(exerciseOf([]).warnings()).toEqual([]);
  });

  test('proves little when more than nine of ten fail, and tells what they say most', () => {
    const all = [
      ...times(4, one(failed('a\nat x'))),
      ...times(5, one(failed('b'))),
      one({ ok: false, statusCode: 433, status: 'Invoking task timed out' }),
    ];
    const text = (failures: number, cases: number, said: string) =>
      `The handler failed on ${failures} of ${cases} events (mostly ${said}), so that next to nothing of it was tried. Give a payload, overrides or examples that it accepts, or what it needs to run.`;
    expect(exerciseOf(all).weakness({ isCutShort: false })).toEqual([text(10, 10, 'Error: b')]);
    const half = one(fine(), [call('done')]);
    expect(exerciseOf([...all.slice(1), half]).weakness({ isCutShort: false })).toEqual([]);
    expect(exerciseOf([...all, ...times(1, half)]).weakness({ isCutShort: false })).toEqual([
      text(10, 11, 'Error: b'),
    ]);
    const timeOut = one({ ok: false, statusCode: 433, status: 'Invoking task timed out' });
    expect(exerciseOf([timeOut]).weakness({ isCutShort: false })).toEqual([
      text(1, 1, 'Invoking task timed out'),
    ]);
    expect(exerciseOf([one(failed('\nno sharp.node\n  here'))]).weakness({ isCutShort: false })).toEqual([
      text(1, 1, 'Error: no sharp.node'),
    ]);
    expect(exerciseOf([one(failed('x'.repeat(300)))]).weakness({ isCutShort: false })[0]).toContain(
      `(mostly Error: ${'x'.repeat(193)})`,
    );
  });

  test('a path that the code names is known, whatever is not found there', () => {
    const answered = one({
      ok: true,
      json: '1',
      result: { protocol: 'HTTP/1.1', statusCode: 404, headers: {}, body: '' },
    });
    const unknown = (isOfRoute: boolean) => {
      const exercise = new Exercise({ isAnswerRead: true });
      for (const [at, execution] of times(20, answered).entries())
        exercise.add(execution, { isOfRoute: isOfRoute && at % 2 === 0 });
      return exercise.weakness({ isCutShort: false }).some((why) => why.includes('its routes are not known'));
    };
    expect([unknown(false), unknown(true)]).toEqual([true, false]);
  });

  test('is hopeless when every event is waited for until the time is over, or nothing is done', () => {
    const timedOut = one({ ok: false, statusCode: 433, status: 'Invoking task timed out' });
    const idle = one({ ok: true, json: 'null', answeredBy: 'idle' });
    const waiting = exerciseOf([timedOut, idle, timedOut, timedOut]);
    expect(waiting.isHopeless).toBe(true);
    expect(waiting.weakness({ isCutShort: false })).toEqual([
      'The handler waited until its time was over on 3 of 4 events, and did nothing on the others, so that no more were tried. Give it what it waits for, or let it reach it.',
    ]);
    expect(exerciseOf(times(3, timedOut)).weakness({ isCutShort: false })[0]).toContain(
      'on 3 of 3 events, so',
    );
    const doing = one({ ok: true, json: 'null', answeredBy: 'idle' }, [call('done')]);
    const others = [times(2, timedOut), [...times(3, timedOut), doing], [...times(3, timedOut), one(fine())]];
    expect(others.map((all) => exerciseOf(all).isHopeless)).toEqual([false, false, false]);
  });

  test('proves little when a server knows nearly none of the paths', () => {
    const answered = (statusCode: number, body: string) => {
      const result = { protocol: 'HTTP/1.1', statusCode, headers: {}, body };
      return one({ ok: true, result, json: JSON.stringify(result) });
    };
    const weakness = (unknown: number) =>
      exerciseOf(
        [...times(unknown, answered(404, 'no')), ...times(20 - unknown, answered(200, 'yes'))],
        true,
      ).weakness({ isCutShort: false });
    expect(weakness(18)).toEqual([]);
    expect(weakness(19)[0]).toMatch(/^The server answered 404 to 19 of 20 requests, .*openapi\.json/);
  });

  test('proves little when it was cut short before ten cases', () => {
    const seen = one(fine(), [call('done')]);
    const weakness = (count: number, isCutShort: boolean) =>
      exerciseOf(times(count, seen)).weakness({ isCutShort });
    expect(weakness(1, true)).toEqual(['Only 1 case was tried in the time that was given.']);
    expect(weakness(9, true)).toEqual(['Only 9 cases were tried in the time that was given.']);
    expect(weakness(10, true)).toEqual([]);
    expect(weakness(1, false)).toEqual([]);
  });

  test('proves little without an effect, unless answers differ that are read', () => {
    const isUnseen =
      'No effect of the handler was seen, and nobody reads what it answers. Wrap stubs of what it calls in effect(name, fn), or let it make HTTP requests.';
    const weakness = (all: readonly never[], isAnswerRead: boolean) =>
      exerciseOf(all, isAnswerRead).weakness({ isCutShort: false });
    expect(weakness([one(fine())], false)).toEqual([isUnseen]);
    expect(weakness([one(fine(), [call('blocked')])], false)).toEqual([isUnseen]);
    expect(weakness([one(fine(), [call('blocked'), call('failed')])], false)).toEqual([]);
    const alike = 'All 10 events came to the same answer: the handler may not look at its event.';
    expect(weakness(times(10, one(fine())), true)).toEqual([alike]);
    expect(weakness(times(9, one(fine())), true)).toEqual([]);
    expect(weakness([...times(9, one(fine())), one(fine('2'))], true)).toEqual([]);
    expect(weakness([...times(9, one(fine())), one(failed('no'))], true)).toEqual([]);
    const long = (end: string) => one(fine(`${'x'.repeat(1000)}${end}`));
    expect(weakness([...times(9, long('a')), long('b')], true)).toEqual([alike]);
    expect(weakness([...times(9, long('a')), long('bb')], true)).toEqual([]);
  });

  test('warns of what was refused, by name and how to allow it', () => {
    const net = (name: string) => call('blocked', name);
    const warned = exerciseOf([
      one(fine(), [net('tcp db:3306'), net('udp a:53'), net('dns example.com')], [net('socket /run/x')]),
      one(fine(), [net('tcp db:3306'), call('blocked', 'run', ['convert a', 1]), call('done', 'tcp b:1')]),
      one(fine(), [call('blocked', 'worker'), net('tcp c:2')]),
    ]).warnings();
    const allowNet = (name: string, target: string, often: string) =>
      `${name} ${target} was refused ${often}: nothing leaves the process of a handler that is fuzzed. Allow it with --allow-net ${target} (allow), or wrap a stub in effect().`;
    expect(warned).toEqual([
      allowNet('tcp', 'db:3306', '2 times'),
      allowNet('udp', 'a:53', 'once'),
      allowNet('dns', 'example.com', 'once'),
      allowNet('socket', '/run/x', 'once'),
      'run "convert a" was refused once: a handler that is fuzzed starts no other process or thread. Allow it by name with --allow-run (allowRun), or wrap a stub in effect().',
    ]);
  });

  test('warns that nothing is known of redelivery where no call was even tried', () => {
    const unseen =
      'No outside call was seen, so that nothing is known about redelivery, retries and batches. Wrap stubs in effect(name, fn), or make HTTP requests.';
    const warnings = (count: number, calls: readonly object[], isAnswerRead: boolean) =>
      exerciseOf(times(count, one(fine(), calls)), isAnswerRead).warnings();
    expect(warnings(10, [], true)).toEqual([unseen]);
    expect(warnings(9, [], true)).toEqual([]);
    expect(warnings(10, [], false)).toEqual([]);
    expect(warnings(10, [call('done')], true)).toEqual([]);
  });
});
