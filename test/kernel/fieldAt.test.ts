import { describe, expect, test } from 'vitest';
import { apigw, eventbridge, fieldAt, type IssuePath, samples, timer, triggers } from '../../src/index.js';

/** Every field within a value with the object or array that it stands in. */
function* fieldsOf(holder: unknown, path: IssuePath = []): Generator<[IssuePath, unknown]> {
  if (typeof holder !== 'object' || holder === null) return;
  for (const name of Object.keys(holder)) {
    const at = [...path, Array.isArray(holder) ? Number(name) : name];
    yield [at, holder];
    yield* fieldsOf((holder as Readonly<Record<string, unknown>>)[name], at);
  }
}

describe.each(triggers.map((trigger) => [trigger.name, trigger] as const))('%s', (_, trigger) => {
  test('every field of its events is known', () => {
    const schema = trigger.contract.schema();
    for (const event of samples(trigger, { count: 20 })) {
      for (const [path, holder] of fieldsOf(event)) {
        expect({ path, known: fieldAt(schema, path, holder) !== undefined }).toEqual({ path, known: true });
      }
    }
  });

  test('what the contract always wants is there, with a description', () => {
    const schema = trigger.contract.schema();
    const required = Array.isArray(schema.required) ? schema.required : [];
    for (const name of required) {
      const field = fieldAt(schema, [String(name)], {});
      expect(field).toMatchObject({ always: true, description: expect.stringMatching(/\w/) });
    }
  });
});

test('tells description, type, presence and source', () => {
  expect(fieldAt(timer.contract.schema(), ['Message'], {})).toEqual({
    description: 'The text set with the trigger (CustomArgument), at most 4 KB; "" when none was set.',
    type: 'string',
    always: true,
    source: 'captured 2019, 2020, 2025',
  });
  expect(fieldAt(apigw.contract.schema(), ['isBase64Encoded'], {})).toMatchObject({
    type: 'boolean or "true", "false"',
    always: false,
  });
});

test('of several forms the one that the value has is meant', () => {
  const schema = eventbridge.contract.schema();
  const types = [...samples(eventbridge, { count: 60 })].map(({ type, data }) => ({ type, data }));
  const ofTdmq = types.find(({ type }) => type === 'connector:tdmq')?.data;
  const ofCkafka = types.find(({ type }) => type === 'connector:ckafka')?.data;
  const says = (data: unknown) => fieldAt(schema, ['data', 'topic'], data)?.description;
  expect(says(ofTdmq)).toMatch(/\w/);
  expect(says(ofCkafka)).toMatch(/\w/);
  expect(says(ofTdmq)).not.toBe(says(ofCkafka));
});

test('an unknown field is unknown, and so is what is below it', () => {
  const schema = timer.contract.schema();
  expect(fieldAt(schema, ['Future'], {})).toBeUndefined();
  expect(fieldAt(schema, ['Future', 'nested'], {})).toBeUndefined();
  expect(fieldAt(schema, ['constructor'], {})).toBeUndefined();
});
