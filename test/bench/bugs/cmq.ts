import type { CmqEvent } from '../../../src/generated/cmq.js';
import type { BugCase } from './cases.js';
import { cmqEvent } from './events.js';
import { fieldOf, keysIn } from './support.js';

/** Messages of CMQ topics, delivered at least once. */
export const cmqBugs: readonly BugCase<CmqEvent>[] = [
  {
    name: 'cmq-message-id-as-number',
    class: 'number-above-2-53',
    trigger: 'cmq',
    because: 'message ids have more digits than a number holds; neighbours round to the same id',
    buggy: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const id = Number(message.msgId);
        await world.db.put(`message:${id}`, message.msgBody);
      }
    },
    fixed: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        await world.db.put(`message:${message.msgId}`, message.msgBody);
      }
    },
    property: ({ event, left }) =>
      event.Records.every((record) => left.db[`message:${record.CMQ.msgId}`] !== undefined),
    witness: () => ({
      events: [cmqEvent({ msgId: '9007199254740992' }, { msgId: '9007199254740993', msgBody: 'second' })],
    }),
  },
  {
    name: 'cmq-tags-split-at-comma-alone',
    class: 'list-separator',
    trigger: 'cmq',
    because: 'tags are sent separated by a comma and a space',
    buggy: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const tags = Array.isArray(message.msgTag) ? message.msgTag : message.msgTag.split(',');
        for (const tag of tags) await world.db.put(`tag:${tag}:${message.msgId}`, message.msgBody);
      }
    },
    fixed: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const tags = [message.msgTag].flat().flatMap((text) => text.split(','));
        for (const tag of tags) await world.db.put(`tag:${tag.trim()}:${message.msgId}`, message.msgBody);
      }
    },
    property: ({ left }) => !keysIn(left, 'tag: ').length,
    witness: () => ({ events: [cmqEvent({ msgTag: 'paid, urgent' })] }),
  },
  {
    name: 'cmq-no-tag-is-a-tag',
    class: 'split-of-empty-text',
    trigger: 'cmq',
    because: '"".split(",") has one element, the empty text',
    buggy: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const tags = String(message.msgTag).split(/,\s*/);
        const topic = tags.length > 0 ? `tagged/${tags[0]}` : 'untagged';
        await world.queue.send(topic, message.msgBody, { dedupeId: message.msgId });
      }
    },
    fixed: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const tags = String(message.msgTag).split(/,\s*/).filter(Boolean);
        const topic = tags.length > 0 ? `tagged/${tags[0]}` : 'untagged';
        await world.queue.send(topic, message.msgBody, { dedupeId: message.msgId });
      }
    },
    property: ({ left }) => left.messages.every((message) => message.topic !== 'tagged/'),
    witness: () => ({ events: [cmqEvent({ msgTag: '' })] }),
  },
  {
    name: 'cmq-dedupe-by-publish-time',
    class: 'dedupe-on-wrong-key',
    trigger: 'cmq',
    because: 'publishTime has seconds: two messages of one second are no duplicates',
    buggy: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        await world.db.putIfAbsent(`mail:${message.topicName}:${message.publishTime}`, message.msgBody);
      }
    },
    fixed: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        await world.db.putIfAbsent(`mail:${message.topicName}:${message.msgId}`, message.msgBody);
      }
    },
    property: ({ event, left }) => keysIn(left, 'mail:').length === event.Records.length,
    witness: () => ({ events: [cmqEvent({ msgBody: 'a' }, { msgBody: 'b' })] }),
  },
  {
    name: 'cmq-time-of-fixed-width',
    class: 'fixed-width-timestamp',
    trigger: 'cmq',
    because: 'the captured time has no milliseconds, the documented one has: only one form is understood',
    buggy: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const time = /^(.*)\.\d{3}Z$/.exec(message.publishTime);
        const seconds = Date.parse(`${time?.[1]}Z`) / 1000;
        await world.db.put(`published:${message.msgId}`, seconds);
      }
    },
    fixed: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const seconds = Math.floor(Date.parse(message.publishTime) / 1000);
        await world.db.put(`published:${message.msgId}`, seconds);
      }
    },
    property: ({ left }) => keysIn(left, 'published:').every((key) => Number.isFinite(left.db[key])),
    witness: () => ({ events: [cmqEvent({})] }),
  },
  {
    name: 'cmq-balance-added-again',
    class: 'not-idempotent',
    trigger: 'cmq',
    because: 'a message that is delivered twice is booked twice',
    buggy: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        await world.db.increment(`received:${message.topicName}`, 1);
      }
      return 'ok';
    },
    fixed: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        await world.db.put(`received:${message.topicName}:${message.msgId}`, 1);
      }
      return 'ok';
    },
    witness: () => ({ events: [cmqEvent({}), cmqEvent({})] }),
  },
  {
    name: 'cmq-money-as-float',
    class: 'money-as-float',
    trigger: 'cmq',
    because: '1.15 * 100 is 114.99999999999999, and cutting it off loses a cent',
    buggy: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const amount = fieldOf(message.msgBody, 'amount');
        if (typeof amount !== 'string' || !/^\d{1,9}\.\d\d$/.test(amount)) continue;
        await world.db.put(`cents:${message.msgId}`, Math.trunc(Number.parseFloat(amount) * 100));
      }
    },
    fixed: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const amount = fieldOf(message.msgBody, 'amount');
        if (typeof amount !== 'string' || !/^\d{1,9}\.\d\d$/.test(amount)) continue;
        await world.db.put(`cents:${message.msgId}`, Number(amount.replace('.', '')));
      }
    },
    witness: () => ({ events: [cmqEvent({ msgBody: '{"amount":"1.15"}' })] }),
  },
  {
    name: 'cmq-body-as-replacement',
    class: 'replacement-pattern',
    trigger: 'cmq',
    because: 'in a replacement text $& and $1 mean what was found: the mail says {{text}} instead',
    buggy: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const mail = 'New message: {{text}}. Bye.'.replace('{{text}}', message.msgBody);
        await world.queue.send('mail', mail, { dedupeId: message.msgId });
      }
    },
    fixed: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const mail = 'New message: {{text}}. Bye.'.replace('{{text}}', () => message.msgBody);
        await world.queue.send('mail', mail, { dedupeId: message.msgId });
      }
    },
    property: ({ event, left }) =>
      event.Records.every((record, index) =>
        String(left.messages[index]?.message).includes(record.CMQ.msgBody),
      ),
    witness: () => ({ events: [cmqEvent({ msgBody: 'costs $& more' })] }),
  },
  {
    name: 'cmq-then-not-returned',
    class: 'unawaited-work',
    trigger: 'cmq',
    because: 'the promise of the chain is dropped: the function ends before the message is sent on',
    buggy: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const known = await world.db.get(`sent:${message.msgId}`);
        if (known) continue;
        world.queue
          .send('billing', message.msgBody, { dedupeId: message.msgId })
          .then(() => world.db.put(`sent:${message.msgId}`, true));
      }
      return 'ok';
    },
    fixed: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const known = await world.db.get(`sent:${message.msgId}`);
        if (known) continue;
        await world.queue
          .send('billing', message.msgBody, { dedupeId: message.msgId })
          .then(() => world.db.put(`sent:${message.msgId}`, true));
      }
      return 'ok';
    },
    property: ({ event, left }) => left.messages.length === event.Records.length,
    witness: () => ({ events: [cmqEvent({})] }),
  },
  {
    name: 'cmq-owner-compared-as-text',
    class: 'number-or-text',
    trigger: 'cmq',
    because: 'topicOwner is sent as a number and documented as a text; === with a text never holds',
    buggy: (world) => async (event) => {
      const trusted = ['1250000000', '1253970026'];
      for (const { CMQ: message } of event.Records) {
        const owner = message.topicOwner as string;
        const topic = trusted.includes(owner) ? 'inbox' : 'quarantine';
        await world.queue.send(topic, message.msgBody, { dedupeId: message.msgId });
      }
    },
    fixed: (world) => async (event) => {
      const trusted = ['1250000000', '1253970026'];
      for (const { CMQ: message } of event.Records) {
        const owner = String(message.topicOwner);
        const topic = trusted.includes(owner) ? 'inbox' : 'quarantine';
        await world.queue.send(topic, message.msgBody, { dedupeId: message.msgId });
      }
    },
    witness: () => ({ events: [cmqEvent({ topicOwner: 1250000000 })] }),
  },
  {
    name: 'cmq-notice-repeated',
    class: 'not-idempotent',
    trigger: 'cmq',
    because: 'when the second call fails, the retry sends the notice of the first again',
    buggy: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        await world.http.post('https://sms.example.com/send', { text: message.msgBody });
        await world.db.put(`notified:${message.msgId}`, message.msgBody);
      }
    },
    fixed: (world) => async (event) => {
      for (const { CMQ: message } of event.Records) {
        const idempotencyKey = `notice-${message.msgId}`;
        await world.http.post('https://sms.example.com/send', { text: message.msgBody }, { idempotencyKey });
        await world.db.put(`notified:${message.msgId}`, message.msgBody);
      }
    },
    witness: () => ({ events: [cmqEvent({})], failCall: 2 }),
  },
];
