import { type CkafkaEvent, ckafkaContract } from '../../generated/ckafka.js';
import { type CkafkaTriggerDesc, ckafkaTriggerdescContract } from '../../generated/ckafka-triggerdesc.js';
import type { Draw } from '../../kernel/draw.js';
import { descriptionPage, readJsonDesc } from '../jsonDesc.js';
import { defineDelivery, defineTriggerKind, type NameRule } from '../kind.js';
import { textOfValue } from '../serverlessForm.js';

const page = 'https://cloud.tencent.com/document/product/583/17530';

/** What makes a CKafka trigger. */
export interface CkafkaInput {
  /** `ckafka-8tfxzia3`. */
  readonly instanceId: string;
  readonly topic: string;
  /** 1 to 10,000. */
  readonly maxMsgNum: number | string;
  /** Where to start; a Date or a number of milliseconds becomes the text that the API wants. */
  readonly offset: 'latest' | 'earliest' | Date | number | string;
  /** How often a batch is sent again after an error of the function; 10,000 when left out. */
  readonly retry?: number | string | undefined;
  /** Seconds to wait for a batch, 1 to 60. */
  readonly timeOut?: number | string | undefined;
  readonly consumerGroupName?: string | undefined;
}

const names: readonly NameRule[] = [
  {
    pattern: /^ckafka-[a-z0-9]+-[\w.-]+$/,
    expected: 'instance id and topic, <instanceId>-<topicName>, as in ckafka-8tfxzia3-test',
    severity: 'error',
    source: descriptionPage,
  },
];

const delivery = defineDelivery<CkafkaTriggerDesc, CkafkaEvent>({
  kind: 'ckafka',
  contract: ckafkaContract,
  check({ name, desc }, { Records }, report) {
    const most = Number(desc.maxMsgNum);
    if (Records.length > most)
      report('max-msg-num', ['Records'], {
        expected: `at most ${most} records (maxMsgNum)`,
        received: `${Records.length}`,
      });
    const topic = topicOf(name);
    for (const [index, { Ckafka }] of Records.entries())
      if (topic !== undefined && Ckafka.topic !== topic)
        report('topic', ['Records', index, 'Ckafka', 'topic'], {
          expected: `topic ${topic}`,
          received: JSON.stringify(Ckafka.topic),
        });
  },
  requests({ name, desc }) {
    const most = Number(desc.maxMsgNum);
    const topic = topicOf(name);
    const sizes = [...new Set([1, 2, 5, 10, 50, 100].map((size) => Math.min(size, most)))];
    return sizes.map((records) => ({
      kind: 'ckafka',
      overrides: topic === undefined ? {} : { Records: { Ckafka: { topic } } },
      options: { records },
    }));
  },
});

/** What stands behind the instance id. */
function topicOf(name: string): string | undefined {
  return /^ckafka-[a-z0-9]+-(.+)$/.exec(name)?.[1];
}

const edge = (desc: object) => ({ TriggerName: 'ckafka-8tfxzia3-test', TriggerDesc: JSON.stringify(desc) });

/** A CKafka trigger: CreateTrigger with Type ckafka. */
export const ckafka = defineTriggerKind<'ckafka', CkafkaTriggerDesc, CkafkaInput, 'json'>({
  type: 'ckafka',
  sentAs: 'json',
  documentation: page,
  invocation: 'sync',
  names,
  read: (desc) =>
    readJsonDesc(
      {
        contract: ckafkaTriggerdescContract,
        hint(issue, value) {
          if (!issue.rule.includes('/offset-')) return undefined;
          if (value === 'oldest') return 'the console says oldest, the API earliest';
          if (/^\d{10}$/.test(String(value))) return `these are seconds; write "${value}000"`;
          return typeof value === 'number' ? `write the text "${value}"` : undefined;
        },
        rules: [
          {
            name: 'ckafka-triggerdesc/retry-given',
            holds: 'The number of retries is required.',
            severity: 'warning',
            source: descriptionPage,
            check({ retry }: CkafkaTriggerDesc, report) {
              if (retry === undefined)
                report(['retry'], {
                  expected: 'a number',
                  received: 'nothing',
                  hint: 'write 10000, the default of the tools',
                });
            },
          },
        ],
      },
      desc,
    ),
  rules: [],
  build: ({ instanceId, topic, offset, ...rest }) => ({
    TriggerName: `${instanceId}-${topic}`,
    TriggerDesc: JSON.stringify({
      maxMsgNum: rest.maxMsgNum,
      offset: String(offset instanceof Date ? offset.getTime() : offset),
      retry: rest.retry ?? 10_000,
      timeOut: rest.timeOut,
      consumerGroupName: rest.consumerGroupName,
    }),
  }),
  input: (draw: Draw) => ({
    instanceId: `ckafka-${draw.letters('0123456789abcdefghijkmnpqrstuvwxyz', 8)}`,
    topic: draw.isHostile()
      ? draw.pick(['__proto__', 'a-b-c', 'a.b', 't'.repeat(64)])
      : draw.pick(['test', 'orders', 'order-events']),
    maxMsgNum: draw.isHostile()
      ? draw.pick([1, '1', 10_000, '10000', 9999])
      : draw.pick([100, 50, 999, '100']),
    offset: draw.isHostile()
      ? draw.pick(['1595927203000', '0000000000000', 9_999_999_999_999])
      : draw.pick(['latest', 'earliest', 1_595_927_203_000]),
    retry: draw.isHostile() ? draw.pick([0, '0', 2 ** 31]) : draw.pick([10_000, 10]),
    timeOut: draw.pick([undefined, 60, 1, '30']),
  }),
  edgeCases: [
    {
      name: 'numbers-as-text',
      because: 'the tables say that the numbers are texts, the examples show numbers',
      source: descriptionPage,
      trigger: edge({ maxMsgNum: '100', offset: 'latest', retry: '10000' }),
    },
    {
      name: 'millisecond-offset',
      because: 'the time is a text, although it is a number',
      source: descriptionPage,
      trigger: edge({ maxMsgNum: 999, offset: '1595927203000', retry: 10 }),
    },
    {
      name: 'largest-batch',
      because: '10,000 records of 630 bytes are more than the 6 MB of a synchronous call',
      source: page,
      trigger: edge({ maxMsgNum: 10_000, offset: 'earliest', retry: 10_000 }),
    },
    {
      name: 'topic-with-hyphens',
      because: 'the name is instance id and topic with a hyphen between, and both have hyphens of their own',
      source: descriptionPage,
      trigger: {
        ...edge({ maxMsgNum: 1, offset: 'latest', retry: 0 }),
        TriggerName: 'ckafka-8tfxzia3-order-events-v2',
      },
    },
    {
      name: 'without-retry',
      because: "the example of Terraform's provider leaves it out, the table says that it is required",
      source: descriptionPage,
      trigger: edge({ maxMsgNum: '1', offset: 'latest' }),
      reports: ['ckafka-triggerdesc/retry-given'],
    },
  ],
  deliveries: [delivery],
  serverless: {
    describe: (given) => ({
      name: `${textOfValue(given.name)}-${textOfValue(given.topic)}`,
      desc: {
        maxMsgNum: given.maxMsgNum ?? 100,
        offset: given.offset ?? 'latest',
        retry: given.retry ?? 10_000,
        timeOut: given.timeout ?? 60,
      },
    }),
  },
});
