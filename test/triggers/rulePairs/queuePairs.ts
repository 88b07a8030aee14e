import { gzipSync } from 'node:zlib';
import { asyncBytes, changed, pairsOf, type RulePair, type RulePairs, sizePairs, syncBytes } from './pair.js';

const message = { topic: 'orders', partition: 0, offset: 7, msgKey: 'None', msgBody: '{}' };
const batch = {
  Records: [7, 8, 9].map((offset) => ({ Ckafka: { ...message, offset } })),
};
const ofBatch = pairsOf(batch);

/** One field of one message. */
function inMessage(what: string, index: number, field: string, broken: unknown, fine: unknown): RulePair {
  const path = `Records.${index}.Ckafka.${field}`;
  return ofBatch(what, { [path]: broken }, { [path]: fine });
}

export const ckafkaPairs: RulePairs = {
  'ckafka/has-partition': [0, 1, 2].map((index) =>
    inMessage(`message ${index}`, index, 'partition', undefined, 0),
  ),
  'ckafka/partition-spelling': [0, 1, 2].map((index) =>
    ofBatch(
      `message ${index}`,
      { [`Records.${index}.Ckafka.partition`]: undefined, [`Records.${index}.Ckafka.Partition`]: 0 },
      {},
      [`Records.${index}.Ckafka.Partition`],
    ),
  ),
  'ckafka/one-topic': [1, 2].map((index) =>
    inMessage(`message ${index}`, index, 'topic', 'Orders', 'orders'),
  ),
  'ckafka/offsets-rise': [
    inMessage('an offset again', 1, 'offset', 7, 8),
    inMessage('the last falls', 2, 'offset', 8, 10),
    ofBatch(
      'partitions count apart',
      { 'Records.1.Ckafka.partition': 1, 'Records.2.Ckafka.offset': 6 },
      { 'Records.1.Ckafka.partition': 1, 'Records.2.Ckafka.partition': 2, 'Records.2.Ckafka.offset': 6 },
      ['Records.2.Ckafka.offset'],
    ),
    ofBatch(
      'what JavaScript rounds may repeat',
      { 'Records.1.Ckafka.offset': 2 ** 53 - 1, 'Records.2.Ckafka.offset': 2 ** 53 - 1 },
      { 'Records.1.Ckafka.offset': 2 ** 53, 'Records.2.Ckafka.offset': 2 ** 53 },
      ['Records.2.Ckafka.offset'],
    ),
  ],
  'ckafka/fits-sync-invocation': [
    ...sizePairs(batch, 'Records.1.Ckafka.msgBody', { bytes: syncBytes }),
    ...sizePairs(batch, 'Records.1.Ckafka.msgKey', { bytes: syncBytes }),
    {
      what: 'two messages that one may be',
      broken: changed(
        { Records: batch.Records.slice(0, 2) },
        { 'Records.0.Ckafka.msgBody': 'x'.repeat(syncBytes) },
      ),
      fine: changed(
        { Records: batch.Records.slice(0, 1) },
        { 'Records.0.Ckafka.msgBody': 'x'.repeat(syncBytes) },
      ),
      at: [''],
    },
  ],
  'ckafka/unknown-field': [
    ofBatch('beside the records', { Future: 1 }, {}),
    ...[0, 1, 2].flatMap((index) => [
      ofBatch(`beside message ${index}`, { [`Records.${index}.Future`]: 1 }, {}),
      inMessage(`in message ${index}`, index, 'headers', [], undefined),
    ]),
  ],
};

const published = {
  type: 'topic',
  topicOwner: 1_278_604_345,
  topicName: 'orders',
  subscriptionName: 'to-scf',
  publishTime: '2025-11-05T04:16:05Z',
  msgId: '13517136119984789',
  requestId: '6155161684025181258',
  msgBody: '{}',
  msgTag: 'created',
};
const publications = { Records: [{ CMQ: published }, { CMQ: { ...published, msgId: '13517136119984790' } }] };
const ofPublications = pairsOf(publications);

/** The same of the first message and of the second. */
function inEach(what: string, field: string, broken: unknown, fine: unknown): RulePair[] {
  return [0, 1].map((index) =>
    ofPublications(
      `${what}, message ${index}`,
      { [`Records.${index}.CMQ.${field}`]: broken },
      { [`Records.${index}.CMQ.${field}`]: fine },
    ),
  );
}

export const cmqPairs: RulePairs = {
  'cmq/time-exists': [
    ...inEach('a leap day', 'publishTime', '2025-02-29T00:00:00Z', '2024-02-29T00:00:00Z'),
    ...inEach('with milliseconds', 'publishTime', '2025-11-31T00:00:00.000Z', '2025-11-30T00:00:00.000Z'),
  ],
  'cmq/owner-is-number': inEach('a text', 'topicOwner', '1278604345', 1_278_604_345),
  'cmq/tags-are-text': inEach('a list', 'msgTag', ['a', 'b'], 'a, b'),
  'cmq/type-is-topic': inEach('a queue', 'type', 'queue', 'topic'),
  'cmq/fits-async-invocation': sizePairs(publications, 'Records.1.CMQ.msgBody', { bytes: asyncBytes }),
  'cmq/unknown-field': [
    ofPublications('beside the records', { Future: 1 }, {}),
    ofPublications('beside the second message', { 'Records.1.Future': 1 }, {}),
    ...inEach('in a message', 'future', 1, undefined),
  ],
};

const lines = (...records: readonly object[]) => ({ topic_id: 't-1', topic_name: 'access', records });
const line = { timestamp: '1605578090000020', content: 'GET /' };

function packed(logs: unknown): object {
  return { clslogs: { data: gzipSync(JSON.stringify(logs)).toString('base64') } };
}

/** The logs in so many bytes of gzip: a file name in its header makes it longer. */
function packedIn(sizeBytes: number): object {
  const gzip = gzipSync(JSON.stringify(lines(line)));
  const name = Buffer.from(`${'n'.repeat(sizeBytes - gzip.length - 1)}\0`);
  gzip[3] = 8;
  return {
    clslogs: { data: Buffer.concat([gzip.subarray(0, 10), name, gzip.subarray(10)]).toString('base64') },
  };
}

const data = (text: string) => ({ clslogs: { data: text } });
const wholeText = gzipSync(JSON.stringify(lines(line))).toString('base64');

function cls(what: string, broken: unknown, fine: unknown, at = 'clslogs.data'): RulePair {
  return { what, broken, fine, at: [at] };
}

export const clsPairs: RulePairs = {
  'cls/data-opens': [
    cls('no Base64', data('!!!!'), data(wholeText)),
    cls(
      'Base64 with a line break',
      data(`${wholeText.slice(0, 76)}\n${wholeText.slice(76)}`),
      data(wholeText),
    ),
    cls('no gzip', data(Buffer.from(JSON.stringify(lines(line))).toString('base64')), packed(lines(line))),
    cls(
      'no JSON',
      data(gzipSync('GET /').toString('base64')),
      data(gzipSync(JSON.stringify(lines(line))).toString('base64')),
    ),
    cls(
      'a byte order mark before the JSON',
      data(gzipSync(`\ufeff${JSON.stringify(lines(line))}`).toString('base64')),
      data(wholeText),
    ),
    ...[0, 1].map((index) => {
      const at = `clslogs.data.records.${index}.timestamp`;
      const with1 = (timestamp: string) =>
        packed(lines(...[0, 1].map((each) => (each === index ? { ...line, timestamp } : line))));
      return cls(`milliseconds in line ${index}`, with1('1605578090000'), with1('1605578090000999'), at);
    }),
    cls(
      'nanoseconds',
      packed(lines({ ...line, timestamp: '1605578090000020000' })),
      packed(lines({ ...line, timestamp: '1605578090000020' })),
      'clslogs.data.records.0.timestamp',
    ),
  ],
  'cls/timestamp-is-text': [
    cls(
      'an integer of nanoseconds',
      packed(lines(line, { ...line, timestamp: 1_605_578_090_000_020_000 })),
      packed(lines(line, line)),
      'clslogs.data.records.1.timestamp',
    ),
  ],
  'cls/data-is-whole': [
    cls('the sample of the documents', data('ewogICAgIm1lc3NhZ2VUeXBlIjog...'), data(wholeText)),
  ],
  'cls/has-records': [cls('no line', packed(lines()), packed(lines(line)), 'clslogs.data.records')],
  'cls/fits-async-invocation': [cls('a byte too many', packedIn(asyncBytes + 1), packedIn(asyncBytes), '')],
  'cls/unknown-field': [
    cls('beside clslogs', { ...packed(lines(line)), future: 1 }, packed(lines(line)), 'future'),
    cls('beside data', { clslogs: { data: wholeText, future: 1 } }, packed(lines(line)), 'clslogs.future'),
  ],
};
