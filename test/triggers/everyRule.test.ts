import { describe, expect, test } from 'vitest';
import { check, type Issue, type Trigger, triggers } from '../../src/index.js';
import { testAtNight } from '../nightly.js';
import { pairs } from './rulePairs/index.js';

/** What a strict check reports of a kind: its rules, and fields that no source shows where a contract names fields. */
function rulesOf(trigger: Trigger): string[] {
  const { properties, anyOf } = trigger.contract.schema();
  const unknown = properties === undefined && anyOf === undefined ? [] : [`${trigger.name}/unknown-field`];
  return [...trigger.rules.map((rule) => rule.name), ...unknown];
}

const namesIn = (issues: readonly Issue[]) => [...new Set(issues.map(({ rule }) => rule))].sort();

/** The size of an event is one rule for all kinds, which takes events of 6 MB: by day the first kind has it. */
const isForNight = ({ name }: Trigger, rule: string) =>
  rule.endsWith('/fits-sync-invocation') && name !== triggers[0]?.name;

describe.each(triggers.map((trigger) => [trigger.name, trigger] as const))('%s', (_name, trigger) => {
  for (const rule of rulesOf(trigger))
    (isForNight(trigger, rule) ? testAtNight : test)(rule, () => tryRule(trigger, rule));
});

function tryRule(trigger: Trigger, rule: string): void {
  const given = pairs[rule] ?? [];
  expect(given.length, `${rule} has no pair in test/triggers/rulePairs`).toBeGreaterThan(0);
  for (const { what, broken, fine, at, also = [] } of given) {
    const found = check(trigger, broken, { strict: true });
    expect([what, ...namesIn(found)]).toEqual([what, ...[rule, ...also].sort()]);
    const places = found.filter((issue) => issue.rule === rule).map(({ path }) => path.join('.'));
    expect([what, ...places]).toEqual([what, ...at]);
    expect([what, ...namesIn(check(trigger, fine, { strict: true }))]).toEqual([what, ...also]);
  }
}

test('no pair stands for a rule that there is not', () => {
  const known = new Set(triggers.flatMap(rulesOf));
  expect(Object.keys(pairs).filter((rule) => !known.has(rule))).toEqual([]);
});
