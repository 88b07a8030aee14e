import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { type ClsEvent, clsContract } from '../../generated/cls.js';
import { clsLogsContract } from '../../generated/cls-logs.js';
import { type ClsTriggerBinding, clsTriggerdescContract } from '../../generated/cls-triggerdesc.js';
import { base64Of, bytesOfBase64 } from '../../kernel/base64.js';
import type { Draw } from '../../kernel/draw.js';
import { readJsonDesc } from '../jsonDesc.js';
import { defineDelivery, defineTriggerKind, type NameRule } from '../kind.js';

const page = 'https://cloud.tencent.com/document/product/614/61096';
const toolkit = 'npm tencent-component-toolkit 2.27.6';
const maxUnpackedBytes = 64 * 2 ** 20;

/** What binds a log topic to a function. */
export interface ClsInput {
  readonly topicId: string;
  readonly functionName: string;
  readonly namespace?: string | undefined;
  readonly qualifier?: string | undefined;
  /** Seconds, 3 to 300. */
  readonly maxWait?: number | undefined;
  readonly maxSize?: number | undefined;
  readonly enabled?: boolean | undefined;
}

const names: readonly NameRule[] = [
  { pattern: /^\S*$/, expected: 'the id of the log topic, or nothing', severity: 'error', source: toolkit },
];

const delivery = defineDelivery<ClsTriggerBinding, ClsEvent>({
  kind: 'cls',
  contract: clsContract,
  check({ desc }, { clslogs }, report) {
    const at = ['clslogs', 'data'];
    if (desc.effective === false)
      report('disabled', [], { expected: 'a binding that is effective', received: 'effective false' });
    const topic = topicIn(clslogs.data);
    if (topic === undefined)
      report('topic', at, {
        expected: `logs of topic ${desc.topic_id}`,
        received: 'no logs in Base64 of gzip of JSON',
      });
    else if (topic !== desc.topic_id)
      report('topic', at, { expected: `logs of topic ${desc.topic_id}`, received: `logs of topic ${topic}` });
  },
  requests: ({ desc }) =>
    desc.effective === false
      ? []
      : contents.map((content, index) => ({
          kind: 'cls',
          options: {},
          overrides: { clslogs: { data: packed(desc.topic_id, content, index) } },
        })),
});

/** Texts of log records, as JSON and as plain lines. */
const contents = [
  ['{"level":"info","msg":"started"}'],
  ['{"level":"error","msg":"timeout","durationMs":3000}', '{"level":"info","msg":"retried"}'],
  ['plain line without JSON'],
  ['{"msg":"用户登录"}', '{"msg":"😀"}', ''],
];

function packed(topic_id: string, texts: readonly string[], index: number): string {
  const records = texts.map((content, at) => ({
    timestamp: `${1_767_225_600 + index * 60 + at}000020`,
    content,
  }));
  const logs = JSON.stringify({ topic_id, topic_name: 'app-log', records });
  return base64Of(gzipSync(strToU8(logs), { mtime: 0 }));
}

/** The topic that packed logs come from; undefined when they cannot be opened or are larger than 64 MB. */
function topicIn(data: string): string | undefined {
  try {
    const bytes = bytesOfBase64(data);
    if (bytes === undefined) return undefined;
    const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(
      bytes.byteLength - 4,
      true,
    );
    if (size > maxUnpackedBytes) return undefined;
    const logs: unknown = JSON.parse(strFromU8(gunzipSync(bytes, { out: new Uint8Array(size) })));
    return clsLogsContract.accepts(logs) ? logs.topic_id : undefined;
  } catch {
    return undefined;
  }
}

/** A CLS trigger: made by the API of CLS. */
export const cls = defineTriggerKind<'cls', ClsTriggerBinding, ClsInput, 'none'>({
  type: 'cls',
  sentAs: 'none',
  documentation: page,
  notCreatable: 'it is made by the API of CLS',
  invocation: 'async',
  names,
  read: (desc) => readJsonDesc({ contract: clsTriggerdescContract, rules: [] }, desc),
  rules: [],
  build: (input) => ({
    TriggerName: input.topicId,
    TriggerDesc: JSON.stringify({
      topic_id: input.topicId,
      name_space: input.namespace ?? 'default',
      function_name: input.functionName,
      qualifier: input.qualifier ?? '$DEFAULT',
      max_wait: input.maxWait,
      max_size: input.maxSize,
      effective: input.enabled ?? true,
    }),
  }),
  input: (draw: Draw) => ({
    topicId: draw.uuid(),
    functionName: draw.pick(['collect-logs', 'alert']),
    maxWait: draw.isHostile() ? draw.pick([3, 300]) : draw.pick([60, undefined, 10]),
    maxSize: draw.pick([undefined, 100, 1]),
  }),
  edgeCases: [
    {
      name: 'snake-case',
      because: 'its names have underscores where every other description has capitals',
      source: toolkit,
      trigger: {
        TriggerName: '31d3ce01-228b-42f5-aab5-7f740cc2fb11',
        TriggerDesc:
          '{"topic_id":"31d3ce01-228b-42f5-aab5-7f740cc2fb11","function_name":"f","max_wait":60,"effective":true}',
      },
    },
    {
      name: 'ineffective',
      because: 'it is bound and yet delivers nothing',
      source: toolkit,
      trigger: {
        TriggerName: 't-1',
        TriggerDesc: '{"topic_id":"t-1","function_name":"f","effective":false}',
      },
    },
  ],
  deliveries: [delivery],
  serverless: {
    describe: (given, { FunctionName = '', Namespace = 'default' }) => ({
      name: given.topicId,
      desc: {
        topic_id: given.topicId,
        name_space: Namespace,
        function_name: FunctionName === '' ? 'this-function' : FunctionName,
        qualifier: given.qualifier ?? '$DEFAULT',
        max_wait: given.maxWait,
        max_size: given.maxSize,
        effective: given.enable === true,
      },
    }),
  },
});
