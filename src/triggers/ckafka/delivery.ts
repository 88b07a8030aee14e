import type { CkafkaEvent, CkafkaRecord } from '../../generated/ckafka.js';
import { arrayLens, type DeliveryRules } from '../../kernel/delivery.js';
import { mostRecords } from './records.js';

/** The same batch again until it succeeds or the trigger's `retry` is used up; order is kept in a partition. */
export const delivery: Partial<DeliveryRules<CkafkaEvent>> = {
  atLeastOnce: true,
  retry: { kind: 'same-batch', times: 10_000, pauseMs: 0, ttlMs: Number.POSITIVE_INFINITY },
  batch: arrayLens('Records', {
    most: mostRecords,
    waitMs: 60_000,
    orderKeyOf: (item) => {
      const { topic, partition, Partition } = (item as CkafkaRecord).Ckafka;
      return `${topic}/${partition ?? Partition}`;
    },
  }),
};
