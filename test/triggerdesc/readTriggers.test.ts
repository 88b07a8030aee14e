import { expect, test } from 'vitest';
import { describeIssue, pathText } from '../../src/kernel/issue.js';
import { checkTriggers, readTriggers, triggersIn } from '../../src/triggerdesc/index.js';

const timer = { Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *' };

/** Every event type of the component's own configuration page, with literals in place of its variables. */
const serverless = `
component: scf
name: demo
inputs:
  name: order-events
  namespace: default
  region: ap-guangzhou
  events:
    - timer:
        parameters:
          name: EveryFive
          qualifier: $DEFAULT
          cronExpression: '*/5 * * * * * *'
          enable: true
          argument: argument
    - apigw:
        parameters:
          serviceName: serverless
          serviceId: service-8dsikiq6
          environment: release
          endpoints:
            - path: /users
              method: POST
            - path: /test/{abc}/{cde}
              method: GET
              isBase64Encoded: true
              function: { isIntegratedResponse: true }
    - cos:
        parameters:
          bucket: cli-1250000001.cos.ap-guangzhou.myqcloud.com
          filter:
            prefix: filterdir/
            suffix: .jpg
          events: 'cos:ObjectCreated:*'
          enable: true
    - cmq:
        parameters:
          name: test-topic-queue
          enable: true
          filterType: 1
          filterKey:
            - key1
            - key2
    - ckafka:
        parameters:
          name: ckafka-2o10hua5
          topic: test
          maxMsgNum: 999
          offset: latest
          enable: true
          retry: 10000
    - cls:
        parameters:
          topicId: '31d3ce01-228b-42f5-aab5-7f740cc2fb11'
          maxWait: 60
          enable: true
    - mps:
        parameters:
          type: EditMediaTask
          enable: true
    - http:
        parameters:
          netConfig: { enableExtranet: true }
          corsConfig: { enable: true, origins: 'https://a.example.com,https://b.example.com', maxAge: 60 }
    - clb:
        parameters:
          loadBalanceId: lb-l6golr1k
          protocol: HTTP
          port: 80
          domain: test.clb-scf.com
          url: /
`;

test('every event of a serverless.yml becomes the trigger that the component sends', async () => {
  const { triggers, issues } = await readTriggers(serverless);
  expect(issues).toEqual([]);
  const lines = triggers.map(
    ({ path, config }) =>
      `${pathText(path)} | ${config.Type} ${config.TriggerName} ${config.Enable} | ${config.TriggerDesc}${config.CustomArgument === undefined ? '' : ` | ${config.CustomArgument}`}`,
  );
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "inputs.events[0].timer | timer EveryFive OPEN | */5 * * * * * * | argument
    inputs.events[1].apigw | apigw serverless OPEN | {"api":{"authRequired":"FALSE","requestConfig":{"method":"POST"},"isIntegratedResponse":"FALSE","IsBase64Encoded":"FALSE"},"service":{"serviceId":"service-8dsikiq6"},"release":{"environmentName":"release"}}
    inputs.events[1].apigw | apigw serverless OPEN | {"api":{"authRequired":"FALSE","requestConfig":{"method":"GET"},"isIntegratedResponse":"TRUE","IsBase64Encoded":"TRUE"},"service":{"serviceId":"service-8dsikiq6"},"release":{"environmentName":"release"}}
    inputs.events[2].cos | cos cli-1250000001.cos.ap-guangzhou.myqcloud.com OPEN | {"event":"cos:ObjectCreated:*","filter":{"Prefix":"filterdir/","Suffix":".jpg"}}
    inputs.events[3].cmq | cmq test-topic-queue OPEN | {"filterType":1,"filterKey":["key1","key2"]}
    inputs.events[4].ckafka | ckafka ckafka-2o10hua5-test OPEN | {"maxMsgNum":999,"offset":"latest","retry":10000,"timeOut":60}
    inputs.events[5].cls | cls 31d3ce01-228b-42f5-aab5-7f740cc2fb11 OPEN | {"topic_id":"31d3ce01-228b-42f5-aab5-7f740cc2fb11","name_space":"default","function_name":"order-events","qualifier":"$DEFAULT","max_wait":60,"effective":true}
    inputs.events[6].mps | mps  OPEN | {"EventType":"EditMediaTask","ScfRegion":"ap-guangzhou"}
    inputs.events[7].http | http url-trigger OPEN | {"AuthType":"NONE","NetConfig":{"EnableIntranet":false,"EnableExtranet":true},"CorsConfig":{"Enable":true,"Origins":["https://a.example.com","https://b.example.com"],"MaxAge":60}}
    inputs.events[8].clb | clb  OPEN | {"loadBalanceId":"lb-l6golr1k","protocol":"HTTP","port":80,"domain":"test.clb-scf.com","url":"/"}"
  `);
  for (const { config } of triggers)
    expect(config).toMatchObject({
      FunctionName: 'order-events',
      Namespace: 'default',
      Region: 'ap-guangzhou',
      Qualifier: '$DEFAULT',
    });
  const found = checkTriggers(triggers.map(({ config }) => config));
  expect(found.filter((issue) => issue.severity === 'error')).toEqual([]);
});

test('the events section alone is read as well, with or without its name', async () => {
  const section = '- timer: { parameters: { name: t, cronExpression: "0 0 9 * * * *", enable: true } }';
  expect((await readTriggers(section)).triggers[0]?.path).toEqual([0, 'timer']);
  expect((await readTriggers(`events:\n  ${section}`)).triggers[0]?.path).toEqual(['events', 0, 'timer']);
});

test('a trap of the component: an event without enable is disabled', async () => {
  const { triggers, issues } = await readTriggers(
    '- timer: { parameters: { name: t, cronExpression: "0 0 9 * * * *" } }',
  );
  expect(triggers[0]?.config.Enable).toBe('CLOSE');
  expect(
    issues.map((issue) => `${pathText(issue.path)} ${issue.severity} ${describeIssue(issue)}`),
  ).toMatchInlineSnapshot(`
    [
      "[0].timer.parameters.enable warning [0].timer.parameters.enable: expected true or false, received nothing; left out it means false, and the trigger never fires",
    ]
  `);
});

test('what cannot be known or is unknown is told with its place', async () => {
  const { triggers, issues } = await readTriggers(
    'events:\n  - tmier: { parameters: {} }\n  - timer: { parameters: { cronExpression: "$\u007benv:CRON}", enable: true } }\n  - just text\n',
  );
  expect(triggers).toEqual([]);
  expect(issues.map((issue) => `${issue.severity} ${describeIssue(issue)}`)).toMatchInlineSnapshot(`
    [
      "error events[0]: expected an event of a type that the component has, received "tmier"; did you mean "timer"?",
      "warning events[1].timer: expected values that can be read here, received \${env:CRON}; not checked",
      "error events[2]: expected an event of a type that the component has, received "just text" (a string); the types are apigw, ckafka, clb, cls, cmq, cos, http, mps, timer.",
    ]
  `);
});

test('wrong values of a serverless.yml reach the check', async () => {
  const { triggers } = await readTriggers(`
events:
  - cos: { parameters: { bucket: 5, filter: nothing, events: [a], enable: true } }
  - ckafka: { parameters: { name: ckafka-1, maxMsgNum: many, enable: true } }
  - timer:
`);
  const rules = checkTriggers(triggers.map(({ config }) => config)).map(
    (issue) => `${pathText(issue.path)} ${issue.rule}`,
  );
  expect(rules).toMatchInlineSnapshot(`
    [
      "[0].TriggerName cos-triggerdesc/name",
      "[0].TriggerDesc.event cos-triggerdesc/event-enum",
      "[1].TriggerName ckafka-triggerdesc/name",
      "[1].TriggerDesc.maxMsgNum ckafka-triggerdesc/maxMsgNum-anyOf",
      "[2].TriggerName trigger/name-given",
      "[2].TriggerDesc cron/fields",
    ]
  `);
});

test('one trigger, a list and the answers of ListTriggers are read', () => {
  expect(triggersIn(timer).triggers).toEqual([{ path: [], config: timer }]);
  expect(triggersIn([timer, timer]).triggers.map(({ path }) => path)).toEqual([[0], [1]]);
  const listed = {
    ...timer,
    TriggerDesc: '{"cron":"0 0 9 * * * *"}',
    Enable: 1,
    CustomArgument: '',
    AddTime: '2021-06-09 16:07:18',
    Description: null,
  };
  const expected = { ...timer, TriggerDesc: '{"cron":"0 0 9 * * * *"}', Enable: 1 };
  expect(triggersIn({ Response: { Triggers: [listed], RequestId: 'r' } }).triggers).toEqual([
    { path: ['Response', 'Triggers', 0], config: expected },
  ]);
  expect(triggersIn({ Triggers: [listed] }).triggers).toEqual([{ path: ['Triggers', 0], config: expected }]);
  const object = {
    Type: 'ckafka',
    TriggerName: 'ckafka-1-t',
    TriggerDesc: { maxMsgNum: 1, offset: 'latest', retry: 1 },
  };
  expect(triggersIn(object).triggers[0]?.config).toEqual(object);
  const wrong = triggersIn({ ...timer, TriggerName: 5, TriggerDesc: 7 });
  expect(wrong.issues.map(describeIssue)).toEqual([
    'TriggerName: expected a string, received 5 (a number)',
    'TriggerDesc: expected a string, received 7 (a number)',
  ]);
});

test('the triggers of a Terraform state or plan are read, those of child modules too', () => {
  const func = {
    address: 'tencentcloud_scf_function.foo',
    type: 'tencentcloud_scf_function',
    values: {
      name: 'ci-test-function',
      namespace: 'default',
      triggers: [
        { name: 'tf-test-fn-trigger', type: 'timer', trigger_desc: '*/5 * * * * * *', cos_region: null },
        {
          name: 'scf-bucket-1308919341.cos.ap-guangzhou.myqcloud.com',
          cos_region: 'ap-guangzhou',
          type: 'cos',
          trigger_desc: '{"event":"cos:ObjectCreated:Put","filter":{"Prefix":"","Suffix":""}}',
        },
        {
          name: 'scf-bucket-1308919341',
          cos_region: 'ap-guangzhou',
          type: 'cos',
          trigger_desc: '{"event":"cos:ObjectRemove:*"}',
        },
      ],
    },
  };
  const single = {
    type: 'tencentcloud_scf_trigger_config',
    values: {
      enable: 'OPEN',
      function_name: 'keep',
      trigger_name: 'SCF-timer',
      type: 'timer',
      qualifier: '$DEFAULT',
      namespace: 'default',
      trigger_desc: '* 1 2 * * * *',
      custom_argument: 'Information',
    },
  };
  const root_module = {
    resources: [func, { type: 'tencentcloud_vpc', values: {} }],
    child_modules: [{ resources: [single] }],
  };
  const { triggers } = triggersIn({ format_version: '1.0', values: { root_module } });
  expect(
    triggers.map(({ path, config }) => `${pathText(path)} ${config.Type} ${config.TriggerName}`),
  ).toMatchInlineSnapshot(`
    [
      "values.root_module.resources[0].values.triggers[0] timer tf-test-fn-trigger",
      "values.root_module.resources[0].values.triggers[1] cos scf-bucket-1308919341.cos.ap-guangzhou.myqcloud.com",
      "values.root_module.resources[0].values.triggers[2] cos scf-bucket-1308919341.cos.ap-guangzhou.myqcloud.com",
      "values.root_module.child_modules[0].resources[0].values timer SCF-timer",
    ]
  `);
  expect(triggers.at(-1)?.config).toMatchObject({
    FunctionName: 'keep',
    Enable: 'OPEN',
    CustomArgument: 'Information',
  });
  expect(triggersIn({ planned_values: { root_module } }).triggers).toHaveLength(4);
});

test.each([
  ['a text of neither format', 'a: [b\nc: }'],
  ['a number', '5'],
  ['an empty file', ''],
  ['an object of something else', '{"name":"x"}'],
  ['a list of something else', '[1,2]'],
  [
    'an alias bomb',
    'a: &a [x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]',
  ],
])('%s is refused in one sentence', async (_name, text) => {
  await expect(readTriggers(text)).rejects.toThrow(/^Cannot (find triggers in|read the configuration)/);
});
