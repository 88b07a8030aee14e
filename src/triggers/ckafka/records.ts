import type { CkafkaEvent, CkafkaMessage, CkafkaRecord } from '../../generated/ckafka.js';
import { jsonBytes } from '../../kernel/json.js';
import { largestEventBytes } from '../../kernel/limits.js';

export const page = 'https://cloud.tencent.com/document/product/583/17530';

/** The largest maxMsgNum that a trigger can have. */
export const maxRecords = 10_000;

/** `{"Ckafka":{"topic":"","partition":,"offset":,"msgKey":"","msgBody":""}},` and two numbers of up to 17 digits. */
const frameBytes = 108;
const fieldsOfMessage = 5;

/** No UTF-16 unit takes more bytes in JSON: \u0000. */
const maxBytesOfUnit = 6;

/**
 * An upper bound of the event's JSON bytes, found without reading the texts; without a bound where a record has
 * unknown fields.
 */
function maxBytes(event: CkafkaEvent): number {
  const { Records } = event;
  let units = 0;
  let fields = 0;
  for (const record of Records) {
    const message = record.Ckafka;
    units += message.topic.length + message.msgKey.length + message.msgBody.length;
    for (const _ in record) fields++;
    for (const _ in message) fields++;
  }
  for (const _ in event) fields++;
  const isKnown = fields === 1 + Records.length * (1 + fieldsOfMessage);
  return isKnown ? 16 + Records.length * frameBytes + units * maxBytesOfUnit : Number.POSITIVE_INFINITY;
}

/**
 * What counts against the limit: the bytes of JSON, or a bound of them within the limit. One message alone
 * counts nothing: the platform delivers it whatever its size.
 */
export function countedBytes(event: CkafkaEvent): number {
  if (event.Records.length === 1) return 0;
  const most = maxBytes(event);
  return most <= largestEventBytes.sync ? most : jsonBytes(event);
}

/** The first records, as many as 6 MB hold, but at least so many as the user fixed, and one. */
export function within6Mb(records: CkafkaRecord[], fewest: number): CkafkaRecord[] {
  if (maxBytes({ Records: records }) <= largestEventBytes.sync) return records;
  let bytes = jsonBytes({ Records: [] }) - 1;
  for (const [index, record] of records.entries()) {
    bytes += jsonBytes(record) + 1;
    if (bytes > largestEventBytes.sync) return records.slice(0, Math.max(fewest, index));
  }
  return records;
}

/** The event with the last message replaced. */
export function withLast(event: CkafkaEvent, change: Partial<CkafkaMessage>): CkafkaEvent {
  return withRecord(event, event.Records.length - 1, change);
}

/** The event with fields of one message replaced; its other records are shared. */
export function withRecord(event: CkafkaEvent, index: number, change: Partial<CkafkaMessage>): CkafkaEvent {
  const Records = [...event.Records];
  const { Ckafka } = Records[index] as CkafkaRecord;
  Records[index] = { Ckafka: { ...Ckafka, ...change } };
  return { ...event, Records };
}

/** Makes the last body longer by so many bytes of JSON; spaces, so that a body of JSON stays JSON. */
export function lastBodyGrown(event: CkafkaEvent, extra: number): CkafkaEvent {
  const { msgBody } = (event.Records.at(-1) as CkafkaRecord).Ckafka;
  return withLast(event, { msgBody: msgBody + ' '.repeat(extra) });
}

/** The event with exactly so many records: cut, or with the last message repeated at rising offsets. */
export function withLength(event: CkafkaEvent, length: number): CkafkaEvent {
  const Records = event.Records.slice(0, length);
  const { Ckafka } = Records.at(-1) as CkafkaRecord;
  for (let offset = Ckafka.offset + 1; Records.length < length; offset++) {
    Records.push({ Ckafka: { ...Ckafka, offset } });
  }
  return { ...event, Records };
}
