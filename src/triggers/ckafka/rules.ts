import type { CkafkaEvent } from '../../generated/ckafka.js';
import { describeValue } from '../../kernel/describeValue.js';
import type { Rule } from '../../kernel/trigger.js';
import { page } from './records.js';

const hasPartition: Rule<CkafkaEvent> = {
  name: 'ckafka/has-partition',
  holds: 'Every message names its partition.',
  severity: 'error',
  source: 'every known event; vendor Go and Java structs',
  check({ Records }, report) {
    for (let i = 0; i < Records.length; i++) {
      const message = Records[i]?.Ckafka;
      if (message?.partition !== undefined || message?.Partition !== undefined) continue;
      report(['Records', i, 'Ckafka', 'partition'], { expected: 'an integer', received: 'nothing' });
    }
  },
};

const partitionSpelling: Rule<CkafkaEvent> = {
  name: 'ckafka/partition-spelling',
  holds: 'partition is spelt with a small letter.',
  severity: 'warning',
  source: `vendor Go and Java structs; the capital letter stands only in the sample of ${page}`,
  check({ Records }, report) {
    for (let i = 0; i < Records.length; i++) {
      if (Records[i]?.Ckafka.Partition === undefined) continue;
      report(['Records', i, 'Ckafka', 'Partition'], {
        expected: 'partition',
        received: 'Partition',
        hint: 'one page of the documents has it, the platform does not send it',
      });
    }
  },
};

const oneTopic: Rule<CkafkaEvent> = {
  name: 'ckafka/one-topic',
  holds: 'All messages of a batch come from one topic.',
  severity: 'error',
  source: page,
  check({ Records }, report) {
    const topic = Records[0]?.Ckafka.topic;
    for (let i = 1; i < Records.length; i++) {
      const other = Records[i]?.Ckafka.topic;
      if (other === topic) continue;
      report(['Records', i, 'Ckafka', 'topic'], {
        expected: `${JSON.stringify(topic)} as in the first record, since a trigger consumes one topic`,
        received: describeValue(other),
      });
    }
  },
};

const offsetsRise: Rule<CkafkaEvent> = {
  name: 'ckafka/offsets-rise',
  holds: 'Offsets rise within a partition; numbers that JavaScript rounded (from 2^53) may repeat.',
  severity: 'error',
  source: `the order of messages is kept: ${page}`,
  check({ Records }, report) {
    const last: number[] = [];
    for (let i = 0; i < Records.length; i++) {
      const message = Records[i]?.Ckafka;
      const partition = message?.partition ?? message?.Partition;
      if (message === undefined || partition === undefined) continue;
      const { offset } = message;
      const before = last[partition];
      last[partition] = offset;
      if (before === undefined || offset > before || (offset === before && offset >= 2 ** 53)) continue;
      report(['Records', i, 'Ckafka', 'offset'], {
        expected: `more than ${before}, the offset before it in partition ${partition}`,
        received: describeValue(offset),
      });
    }
  },
};

export const rules: readonly Rule<CkafkaEvent>[] = [hasPartition, partitionSpelling, oneTopic, offsetsRise];
