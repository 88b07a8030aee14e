import '../../src/matchers/vitest.js';
import { describe, expect, test } from 'vitest';
import { contractOf, defineTrigger, isObject, timer } from '../../src/index.js';
import { eventMatchers } from '../../src/matchers/index.js';
import { messageOf } from './messageOf.js';

const event = { Type: 'Timer', TriggerName: 'daily', Time: '2026-01-01T00:00:00Z', Message: '' };
const broken = { Type: 'Timer', TriggerName: 'daily', Message: 5 };

describe('toBeEventOf', () => {
  test('passes for a valid event of the kind', () => {
    expect(event).toBeEventOf('timer');
    expect(event).toBeEventOf(timer);
    expect(event).not.toBeEventOf('cos');
  });

  test('fails for an event that breaks the contract', () => {
    expect(messageOf(() => expect(broken).toBeEventOf('timer'))).toMatchInlineSnapshot(`
      "expect(event).toBeEventOf("timer")

      Expected a valid timer event, found 2 problems:
        Time: expected a value, received nothing           timer/Time-required
        Message: expected a string, received 5 (a number)  timer/Message-type
      Sources:
        Time-required, Message-type: captured 2019, 2020, 2025"
    `);
  });

  test('fails for an unknown field when strict', () => {
    expect({ ...event, Extra: 1 }).toBeEventOf('timer');
    expect(
      messageOf(() => expect({ ...event, Extra: 1 }).toBeEventOf('timer', { strict: true })),
    ).toMatchInlineSnapshot(`
      "expect(event).toBeEventOf("timer", { strict: true })

      Expected a strictly valid timer event, found 1 problem:
        Extra: expected only fields that a source shows, received 1 (a number); the vendor may have added it since  timer/unknown-field
      Sources:
        unknown-field: the contract"
    `);
  });

  test('fails for an event of another kind, and names that', () => {
    expect(messageOf(() => expect(event).toBeEventOf('cmq'))).toMatchInlineSnapshot(`
      "expect(event).toBeEventOf("cmq")

      Expected a valid cmq event, found 1 problem:
        Records: expected a value, received nothing  cmq/Records-required
      It looks like an event of timer.
      Sources:
        Records-required: captured 2019; documented"
    `);
  });

  test('fails when negated and the event is valid', () => {
    expect(messageOf(() => expect(event).not.toBeEventOf('timer'))).toMatchInlineSnapshot(`
      "expect(event).not.toBeEventOf("timer")

      Expected no valid timer event."
    `);
  });

  test("knows a user's kind", () => {
    const doorbell = defineTrigger({
      name: 'doorbell',
      summary: 'Sent when somebody rings.',
      documentation: 'https://example.com/doorbell',
      contract: contractOf<{ door: string }>({
        name: 'doorbell',
        validate: (value) => isObject(value) && typeof value.door === 'string',
        schema: () => ({}),
      }),
      invocation: 'async',
      retries: 'Twice.',
      sample: (draw) => ({ door: draw.pick(['front', 'back']) }),
      edgeCases: [],
      rules: [],
      looksLike: (value) => isObject(value) && 'door' in value,
    });
    const { toBeEventOf } = eventMatchers({ triggerNamed: () => doorbell, kindOf: () => 'doorbell' });
    expect(toBeEventOf({ door: 'front' }, 'doorbell').pass).toBe(true);
    expect({ door: 'front' }).toBeEventOf(doorbell);
  });
});

describe('toBeValidScfEvent', () => {
  test('passes for a valid event of any kind', () => {
    expect(event).toBeValidScfEvent();
  });

  test('fails for an event that breaks the contract of what it looks like', () => {
    expect(messageOf(() => expect(broken).toBeValidScfEvent())).toMatchInlineSnapshot(`
      "expect(event).toBeValidScfEvent()

      Expected a valid timer event, found 2 problems:
        Time: expected a value, received nothing           timer/Time-required
        Message: expected a string, received 5 (a number)  timer/Message-type
      Sources:
        Time-required, Message-type: captured 2019, 2020, 2025"
    `);
  });

  test('fails for what looks like no event', () => {
    expect(messageOf(() => expect({ a: 1 }).toBeValidScfEvent())).toMatchInlineSnapshot(`
      "expect(event).toBeValidScfEvent()

      Expected a valid SCF event, found 1 problem:
        expected an event of some kind, received an object that looks like none"
    `);
  });
});

describe('toFitInvocation', () => {
  test('passes when the JSON is small enough', () => {
    expect('a'.repeat(131_070)).toFitInvocation('async');
    expect('a'.repeat(131_071)).not.toFitInvocation('async');
    expect('a'.repeat(131_071)).toFitInvocation('sync');
    expect('a'.repeat(6_291_455)).not.toFitInvocation('sync');
  });

  test('fails when it is too large', () => {
    expect(
      messageOf(() => expect({ text: '云'.repeat(50_000) }).toFitInvocation('async')),
    ).toMatchInlineSnapshot(`
      "expect(event).toFitInvocation("async")

      Expected an event of at most 131,072 bytes of JSON, which fits async invocation, found 1 problem:
        expected at most 131072 bytes of JSON, received 150011 bytes  event/fits-async-invocation
      The event has 150,011 bytes.
      Sources:
        fits-async-invocation: https://cloud.tencent.com/document/product/583/11637"
    `);
  });

  test('fails when negated and it fits', () => {
    expect(messageOf(() => expect(event).not.toFitInvocation('async'))).toMatchInlineSnapshot(`
      "expect(event).not.toFitInvocation("async")

      Expected an event of more than 131,072 bytes of JSON, which does not fit async invocation.
      The event has 81 bytes."
    `);
  });

  test('fails when there is no event', () => {
    expect(messageOf(() => expect(undefined).toFitInvocation('sync'))).toMatchInlineSnapshot(`
      "expect(event).toFitInvocation("sync")

      Expected an event of at most 6,291,456 bytes of JSON, which fits sync invocation, found 1 problem:
        expected an event, received nothing"
    `);
  });
});

describe('toMatchContract', () => {
  const schema = { type: 'object', properties: { id: { type: 'integer', minimum: 1 } }, required: ['id'] };

  test('passes for a value that fulfils a JSON Schema or a Standard Schema', () => {
    expect({ id: 1 }).toMatchContract(schema);
    expect(event).toMatchContract(timer.contract);
    expect({ id: 0 }).not.toMatchContract(schema);
  });

  test('fails for a value that breaks a JSON Schema', () => {
    expect(messageOf(() => expect({ id: 0 }).toMatchContract(schema))).toMatchInlineSnapshot(`
      "expect(value).toMatchContract({ … })

      Expected a value that fulfils the contract, found 1 problem:
        id: expected at least 1, received 0 (a number)  schema/id-minimum"
    `);
  });

  test('fails for a value that breaks a Standard Schema', () => {
    expect(messageOf(() => expect(broken).toMatchContract(timer.contract))).toMatchInlineSnapshot(`
      "expect(value).toMatchContract({ … })

      Expected a value that fulfils the contract, found 2 problems:
        Time: expected a value, received nothing           timer/Time-required
        Message: expected a string, received 5 (a number)  timer/Message-type
      Sources:
        Time-required, Message-type: captured 2019, 2020, 2025"
    `);
  });
});
