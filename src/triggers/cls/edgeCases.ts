import type { ClsEvent } from '../../generated/cls.js';
import type { ClsLogs } from '../../generated/cls-logs.js';
import { base64Of } from '../../kernel/base64.js';
import type { Draw } from '../../kernel/draw.js';
import { largestEventBytes } from '../../kernel/limits.js';
import type { EdgeCase } from '../../kernel/trigger.js';
import { decodeCls, encodeCls, eventOf, gzipOf, withFileName } from './codec.js';
import { filled, filledExactly } from './filled.js';

type Case = EdgeCase<ClsEvent>;

export const page = 'https://cloud.tencent.com/document/product/583/49587';
const anyLine = 'programs log what they like';

/** The event with its logs changed. */
function logs(name: string, because: string, source: string, change: (logs: ClsLogs) => ClsLogs): Case {
  return {
    name,
    because,
    source,
    event: (draw, sample) => encodeCls(change(decodeCls(sample(draw)))),
  };
}

/** Three lines whose middle one is given. */
function line(name: string, because: string, content: string, source = anyLine): Case {
  return logs(name, because, source, ({ records, ...topic }) => {
    const timestamp = Number(records[0]?.timestamp ?? 1_767_225_600_000_000);
    const contents = ['{"level":"INFO","msg":"before"}', content, '{"level":"INFO","msg":"after"}'];
    return {
      ...topic,
      records: contents.map((text, i) => ({ timestamp: String(timestamp + i), content: text })),
    };
  });
}

/** The event with its gzip data replaced by other bytes. */
function damaged(
  name: string,
  because: string,
  source: string,
  change: (gzip: Uint8Array) => Uint8Array,
): Case {
  return {
    name,
    because,
    source,
    reports: ['cls/data-opens'],
    event: (draw, sample) => eventOf(change(gzipOf(sample(draw)))),
  };
}

/** Filled up with lines until the gzip data has so many bytes, or one fewer. */
function ofGzipBytes(draw: Draw, event: ClsEvent, bytes: number): Uint8Array {
  return filledExactly(decodeCls(event), gzipOf(event), bytes, draw);
}

const sizes: readonly Case[] = [
  line(
    'characters-across-chunks',
    'the text unpacks to several chunks of 16 KB, and a character of three bytes lies across two of them',
    '日志'.repeat(10_000),
  ),
  {
    name: 'just-under-128-kb',
    because: 'the gzip data is as large as CLS packs it: it takes time and memory to unpack',
    source: page,
    event: (draw, sample) => {
      const event = sample(draw);
      return eventOf(filled(decodeCls(event), gzipOf(event), largestEventBytes.async, draw).gzip);
    },
  },
  {
    name: 'over-128-kb',
    because: 'CLS cuts the logs before they get so large',
    source: page,
    reports: ['cls/fits-async-invocation'],
    event: (draw, sample) => eventOf(ofGzipBytes(draw, sample(draw), largestEventBytes.async + 3)),
  },
  logs('expands-100-to-1', 'a small event needs a hundred times its size in memory', anyLine, (given) => {
    const content = `{"level":"ERROR","msg":"${'connection refused; '.repeat(40)}"}`;
    const timestamp = Number(given.records[0]?.timestamp ?? 1_767_225_600_000_000);
    const records = Array.from({ length: 2000 }, (_, i) => ({ timestamp: String(timestamp + i), content }));
    return { ...given, records };
  }),
  {
    ...logs('zero-records', 'records[0] is undefined', 'inferred; the documents say 1 or more', (given) => ({
      ...given,
      records: [],
    })),
    reports: ['cls/has-records'],
  },
  logs('one-record', 'there is nothing to batch', page, (given) => ({
    ...given,
    records: given.records.slice(0, 1),
  })),
];

const lines: readonly Case[] = [
  line(
    'plain-text-line',
    'parsing every content as JSON throws at this one',
    '203.0.113.7 - - "GET /healthz HTTP/1.1" 200 2',
  ),
  line('empty-line', 'JSON.parse("") throws', ''),
  line('line-of-json-null', 'JSON.parse succeeds and gives null', 'null'),
  line('line-of-json-number', 'JSON.parse succeeds and gives no object', '42'),
  line(
    'line-with-nested-json',
    'a reader of flat objects of strings fails',
    '{"level":"INFO","extra":{"ids":[1,2]}}',
    'the vendor’s Go demo reads map[string]string',
  ),
  line('line-with-id-above-2-53', 'JSON.parse rounds the id to another one', '{"orderId":9007199254740993}'),
  line(
    'line-with-prototype',
    'merging the parsed line into an object sets its prototype',
    '{"__proto__":{"admin":true}}',
  ),
  line(
    'line-with-line-breaks',
    'a stack trace is one content of many lines',
    'Error: boom\n    at main (index.js:1:1)\r\n    at run',
  ),
  line(
    'four-byte-characters',
    'an emoji is two UTF-16 units and four bytes',
    '{"msg":"😀 支付成功 👨‍👩‍👧‍👦"}',
  ),
  line('lone-surrogate', 'half a character is no valid UTF-8', 'half \ud83d of a pair'),
  line(
    'line-with-control-characters',
    'terminals obey them, and JSON wants them escaped',
    '\u001b[31mERROR\u001b[0m \u0000\u0007',
  ),
  line('line-of-64-kb', 'one line fills a buffer', `{"dump":"${'0123456789abcdef'.repeat(4096)}"}`),
];

const stamps: readonly Case[] = [
  {
    ...logs(
      'timestamps-as-numbers',
      'a method of String on a number throws',
      'the vendor’s Go demo reads int64',
      (given) => ({
        ...given,
        records: given.records.map((record) => ({ ...record, timestamp: Number(record.timestamp) })),
      }),
    ),
    reports: ['cls/timestamp-is-text'],
  },
  {
    ...logs(
      'timestamps-in-nanoseconds',
      'integers of nanoseconds are no dates in microseconds, and JavaScript rounds them',
      'published texts show integers of nanoseconds in log topics of SCF',
      (given) => ({
        ...given,
        records: given.records.map((record) => ({ ...record, timestamp: Number(record.timestamp) * 1000 })),
      }),
    ),
    reports: ['cls/timestamp-is-text'],
  },
  logs('equal-timestamps', 'lines of one microsecond must not replace each other', page, (given) => ({
    ...given,
    records: ['first', 'second', 'third'].map((content) => ({ timestamp: '1605578090000000', content })),
  })),
  logs('timestamps-out-of-order', 'lines of several machines come as they were collected', page, (given) => ({
    ...given,
    records: ['1605578090000003', '1605578090000001', '1605578090000002'].map((timestamp) => ({
      timestamp,
      content: 'x',
    })),
  })),
  logs('leap-day', 'most years do not have this day', page, (given) => ({
    ...given,
    records: [{ timestamp: '1709164800000000', content: '{"level":"INFO"}' }],
  })),
  logs('day-boundary-in-utc-8', 'in UTC+8 it is midnight of the next day', page, (given) => ({
    ...given,
    records: [{ timestamp: '1773590400000000', content: '{"level":"INFO"}' }],
  })),
];

/** What the documents show: Base64 of the start of a log event of another cloud, uncompressed and cut off. */
const documentedData =
  'ewogICAgIm1lc3NhZ2VUeXBlIjogIkRBVEFfTUVTU0FHRSIsCiAgICAib3duZXIiOiAiMTIzNDU2Nzg5MDEyIiwKICAgICJsb2dHcm91cCI6I...';

const forms: readonly Case[] = [
  {
    name: 'documented-data',
    because: 'the sample of the documents is neither gzip nor whole, and unpacking it throws',
    source: page,
    reports: ['cls/data-is-whole'],
    event: () => ({ clslogs: { data: documentedData } }),
  },
  {
    ...damaged(
      'gzip-with-file-name',
      'code that skips ten bytes of header instead of reading it unpacks garbage',
      'RFC 1952',
      (gzip) => withFileName(gzip, 'logs.json'),
    ),
    reports: [],
  },
  damaged('truncated-gzip', 'the data ends in the middle, and unpacking it throws', 'inferred', (gzip) =>
    gzip.subarray(0, gzip.length - 12),
  ),
  damaged(
    'wrong-checksum',
    'an unpacker that ignores the checksum returns damaged logs',
    'RFC 1952',
    (gzip) => gzip.with(gzip.length - 8, (gzip.at(-8) ?? 0) ^ 0xff),
  ),
  {
    name: 'not-compressed',
    because: 'gunzip throws "incorrect header check"',
    source: 'the sample of the documents decodes to plain JSON',
    reports: ['cls/data-opens'],
    event: (draw, sample) => ({ clslogs: { data: base64Of(JSON.stringify(decodeCls(sample(draw)))) } }),
  },
  logs('topic-named-constructor', 'a table of topics finds a function', anyLine, (given) => ({
    ...given,
    topic_name: 'constructor',
  })),
  logs(
    'unknown-fields-inside',
    'the vendor may add fields, and a strict parser refuses them',
    page,
    (given) =>
      Object.assign(given, { future: 1, records: given.records.map((record) => ({ ...record, future: 2 })) }),
  ),
  {
    name: 'unknown-fields',
    because: 'the vendor may add fields, and a strict parser refuses them',
    source: page,
    reports: ['cls/unknown-field'],
    event: (draw, sample) => {
      const { clslogs } = sample(draw);
      const event = { clslogs: { ...clslogs, future: 1 }, future: { nested: true } };
      return event;
    },
  },
];

/** Events that break handlers. */
export const edgeCases: readonly Case[] = [...sizes, ...lines, ...stamps, ...forms];
