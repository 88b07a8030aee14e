import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { clsLogsContract } from '../src/generated/cls-logs.js';
import { type Contract, cls, decodeCls, edgeCases, isObject, samples, triggers } from '../src/index.js';
import { codePoints, jsonInside } from '../src/kernel/json.js';
import type { TriggerType } from '../src/triggerdesc/index.js';
import * as triggerdesc from '../src/triggerdesc/index.js';
import { casesToTry } from './nightly.js';

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

/** One of so many changes is compared: of each place some, since it shares no divisor with how many there are of each. */
const oneOf = casesToTry(5, 1);

/** Compares the contract with ajv over every single change of the values; tells how many it saw and refused. */
function compareWithAjv(
  contract: Contract<unknown>,
  values: Iterable<unknown>,
): { seen: number; refused: number } {
  const ajv = new Ajv({ strict: false, allErrors: false, validateSchema: false });
  const { $schema: _, ...schema } = contract.schema();
  const accepts = ajv.compile(schema);
  let refused = 0;
  let seen = 0;
  for (const value of values) {
    for (const candidate of spoiled(value, replacements)) {
      seen++;
      if (seen % oneOf !== 0) continue;
      const verdict = accepts(candidate);
      if (!verdict) refused++;
      if (contract.accepts(candidate) !== verdict)
        expect.fail(`${verdict ? 'ajv accepts' : 'ajv refuses'} ${JSON.stringify(candidate)}`);
      if ((contract.issuesOf(candidate).length === 0) !== verdict)
        expect.fail(`issues of ${JSON.stringify(candidate)}`);
      if (seen > 4000) break;
    }
  }
  return { seen, refused };
}

describe.each(triggers.map((trigger) => [trigger.name, trigger] as const))(
  'the contract of %s',
  (_name, trigger) => {
    test('says of every single change what ajv says, and names what it refuses', () => {
      const events = [
        ...samples(trigger, { count: 3 }),
        ...edgeCases(trigger)
          .slice(0, 12)
          .map((edge) => edge.event),
      ];
      const { seen, refused } = compareWithAjv(
        trigger.contract,
        events.filter((candidate) => JSON.stringify(candidate).length < 20_000),
      );
      expect(seen).toBeGreaterThan(10);
      expect(refused > 0 || trigger.contract.accepts(null)).toBe(true);
    });
  },
);

function isContract(exported: unknown): exported is Contract<unknown> {
  return isObject(exported) && 'issuesOf' in exported;
}

/** The contracts of descriptions that are JSON, by the type of their trigger. */
const descriptions = (Object.values(triggerdesc) as readonly unknown[])
  .filter(isContract)
  .map((contract) => [contract.name.replace('-triggerdesc', ''), contract] as const);

test('every description that is JSON has a contract', () => {
  const types = triggerdesc.triggerTypes.filter((type) =>
    triggerdesc.sampleTrigger(type).TriggerDesc?.toString().startsWith('{'),
  );
  expect(descriptions.map(([type]) => type).sort()).toEqual(types);
});

test.each(descriptions)('the contract of the description of %s says what ajv says', (type, contract) => {
  const texts = [
    ...Array.from(
      { length: 20 },
      (_, index) => triggerdesc.sampleTrigger(type as TriggerType, { index, hostile: 0.3 }).TriggerDesc,
    ),
    ...triggerdesc.triggerEdgeCases(type as TriggerType).map((edge) => edge.trigger.TriggerDesc),
  ];
  const values = texts.map((text) => jsonInside(String(text))).filter((value) => value !== undefined);
  const { seen, refused } = compareWithAjv(contract, values);
  expect(seen).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(10);
});

test('the contract of unpacked logs says what ajv says', () => {
  const unpacked = [...samples(cls, { count: 5 })].map((event) => decodeCls(event));
  expect(compareWithAjv(clsLogsContract, unpacked).refused).toBeGreaterThan(10);
});

test('lengths are counted in characters', () => {
  expect(codePoints('a😀')).toBe(2);
});
