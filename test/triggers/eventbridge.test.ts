import { describe, expect, test } from 'vitest';
import {
  check,
  describeIssue,
  type EventbridgeEvent,
  eventbridge,
  type Overrides,
  sample,
  samples,
} from '../../src/index.js';

/** The events of the EventBridge documents, in today's spelling. */
const tdmqEvent = {
  specversion: '1.0',
  id: '13a3f42d-7258-4ada-da6d-023a333b4662',
  type: 'connector:tdmq',
  source: 'tdmq.cloud.tencent',
  subject: 'qcs::tdmq:ap-guangzhou:uin/1250000000:topicName/cluster/namespace/topic-1/sub',
  time: '1615430559146',
  region: 'ap-guangzhou',
  datacontenttype: 'application/json;charset=utf-8',
  data: {
    topic: 'persistent://appid/namespace/topic-1',
    tags: 'testtopic',
    TopicType: '0',
    subscriptionName: 'sub',
    toTimestamp: '1603352765001',
    partitions: '0',
    msgId: '123345346',
    msgBody: 'Hello from TDMQ!',
  },
};
const ckafkaEvent = {
  ...tdmqEvent,
  type: 'connector:ckafka',
  source: 'ckafka.cloud.tencent',
  subject: 'qcs::ckafka:ap-guangzhou:uin/1250000000:ckafkaId/uin/1250000000/ckafka-123456',
  data: {
    topic: 'test-topic',
    Partition: 1,
    offset: 37,
    msgKey: 'test',
    msgBody: 'Hello from Ckafka again!',
  },
};
const cosEvent = {
  ...tdmqEvent,
  type: 'cos:created:object',
  source: 'cos.cloud.tencent',
  subject: 'qcs::cos:ap-guangzhou:uid1250000000:bucketname',
  resource: ['qcs::eb:ap-guangzhou:uid1250000000:eventbusid/eventruleid'],
  data: { name: 'testname', scope: 100 },
};

const lines = (value: unknown) =>
  check(eventbridge, value).map((issue) => `${issue.severity} ${issue.rule} ${describeIssue(issue)}`);

test.each([tdmqEvent, ckafkaEvent, cosEvent])('the documented event of $source checks clean', (event) => {
  expect(check(eventbridge, event, { strict: true })).toEqual([]);
});

describe('sample', () => {
  test('draws TDMQ, CKafka and COS sources', () => {
    const sources = [...samples(eventbridge, { count: 100 })].map(({ source }) => source);
    expect([...new Set(sources)].sort()).toEqual([
      'ckafka.cloud.tencent',
      'cos.cloud.tencent',
      'tdmq.cloud.tencent',
    ]);
  });

  test.each<Overrides<EventbridgeEvent>>([
    { source: 'cos.cloud.tencent' },
    { type: 'connector:ckafka', region: 'ap-beijing' },
    { source: 'tdmq.cloud.tencent', time: '1700000000000' },
  ])('follows what is given: %j', (overrides) => {
    for (let index = 0; index < 20; index++) {
      const event = sample(eventbridge, { overrides, index });
      expect(check(eventbridge, event, { strict: true })).toEqual([]);
      expect(event).toMatchObject(overrides);
      if (overrides.region !== undefined) expect(event.subject).toContain(':ap-beijing:');
    }
  });

  test('gives a TDMQ event the topic and the subscription that are given, in the subject too', () => {
    const overrides = {
      source: 'tdmq.cloud.tencent',
      data: { topic: 'persistent://1300000001/shop/orders', subscriptionName: 'mine' },
    };
    const event = sample(eventbridge, { overrides });
    expect(check(eventbridge, event, { strict: true })).toEqual([]);
    expect(event.subject).toMatch(/:uin\/1300000001:topicName\/[^/]+\/shop\/orders\/mine$/);
  });

  test('puts a payload into a message, never into a COS event', () => {
    for (const event of samples(eventbridge, { payload: () => ({ orderId: 17 }), count: 40 })) {
      expect(event.data).toMatchObject({ msgBody: '{"orderId":17}' });
    }
  });

  test('has a message that was written before the event', () => {
    for (const { data, time } of samples(eventbridge, {
      overrides: { source: 'tdmq.cloud.tencent' },
      count: 40,
    })) {
      expect('toTimestamp' in data && Number(data.toTimestamp) <= Number(time)).toBe(true);
    }
  });
});

test('check reports what does not fit together', () => {
  const { subject: _, ...withoutSubject } = tdmqEvent;
  const wrong: Readonly<Record<string, unknown>> = {
    'another source': { ...tdmqEvent, source: 'ckafka.cloud.tencent' },
    'no body': { ...ckafkaEvent, data: { ...ckafkaEvent.data, msgBody: undefined } },
    'no partition': { ...ckafkaEvent, data: { ...ckafkaEvent.data, Partition: undefined, offset: -1 } },
    'a short topic': { ...tdmqEvent, subject: 'free text', data: { ...tdmqEvent.data, topic: 'topic-1' } },
    'another topic': {
      ...tdmqEvent,
      data: { ...tdmqEvent.data, topic: 'persistent://appid/namespace/other' },
    },
    'another subscription': { ...tdmqEvent, data: { ...tdmqEvent.data, subscriptionName: 'other' } },
    'another region': { ...tdmqEvent, region: 'ap-beijing' },
    'no subject': withoutSubject,
    seconds: { ...tdmqEvent, time: '1615430559', data: { ...tdmqEvent.data, toTimestamp: '1603352765' } },
    'old spellings': {
      ...withoutSubject,
      subjuect: 'x',
      specversion: '0',
      time: 1615430559146,
      type: 'a',
      source: 'b',
    },
    'another media type': { ...cosEvent, datacontenttype: 'text/plain' },
    'an old type': { ...ckafkaEvent, type: 'connector:kafka' },
  };
  const found = Object.fromEntries(Object.entries(wrong).map(([name, event]) => [name, lines(event)]));
  expect(found).toMatchInlineSnapshot(`
    {
      "a short topic": [
        "error eventbridge/connector-data data.topic: expected a full path such as persistent://appid/namespace/topic, received "topic-1" (a string)",
      ],
      "an old type": [
        "warning eventbridge/form-is-today type: expected "connector:ckafka", received "connector:kafka" (a string)",
      ],
      "another media type": [
        "warning eventbridge/form-is-today datacontenttype: expected JSON, received "text/plain" (a string)",
      ],
      "another region": [
        "error eventbridge/subject-agrees subject: expected the region ap-beijing, received "qcs::tdmq:ap-guangzhou:uin/1250000000:topicName/cluster/name…" (a string of 77 characters)",
      ],
      "another source": [
        "error eventbridge/connector-source source: expected "tdmq.cloud.tencent", received "ckafka.cloud.tencent" (a string)",
        "error eventbridge/subject-agrees subject: expected qcs::ckafka:…, received "qcs::tdmq:ap-guangzhou:uin/1250000000:topicName/cluster/name…" (a string of 77 characters)",
      ],
      "another subscription": [
        "error eventbridge/subject-agrees data.subscriptionName: expected "sub" as in subject, received "other" (a string)",
      ],
      "another topic": [
        "error eventbridge/subject-agrees data.topic: expected …/namespace/topic-1, received "persistent://appid/namespace/other" (a string)",
      ],
      "no body": [
        "error eventbridge/connector-data data.msgBody: expected a string, received nothing",
      ],
      "no partition": [
        "error eventbridge/connector-data data.Partition: expected an integer from 0, received nothing",
        "error eventbridge/connector-data data.offset: expected an integer from 0, received -1 (a number)",
      ],
      "no subject": [
        "error eventbridge/has-subject subject: expected a string, received nothing",
      ],
      "old spellings": [
        "warning eventbridge/form-is-today specversion: expected "1.0", received "0" (a string)",
        "warning eventbridge/form-is-today subjuect: expected subject, spelt like this, received "x" (a string)",
        "warning eventbridge/form-is-today time: expected text, received 1615430559146 (a number)",
      ],
      "seconds": [
        "error eventbridge/time-is-milliseconds time: expected milliseconds since 1970, received "1615430559" (a string)",
        "error eventbridge/time-is-milliseconds data.toTimestamp: expected milliseconds since 1970, received "1603352765" (a string)",
      ],
    }
  `);
});

test('decode opens a body of JSON', () => {
  const event = sample(eventbridge, { payload: () => [1, 2] });
  expect(eventbridge.decode(event)).toEqual([{ path: ['data', 'msgBody'], encoding: 'JSON', value: [1, 2] }]);
  expect(eventbridge.decode(sample(eventbridge, { overrides: { source: 'cos.cloud.tencent' } }))).toEqual([]);
});
