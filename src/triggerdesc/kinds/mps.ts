import { type MpsEditMediaTaskEvent, mpsEditMediaTaskContract } from '../../generated/mps-edit-media-task.js';
import { type MpsTriggerBinding, mpsTriggerdescContract } from '../../generated/mps-triggerdesc.js';
import { type MpsWorkflowTaskEvent, mpsWorkflowTaskContract } from '../../generated/mps-workflow-task.js';
import type { Draw } from '../../kernel/draw.js';
import { readJsonDesc } from '../jsonDesc.js';
import {
  type Delivery,
  defineDelivery,
  defineTriggerKind,
  type NameRule,
  type RuledTrigger,
} from '../kind.js';

const page = 'https://cloud.tencent.com/document/product/583/50833';
const toolkit = 'npm tencent-component-toolkit 2.27.6';

/** What binds callbacks of MPS to a function. */
export interface MpsInput {
  readonly eventType: MpsTriggerBinding['EventType'];
  /** Region of the function. */
  readonly region?: string | undefined;
}

const names: readonly NameRule[] = [
  { pattern: /^\S*$/, expected: 'no spaces; the tools leave it empty', severity: 'error', source: toolkit },
];

function sends<Event extends { EventType: string }>(
  eventType: MpsTriggerBinding['EventType'],
  delivery: Pick<Delivery<MpsTriggerBinding, Event>, 'kind' | 'contract'>,
): Delivery<MpsTriggerBinding> {
  return defineDelivery<MpsTriggerBinding, Event>({
    ...delivery,
    check({ desc }, event, report) {
      if (desc.EventType !== eventType)
        report('event-type', ['EventType'], {
          expected: JSON.stringify(desc.EventType),
          received: JSON.stringify(event.EventType),
        });
    },
    requests: ({ desc }) =>
      desc.EventType === eventType ? [{ kind: delivery.kind, options: {}, overrides: {} }] : [],
  });
}

/** An MPS trigger: made by BindTrigger of MPS; an account has one, in whatever region. */
export const mps = defineTriggerKind<'mps', MpsTriggerBinding, MpsInput, 'none'>({
  type: 'mps',
  sentAs: 'none',
  documentation: page,
  notCreatable: 'it is bound by BindTrigger of MPS',
  invocation: 'async',
  names,
  read: (desc) =>
    readJsonDesc(
      {
        contract: mpsTriggerdescContract,
        rules: [
          {
            name: 'mps-triggerdesc/documented-type',
            holds: 'The documents of SCF know WorkflowTask and EditMediaTask.',
            severity: 'warning',
            source: page,
            check({ EventType }: MpsTriggerBinding, report) {
              if (EventType === 'ScheduleTask')
                report(['EventType'], {
                  expected: '"WorkflowTask" or "EditMediaTask"',
                  received: '"ScheduleTask"',
                });
            },
          },
        ],
      },
      desc,
    ),
  rules: [
    {
      name: 'mps-triggerdesc/same-region',
      holds: 'ScfRegion is the region of the function.',
      severity: 'error',
      source: toolkit,
      check({ config, desc }: RuledTrigger<MpsTriggerBinding>, report) {
        if (desc?.ScfRegion !== undefined && config.Region !== undefined && desc.ScfRegion !== config.Region)
          report(['TriggerDesc', 'ScfRegion'], {
            expected: `${config.Region}, the function's region`,
            received: desc.ScfRegion,
          });
      },
    },
  ],
  build: ({ eventType, region }) => ({
    TriggerName: '',
    TriggerDesc: JSON.stringify({ EventType: eventType, ScfRegion: region }),
  }),
  input: (draw: Draw) => ({
    eventType: draw.pick(['WorkflowTask', 'EditMediaTask'] as const),
    region: draw.pick(['ap-guangzhou', 'ap-shanghai', undefined]),
  }),
  edgeCases: [
    {
      name: 'schedule-task',
      because: 'MPS sends it, the documents of SCF do not know it',
      source: page,
      trigger: { TriggerName: '', TriggerDesc: '{"EventType":"ScheduleTask"}' },
      reports: ['mps-triggerdesc/documented-type'],
    },
  ],
  serverless: {
    isAlwaysOpen: true,
    describe: ({ type }, { Region }) => ({ name: '', desc: { EventType: type, ScfRegion: Region } }),
  },
  regionOf: ({ TriggerDesc }) => /"ScfRegion":"([^"]+)"/.exec(TriggerDesc)?.[1],
  limits: [
    {
      rule: 'mps-triggerdesc/one-per-account',
      max: 1,
      keyOf: ({ Type }) => Type,
      at: [],
      expected: 'one MPS trigger in an account, whatever the region',
      received: () => 'one more',
      source: page,
    },
  ],
  deliveries: [
    sends<MpsWorkflowTaskEvent>('WorkflowTask', {
      kind: 'mps-workflow-task',
      contract: mpsWorkflowTaskContract,
    }),
    sends<MpsEditMediaTaskEvent>('EditMediaTask', {
      kind: 'mps-edit-media-task',
      contract: mpsEditMediaTaskContract,
    }),
  ],
});
