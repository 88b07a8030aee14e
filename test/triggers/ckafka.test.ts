import { describe, expect, test } from 'vitest';
import {
  type CkafkaEvent,
  check,
  ckafka,
  describeIssue,
  edgeCases,
  jsonBytes,
  largestEventBytes,
  sample,
  samples,
} from '../../src/index.js';
import { casesToTry } from '../nightly.js';

function edge(name: string) {
  const found = edgeCases(ckafka).find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no edge case ${name}`);
  return found;
}

function batch(...messages: readonly Readonly<Record<string, unknown>>[]): unknown {
  const usual = { topic: 'orders', partition: 0, offset: 7, msgKey: 'None', msgBody: '{}' };
  return { Records: messages.map((message) => ({ Ckafka: { ...usual, ...message } })) };
}

const lines = (value: unknown) =>
  check(ckafka, value).map((issue) => `${issue.severity} ${describeIssue(issue)}`);

describe('sample', () => {
  test('draws batches of 1 to 10,000 messages', () => {
    const lengths = [...samples(ckafka, { count: 1500 })].map(({ Records }) => Records.length);
    expect(Math.min(...lengths)).toBe(1);
    expect(Math.max(...lengths)).toBeGreaterThan(1000);
    expect(lengths.filter((length) => length <= 100).length).toBeGreaterThan(1400);
  });

  test('puts exactly as many messages into the batch as the option says', () => {
    expect(sample(ckafka, { records: 1 }).Records).toHaveLength(1);
    expect(sample(ckafka, { records: '10000' }).Records).toHaveLength(10_000);
    expect(() => sample(ckafka, { records: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[Misuse: Cannot make a batch of "0" messages: the platform sends 1 to 10000. Name a whole number.]`,
    );
    expect(() => sample(ckafka, { records: 10_001 })).toThrow('"10001"');
    expect(() => sample(ckafka, { records: 'many' })).toThrow('"many"');
  });

  test('draws keys, "None" and "" for no key, and offsets with gaps', () => {
    const messages = [...samples(ckafka, { count: 100 })].flatMap(({ Records }) =>
      Records.map((record) => record.Ckafka),
    );
    expect(new Set(messages.map(({ msgKey }) => msgKey.replace(/\d+/, '')))).toEqual(
      new Set(['None', '', 'user-', 'u', 'd-', 'p-', 'host-']),
    );
    const jumps = new Set<number>();
    for (const { Records } of samples(ckafka, { count: 100 })) {
      const last = new Map<number, number>();
      for (const { Ckafka } of Records) {
        const before = last.get(Ckafka.partition ?? -1);
        if (before !== undefined) jumps.add(Ckafka.offset - before);
        last.set(Ckafka.partition ?? -1, Ckafka.offset);
      }
    }
    expect(Math.min(...jumps)).toBe(1);
    expect(Math.max(...jumps)).toBeGreaterThan(50);
  });

  test('stays within 6 MB whatever the payload, unless the number of messages is fixed', () => {
    const payload = () => 'x'.repeat(100_000);
    for (const event of samples(ckafka, { payload, count: casesToTry(8, 50) })) {
      expect(jsonBytes(event)).toBeLessThanOrEqual(largestEventBytes.sync);
      expect(check(ckafka, event, { strict: true })).toEqual([]);
    }
    const fixed = sample(ckafka, { payload, records: 100 });
    expect(fixed.Records).toHaveLength(100);
    expect(lines(fixed)).toEqual(['error expected at most 6291456 bytes of JSON, received 10010136 bytes']);
  });

  test('gives all messages the topic of the first, and rising offsets in a partition that is fixed', () => {
    const first = sample(ckafka, {
      overrides: { Records: [{ Ckafka: { topic: 'mine' } }] },
      seed: 3,
      records: 20,
    });
    expect(new Set(first.Records.map((record) => record.Ckafka.topic))).toEqual(new Set(['mine']));
    const fixed = sample(ckafka, { overrides: { Records: { Ckafka: { partition: 3 } } }, records: 50 });
    expect(check(ckafka, fixed, { strict: true })).toEqual([]);
    expect(
      sample(ckafka, { overrides: { Records: [{}, {}, {}, {}, {}] } }).Records.length,
    ).toBeGreaterThanOrEqual(5);
  });
});

describe('edge cases', () => {
  test('have the sizes that they claim', () => {
    expect(edge('batch-of-10000').event.Records).toHaveLength(10_000);
    expect(Buffer.byteLength(edge('batch-of-6-mb').text)).toBe(6_291_456);
    expect(Buffer.byteLength(edge('batch-one-byte-over-6-mb').text)).toBe(6_291_457);
    const alone = edge('message-larger-than-6-mb').event.Records;
    expect(alone).toHaveLength(1);
    expect(alone[0]?.Ckafka.msgBody.length).toBeGreaterThan(6_291_456);
  });

  test('keep every message of the padded batch readable', () => {
    const { Records } = JSON.parse(edge('batch-of-6-mb').text) as CkafkaEvent;
    expect(new Set(Records.map(({ Ckafka }) => Ckafka.msgBody.length)).size).toBeGreaterThan(1);
    const bodies = Records.map(({ Ckafka }) => Ckafka.msgBody).filter((body) => body.startsWith('{'));
    expect(bodies.length).toBeGreaterThan(10);
    for (const body of bodies) expect(() => JSON.parse(body)).not.toThrow();
  });

  test('write an offset above 2^53 that JSON.parse rounds', () => {
    const { text } = edge('offset-above-2-53');
    expect(text).toContain('"offset":9007199254740993,');
    expect((JSON.parse(text) as CkafkaEvent).Records[0]?.Ckafka.offset).toBe(9007199254740992);
  });

  test('have a poison message among good ones', () => {
    const bodies = edge('poison-message').event.Records.map(({ Ckafka }) => Ckafka.msgBody);
    expect(bodies).toHaveLength(3);
    expect(() => JSON.parse(bodies[1] as string)).toThrow(SyntaxError);
  });
});

describe('check', () => {
  test('reports a message without a partition, and one that is misspelt', () => {
    expect(
      lines(batch({ partition: undefined }, { partition: undefined, Partition: 1 })),
    ).toMatchInlineSnapshot(`
      [
        "error Records[0].Ckafka.partition: expected an integer, received nothing",
        "warning Records[1].Ckafka.Partition: expected partition, received Partition; one page of the documents has it, the platform does not send it",
      ]
    `);
  });

  test('reports a second topic, and an offset that does not rise within its partition', () => {
    expect(
      lines(batch({}, { partition: 1 }, { offset: 7 }, { topic: 'other', offset: 3, partition: 2 })),
    ).toMatchInlineSnapshot(`
      [
        "error Records[3].Ckafka.topic: expected "orders" as in the first record, since a trigger consumes one topic, received "other" (a string)",
        "error Records[2].Ckafka.offset: expected more than 7, the offset before it in partition 0, received 7 (a number)",
      ]
    `);
    expect(lines(batch({ offset: 2 ** 53 }, { offset: 2 ** 53 }))).toEqual([]);
    expect(lines(batch({ partition: 2 ** 40, offset: 2 }, { partition: 2 ** 40, offset: 1 }))).toHaveLength(
      1,
    );
  });

  test('counts the bytes of fields that the contract does not know', () => {
    const large = { future: 'x'.repeat(largestEventBytes.sync) };
    expect(lines(batch(large, { offset: 8 }))).toEqual([
      'error expected at most 6291456 bytes of JSON, received 6291653 bytes',
    ]);
    const { Records } = batch({}, { offset: 8 }) as CkafkaEvent;
    expect(lines({ Records: Records.map((record) => ({ ...record, ...large })) })).toHaveLength(1);
    expect(lines({ Records, ...large })).toHaveLength(1);
  });

  test('takes one message of any size, and no batch without or with too many messages', () => {
    expect(lines(batch({ msgBody: 'x'.repeat(largestEventBytes.sync) }))).toEqual([]);
    expect(lines({ Records: [] })).toEqual([
      'error Records: expected at least 1 items, received an array of 0',
    ]);
    const { Records } = sample(ckafka, { records: 10_000 });
    expect(lines({ Records: [...Records, ...Records.slice(0, 1)] })).toEqual([
      'error Records: expected at most 10000 items, received an array of 10001',
    ]);
  });
});

test('decode opens the bodies that are JSON', () => {
  const event = batch(
    { msgBody: '{"id":1}' },
    { offset: 8, msgBody: 'no JSON' },
    { offset: 9, msgBody: '[2]' },
  );
  expect(ckafka.decode(event as CkafkaEvent)).toEqual([
    { path: ['Records', 0, 'Ckafka', 'msgBody'], encoding: 'JSON', value: { id: 1 } },
    { path: ['Records', 2, 'Ckafka', 'msgBody'], encoding: 'JSON', value: [2] },
  ]);
});

test('an exact size is reached up to and beyond the limit', () => {
  for (const sizeBytes of [1000, 131_072, largestEventBytes.sync]) {
    expect(jsonBytes(sample(ckafka, { sizeBytes }))).toBe(sizeBytes);
  }
});

/** A batch of three messages or more, were their bodies short. */
const index = [...samples(ckafka, { count: 50 })].findIndex(({ Records }) => Records.length >= 3);

/** That batch with such bodies; later ones are empty. */
function batchWith(...bodies: readonly string[]): CkafkaEvent {
  let drawn = 0;
  return sample(ckafka, { index, payload: () => bodies[drawn++] ?? '' });
}

test('a batch whose first message alone is over 6 MB holds that message', () => {
  const { Records } = batchWith('x'.repeat(largestEventBytes.sync), 'second');
  expect(Records.map(({ Ckafka }) => Ckafka.msgBody.length)).toEqual([largestEventBytes.sync + '""'.length]);
  expect(check(ckafka, { Records }, { strict: true })).toEqual([]);
});

test('a batch holds every message that fits, to the byte', () => {
  const short = batchWith();
  const room = largestEventBytes.sync - jsonBytes(short);
  expect(jsonBytes(batchWith('x'.repeat(room)))).toBe(largestEventBytes.sync);
  expect(batchWith('x'.repeat(room)).Records).toHaveLength(short.Records.length);
  expect(batchWith('x'.repeat(room + 1)).Records).toHaveLength(short.Records.length - 1);
  expect(batchWith('测'.repeat(room / 3 + 1)).Records).toHaveLength(short.Records.length - 1);
});

test('messages that are fixed one by one stay, however large', () => {
  const Records = [{ Ckafka: { msgKey: 'a' } }, { Ckafka: { msgKey: 'b' } }];
  const event = sample(ckafka, {
    payload: () => 'x'.repeat(largestEventBytes.sync - 2),
    overrides: { Records },
  });
  expect(event.Records.map(({ Ckafka }) => Ckafka.msgKey)).toEqual(['a', 'b']);
  expect(event.Records.map(({ Ckafka }) => Ckafka.msgBody.length)).toEqual(
    Array(2).fill(largestEventBytes.sync),
  );
});
