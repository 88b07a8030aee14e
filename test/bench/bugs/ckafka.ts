import type { CkafkaEvent, CkafkaMessage } from '../../../src/generated/ckafka.js';
import type { BugCase } from './cases.js';
import { ckafkaEvent } from './events.js';
import { fieldOf, keysIn, parsed, positionOf, urlPart } from './support.js';

/** Batches read wrongly: which records are handled, in which order, under which key. */
export const ckafkaBugs: readonly BugCase<CkafkaEvent>[] = [
  {
    name: 'ckafka-first-record-only',
    class: 'first-record-only',
    trigger: 'ckafka',
    because: 'a batch has up to maxMsgNum records, and only the first is stored',
    buggy: (world) => async (event) => {
      const message = event.Records[0]?.Ckafka;
      if (!message) return 'empty';
      await world.db.put(`message:${positionOf(message)}`, message.msgBody);
      return 'ok';
    },
    fixed: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        await world.db.put(`message:${positionOf(message)}`, message.msgBody);
      }
      return 'ok';
    },
    property: ({ event, left }) => keysIn(left, 'message:').length === event.Records.length,
    witness: () => ({ events: [ckafkaEvent('a', 'b')] }),
  },
  {
    name: 'ckafka-return-at-tombstone',
    class: 'return-instead-of-continue',
    trigger: 'ckafka',
    because: 'an empty body (a tombstone) ends the whole batch instead of being skipped',
    buggy: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        if (message.msgBody === '') return 'ok';
        await world.db.put(`message:${positionOf(message)}`, message.msgBody);
      }
      return 'ok';
    },
    fixed: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        if (message.msgBody === '') continue;
        await world.db.put(`message:${positionOf(message)}`, message.msgBody);
      }
      return 'ok';
    },
    property: ({ event, left }) =>
      keysIn(left, 'message:').length ===
      event.Records.filter((record) => record.Ckafka.msgBody !== '').length,
    witness: () => ({ events: [ckafkaEvent('a', '', 'b')] }),
  },
  {
    name: 'ckafka-parse-unguarded',
    class: 'unguarded-parse',
    trigger: 'ckafka',
    because: 'one body that is no JSON fails the batch, which is retried for ever and blocks its partition',
    buggy: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        JSON.parse(message.msgBody);
        await world.db.put(`order:${positionOf(message)}`, message.msgBody);
      }
      return 'ok';
    },
    fixed: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        const position = positionOf(message);
        const isJson = parsed(message.msgBody) !== undefined;
        if (!isJson) await world.queue.send('dead', message.msgBody, { dedupeId: position });
        else await world.db.put(`order:${position}`, message.msgBody);
      }
      return 'ok';
    },
    witness: () => ({ events: [ckafkaEvent('{"orderId":1}', 'not json')] }),
  },
  {
    name: 'ckafka-checkpoint-sorted-as-text',
    class: 'numbers-sorted-as-text',
    trigger: 'ckafka',
    because: 'sort() without a comparator puts offset 10 before 9',
    buggy: (world) => async (event) => {
      for (const [name, offsets] of offsetsByPartition(event)) {
        const last = offsets.sort().at(-1) ?? 0;
        const known = Number((await world.db.get(name)) ?? -1);
        if (last > known) await world.db.put(name, last);
      }
    },
    fixed: (world) => async (event) => {
      for (const [name, offsets] of offsetsByPartition(event)) {
        const last = offsets.sort((a, b) => a - b).at(-1) ?? 0;
        const known = Number((await world.db.get(name)) ?? -1);
        if (last > known) await world.db.put(name, last);
      }
    },
    property: ({ event, left }) =>
      [...offsetsByPartition(event)].every(([name, offsets]) => left.db[name] === Math.max(...offsets)),
    witness: () => ({ events: [ckafkaEvent({ offset: 9 }, { offset: 10 })] }),
  },
  {
    name: 'ckafka-dedupe-by-message-key',
    class: 'dedupe-on-wrong-key',
    trigger: 'ckafka',
    because: 'msgKey names the partitioning key, not the message: two messages of one user share it',
    buggy: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        const fresh = await world.db.putIfAbsent(`seen:${message.msgKey}`, message.msgBody);
        if (!fresh) world.log('duplicate', message.msgKey);
      }
      return 'ok';
    },
    fixed: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        const position = positionOf(message);
        const fresh = await world.db.putIfAbsent(`seen:${position}`, message.msgBody);
        if (!fresh) world.log('duplicate', position);
      }
      return 'ok';
    },
    property: ({ event, left }) => keysIn(left, 'seen:').length === event.Records.length,
    witness: () => ({ events: [ckafkaEvent({ msgKey: 'user-7' }, { msgKey: 'user-7' })] }),
  },
  {
    name: 'ckafka-dedupe-by-offset-alone',
    class: 'dedupe-on-wrong-key',
    trigger: 'ckafka',
    because: 'offsets count within a partition: two partitions have the same ones',
    buggy: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        const id = `${message.topic}#${message.offset}`;
        await world.http.post('https://api.example.com/orders', message.msgBody, { idempotencyKey: id });
      }
    },
    fixed: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        const id = positionOf(message);
        await world.http.post('https://api.example.com/orders', message.msgBody, { idempotencyKey: id });
      }
    },
    property: ({ event, left }) => left.posts.length === event.Records.length,
    witness: () => ({ events: [ckafkaEvent({ partition: 0, offset: 5 }, { partition: 1, offset: 5 })] }),
  },
  {
    name: 'ckafka-parallel-loses-order',
    class: 'order-lost',
    trigger: 'ckafka',
    because: 'records with a key take a detour, and later ones of the same partition overtake them',
    buggy: (world) => async (event) => {
      const forward = async ({ msgKey, msgBody, ...place }: CkafkaMessage) => {
        if (msgKey !== 'None' && msgKey !== '')
          await world.http.get(`https://users.example.com/${urlPart(msgKey)}`);
        const idempotencyKey = positionOf({ msgKey, msgBody, ...place });
        await world.http.post('https://audit.example.com/log', msgBody, { idempotencyKey });
      };
      await Promise.all(event.Records.map((record) => forward(record.Ckafka)));
    },
    fixed: (world) => async (event) => {
      const forward = async ({ msgKey, msgBody, ...place }: CkafkaMessage) => {
        if (msgKey !== 'None' && msgKey !== '')
          await world.http.get(`https://users.example.com/${urlPart(msgKey)}`);
        const idempotencyKey = positionOf({ msgKey, msgBody, ...place });
        await world.http.post('https://audit.example.com/log', msgBody, { idempotencyKey });
      };
      for (const record of event.Records) await forward(record.Ckafka);
    },
    property: ({ event, left }) =>
      left.posts.every((post, index) => post.body === event.Records[index]?.Ckafka.msgBody),
    witness: () => ({ events: [ckafkaEvent({ msgKey: 'user-7', msgBody: 'first' }, 'second')] }),
  },
  {
    name: 'ckafka-none-is-a-user',
    class: 'sentinel-as-value',
    trigger: 'ckafka',
    because: '"None" means that there is no key; everybody without one becomes the same user',
    buggy: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        const user = message.msgKey || 'anonymous';
        await world.db.put(`history:${user}:${positionOf(message)}`, message.msgBody);
      }
      return 'ok';
    },
    fixed: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        const user = message.msgKey === '' || message.msgKey === 'None' ? 'anonymous' : message.msgKey;
        await world.db.put(`history:${user}:${positionOf(message)}`, message.msgBody);
      }
      return 'ok';
    },
    property: ({ left }) => keysIn(left, 'history:None:').length === 0,
    witness: () => ({ events: [ckafkaEvent({ msgKey: 'None' })] }),
  },
  {
    name: 'ckafka-offset-zero-is-missing',
    class: 'falsy-zero',
    trigger: 'ckafka',
    because: 'the first message of a partition has offset 0, which is falsy',
    buggy: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        if (!message.topic || !message.offset) {
          world.log('malformed record');
          continue;
        }
        await world.db.put(`message:${positionOf(message)}`, message.msgBody);
      }
    },
    fixed: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        if (!message.topic || message.offset === undefined) {
          world.log('malformed record');
          continue;
        }
        await world.db.put(`message:${positionOf(message)}`, message.msgBody);
      }
    },
    witness: () => ({ events: [ckafkaEvent({ offset: 0 })] }),
  },
  {
    name: 'ckafka-order-id-above-2-53',
    class: 'number-above-2-53',
    trigger: 'ckafka',
    because: 'JSON.parse rounds ids above 2^53, so that neighbours become one order',
    buggy: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        const id = fieldOf(message.msgBody, 'orderId');
        if (typeof id !== 'number') continue;
        await world.db.put(`order:${id}`, 'received');
      }
    },
    fixed: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        if (typeof fieldOf(message.msgBody, 'orderId') !== 'number') continue;
        const id = /"orderId"\s*:\s*([^,}\s]+)/.exec(message.msgBody)?.[1];
        await world.db.put(`order:${id}`, 'received');
      }
    },
    witness: () => ({
      events: [ckafkaEvent('{"orderId":9007199254740992}', '{"orderId":9007199254740993}')],
    }),
  },
];

function offsetsByPartition({ Records }: CkafkaEvent): Map<string, number[]> {
  const byPartition = new Map<string, number[]>();
  for (const { Ckafka: message } of Records) {
    const name = `checkpoint:${message.topic}/${message.partition ?? message.Partition}`;
    byPartition.set(name, [...(byPartition.get(name) ?? []), message.offset]);
  }
  return byPartition;
}
