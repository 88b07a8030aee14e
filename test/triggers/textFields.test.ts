import { describe, expect, test } from 'vitest';
import { casesOf, eventsOf } from '../../src/fuzz/search/cases.js';
import type { Learned } from '../../src/fuzz/search/learn/learn.js';
import { type Shape, unknownShape } from '../../src/fuzz/search/learn/shape.js';
import { clsLogsContract } from '../../src/generated/cls-logs.js';
import { check, decodeCls, isObject, sample, type Trigger, triggerNamed, triggers } from '../../src/index.js';
import { hostileTexts } from '../../src/kernel/hostileTexts.js';
import { setOwn } from '../../src/kernel/json.js';
import { casesToTry } from '../nightly.js';

/** The places of a schema that hold a text of which nothing is said: no pattern, no list, and no reason why it is free. */
function untoldTexts(schema: unknown): string[] {
  const untold: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (!isObject(node)) return;
    const isText = [node.type].flat().includes('string');
    const isTold = ['pattern', 'format', 'enum', 'const', 'x-free'].some(
      (keyword) => node[keyword] !== undefined,
    );
    if (isText && !isTold) untold.push(path);
    for (const [key, child] of Object.entries(node)) {
      const parts = Array.isArray(child) ? child.entries() : [['', child] as const];
      for (const [index, part] of parts)
        visit(part, index === '' ? `${path}/${key}` : `${path}/${key}/${index}`);
    }
  };
  visit(schema, '');
  return untold;
}

const contracts = [...triggers.map(({ contract }) => contract), clsLogsContract];

test.each(contracts.map((contract) => [contract.name, contract] as const))(
  'every text of the contract of %s has a pattern, a list, or a reason why it is free',
  (_name, contract) => {
    expect(untoldTexts(contract.schema())).toEqual([]);
  },
);

test('a text of which nothing is said is found wherever it stands', () => {
  const text = { type: 'string' };
  const schema = {
    properties: { a: text, b: { anyOf: [{ ...text, pattern: '^x$' }, { items: text }] } },
    additionalProperties: text,
  };
  expect(untoldTexts(schema)).toEqual([
    '/properties/a',
    '/properties/b/anyOf/1/items',
    '/additionalProperties',
  ]);
});

describe('what no product of the platform takes is no event', () => {
  test.each([
    ['cos', 'Records.0.cos.cosBucket.name', [' - ', 'Testpic', 'a.b', '-a', 'a'.repeat(51)]],
    ['cos', 'Records.0.event.requestParameters.requestSourceIP', ['a', '1.2.3', '256.1.1.1', '1.2.3.4:80']],
    [
      'cos',
      'Records.0.cos.cosObject.url',
      ['http://测-1250000000.cos.ap-beijing.myqcloud.com/a', 'http://a.myqcloud.com/b c'],
    ],
    ['ckafka', 'Records.0.Ckafka.topic', ['😀ok', '', 'a b', 'a'.repeat(250)]],
    ['cmq', 'Records.0.CMQ.topicName', ['a b', '1a', '']],
    ['function-url', 'headers.x-scf-remote-addr', ['a', '', '1.2.3.4:', '[2001:db8::7', '1.2.3.4, 5.6.7.8']],
    ['function-url', 'headers.user-agent', ['a\r\nset-cookie: b=c', ' a', 'a\u0000']],
    ['function-url', 'requestContext.sourceIp', ['1.2.3.4:80', '[2001:db8::7]', 'a']],
    ['apigw', 'requestContext.sourceIp', ['a', '10.0.0.1, 10.0.0.2']],
    ['apigw', 'headers.x-api-scheme', ['ftp']],
    ['clb', 'headers.X-Real-IP', ['unknown', '1.2.3.4:80']],
    ['clb', 'headers.X-Method', ['get it']],
    ['websocket-connect', 'websocket.secConnectionID', ['a b', '😀']],
    ['websocket-connect', 'requestContext.serviceName', ['a b']],
  ])('%s: %s', (kind, path, values) => {
    const trigger = triggerNamed(kind);
    for (const value of values) {
      const wrong = check(trigger, withValue(sample(trigger), path.split('.'), value));
      expect([
        value,
        ...wrong.filter(({ severity }) => severity === 'error').map((issue) => issue.path.join('.')),
      ]).toContain(path);
    }
  });

  test.each([
    [
      'function-url',
      'headers.x-scf-remote-addr',
      [
        '203.0.113.7',
        '203.0.113.7:51234',
        '2001:db8::7',
        '[2001:db8::7]',
        '[2001:db8::7]:51234',
        '::ffff:203.0.113.7',
      ],
    ],
    ['function-url', 'headers.x-anything', ['', 'a', 'a b', 'tab\there', '中文', '😀']],
    ['ckafka', 'Records.0.Ckafka.topic', ['a', '__consumer_offsets', 'a.b-c_d', 'a'.repeat(249)]],
    ['cos', 'Records.0.event.requestParameters.requestSourceIP', ['10.0.0.1', '2001:db8::7']],
  ])('%s: %s may be as it is', (kind, path, values) => {
    const trigger = triggerNamed(kind);
    for (const value of values)
      expect([
        value,
        ...trigger.contract.issuesOf(withValue(sample(trigger), path.split('.'), value)),
      ]).toEqual([value]);
  });
});

function withValue(event: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const copy = Array.isArray(event) ? [...event] : { ...(event as object) };
  const inner =
    rest.length === 0 ? value : withValue((event as Record<string, unknown>)[name] ?? {}, rest, value);
  setOwn(copy, name, inner);
  return copy;
}

const address = /^(\d{1,3}(\.\d{1,3}){3}|[\da-f:]+(:[\d.]+)?)$/;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const region = /^(ap|eu|na|sa)-[a-z]+(-[a-z\d]+)*$/;

/** What only the platform writes, in words of this test. */
const ofPlatform: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  apigw: {
    'headers.x-api-requestid': /^[\da-f]{32}$/,
    'headers.x-api-scheme': /^https?$/,
    'headers.requestsource': /^APIGW$/,
    'headers.content-length': /^\d+$/,
    'requestContext.serviceId': /^service-[a-z\d]+$/,
    'requestContext.sourceIp': address,
    'requestContext.stage': /^(release|test|prepub|debug)$/,
    'requestContext.httpMethod': /^[A-Z]+$/,
    httpMethod: /^[A-Z]+$/,
  },
  ckafka: { 'Records.[].Ckafka.topic': /^[\w.-]{1,249}$/ },
  clb: {
    'headers.X-Real-IP': address,
    'headers.X-Real-Port': /^\d{1,5}$/,
    'headers.X-Stgw-Time': /^\d+\.\d{3}$/,
    'headers.X-Vip': address,
    'headers.X-Vport': /^\d{1,5}$/,
    'headers.X-Forwarded-Proto': /^https?$/,
    'headers.X-Uri': /^\//,
  },
  cmq: {
    'Records.[].CMQ.topicName': /^[A-Za-z][\w-]{0,63}$/,
    'Records.[].CMQ.subscriptionName': /^[A-Za-z][\w-]{0,63}$/,
    'Records.[].CMQ.publishTime': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/,
    'Records.[].CMQ.msgId': /^\d+$/,
    'Records.[].CMQ.topicOwner': /^\d+$/,
  },
  cos: {
    'Records.[].cos.cosBucket.name': /^[a-z\d]([a-z\d-]{0,48}[a-z\d])?$/,
    'Records.[].cos.cosBucket.appid': /^\d+$/,
    'Records.[].cos.cosBucket.region': /^[a-z]{2}$/,
    'Records.[].cos.cosBucket.cosRegion': region,
    'Records.[].cos.cosBucket.s3Region': region,
    'Records.[].cos.cosObject.url': /^http:\/\/[a-z\d-]+\.cos[a-z\d.-]+\.myqcloud\.com\/[!-~]*$/,
    'Records.[].event.eventName': /^cos: ?Object(Created|Remove|Restore):(\*|[A-Za-z]+)$/,
    'Records.[].event.eventTime': /^\d{10}$/,
    'Records.[].event.requestParameters.requestSourceIP': address,
    'Records.[].event.reservedInfo': /^$/,
  },
  eventbridge: {
    specversion: /^(0|1\.0|1\.0\.2)$/,
    id: /^\S+$/,
    type: /^[!-~]+$/,
    source: /^[!-~]+$/,
    region,
    time: /^\d{13}$/,
    datacontenttype: /^application\/json/,
    'data.topic': /^[!-~]+$/,
  },
  'function-url': {
    'headers.x-scf-remote-addr': /^(\d+(\.\d+){3}(:\d+)?|[\da-f:]+|\[[\da-f:]+\](:\d+)?)$/,
    'requestContext.sourceIp': address,
    httpMethod: /^[A-Z]+$/,
    path: /^\//,
  },
  timer: { Time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, TriggerName: /^[\w-]{1,100}$/, Type: /^Timer$/ },
  'websocket-close': { 'websocket.secConnectionID': /^[A-Za-z\d+/]+={0,2}$/ },
  'websocket-connect': {
    'requestContext.requestId': uuid,
    'requestContext.serviceName': /^[A-Za-z][\w-]*$/,
    'requestContext.sourceIp': address,
    'websocket.secConnectionID': /^[A-Za-z\d+/]+={0,2}$/,
  },
  'websocket-data': { 'websocket.secConnectionID': /^[A-Za-z\d+/]+={0,2}$/ },
};

/** A handler that reads every field of its events, and names words that no platform writes. */
function curious(event: unknown): Learned {
  return {
    payload: unknownShape(),
    event: shapeOf(event),
    words: [
      ' - ',
      'a',
      '😀ok',
      'x-scf-remote-addr',
      'host',
      'user-agent',
      'gz',
      ...hostileTexts.map(({ text }) => text),
    ],
    numbers: [0, 7],
    names: ['limit'],
  };
}

function shapeOf(value: unknown): Shape {
  const shape = unknownShape();
  if (Array.isArray(value)) shape.item = shapeOf(value[0]);
  else if (isObject(value))
    for (const [name, child] of Object.entries(value)) shape.fields.set(name, shapeOf(child));
  return shape;
}

/** Every event that a fuzz of so many runs tries, delivered ones too. */
function* tried<Event>(trigger: Trigger<Event>, runs: number): Generator<Event> {
  const options = { seed: 'text fields', deliveries: true, learned: curious(sample(trigger)) };
  const cases = casesOf(trigger, options);
  for (let run = 0; run < runs; run++) {
    for (const { shrinkable } of cases.ofRun(run)) {
      const { other } = shrinkable.value;
      yield* eventsOf(shrinkable.value);
      if (other !== undefined) yield other;
    }
  }
}

function valuesAt(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (name === undefined) return value === undefined ? [] : [value];
  if (name === '[]') return Array.isArray(value) ? value.flatMap((item) => valuesAt(item, rest)) : [];
  return isObject(value) && Object.hasOwn(value, name) ? valuesAt(value[name], rest) : [];
}

describe.each(triggers.map((trigger) => [trigger.name, trigger] as const))('%s', (kind, trigger) => {
  test('what a fuzz tries is what the contract allows, and what only the platform writes is in its forms', () => {
    const forms = Object.entries(ofPlatform[kind] ?? {}).map(
      ([path, form]) => [path, path.split('.'), form] as const,
    );
    const met = new Set<string>();
    for (const event of tried(trigger, casesToTry(12, 150))) {
      if (!trigger.contract.accepts(event))
        expect(trigger.contract.issuesOf(event), JSON.stringify(event)).toEqual([]);
      for (const [path, names, form] of forms) {
        for (const value of valuesAt(event, names)) {
          met.add(path);
          if (!form.test(String(value))) expect.fail(`${path} is ${JSON.stringify(value)}`);
        }
      }
    }
    expect([...met].sort()).toEqual(forms.map(([path]) => path).sort());
  });
});

test('the topic that a fuzz names in the packed logs of cls is one', () => {
  for (const event of tried(triggerNamed('cls'), casesToTry(20, 60))) {
    const names = valuesAt(
      safely(() => decodeCls(event as never)),
      ['topic_name'],
    );
    for (const name of names) expect(name).toMatch(/^[^|\p{Cc}]{1,255}$/u);
  }
});

function safely(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

describe('a strict check tells forms that are not sent', () => {
  test.each([
    ['cos', 'Records.0.cos.cosBucket.cosRegion', 'xx-nowhere'],
    ['cos', 'Records.0.cos.cosBucket.appid', '1'],
    ['apigw', 'requestContext.serviceId', 'service-'.concat('x'.repeat(40))],
    ['cmq', 'Records.0.CMQ.topicOwner', '120xxxxx'],
    ['websocket-data', 'websocket.secConnectionID', 'c-1'],
    ['function-url', 'headers.x-scf-request-id', 'r-1'],
  ])('%s: %s is no %s', (kind, path, value) => {
    const trigger = triggerNamed(kind);
    const event = withValue(sample(trigger), path.split('.'), value);
    expect(trigger.contract.accepts(event)).toBe(true);
    expect(check(trigger, event).map(({ rule }) => rule)).not.toContain(`${kind}/sent-form`);
    const told = check(trigger, event, { strict: true }).filter(({ rule }) => rule === `${kind}/sent-form`);
    expect(told.map((issue) => issue.path.join('.'))).toContain(path);
    expect(told[0]?.source).not.toBe('the contract');
  });
});
