import { describe, expect, test } from 'vitest';
import { ckafka, cmq, cos, edgeCases, isObject, samples, type Trigger } from '../../src/index.js';

/** A type of a field of the vendor's Go structs (scf-go-lib) and Java classes (scf-java-libs). */
type FieldType = 'string' | 'int64' | 'Integer' | 'map' | 'string or list';

interface Field {
  readonly path: string;
  readonly go: FieldType;
  readonly java: FieldType;
}

const text = (path: string): Field => ({ path, go: 'string', java: 'string' });
const integer = (path: string): Field => ({ path, go: 'int64', java: 'Integer' });
const map = (path: string): Field => ({ path, go: 'map', java: 'map' });

/** Every field that both declare, with the two types where they differ. */
const structs: readonly (readonly [Trigger, readonly Field[]])[] = [
  [
    ckafka,
    [
      text('Ckafka.topic'),
      integer('Ckafka.partition'),
      integer('Ckafka.offset'),
      text('Ckafka.msgKey'),
      text('Ckafka.msgBody'),
    ],
  ],
  [
    cmq,
    [
      text('CMQ.type'),
      integer('CMQ.topicOwner'),
      text('CMQ.topicName'),
      text('CMQ.subscriptionName'),
      text('CMQ.publishTime'),
      text('CMQ.msgId'),
      text('CMQ.requestId'),
      text('CMQ.msgBody'),
      { path: 'CMQ.msgTag', go: 'string or list', java: 'string' },
    ],
  ],
  [
    cos,
    [
      text('cos.cosSchemaVersion'),
      text('cos.cosNotificationId'),
      text('cos.cosObject.url'),
      map('cos.cosObject.meta'),
      text('cos.cosObject.vid'),
      text('cos.cosObject.key'),
      integer('cos.cosObject.size'),
      text('cos.cosBucket.region'),
      text('cos.cosBucket.name'),
      text('cos.cosBucket.appid'),
      text('event.eventName'),
      text('event.eventVersion'),
      integer('event.eventTime'),
      text('event.eventSource'),
      text('event.requestParameters.requestSourceIP'),
      map('event.requestParameters.requestHeaders'),
      text('event.eventQueue'),
      text('event.reservedInfo'),
      integer('event.reqid'),
    ],
  ],
];

const fits: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  int64: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 63,
  Integer: (value) => Number.isInteger(value) && Number(value) >= -(2 ** 31) && Number(value) < 2 ** 31,
  map: (value) => isObject(value) && Object.values(value).every((entry) => typeof entry === 'string'),
  'string or list': (value) =>
    typeof value === 'string' || (Array.isArray(value) && value.every((tag) => typeof tag === 'string')),
};

function valueAt(record: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), record);
}

/** The fields of an event that do not fit, by path; a field that is absent is left at its zero by both. */
function misfits(event: unknown, fields: readonly Field[], language: 'go' | 'java'): string[] {
  const records = isObject(event) && Array.isArray(event.Records) ? event.Records : [];
  return fields
    .filter((field) =>
      records.some((record) => {
        const value = valueAt(record, field.path);
        return value !== undefined && !fits[field[language]](value);
      }),
    )
    .map(({ path }) => path);
}

describe.each(structs.map(([trigger, fields]) => [trigger.name, trigger, fields] as const))(
  '%s',
  (_name, trigger, fields) => {
    test('samples have every field, in the types of both', () => {
      for (const event of samples(trigger, { count: 300 })) {
        expect(misfits(event, fields, 'go')).toEqual([]);
        expect(misfits(event, fields, 'java')).toEqual([]);
        const records = isObject(event) && Array.isArray(event.Records) ? event.Records : [];
        for (const { path } of fields) expect(valueAt(records[0], path), path).toBeDefined();
      }
    });
  },
);

test('edge cases break just what they say', () => {
  const broken: string[] = [];
  for (const [trigger, fields] of structs) {
    for (const edge of edgeCases(trigger)) {
      for (const language of ['go', 'java'] as const) {
        const paths = misfits(JSON.parse(edge.text), fields, language);
        if (paths.length > 0) broken.push(`${language}: ${trigger.name} ${edge.name}: ${paths.join(', ')}`);
      }
    }
  }
  expect(broken).toMatchInlineSnapshot(`
    [
      "java: ckafka offset-above-2-31: Ckafka.offset",
      "java: ckafka offset-above-2-53: Ckafka.offset",
      "java: cmq tags-as-array: CMQ.msgTag",
      "go: cmq owner-as-text: CMQ.topicOwner",
      "java: cmq owner-as-text: CMQ.topicOwner",
      "java: cmq owner-above-2-31: CMQ.topicOwner",
      "java: cos size-above-2-31: cos.cosObject.size",
      "java: cos size-above-2-32: cos.cosObject.size",
      "java: cos after-2038: event.eventTime",
    ]
  `);
});
