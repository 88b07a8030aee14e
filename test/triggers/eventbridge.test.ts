import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryOf } from '../../src/fuzz/index.js';
import {
  check,
  describeIssue,
  type EventbridgeEvent,
  eventbridge,
  kindOf,
  type Overrides,
  sample,
  samples,
} from '../../src/index.js';
import { deliveryRulesOf } from '../../src/kernel/delivery.js';

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
      "an old type": [],
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
        "warning eventbridge/form-is-today subjuect: expected subject, spelt like this, received "x" (a string)",
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

describe('what is delivered', () => {
  test('is drawn as a log of a delivered event shows it, and as the page of the structure has it', () => {
    const forms = new Set(
      [...samples(eventbridge, { count: 200 })].map(
        (event) => `${event.specversion} ${typeof event.time} ${'status' in event} ${'tags' in event}`,
      ),
    );
    expect(forms).toEqual(new Set(['0 number true true', '1.0 string false false']));
  });

  test.each<Partial<EventbridgeEvent>>([
    { specversion: '0', status: '', tags: null, time: 1_615_430_559_146 },
    { specversion: '1.0' },
    { specversion: '1.0.2' },
  ])('checks clean as %j', (form) => {
    expect(check(eventbridge, { ...tdmqEvent, ...form }, { strict: true })).toEqual([]);
  });

  test('may call the type of a message of CKafka connector:kafka', () => {
    expect(check(eventbridge, { ...ckafkaEvent, type: 'connector:kafka' }, { strict: true })).toEqual([]);
  });

  test.each([
    ['qcs::tdmq:ap-guangzhou:uin/1250000000:topicName/cluster'],
    ['qcs::tdmq:ap-guangzhou:uin/1250000000:topicName'],
    ['qcs::tdmq:ap-guangzhou:uin/1250000000'],
  ])('with the subject %s is warned of the template, and of nothing that is undefined', (subject) => {
    const found = lines({ ...tdmqEvent, subject });
    expect(found).toEqual([expect.stringMatching(/^warning eventbridge\/subject-template subject: /)]);
    expect(found.join()).not.toContain('undefined');
  });
});

describe('a batch', () => {
  const batchOf = (...EventList: unknown[]) => ({ EventList });

  test('is an event of eventbridge with as many events as are asked for', () => {
    const batch: unknown = sample(eventbridge, { batch: 3 });
    expect(batch).toEqual({ EventList: [expect.anything(), expect.anything(), expect.anything()] });
    expect(kindOf(batch)).toBe('eventbridge');
    expect(check(eventbridge, batch, { strict: true })).toEqual([]);
  });

  test('is told with the place of what is wrong', () => {
    expect(lines(batchOf(tdmqEvent, { ...ckafkaEvent, source: 'shop' }))).toEqual([
      expect.stringMatching(/^error eventbridge\/connector-source EventList\[1\]\.source: /),
    ]);
    const { id: _, ...nameless } = tdmqEvent;
    expect(lines(batchOf(nameless))).toEqual([
      'error eventbridge/id-required EventList[0].id: expected a value, received nothing',
    ]);
    expect(lines({ ...nameless, source: 5 })).toEqual([
      'error eventbridge/id-required id: expected a value, received nothing',
      expect.stringMatching(/^error eventbridge\/source-type source: /),
    ]);
  });

  test('is not what a call of PutEvents sends', () => {
    expect(
      kindOf({ EventBusId: 'eb-1', EventList: [{ Source: 'a', Type: 'b', Subject: 'c', Data: '{}' }] }),
    ).toBeUndefined();
  });

  test('opens the body of each event', () => {
    const batch = sample(eventbridge, { batch: 2, payload: () => [1] });
    expect(eventbridge.decode(batch).map(({ path }) => path)).toEqual([
      ['EventList', 0, 'data', 'msgBody'],
      ['EventList', 1, 'data', 'msgBody'],
    ]);
  });

  test('takes what is fixed in EventList, and refuses what is fixed beside it', () => {
    const fixed = { EventList: { source: 'cos.cloud.tencent' } } as Overrides<EventbridgeEvent>;
    const batch: unknown = sample(eventbridge, { batch: 2, overrides: fixed });
    expect(batch).toMatchObject({
      EventList: [{ source: 'cos.cloud.tencent' }, { source: 'cos.cloud.tencent' }],
    });
    expect(check(eventbridge, batch, { strict: true })).toEqual([]);
    expect(() =>
      sample(eventbridge, { batch: 2, overrides: { source: 'a' } }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Misuse: Cannot fix source of events that come together: they stand in EventList. Pass { EventList: { source: … } } for all of them, or a list for one after the other.]`,
    );
    expect(() => sample(eventbridge, { batch: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[Misuse: Cannot deliver "0" events together: it must be a whole number from 1 to 10000.]`,
    );
  });

  test('is cut by deliveries into smaller batches, while an event by itself is never put into one', () => {
    const { batch: lens } = deliveryRulesOf(eventbridge);
    const several = sample(eventbridge, { batch: 2 });
    const items = lens?.itemsOf(several) ?? [];
    expect(items.length).toBe(2);
    expect(lens?.withItems(several, items.slice(1))).toEqual({ EventList: items.slice(1) });
    const alone = sample(eventbridge);
    expect(lens?.withItems(alone, lens.itemsOf(alone))).toBe(alone);
  });

  test('is no case of a fuzz that did not ask for one', () => {
    const drawn = fc.sample(arbitraryOf(eventbridge), { seed: 1, numRuns: 400 });
    expect(drawn.filter((event) => 'EventList' in event)).toEqual([]);
    const named = fc.sample(arbitraryOf(eventbridge, { edges: ['batch'] }), { seed: 1, numRuns: 100 });
    expect(named.some((event) => 'EventList' in event)).toBe(true);
  });
});
