import { drawOrderJson, hasRecordsOf, oddBodies, openedBodies } from '../../domain/queue/messages.js';
import { isoSeconds, unixSecondsOf } from '../../domain/time.js';
import { type CmqEvent, type CmqMessage, type CmqRecord, cmqContract } from '../../generated/cmq.js';
import { slugs, words } from '../../generated/pools.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import { describeValue } from '../../kernel/describeValue.js';
import type { Draw } from '../../kernel/draw.js';
import { givenItem, givenLength, type Overrides } from '../../kernel/overrides.js';
import type { EdgeCase, Rule } from '../../kernel/trigger.js';
import { delivery } from './delivery.js';

export type { CmqEvent, CmqMessage, CmqRecord };

const page = 'https://www.tencentcloud.com/document/product/583/11517';
const captured = 'captured 2019';
const anyText = 'publishers write what they like';

const topics: readonly string[] = ['testtopic', 'orders', 'user-signup', 'stock-changes'];
const subscriptions: readonly string[] = ['to-scf', 'orders-worker', 'scf-sub'];
const tags: readonly string[] = ['', 'aaaa', 'created', 'created, vip', 'aaaa, bbbbb, cccc'];
const hostileTags: readonly string[] = ['', ', ', 'a,b', ' a ,b', '标签, 😀', '__proto__, constructor'];

function rule(
  name: string,
  holds: string,
  source: string,
  problemOf: (message: CmqMessage) => readonly [field: keyof CmqMessage, expected: string] | undefined,
): Rule<CmqEvent> {
  return {
    name,
    holds,
    severity: 'warning',
    source,
    check({ Records }, report) {
      for (const [index, { CMQ }] of Records.entries()) {
        const [field, expected] = problemOf(CMQ) ?? [];
        if (field === undefined || expected === undefined) continue;
        report(['Records', index, 'CMQ', field], { expected, received: describeValue(CMQ[field]) });
      }
    },
  };
}

const rules: readonly Rule<CmqEvent>[] = [
  {
    ...rule(
      'cmq/time-exists',
      'publishTime is a second that the calendar has.',
      captured,
      ({ publishTime }) => {
        const second = `${publishTime.slice(0, 19)}Z`;
        const exists = isoSeconds(unixSecondsOf(second)) === second;
        return exists ? undefined : ['publishTime', 'a day that the month has'];
      },
    ),
    severity: 'error',
  },
  rule(
    'cmq/owner-is-number',
    'topicOwner is a number.',
    `${captured}; vendor Go and Java structs`,
    ({ topicOwner }) => (typeof topicOwner === 'number' ? undefined : ['topicOwner', 'an integer']),
  ),
  rule('cmq/tags-are-text', 'msgTag is one string.', captured, ({ msgTag }) =>
    typeof msgTag === 'string' ? undefined : ['msgTag', 'the tags in one string, separated by ", "'],
  ),
  rule('cmq/type-is-topic', 'type is "topic".', captured, ({ type }) =>
    type === 'topic' ? undefined : ['type', '"topic", since functions subscribe to topics'],
  ),
];

function edge(
  name: string,
  because: string,
  source: string,
  change: Partial<CmqMessage>,
): EdgeCase<CmqEvent> {
  return {
    name,
    because,
    source,
    event: (draw, sample) => ({
      Records: sample(draw).Records.map(({ CMQ }) => ({ CMQ: { ...CMQ, ...change } })),
    }),
  };
}

const edgeCases: readonly EdgeCase<CmqEvent>[] = [
  edge('tags-in-one-string', 'splitting at "," alone leaves a space in front of the second tag', captured, {
    msgTag: 'aaaa, bbbbb, cccc',
  }),
  edge('tags-without-spaces', 'splitting at ", " finds one tag', page, { msgTag: 'tag1,tag2' }),
  {
    ...edge(
      'tags-as-array',
      'a string method of an array is undefined',
      'https://serverless.com/framework/docs-providers-tencent-events-cmq',
      { msgTag: ['tag1', 'tag2'] },
    ),
    reports: ['cmq/tags-are-text'],
  },
  edge('no-tags', '"".split(",") gives one empty tag', captured, { msgTag: '' }),
  edge('tag-prototype', 'counting tags in an object sets its prototype', anyText, {
    msgTag: '__proto__, constructor',
  }),
  {
    ...edge('owner-as-text', 'the summary page of the documents shows a string', 'documented', {
      topicOwner: '1250000000',
    }),
    reports: ['cmq/owner-is-number'],
  },
  edge('owner-above-2-31', 'it no longer fits the Integer of the vendor’s Java class', 'vendor Java class', {
    topicOwner: 100_000_000_001,
  }),
  edge('time-with-milliseconds', 'a parser of one form refuses the other', page, {
    publishTime: '1970-01-01T00:00:00.000Z',
  }),
  edge('leap-day', 'most years do not have this day', captured, { publishTime: '2024-02-29T00:00:00Z' }),
  edge('day-boundary-in-utc-8', 'in UTC+8 it is midnight of the next day', captured, {
    publishTime: '2026-03-15T16:00:00Z',
  }),
  edge('id-above-2-53', 'the ids are digits, and a number loses the last of them', captured, {
    msgId: '13510798882111490',
    requestId: '2758374289357404467',
  }),
  {
    ...edge('queue-type', 'the documents name a second type', 'documented', { type: 'queue' }),
    reports: ['cmq/type-is-topic'],
  },
  ...oddBodies.map(({ name, because, body }) => edge(name, because, anyText, { msgBody: body })),
  edge('poison-message', 'one message that is no JSON is retried twice and then lost', anyText, {
    msgBody: '{"orderId": 17, ',
  }),
  {
    name: 'several-records',
    because: 'a handler that reads Records[0] loses the others',
    source: page,
    event: (draw, sample) => {
      const { CMQ } = sample(draw).Records[0] as CmqRecord;
      return {
        Records: ['1', '2', '3'].map((digit) => ({ CMQ: { ...CMQ, msgId: `1351079888211149${digit}` } })),
      };
    },
  },
  {
    name: 'unknown-fields',
    because: 'the vendor may add fields, and a strict parser refuses them',
    source: page,
    reports: ['cmq/unknown-field'],
    event: (draw, sample) => {
      const Records = sample(draw).Records.map(({ CMQ }) => ({ CMQ: { ...CMQ, ...future }, ...future }));
      return { Records, ...future };
    },
  },
];

const future = { futureField: { nested: true } };

/** Messages of a CMQ topic. */
export const cmq = defineTrigger({
  name: 'cmq',
  summary:
    'A message was published to a CMQ topic that the function subscribes to (the product ended in 2022).',
  documentation: page,
  contract: cmqContract,
  invocation: 'async',
  delivery,
  retries:
    'Twice after an error of the function, a minute apart; then the dead-letter queue, if there is one.',
  payloadAt: 'Records[].CMQ.msgBody',
  sample(draw, given): CmqEvent {
    const length = Math.max(1, givenLength(given.Records));
    const Records = draw.list(length, length, (from, index) => ({
      CMQ: drawMessage(from, givenItem<CmqRecord>(given.Records, index).CMQ),
    }));
    return { Records };
  },
  edgeCases,
  rules,
  looksLike: (value) => hasRecordsOf('CMQ', value),
  decode: ({ Records }) =>
    openedBodies(
      'CMQ',
      Records.map(({ CMQ }) => CMQ.msgBody),
    ),
  stretch: {
    grows: 'the last msgBody',
    add({ Records }, extra) {
      const { CMQ } = Records.at(-1) as CmqRecord;
      return {
        Records: [...Records.slice(0, -1), { CMQ: { ...CMQ, msgBody: CMQ.msgBody + ' '.repeat(extra) } }],
      };
    },
  },
});

function drawMessage(draw: Draw, given: Overrides<CmqMessage> | undefined): CmqMessage {
  return {
    type: 'topic',
    topicOwner: 1_250_000_000 + draw.below(50_000_000),
    topicName: given?.topicName ?? draw.name(topics, /^[A-Za-z][\w-]{0,63}$/),
    subscriptionName: draw.name(subscriptions, /^[A-Za-z][\w-]{0,63}$/),
    publishTime: isoSeconds(draw.unixSeconds()),
    msgId: `1351${draw.digits(13)}`,
    requestId: draw.digits(19),
    msgBody: draw.payloadText(drawBody),
    msgTag: draw.isHostile() ? draw.pick(hostileTags) : draw.pick(tags),
  };
}

function drawBody(draw: Draw): string {
  if (draw.isHostile()) return draw.text(slugs);
  return draw.below(4) < 3 ? drawOrderJson(draw) : `stock of ${draw.pick(words)} is ${draw.below(1000)}`;
}
