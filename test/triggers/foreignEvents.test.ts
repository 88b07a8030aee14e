import { expect, test } from 'vitest';
import { edgeCases, foreignEventName, foreignEventOf, kindOf, samples, triggers } from '../../src/index.js';

test.each([
  [
    'an AWS SQS event',
    { Records: [{ messageId: 'a', body: '{}', eventSource: 'aws:sqs', awsRegion: 'us-east-1' }] },
  ],
  ['an AWS SNS event', { Records: [{ EventSource: 'aws:sns', Sns: { Message: 'a' } }] }],
  ['an AWS S3 event', { Records: [{ eventSource: 'aws:s3', s3: { bucket: { name: 'a' } } }] }],
  ['an AWS MSK (Kafka) event', { eventSource: 'aws:kafka', records: { 'a-0': [] } }],
  [
    'an AWS EventBridge event',
    { version: '0', id: 'a', 'detail-type': 'x', source: 'aws.ec2', time: 't', detail: {} },
  ],
  ['an AWS CloudWatch Logs event', { awslogs: { data: 'H4sI' } }],
  [
    'an AWS API Gateway (HTTP API) or Lambda function URL event',
    {
      version: '2.0',
      routeKey: '$default',
      rawPath: '/',
      rawQueryString: '',
      headers: {},
      requestContext: { http: {} },
    },
  ],
  [
    'an AWS API Gateway (REST API) event',
    {
      httpMethod: 'GET',
      path: '/',
      headers: {},
      multiValueHeaders: {},
      requestContext: { stage: 'prod', identity: {} },
    },
  ],
  [
    'an AWS API Gateway (REST API) event',
    {
      httpMethod: 'GET',
      headers: {},
      queryStringParameters: null,
      requestContext: { apiId: 'a', resourceId: 'b', stage: 's', identity: {} },
    },
  ],
  ['an AWS Application Load Balancer event', { httpMethod: 'GET', headers: {}, requestContext: { elb: {} } }],
  [
    'an Aliyun EventBridge event',
    {
      id: 'a',
      source: 'acs.oss',
      specversion: '1.0',
      type: 'oss:ObjectCreated:PutObject',
      datacontenttype: 'application/json',
      data: {},
      aliyunaccountid: '1',
    },
  ],
  [
    'an Aliyun FC event of OSS',
    { events: [{ eventName: 'ObjectCreated:PutObject', eventSource: 'acs:oss', oss: {} }] },
  ],
  ['an Aliyun FC timer event', { triggerTime: '2026-01-01T00:00:00Z', triggerName: 'nightly', payload: '' }],
  ['an Aliyun FC HTTP event', { version: 'v1', rawPath: '/', headers: {}, queryParameters: {}, body: '' }],
  [
    'a CloudBase HTTP access event',
    {
      path: '/',
      httpMethod: 'GET',
      headers: {},
      queryStringParameters: {},
      requestContext: { envId: 'env-1', appId: 1, uin: 1 },
      body: '',
      isBase64Encoded: false,
    },
  ],
  ['a call of a CloudBase function (callFunction)', { a: 1, userInfo: { appId: 'wx0', openId: 'o0' } }],
])('%s is called by its name, and taken for none of SCF', (name, event) => {
  expect(foreignEventName(event)).toBe(name);
  expect(kindOf(event)).toBeUndefined();
});

test.each(triggers.map((trigger) => [trigger.name, trigger] as const))(
  'no event of %s is foreign',
  (kind, trigger) => {
    if (kind === 'invoke') return;
    for (const event of samples(trigger, { count: 100, hostile: 0.3 }))
      expect(foreignEventName(event)).toBeUndefined();
    for (const { event, name } of edgeCases(trigger))
      expect([name, foreignEventName(event)]).toEqual([name, undefined]);
  },
);

test.each([
  [{ Records: [{ eventSource: 'aws:sqs' }] }, 'https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html'],
  [{ triggerTime: 't', triggerName: 'n' }, 'https://help.aliyun.com/document_detail/70140.html'],
  [
    { httpMethod: 'GET', requestContext: { envId: 'e' } },
    'https://docs.cloudbase.net/service/access-cloud-function',
  ],
])('%j names the page to read', (event, documentation) => {
  expect(foreignEventOf(event)).toEqual({ name: foreignEventName(event), documentation });
});

test.each([null, 5, 'text', [], {}, { Records: [] }, { Records: [null] }])(
  '%j is no event of another cloud',
  (value) => {
    expect(foreignEventName(value)).toBeUndefined();
  },
);
