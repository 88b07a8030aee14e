import type { CkafkaEvent, CkafkaMessage } from '../../../src/generated/ckafka.js';
import type { BugCase } from './cases.js';
import { ckafkaEvent } from './events.js';
import { isRecord, keysIn, parsed, positionOf, urlPart } from './support.js';

const warehouse = 'https://warehouse.example.com/orders';

/** Batches handled wrongly: what is done when, what failure and a warm instance make of it. */
export const ckafkaEffectBugs: readonly BugCase<CkafkaEvent>[] = [
  {
    name: 'ckafka-marked-before-sent',
    class: 'marked-done-before-the-effect',
    trigger: 'ckafka',
    because: 'when the post fails, the retry finds the mark and skips the message',
    buggy: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        const position = positionOf(message);
        if (!(await world.db.putIfAbsent(`done:${position}`, true))) continue;
        await world.http.post(warehouse, message.msgBody, { idempotencyKey: position });
      }
    },
    fixed: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        const position = positionOf(message);
        if ((await world.db.get(`done:${position}`)) !== undefined) continue;
        await world.http.post(warehouse, message.msgBody, { idempotencyKey: position });
        await world.db.put(`done:${position}`, true);
      }
    },
    witness: () => ({ events: [ckafkaEvent('a')], failCall: 2 }),
  },
  {
    name: 'ckafka-error-swallowed',
    class: 'swallowed-error',
    trigger: 'ckafka',
    because: 'the failed post is logged, the batch is reported as done, and the platform does not retry',
    buggy: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        try {
          await world.http.post(warehouse, message.msgBody, { idempotencyKey: positionOf(message) });
        } catch (error) {
          world.log('cannot reach the warehouse', error);
        }
      }
      return 'ok';
    },
    fixed: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        try {
          await world.http.post(warehouse, message.msgBody, { idempotencyKey: positionOf(message) });
        } catch (error) {
          world.log('cannot reach the warehouse', error);
          throw error;
        }
      }
      return 'ok';
    },
    witness: () => ({ events: [ckafkaEvent('a', 'b')], failCall: 1 }),
  },
  {
    name: 'ckafka-foreach-async',
    class: 'foreach-async',
    trigger: 'ckafka',
    because: 'forEach does not wait for async functions; the instance is frozen before they are done',
    buggy: (world) => async (event) => {
      event.Records.forEach(async ({ Ckafka: message }) => {
        await world.db.put(`message:${positionOf(message)}`, message.msgBody);
      });
      return { stored: event.Records.length };
    },
    fixed: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        await world.db.put(`message:${positionOf(message)}`, message.msgBody);
      }
      return { stored: event.Records.length };
    },
    property: ({ event, left }) => keysIn(left, 'message:').length === event.Records.length,
    witness: () => ({ events: [ckafkaEvent('a', 'b')] }),
  },
  {
    name: 'ckafka-buffer-kept-warm',
    class: 'warm-buffer',
    trigger: 'ckafka',
    because: 'what does not fill a page stays in the memory of the instance and dies with it',
    buggy: (world) => {
      let buffer: CkafkaMessage[] = [];
      return async (event) => {
        buffer.push(...event.Records.map((record) => record.Ckafka));
        while (buffer.length >= 10) {
          const page = buffer.slice(0, 10);
          buffer = buffer.slice(10);
          await Promise.all(
            page.map((message) => world.db.put(`row:${positionOf(message)}`, message.msgBody)),
          );
        }
        return 'ok';
      };
    },
    fixed: (world) => async (event) => {
      let rest = event.Records.map((record) => record.Ckafka);
      while (rest.length > 0) {
        const page = rest.slice(0, 10);
        rest = rest.slice(10);
        await Promise.all(page.map((message) => world.db.put(`row:${positionOf(message)}`, message.msgBody)));
      }
      return 'ok';
    },
    property: ({ event, left }) => keysIn(left, 'row:').length === event.Records.length,
    witness: () => ({ events: [ckafkaEvent('a', 'b', 'c')] }),
  },
  {
    name: 'ckafka-last-page-lost',
    class: 'off-by-one-at-the-end',
    trigger: 'ckafka',
    because: 'floor() leaves out the last page when it is not full',
    buggy: (world) => async (event) => {
      const pageSize = 5;
      const pages = Math.max(1, Math.floor(event.Records.length / pageSize));
      for (let page = 0; page < pages; page++) {
        const records = event.Records.slice(page * pageSize, (page + 1) * pageSize);
        await Promise.all(
          records.map(({ Ckafka: message }) => world.db.put(`row:${positionOf(message)}`, message.msgBody)),
        );
      }
    },
    fixed: (world) => async (event) => {
      const pageSize = 5;
      const pages = Math.ceil(event.Records.length / pageSize);
      for (let page = 0; page < pages; page++) {
        const records = event.Records.slice(page * pageSize, (page + 1) * pageSize);
        await Promise.all(
          records.map(({ Ckafka: message }) => world.db.put(`row:${positionOf(message)}`, message.msgBody)),
        );
      }
    },
    property: ({ event, left }) => keysIn(left, 'row:').length === event.Records.length,
    witness: () => ({ events: [ckafkaEvent('1', '2', '3', '4', '5', '6')] }),
  },
  {
    name: 'ckafka-profiles-in-plain-object',
    class: 'plain-object-as-map',
    trigger: 'ckafka',
    because: 'the keys "constructor" and "__proto__" find something in an empty object',
    buggy: (world) => async (event) => {
      const profiles: Record<string, { url: string }> = {};
      for (const { Ckafka: message } of event.Records) {
        const user = message.msgKey;
        profiles[user] ??= await world.http.get(`https://users.example.com/${urlPart(user)}`);
        const row = { body: message.msgBody, profile: profiles[user]?.url ?? null };
        await world.db.put(`row:${positionOf(message)}`, row);
      }
    },
    fixed: (world) => async (event) => {
      const profiles = new Map<string, { url: string }>();
      for (const { Ckafka: message } of event.Records) {
        const user = message.msgKey;
        const profile =
          profiles.get(user) ?? (await world.http.get(`https://users.example.com/${urlPart(user)}`));
        profiles.set(user, profile);
        const row = { body: message.msgBody, profile: profile.url };
        await world.db.put(`row:${positionOf(message)}`, row);
      }
    },
    witness: () => ({ events: [ckafkaEvent({ msgKey: 'constructor' })] }),
  },
  {
    name: 'ckafka-global-regex',
    class: 'stateful-regex',
    trigger: 'ckafka',
    because: 'test() of a /g expression starts where the last match ended, even in another text',
    buggy: (world) => {
      const digits = /[0-9]/g;
      return async (event) => {
        for (const { Ckafka: message } of event.Records) {
          const kind = digits.test(message.msgBody) ? 'order' : 'note';
          await world.db.put(`${kind}:${positionOf(message)}`, message.msgBody);
        }
      };
    },
    fixed: (world) => {
      const digits = /[0-9]/;
      return async (event) => {
        for (const { Ckafka: message } of event.Records) {
          const kind = digits.test(message.msgBody) ? 'order' : 'note';
          await world.db.put(`${kind}:${positionOf(message)}`, message.msgBody);
        }
      };
    },
    property: ({ event, left }) =>
      keysIn(left, 'order:').length ===
      event.Records.filter((record) => /\d/.test(record.Ckafka.msgBody)).length,
    witness: () => ({ events: [ckafkaEvent('order 1', 'order 2')] }),
  },
  {
    name: 'ckafka-seen-in-memory',
    class: 'dedupe-in-memory',
    trigger: 'ckafka',
    because: 'a warm instance remembers what it only tried: the retry skips the message',
    buggy: (world) => {
      const seen = new Set<string>();
      return async (event) => {
        for (const { Ckafka: message } of event.Records) {
          const position = positionOf(message);
          if (seen.has(position)) continue;
          seen.add(position);
          await world.http.post(warehouse, message.msgBody, { idempotencyKey: position });
        }
      };
    },
    fixed: (world) => {
      const seen = new Set<string>();
      return async (event) => {
        for (const { Ckafka: message } of event.Records) {
          const position = positionOf(message);
          if (seen.has(position)) continue;
          await world.http.post(warehouse, message.msgBody, { idempotencyKey: position });
          seen.add(position);
        }
      };
    },
    witness: () => ({ events: [ckafkaEvent('a')], failCall: 1 }),
  },
  {
    name: 'ckafka-partial-failure-of-another-cloud',
    class: 'contract-of-another-cloud',
    trigger: 'ckafka',
    because: 'SCF does not know batchItemFailures: what returns is a success, and nothing is retried',
    buggy: (world) => async (event) => {
      const batchItemFailures: { itemIdentifier: string }[] = [];
      for (const { Ckafka: message } of event.Records) {
        const itemIdentifier = positionOf(message);
        try {
          await world.db.put(`message:${itemIdentifier}`, message.msgBody);
        } catch {
          batchItemFailures.push({ itemIdentifier });
        }
      }
      return { batchItemFailures };
    },
    fixed: (world) => async (event) => {
      const failed: string[] = [];
      for (const { Ckafka: message } of event.Records) {
        const position = positionOf(message);
        try {
          await world.db.put(`message:${position}`, message.msgBody);
        } catch {
          failed.push(position);
        }
      }
      if (failed.length > 0) throw new Error(`cannot store ${failed.join(', ')}`);
      return { batchItemFailures: [] };
    },
    witness: () => ({ events: [ckafkaEvent('a', 'b')], failCall: 2 }),
  },
  {
    name: 'ckafka-null-payload',
    class: 'parsed-null',
    trigger: 'ckafka',
    because: 'JSON.parse("null") succeeds, and null has no properties',
    buggy: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        let order: { status?: unknown };
        try {
          order = JSON.parse(message.msgBody);
        } catch {
          continue;
        }
        if (order.status === 'cancelled') await world.db.put(`cancelled:${positionOf(message)}`, true);
      }
    },
    fixed: (world) => async (event) => {
      for (const { Ckafka: message } of event.Records) {
        const order = parsed(message.msgBody);
        if (!isRecord(order)) continue;
        if (order.status === 'cancelled') await world.db.put(`cancelled:${positionOf(message)}`, true);
      }
    },
    witness: () => ({ events: [ckafkaEvent('null', '{"status":"cancelled"}')] }),
  },
];
