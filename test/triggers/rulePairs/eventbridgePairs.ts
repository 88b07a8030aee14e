import { asyncBytes, pairsOf, type RulePairs, sizePairs } from './pair.js';

const kafka = {
  specversion: '1.0',
  id: 'db5ba775-0852-44a0-8d60-190fae51642b',
  type: 'connector:ckafka',
  source: 'ckafka.cloud.tencent',
  subject: 'qcs::ckafka:ap-guangzhou:uin/1252482377:ckafkaId/uin/1252482377/ckafka-81facfc4',
  time: '1780344363672',
  region: 'ap-guangzhou',
  datacontenttype: 'application/json;charset=utf-8',
  data: { topic: 'orders', Partition: 5, offset: 4_904_247, msgKey: 'k', msgBody: '{}' },
};
const tdmq = {
  ...kafka,
  type: 'connector:tdmq',
  source: 'tdmq.cloud.tencent',
  subject: 'qcs::tdmq:ap-guangzhou:uin/1252482377:topicName/cluster-1/ns/orders/to-scf',
  data: {
    topic: 'persistent://1252482377/ns/orders',
    tags: 'a',
    TopicType: '0',
    subscriptionName: 'to-scf',
    toTimestamp: '1780344363672',
    partitions: '3',
    msgId: '1:2:3',
    msgBody: '{}',
  },
};
const ofKafka = pairsOf(kafka);
const ofTdmq = pairsOf(tdmq);

export const eventbridgePairs: RulePairs = {
  'eventbridge/id-is-uuid': [
    ofKafka('a digit short', { id: kafka.id.slice(1) }, { id: kafka.id.toUpperCase() }),
    ofKafka('no hexadecimal digit', { id: `g${kafka.id.slice(1)}` }, { id: kafka.id }),
  ],
  'eventbridge/connector-source': [
    ofKafka('another service', { source: 'tdmq.cloud.tencent', subject: 'any' }, { subject: 'any' }, [
      'source',
    ]),
    ofTdmq('no service', { source: 'tdmq.cloud.tencent.com' }, { source: 'tdmq.cloud.tencent' }),
  ],
  'eventbridge/connector-data': [
    ...(['topic', 'msgKey', 'msgBody'] as const).map((name) =>
      ofKafka(`${name} of Kafka`, { [`data.${name}`]: 5 }, { [`data.${name}`]: '5' }),
    ),
    ofKafka(
      'no partition',
      { 'data.Partition': undefined },
      { 'data.Partition': undefined, 'data.partition': 5 },
    ),
    ofKafka('a partition below 0', { 'data.Partition': -1 }, { 'data.Partition': 0 }),
    ofKafka('a topic that Kafka refuses', { 'data.topic': '😀ok' }, { 'data.topic': 'a.b_c-1' }),
    ofKafka('half an offset', { 'data.offset': 1.5 }, { 'data.offset': 1 }),
    ...(['tags', 'subscriptionName', 'partitions', 'msgId', 'msgBody'] as const).map((name) =>
      ofTdmq(`${name} of TDMQ`, { [`data.${name}`]: null, subject: 'any' }, { subject: 'any' }, [
        `data.${name}`,
      ]),
    ),
    ofTdmq(
      'half a topic',
      { 'data.topic': 'persistent://1252482377/orders', subject: 'any' },
      { subject: 'any' },
      ['data.topic'],
    ),
    ofTdmq('a topic of another kind', { 'data.TopicType': '5' }, { 'data.TopicType': 4 }),
  ],
  'eventbridge/has-subject': [
    ofKafka('no subject', { subject: undefined }, {}),
    ofKafka(
      'none of a service',
      { type: 'other', source: 'cvm.cloud.tencent', subject: undefined },
      { type: 'other', source: 'shop.example.com', subject: undefined },
      ['subject'],
    ),
  ],
  'eventbridge/subject-agrees': [
    ofKafka('another service', { subject: kafka.subject.replace('ckafka:', 'cos:') }, { subject: 'ckafka' }),
    ofKafka('another region', { region: 'ap-beijing' }, { region: 'ap-guangzhou' }, ['subject']),
    ofTdmq('another topic', { 'data.topic': 'persistent://1252482377/ns/order' }, {}),
    ofTdmq('another namespace', { 'data.topic': 'persistent://1252482377/n/orders' }, {}),
    ofTdmq('another subscription', { 'data.subscriptionName': 'to-sc' }, {}),
  ],
  'eventbridge/subject-template': [
    ofTdmq('no subscription', { subject: tdmq.subject.replace('/to-scf', '') }, {}),
    ofTdmq('nothing behind the account', { subject: 'qcs::tdmq:ap-guangzhou:uin/1252482377' }, {}),
    ofKafka('another template', { subject: kafka.subject.replace('ckafkaId', 'instance') }, {}),
    ofKafka(
      'no resource',
      {
        type: 'cos:created:object',
        source: 'cos.cloud.tencent',
        subject: 'qcs::cos:ap-guangzhou:uid1',
        data: {},
      },
      {
        type: 'cos:created:object',
        source: 'cos.cloud.tencent',
        subject: 'qcs::cos:ap-guangzhou:uid1:b',
        data: {},
      },
      ['subject'],
    ),
  ],
  'eventbridge/time-is-milliseconds': [
    ofKafka('seconds', { time: '99999999999' }, { time: '100000000000' }),
    ofTdmq('seconds of TDMQ', { 'data.toTimestamp': '1780344363' }, { 'data.toTimestamp': '1780344363000' }),
    ofTdmq('no number', { 'data.toTimestamp': 'now' }, { 'data.toTimestamp': '1780344363000' }),
  ],
  'eventbridge/form-is-today': [
    ofKafka('a misspelling', { subjuect: 'any' }, { subjuect: undefined }),
    ofKafka('another data type', { datacontenttype: 'text/plain' }, { datacontenttype: 'application/json' }),
  ],
  'eventbridge/fits-async-invocation': sizePairs(kafka, 'data.msgBody', { bytes: asyncBytes }),
  'eventbridge/unknown-field': [ofKafka('at the top', { future: 1 }, { future: undefined })],
};
