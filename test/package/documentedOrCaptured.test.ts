import { expect, test } from 'vitest';
import { parseCron } from '../../src/domain/cron/parseCron.js';
import {
  apigw,
  type CosRecord,
  check,
  ckafka,
  clb,
  cls,
  cmq,
  cos,
  decodeCls,
  edgeCaseNamed,
  encodeCls,
  eventbridge,
  functionUrl,
  isObject,
  largestEventBytes,
  mpsWorkflowTask,
  sample,
  samples,
  type Trigger,
  timer,
  websocketConnect,
  websocketData,
} from '../../src/index.js';
import { checkResponse, renderResponse } from '../../src/responses/index.js';
import { cosConflicts } from '../../src/triggerdesc/index.js';
import { read } from './documents.js';

const page = read('docs/documented-or-captured.md');

/** What holds here of a thing in the table, by the words in which its row names it. */
function claim(thing: string, holds: () => void): void {
  test(thing, () => {
    expect(page).toContain(`\n| ${thing} |`);
    holds();
  });
}

/** The rules that an event reports once places of it are set; undefined removes. */
function reported(trigger: Trigger, changes: Readonly<Record<string, unknown>>): string[] {
  const event: unknown = structuredClone(sample(trigger));
  for (const [path, value] of Object.entries(changes)) {
    const names = path.split('.');
    const parent = names.slice(0, -1).reduce((inner: unknown, name) => Object(inner)[name], event);
    if (!isObject(parent)) throw new Error(`no ${path}`);
    if (value === undefined) Reflect.deleteProperty(parent, names.at(-1) as string);
    else Reflect.set(parent, names.at(-1) as string, value);
  }
  return check(trigger, event).map(({ severity, rule }) => `${severity} ${rule}`);
}

const drawn = <Event>(trigger: Trigger<Event>): Event[] => [...samples(trigger, { count: 300 })];
const problems = (value: unknown) =>
  checkResponse('apigw-response', value).map(({ severity, rule }) => `${severity} ${rule}`);
const plain = {
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'Content-Type': 'text/plain' },
  body: '',
};

claim('API Gateway: `requestContext.requestId`', () => {
  expect(drawn(apigw).filter((event) => 'requestId' in event.requestContext)).toEqual([]);
  expect(edgeCaseNamed(apigw, 'documented-profile').event.requestContext).toHaveProperty('requestId');
});

claim('API Gateway: header names', () => {
  const names = drawn(apigw).flatMap((event) => Object.keys(event.headers));
  expect(names.filter((name) => name !== name.toLowerCase())).toEqual([]);
});

claim('API Gateway: body of a refused response', () => {
  const bodyOf = (refusalBody: 'captured-2023' | 'documented') =>
    new TextDecoder().decode(renderResponse('apigw-response', 'no', { refusalBody }).body);
  expect(JSON.parse(bodyOf('captured-2023'))).toMatchObject({ errno: 403, message: 'SCF invoke error' });
  expect(bodyOf('documented')).toContain('Invalid scf response format.');
});

claim('API Gateway: `Location` header', () => {
  const redirect = { ...plain, statusCode: 302, headers: { Location: '/login' } };
  expect(problems(redirect)).toEqual(['warning apigw-response/location']);
});

claim('API Gateway: `headers` of a response', () => {
  const { headers: _, ...bare } = plain;
  expect(problems(bare)).toContain('warning apigw-response/headers-present');
});

claim('API Gateway: a body that is no string', () => {
  expect(problems({ ...plain, body: {} })).toContain('error apigw-response/body-string');
});

claim('Function URL: `requestContext`', () => {
  for (const { headers, requestContext } of drawn(functionUrl))
    expect(requestContext?.sourceIp).toBe(headers['x-scf-remote-addr']);
  expect(edgeCaseNamed(functionUrl, 'documented-form').event).not.toHaveProperty('requestContext');
});

claim('Function URL: parameter maps and `isBase64Encoded`', () => {
  for (const { headerParameters, isBase64Encoded, pathParameters, queryStringParameters } of drawn(
    functionUrl,
  ))
    expect([headerParameters, isBase64Encoded, pathParameters, queryStringParameters]).toEqual([
      {},
      false,
      {},
      {},
    ]);
});

claim('Function URL: `body` of a GET', () => {
  const bodies = drawn(functionUrl)
    .filter(({ httpMethod }) => httpMethod === 'GET')
    .map(({ body }) => body);
  expect([...new Set(bodies)]).toEqual(['']);
  expect(
    reported(functionUrl, { httpMethod: 'GET', body: undefined, 'headers.content-length': undefined }),
  ).toEqual([]);
});

claim('Function URL: `x-forwarded-for`', () => {
  for (const { headers } of drawn(functionUrl))
    expect(headers['x-forwarded-for']).toMatch(/^[\d.]+, 198\.51\.100\.81, 10\.132\.167\.112$/);
});

claim('CLB: `isBase64Encoded`', () => {
  expect([...new Set(drawn(clb).map((event) => event.isBase64Encoded))].sort()).toEqual(['false', 'true']);
  for (const value of [false, undefined])
    expect(reported(clb, { isBase64Encoded: value })).toEqual(['warning clb/flag-as-text']);
});

claim('CLB: payload that is no JSON', () => {
  expect([...new Set(drawn(clb).map((event) => typeof event.payload))].sort()).toEqual(['object', 'string']);
});

claim('`secConnectionID`', () => {
  const lengths = drawn(websocketConnect).map((event) => event.websocket.secConnectionID.length);
  expect([...new Set(lengths)]).toEqual([24]);
  const names = websocketConnect.edgeCases.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['id-of-28-characters', 'id-of-32-characters']));
});

claim('action `data recv`', () => {
  expect(reported(websocketData, { 'websocket.action': 'data recv' })).toEqual([
    'warning websocket-data/data-recv',
  ]);
});

claim('sub-protocol of the reply', () => {
  const websocket = { action: 'connecting', secConnectionID: 'id-1', secWebSocketProtocol: 'chat, mqtt' };
  const issues = checkResponse('websocket-reply', { errNo: 0, errMsg: 'ok', websocket });
  expect(issues.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
    'warning websocket-reply/protocol-single',
  ]);
});

claim('the connect event', () => {
  const event = sample(websocketConnect);
  expect(Object.keys(event)).toEqual(['requestContext', 'websocket']);
});

claim('Timer: `Message`', () => {
  const messages = new Set(drawn(timer).map(({ Message }) => Message));
  expect(messages).toContain('');
  expect([...messages].some((message) => message.startsWith('{'))).toBe(true);
});

claim('Timer: time zone of the schedule', () => {
  const [event] = samples(timer, { count: 1, cron: '0 30 9 * * * *' });
  expect(event?.Time).toMatch(/T01:30:00Z$/);
});

claim('Timer: `Time`', () => {
  const [event] = samples(timer, { count: 1, cron: '0 30 9 * * * *', utcOffset: 0 });
  expect(event?.Time).toMatch(/T09:30:00Z$/);
});

claim('Cron: fields', () => {
  expect(() => parseCron('0 0 9 L * ? *')).not.toThrow();
  expect(() => parseCron('0 9 * * *')).not.toThrow();
});

claim('COS: `cosRegion`, `s3Region`', () => {
  const bucket = 'Records.0.cos.cosBucket';
  expect(reported(cos, { [`${bucket}.cosRegion`]: undefined })).toEqual(['warning cos/form-is-today']);
});

claim('COS: `eventQueue`', () => {
  const queues = drawn(cos).map((event) => event.Records[0]?.event.eventQueue);
  for (const queue of queues) expect(queue).toMatch(/^qcs:0:scf:[a-z]+-[a-z-]+\d*:appid\/\d+:.*\.\$DEFAULT$/);
});

claim('COS: `key` and `url`', () => {
  const record = sample(cos, {
    overrides: { Records: { cos: { cosObject: { key: '/1250000001/photos/a b.jpg' } } } },
  });
  expect(record.Records[0]?.cos.cosObject.url).toMatch(/\/a%20b\.jpg$/);
});

claim('COS: functions per rule', () => {
  const rules = ['one', 'two'].map((name) => ({ event: 'cos:ObjectCreated:Put', function: name }));
  expect(cosConflicts(rules)).toHaveLength(1);
  expect(cosConflicts(rules, { maxFunctionsPerRule: 3 })).toEqual([]);
});

claim('CLS: compression', () => {
  expect([...Buffer.from(sample(cls).clslogs.data, 'base64').subarray(0, 2)]).toEqual([0x1f, 0x8b]);
});

claim('COS: `eventName`', () => {
  expect(reported(cos, { 'Records.0.event.eventName': 'cos:ObjectCreated:*' })).toEqual([
    'warning cos/event-is-concrete',
  ]);
});

claim('CKafka: `partition`', () => {
  const partition = sample(ckafka).Records[0]?.Ckafka.partition;
  const changes = { 'Records.0.Ckafka.partition': undefined, 'Records.0.Ckafka.Partition': partition };
  expect(reported(ckafka, changes)).toEqual(['warning ckafka/partition-spelling']);
});

claim('CKafka: no key', () => {
  const keys = drawn(ckafka).flatMap((event) => event.Records.map(({ Ckafka }) => Ckafka.msgKey));
  expect(keys).toEqual(expect.arrayContaining(['None', '']));
});

claim('CMQ: `topicOwner`', () => {
  expect(reported(cmq, { 'Records.0.CMQ.topicOwner': '1253970026' })).toEqual([
    'warning cmq/owner-is-number',
  ]);
});

claim('CMQ: `msgTag`', () => {
  expect(reported(cmq, { 'Records.0.CMQ.msgTag': ['a', 'b'] })).toEqual(['warning cmq/tags-are-text']);
});

claim('CMQ: `publishTime`', () => {
  expect(drawn(cmq).filter((event) => event.Records[0]?.CMQ.publishTime.includes('.'))).toEqual([]);
  expect(reported(cmq, { 'Records.0.CMQ.publishTime': '2019-08-16T10:48:49.000Z' })).toEqual([]);
});

claim('COS: region of `eventQueue`', () => {
  const event = drawn(cos).find(({ Records }) => Records[0]?.cos.cosBucket.region === 'gz');
  const queue = 'qcs:0:lambda:cd:appid/1253970026:default.printevent.$LATEST';
  const appid = '1253970026';
  const record = event?.Records[0] as CosRecord;
  const { name } = record.cos.cosBucket;
  const path = 'testfile';
  const printed = {
    Records: [
      {
        cos: {
          ...record.cos,
          cosBucket: { appid, name, region: 'gz' },
          cosObject: {
            ...record.cos.cosObject,
            key: `/${appid}/${name}/${path}`,
            url: `http://${name}-${appid}.cos.ap-guangzhou.myqcloud.com/${path}`,
          },
        },
        event: { ...record.event, eventQueue: queue },
      },
    ],
  };
  const found = check(cos, printed);
  expect(found.map(({ severity }) => severity)).not.toContain('error');
  expect(found.map(({ rule }) => rule)).toContain('cos/queue-region');
});

claim('CLS: `timestamp` of a record', () => {
  const logs = decodeCls(sample(cls));
  const records = logs.records.map((record) => ({ ...record, timestamp: Number(record.timestamp) }));
  const found = check(cls, encodeCls({ ...logs, records }));
  expect([...new Set(found.map(({ severity, rule }) => `${severity} ${rule}`))]).toEqual([
    'warning cls/timestamp-is-text',
  ]);
});

claim('Size of an asynchronous event', () => {
  expect(largestEventBytes.async).toBe(128 * 1024);
});

claim('MPS: `CoverBySnapshot`', () => {
  expect(JSON.stringify(drawn(mpsWorkflowTask))).not.toContain('CoverBySnapshot');
});

claim('MPS: number format', () => {
  const text = JSON.stringify(drawn(mpsWorkflowTask));
  expect(text).toContain('"PlaceHolder"');
  expect(text).not.toContain('"Placeholder"');
});

claim('EventBridge: `specversion`', () => {
  expect([...new Set(drawn(eventbridge).map(({ specversion }) => specversion))].sort()).toEqual(['0', '1.0']);
  for (const specversion of ['0', '1.0', '1.0.2']) expect(reported(eventbridge, { specversion })).toEqual([]);
});

claim('EventBridge: `status`, `tags`', () => {
  const having = drawn(eventbridge).filter(({ status, tags }) => status === '' && tags === null);
  expect(having.length).toBeGreaterThan(150);
});

claim("EventBridge: type of CKafka's messages", () => {
  const event = drawn(eventbridge).find(({ type }) => type === 'connector:ckafka');
  expect(check(eventbridge, { ...event, type: 'connector:kafka' }, { strict: true })).toEqual([]);
});

claim('EventBridge: several events together', () => {
  expect(sample(eventbridge, { batch: 2 })).toHaveProperty('EventList.length', 2);
  const names = eventbridge.edgeCases.filter(({ isOptional }) => isOptional).map(({ name }) => name);
  expect(names).toContain('batch');
});

claim('EventBridge: `subject`', () => {
  const { subject } = sample(eventbridge);
  expect(reported(eventbridge, { subject: undefined, subjuect: subject })).toEqual([
    'warning eventbridge/form-is-today',
  ]);
});

claim('EventBridge: `time`', () => {
  expect([...new Set(drawn(eventbridge).map(({ time }) => typeof time))].sort()).toEqual([
    'number',
    'string',
  ]);
  for (const time of [1_770_410_276_433, '1770410276433'])
    expect(reported(eventbridge, { time })).toEqual([]);
});

claim('EventBridge: `TopicType` of TDMQ', () => {
  const event = drawn(eventbridge).find(({ data }) => isObject(data) && 'TopicType' in data);
  expect(event).toHaveProperty('data.TopicType', '0');
  const number = { ...event, data: { ...Object(event?.data), TopicType: 0 } };
  expect(check(eventbridge, number)).toEqual([]);
});
