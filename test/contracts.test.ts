import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { edgeCases, isObject, samples, triggers } from '../src/index.js';
import { codePoints } from '../src/kernel/json.js';

/** Every value that differs from `value` in one place, places drawn by a fixed walk. */
function* spoiled(value: unknown, replacements: readonly unknown[]): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const other of spoiled(item, replacements)) yield value.with(index, other);
    }
    yield [];
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      const { [name]: inner, ...rest } = value;
      yield rest;
      for (const other of spoiled(inner, replacements)) yield { ...value, [name]: other };
    }
  }
  for (const replacement of replacements) yield replacement;
}

const replacements = ['', 'x', '0', 0, -1, 1.5, 2 ** 53, true, null, [], {}, [null], [{}], { x: 1 }];

describe.each(triggers.map((trigger) => [trigger.name, trigger] as const))(
  'the contract of %s',
  (_name, trigger) => {
    test('says of every single change what ajv says, and names what it refuses', () => {
      const ajv = new Ajv({ strict: false, allErrors: false, validateSchema: false });
      const { $schema: _, ...schema } = trigger.contract.schema();
      const accepts = ajv.compile(schema);
      let refused = 0;
      let seen = 0;
      const events = [
        ...samples(trigger, { count: 3 }),
        ...edgeCases(trigger)
          .slice(0, 12)
          .map((edge) => edge.event),
      ];
      for (const event of events.filter((candidate) => JSON.stringify(candidate).length < 20_000)) {
        for (const candidate of spoiled(event, replacements)) {
          const verdict = accepts(candidate);
          seen++;
          if (!verdict) refused++;
          if (trigger.contract.accepts(candidate) !== verdict)
            expect.fail(`${verdict ? 'ajv accepts' : 'ajv refuses'} ${JSON.stringify(candidate)}`);
          if ((trigger.contract.issuesOf(candidate).length === 0) !== verdict)
            expect.fail(`issues of ${JSON.stringify(candidate)}`);
          if (seen > 4000) break;
        }
      }
      expect(seen).toBeGreaterThan(10);
      expect(refused > 0 || trigger.contract.accepts(null)).toBe(true);
    });
  },
);

test('lengths are counted in characters', () => {
  expect(codePoints('a😀')).toBe(2);
});
