import '../../src/matchers/vitest.js';
import { describe, expect, test } from 'vitest';
import { messageOf } from '../matchers/messageOf.js';

describe('toBeValidTriggerDesc', () => {
  test('passes for a text as it is sent, for its value, and with warnings', () => {
    expect('0 */5 * * * * *').toBeValidTriggerDesc('timer');
    expect('{"event":"cos:ObjectCreated:*","filter":{"Prefix":"","Suffix":""}}').toBeValidTriggerDesc('cos');
    expect({ filterType: 1, filterKey: ['test'] }).toBeValidTriggerDesc('cmq');
    expect('*/5 * * * *').toBeValidTriggerDesc('timer');
    expect({ desc: '0 0 24 * * * *' }).toEqual({ desc: expect.not.toBeValidTriggerDesc('timer') });
  });

  test('fails for what the API would not take', () => {
    expect(
      messageOf(() => expect('{"maxMsgNum":20000,"offset":1595927203000}').toBeValidTriggerDesc('ckafka')),
    ).toMatchInlineSnapshot(`
      "expect(desc).toBeValidTriggerDesc("ckafka")

      Expected a TriggerDesc that a ckafka trigger can have, found 2 problems:
        maxMsgNum: expected at most 10000, or a string, received 20000 (a number)                     ckafka-triggerdesc/maxMsgNum-anyOf
        offset: expected a string, received 1595927203000 (a number); write the text "1595927203000"  ckafka-triggerdesc/offset-type
      Sources:
        maxMsgNum-anyOf, offset-type: https://www.tencentcloud.com/document/product/583/34880"
    `);
    expect(messageOf(() => expect(5).toBeValidTriggerDesc('timer'))).toMatchInlineSnapshot(`
      "expect(desc).toBeValidTriggerDesc("timer")

      Expected a TriggerDesc that a timer trigger can have, found 1 problem:
        expected a string, received 5 (a number)"
    `);
  });

  test('fails when negated and the text is valid', () => {
    expect(
      messageOf(() => expect('0 */5 * * * * *').not.toBeValidTriggerDesc('timer')),
    ).toMatchInlineSnapshot(`
      "expect(desc).not.toBeValidTriggerDesc("timer")

      Expected no TriggerDesc that a timer trigger can have."
    `);
  });

  test('an unknown type is wrong use', () => {
    expect(messageOf(() => expect('{}').toBeValidTriggerDesc('kafka'))).toMatchInlineSnapshot(
      `"Cannot use trigger type "kafka": did you mean "ckafka"?"`,
    );
    // @ts-expect-error the type is a text
    expect(messageOf(() => expect('{}').toBeValidTriggerDesc(5))).toMatchInlineSnapshot(
      `"Cannot use toBeValidTriggerDesc: the type is 5 (a number). Pass the Type of a trigger: 'timer', 'cos', …."`,
    );
  });
});
