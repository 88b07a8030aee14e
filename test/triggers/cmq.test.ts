import { expect, test } from 'vitest';
import { check, cmq, describeIssue, jsonBytes, sample, samples } from '../../src/index.js';

/** The event that the vendor's Go library is tested with, captured in 2019. */
const captured = {
  type: 'topic',
  topicOwner: 123456,
  topicName: 'ritchiechen-cmq-test',
  subscriptionName: 'ritchiechen-cmq-test',
  publishTime: '2019-08-16T10:48:49Z',
  msgId: '13510798882111490',
  requestId: '2758374289357404466',
  msgBody: 'aaaaaaaaaa',
  msgTag: 'aaaa, bbbbb, cccc',
};

const lines = (change: object) =>
  check(cmq, { Records: [{ CMQ: { ...captured, ...change } }] }).map(
    (issue) => `${issue.severity} ${describeIssue(issue)}`,
  );

test('the captured event checks clean', () => {
  expect(check(cmq, { Records: [{ CMQ: captured }] }, { strict: true })).toEqual([]);
});

test('check reports forms that are not sent as warnings, and what no source shows as errors', () => {
  expect([
    ...lines({ topicOwner: '120xxxxx', msgTag: ['a', 'b'], type: 'queue' }),
    ...lines({ publishTime: '2019-02-29T10:48:49Z' }),
    ...lines({ publishTime: '2019-08-16 10:48:49', msgId: 'a1' }),
  ]).toMatchInlineSnapshot(`
    [
      "warning Records[0].CMQ.topicOwner: expected an integer, received "120xxxxx" (a string)",
      "warning Records[0].CMQ.msgTag: expected the tags in one string, separated by ", ", received an array of 2",
      "warning Records[0].CMQ.type: expected "topic", since functions subscribe to topics, received "queue" (a string)",
      "error Records[0].CMQ.publishTime: expected a day that the month has, received "2019-02-29T10:48:49Z" (a string)",
      "error Records[0].CMQ.publishTime: expected text that matches /^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{3})?Z$/, received "2019-08-16 10:48:49" (a string)",
      "error Records[0].CMQ.msgId: expected text that matches /^\\d+$/, received "a1" (a string)",
    ]
  `);
  expect(lines({ publishTime: '1970-01-01T00:00:00.000Z', msgTag: 'tag1,tag2' })).toEqual([]);
});

test('samples have the form of the captured event', () => {
  for (const { Records } of samples(cmq, { count: 200 })) {
    const [message] = Records.map((record) => record.CMQ);
    expect(Object.keys(message ?? {}).sort()).toEqual(Object.keys(captured).sort());
    expect(message?.publishTime).toHaveLength('2019-08-16T10:48:49Z'.length);
    expect(typeof message?.topicOwner).toBe('number');
  }
});

test('the payload is the body, and decode opens it', () => {
  const event = sample(cmq, { payload: () => ({ orderId: 17 }) });
  expect(event.Records[0]?.CMQ.msgBody).toBe('{"orderId":17}');
  expect(cmq.decode(event)).toEqual([
    { path: ['Records', 0, 'CMQ', 'msgBody'], encoding: 'JSON', value: { orderId: 17 } },
  ]);
});

test('an event reaches the limit of asynchronous calls and not more', () => {
  const event = sample(cmq, { sizeBytes: 131_072 });
  expect(jsonBytes(event)).toBe(131_072);
  expect(check(cmq, event)).toEqual([]);
  expect(check(cmq, sample(cmq, { sizeBytes: 131_073 })).map(describeIssue)).toEqual([
    'expected at most 131072 bytes of JSON, received 131073 bytes',
  ]);
});
