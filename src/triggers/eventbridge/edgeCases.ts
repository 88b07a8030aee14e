import { oddBodies } from '../../domain/queue/messages.js';
import type { EventbridgeEvent } from '../../generated/eventbridge.js';
import type { Draw } from '../../kernel/draw.js';
import { jsonBytes } from '../../kernel/json.js';
import { largestEventBytes } from '../../kernel/limits.js';
import type { EdgeCase } from '../../kernel/trigger.js';
import { batchOf, batchPage, firstEvent } from './batch.js';
import { page } from './rules.js';

type Case = EdgeCase<EventbridgeEvent>;

const oldPages = 'older pages of the documents';
const deliveredLog =
  'a log print of the quick start: https://www.tencentcloud.com/document/product/1108/46242';
const anyText = 'producers write what they like';

/** A message of TDMQ as the documents show it. */
const tdmqMessage = {
  type: 'connector:tdmq',
  source: 'tdmq.cloud.tencent',
  subject: 'qcs::tdmq:ap-guangzhou:uin/1250000000:topicName/pulsar-3f1c/namespace/topic-1/to-scf',
  region: 'ap-guangzhou',
  data: {
    topic: 'persistent://1250000000/namespace/topic-1',
    tags: 'testtopic',
    TopicType: '0',
    subscriptionName: 'to-scf',
    toTimestamp: '1603352765001',
    partitions: '0',
    msgId: '123345346',
    msgBody: '{"orderId":17}',
  },
} as const;

/** A message of CKafka as the documents show it. */
const ckafkaMessage = {
  type: 'connector:ckafka',
  source: 'ckafka.cloud.tencent',
  subject: 'qcs::ckafka:ap-guangzhou:uin/1250000000:ckafkaId/uin/1250000000/ckafka-123456',
  region: 'ap-guangzhou',
  data: { topic: 'test-topic', Partition: 1, offset: 37, msgKey: 'test', msgBody: '{"orderId":17}' },
} as const;

/** So many events of their own. */
function several(draw: Draw, sample: (draw: Draw) => EventbridgeEvent, count: number): EventbridgeEvent[] {
  return Array.from({ length: count }, () => firstEvent(sample(draw)));
}

function edge(name: string, because: string, source: string, change: Partial<EventbridgeEvent>): Case {
  return { name, because, source, event: (draw, sample) => ({ ...firstEvent(sample(draw)), ...change }) };
}

function body(name: string, because: string, msgBody: string): Case {
  return edge(name, because, anyText, { ...tdmqMessage, data: { ...tdmqMessage.data, msgBody } });
}

function tdmq(
  name: string,
  because: string,
  source: string,
  change: Readonly<Record<string, unknown>>,
): Case {
  return edge(name, because, source, { ...tdmqMessage, data: { ...tdmqMessage.data, ...change } });
}

function ckafka(
  name: string,
  because: string,
  source: string,
  change: Readonly<Record<string, unknown>>,
): Case {
  return edge(name, because, source, { ...ckafkaMessage, data: { ...ckafkaMessage.data, ...change } });
}

function ofSize(name: string, because: string, sizeBytes: number, reports: readonly string[]): Case {
  return {
    name,
    because,
    source: 'https://cloud.tencent.com/document/product/583/11637; that the call is asynchronous is inferred',
    reports,
    event: (draw, sample) => {
      const event = { ...firstEvent(sample(draw)), ...tdmqMessage };
      const padding = ' '.repeat(sizeBytes - jsonBytes(event));
      return { ...event, data: { ...tdmqMessage.data, msgBody: tdmqMessage.data.msgBody + padding } };
    },
  };
}

const beyond = '9007199254740993';

/** Events that break handlers. */
export const edgeCases: readonly Case[] = [
  edge('tdmq-message', 'the message of TDMQ has TopicType, partitions and toTimestamp', page, tdmqMessage),
  edge(
    'ckafka-message',
    'the partition is spelt with a capital letter here, and only here',
    page,
    ckafkaMessage,
  ),
  edge('cos-object', 'there is no msgBody', page, {
    type: 'cos:created:object',
    source: 'cos.cloud.tencent',
    subject: 'qcs::cos:ap-guangzhou:uid1250000000:bucketname',
    region: 'ap-guangzhou',
    data: { name: 'testname', scope: 100 },
  }),
  edge('cos-type-in-capitals', 'the documents write the type of COS events in two ways', page, {
    type: 'COS:Created:PostObject',
    source: 'cos.cloud.tencent',
    subject: 'qcs::cos:ap-guangzhou:uid1250000000:bucketname',
    region: 'ap-guangzhou',
    data: { name: 'testname', scope: 100 },
  }),
  {
    name: 'custom-event',
    because: 'events that people put themselves have any source and type, and may lack the subject',
    source: page,
    event: (draw, sample) => {
      const { subject: _, ...event } = firstEvent(sample(draw));
      return { ...event, source: 'shop.example.com', type: 'order:paid', data: { orderId: 17 } };
    },
  },
  edge('data-with-fields-of-the-event', 'spread into one object, data overwrites them', anyText, {
    source: 'shop.example.com',
    type: 'order:paid',
    data: { id: 17, type: 'card', source: 'web', time: '2026-01-31' },
  }),
  edge('empty-data', 'data is there and holds nothing', page, {
    source: 'shop.example.com',
    type: 'ping',
    data: {},
  }),
  edge('data-prototype', 'merging data into an object sets its prototype', anyText, {
    source: 'shop.example.com',
    type: 'ping',
    data: JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'),
  }),
  edge(
    'matched-rules',
    'a field with the matching rules stands in some samples',
    'documented with the event patterns',
    {
      resource: ['qcs::eb:ap-guangzhou:uid1250000000:eventbusid/eventruleid'],
    },
  ),
  {
    name: 'documented-form',
    because: 'code written after the documents reads subjuect',
    source: oldPages,
    reports: ['eventbridge/form-is-today'],
    event: (draw, sample) => {
      const { subject = '', ...event } = firstEvent(sample(draw));
      return { ...event, specversion: '1.0.2', subjuect: subject };
    },
  },
  edge('kafka-type', 'one page calls the type connector:kafka', oldPages, {
    ...ckafkaMessage,
    type: 'connector:kafka',
  }),
  edge('time-as-number', 'a method of String on a number throws', deliveredLog, { time: 1_615_430_559_146 }),
  edge('time-as-text', 'new Date("1615430559146") is no date', page, { time: '1615430559146' }),
  edge('version-0', 'a reader of CloudEvents that wants version 1.0 refuses it', deliveredLog, {
    specversion: '0',
    status: '',
    tags: null,
  }),
  edge('version-1-0-2', 'comparing the version with "1.0" fails', oldPages, { specversion: '1.0.2' }),
  {
    name: 'batch',
    because: 'a rule with batch delivery turned on sends EventList, and event.data is undefined',
    source: batchPage,
    isOptional: true,
    event: (draw, sample) => batchOf(several(draw, sample, 3)),
  },
  {
    name: 'batch-of-one',
    because: 'with batch delivery turned on an event that comes alone stands in EventList, too',
    source: batchPage,
    isOptional: true,
    event: (draw, sample) => batchOf(several(draw, sample, 1)),
  },
  {
    name: 'batch-with-poison',
    because: 'one event whose message is no JSON fails those beside it, and all of them come again',
    source: `${batchPage}; ${anyText}`,
    isOptional: true,
    event: (draw, sample) =>
      batchOf(
        several(draw, sample, 3).map((event, index) =>
          index === 1
            ? { ...event, ...tdmqMessage, data: { ...tdmqMessage.data, msgBody: '{"orderId": 17, ' } }
            : event,
        ),
      ),
  },
  edge('leap-day', 'most years do not have this day', page, { ...ckafkaMessage, time: '1709164800000' }),
  edge('day-boundary-in-utc-8', 'in UTC+8 it is midnight of the next day', page, {
    ...ckafkaMessage,
    time: '1773590400000',
  }),
  tdmq('topic-type-as-number', 'the SCF page shows a number, and 0 is falsy', 'the SCF page on TDMQ', {
    TopicType: 0,
  }),
  tdmq('dead-letter-topic', 'the message failed before, and failing again loses it', page, {
    TopicType: '4',
  }),
  tdmq('retry-topic', 'the message failed before', page, { TopicType: '3' }),
  tdmq('id-above-2-53', 'the id is digits, and a number loses the last of them', page, { msgId: beyond }),
  edge('small-partition', 'the CKafka trigger spells it partition', 'the event of the CKafka trigger', {
    ...ckafkaMessage,
    data: { topic: 'test-topic', partition: 1, offset: 37, msgKey: 'test', msgBody: '{"orderId":17}' },
  }),
  ckafka('offset-0-partition-0', 'both are falsy', page, { Partition: 0, offset: 0 }),
  {
    ...ckafka('offset-above-2-53', 'offsets are 64-bit integers, and JavaScript rounds this one', page, {
      offset: Number.MAX_SAFE_INTEGER,
    }),
    text: (draw, sample) =>
      JSON.stringify({
        ...firstEvent(sample(draw)),
        ...ckafkaMessage,
        data: { ...ckafkaMessage.data, offset: Number.MAX_SAFE_INTEGER },
      }).replace(`"offset":${Number.MAX_SAFE_INTEGER}`, `"offset":${beyond}`),
  },
  body('poison-message', 'one message that is no JSON is retried and then lost', '{"orderId": 17, '),
  ...oddBodies.map((odd) => body(odd.name, odd.because, odd.body)),
  ofSize(
    'event-of-128-kb',
    'it is exactly as large as an asynchronous event can be',
    largestEventBytes.async,
    [],
  ),
  ofSize('event-one-byte-over-128-kb', 'the platform cannot deliver it', largestEventBytes.async + 1, [
    'eventbridge/fits-async-invocation',
  ]),
  {
    name: 'unknown-fields',
    because: 'the vendor may add fields, and a strict parser refuses them',
    source: page,
    reports: ['eventbridge/unknown-field'],
    event: (draw, sample) =>
      Object.assign({ ...firstEvent(sample(draw)) }, { futureField: { nested: true } }),
  },
];
