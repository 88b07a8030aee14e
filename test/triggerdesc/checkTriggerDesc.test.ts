import { describe, expect, test } from 'vitest';
import { describeIssue } from '../../src/kernel/issue.js';
import { checkTrigger, checkTriggerDesc, triggerTypes } from '../../src/triggerdesc/index.js';

/** A text, and the rules that a check reports of it; the vendor's own examples are marked. */
type Case = readonly [desc: string | object, ...rules: string[]];

const bucket = { event: 'cos:ObjectCreated:*', filter: { Prefix: '', Suffix: '' } };
const cosText = (event: string, Prefix = '', Suffix = '') =>
  JSON.stringify({ event, filter: { Prefix, Suffix } });
const batch = (changes: object) =>
  JSON.stringify({ maxMsgNum: 100, offset: 'latest', retry: 10_000, ...changes });
const api = (changes: object) => JSON.stringify({ api: changes });
const url = (changes: object) =>
  JSON.stringify({
    AuthType: 'NONE',
    NetConfig: { EnableIntranet: false, EnableExtranet: true },
    ...changes,
  });
const logs = (changes: object) => JSON.stringify({ topic_id: 't-1', function_name: 'f', ...changes });
const balancer = (changes: object) =>
  JSON.stringify({
    loadBalanceId: 'lb-l6golr1k',
    protocol: 'HTTP',
    port: 80,
    domain: 'a.example.com',
    url: '/',
    ...changes,
  });

const cases: Readonly<Record<string, readonly Case[]>> = {
  timer: [
    ['0 */5 * * * * *'], // seed 001, Sample TriggerDesc
    ['* / 5 * * * * *', 'cron/fields'], // seed 001, spaces by extraction
    ['*/5 * * * * * *'],
    ['0 15 10 1 * * *'], // seed 001
    ['0 15 10 * * MON-FRI *'], // seed 001
    ['0 0 10,14,16 * * * *'], // seed 001
    ['0 */30 9-17 * * * *'], // seed 001
    ['0 0 12 * * WED *'], // seed 001
    ['0 0 2 * * *', 'cron/fields'],
    ['*/5 * * * *', 'cron/legacy'],
    ['0 0 0 30 2 * *', 'cron/never'],
    ['0 0 0 L * ? *', 'cron/dialect', 'cron/dialect'],
    ['0 0 0 * * 7 *', 'cron/value'],
    ['0 0 0 * * 1 *', 'cron/week-number'],
    ['', 'cron/fields'],
    ['{"cron":"0 */6 * * * * *"}', 'timer-triggerdesc/listed-form'],
    [{ cron: '0 */6 * * * * *' }, 'timer-triggerdesc/listed-form'],
    ['{"cron":5}', 'cron/fields', 'timer-triggerdesc/listed-form'],
    ['{"cron":', 'cron/fields'],
  ],
  apigw: [
    [
      '{\n  "api":{\n    "authRequired":"FALSE",\n    "requestConfig":{\n      "method":"ANY"\n    },\n    "isIntegratedResponse":"FALSE"\n  },\n  "service":{\n    "serviceName":"SCF_API_SERVICE"\n  },\n  "release":{\n    "environmentName":"release"\n  }\n}',
    ], // seed 001, Sample TriggerDesc
    ['{}'],
    [api({ authRequired: 'TRUE', isIntegratedResponse: 'TRUE', IsBase64Encoded: 'TRUE' })],
    [api({ authRequired: true }), 'apigw-triggerdesc/authRequired-enum'],
    [api({ authRequired: 'true' }), 'apigw-triggerdesc/authRequired-enum'],
    [api({ isIntegratedResponse: 'YES' }), 'apigw-triggerdesc/isIntegratedResponse-enum'],
    [api({ isBase64Encoded: 'TRUE' }), 'apigw-triggerdesc/unknown-field'],
    [api({ requestConfig: { method: 'GET' } })],
    [api({ requestConfig: { method: 'PATCH' } }), 'apigw-triggerdesc/method-enum'],
    [api({ requestConfig: { method: 'get' } }), 'apigw-triggerdesc/method-enum'],
    [api({ requestConfig: { Method: 'GET' } }), 'apigw-triggerdesc/unknown-field'],
    ['{"service":{"serviceId":"service-f94sy04v"}}'],
    ['{"service":{"serviceId":"f94sy04v"}}', 'apigw-triggerdesc/serviceId-pattern'],
    ['{"service":{"serviceName":""}}', 'apigw-triggerdesc/serviceName-minLength'],
    ['{"release":{"environmentName":"prepub"}}'],
    ['{"release":{"environmentName":"prod"}}', 'apigw-triggerdesc/environmentName-enum'],
    ['{"release":{}}', 'apigw-triggerdesc/environment-given'],
    ['[]', 'apigw-triggerdesc/event-type'],
    ['{api:{}}', 'apigw-triggerdesc/json'],
  ],
  ckafka: [
    ['{"maxMsgNum":100,"offset":"latest","retry":10000}'], // seed 001
    ['{"maxMsgNum":999,"offset":"1595927203000","retry":10}'], // seed 001
    ['{"maxMsgNum":"1","offset":"latest"}', 'ckafka-triggerdesc/retry-given'],
    [batch({ maxMsgNum: '100', retry: '10000' })],
    [batch({ maxMsgNum: 1 })],
    [batch({ maxMsgNum: 10_000 })],
    [batch({ maxMsgNum: '10000' })],
    [batch({ maxMsgNum: 0 }), 'ckafka-triggerdesc/maxMsgNum-anyOf'],
    [batch({ maxMsgNum: 10_001 }), 'ckafka-triggerdesc/maxMsgNum-anyOf'],
    [batch({ maxMsgNum: '10001' }), 'ckafka-triggerdesc/maxMsgNum-anyOf'],
    [batch({ maxMsgNum: '0100' }), 'ckafka-triggerdesc/maxMsgNum-anyOf'],
    [batch({ maxMsgNum: 1.5 }), 'ckafka-triggerdesc/maxMsgNum-anyOf'],
    [batch({ maxMsgNum: null }), 'ckafka-triggerdesc/maxMsgNum-anyOf'],
    [batch({ maxMsgNum: undefined }), 'ckafka-triggerdesc/maxMsgNum-required'],
    [batch({ maxMsgNum: undefined, maxmsgnum: 5 }), 'ckafka-triggerdesc/maxMsgNum-required'],
    [batch({ offset: 'earliest' })],
    [batch({ offset: 'oldest' }), 'ckafka-triggerdesc/offset-pattern'],
    [batch({ offset: 'Latest' }), 'ckafka-triggerdesc/offset-pattern'],
    [batch({ offset: '1595927203' }), 'ckafka-triggerdesc/offset-pattern'],
    [batch({ offset: 1_595_927_203_000 }), 'ckafka-triggerdesc/offset-type'],
    [batch({ offset: undefined }), 'ckafka-triggerdesc/offset-required'],
    [batch({ retry: 0 })],
    [batch({ retry: -1 }), 'ckafka-triggerdesc/retry-anyOf'],
    [batch({ retry: 'often' }), 'ckafka-triggerdesc/retry-anyOf'],
    [batch({ timeOut: 1 })],
    [batch({ timeOut: '60' })],
    [batch({ timeOut: 0 }), 'ckafka-triggerdesc/timeOut-anyOf'],
    [batch({ timeOut: 61 }), 'ckafka-triggerdesc/timeOut-anyOf'],
    [batch({ timeout: 60 }), 'ckafka-triggerdesc/unknown-field'],
    [batch({ consumerGroupName: '' })],
    [batch({ consumerGroupName: 5 }), 'ckafka-triggerdesc/consumerGroupName-type'],
    [batch({ easConfig: { user: 'u', password: 'p' } })],
    [batch({ easConfig: { user: 'u' } }), 'ckafka-triggerdesc/password-required'],
    ["{'maxMsgNum':100}", 'ckafka-triggerdesc/json'],
    ['{\\"maxMsgNum\\":100}', 'ckafka-triggerdesc/json'],
    ['', 'ckafka-triggerdesc/json'],
  ],
  cos: [
    ['{"event": "cos:ObjectCreated:*", "filter": {"Prefix": "", "Suffix": ""}}', 'cos-triggerdesc/no-spaces'], // seed 001
    ['{"event":"cos:ObjectCreated:*","filter":{"Prefix":"","Suffix":""}}'],
    ['{"bucketUrl":"a-1.cos.ap-guangzhou.myqcloud.com","event":"cos:ObjectCreated:*","filter":{}}'],
    ...[
      'cos:ObjectCreated:Put', // seeds 001, 002, 003
      'cos:ObjectCreated:Post',
      'cos:ObjectCreated:Copy',
      'cos:ObjectCreated:CompleteMultipartUpload',
      'cos:ObjectCreated:Origin',
      'cos:ObjectCreated:Replication',
      'cos:ObjectRemove:*',
      'cos:ObjectRemove:Delete',
      'cos:ObjectRemove:DeleteMarkerCreated',
      'cos:ObjectRestore:Post',
      'cos:ObjectRestore:Completed',
    ].map((event): Case => [cosText(event)]),
    [cosText('cos: ObjectCreated:Put'), 'cos-triggerdesc/no-spaces', 'cos-triggerdesc/event-enum'], // seed 002
    [cosText('Created:*'), 'cos-triggerdesc/event-enum'], // seed 001, in prose
    [cosText('cos:objectcreated:put'), 'cos-triggerdesc/event-enum'],
    [cosText('cos:ObjectRestore:*'), 'cos-triggerdesc/event-enum'],
    [cosText('ObjectRemove'), 'cos-triggerdesc/event-enum'], // seed 001, in prose
    [cosText('cos:ObjectCreated:*', 'test/')], // seeds 001, 003
    [cosText('cos:ObjectCreated:*', 'Log')], // seeds 001, 003
    [cosText('cos:ObjectCreated:*', '', '.jpg')], // seeds 001, 003
    [cosText('cos:ObjectCreated:*', '测试/', '.tar.gz')],
    [cosText('cos:ObjectCreated:*', '', 'jpg'), 'cos-triggerdesc/Suffix-pattern'],
    [cosText('cos:ObjectCreated:*', '', '*.jpg'), 'cos-triggerdesc/Suffix-pattern'],
    [cosText('cos:ObjectCreated:*', 'my dir/'), 'cos-triggerdesc/no-spaces'],
    ['{"event":"cos:ObjectCreated:*","filter":{"Prefix":"my\\u0020dir/"}}'],
    [
      '{"event":"cos:ObjectCreated:*","filter":{"prefix":"a","suffix":".b"}}',
      'cos-triggerdesc/unknown-field',
      'cos-triggerdesc/unknown-field',
    ],
    ['{"event":"cos:ObjectCreated:*"}', 'cos-triggerdesc/filter-given'],
    ['{"event":"cos:ObjectCreated:*","filter":""}', 'cos-triggerdesc/filter-type'],
    ['{"event":"cos:ObjectCreated:*","filter":{"Prefix":null}}', 'cos-triggerdesc/Prefix-type'],
    ['{"event":["cos:ObjectCreated:*"],"filter":{}}', 'cos-triggerdesc/event-enum'],
    ['{"filter":{}}', 'cos-triggerdesc/event-required'],
    ['{"event":"cos:ObjectCreated:*","filter":{},"__proto__":{}}', 'cos-triggerdesc/unknown-field'],
    ['\n{"event":"cos:ObjectCreated:*","filter":{}}', 'cos-triggerdesc/no-spaces'],
    [bucket],
    [{ ...bucket, filter: { Prefix: 'my dir/' } }],
  ],
  cmq: [
    ['{"filterType":1,"filterKey":["test"]}'], // seed 001
    ['{"filterType":2,"filterKey":["#test"]}'], // seed 001
    [''],
    ['{}'],
    ['{"filterType":"1","filterKey":"test"}'],
    ['{"filterType":3,"filterKey":["test"]}', 'cmq-triggerdesc/filterType-anyOf'],
    ['{"filterType":"tag","filterKey":["test"]}', 'cmq-triggerdesc/filterType-anyOf'],
    ['{"filterType":1,"filterKey":[1]}', 'cmq-triggerdesc/filterKey-type'],
    ['{"filterType":1,"filterKey":[""]}', 'cmq-triggerdesc/filterKey-minLength'],
    ['{"filterType":1}', 'cmq-triggerdesc/filter-whole'],
    ['{"filterKey":["test"]}', 'cmq-triggerdesc/filter-whole'],
    ['{"filterType":1,"filterKey":[]}', 'cmq-triggerdesc/filter-whole'],
  ],
  http: [
    [url({})],
    [url({ AuthType: 'CAM' })],
    [url({ AuthType: 'none' }), 'http-triggerdesc/AuthType-enum'],
    [url({ AuthType: undefined }), 'http-triggerdesc/AuthType-required'],
    [url({ NetConfig: undefined }), 'http-triggerdesc/NetConfig-required'],
    [url({ NetConfig: { EnableIntranet: 'true' } }), 'http-triggerdesc/EnableIntranet-type'],
    [url({ NetConfig: {} }), 'http-triggerdesc/reachable'],
    [url({ NetConfig: { EnableIntranet: true, EnableExtranet: false } })],
    [url({ CorsConfig: { Enable: true, Origins: ['*'], Methods: ['GET'], MaxAge: 600 } })],
    [url({ CorsConfig: { Enable: true, Origins: '*' } }), 'http-triggerdesc/Origins-type'],
    [url({ CorsConfig: { MaxAge: -1 } }), 'http-triggerdesc/MaxAge-minimum'],
    [url({ CorsConfig: { MaxAge: '600' } }), 'http-triggerdesc/MaxAge-type'],
    [url({ corsConfig: {} }), 'http-triggerdesc/unknown-field'],
  ],
  cls: [
    [logs({})],
    [logs({ max_wait: 3, max_size: 1, effective: true, name_space: 'default', qualifier: '$DEFAULT' })],
    [logs({ max_wait: 300 })],
    [logs({ max_wait: 2 }), 'cls-triggerdesc/max_wait-minimum'],
    [logs({ max_wait: 301 }), 'cls-triggerdesc/max_wait-maximum'],
    [logs({ max_wait: '60' }), 'cls-triggerdesc/max_wait-type'],
    [logs({ topic_id: '' }), 'cls-triggerdesc/topic_id-minLength'],
    [logs({ topic_id: undefined, topicId: 't-1' }), 'cls-triggerdesc/topic_id-required'],
    [logs({ maxWait: 60 }), 'cls-triggerdesc/unknown-field'],
  ],
  clb: [
    [balancer({})],
    [balancer({ protocol: 'https', port: 443, weight: 10 })],
    [balancer({ protocol: 'TCP' }), 'clb-triggerdesc/protocol-pattern'],
    [balancer({ port: 0 }), 'clb-triggerdesc/port-minimum'],
    [balancer({ port: 65_536 }), 'clb-triggerdesc/port-maximum'],
    [balancer({ url: 'api' }), 'clb-triggerdesc/url-pattern'],
    [balancer({ domain: '' }), 'clb-triggerdesc/domain-minLength'],
    [balancer({ loadBalanceId: 'clb-1' }), 'clb-triggerdesc/loadBalanceId-pattern'],
    [balancer({ loadBalancerId: 'lb-1' }), 'clb-triggerdesc/unknown-field'],
  ],
  mps: [
    ['{"EventType":"WorkflowTask","ScfRegion":"ap-guangzhou"}'],
    ['{"EventType":"EditMediaTask"}'],
    ['{"EventType":"ScheduleTask"}', 'mps-triggerdesc/documented-type'],
    ['{"EventType":"WorkflowTaskEvent"}', 'mps-triggerdesc/EventType-enum'],
    ['{"EventType":"WorkflowTask","ScfRegion":"gz"}', 'mps-triggerdesc/ScfRegion-pattern'],
    ['{"eventType":"EditMediaTask"}', 'mps-triggerdesc/EventType-required'],
  ],
};

const table = Object.entries(cases).flatMap(([type, rows]) =>
  rows.map(([desc, ...rules]) => ({
    type,
    desc,
    rules,
    label: typeof desc === 'string' ? desc : JSON.stringify(desc),
  })),
);

describe(`checkTriggerDesc in ${table.length} cases`, () => {
  test('covers every type and at least 120 texts', () => {
    expect(Object.keys(cases).sort()).toEqual(triggerTypes);
    expect(table.length).toBeGreaterThanOrEqual(120);
  });

  test.each(table)('$type $label', ({ type, desc, rules }) => {
    const issues = checkTriggerDesc(type, desc);
    expect(issues.map((issue) => issue.rule)).toEqual(rules);
    for (const issue of issues) expect(issue.source).toMatch(/^https:|^npm /);
  });
});

test('a hint says what was meant', () => {
  const first = (type: string, desc: string) => describeIssue(checkTriggerDesc(type, desc)[0] as never);
  const lines = [
    first('apigw', api({ authRequired: true })),
    first('apigw', api({ isBase64Encoded: 'TRUE' })),
    first('ckafka', batch({ offset: 'oldest' })),
    first('ckafka', batch({ offset: '1595927203' })),
    first('ckafka', batch({ offset: 1_595_927_203_000 })),
    first('ckafka', batch({ maxMsgNum: 0 })),
    first('ckafka', "{'maxMsgNum':100}"),
    first('cos', '{"event": "cos:ObjectCreated:*", "filter": {"Prefix": "my dir/"}}'),
    first('cos', cosText('cos:objectcreated:put')),
    first('cos', cosText('cos:ObjectCreated:*', '', '*.jpg')),
    first('cos', '{"event":"cos:ObjectCreated:*","filter":{"prefix":""}}'),
  ];
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "api.authRequired: expected one of "TRUE", "FALSE", received true (a boolean); write the text "TRUE"
    api.isBase64Encoded: expected only fields that a source shows, received "TRUE" (a string); is IsBase64Encoded meant?
    offset: expected text that matches /^(latest|earliest|\\d{13})$/, received "oldest" (a string); the console says oldest, the API earliest
    offset: expected text that matches /^(latest|earliest|\\d{13})$/, received "1595927203" (a string); these are seconds; write "1595927203000"
    offset: expected a string, received 1595927203000 (a number); write the text "1595927203000"
    maxMsgNum: expected at least 1, or a string, received 0 (a number)
    expected JSON, received "{'maxMsgNum':100}" (a string); names and texts stand in double quotes
    expected JSON without spaces, received a space at character 10; write {"event":"cos:ObjectCreated:*","filter":{"Prefix":"my\\u0020dir/"}}
    event: expected one of "cos:ObjectCreated:*", "cos:ObjectCreated:Put", "cos:ObjectCreated:Post", "cos:ObjectCreated:Copy", "cos:ObjectCreated:CompleteMultipartUpload", "cos:ObjectCreated:Origin", "cos:ObjectCreated:Replication", "cos:ObjectRemove:*", "cos:ObjectRemove:Delete", "cos:ObjectRemove:DeleteMarkerCreated", "cos:ObjectRestore:Post", "cos:ObjectRestore:Completed", received "cos:objectcreated:put" (a string); write "cos:ObjectCreated:Put"
    filter.Suffix: expected text that matches /^(\\..*)?$/, received "*.jpg" (a string); write ".jpg"
    filter.prefix: expected only fields that a source shows, received "" (a string); is Prefix meant?"
  `);
});

test('a type that no source shows is wrong use', () => {
  expect(() => checkTriggerDesc('kafka', '{}')).toThrowErrorMatchingInlineSnapshot(
    `[Misuse: Cannot use trigger type "kafka": did you mean "ckafka"?]`,
  );
  expect(() => checkTriggerDesc('toString', '{}')).toThrowErrorMatchingInlineSnapshot(
    `[Misuse: Cannot use trigger type "toString": the types are apigw, ckafka, clb, cls, cmq, cos, http, mps, timer.]`,
  );
});

test.each([
  ['timer', 'EveryDay', []],
  ['timer', 'n'.repeat(60), []],
  ['timer', 'n'.repeat(61), ['warning']],
  ['timer', '1st', ['warning']],
  ['timer', 'n'.repeat(101), ['error']],
  ['timer', 'every day', ['error']],
  ['timer', '', ['error']],
  ['ckafka', 'ckafka-8tfxzia3-test', []], // seed 001
  ['ckafka', 'ckafka-8tfxzia3', ['error']],
  ['ckafka', 'test', ['error']],
  ['cos', 'xxx.cos.ap-guangzhou.myqcloud.com', ['warning']], // seed 001, a placeholder without APPID
  ['cos', '5401-5ff414-12345.cos.ap-shanghai.myqcloud.com', []],
  ['cos', 'photos-1250000001', ['error']],
  ['cos', 'https://photos-1250000001.cos.ap-guangzhou.myqcloud.com', ['error']],
  ['cos', 'photos-1250000001.cosgz.myqcloud.com', ['error']],
  ['cmq', 'Tabortest', []], // seed 001
  ['cmq', '', ['error']],
  ['http', 'url-trigger', []],
  ['clb', '', []],
  ['mps', '', []],
] as const)('the name of a %s trigger: %s', (Type, TriggerName, severities) => {
  const issues = checkTrigger({ Type, TriggerName }).filter((issue) => issue.path[0] === 'TriggerName');
  expect(issues.map((issue) => issue.severity)).toEqual(severities);
});
