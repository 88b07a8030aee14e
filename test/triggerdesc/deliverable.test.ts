import { expect, test } from 'vitest';
import { sample, triggerNamed } from '../../src/index.js';
import { describeIssue } from '../../src/kernel/issue.js';
import { deliverable, type TriggerConfig } from '../../src/triggerdesc/index.js';

const timer: TriggerConfig = {
  Type: 'timer',
  TriggerName: 'daily',
  TriggerDesc: '0 0 9 * * * *',
  CustomArgument: 'go',
};
const tick = { Type: 'Timer', TriggerName: 'daily', Time: '2026-01-01T01:00:00Z', Message: 'go' };

const cos: TriggerConfig = {
  Type: 'cos',
  FunctionName: 'resize',
  TriggerName: 'photos-1250000001.cos.ap-guangzhou.myqcloud.com',
  TriggerDesc: '{"event":"cos:ObjectCreated:*","filter":{"Prefix":"in/","Suffix":".jpg"}}',
};
const place = { appid: '1250000001', name: 'photos', cosRegion: 'ap-guangzhou', s3Region: 'ap-guangzhou' };
const object = (key: string, changes: object = {}, event: object = {}) =>
  sample(triggerNamed('cos'), {
    overrides: {
      Records: [
        {
          cos: { cosBucket: { ...place, ...changes }, cosObject: { key } },
          event: {
            eventName: 'cos:ObjectCreated:Put',
            eventQueue: 'qcs:0:scf:ap-guangzhou:appid/1250000001:default.resize.$DEFAULT',
            ...event,
          },
        },
      ],
    },
  });
const photo = '/1250000001/photos/in/cat.jpg';

const ckafka: TriggerConfig = {
  Type: 'ckafka',
  TriggerName: 'ckafka-8tfxzia3-order-events',
  TriggerDesc: '{"maxMsgNum":"2","offset":"latest","retry":10}',
};
const batch = (count: number, topic = 'order-events', msgBody = '{}') => ({
  Records: Array.from({ length: count }, (_, offset) => ({
    Ckafka: { topic, partition: 0, offset, msgKey: 'None', msgBody },
  })),
});

const apigw: TriggerConfig = {
  Type: 'apigw',
  TriggerName: 'web',
  TriggerDesc:
    '{"api":{"requestConfig":{"method":"GET"}},"service":{"serviceId":"service-f94sy04v"},"release":{"environmentName":"test"}}',
};
const request = (changes: object, context: object = {}) =>
  sample(triggerNamed('apigw'), {
    overrides: {
      httpMethod: 'GET',
      requestContext: { serviceId: 'service-f94sy04v', stage: 'test', httpMethod: 'GET', ...context },
      ...changes,
    },
  });

const http: TriggerConfig = {
  Type: 'http',
  TriggerName: 'url-trigger',
  TriggerDesc: '{"AuthType":"NONE","NetConfig":{"EnableIntranet":true,"EnableExtranet":false}}',
};
const call = (host: string) => sample(triggerNamed('function-url'), { overrides: { headers: { host } } });

const cmq: TriggerConfig = {
  Type: 'cmq',
  TriggerName: 'orders',
  TriggerDesc: '{"filterType":1,"filterKey":["paid"]}',
};
const message = (changes: object) =>
  sample(triggerNamed('cmq'), {
    overrides: { Records: { CMQ: { topicName: 'orders', msgTag: 'paid, eu', ...changes } } },
  });

const clb: TriggerConfig = {
  Type: 'clb',
  TriggerDesc: '{"loadBalanceId":"lb-1","protocol":"HTTPS","port":443,"domain":"a.example.com","url":"/api"}',
};
const balanced = (headers: object) => ({
  headers: {
    Host: 'a.example.com',
    'X-Client-Proto': 'https',
    'X-Uri': '/api/v1',
    'X-Vport': '443',
    ...headers,
  },
  payload: {},
});

const mps: TriggerConfig = { Type: 'mps', TriggerDesc: '{"EventType":"EditMediaTask"}' };
const cls: TriggerConfig = { Type: 'cls', TriggerDesc: '{"topic_id":"t-1","function_name":"f"}' };

const cases: readonly (readonly [name: string, TriggerConfig, event: unknown, ...rules: string[]])[] = [
  ['the second that it hits', timer, tick],
  ['a second beside it', timer, { ...tick, Time: '2026-01-01T01:00:01Z' }, 'cron-second'],
  ['nine o’clock in UTC', timer, { ...tick, Time: '2026-01-01T09:00:00Z' }, 'cron-second'],
  ['another name', timer, { ...tick, TriggerName: 'Daily' }, 'trigger-name'],
  ['another message', timer, { ...tick, Message: 'stop' }, 'message'],
  ['a message that was never set', { ...timer, CustomArgument: '' }, tick, 'message'],
  ['a closed timer', { ...timer, Enable: 'CLOSE' }, tick, 'disabled'],
  ['a timer that is listed as closed', { ...timer, Enable: 0 }, tick, 'disabled'],
  ['a timer that is listed as open', { ...timer, Enable: 1 }, tick],
  ['a year that has passed', { ...timer, TriggerDesc: '0 0 9 * * * 2025' }, tick, 'cron-second'],
  ['an object event for a timer', timer, object(photo), 'kind'],
  ['a broken event', timer, { ...tick, Time: 'now' }, 'kind'],
  ['no event at all', timer, null, 'kind'],

  ['a key that matches', cos, object(photo)],
  ['a key outside the prefix', cos, object('/1250000001/photos/out/cat.jpg'), 'prefix'],
  ['the prefix deeper inside', cos, object('/1250000001/photos/a/in/cat.jpg'), 'prefix'],
  ['another suffix', cos, object('/1250000001/photos/in/cat.jpeg'), 'suffix'],
  ['a suffix in capitals', cos, object('/1250000001/photos/in/cat.JPG'), 'suffix'],
  ['neither prefix nor suffix', cos, object('/1250000001/photos/cat.png'), 'prefix', 'suffix'],
  ['a deletion', cos, object(photo, {}, { eventName: 'cos:ObjectRemove:Delete' }), 'event'],
  ['another bucket', cos, object('/1250000001/videos/in/cat.jpg', { name: 'videos' }), 'bucket'],
  [
    'another region',
    cos,
    object(
      photo,
      { cosRegion: 'ap-shanghai', s3Region: 'ap-shanghai' },
      { eventQueue: 'qcs:0:scf:ap-shanghai:appid/1250000001:default.resize.$DEFAULT' },
    ),
    'region',
  ],
  [
    'another function',
    cos,
    object(photo, {}, { eventQueue: 'qcs:0:scf:ap-guangzhou:appid/1250000001:default.index.$DEFAULT' }),
    'function',
  ],

  ['as many messages as allowed', ckafka, batch(2)],
  ['a message too many', ckafka, batch(3), 'max-msg-num'],
  ['another topic', ckafka, batch(1, 'orders'), 'topic'],
  [
    'a batch over 6 MB',
    ckafka,
    batch(2, 'order-events', 'x'.repeat(3_200_000)),
    'ckafka/fits-sync-invocation',
  ],

  ['a request as configured', apigw, request({})],
  ['another method', apigw, request({ httpMethod: 'POST' }), 'method'],
  ['another stage', apigw, request({}, { stage: 'release' }), 'stage'],
  ['another service', apigw, request({}, { serviceId: 'service-a1b2c3d4' }), 'service'],
  ['a body in Base64', apigw, { ...Object(request({})), body: 'aGk=', isBase64Encoded: true }, 'base64'],

  ['a request to the private address', http, call('1250000001-a1b2.in.ap-guangzhou.tencentscf.com')],
  ['a request to the public address', http, call('1250000001-a1b2.ap-guangzhou.tencentscf.com'), 'net'],

  ['a message with the tag', cmq, message({})],
  ['a message without the tag', cmq, message({ msgTag: 'unpaid' }), 'tag'],
  ['a message with the tag in a list', cmq, message({ msgTag: ['eu', 'paid'] })],
  ['a message of another topic', cmq, message({ topicName: 'orders2' }), 'topic'],

  ['a request to the rule', clb, balanced({})],
  ['another host', clb, balanced({ Host: 'b.example.com' }), 'domain'],
  ['another host in small letters', clb, { headers: { host: 'b.example.com' }, payload: {} }, 'domain'],
  ['another path', clb, balanced({ 'X-Uri': '/app' }), 'url'],
  ['another port', clb, balanced({ 'X-Vport': '80' }), 'port'],
  ['another protocol', clb, balanced({ 'X-Client-Proto': 'http' }), 'protocol'],

  ['a callback of an edit task', mps, sample(triggerNamed('mps-edit-media-task'))],
  ['a callback of a workflow', mps, sample(triggerNamed('mps-workflow-task')), 'event-type'],

  ['logs of another topic', cls, sample(triggerNamed('cls')), 'topic'],
  ['logs that cannot be opened', cls, { clslogs: { data: 'aGk=' } }, 'topic'],
  [
    'an ineffective binding',
    { ...cls, TriggerDesc: '{"topic_id":"t-1","function_name":"f","effective":false}' },
    sample(triggerNamed('cls')),
    'disabled',
    'topic',
  ],
];

test.each(cases.map(([name, config, event, ...rules]) => ({ name, config, event, rules })))(
  '$name',
  ({ config, event, rules }) => {
    const expected = rules.map((rule) => (rule.includes('/') ? rule : `deliverable/${rule}`));
    expect(deliverable(config, event).map((issue) => issue.rule)).toEqual(expected);
  },
);

test('a description with an error is told instead of the event', () => {
  const broken = { ...timer, TriggerDesc: '0 0 24 * * * *' };
  expect(deliverable(broken, tick).map((issue) => issue.rule)).toEqual(['cron/value']);
});

test('the sentence names what the trigger would have sent', () => {
  const lines = cases.flatMap(([, config, event]) => deliverable(config, event).map(describeIssue));
  expect([...new Set(lines)].join('\n')).toMatchInlineSnapshot(`
    "Time: expected a second that 0 0 9 * * * * hits in UTC+8, received 2026-01-01T01:00:01Z; the next after it is 2026-01-02T01:00:00Z
    Time: expected a second that 0 0 9 * * * * hits in UTC+8, received 2026-01-01T09:00:00Z; the next after it is 2026-01-02T01:00:00Z
    TriggerName: expected "daily", received "Daily"
    Message: expected the trigger's CustomArgument "go", received "stop"
    Message: expected the trigger's CustomArgument "", received "go"
    expected an enabled trigger, received Enable "CLOSE"
    expected an enabled trigger, received Enable 0
    Time: expected a second that 0 0 9 * * * 2025 hits in UTC+8, received 2026-01-01T01:00:00Z; it does not fire any more after that
    expected an event of kind timer as the contract has it, received an object with Records
    expected an event of kind timer as the contract has it, received an object with Type, TriggerName, Time, Message
    expected an event of kind timer as the contract has it, received no object
    Records[0].cos.cosObject.key: expected a key that begins with "in/", received "out/cat.jpg"
    Records[0].cos.cosObject.key: expected a key that begins with "in/", received "a/in/cat.jpg"
    Records[0].cos.cosObject.key: expected a key that ends with ".jpg", received "in/cat.jpeg"
    Records[0].cos.cosObject.key: expected a key that ends with ".jpg", received "in/cat.JPG"
    Records[0].cos.cosObject.key: expected a key that begins with "in/", received "cat.png"
    Records[0].cos.cosObject.key: expected a key that ends with ".jpg", received "cat.png"
    Records[0].event.eventName: expected an event of cos:ObjectCreated:*, received "cos:ObjectRemove:Delete"
    Records[0].cos.cosBucket.name: expected bucket photos-1250000001, received videos-1250000001
    Records[0].cos.cosBucket.cosRegion: expected region ap-guangzhou, received ap-shanghai
    Records[0].event.eventQueue: expected function default.resize, received default.index
    Records: expected at most 2 records (maxMsgNum), received 3
    Records[0].Ckafka.topic: expected topic order-events, received "orders"
    expected at most 6291456 bytes of JSON, received 6400193 bytes
    httpMethod: expected GET, received "POST"
    requestContext.stage: expected test, received "release"
    requestContext.serviceId: expected service-f94sy04v, received "service-a1b2c3d4"
    isBase64Encoded: expected false, since IsBase64Encoded is not "TRUE", received true
    headers.host: expected the private address, received "1250000001-a1b2.ap-guangzhou.tencentscf.com"
    Records[0].CMQ.msgTag: expected one of the tags paid, received "unpaid"
    Records[0].CMQ.topicName: expected topic orders, received "orders2"
    headers.Host: expected host a.example.com, received "b.example.com"
    headers["X-Uri"]: expected a path that begins with /api, received "/app"
    headers["X-Vport"]: expected port 443, received "80"
    headers["X-Client-Proto"]: expected https, received "http"
    EventType: expected "EditMediaTask", received "WorkflowTask"
    clslogs.data: expected logs of topic t-1, received logs of topic 2a256041-ca93-47fb-8426-729b9557b7c1
    clslogs.data: expected logs of topic t-1, received no logs in Base64 of gzip of JSON
    expected a binding that is effective, received effective false"
  `);
});
