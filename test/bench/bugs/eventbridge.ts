import type { EventbridgeEvent } from '../../../src/generated/eventbridge.js';
import type { BugCase } from './cases.js';
import { eventbridgeEvent } from './events.js';
import { isRecord, keysIn } from './support.js';

/** What the connector of a TDMQ topic delivers. */
function tdmqEvent(TopicType: string | number): EventbridgeEvent {
  return eventbridgeEvent({
    source: 'tdmq.cloud.tencent',
    type: 'connector:tdmq',
    subject: 'qcs::tdmq:ap-guangzhou:uid/100000000001:topicName/pulsar-1/orders/created/billing',
    data: {
      topic: 'persistent://1250000000/orders/created',
      tags: 'paid',
      TopicType,
      subscriptionName: 'billing',
      toTimestamp: '1769873400000',
      partitions: '0',
      msgId: '123345346',
      msgBody: 'hello',
    },
  });
}

/** What the connector of a CKafka topic delivers. */
function ckafkaConnectorEvent(): EventbridgeEvent {
  return eventbridgeEvent({
    source: 'ckafka.cloud.tencent',
    type: 'connector:ckafka',
    subject: 'qcs::ckafka:ap-guangzhou:uid/100000000001:ckafkaId/uin/ckafka-1/topic/orders',
    data: { topic: 'orders', Partition: 1, offset: 36, msgKey: 'None', msgBody: 'hello' },
  });
}

/** Events of an EventBridge bus. */
export const eventbridgeBugs: readonly BugCase<EventbridgeEvent>[] = [
  {
    name: 'eventbridge-time-as-text',
    class: 'number-or-text',
    trigger: 'eventbridge',
    because: 'time is a text of digits, and new Date("1769873400000") is no date',
    buggy: (world) => async (event) => {
      const day = new Date(event.time).toISOString().slice(0, 10);
      await world.db.put(`event:${day}:${event.id}`, event.type);
    },
    fixed: (world) => async (event) => {
      const day = new Date(Number(event.time)).toISOString().slice(0, 10);
      await world.db.put(`event:${day}:${event.id}`, event.type);
    },
    witness: () => ({ events: [eventbridgeEvent()] }),
  },
  {
    name: 'eventbridge-subject-required',
    class: 'optional-field-assumed',
    trigger: 'eventbridge',
    because: 'custom events may lack the subject',
    buggy: (world) => async (event) => {
      const resource = (event.subject as string).split(':').slice(5).join(':');
      await world.db.put(`resource:${event.id}`, resource);
    },
    fixed: (world) => async (event) => {
      const subject = event.subject ?? event.subjuect ?? '';
      const resource = subject.split(':').slice(5).join(':');
      await world.db.put(`resource:${event.id}`, resource);
    },
    witness: () => {
      const { subject: _subject, ...event } = eventbridgeEvent();
      return { events: [event] };
    },
  },
  {
    name: 'eventbridge-topic-type-as-number',
    class: 'number-or-text',
    trigger: 'eventbridge',
    because: 'TopicType comes as "3" or as 3: only one of them is taken for a retry',
    buggy: (world) => async (event) => {
      const kind = dataOf(event).TopicType === 3 ? 'retry' : 'first';
      await world.db.put(`${kind}:${event.id}`, event.type);
    },
    fixed: (world) => async (event) => {
      const kind = Number(dataOf(event).TopicType) === 3 ? 'retry' : 'first';
      await world.db.put(`${kind}:${event.id}`, event.type);
    },
    witness: () => ({
      events: [tdmqEvent('3')],
    }),
  },
  {
    name: 'eventbridge-partition-spelt-small',
    class: 'field-spelling',
    trigger: 'eventbridge',
    because: 'the connector writes Partition, the CKafka trigger partition',
    buggy: (world) => async (event) => {
      const data = dataOf(event);
      if (typeof data.offset !== 'number') return;
      await world.db.put(`message:${data.topic}/${data.partition}/${data.offset}`, true);
    },
    fixed: (world) => async (event) => {
      const data = dataOf(event);
      if (typeof data.offset !== 'number') return;
      await world.db.put(`message:${data.topic}/${data.partition ?? data.Partition}/${data.offset}`, true);
    },
    property: ({ left }) => keysIn(left, 'message:').every((key) => !key.includes('/undefined/')),
    witness: () => ({
      events: [ckafkaConnectorEvent()],
    }),
  },
  {
    name: 'eventbridge-data-over-id',
    class: 'spread-overwrites',
    trigger: 'eventbridge',
    because: 'data may have an id or a type of its own, and the last spread wins',
    buggy: (world) => async (event) => {
      const row = { id: event.id, type: event.type, ...(isRecord(event.data) ? event.data : {}) };
      await world.db.put(`row:${row.id}`, row.type);
    },
    fixed: (world) => async (event) => {
      const row = { ...(isRecord(event.data) ? event.data : {}), id: event.id, type: event.type };
      await world.db.put(`row:${row.id}`, row.type);
    },
    property: ({ event, left }) => left.db[`row:${event.id}`] === event.type,
    witness: () => ({ events: [eventbridgeEvent({ data: { id: 7, name: 'tea' } })] }),
  },
  {
    name: 'eventbridge-inserted-again',
    class: 'not-idempotent',
    trigger: 'eventbridge',
    because: 'events are delivered at least once: a second delivery inserts a second row',
    buggy: (world) => async (event) => {
      await world.db.insert({ id: event.id, type: event.type });
    },
    fixed: (world) => async (event) => {
      await world.db.put(`event:${event.id}`, { id: event.id, type: event.type });
    },
    witness: () => ({ events: [eventbridgeEvent(), eventbridgeEvent()] }),
  },
  {
    name: 'eventbridge-day-in-local-time',
    class: 'local-time',
    trigger: 'eventbridge',
    because: 'toDateString is in the time zone of the machine: late orders count for the next day',
    buggy: (world) => async (event) => {
      const day = new Date(Number(event.time)).toDateString();
      await world.db.put(`sales:${day}:${event.id}`, event.source);
    },
    fixed: (world) => async (event) => {
      const [weekday = '', date, month, year] = new Date(Number(event.time)).toUTCString().split(' ');
      await world.db.put(`sales:${weekday.slice(0, 3)} ${month} ${date} ${year}:${event.id}`, event.source);
    },
    witness: () => ({ events: [eventbridgeEvent({ time: '1769877000000' })], timeZone: 'Asia/Shanghai' }),
  },
  {
    name: 'eventbridge-type-inside-type',
    class: 'substring-match',
    trigger: 'eventbridge',
    because: 'includes() also finds types that merely contain the name',
    buggy: (world) => async (event) => {
      if (!event.type.includes('cos:created') && !event.type.startsWith('connector:')) {
        await world.db.put(`ignored:${event.id}`, event.type);
        return;
      }
      await world.queue.send('work', { id: event.id }, { dedupeId: event.id });
    },
    fixed: (world) => async (event) => {
      if (event.type !== 'cos:created:object' && !event.type.startsWith('connector:')) {
        await world.db.put(`ignored:${event.id}`, event.type);
        return;
      }
      await world.queue.send('work', { id: event.id }, { dedupeId: event.id });
    },
    property: ({ event, left }) =>
      left.messages.length === 0 ||
      event.type === 'cos:created:object' ||
      event.type.startsWith('connector:'),
    witness: () => ({ events: [eventbridgeEvent({ type: 'not-cos:created' })] }),
  },
];

function dataOf(event: EventbridgeEvent): Record<string, unknown> {
  return { ...event.data };
}
