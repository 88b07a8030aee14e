import { hasRecordsOf, openedBodies } from '../../domain/queue/messages.js';
import { type MessageStory, storyOf, storyTopics } from '../../domain/queue/stories.js';
import {
  type CkafkaEvent,
  type CkafkaMessage,
  type CkafkaRecord,
  ckafkaContract,
} from '../../generated/ckafka.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import type { Draw } from '../../kernel/draw.js';
import { Misuse } from '../../kernel/misuse.js';
import { givenItem, givenLength, type Overrides } from '../../kernel/overrides.js';
import { drawKeyAndBody, legalTopic } from './bodies.js';
import { delivery } from './delivery.js';
import { edgeCases } from './edgeCases.js';
import { countedBytes, lastBodyGrown, maxRecords, page, within6Mb } from './records.js';
import { rules } from './rules.js';

export type { CkafkaEvent, CkafkaMessage, CkafkaRecord };

/** What triggers are configured to take at most (maxMsgNum): the console's default is 50, the command line's 100. */
const configuredLimits: readonly number[] = [
  ...Array<number>(80).fill(10),
  ...Array<number>(70).fill(50),
  maxRecords,
  ...Array<number>(4).fill(1000),
  ...Array<number>(45).fill(100),
];

const records = {
  value: '<number>',
  about: `put exactly so many messages into the batch, 1 to ${maxRecords}; then nothing keeps it within 6 MB`,
  parse(value: unknown): number {
    const count = Number(value);
    if (Number.isInteger(count) && count >= 1 && count <= maxRecords) return count;
    throw new Misuse(
      'INVALID_RECORDS',
      `Cannot make a batch of "${value}" messages: the platform sends 1 to ${maxRecords}. Name a whole number.`,
    );
  },
};

/** A batch of messages from a CKafka topic. */
export const ckafka = defineTrigger({
  name: 'ckafka',
  summary: 'The platform consumes a CKafka topic and passes the messages on in batches.',
  documentation: page,
  contract: ckafkaContract,
  invocation: 'sync',
  delivery,
  retries:
    'The same batch again, as often as the trigger says (10,000 times by default) after an error of the function, without an end after an error of the platform.',
  payloadAt: 'Records[].Ckafka.msgBody',
  options: { records },
  sample(draw, given, options): CkafkaEvent {
    const topic =
      givenItem<CkafkaRecord>(given.Records, 0).Ckafka?.topic ?? draw.name(storyTopics, legalTopic);
    const story = storyOf(topic);
    const nextOffsets = draw.list(1, 6, (from) => from.below(10_000_000));
    const fewest = options.records ?? Math.max(1, givenLength(given.Records));
    const most = options.records ?? Math.max(fewest, draw.pick(configuredLimits));
    const batch = draw.list(fewest, most, (from, index) => {
      const { Ckafka } =
        given.Records === undefined ? anyMessage : givenItem<CkafkaRecord>(given.Records, index);
      return { Ckafka: drawMessage(from, { topic, story, nextOffsets }, Ckafka) };
    });
    return { Records: within6Mb(batch, fewest) };
  },
  edgeCases,
  rules,
  looksLike: (value) => hasRecordsOf('Ckafka', value),
  decode: ({ Records }) =>
    openedBodies(
      'Ckafka',
      Records.map(({ Ckafka }) => Ckafka.msgBody),
    ),
  stretch: { grows: 'the last msgBody', add: lastBodyGrown },
  countedBytes,
});

const anyMessage: Overrides<CkafkaRecord> = {};

/** What messages of a batch come from. */
interface Source {
  readonly topic: string;
  readonly story: MessageStory;
  /** By partition. */
  readonly nextOffsets: number[];
}

/** Draws a message at the next offset of its partition, and moves that offset on. */
function drawMessage(
  draw: Draw,
  { topic, story, nextOffsets }: Source,
  given: Overrides<CkafkaMessage> | undefined,
): CkafkaMessage {
  const partition = given?.partition ?? draw.below(nextOffsets.length);
  const offset = given?.offset ?? nextOffsets[partition] ?? 0;
  nextOffsets[partition] = offset + (draw.chance(0.05) ? draw.integer(2, 100) : 1);
  return { topic, partition, offset, ...drawKeyAndBody(draw, story) };
}
