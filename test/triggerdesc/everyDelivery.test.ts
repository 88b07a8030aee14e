import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  buildTrigger,
  deliverable,
  readTriggers,
  requestsOf,
  type TriggerConfig,
} from '../../src/triggerdesc/index.js';

/** An event that a trigger cannot have sent for one reason, and one that it can. */
interface DeliveryPair {
  readonly config: TriggerConfig;
  readonly broken: unknown;
  readonly fine: unknown;
  /** Where the reason stands, the steps of the path joined by dots. */
  readonly at: string;
}

type Fields = Readonly<Record<string, unknown>>;

const timer = { Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *', CustomArgument: 'go' };
const tick = { Type: 'Timer', TriggerName: 'daily', Time: '2026-01-01T01:00:00Z', Message: 'go' };
const ofTimer = (change: Fields, at: string): DeliveryPair => ({
  config: timer,
  broken: { ...tick, ...change },
  fine: tick,
  at,
});

const ckafka = {
  Type: 'ckafka',
  TriggerName: 'ckafka-8tfxzia3-orders',
  TriggerDesc: '{"maxMsgNum":3,"offset":"latest","retry":10}',
};
const batch = (...topics: readonly string[]) => ({
  Records: topics.map((topic, offset) => ({
    Ckafka: { topic, partition: 0, offset, msgKey: '', msgBody: '' },
  })),
});

const cmq = { Type: 'cmq', TriggerName: 'orders', TriggerDesc: '{"filterType":1,"filterKey":["a","b"]}' };
const published = {
  type: 'topic',
  topicOwner: 1_278_604_345,
  topicName: 'orders',
  subscriptionName: 'to-scf',
  publishTime: '2025-11-05T04:16:05Z',
  msgId: '1',
  requestId: '2',
  msgBody: '',
  msgTag: 'a',
};
const publications = (...changes: readonly Fields[]) => ({
  Records: changes.map((change) => ({ CMQ: { ...published, ...change } })),
});

const cos = {
  Type: 'cos',
  FunctionName: 'resize',
  TriggerName: 'photos-1250000001.cos.ap-guangzhou.myqcloud.com',
  TriggerDesc: '{"event":"cos:ObjectCreated:*","filter":{"Prefix":"in/","Suffix":".jpg"}}',
};
interface ObjectChange {
  readonly key?: string;
  readonly bucket?: Fields;
  readonly event?: Fields;
}
const object = ({ key = 'in/cat.jpg', bucket = {}, event = {} }: ObjectChange) => ({
  cos: {
    cosBucket: {
      appid: '1250000001',
      cosRegion: 'ap-guangzhou',
      name: 'photos',
      region: 'gz',
      s3Region: 'ap-guangzhou',
      ...bucket,
    },
    cosNotificationId: 'unkown',
    cosObject: {
      key: `/1250000001/photos/${key}`,
      meta: { 'Content-Type': 'image/jpeg', 'x-cos-request-id': 'Nm' },
      size: 1,
      url: `http://photos-1250000001.cos.ap-guangzhou.myqcloud.com/${key}`,
      vid: '',
    },
    cosSchemaVersion: '1.0',
  },
  event: {
    eventName: 'cos:ObjectCreated:Put',
    eventQueue: 'qcs:0:scf:ap-guangzhou:appid/1250000001:default.resize.$DEFAULT',
    eventSource: 'qcs::cos',
    eventTime: 1_785_680_736,
    eventVersion: '1.0',
    reqid: 0,
    requestParameters: { requestHeaders: {}, requestSourceIP: '203.0.113.164' },
    reservedInfo: '',
    ...event,
  },
});
/** The same of the first record and of the second. */
const ofCos = (change: ObjectChange, at: string): DeliveryPair[] =>
  [0, 1].map((wrong) => ({
    config: cos,
    broken: { Records: [0, 1].map((index) => object(index === wrong ? change : {})) },
    fine: { Records: [object({}), object({})] },
    at: `Records.${wrong}.${at}`,
  }));

const apigw = (desc: object) => ({ Type: 'apigw', TriggerName: 'web', TriggerDesc: JSON.stringify(desc) });
const request = (context: Fields = {}, change: Fields = {}) => ({
  headerParameters: {},
  headers: {},
  httpMethod: 'GET',
  isBase64Encoded: false,
  path: '/',
  pathParameters: {},
  queryString: {},
  queryStringParameters: {},
  requestContext: {
    httpMethod: 'ANY',
    identity: {},
    path: '/',
    serviceId: 'service-1',
    sourceIp: '203.0.113.7',
    stage: 'release',
    ...context,
  },
  ...change,
});
const ofApigw = (desc: object, broken: object, fine: object, at: string): DeliveryPair => ({
  config: apigw(desc),
  broken,
  fine,
  at,
});

const clb = {
  Type: 'clb',
  TriggerName: '',
  TriggerDesc:
    '{"loadBalanceId":"lb-l6golr1k","protocol":"HTTPS","port":443,"domain":"a.example.com","url":"/api"}',
};
const balanced = {
  Host: 'a.example.com:443',
  'X-Uri': '/api/1',
  'X-Vport': '443',
  'X-Client-Proto': 'https',
};
const ofClb = (name: string, value: string): DeliveryPair => ({
  config: clb,
  broken: { headers: { ...balanced, [name]: value }, payload: '' },
  fine: { headers: balanced, payload: '' },
  at: `headers.${name}`,
});

const cls = { Type: 'cls', TriggerName: 't-1', TriggerDesc: '{"topic_id":"t-1","function_name":"f"}' };
const logs = (topic_id: string) => {
  const text = JSON.stringify({
    topic_id,
    topic_name: 'a',
    records: [{ timestamp: '1605578090000020', content: '' }],
  });
  return { clslogs: { data: gzipSync(text).toString('base64') } };
};

const url = (EnableIntranet: boolean, EnableExtranet: boolean) => ({
  Type: 'http',
  TriggerName: 'url',
  TriggerDesc: JSON.stringify({ AuthType: 'NONE', NetConfig: { EnableIntranet, EnableExtranet } }),
});
const asked = (host: string) => ({ headers: { host }, httpMethod: 'GET', path: '/', queryString: {} });
const publicHost = asked('1250000001-a1b2c3d4e5.ap-guangzhou.tencentscf.com');
const privateHost = asked('1250000001-a1b2c3d4e5.in.ap-guangzhou.tencentscf.com');

const mps = (EventType: string) => ({
  Type: 'mps',
  TriggerName: '',
  TriggerDesc: JSON.stringify({ EventType }),
});
const template = (kind: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../templates/events/${kind}.json`, import.meta.url), 'utf8'));

const pairs: Readonly<Record<string, readonly DeliveryPair[]>> = {
  kind: [{ config: timer, broken: batch('orders'), fine: tick, at: '' }],
  disabled: [
    { config: { ...timer, Enable: 'CLOSE' }, broken: tick, fine: undefined, at: '' },
    { config: { ...timer, Enable: 0 }, broken: tick, fine: undefined, at: '' },
    {
      config: { ...cls, TriggerDesc: cls.TriggerDesc.replace('}', ',"effective":false}') },
      broken: logs('t-1'),
      fine: undefined,
      at: '',
    },
  ],
  'trigger-name': [ofTimer({ TriggerName: 'Daily' }, 'TriggerName')],
  'cron-second': [
    ofTimer({ Time: '2026-01-01T01:00:01Z' }, 'Time'),
    ofTimer({ Time: '2026-01-01T09:00:00Z' }, 'Time'),
  ],
  message: [ofTimer({ Message: '' }, 'Message')],
  'max-msg-num': [
    {
      config: ckafka,
      broken: batch(...Array(4).fill('orders')),
      fine: batch(...Array(3).fill('orders')),
      at: 'Records',
    },
  ],
  topic: [
    ...[0, 1, 2].map((wrong) => ({
      config: ckafka,
      broken: batch(...[0, 1, 2].map((index) => (index === wrong ? 'order' : 'orders'))),
      fine: batch('orders', 'orders', 'orders'),
      at: `Records.${wrong}.Ckafka.topic`,
    })),
    ...[0, 1].map((wrong) => ({
      config: cmq,
      broken: publications(...[0, 1].map((index) => (index === wrong ? { topicName: 'order' } : {}))),
      fine: publications({}, {}),
      at: `Records.${wrong}.CMQ.topicName`,
    })),
    { config: cls, broken: logs('t-2'), fine: logs('t-1'), at: 'clslogs.data' },
    { config: cls, broken: { clslogs: { data: 'YWJj' } }, fine: logs('t-1'), at: 'clslogs.data' },
  ],
  tag: [0, 1].map((wrong) => ({
    config: cmq,
    broken: publications(...[0, 1].map((index) => (index === wrong ? { msgTag: 'c, d' } : {}))),
    fine: publications(...[0, 1].map((index) => (index === wrong ? { msgTag: 'c, b' } : {}))),
    at: `Records.${wrong}.CMQ.msgTag`,
  })),
  event: ofCos({ event: { eventName: 'cos:ObjectRemove:Delete' } }, 'event.eventName'),
  prefix: ofCos({ key: 'out/cat.jpg' }, 'cos.cosObject.key'),
  suffix: ofCos({ key: 'in/cat.png' }, 'cos.cosObject.key'),
  bucket: [
    ...ofCos({ bucket: { name: 'photo' }, key: '' }, 'cos.cosBucket.name').map((pair) => ({
      ...pair,
      config: { ...cos, TriggerDesc: '{"event":"cos:ObjectCreated:*","filter":{"Prefix":"","Suffix":""}}' },
    })),
  ],
  region: ofCos({ bucket: { cosRegion: 'ap-beijing' } }, 'cos.cosBucket.cosRegion'),
  function: ofCos(
    { event: { eventQueue: 'qcs:0:scf:ap-guangzhou:appid/1250000001:default.other.$DEFAULT' } },
    'event.eventQueue',
  ),
  method: [
    ofApigw(
      { api: { requestConfig: { method: 'GET' } } },
      request({}, { httpMethod: 'POST' }),
      request({}, { httpMethod: 'GET' }),
      'httpMethod',
    ),
  ],
  service: [
    ofApigw(
      { service: { serviceId: 'service-2' } },
      request(),
      request({ serviceId: 'service-2' }),
      'requestContext.serviceId',
    ),
  ],
  stage: [
    ofApigw(
      { release: { environmentName: 'test' } },
      request(),
      request({ stage: 'test' }),
      'requestContext.stage',
    ),
    ofApigw({ release: {} }, request({ stage: 'test' }), request(), 'requestContext.stage'),
    ofApigw({}, request({ stage: 'prepub' }), request(), 'requestContext.stage'),
  ],
  base64: [
    ofApigw({}, request({}, { isBase64Encoded: true }), request(), 'isBase64Encoded'),
    ofApigw(
      { api: { IsBase64Encoded: 'FALSE' } },
      request({}, { isBase64Encoded: 'true' }),
      request(),
      'isBase64Encoded',
    ),
  ],
  domain: [ofClb('Host', 'b.example.com')],
  url: [ofClb('X-Uri', '/ap')],
  port: [ofClb('X-Vport', '80')],
  protocol: [ofClb('X-Client-Proto', 'http')],
  net: [
    { config: url(false, true), broken: privateHost, fine: publicHost, at: 'headers.host' },
    { config: url(true, false), broken: publicHost, fine: privateHost, at: 'headers.host' },
    { config: url(false, false), broken: asked('www.example.com'), fine: undefined, at: 'headers.host' },
  ],
  'event-type': [
    {
      config: mps('EditMediaTask'),
      broken: template('mps-workflow-task'),
      fine: template('mps-edit-media-task'),
      at: 'EventType',
    },
  ],
};

const kinds = fileURLToPath(new URL('../../src/triggerdesc/kinds/', import.meta.url));
const sources = [
  ...readdirSync(kinds)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `kinds/${name}`),
  'deliverable.ts',
];
const reasons = sources.flatMap((name) => {
  const text = readFileSync(new URL(`../../src/triggerdesc/${name}`, import.meta.url), 'utf8');
  return [...text.matchAll(/\b(?:report|expectHeader)\(\s*'([\w-]+)'/g)].map(([, reason = '']) => reason);
});

describe('what a trigger cannot have sent', () => {
  test.each([...new Set(reasons)].sort())('for the reason %s', (reason) => {
    const given = pairs[reason] ?? [];
    expect(given.length, `deliverable/${reason} has no pair`).toBeGreaterThan(0);
    for (const { config, broken, fine, at } of given) {
      const found = deliverable(config, broken);
      expect(found.map(({ rule, path }) => [rule, path.join('.')])).toEqual([[`deliverable/${reason}`, at]]);
      if (fine === undefined) expect(requestsOf(config)).toEqual([]);
      else expect(deliverable(config, fine)).toEqual([]);
    }
  });

  test('has no pair for a reason that there is not', () => {
    expect(Object.keys(pairs).filter((reason) => !reasons.includes(reason))).toEqual([]);
    expect(reasons.length).toBeGreaterThan(20);
  });
});

describe('what is left out', () => {
  test.each([{}, { release: {} }])('of an API is the environment "release": %j', (desc) => {
    const stages = requestsOf(apigw(desc)).map(({ overrides }) => overrides);
    expect(stages).toHaveLength(4);
    for (const overrides of stages) expect(overrides).toMatchObject({ requestContext: { stage: 'release' } });
  });

  test('of a batch is sent as the defaults of the tools', async () => {
    const built = buildTrigger('ckafka', {
      instanceId: 'ckafka-1',
      topic: 't',
      maxMsgNum: 5,
      offset: 'latest',
    });
    expect(JSON.parse(built.TriggerDesc)).toEqual({ maxMsgNum: 5, offset: 'latest', retry: 10_000 });
    const { triggers } = await readTriggers(
      'component: scf\ninputs:\n  name: f\n  events:\n    - ckafka: { parameters: { name: ckafka-1, topic: t } }\n    - apigw: { parameters: { endpoints: [{ path: / }] } }\n',
    );
    expect(triggers.map(({ config }) => JSON.parse(String(config.TriggerDesc)))).toMatchObject([
      { maxMsgNum: 100, offset: 'latest', retry: 10_000, timeOut: 60 },
      { release: { environmentName: 'release' } },
    ]);
  });
});
