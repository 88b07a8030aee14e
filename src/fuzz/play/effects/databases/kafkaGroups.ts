import { setTimeout as sleep } from 'node:timers/promises';
import type { Recorder } from '../recorder.js';
import { int16, int32, int64 } from './bigEndian.js';
import { type Answer, type Api, type Asked, errors, noThrottle } from './kafkaApi.js';
import { type KafkaReader, list, text } from './kafkaBytes.js';

/** How long a consumer waits at most for messages that never come, in milliseconds. */
const maxWaitMs = 50;
const none = int16(errors.none);

/**
 * What consumers and administrators ask: a topic holds nothing to be read, and whoever joins a group is alone in it. So a
 * consumer is served and gets no message.
 */
export function kafkaGroupApis(address: () => string): readonly (readonly [number, Api])[] {
  return [
    [1, { versions: [4, 4], answer: fetched }],
    [2, { versions: [1, 1], answer: (asked) => offsets(asked, address()) }],
    [8, { versions: [2, 2], answer: commit }],
    [9, { versions: [1, 1], answer: committed }],
    [11, { versions: [0, 0], answer: join }],
    [12, { versions: [0, 0], answer: () => [none] }],
    [13, { versions: [0, 0], answer: () => [none] }],
    [14, { versions: [0, 0], answer: ({ reader }) => [none, assignmentIn(reader)] }],
    [
      15,
      {
        versions: [0, 0],
        answer: ({ reader }) => [
          list(
            reader.list(() => reader.text()),
            emptyGroup,
          ),
        ],
      },
    ],
    [16, { versions: [0, 0], answer: () => [none, int32(0)] }],
    [20, { versions: [0, 0], answer: deleteTopics }],
    [25, { versions: [0, 0], answer: () => [noThrottle, none] }],
    [28, { versions: [0, 0], answer: commitInTransaction }],
  ];
}

interface Topic<Partition> {
  readonly topic: string | null;
  readonly partitions: readonly Partition[];
}

function topicsIn<Partition>(reader: KafkaReader, partition: () => Partition): Topic<Partition>[] {
  return reader.list(() => ({ topic: reader.text(), partitions: reader.list(partition) }));
}

function answered<Partition>(
  topics: readonly Topic<Partition>[],
  write: (partition: Partition, topic: string) => readonly Buffer[],
): Buffer {
  return list(topics, ({ topic, partitions }) => [
    text(topic),
    list(partitions, (partition) => write(partition, topic ?? '')),
  ]);
}

async function fetched({ reader }: Asked): Promise<Answer> {
  reader.int32();
  const waitMs = reader.int32();
  reader.take(9);
  const topics = topicsIn(reader, () => ({
    partition: reader.int32(),
    at: reader.int64(),
    _: reader.int32(),
  }));
  await sleep(Math.min(waitMs, maxWaitMs), undefined, { ref: false });
  const empty = answered(topics, ({ partition, at }) => [
    int32(partition),
    none,
    int64(Number(at)),
    int64(Number(at)),
    int32(0),
    int32(0),
  ]);
  return [noThrottle, empty];
}

/** From where a topic is read: its first message, or behind what was produced. */
function offsets({ reader, recorder }: Asked, address: string): Answer {
  reader.int32();
  const topics = topicsIn(reader, () => ({ partition: reader.int32(), at: reader.int64() }));
  const end = (topic: string) => recorder.surroundings.databases.appendTo(`${address} ${topic}`, 0);
  return [
    answered(topics, ({ partition, at }, topic) => [
      int32(partition),
      none,
      int64(-1),
      int64(at === firstOffset ? 0 : end(topic)),
    ]),
  ];
}

/** What asks for the first message in the place of a time. */
const firstOffset = -2n;

async function commit({ reader, recorder }: Asked): Promise<Answer> {
  const group = reader.text();
  reader.int32();
  reader.text();
  reader.int64();
  return [await committing(recorder, reader, group)];
}

async function commitInTransaction({ reader, recorder }: Asked): Promise<Answer> {
  reader.text();
  const group = reader.text();
  reader.take(10);
  return [noThrottle, await committing(recorder, reader, group)];
}

/** Where a group is, is the same when it is told twice. */
async function committing(recorder: Recorder, reader: KafkaReader, group: string | null): Promise<Buffer> {
  const topics = topicsIn(reader, () => ({
    partition: reader.int32(),
    offset: Number(reader.int64()),
    metadata: reader.text(),
  }));
  const told = topics.map(({ topic, partitions }) => ({
    topic,
    partitions: partitions.map(({ partition, offset }) => ({ partition, offset })),
  }));
  const name = `kafka commitOffsets ${group}`;
  const code = await recorder
    .run(name, [told], () => errors.none, { kind: 'overwrite', key: name })
    .catch(() => errors.unknown);
  return answered(topics, ({ partition }) => [int32(partition), int16(code)]);
}

function committed({ reader }: Asked): Answer {
  reader.text();
  const topics = topicsIn(reader, () => reader.int32());
  return [answered(topics, (partition) => [int32(partition), int64(-1), text(''), none])];
}

async function join({ reader, recorder }: Asked): Promise<Answer> {
  const group = reader.text();
  reader.int32();
  const given = reader.text();
  reader.text();
  const [protocol] = reader.list(() => ({ name: reader.text(), metadata: reader.bytes() }));
  const member = given === null || given === '' ? 'member-1' : given;
  const code = await recorder
    .run(`kafka join ${group}`, [], () => errors.none, { kind: 'read' })
    .catch(() => errors.unknown);
  const { name = null, metadata = Buffer.alloc(0) } = protocol ?? {};
  return [
    int16(code),
    int32(1),
    text(name),
    text(member),
    text(member),
    list([metadata], (one) => [text(member), int32(one.length), one]),
  ];
}

/** What the only member of a group gives itself. */
function assignmentIn(reader: KafkaReader): Buffer {
  reader.text();
  reader.int32();
  const member = reader.text();
  const given = reader.list(() => ({ of: reader.text(), assignment: reader.bytes() }));
  const own = given.find(({ of }) => of === member)?.assignment ?? Buffer.alloc(0);
  return Buffer.concat([int32(own.length), own]);
}

function emptyGroup(group: string | null): readonly Buffer[] {
  return [none, text(group), text('Empty'), text(''), text(''), int32(0)];
}

async function deleteTopics({ reader, recorder }: Asked): Promise<Answer> {
  const topics = reader.list(() => reader.text());
  const done: Buffer[] = [];
  for (const topic of topics) {
    const name = `kafka deleteTopic ${topic}`;
    const code = await recorder
      .run(name, [], () => errors.none, { kind: 'overwrite', key: name })
      .catch(() => errors.unknown);
    done.push(text(topic), int16(code));
  }
  return [int32(topics.length), ...done];
}
