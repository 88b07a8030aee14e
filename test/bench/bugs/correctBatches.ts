import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CkafkaEvent, CkafkaMessage } from '../../../src/generated/ckafka.js';
import type { CmqEvent } from '../../../src/generated/cmq.js';
import type { CorrectCase } from './cases.js';
import { digestOf, isRecord, parsed, positionOf } from './support.js';

const orders = 'https://orders.example.com/orders';

const ckafkaHandlers: readonly CorrectCase<CkafkaEvent>[] = [
  {
    name: 'ckafka-dead-letter',
    trigger: 'ckafka',
    handler: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        const dedupeId = positionOf(message);
        if (isRecord(parsed(message.msgBody))) await world.db.put(`order:${dedupeId}`, message.msgBody);
        else await world.queue.send('dead', message.msgBody, { dedupeId });
      }
      return 'ok';
    },
  },
  {
    name: 'ckafka-partitions-in-parallel',
    trigger: 'ckafka',
    handler: (world) => async (event) => {
      const lanes = new Map<string, CkafkaMessage[]>();
      for (const { Ckafka: message } of event.Records) {
        const lane = `${message.topic}/${message.partition ?? message.Partition}`;
        lanes.set(lane, [...(lanes.get(lane) ?? []), message]);
      }
      const results = await Promise.allSettled(
        [...lanes.values()].map(async (messages) => {
          for (const message of messages) {
            await world.http.post(orders, message.msgBody, { idempotencyKey: positionOf(message) });
          }
        }),
      );
      const failed = results.find((result) => result.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
  },
  {
    name: 'ckafka-promise-all-in-order',
    trigger: 'ckafka',
    handler: (world) => async (event) => {
      const lines = await Promise.all(
        event.Records.map(async ({ Ckafka: message }) => {
          const { ok } = await world.http.get(`https://users.example.com/${digestOf(message.msgKey)}`);
          return { position: positionOf(message), row: { ok, body: message.msgBody } };
        }),
      );
      for (const { position, row } of lines) await world.db.put(`line:${position}`, row);
      return { lines: lines.length };
    },
  },
  {
    name: 'ckafka-dedupe-in-store',
    trigger: 'ckafka',
    handler: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        const id = positionOf(message);
        if ((await world.db.get(`done:${id}`)) === true) continue;
        await world.http.post(orders, message.msgBody, { idempotencyKey: id });
        await world.db.put(`done:${id}`, true);
      }
    },
  },
  {
    name: 'ckafka-retry-with-backoff',
    trigger: 'ckafka',
    handler: (world) => {
      const withRetry = async <Result>(work: () => Promise<Result>): Promise<Result> => {
        for (let attempt = 1; ; attempt++) {
          try {
            return await work();
          } catch (error) {
            if (attempt === 3) throw error;
            world.log('attempt', attempt, 'failed:', error);
            await world.sleep(2 ** attempt);
          }
        }
      };
      return async (event) => {
        for (const { Ckafka: message } of event.Records) {
          const options = { idempotencyKey: positionOf(message) };
          await withRetry(() => world.http.post(orders, message.msgBody, options));
        }
      };
    },
  },
  {
    name: 'ckafka-stream-pipeline',
    trigger: 'ckafka',
    handler: (world) => async (event) => {
      await pipeline(
        Readable.from(event.Records),
        async (records: AsyncIterable<{ Ckafka: CkafkaMessage }>) => {
          for await (const { Ckafka: message } of records) {
            await world.db.put(`message:${positionOf(message)}`, message.msgBody);
          }
        },
      );
      return 'ok';
    },
  },
];

const cmqHandler: CorrectCase<CmqEvent> = {
  name: 'cmq-tags-fanned-out',
  trigger: 'cmq',
  handler: (world) => async (event) => {
    for (const { CMQ: message } of event.Records) {
      const tags = [message.msgTag].flat().flatMap((text) => text.split(',').map((tag) => tag.trim()));
      for (const tag of new Set(tags)) {
        await world.queue.send(tag || 'untagged', message.msgBody, { dedupeId: `${message.msgId}:${tag}` });
      }
    }
  },
};

/** Correct handlers of the triggers that bring batches of messages. */
export const correctBatchHandlers: readonly CorrectCase[] = [...ckafkaHandlers, cmqHandler];
