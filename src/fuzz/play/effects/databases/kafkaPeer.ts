import type { EffectCall } from '../effectKind.js';
import type { Recorder } from '../recorder.js';
import { int16, int32, int64 } from './bigEndian.js';
import { type Answer, type Api, type Asked, errors, noThrottle } from './kafkaApi.js';
import { KafkaReader, type KafkaRecord, kafkaRecordsIn, list, text } from './kafkaBytes.js';
import { kafkaGroupApis } from './kafkaGroups.js';
import { KafkaLogin } from './kafkaLogin.js';
import type { Line, Peer, Task } from './peer.js';

const isNoInternalTopic = Buffer.from([0]);
/** The only server of its cluster. */
const node = int32(1);

/** The side of a Kafka server whose topics hold nothing for who consumes them: https://kafka.apache.org/protocol */
export class KafkaPeer implements Peer {
  readonly #line: Line;
  #rest: Buffer = Buffer.alloc(0);
  readonly #login = new KafkaLogin();
  /** What the transaction that is open has sent. */
  readonly #sent: EffectCall[] = [];
  readonly #apis = new Map<number, Api>([
    [0, { versions: [3, 3], answer: (asked) => this.#produce(asked) }],
    [3, { versions: [1, 1], answer: (asked) => this.#metadata(asked) }],
    [10, { versions: [0, 1], answer: (asked) => this.#coordinator(asked) }],
    [17, { versions: [0, 1], answer: ({ reader }) => this.#login.handshake(reader) }],
    [18, { versions: [0, 2], answer: ({ version }) => this.#versions(version) }],
    [19, { versions: [0, 0], answer: (asked) => createTopics(asked) }],
    [22, { versions: [0, 0], answer: () => [noThrottle, int16(errors.none), int64(1), int16(0)] }],
    [24, { versions: [0, 0], answer: ({ reader }) => addPartitions(reader) }],
    [26, { versions: [0, 0], answer: (asked) => this.#endTransaction(asked) }],
    [36, { versions: [0, 0], answer: ({ reader }) => this.#login.authenticate(reader) }],
    ...kafkaGroupApis(() => this.#line.address),
  ]);

  constructor(line: Line) {
    this.#line = line;
  }

  receive(bytes: Buffer): readonly Task[] {
    let rest = Buffer.concat([this.#rest, bytes]);
    const tasks: Task[] = [];
    while (rest.length >= 4 && rest.length >= 4 + rest.readInt32BE(0)) {
      const end = 4 + rest.readInt32BE(0);
      const request = rest.subarray(4, end);
      tasks.push((recorder) => this.#take(recorder, new KafkaReader(request)));
      rest = rest.subarray(end);
    }
    this.#rest = rest;
    return tasks;
  }

  /** A client looks for requests that wait too long ten times a second. */
  leave(): void {
    this.#line.end();
  }

  async #take(recorder: Recorder, reader: KafkaReader): Promise<void> {
    const [key, version, correlation] = [reader.int16(), reader.int16(), reader.int32()];
    // The client's name.
    reader.text();
    const api = this.#apis.get(key);
    if (api === undefined) throw new Error(`Cannot answer a request of Kafka: ${key} is not served here.`);
    const [first, last] = api.versions;
    const answer =
      version < first || version > last
        ? [int16(errors.unsupportedVersion), int32(0)]
        : await api.answer({ version, reader, recorder });
    if (answer === undefined) return;
    const body = Buffer.concat([int32(correlation), ...answer]);
    this.#line.send(Buffer.concat([int32(body.length), body]));
  }

  #versions(version: number): Answer {
    const supported = list([...this.#apis], ([key, { versions }]) => [key, ...versions].map(int16));
    return [int16(errors.none), supported, ...(version === 0 ? [] : [noThrottle])];
  }

  /** Each topic that is asked for is there, with one partition. */
  #metadata({ reader }: Asked): Answer {
    const topics = reader.list(() => reader.text() ?? '');
    const partition = [
      int16(errors.none),
      int32(0),
      node,
      list([node], (one) => [one]),
      list([node], (one) => [one]),
    ];
    return [
      int32(1),
      ...this.#broker(),
      text(null),
      node,
      list(topics, (topic) => [
        int16(errors.none),
        text(topic),
        isNoInternalTopic,
        list([partition], (one) => one),
      ]),
    ];
  }

  #broker(): Buffer[] {
    const { hostname, port } = new URL(`kafka://${this.#line.address}`);
    return [node, text(hostname.replace(/^\[|\]$/g, '')), int32(Number(port))];
  }

  #coordinator({ version }: Asked): Answer {
    const found = version === 0 ? [int16(errors.none)] : [noThrottle, int16(errors.none), text(null)];
    return [...found, ...this.#broker()];
  }

  async #produce({ reader, recorder }: Asked): Promise<Answer> {
    const transaction = reader.text();
    const acks = reader.int16();
    reader.int32();
    const topics = reader.list(() => ({
      topic: reader.text() ?? '',
      partitions: reader.list(() => ({ number: reader.int32(), records: kafkaRecordsIn(reader.bytes()) })),
    }));
    const answers: Buffer[] = [];
    for (const { topic, partitions } of topics) {
      const records = partitions.flatMap((partition) => partition.records);
      const offset = await this.#append(recorder, { topic, records, isInTransaction: transaction !== null });
      const isDone = offset !== undefined;
      const partitionAnswer = list(partitions, ({ number }) => [
        int32(number),
        int16(isDone ? errors.none : errors.unknown),
        int64(offset ?? -1),
        int64(-1),
      ]);
      answers.push(text(topic), partitionAnswer);
    }
    return acks === 0 ? undefined : [int32(topics.length), ...answers, noThrottle];
  }

  /** Where the first of the messages stands in its topic; undefined when they do not arrive. */
  async #append(
    recorder: Recorder,
    {
      topic,
      records,
      isInTransaction,
    }: {
      readonly topic: string;
      readonly records: readonly KafkaRecord[];
      readonly isInTransaction: boolean;
    },
  ): Promise<number | undefined> {
    const name = `kafka produce ${topic}`;
    const told = (record: KafkaRecord) => `${name} ${JSON.stringify([record])}`;
    const entries = records.filter(({ key }) => key === undefined).map(told);
    // Of messages with the same key, who reads a topic goes by the last.
    const keyed = records.filter(({ key }) => key !== undefined);
    const parts = Object.fromEntries(
      keyed.map((record) => [`${name} ${JSON.stringify(record.key)}`, told(record)]),
    );
    const run = (call: EffectCall) => {
      if (isInTransaction) this.#sent.push(call);
      return recorder.surroundings.databases.appendTo(`${this.#line.address} ${topic}`, records.length);
    };
    try {
      return await recorder.run(name, [records], run, { kind: 'append', entries, parts });
    } catch {
      return undefined;
    }
  }

  async #endTransaction({ reader, recorder }: Asked): Promise<Answer> {
    reader.text();
    reader.take(10);
    const isCommit = reader.int8() === 1;
    const sent = this.#sent.splice(0);
    const rollBack = (): void => {
      for (const call of sent) call.state = 'declined';
    };
    const done = isCommit ? () => undefined : rollBack;
    const answer = (code: number) => [noThrottle, int16(code)];
    try {
      await recorder.run(`kafka ${isCommit ? 'commit' : 'abort'}`, [], done, { kind: 'read' });
      return answer(errors.none);
    } catch {
      rollBack();
      return answer(errors.unknown);
    }
  }
}

function addPartitions(reader: KafkaReader): Answer {
  reader.text();
  reader.take(10);
  const topics = reader.list(() => ({ topic: reader.text(), partitions: reader.list(() => reader.int32()) }));
  const answers = list(topics, ({ topic, partitions }) => [
    text(topic),
    list(partitions, (partition) => [int32(partition), int16(errors.none)]),
  ]);
  return [noThrottle, answers];
}

async function createTopics({ reader, recorder }: Asked): Promise<Answer> {
  const topics = reader.list(() => {
    const topic = reader.text() ?? '';
    reader.take(6);
    reader.list(() => [reader.int32(), reader.list(() => reader.int32())]);
    reader.list(() => [reader.text(), reader.text()]);
    return topic;
  });
  const made: Buffer[] = [];
  for (const topic of topics) {
    const name = `kafka createTopic ${topic}`;
    const code = await recorder
      .run(name, [], () => errors.none, { kind: 'overwrite', key: name })
      .catch(() => errors.unknown);
    made.push(text(topic), int16(code));
  }
  return [int32(topics.length), ...made];
}
