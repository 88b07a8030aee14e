import { expect, expectTypeOf, test } from 'vitest';
import { sample, type TimerEvent, timer } from '../../src/index.js';
import { createInstance, invoke, type Outcome, type ScfContext } from '../../src/runtime/index.js';

test('an inline handler knows the type of its event', async () => {
  const outcome = await invoke(async (event, context) => {
    expectTypeOf(event).toEqualTypeOf<TimerEvent>();
    expectTypeOf(context).toEqualTypeOf<ScfContext>();
    return event.Type;
  }, sample(timer));
  expect(outcome).toMatchObject({ result: 'Timer' });
});

test('a typed handler may be given any event', async () => {
  const handler = async (event: TimerEvent) => event.TriggerName ?? 'none';
  expect(await invoke(handler, { Type: 'broken' })).toMatchObject({ result: 'none' });
  expect(await createInstance(handler).invoke('text')).toMatchObject({ result: 'none' });
});

test('outcomes are told apart by ok and statusCode', () => {
  const told = (outcome: Outcome): unknown => {
    if (outcome.ok) return outcome.result;
    if (outcome.statusCode === 430) return outcome.error.message;
    if (outcome.statusCode === 439) return outcome.exitCode;
    // @ts-expect-error only a 439 has an exit code
    return outcome.exitCode;
  };
  expectTypeOf(told).returns.toBeUnknown();
});
