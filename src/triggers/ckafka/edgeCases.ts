import { oddBodies } from '../../domain/queue/messages.js';
import type { CkafkaEvent, CkafkaMessage, CkafkaRecord } from '../../generated/ckafka.js';
import { jsonBytes } from '../../kernel/json.js';
import { largestEventBytes } from '../../kernel/limits.js';
import type { EdgeCase } from '../../kernel/trigger.js';
import { lastBodyGrown, maxRecords, page, withLast, withLength, withRecord } from './records.js';

type Case = EdgeCase<CkafkaEvent>;

const structs = 'vendor Go struct (int64) and Java class (Integer)';
const anyText = 'producers write what they like';

/** A batch of three whose middle message differs. */
function middle(name: string, because: string, change: Partial<CkafkaMessage>, source = anyText): Case {
  return {
    name,
    because,
    source,
    event: (draw, sample) => withRecord(withLength(sample(draw), 3), 1, change),
  };
}

/** One message alone. */
function only(name: string, because: string, source: string, change: Partial<CkafkaMessage>): Case {
  return { name, because, source, event: (draw, sample) => withLast(withLength(sample(draw), 1), change) };
}

/** A batch of a thousand messages, every one padded, of exactly so many bytes. */
function batchOf(bytes: number, event: CkafkaEvent): CkafkaEvent {
  const thousand = withLength(event, 1000);
  const padding = ' '.repeat(Math.floor((bytes - jsonBytes(thousand)) / 1000));
  const padded = thousand.Records.map(({ Ckafka }) => ({
    Ckafka: { ...Ckafka, msgBody: Ckafka.msgBody + padding },
  }));
  const even = { Records: padded };
  return lastBodyGrown(even, bytes - jsonBytes(even));
}

const sizes: readonly Case[] = [
  {
    name: 'batch-of-10000',
    because: 'the batch is as long as it can be, and a call for each message takes longer than the timeout',
    source: page,
    event: (draw, sample) => withLength(sample(draw), maxRecords),
  },
  {
    name: 'batch-of-6-mb',
    because: 'the event is exactly as large as a synchronous one can be',
    source: page,
    event: (draw, sample) => batchOf(largestEventBytes.sync, sample(draw)),
  },
  {
    name: 'batch-one-byte-over-6-mb',
    because: 'the platform sends no such batch, and code that makes one must split it',
    source: page,
    reports: ['ckafka/fits-sync-invocation'],
    event: (draw, sample) => batchOf(largestEventBytes.sync + 1, sample(draw)),
  },
  only('message-larger-than-6-mb', 'a message beyond the limit comes alone, not split', page, {
    msgBody: `{"blob":"${'x'.repeat(largestEventBytes.sync)}"}`,
  }),
];

const bodies: readonly Case[] = [
  middle(
    'poison-message',
    'one message that is no JSON fails the batch, which is then sent again and again',
    {
      msgBody: '{"orderId": 17, "item": ',
    },
  ),
  ...oddBodies.map(({ name, because, body }) => middle(name, because, { msgBody: body })),
];

const keys: readonly Case[] = [
  middle(
    'no-key-none',
    'a message without a key has the text "None", which is truthy',
    { msgKey: 'None' },
    page,
  ),
  middle(
    'no-key-empty',
    'a message without a key may also have "", which must not count as a key',
    { msgKey: '' },
    'vendor demo functions',
  ),
  middle('key-prototype', 'grouping messages by key in an object sets its prototype', {
    msgKey: '__proto__',
  }),
  middle('key-constructor', 'grouping messages by key in an object finds a function', {
    msgKey: 'constructor',
  }),
];

const topics: readonly Case[] = [
  {
    name: 'topic-named-constructor',
    because: 'a table of topics finds a function',
    source: 'Kafka takes letters, digits, ".", "_" and "-" for the name of a topic',
    event: (draw, sample) => ({
      Records: sample(draw).Records.map(({ Ckafka }) => ({ Ckafka: { ...Ckafka, topic: 'constructor' } })),
    }),
  },
];

const positions: readonly Case[] = [
  only(
    'offset-0-partition-0',
    'both are falsy, and a check for presence by truth drops the message',
    structs,
    {
      partition: 0,
      offset: 0,
    },
  ),
  only('offset-above-2-31', 'the offset no longer fits 32 bits', structs, { offset: 2_147_483_648 }),
  {
    name: 'offset-above-2-53',
    because: 'offsets are 64-bit integers; JavaScript rounds this one, and a commit of it skips a message',
    source: structs,
    event: (draw, sample) => withLast(withLength(sample(draw), 1), { offset: Number.MAX_SAFE_INTEGER }),
    text: (draw, sample) =>
      JSON.stringify(withLast(withLength(sample(draw), 1), { offset: Number.MAX_SAFE_INTEGER })).replace(
        `"offset":${Number.MAX_SAFE_INTEGER}`,
        '"offset":9007199254740993',
      ),
  },
  {
    name: 'offsets-with-one-digit-and-two',
    because: 'sort() without a function puts 10 before 9',
    source: structs,
    event: (draw, sample) => {
      const two = withLength(sample(draw), 2);
      const { partition = 0 } = (two.Records[0] as CkafkaRecord).Ckafka;
      return withRecord(withRecord(two, 0, { partition, offset: 9 }), 1, { partition, offset: 10 });
    },
  },
  {
    name: 'offsets-with-gaps',
    because: 'compaction and transactions leave gaps, and counting on offset + 1 waits for ever',
    source: structs,
    event: (draw, sample) => {
      const three = withLength(sample(draw), 3);
      const { partition = 0, offset } = (three.Records[0] as CkafkaRecord).Ckafka;
      const second = withRecord(three, 1, { partition, offset: offset + 5 });
      return withRecord(second, 2, { partition, offset: offset + 1000 });
    },
  },
  {
    name: 'interleaved-partitions',
    because: 'offsets of two partitions have no order, and one remembered offset loses the other partition',
    source: structs,
    event: (draw, sample) => {
      const one = withLength(sample(draw), 1);
      const { Ckafka } = one.Records[0] as CkafkaRecord;
      const Records = [900, 5, 901, 6].map((offset, i) => ({
        Ckafka: { ...Ckafka, partition: i % 2, offset },
      }));
      return { Records };
    },
  },
];

const forms: readonly Case[] = [
  {
    name: 'documented-partition',
    because: 'code written after the documents reads Partition, which is not sent',
    source: `the sample of ${page}`,
    reports: ['ckafka/partition-spelling'],
    isNeverSent: true,
    event: (draw, sample) => ({
      Records: sample(draw).Records.map(({ Ckafka: { topic, partition = 0, offset, msgKey, msgBody } }) => ({
        Ckafka: { topic, Partition: partition, offset, msgKey, msgBody },
      })),
    }),
  },
  {
    name: 'unknown-fields',
    because: 'the vendor may add fields, and a strict parser refuses them',
    source: 'the vendor promises to add fields and never to remove them',
    reports: ['ckafka/unknown-field'],
    event: (draw, sample) => {
      const { Records } = sample(draw);
      const widened = Records.map(({ Ckafka }) => ({ Ckafka: { ...Ckafka, future: 1 }, future: 2 }));
      const event = { Records: widened, future: { nested: true } };
      return event;
    },
  },
];

/** Batches that break handlers. */
export const edgeCases: readonly Case[] = [...sizes, ...bodies, ...keys, ...topics, ...positions, ...forms];
