import type { CosEvent, CosObject, CosRecord } from '../../generated/cos.js';
import type { Draw } from '../../kernel/draw.js';
import type { EdgeCase } from '../../kernel/trigger.js';
import { documentedEvents, encodeKey, keyOf, keyRules, page, regionNamed, urlOf } from './object.js';

type Case = EdgeCase<CosEvent>;

const captured2019 = 'captured 2019';
/** An event of one record, changed. */
function changed(
  name: string,
  because: string,
  source: string,
  change: (record: CosRecord, draw: Draw) => CosRecord,
): Case {
  return {
    name,
    because,
    source,
    event: (draw, sample) => ({ Records: [change(sample(draw).Records[0] as CosRecord, draw)] }),
  };
}

function withObject(record: CosRecord, change: Partial<CosObject>): CosRecord {
  return { ...record, cos: { ...record.cos, cosObject: { ...record.cos.cosObject, ...change } } };
}

function withEvent(record: CosRecord, change: Partial<CosRecord['event']>): CosRecord {
  return { ...record, event: { ...record.event, ...change } };
}

function withKey(record: CosRecord, objectKey: string): CosRecord {
  const { appid, name: bucket, region } = record.cos.cosBucket;
  const place = { appid, bucket, region: regionNamed(record.cos.cosBucket.cosRegion ?? region) };
  return withObject(record, { key: keyOf({ ...place, objectKey }), url: urlOf(place, encodeKey(objectKey)) });
}

function key(name: string, because: string, objectKey: string, source = keyRules): Case {
  return changed(name, because, source, (record) => withKey(record, objectKey));
}

const keys: readonly Case[] = [
  key('key-with-percent', 'decoding the raw key throws or yields another key', '100%/50%25 off.png'),
  key(
    'key-like-percent-encoding',
    'the raw key must not be decoded: this one really contains %2F',
    'a%2Fb%20c.txt',
  ),
  key('key-with-plus', 'decoding as a form makes a space of the plus', 'c++/a+b.txt'),
  key(
    'key-with-spaces',
    'a space needs encoding in a url and quoting in a shell',
    'my files/ report  final .pdf',
  ),
  key('key-in-chinese', 'a character has three bytes, and the url nine', '照片/测试 图片.png'),
  key('key-with-emoji', 'a character has four bytes and two UTF-16 units', 'party/🎉👨‍👩‍👧‍👦.gif'),
  key(
    'key-of-exclamation-marks',
    'encodeURIComponent leaves what COS encodes',
    "!!!!!!!'()*",
    'captured 2022',
  ),
  key(
    'key-with-query-characters',
    'a url that is not encoded ends at the ? or the #',
    'what?is=this&that#here.txt',
  ),
  key(
    'key-with-dot-segments',
    'joining it to a directory leaves that directory; the URL class resolves it',
    '../../etc/./a/../b.txt',
  ),
  key('key-with-double-slash', 'splitting at slashes gives an empty part', 'a//b///c.txt'),
  key('key-with-backslash', 'it is a separator on some systems and a character in COS', 'dir\\file.txt'),
  key('key-with-line-break', 'a log line or a header breaks at it', 'first\nsecond.txt'),
  key('key-with-quotes', 'it ends a string in a shell, in SQL and in HTML', `"quoted" 'single' <b>.txt`),
  key('key-prototype', 'an index by key sets the prototype of an object', '__proto__'),
  key('key-constructor', 'an index by key finds a function', 'constructor'),
  key('key-of-850-bytes', 'it is as long as a key can be', `${'k'.repeat(846)}.txt`),
  key('key-decomposed', 'é as two code points equals é only once normalised', 'cafe\u0301.txt'),
  changed(
    'key-with-bucket-name-inside',
    'replacing every "/<appid>/<bucket>/" instead of the first names another object',
    'captured 2022: the key starts with APPID and bucket once',
    (record) =>
      withKey(
        record,
        `backup${keyOf({ appid: record.cos.cosBucket.appid, bucket: record.cos.cosBucket.name, objectKey: 'a.txt' })}`,
      ),
  ),
  changed(
    'folder',
    'a key with a slash at the end is a folder: there is nothing to read',
    keyRules,
    (record) => withObject(withKey(record, 'photos/2026/'), { size: 0 }),
  ),
];

const sizes: readonly Case[] = [
  changed('size-0', '0 is falsy, and an empty object has nothing to parse', page, (record) =>
    withObject(record, { size: 0 }),
  ),
  changed(
    'size-above-2-31',
    'the size no longer fits the Integer of the vendor’s Java class',
    'vendor Java class',
    (record) => withObject(record, { size: 2 ** 31 }),
  ),
  changed(
    'size-above-2-32',
    'the object has 5 GB: it fits neither memory nor /tmp, and bitwise operators cut the number',
    page,
    (record) => withObject(record, { size: 5 * 2 ** 30 }),
  ),
];

const eventCases: readonly Case[] = documentedEvents.map(([eventName, about]) => {
  const [, type = '', request = ''] = eventName.split(':');
  const name = `${type}-${request}`.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  return changed(name, `a handler that knows only one event misreads ${about}`, page, (record) =>
    withEvent(record, { eventName }),
  );
});

const versions: readonly Case[] = [
  changed(
    'versioned-delete',
    'only one version is removed: older ones may still be read',
    captured2019,
    (record, draw) =>
      withEvent(withObject(record, { vid: `${draw.hex(32)}${record.event.eventTime}` }), {
        eventName: 'cos:ObjectRemove:Delete',
      }),
  ),
  {
    name: 'created-and-removed',
    because: 'by the time the function runs the object is gone, and reading it fails',
    source: page,
    event: (draw, sample) => {
      const created = withEvent(sample(draw).Records[0] as CosRecord, { eventName: 'cos:ObjectCreated:Put' });
      return {
        Records: [
          created,
          withEvent(created, {
            eventName: 'cos:ObjectRemove:Delete',
            eventTime: created.event.eventTime + 1,
          }),
        ],
      };
    },
  },
  {
    name: 'several-records',
    because: 'a handler that reads Records[0] loses the others',
    source: page,
    event: (draw, sample) => {
      const first = sample(draw).Records[0] as CosRecord;
      return { Records: ['a.txt', 'b.txt', 'c.txt'].map((objectKey) => withKey(first, objectKey)) };
    },
  },
];

const headers: readonly Case[] = [
  changed('empty-content-type', 'Content-Type is "" when none was given', page, (record) =>
    withObject(record, { meta: { ...record.cos.cosObject.meta, 'Content-Type': '' } }),
  ),
  changed(
    'multipart-content-type',
    'an upload by a form leaves its Content-Type at the object',
    captured2019,
    (record) =>
      withObject(record, {
        meta: {
          ...record.cos.cosObject.meta,
          'Content-Type': 'multipart/form-data; boundary=---------------------------b45c43a0b3',
        },
      }),
  ),
  changed('user-metadata', 'headers of the user stand beside those of COS', page, (record) =>
    withObject(record, {
      meta: {
        ...record.cos.cosObject.meta,
        'x-cos-meta-mykey': 'myvalue',
        'x-cos-meta-constructor': '',
        'x-cos-meta-名': '值',
      },
    }),
  ),
  changed('unsigned-request', 'Authorization is "" when the request was not signed', captured2019, (record) =>
    withEvent(record, {
      requestParameters: { ...record.event.requestParameters, requestHeaders: { Authorization: '' } },
    }),
  ),
];

const times: readonly Case[] = [
  changed('leap-day', 'most years do not have this day', page, (record) =>
    withEvent(record, { eventTime: 1_709_164_800 }),
  ),
  changed('day-boundary-in-utc-8', 'in UTC+8 it is midnight of the next day', page, (record) =>
    withEvent(record, { eventTime: 1_773_590_400 }),
  ),
  changed(
    'after-2038',
    'the time no longer fits the Integer of the vendor’s Java class',
    'vendor Java class',
    (record) => withEvent(record, { eventTime: 2 ** 31 }),
  ),
];

const forms: readonly Case[] = [
  {
    ...changed(
      'wildcard-event',
      'the event does not tell how the object was created',
      `${captured2019}; documented`,
      (record) => withEvent(record, { eventName: 'cos:ObjectCreated:*' }),
    ),
    reports: ['cos/event-is-concrete'],
  },
  {
    ...changed(
      'event-with-space',
      'a page of the documents and a test template have a space in it',
      'https://www.tencentcloud.com/document/product/436/35526',
      (record) => withEvent(record, { eventName: 'cos: ObjectRemove:Delete' }),
    ),
    reports: ['cos/event-is-concrete'],
  },
  {
    ...changed(
      'form-of-2019',
      'there is no cosRegion, the queue says lambda, and the host has another form',
      captured2019,
      (record) => {
        const { appid, name, region } = record.cos.cosBucket;
        const { url } = record.cos.cosObject;
        const path = url.slice(url.indexOf('/', 'http://'.length));
        const old = withObject(record, { url: `http://${name}-${appid}.cos${region}.myqcloud.com${path}` });
        return {
          cos: { ...old.cos, cosBucket: { appid, name, region } },
          event: {
            ...old.event,
            eventQueue: `qcs:0:lambda:${region}:appid/${appid}:default.printevent.$LATEST`,
            reqid: 566_750_263,
          },
        };
      },
    ),
    reports: ['cos/form-is-today'],
  },
  {
    ...changed(
      'unknown-fields',
      'the vendor may add fields, and a strict parser refuses them',
      'cosRegion and s3Region were added without notice',
      ({ cos, event }) => ({
        cos: {
          ...cos,
          ...future,
          cosBucket: { ...cos.cosBucket, ...future },
          cosObject: { ...cos.cosObject, ...future },
        },
        event: { ...event, ...future, requestParameters: { ...event.requestParameters, ...future } },
        ...future,
      }),
    ),
    reports: ['cos/unknown-field'],
  },
];

const future = { futureField: { nested: true } };

/** Events that break handlers. */
export const edgeCases: readonly Case[] = [
  ...keys,
  ...sizes,
  ...eventCases,
  ...versions,
  ...headers,
  ...times,
  ...forms,
];
