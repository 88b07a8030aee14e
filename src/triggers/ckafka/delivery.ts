import type { CkafkaEvent, CkafkaMessage, CkafkaRecord } from '../../generated/ckafka.js';
import { arrayLens, type DeliveryRules } from '../../kernel/delivery.js';
import { maxRecords } from './records.js';

/** The same batch again until it succeeds or the trigger's `retry` is used up; order is kept in a partition. */
export const delivery: Partial<DeliveryRules<CkafkaEvent>> = {
  atLeastOnce: true,
  retry: { kind: 'same-batch', times: 10_000, pauseMs: 0, ttlMs: Number.POSITIVE_INFINITY },
  batch: arrayLens('Records', {
    most: maxRecords,
    waitMs: 60_000,
    orderKeyOf: (item) => {
      const { topic, partition, Partition } = (item as CkafkaRecord).Ckafka;
      return `${topic}/${partition ?? Partition}`;
    },
  }),
  relations: [
    {
      name: 'no-key-spelt-otherwise',
      because: 'a message without a key has the msgKey "None" or ""',
      followUp: (event) =>
        event.Records.some(({ Ckafka }) => keyless[Ckafka.msgKey] !== undefined)
          ? withMessages(event, (message) => ({ msgKey: keyless[message.msgKey] ?? message.msgKey }))
          : undefined,
    },
    {
      name: 'first-of-its-partition',
      because: 'the first message of a partition has the offset 0',
      compare: 'calls',
      followUp: (event) =>
        event.Records.length === 1 && event.Records[0]?.Ckafka.offset !== 0
          ? withMessages(event, () => ({ offset: 0 }))
          : undefined,
    },
  ],
  idsOf: (event) =>
    event.Records.map(
      ({ Ckafka: { topic, partition, Partition, offset } }) => `${topic}/${partition ?? Partition}/${offset}`,
    ),
  nearDuplicate(event, other) {
    const [first] = event.Records;
    const [second] = other.Records;
    if (first === undefined || second === undefined) return undefined;
    const { topic, offset } = first.Ckafka;
    // A partition of its own: in one of the event's, an offset may lie before the others and be done with.
    const partition = 1 + Math.max(...event.Records.map(({ Ckafka }) => Ckafka.partition ?? 0));
    const { Partition: _old, ...message } = second.Ckafka;
    const msgKey = first.Ckafka.msgKey in keyless ? first.Ckafka.msgKey : `${first.Ckafka.msgKey}2`;
    return {
      ...other,
      Records: [{ Ckafka: { ...message, topic, offset, msgKey, partition } }],
    };
  },
};

const keyless: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  None: '',
  '': 'None',
});

function withMessages(
  event: CkafkaEvent,
  change: (message: CkafkaMessage) => Partial<CkafkaMessage>,
): CkafkaEvent {
  return {
    ...event,
    Records: event.Records.map(({ Ckafka }) => ({ Ckafka: { ...Ckafka, ...change(Ckafka) } })),
  };
}
