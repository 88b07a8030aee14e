import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  type ClsEvent,
  type ClsLogs,
  check,
  cls,
  decodeCls,
  describeIssue,
  edgeCases,
  encodeCls,
  jsonBytes,
  Misuse,
  plainRequest,
  SeededDraw,
  sample,
  samples,
} from '../../src/index.js';
import { gzipOf, withFileName } from '../../src/triggers/cls/codec.js';
import { filled } from '../../src/triggers/cls/filled.js';
import { casesToTry } from '../nightly.js';

const logs: ClsLogs = {
  topic_id: 't-1',
  topic_name: 'access',
  records: [
    { timestamp: '1605578090000020', content: '{"path":"/","status":"200"}' },
    { timestamp: '1605578090000021', content: 'plain 中文 😀 \ud83d "quoted"' },
  ],
};

/** What node's zlib and JSON.parse make of an event. */
function openedByNode(event: ClsEvent): ClsLogs {
  return JSON.parse(gunzipSync(Buffer.from(event.clslogs.data, 'base64')).toString('utf8'));
}

function edge(name: string): ClsEvent {
  const found = edgeCases(cls).find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no edge case ${name}`);
  return found.event;
}

const packed = (value: unknown): ClsEvent => ({
  clslogs: { data: gzipSync(JSON.stringify(value)).toString('base64') },
});
const lines = (event: unknown) =>
  check(cls, event).map((issue) => `${issue.severity} ${describeIssue(issue)}`);

describe('codec', () => {
  test("node's zlib opens what it encodes", () => {
    expect(openedByNode(encodeCls(logs))).toEqual(logs);
    for (const event of samples(cls, { count: casesToTry(30, 100), hostile: 0.2 })) {
      expect(openedByNode(event)).toEqual(decodeCls(event));
    }
  });

  test('it decodes what node’s zlib compressed', () => {
    expect(decodeCls(packed(logs))).toEqual(logs);
  });

  test('it reads every header that RFC 1952 allows, and notices every flipped bit of the data', () => {
    const plain = gzipSync(JSON.stringify(logs));
    const withFields = (flag: number, fields: readonly number[]) =>
      Buffer.concat([
        plain.subarray(0, 3),
        Buffer.from([flag]),
        plain.subarray(4, 10),
        Buffer.from(fields),
        plain.subarray(10),
      ]);
    const extra = [3, 0, 1, 2, 3];
    const name = [110, 0];
    const comment = [99, 99, 0];
    for (const gzip of [
      withFields(4, extra),
      withFields(8, name),
      withFields(16, comment),
      withFields(4 | 8 | 16, [...extra, ...name, ...comment]),
    ]) {
      expect(JSON.parse(gunzipSync(gzip).toString())).toEqual(logs);
      expect(decodeCls({ clslogs: { data: gzip.toString('base64') } })).toEqual(logs);
    }
    for (let at = 10; at < plain.length; at++) {
      const flipped = Buffer.from(plain);
      flipped[at] = (flipped[at] as number) ^ 16;
      expect(() => gunzipSync(flipped)).toThrow();
      expect(() => decodeCls({ clslogs: { data: flipped.toString('base64') } }), `byte ${at}`).toThrow(
        'damaged',
      );
    }
    for (let length = 0; length < plain.length; length++) {
      const cut = plain.subarray(0, length).toString('base64');
      expect(() => decodeCls({ clslogs: { data: cut } }), `${length} bytes`).toThrow(Misuse);
    }
  });

  test('it writes the same bytes everywhere and at every time', () => {
    expect(encodeCls({ ...logs, records: [] }).clslogs.data).toMatchInlineSnapshot(
      `"H4sIAAAAAAAEA6tWKskvyEyOz0xRslIq0TVU0oEK5CXmpgKFEpOTU4uLgaJFqcn5RSnFSlbRsbUAA2yNJDUAAAA="`,
    );
  });

  test('it says why it cannot decode', () => {
    const bomb = gzipSync(Buffer.alloc(40_000_000, ' ')).toString('base64');
    const whole = encodeCls(logs).clslogs.data;
    const broken: Readonly<Record<string, string>> = {
      'no Base64': 'not Base64!',
      'no gzip': Buffer.from('{"a":1}').toString('base64'),
      damaged: Buffer.from(whole, 'base64').subarray(0, 40).toString('base64'),
      bomb,
      'no JSON': gzipSync('hello').toString('base64'),
      'no UTF-8': gzipSync(Buffer.from([0x22, 0xff, 0x22])).toString('base64'),
      'no logs': gzipSync('{"topic_id":1,"topic_name":"a","records":[]}').toString('base64'),
    };
    const messages = Object.entries(broken).map(([name, data]) => {
      try {
        return [name, decodeCls({ clslogs: { data } })];
      } catch (error) {
        return [name, error instanceof Misuse && error.code === 'CLS_DATA' ? error.message : error];
      }
    });
    expect(Object.fromEntries(messages)).toMatchInlineSnapshot(`
      {
        "bomb": "Cannot decode clslogs.data: it expands to more than 33,554,432 bytes. Pass what CLS sends, or what encodeCls makes.",
        "damaged": "Cannot decode clslogs.data: its gzip data is damaged. Pass what CLS sends, or what encodeCls makes.",
        "no Base64": "Cannot decode clslogs.data: it is no Base64. Pass what CLS sends, or what encodeCls makes.",
        "no JSON": "Cannot decode clslogs.data: what it holds is no JSON in UTF-8. Pass what CLS sends, or what encodeCls makes.",
        "no UTF-8": "Cannot decode clslogs.data: what it holds is no JSON in UTF-8. Pass what CLS sends, or what encodeCls makes.",
        "no gzip": "Cannot decode clslogs.data: it is Base64, but of no gzip data. Pass what CLS sends, or what encodeCls makes.",
        "no logs": "Cannot decode clslogs.data: topic_id: expected a string, received 1 (a number). Pass what CLS sends, or what encodeCls makes.",
      }
    `);
  });

  test('it unpacks no more than it is told to', () => {
    const event = encodeCls({
      ...logs,
      records: [{ timestamp: '1605578090000020', content: 'x'.repeat(10_000) }],
    });
    expect(() => decodeCls(event, { largestBytes: 10_000 })).toThrow('it expands to more than 10,000 bytes');
    expect(decodeCls(event, { largestBytes: 11_000 }).records).toHaveLength(1);
  });
});

describe('sample', () => {
  test('draws JSON and plain lines with rising timestamps in microseconds', () => {
    const contents: string[] = [];
    for (const event of samples(cls, { count: casesToTry(30, 100) })) {
      const { records } = decodeCls(event);
      const times = records.map(({ timestamp }) => BigInt(timestamp));
      expect(times.every((time, i) => i === 0 || time >= (times[i - 1] as bigint))).toBe(true);
      expect(records.every(({ timestamp }) => /^\d{16}$/.test(String(timestamp)))).toBe(true);
      contents.push(...records.map(({ content }) => content));
    }
    expect(contents.some((content) => content.startsWith('{'))).toBe(true);
    expect(contents.some((content) => !content.startsWith('{'))).toBe(true);
    for (const content of contents)
      if (content.startsWith('{')) expect(() => JSON.parse(content)).not.toThrow();
  });

  test('puts the payload into every content, and packs as many lines as the option says', () => {
    const { records } = decodeCls(sample(cls, { payload: () => ({ say: '"hi"' }), records: 3 }));
    expect(records.map(({ content }) => content)).toEqual(Array(3).fill('{"say":"\\"hi\\""}'));
    expect(decodeCls(sample(cls, { records: '0' })).records).toEqual([]);
    expect(() => sample(cls, { records: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[Misuse: Cannot pack "-1" log lines: it must be a whole number from 0 to 100000.]`,
    );
  });

  test('takes data that is given', () => {
    const { data } = encodeCls(logs).clslogs;
    expect(sample(cls, { overrides: { clslogs: { data } } })).toEqual({ clslogs: { data } });
  });

  test('reaches exact sizes, and node opens them', () => {
    for (const sizeBytes of [603, 5003, 100_003, 174_787]) {
      const event = sample(cls, { sizeBytes });
      expect(jsonBytes(event)).toBe(sizeBytes);
      expect(openedByNode(event)).toEqual(decodeCls(event));
      expect(lines(event)).toEqual([]);
    }
    expect(() => sample(cls, { sizeBytes: 5001 })).toThrow('in steps of 4');
  });
});

describe('edge cases', () => {
  test('just-under-128-kb leaves at most 32 bytes of 131,072, after two compressions', () => {
    const gzip = gzipOf(edge('just-under-128-kb'));
    expect(gzip.length).toBeLessThanOrEqual(131_072);
    expect(131_072 - gzip.length).toBeLessThanOrEqual(32);
    const draw = new SeededDraw(1, 'filled', plainRequest);
    for (let index = 0; index < 8; index++) {
      const event = sample(cls, { seed: 'filled', index });
      const result = filled(decodeCls(event), gzipOf(event), 131_072, draw.restart(index));
      expect(result.calls).toBeLessThanOrEqual(2);
      expect(131_072 - result.gzip.length).toBeLessThanOrEqual(32);
    }
  });

  test('over-128-kb is the only one that is too large, and by its gzip data', () => {
    expect(gzipOf(edge('over-128-kb')).length).toBeGreaterThan(131_072);
    expect(lines(edge('over-128-kb'))).toHaveLength(1);
  });

  test('expands-100-to-1 does', () => {
    const gzip = gzipOf(edge('expands-100-to-1'));
    expect(gunzipSync(gzip).length / gzip.length).toBeGreaterThanOrEqual(100);
  });

  test('gzip-with-file-name opens with node, and its header names a file', () => {
    const event = edge('gzip-with-file-name');
    expect(openedByNode(event)).toEqual(decodeCls(event));
    expect(Buffer.from(gzipOf(event)).subarray(10, 19).toString()).toBe('logs.json');
    expect(gunzipSync(withFileName(gzipSync('x'), 'n')).toString()).toBe('x');
  });

  test('the documented sample is what node refuses', () => {
    expect(() => openedByNode(edge('documented-data'))).toThrow('incorrect header check');
  });
});

describe('check', () => {
  test('looks into the data', () => {
    const [first] = logs.records;
    expect(lines(packed({ ...logs, topic_id: 5, records: [first, { content: 1 }] }))).toMatchInlineSnapshot(`
      [
        "error clslogs.data.topic_id: expected a string, received 5 (a number)",
        "error clslogs.data.records[1].timestamp: expected a value, received nothing",
        "error clslogs.data.records[1].content: expected a string, received 1 (a number)",
      ]
    `);
    expect(
      lines(packed({ ...logs, records: [{ ...first, timestamp: '1605578090000' }] })),
    ).toMatchInlineSnapshot(`
      [
        "error clslogs.data.records[0].timestamp: expected microseconds since 1970, received "1605578090000" (a string)",
      ]
    `);
    expect(
      lines(packed({ ...logs, records: [{ ...first, timestamp: '1605578090000020000' }] })),
    ).toHaveLength(1);
    for (const timestamp of [1_605_578_090_000_020, 1_605_578_090, 1_605_578_090_000_020_000]) {
      expect(lines(packed({ ...logs, records: [{ ...first, timestamp }] }))).toEqual([
        expect.stringMatching(
          /^warning .*records\[0\]\.timestamp: expected a text of microseconds since 1970/,
        ),
      ]);
    }
    expect(lines(packed({ ...logs, records: [] }))).toEqual([
      'warning clslogs.data.records: expected at least one record, received an empty array',
    ]);
  });

  test('is not harmed by a gzip bomb', () => {
    const data = gzipSync(Buffer.alloc(100_000_000)).toString('base64');
    expect(lines({ clslogs: { data } })).toMatchInlineSnapshot(`
      [
        "error clslogs.data: expected Base64 of gzip of JSON, received "H4sIAAAAAAAAA+zBAQEAAACAkP6v7ggKAAAAAAAAAAAAAAAAAAAAAAAAAAAA…" (a string of 129628 characters); it expands to more than 33,554,432 bytes",
      ]
    `);
  });
});

test('decode opens the data and the lines of JSON in it', () => {
  expect(cls.decode(encodeCls(logs))).toEqual([
    { path: ['clslogs', 'data'], encoding: 'Base64, gzip, JSON', value: logs },
    {
      path: ['clslogs', 'data', 'records', 0, 'content'],
      encoding: 'JSON',
      value: { path: '/', status: '200' },
    },
  ]);
  expect(cls.decode({ clslogs: { data: '?' } })).toEqual([
    { path: ['clslogs', 'data'], encoding: 'Base64, gzip, JSON', problem: 'it is no Base64' },
  ]);
});
