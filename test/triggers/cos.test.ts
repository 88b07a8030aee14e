import { describe, expect, test } from 'vitest';
import {
  type CosEvent,
  type CosRecord,
  check,
  cos,
  describeIssue,
  edgeCases,
  type Overrides,
  sample,
  samples,
} from '../../src/index.js';
import { documentedEvents, encodeKey } from '../../src/triggers/cos/object.js';

const base = sample(cos, {
  overrides: {
    Records: [
      {
        cos: {
          cosBucket: { appid: '1250000000', name: 'testpic', cosRegion: 'ap-shanghai' },
          cosObject: { key: '/1250000000/testpic/a b.txt' },
        },
        event: { eventName: 'cos:ObjectCreated:Put' },
      },
    ],
  },
}).Records[0] as CosRecord;

type Change = (record: CosRecord) => unknown;

const withObject = (change: object) => (record: CosRecord) => ({
  ...record,
  cos: { ...record.cos, cosObject: { ...record.cos.cosObject, ...change } },
});
const withBucket = (change: object) => (record: CosRecord) => ({
  ...record,
  cos: { ...record.cos, cosBucket: { ...record.cos.cosBucket, ...change } },
});
const withEvent = (change: object) => (record: CosRecord) => ({
  ...record,
  event: { ...record.event, ...change },
});

function lines(change: Change): string[] {
  return check(cos, { Records: [change(base)] }).map(
    (issue) => `${issue.severity} ${issue.rule} ${describeIssue(issue)}`,
  );
}

/** The first record of an event with those overrides, which is strictly valid at every index tried. */
function drawn(overrides: Overrides<CosEvent>): CosRecord {
  for (let index = 0; index < 40; index++) {
    const event = sample(cos, { overrides, index });
    expect(check(cos, event, { strict: true }).map(describeIssue)).toEqual([]);
  }
  return sample(cos, { overrides }).Records[0] as CosRecord;
}

describe('sample', () => {
  test('draws every documented event, and none else', () => {
    const seen = new Set(
      [...samples(cos, { count: 500 })].flatMap(({ Records }) => Records.map(({ event }) => event.eventName)),
    );
    expect([...seen].sort()).toEqual(documentedEvents.map(([eventName]) => eventName).sort());
  });

  test('has a url that the URL class reads as the bucket and the key', () => {
    for (const { Records } of samples(cos, { count: 300, hostile: 0.2 })) {
      for (const { cos: entity } of Records) {
        const { cosBucket, cosObject } = entity;
        const objectKey = cosObject.key.slice(`/${cosBucket.appid}/${cosBucket.name}/`.length);
        if (objectKey.split('/').some((segment) => segment === '.' || segment === '..')) continue;
        const url = new URL(cosObject.url);
        expect(url.host).toBe(`${cosBucket.name}-${cosBucket.appid}.cos.${cosBucket.cosRegion}.myqcloud.com`);
        expect(decodeURIComponent(url.pathname.slice(1))).toBe(objectKey);
        expect(url.search + url.hash).toBe('');
      }
    }
  });

  test('lets a bucket that is given appear in key, url and queue alike', () => {
    const record = drawn({
      Records: { cos: { cosBucket: { appid: '1300000001', name: 'my-bucket', region: 'bj' } } },
    });
    const { cosBucket, cosObject } = record.cos;
    expect(cosBucket).toMatchObject({ cosRegion: 'ap-beijing', s3Region: 'ap-beijing', region: 'bj' });
    expect(cosObject.key).toMatch(/^\/1300000001\/my-bucket\//);
    expect(cosObject.url).toMatch(/^http:\/\/my-bucket-1300000001\.cos\.ap-beijing\.myqcloud\.com\//);
    expect(record.event.eventQueue).toMatch(/^qcs:0:scf:ap-beijing:appid\/1300000001:/);
  });

  test('follows a key, a url or a queue that is given', () => {
    const byKey = drawn({ Records: { cos: { cosObject: { key: '/1300000001/my-bucket/照片/+.png' } } } });
    expect(byKey.cos.cosObject.url).toMatch(
      /^http:\/\/my-bucket-1300000001\.cos\..*\/%E7%85%A7%E7%89%87\/%2B\.png$/,
    );
    const url = 'http://my-bucket-1300000001.cos.ap-chengdu.myqcloud.com/a%20b/c.txt';
    const byUrl = drawn({ Records: { cos: { cosObject: { url } } } });
    expect(byUrl.cos.cosObject.key).toBe('/1300000001/my-bucket/a b/c.txt');
    expect(byUrl.cos.cosBucket.region).toBe('cd');
    const eventQueue = 'qcs:0:scf:ap-chengdu:appid/1300000001:prod.thumbnails.$DEFAULT';
    const byQueue = drawn({ Records: { event: { eventQueue } } });
    expect(byQueue.cos.cosBucket).toMatchObject({ appid: '1300000001', cosRegion: 'ap-chengdu' });
  });

  test.each([
    '{"Records":null}',
    '{"Records":[null,5]}',
    '{"Records":{"cos":null,"event":null}}',
    '{"Records":{"cos":{"cosBucket":null,"cosObject":null}}}',
    '{"Records":{"cos":{"cosBucket":{"region":1,"appid":2},"cosObject":{"key":5,"url":true}}}}',
    '{"Records":{"event":{"eventName":7,"eventTime":"now","eventQueue":8}}}',
  ])('takes overrides of any type: %s', (overrides) => {
    expect(() => sample(cos, { overrides: JSON.parse(overrides) })).not.toThrow();
  });

  test('has a request id that starts with the time of the event, as the captures have', () => {
    for (const { Records } of samples(cos, { count: 50 })) {
      for (const { cos: entity, event } of Records) {
        const id = atob(entity.cosObject.meta['x-cos-request-id'] ?? '');
        expect(Number.parseInt(id.split('_')[0] ?? '', 16)).toBe(event.eventTime);
      }
    }
  });
});

describe('encodeKey', () => {
  test('encodes the captured key as it was captured', () => {
    expect(encodeKey('!!!!!!!')).toBe('%21%21%21%21%21%21%21');
  });

  test('encodes everything that encodeURIComponent encodes but the slash, and is undone by decodeURIComponent', () => {
    for (const key of ["a b/ü/😀/'()*!~", '%41', 'a+b&c=d?e#f', '\u0000\n\\"<>', '../..']) {
      expect(decodeURIComponent(encodeKey(key))).toBe(key);
      expect(
        encodeKey(key).replaceAll(/%(21|27|28|29|2A)/g, (_, hex) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        ),
      ).toBe(encodeURIComponent(key).replaceAll('%2F', '/'));
    }
  });
});

const wrong: Readonly<Record<string, Change>> = {
  'a key of another bucket': withObject({ key: '/1250000000/other/a b.txt' }),
  'a key with a slash in front': withObject({
    key: '/1250000000/testpic//a b.txt',
    url: `${base.cos.cosObject.url.slice(0, -9)}/a%20b.txt`,
  }),
  'a percent-encoded key': withObject({ key: '/1250000000/testpic/a%20b.txt' }),
  'a malformed url': withObject({ url: 'http://testpic-1250000000.cos.ap-shanghai.myqcloud.com/a%2' }),
  'a url of another bucket': withObject({
    url: 'http://other-1250000000.cos.ap-shanghai.myqcloud.com/a%20b.txt',
  }),
  'another short region': withBucket({ region: 'gz' }),
  'another s3Region': withBucket({ s3Region: 'ap-beijing' }),
  'a queue of another account': withEvent({ eventQueue: 'qcs:0:scf:ap-shanghai:appid/1:default.f.$DEFAULT' }),
  'an unknown event': withEvent({ eventName: 'cos:ObjectCreated:Append' }),
  'a wildcard': withEvent({ eventName: 'cos:ObjectCreated:*' }),
  milliseconds: withEvent({ eventTime: 1_700_000_000_000 }),
  'no headers': withObject({ meta: {} }),
  'a correct spelling': (record) => ({ ...record, cos: { ...record.cos, cosNotificationId: 'unknown' } }),
  'a queue of 2019': withEvent({ eventQueue: 'qcs:0:lambda:sh:appid/1250000000:default.f.$LATEST' }),
};

test('check reports what does not fit together', () => {
  const found = Object.fromEntries(Object.entries(wrong).map(([name, change]) => [name, lines(change)]));
  expect(found).toMatchInlineSnapshot(`
    {
      "a correct spelling": [
        "warning cos/form-is-today Records[0].cos.cosNotificationId: expected "unkown", misspelt like this, received "unknown" (a string)",
      ],
      "a key of another bucket": [
        "error cos/key-names-bucket Records[0].cos.cosObject.key: expected a text that starts with /1250000000/testpic/, received "/1250000000/other/a b.txt" (a string)",
      ],
      "a key with a slash in front": [
        "error cos/key-is-legal Records[0].cos.cosObject.key: expected an object key that COS takes, received "/1250000000/testpic//a b.txt" (a string)",
      ],
      "a malformed url": [
        "error cos/url-names-object Records[0].cos.cosObject.url: expected the path of the object key "a b.txt", percent-encoded, received "http://testpic-1250000000.cos.ap-shanghai.myqcloud.com/a%2" (a string)",
      ],
      "a percent-encoded key": [
        "error cos/url-names-object Records[0].cos.cosObject.url: expected the path of the object key "a%20b.txt", percent-encoded, received "http://testpic-1250000000.cos.ap-shanghai.myqcloud.com/a%20b…" (a string of 64 characters)",
      ],
      "a queue of 2019": [
        "warning cos/form-is-today Records[0].event.eventQueue: expected qcs:0:scf:…, received "qcs:0:lambda:sh:appid/1250000000:default.f.$LATEST" (a string)",
        "warning cos/form-is-today Records[0].event.eventQueue: expected the full name of the region, received "qcs:0:lambda:sh:appid/1250000000:default.f.$LATEST" (a string)",
      ],
      "a queue of another account": [
        "error cos/queue-names-account Records[0].event.eventQueue: expected :appid/1250000000:, received "qcs:0:scf:ap-shanghai:appid/1:default.f.$DEFAULT" (a string)",
      ],
      "a url of another bucket": [
        "error cos/url-names-object Records[0].cos.cosObject.url: expected the host of bucket testpic-1250000000, received "http://other-1250000000.cos.ap-shanghai.myqcloud.com/a%20b.t…" (a string of 62 characters)",
      ],
      "a wildcard": [
        "warning cos/event-is-concrete Records[0].event.eventName: expected a concrete event such as cos:ObjectCreated:Put, received "cos:ObjectCreated:*" (a string); that form is for the configuration of a trigger",
      ],
      "an unknown event": [
        "error cos/event-is-documented Records[0].event.eventName: expected one of cos:ObjectCreated:Put, cos:ObjectCreated:Post, cos:ObjectCreated:Copy, cos:ObjectCreated:CompleteMultipartUpload, cos:ObjectCreated:Origin, cos:ObjectCreated:Replication, cos:ObjectRemove:Delete, cos:ObjectRemove:DeleteMarkerCreated, cos:ObjectRestore:Post, cos:ObjectRestore:Completed, received "cos:ObjectCreated:Append" (a string)",
      ],
      "another s3Region": [
        "error cos/regions-agree Records[0].cos.cosBucket.s3Region: expected the region ap-shanghai, received "ap-beijing" (a string)",
      ],
      "another short region": [
        "error cos/regions-agree Records[0].cos.cosBucket.cosRegion: expected the region ap-guangzhou, received "ap-shanghai" (a string)",
        "error cos/regions-agree Records[0].cos.cosBucket.s3Region: expected the region ap-guangzhou, received "ap-shanghai" (a string)",
        "error cos/regions-agree Records[0].cos.cosObject.url: expected the region ap-guangzhou, received "ap-shanghai" (a string)",
        "error cos/regions-agree Records[0].event.eventQueue: expected the region ap-guangzhou, received "ap-shanghai" (a string)",
      ],
      "milliseconds": [
        "error cos/time-is-seconds Records[0].event.eventTime: expected seconds since 1970, received 1700000000000 (a number); this looks like milliseconds",
      ],
      "no headers": [
        "error cos/creation-has-headers Records[0].cos.cosObject.meta["Content-Type"]: expected a string, received nothing",
        "error cos/creation-has-headers Records[0].cos.cosObject.meta["x-cos-request-id"]: expected a string, received nothing",
      ],
    }
  `);
});

test('check reports a key of 851 bytes', () => {
  const objectKey = 'k'.repeat(851);
  const url = base.cos.cosObject.url.replace('a%20b.txt', objectKey);
  const [line] = lines(withObject({ key: `/1250000000/testpic/${objectKey}`, url }));
  expect(line).toMatch(
    /^error cos\/key-is-legal Records\[0\]\.cos\.cosObject\.key: expected an object key that COS takes/,
  );
});

test('decode gives the object key of the url', () => {
  const [part] = cos.decode({ Records: [base] });
  expect(part).toEqual({
    path: ['Records', 0, 'cos', 'cosObject', 'url'],
    encoding: 'percent',
    value: 'a b.txt',
  });
  const broken = withObject({ url: 'http://a-1.cos.ap-x.myqcloud.com/%E4%BD' })(base);
  expect(cos.decode({ Records: [broken] })[0]?.problem).toBe(
    'a percent sign is not followed by two hexadecimal digits of UTF-8',
  );
});

test('the key with the bucket inside keeps its inner prefix when the outer one is stripped once', () => {
  const found = edgeCases(cos).filter((edge) => edge.name === 'key-with-bucket-name-inside');
  const [record] = found.flatMap((edge) => edge.event.Records);
  const { cosBucket, cosObject } = (record as CosRecord).cos;
  const prefix = `/${cosBucket.appid}/${cosBucket.name}/`;
  expect(cosObject.key.slice(prefix.length)).toBe(`backup${prefix}a.txt`);
  expect(cosObject.key.replaceAll(prefix, '')).not.toBe(cosObject.key.slice(prefix.length));
});
