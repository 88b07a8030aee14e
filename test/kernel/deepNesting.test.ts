import { expect, test } from 'vitest';
import { check, isObject, jsonBytes, sample, triggers } from '../../src/index.js';

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? { a: value } : [value];
  return value;
};

test('counts bytes as JSON.stringify does, also where it cannot follow', () => {
  expect(jsonBytes(nested(1000))).toBe(JSON.stringify(nested(1000)).length);
  expect(jsonBytes(nested(100_000))).toBe(50_000 * 6 + 50_000 * 2 + 1);
});

test.each(triggers.map((trigger) => [trigger.name, trigger] as const))(
  'checks a %s event that is nested 20,000 levels deep',
  (_name, trigger) => {
    const event: unknown = sample(trigger);
    const deep = isObject(event) ? { ...event, deep: nested(20_000) } : nested(20_000);
    expect(() => check(trigger, deep, { strict: true })).not.toThrow();
  },
);
