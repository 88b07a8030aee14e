import { describe, expect, test } from 'vitest';
import { check, describeIssue, samples, triggers } from '../../src/index.js';
import { allBugs } from './bugs/allBugs.js';
import type { HandlerFactory } from './bugs/cases.js';
import { correctHandlers } from './bugs/correct.js';
import { deliverAll, deliverOnce } from './bugs/deliver.js';

const kinds = [
  'apigw',
  'ckafka',
  'clb',
  'cls',
  'cmq',
  'cos',
  'eventbridge',
  'function-url',
  'invoke',
  'mps-edit-media-task',
  'mps-workflow-task',
  'timer',
  'websocket-close',
  'websocket-connect',
  'websocket-data',
];

const named = <Case extends { readonly name: string }>(cases: readonly Case[]) =>
  cases.map((one) => [one.name, one] as const);

function ordinaryEvents(kind: string): unknown[] {
  const trigger = triggers.find((one) => one.name === kind);
  return trigger === undefined ? [] : [...samples(trigger, { count: 100 })];
}

const events = new Map(kinds.map((kind) => [kind, ordinaryEvents(kind)]));

test('the set is large enough and covers every trigger', () => {
  expect(allBugs.length).toBeGreaterThanOrEqual(80);
  expect(new Set(allBugs.map((bug) => bug.class)).size).toBeGreaterThanOrEqual(40);
  expect(correctHandlers.length).toBeGreaterThanOrEqual(25);
  expect([...new Set(allBugs.map((bug) => bug.trigger))].sort()).toEqual(kinds);
  expect([...new Set(correctHandlers.map((one) => one.trigger))].sort()).toEqual(kinds);
  const names = [...allBugs, ...correctHandlers].map((one) => one.name);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(named(allBugs))('%s', (_name, bug) => {
  test('its witness can be delivered and tells it from its twin', async () => {
    const witness = bug.witness();
    const trigger = triggers.find((one) => one.name === bug.trigger);
    const problems = witness.events.flatMap((event) => (trigger === undefined ? [] : check(trigger, event)));
    expect(problems.filter((issue) => issue.severity === 'error').map(describeIssue)).toEqual([]);

    const buggy = await deliverAll(bug.buggy, witness);
    const fixed = await deliverAll(bug.fixed, witness);
    expect(buggy).not.toEqual(fixed);
    expect(fixed.late).toEqual(fixed.left);
    expect(fixed.polluted).toEqual([]);
    if (witness.failCall === undefined) {
      expect(fixed.outcomes.filter((outcome) => !('result' in outcome))).toEqual([]);
    }
  });

  test('its twin succeeds on 100 ordinary events', async () => {
    for (const event of events.get(bug.trigger) ?? []) await deliverOnce(bug.fixed, event);
  });
});

const asserted = allBugs.filter((bug) => bug.property !== undefined);

test.each(named(asserted))('the property of %s holds for its twin alone', async (_name, bug) => {
  const holds = async (factory: HandlerFactory, event: unknown) => {
    const seen = await deliverOnce(factory, event).catch(() => undefined);
    return seen !== undefined && bug.property?.(seen) === true;
  };
  const witnesses = bug.witness().events;
  for (const event of [...witnesses, ...(events.get(bug.trigger) ?? [])]) {
    expect(await holds(bug.fixed, event)).toBe(true);
  }
  const broken = await Promise.all(witnesses.map((event) => holds(bug.buggy, event)));
  expect(broken).toContain(false);
});

test.each(named(correctHandlers))(
  '%s succeeds on 100 ordinary events',
  async (_name, { trigger, handler }) => {
    for (const event of events.get(trigger) ?? []) await deliverOnce(handler, event);
  },
);
