import { Kafka } from 'kafkajs';
import { describe, expect, test } from 'vitest';

import { type CkafkaEvent, ckafka } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

type KafkaOptions = Partial<ConstructorParameters<typeof Kafka>[0]>;

const connected = (options: KafkaOptions = {}) =>
  new Kafka({ brokers: ['kafka.example.invalid:9092'], logLevel: 0, ...options });

async function found(handle: (event: CkafkaEvent) => Promise<unknown>, ...names: readonly string[]) {
  const { failures, warnings } = await findUnshrunk(
    () => async (event: CkafkaEvent) => void (await handle(event)),
    {
      trigger: ckafka,
      runs: casesToTry(1, 2),
      edges: false,
      learn: false,
      maxFailures: 1,
      oracles: onlyOracles('crash', 'never-settles', ...names),
    },
  );
  expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  return failures.map(({ oracle, what, detail }) =>
    oracle === 'redelivery' ? `${oracle}: ${what}` : `${oracle}: ${what} ${detail}`,
  );
}

describe('kafkajs', () => {
  test.each([
    { mechanism: 'scram-sha-256', username: 'u', password: 'p' },
    { mechanism: 'scram-sha-512', username: 'u', password: 'p' },
  ] as const)('a password by $mechanism is right', async (sasl) => {
    const sending = async (event: CkafkaEvent) => {
      const producer = connected({ sasl }).producer();
      await producer.connect();
      await producer
        .send({ topic: 'orders', messages: event.Records.map(({ Ckafka }) => ({ value: Ckafka.topic })) })
        .finally(() => producer.disconnect());
    };
    expect(await found(sending, 'redelivery')).toEqual(['redelivery: kafka produce orders']);
  });

  test('who consumes gets nothing, and ends', async () => {
    const seen: unknown[] = [];
    const consuming = async () => {
      const consumer = connected().consumer({ groupId: 'shop' });
      await consumer.connect();
      await consumer.subscribe({ topic: 'orders', fromBeginning: true });
      const joined = new Promise<void>((done) => {
        consumer.on('consumer.group_join', () => done());
        consumer.on('consumer.crash', () => done());
      });
      await consumer.run({ eachMessage: async ({ message }) => void seen.push(message) });
      await joined;
      await consumer.disconnect();
    };
    expect(await found(consuming, 'late-work', 'redelivery')).toEqual([]);
    expect(seen).toEqual([]);
  });

  test('an administrator is told what there is', async () => {
    const told: unknown[] = [];
    const asking = async () => {
      told.length = 0;
      const admin = connected().admin();
      await admin.connect();
      const producer = connected().producer();
      await producer.connect();
      await producer.send({ topic: 'orders', messages: [{ key: 'k', value: 'v' }] });
      await producer.disconnect();
      told.push(Number((await admin.fetchTopicOffsets('orders'))[0]?.high) > 0);
      told.push((await admin.fetchOffsets({ groupId: 'shop', topics: ['orders'] }))[0]?.partitions.length);
      told.push((await admin.listGroups()).groups, (await admin.describeGroups(['shop'])).groups[0]?.state);
      await admin.deleteTopics({ topics: ['orders'] });
      await admin.disconnect();
    };
    expect(await found(asking)).toEqual([]);
    expect(told).toEqual([true, 1, [], 'Empty']);
  });

  test('where a group is, is the same when it is told in a transaction twice', async () => {
    const relaying = async () => {
      const producer = connected().producer({
        transactionalId: 'relay',
        idempotent: true,
        maxInFlightRequests: 1,
      });
      await producer.connect();
      const transaction = await producer.transaction();
      const partitions = [{ partition: 0, offset: '7' }];
      await transaction.sendOffsets({ consumerGroupId: 'shop', topics: [{ topic: 'orders', partitions }] });
      await transaction.commit();
      await producer.disconnect();
    };
    expect(await found(relaying, 'redelivery')).toEqual([]);
  });
});
