import { expect, test } from 'vitest';
import { pathText } from '../../src/kernel/issue.js';
import {
  buildTrigger,
  checkTrigger,
  checkTriggers,
  sampleTrigger,
  type TriggerConfig,
  triggerEdgeCases,
  triggerTypes,
} from '../../src/triggerdesc/index.js';

const rulesOf = (config: TriggerConfig) => checkTrigger(config).map((issue) => issue.rule);
const timer = (changes: Partial<TriggerConfig> = {}): TriggerConfig => ({
  Type: 'timer',
  TriggerName: 'daily',
  TriggerDesc: '0 0 9 * * * *',
  ...changes,
});
const cos = (prefix: string, changes: Partial<TriggerConfig> = {}): TriggerConfig => ({
  Type: 'cos',
  ...buildTrigger('cos', {
    bucket: 'photos-1250000001',
    region: 'ap-guangzhou',
    event: 'cos:ObjectCreated:*',
    prefix,
  }),
  ...changes,
});

test.each(triggerTypes)('samples of %s are valid, and the same for the same seed', (type) => {
  for (let index = 0; index < 200; index++) {
    const hostile = (index % 5) / 4;
    const config = sampleTrigger(type, { seed: 1337, index, hostile });
    expect(checkTrigger(config).filter((issue) => issue.severity === 'error')).toEqual([]);
    expect(sampleTrigger(type, { seed: 1337, index, hostile })).toEqual(config);
  }
});

test.each(triggerTypes)('edge cases of %s are what they claim to be', (Type) => {
  for (const { name, trigger, reports = [] } of triggerEdgeCases(Type)) {
    const rules = rulesOf({ Type, ...trigger }).filter((rule) => rule !== 'trigger/creatable');
    expect(rules, name).toEqual(reports);
  }
});

test('a whole trigger is checked', () => {
  expect(rulesOf(timer())).toEqual([]);
  expect(rulesOf({ ...timer(), Type: 'tiemr' })).toEqual(['trigger/type']);
  expect(rulesOf({ Type: 'timer', TriggerDesc: '0 0 9 * * * *' })).toEqual(['trigger/name-given']);
  expect(rulesOf(timer({ Enable: 'OPEN' }))).toEqual([]);
  expect(rulesOf(timer({ Enable: 1 }))).toEqual(['trigger/enable']);
  expect(rulesOf(timer({ Enable: 'TRUE' }))).toEqual(['trigger/enable']);
  expect(rulesOf(timer({ FunctionName: 'f'.repeat(61) }))).toEqual(['trigger/function-name']);
  expect(rulesOf(timer({ CustomArgument: '测'.repeat(1366) }))).toEqual([
    'timer-triggerdesc/message-fits-4kb',
  ]);
  expect(rulesOf(timer({ CustomArgument: `${'测'.repeat(1365)}.` }))).toEqual([]);
  expect(rulesOf(cos('in/', { CustomArgument: 'go' }))).toEqual(['trigger/custom-argument']);
  expect(rulesOf(cos('in/', { Region: 'ap-guangzhou' }))).toEqual([]);
  expect(rulesOf(cos('in/', { Region: 'ap-shanghai' }))).toEqual(['cos-triggerdesc/same-region']);
  expect(
    rulesOf({
      Type: 'mps',
      TriggerDesc: '{"EventType":"EditMediaTask","ScfRegion":"ap-beijing"}',
      Region: 'ap-shanghai',
    }),
  ).toEqual(['trigger/creatable', 'mps-triggerdesc/same-region']);
});

test('triggers are counted and compared', () => {
  const places = (configs: readonly TriggerConfig[]) =>
    checkTriggers(configs)
      .filter((issue) => issue.rule !== 'trigger/creatable')
      .map((issue) => `${pathText(issue.path)} ${issue.rule}`);
  const ten = Array.from({ length: 10 }, (_, index) => timer({ TriggerName: `t${index}` }));
  expect(places(ten)).toEqual([]);
  expect(places([...ten, timer()])).toEqual(['[10] trigger/most-per-function']);
  expect(places([...ten, timer({ FunctionName: 'other' })])).toEqual([]);
  expect(places([timer(), timer()])).toEqual(['[1].TriggerName timer-triggerdesc/unique-name']);
  expect(places([timer({ FunctionName: 'a' }), timer({ FunctionName: 'b' })])).toEqual([]);
  const mps = { Type: 'mps', TriggerDesc: '{"EventType":"EditMediaTask"}' };
  expect(
    places([
      { ...mps, FunctionName: 'a' },
      { ...mps, FunctionName: 'b' },
    ]),
  ).toEqual(['[1] mps-triggerdesc/one-per-account']);
  const rule = (url: string): TriggerConfig => ({
    Type: 'clb',
    ...buildTrigger('clb', { loadBalanceId: 'lb-1', protocol: 'HTTP', port: 80, domain: 'example.com', url }),
  });
  expect(places([rule('/'), rule('/a'), rule('/')])).toEqual(['[2].TriggerDesc clb-triggerdesc/unique-rule']);
});

test('COS rules of one bucket are compared, whatever the function', () => {
  const conflict = checkTriggers([cos('in/', { FunctionName: 'a' }), cos('in/new/', { FunctionName: 'b' })]);
  expect(conflict).toMatchInlineSnapshot(`
    [
      {
        "expected": "no object event in common with {"event":"cos:ObjectCreated:*","filter":{"Prefix":"in/","Suffix":""}} of default/a",
        "hint": ""The same bucket cannot use overlapping prefixes, overlapping suffixes, or overlapping combinations of prefixes and suffixes to define the filter rule for the same event type."",
        "path": [
          1,
          "TriggerDesc",
        ],
        "received": "cos:ObjectCreated:Put of "in/new/"",
        "rule": "cos-triggerdesc/overlap",
        "severity": "error",
        "source": "https://www.tencentcloud.com/document/product/583/9707",
      },
    ]
  `);
  expect(checkTriggers([cos('in/'), cos('out/')])).toEqual([]);
  expect(
    checkTriggers([
      cos('in/'),
      cos('in/', { TriggerName: 'other-1250000001.cos.ap-guangzhou.myqcloud.com' }),
    ]),
  ).toEqual([]);
  const shared = [cos('in/', { FunctionName: 'a' }), cos('in/', { FunctionName: 'b' })];
  expect(checkTriggers(shared).map((issue) => issue.rule)).toEqual(['cos-triggerdesc/duplicate']);
  expect(checkTriggers(shared, { maxFunctionsPerRule: 3 })).toEqual([]);
  const eleven = Array.from({ length: 11 }, (_, index) =>
    cos(`${index}/`, { FunctionName: `f${index % 2}` }),
  );
  expect(checkTriggers(eleven).map((issue) => issue.rule)).toEqual(['cos-triggerdesc/most-per-bucket']);
});

test('buildTrigger writes what the API wants', () => {
  expect(buildTrigger('timer', { name: 'daily', cron: '0 0 9 * * * *', message: 'go' })).toEqual({
    TriggerName: 'daily',
    TriggerDesc: '0 0 9 * * * *',
    CustomArgument: 'go',
  });
  expect(
    buildTrigger('cos', {
      bucket: 'photos-1250000001',
      region: 'ap-guangzhou',
      event: 'cos:ObjectRemove:*',
      prefix: 'my dir/',
      suffix: '.jpg',
    }),
  ).toEqual({
    TriggerName: 'photos-1250000001.cos.ap-guangzhou.myqcloud.com',
    TriggerDesc: '{"event":"cos:ObjectRemove:*","filter":{"Prefix":"my\\u0020dir/","Suffix":".jpg"}}',
  });
  const offset = new Date('2020-07-28T09:06:43Z');
  expect(
    buildTrigger('ckafka', {
      instanceId: 'ckafka-8tfxzia3',
      topic: 'test',
      maxMsgNum: 999,
      offset,
      retry: 10,
    }),
  ).toEqual({
    TriggerName: 'ckafka-8tfxzia3-test',
    TriggerDesc: '{"maxMsgNum":999,"offset":"1595927203000","retry":10}',
  });
  expect(
    buildTrigger('apigw', { name: 'web', isIntegratedResponse: true, serviceId: 'service-1' }).TriggerDesc,
  ).toBe(
    '{"api":{"authRequired":"FALSE","requestConfig":{"method":"ANY"},"isIntegratedResponse":"TRUE","IsBase64Encoded":"FALSE"},"service":{"serviceId":"service-1"},"release":{"environmentName":"release"}}',
  );
  expect(buildTrigger('cmq', { topic: 'Tabortest', bindingKeys: ['#test'] }).TriggerDesc).toBe(
    '{"filterType":2,"filterKey":["#test"]}',
  );
  expect(buildTrigger('http', { extranet: true }).TriggerDesc).toBe(
    '{"AuthType":"NONE","NetConfig":{"EnableIntranet":false,"EnableExtranet":true}}',
  );
});

test('buildTrigger refuses what would not be valid', () => {
  expect(() =>
    buildTrigger('timer', { name: 'every day', cron: '0 0 9 * * * *' }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[Misuse: Cannot build a timer trigger: TriggerName: expected 1 to 100 letters, digits, "-" and "_", received "every day" (a string). Change what it is built from.]`,
  );
  expect(() =>
    buildTrigger('cos', {
      bucket: 'photos-1250000001',
      region: 'ap-guangzhou',
      event: 'cos:ObjectCreated:*',
      suffix: 'jpg',
    }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[Misuse: Cannot build a cos trigger: TriggerDesc.filter.Suffix: expected text that matches /^(\\..*)?$/, received "jpg" (a string); write ".jpg". Change what it is built from.]`,
  );
});
