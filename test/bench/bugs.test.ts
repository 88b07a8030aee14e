import { expect, test } from 'vitest';
import { check, describeIssue, kinds, samples, triggerNamed, triggers } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { allBugs } from './bugs/allBugs.js';
import type { HandlerFactory } from './bugs/cases.js';
import { correctHandlers } from './bugs/correct.js';
import { deliverAll, delivered } from './bugs/deliver.js';

const named = <Case extends { readonly name: string }>(cases: readonly Case[]) =>
  cases.map((one) => [one.name, one] as const);

const events = new Map(
  triggers.map((trigger) => [trigger.name, [...samples(trigger, { count: casesToTry(12, 100) })]]),
);

test('the set is large enough and covers every trigger', () => {
  expect(allBugs.length).toBeGreaterThanOrEqual(80);
  expect(new Set(allBugs.map((bug) => bug.class)).size).toBeGreaterThanOrEqual(40);
  expect(correctHandlers.length).toBeGreaterThanOrEqual(25);
  // Handlers of requests as they travel are servers, which test/bench/web has.
  const ofHandlers = kinds.filter((kind) => !triggerNamed(kind).delivery?.isPlainHttp);
  expect([...new Set(allBugs.map((bug) => bug.trigger))].sort()).toEqual(ofHandlers);
  expect([...new Set(correctHandlers.map((one) => one.trigger))].sort()).toEqual(ofHandlers);
  const names = [...allBugs, ...correctHandlers].map((one) => one.name);
  expect(new Set(names).size).toBe(names.length);
});

test.each(named(allBugs))(
  'the witness of %s can be delivered and tells it from its twin',
  async (_name, bug) => {
    const witness = bug.witness();
    const problems = witness.events.flatMap((event) => check(triggerNamed(bug.trigger), event));
    expect(problems.filter((issue) => issue.severity === 'error').map(describeIssue)).toEqual([]);

    const buggy = await deliverAll(bug.buggy, witness);
    const fixed = await deliverAll(bug.fixed, witness);
    expect(buggy).not.toEqual(fixed);
    expect(fixed.late).toEqual(fixed.left);
    expect(fixed.polluted).toEqual([]);
    if (witness.failCall === undefined) {
      expect(fixed.outcomes.filter((outcome) => !('result' in outcome))).toEqual([]);
    }
  },
);

const asserted = allBugs.filter((bug) => bug.property !== undefined);

test.each(named(asserted))('the property of %s holds for its twin alone', async (_name, bug) => {
  const holds = async (factory: HandlerFactory, event: unknown) => {
    const seen = await delivered(factory, event).catch(() => undefined);
    return seen !== undefined && bug.property?.(seen) === true;
  };
  const witnesses = bug.witness().events;
  for (const event of [...witnesses, ...(events.get(bug.trigger) ?? [])]) {
    expect(await holds(bug.fixed, event)).toBe(true);
  }
  const broken = await Promise.all(witnesses.map((event) => holds(bug.buggy, event)));
  expect(broken).toContain(false);
});

const right = [
  ...allBugs.map(({ name, trigger, fixed }) => [name, trigger, fixed] as const),
  ...correctHandlers.map(({ name, trigger, handler }) => [name, trigger, handler] as const),
];

test.each(right)('the right %s succeeds on 100 ordinary events', async (_name, kind, handler) => {
  for (const event of events.get(kind) ?? []) await delivered(handler, event);
});

const repeated = right.filter(([, kind]) => triggerNamed(kind).invocation === 'async');

test.each(repeated)('the right %s leaves the same when it runs twice', async (_name, kind, handler) => {
  for (const event of events.get(kind)?.slice(0, 20) ?? []) {
    const { log: _once, ...once } = (await delivered(handler, event)).left;
    const { log: _twice, ...twice } = (await delivered(handler, event, 2)).left;
    expect(twice).toEqual(once);
  }
});
