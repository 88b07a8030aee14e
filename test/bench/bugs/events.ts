import { gzipSync } from 'node:zlib';
import type { ApigwEvent } from '../../../src/generated/apigw.js';
import type { CkafkaEvent, CkafkaMessage } from '../../../src/generated/ckafka.js';
import type { ClbEvent } from '../../../src/generated/clb.js';
import type { ClsEvent } from '../../../src/generated/cls.js';
import type { ClsLogs, ClsRecord } from '../../../src/generated/cls-logs.js';
import type { CmqEvent, CmqMessage } from '../../../src/generated/cmq.js';
import type { CosEvent, CosMeta, CosRecord } from '../../../src/generated/cos.js';
import type { EventbridgeEvent } from '../../../src/generated/eventbridge.js';
import type { FunctionUrlEvent } from '../../../src/generated/function-url.js';
import type { TimerEvent } from '../../../src/generated/timer.js';
import type { WebsocketCloseEvent } from '../../../src/generated/websocket-close.js';
import type { WebsocketConnectEvent } from '../../../src/generated/websocket-connect.js';
import type { WebsocketDataEvent } from '../../../src/generated/websocket-data.js';

// Events for witnesses: a plain one of each kind, with what matters put in by hand.

/** A batch from one partition, offsets rising from 36; a text stands for a message with that body. */
export function ckafkaEvent(...messages: (string | Partial<CkafkaMessage>)[]): CkafkaEvent {
  const plain = { topic: 'orders', partition: 0, msgKey: 'None', msgBody: '{"orderId":1}' };
  return {
    Records: messages.map((message, index) => ({
      Ckafka: {
        ...plain,
        offset: 36 + index,
        ...(typeof message === 'string' ? { msgBody: message } : message),
      },
    })),
  };
}

export function cmqEvent(...messages: Partial<CmqMessage>[]): CmqEvent {
  const plain = {
    type: 'topic',
    topicOwner: 1250000000,
    topicName: 'orders',
    subscriptionName: 'billing',
    publishTime: '2026-01-31T15:30:00Z',
    requestId: '4365872534286172352',
    msgBody: '{"amount":"1.00"}',
    msgTag: 'paid',
  } as const;
  return {
    Records: messages.map((message, index) => ({
      CMQ: { ...plain, msgId: `422212465065984${index}`, ...message },
    })),
  };
}

/** Packs log lines; a text stands for a record with that content, records lie a millisecond apart. */
export function clsEvent(...records: (string | Partial<ClsRecord>)[]): ClsEvent {
  const logs: ClsLogs = {
    topic_id: '5b1e7fa4-0c9b-4b8e-9c55-3f6f6b1f0a11',
    topic_name: 'nginx-access',
    records: records.map((record, index) => ({
      timestamp: String(1769873400000000 + index * 1000),
      content: '{"level":"info"}',
      ...(typeof record === 'string' ? { content: record } : record),
    })),
  };
  return { clslogs: { data: gzipSync(JSON.stringify(logs)).toString('base64') } };
}

export function timerEvent(part: Partial<TimerEvent> = {}): TimerEvent {
  return { Type: 'Timer', TriggerName: 'nightly', Time: '2026-01-31T15:30:00Z', Message: '', ...part };
}

interface CosPart {
  readonly key?: string;
  readonly size?: number;
  readonly meta?: CosMeta;
  readonly eventName?: string;
  readonly fullRegion?: false;
}

/** Objects of the bucket pictures-1250000000, by their keys. */
export function cosEvent(...parts: CosPart[]): CosEvent {
  return { Records: parts.map(cosRecord) };
}

function cosRecord({ key = 'album/cat.jpg', size = 1029, meta, eventName, fullRegion }: CosPart): CosRecord {
  const region = fullRegion === false ? {} : { cosRegion: 'ap-shanghai', s3Region: 'ap-shanghai' };
  const path = encodeURIComponent(key).replaceAll('%2F', '/');
  return {
    cos: {
      cosBucket: { appid: '1250000000', name: 'pictures', region: 'sh', ...region },
      cosNotificationId: 'unkown',
      cosObject: {
        key: `/1250000000/pictures/${key}`,
        meta: {
          'Content-Type': 'image/jpeg',
          'x-cos-request-id': 'NWMxOWY4MGFfMjViMjU4NjRfMTUyMQ==',
          ...(meta ?? { ETag: '"9bb58f26192e4ba00f01e2e7b136bbd8"' }),
        },
        size,
        url: `http://pictures-1250000000.cos.ap-shanghai.myqcloud.com/${path}`,
        vid: '',
      },
      cosSchemaVersion: '1.0',
    },
    event: {
      eventName: eventName ?? 'cos:ObjectCreated:Put',
      eventQueue: 'qcs:0:scf:ap-shanghai:appid/1250000000:default.thumbnails.$DEFAULT',
      eventSource: 'qcs::cos',
      eventTime: 1769873400,
      eventVersion: '1.0',
      reqid: 0,
      requestParameters: { requestHeaders: { Authorization: '' }, requestSourceIP: '192.0.2.10' },
      reservedInfo: '',
    },
  };
}

export function apigwEvent(part: Partial<ApigwEvent> = {}): ApigwEvent {
  const httpMethod = part.httpMethod ?? (part.body === undefined ? 'GET' : 'POST');
  const { headers, ...rest } = part;
  return {
    headerParameters: {},
    headers: {
      host: 'service-8k2j4h6g-1250000000.gz.apigw.tencentcs.com',
      requestsource: 'APIGW',
      ...(part.body === undefined ? {} : bodyHeaders(part.body, part.isBase64Encoded === true)),
      ...headers,
    },
    httpMethod,
    isBase64Encoded: false,
    path: '/items',
    pathParameters: {},
    queryString: {},
    queryStringParameters: {},
    requestContext: {
      httpMethod: 'ANY',
      identity: {},
      path: '/',
      serviceId: 'service-8k2j4h6g',
      sourceIp: '192.0.2.10',
      stage: 'release',
    },
    ...rest,
  };
}

export function functionUrlEvent(part: Partial<FunctionUrlEvent> = {}): FunctionUrlEvent {
  const httpMethod = part.httpMethod ?? (part.body === undefined ? 'GET' : 'POST');
  const { headers, ...rest } = part;
  return {
    headers: {
      host: '1250000000-abcdefghij.ap-guangzhou.tencentscf.com',
      'x-scf-remote-addr': '192.0.2.10',
      ...(part.body === undefined ? {} : bodyHeaders(part.body, false)),
      ...headers,
    },
    httpMethod,
    path: '/items',
    queryString: {},
    ...rest,
  };
}

function bodyHeaders(body: string, isBase64: boolean): Record<string, string> {
  const bytes = Buffer.byteLength(body, isBase64 ? 'base64' : 'utf8');
  return { 'content-type': 'application/json', 'content-length': String(bytes) };
}

export function clbEvent(part: Partial<ClbEvent> = {}): ClbEvent {
  return {
    headers: {
      'Content-type': 'application/json',
      Host: 'api.example.com',
      'User-Agent': 'curl/8.5.0',
      'X-Stgw-Time': '1769873400.774',
      'X-Client-Proto': 'http',
      'X-Forwarded-Proto': 'http',
      'X-Client-Proto-Ver': 'HTTP/1.1',
      'X-Real-IP': '192.0.2.10',
      'X-Forwarded-For': '192.0.2.10',
    },
    payload: { key1: '123' },
    isBase64Encoded: 'false',
    ...part,
  };
}

export function eventbridgeEvent(part: Partial<EventbridgeEvent> = {}): EventbridgeEvent {
  return {
    specversion: '1.0',
    id: '13a3f42d-7258-4ada-da6d-023a333b4662',
    type: 'order:created',
    source: 'shop.example',
    subject: 'qcs::eb:ap-guangzhou:uid/100000000001:eventbusid/eb-1/order/7',
    time: '1769873400000',
    region: 'ap-guangzhou',
    datacontenttype: 'application/json;charset=utf-8',
    data: { orderId: '7' },
    ...part,
  };
}

const connectionId = 'c2VuZGVyIGNvbm5lY3Rpb24=';

export function connectEvent(part: Partial<WebsocketConnectEvent['websocket']> = {}): WebsocketConnectEvent {
  return {
    requestContext: {
      serviceName: 'chat',
      path: '/chat/{room}',
      httpMethod: 'GET',
      requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
      identity: {},
      sourceIp: '192.0.2.10',
      stage: 'release',
      websocketEnable: true,
    },
    websocket: { action: 'connecting', secConnectionID: connectionId, ...part },
  };
}

/** A text frame, unless told otherwise. */
export function dataEvent(
  data: string,
  part: Partial<WebsocketDataEvent['websocket']> = {},
): WebsocketDataEvent {
  return {
    websocket: { action: 'data send', secConnectionID: connectionId, dataType: 'text', data, ...part },
  };
}

export function closeEvent(secConnectionID: string = connectionId): WebsocketCloseEvent {
  return { websocket: { action: 'closing', secConnectionID } };
}
