import { describe, expect, test } from 'vitest';
import { type ClsEvent, check, decodeCls, sample, triggerNamed } from '../../src/index.js';
import { describeIssue } from '../../src/kernel/issue.js';
import {
  deliverable,
  eventKindsOf,
  requestsOf,
  sampleTrigger,
  triggerEdgeCases,
  triggerTypes,
} from '../../src/triggerdesc/index.js';

describe.each(triggerTypes)('the requests of %s triggers', (type) => {
  const drawn = Array.from({ length: 24 }, (_, index) => sampleTrigger(type, { index, hostile: index % 2 }));
  const edges = triggerEdgeCases(type).map(({ trigger }) => ({ Type: type, ...trigger }));

  test('give only valid events that the trigger could deliver', () => {
    let events = 0;
    for (const config of [...drawn, ...edges].map((each) => ({ ...each, Enable: 'OPEN' }))) {
      for (const [index, { kind, overrides, options }] of requestsOf(config).entries()) {
        expect(eventKindsOf(type)).toContain(kind);
        const trigger = triggerNamed(kind);
        for (const hostile of [0, 0.3]) {
          const event = sample(trigger, { seed: 7, index, hostile, overrides, ...options });
          const label = `${JSON.stringify(config)}\n${JSON.stringify(event).slice(0, 2000)}`;
          const errors = check(trigger, event).filter((issue) => issue.severity === 'error');
          expect(errors.map(describeIssue), label).toEqual([]);
          expect(deliverable(config, event).map(describeIssue), label).toEqual([]);
          events++;
        }
      }
    }
    expect(events).toBeGreaterThan(20);
  });

  test('are none when the trigger is closed', () => {
    for (const config of drawn) expect(requestsOf({ ...config, Enable: 'CLOSE' })).toEqual([]);
  });
});

test('a timer fires in the offset that was asked for, and never when no day fits', () => {
  const config = { Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *' };
  const [request] = requestsOf(config, { utcOffset: 0 });
  const event = sample(triggerNamed('timer'), { overrides: request?.overrides ?? {}, ...request?.options });
  expect(event).toMatchObject({ TriggerName: 'daily', Time: expect.stringContaining('T09:00:00Z') });
  expect(deliverable(config, event, { utcOffset: 0 })).toEqual([]);
  expect(requestsOf({ ...config, TriggerDesc: '0 0 0 30 2 * *' })).toEqual([]);
});

/** What is fixed for one trigger of each type, in short; written down, since `deliverable` is made by the same hand. */
test.each([
  [
    'timer',
    { TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *', CustomArgument: 'go' },
    ['timer {"TriggerName":"daily","Message":"go"} {"cron":"0 0 9 * * * *"}'],
  ],
  [
    'apigw',
    {
      TriggerDesc:
        '{"api":{"requestConfig":{"method":"PUT"}},"service":{"serviceId":"service-1"},"release":{"environmentName":"test"}}',
    },
    [
      'apigw {"httpMethod":"PUT","requestContext":{"stage":"test","serviceId":"service-1","httpMethod":"PUT"},"isBase64Encoded":false} {}',
    ],
  ],
  [
    'ckafka',
    { TriggerName: 'ckafka-1-orders', TriggerDesc: '{"maxMsgNum":"7","offset":"latest","retry":1}' },
    [1, 2, 5, 7].map((records) => `ckafka {"Records":{"Ckafka":{"topic":"orders"}}} {"records":${records}}`),
  ],
  [
    'clb',
    {
      TriggerDesc:
        '{"loadBalanceId":"lb-1","protocol":"HTTPS","port":443,"domain":"a.example.com","url":"/b"}',
    },
    [
      'clb {"headers":{"Host":"a.example.com","X-Client-Proto":"https","X-Forwarded-Proto":"https","X-Uri":"/b","X-Vport":"443"}} {}',
    ],
  ],
  [
    'cmq',
    { TriggerName: 'orders', TriggerDesc: '{"filterType":1,"filterKey":["x","y"]}' },
    ['x', 'y', 'x, other'].map(
      (tag) => `cmq {"Records":{"CMQ":{"topicName":"orders","msgTag":"${tag}"}}} {}`,
    ),
  ],
  [
    'http',
    {
      Region: 'ap-beijing',
      TriggerDesc: '{"AuthType":"NONE","NetConfig":{"EnableIntranet":true,"EnableExtranet":true}}',
    },
    ['', '.in'].map(
      (net) => `function-url {"headers":{"host":"1250000001-a1b2c3d4e5${net}.ap-beijing.tencentscf.com"}} {}`,
    ),
  ],
  ['mps', { TriggerDesc: '{"EventType":"EditMediaTask"}' }, ['mps-edit-media-task {} {}']],
])('a %s trigger fixes what it says', (Type, config, expected) => {
  const requests = requestsOf({ Type, TriggerName: '', ...config });
  const told = requests.map(
    ({ kind, overrides, options }) => `${kind} ${JSON.stringify(overrides)} ${JSON.stringify(options)}`,
  );
  expect(told).toEqual(expected);
});

test('a bucket fixes every event of its own, each with a key between prefix and suffix', () => {
  const requests = requestsOf({
    Type: 'cos',
    FunctionName: 'resize',
    TriggerName: 'photos-1250000001.cos.ap-guangzhou.myqcloud.com',
    TriggerDesc: '{"event":"cos:ObjectRemove:*","filter":{"Prefix":"in/","Suffix":".jpg"}}',
  });
  const names = ['cos:ObjectRemove:Delete', 'cos:ObjectRemove:DeleteMarkerCreated'];
  for (const eventName of names) {
    const own = requests.filter(({ overrides }) => JSON.stringify(overrides).includes(`"${eventName}"`));
    expect(own).toHaveLength(requests.length / names.length);
    for (const { overrides } of own) {
      expect(JSON.stringify(overrides)).toMatch(/"key":"\/1250000001\/photos\/in\/[^"]+\.jpg"/);
      expect(JSON.stringify(overrides)).toContain(
        'qcs:0:scf:ap-guangzhou:appid/1250000001:default.resize.$DEFAULT',
      );
    }
  }
  expect(requests.length).toBeGreaterThan(10);
});

test('log topics send logs of their own topic', () => {
  const requests = requestsOf({
    Type: 'cls',
    TriggerName: 't-1',
    TriggerDesc: '{"topic_id":"t-1","function_name":"f"}',
  });
  const topics = requests.map(({ overrides }) => decodeCls(overrides as ClsEvent).topic_id);
  expect(topics).toEqual(['t-1', 't-1', 't-1', 't-1']);
});
