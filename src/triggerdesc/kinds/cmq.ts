import { type CmqEvent, cmqContract } from '../../generated/cmq.js';
import { type CmqTriggerDesc, cmqTriggerdescContract } from '../../generated/cmq-triggerdesc.js';
import type { Draw } from '../../kernel/draw.js';
import { descriptionPage, readJsonDesc } from '../jsonDesc.js';
import { defineDelivery, defineTriggerKind, type NameRule } from '../kind.js';

/** What makes a CMQ topic trigger: the topic, and tags or binding keys or neither. */
export interface CmqInput {
  readonly topic: string;
  /** A message must have one of these tags. */
  readonly tags?: readonly string[] | undefined;
  /** A message's routing key must match one of these. */
  readonly bindingKeys?: readonly string[] | undefined;
}

const names: readonly NameRule[] = [
  { pattern: /^\S+$/, expected: 'the name of the topic', severity: 'error', source: descriptionPage },
];

const delivery = defineDelivery<CmqTriggerDesc, CmqEvent>({
  kind: 'cmq',
  contract: cmqContract,
  check({ name, desc }, { Records }, report) {
    const wanted = tagsOf(desc);
    for (const [index, { CMQ }] of Records.entries()) {
      if (name !== '' && CMQ.topicName !== name)
        report('topic', ['Records', index, 'CMQ', 'topicName'], {
          expected: `topic ${name}`,
          received: JSON.stringify(CMQ.topicName),
        });
      const tags = typeof CMQ.msgTag === 'string' ? CMQ.msgTag.split(/,\s*/) : CMQ.msgTag;
      if (wanted.length > 0 && !wanted.some((tag) => tags.includes(tag)))
        report('tag', ['Records', index, 'CMQ', 'msgTag'], {
          expected: `one of the tags ${wanted.join(', ')}`,
          received: JSON.stringify(CMQ.msgTag),
        });
    }
  },
  requests({ name, desc }) {
    const topic = name === '' ? {} : { topicName: name };
    const wanted = tagsOf(desc);
    if (wanted.length === 0) return [{ kind: 'cmq', options: {}, overrides: { Records: { CMQ: topic } } }];
    return [...wanted, `${wanted[0]}, other`].map((msgTag) => ({
      kind: 'cmq',
      options: {},
      overrides: { Records: { CMQ: { ...topic, msgTag } } },
    }));
  },
});

/** The tags that let a message through; none when all pass or a routing key decides, which the event does not tell. */
function tagsOf({ filterType, filterKey = [] }: CmqTriggerDesc): readonly string[] {
  if (String(filterType) !== '1') return [];
  return typeof filterKey === 'string' ? filterKey.split(/,\s*/).filter((tag) => tag !== '') : filterKey;
}

const edge = (TriggerDesc: string) => ({ TriggerName: 'Tabortest', TriggerDesc });

/** A CMQ topic trigger: CreateTrigger with Type cmq, in the days of CMQ. */
export const cmq = defineTriggerKind<'cmq', CmqTriggerDesc, CmqInput, 'optional'>({
  type: 'cmq',
  sentAs: 'optional',
  documentation: descriptionPage,
  notCreatable: 'CMQ was discontinued in June 2022',
  invocation: 'async',
  names,
  read: (desc) =>
    readJsonDesc(
      {
        contract: cmqTriggerdescContract,
        whenEmpty: {},
        rules: [
          {
            name: 'cmq-triggerdesc/filter-whole',
            holds: 'filterType and filterKey stand together.',
            severity: 'warning',
            source: descriptionPage,
            check({ filterType, filterKey }: CmqTriggerDesc, report) {
              if (filterKey !== undefined && filterType === undefined)
                report(['filterType'], {
                  expected: '1 (tag) or 2 (binding key) beside filterKey',
                  received: 'nothing',
                });
              if (filterType !== undefined && (filterKey === undefined || filterKey.length === 0))
                report(['filterKey'], {
                  expected: 'something to filter by',
                  received: JSON.stringify(filterKey) ?? 'nothing',
                });
            },
          },
        ],
      },
      desc,
    ),
  rules: [],
  build: ({ topic, tags, bindingKeys }) => ({
    TriggerName: topic,
    TriggerDesc:
      tags !== undefined
        ? JSON.stringify({ filterType: 1, filterKey: tags })
        : bindingKeys !== undefined
          ? JSON.stringify({ filterType: 2, filterKey: bindingKeys })
          : '',
  }),
  input: (draw: Draw) => ({
    topic: draw.pick(['Tabortest', 'test-topic', 'orders']),
    ...draw.pick<Omit<CmqInput, 'topic'>>([
      {},
      { tags: ['test'] },
      { tags: ['key1', 'key2'] },
      { bindingKeys: ['#test'] },
    ]),
  }),
  edgeCases: [
    {
      name: 'empty-description',
      because: 'older documents and tools send none',
      source: descriptionPage,
      trigger: edge(''),
    },
    {
      name: 'filter-type-as-text',
      because: 'the table says that both fields are texts',
      source: descriptionPage,
      trigger: edge('{"filterType":"1","filterKey":"test"}'),
    },
    {
      name: 'route-match',
      because: 'the event does not tell the routing key that let it through',
      source: descriptionPage,
      trigger: edge('{"filterType":2,"filterKey":["#test"]}'),
    },
  ],
  deliveries: [delivery],
  serverless: {
    describe: ({ name, filterKey, filterType }) => ({
      name,
      desc: filterKey === undefined ? '' : { filterType: filterType ?? 1, filterKey },
    }),
  },
});
