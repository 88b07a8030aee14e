import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { int16, int32 } from './bigEndian.js';

/** Reads the parts of a request in their order: https://kafka.apache.org/protocol#protocol_types */
export class KafkaReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  take(length: number): Buffer {
    const from = this.#at;
    this.#at += Math.max(0, length);
    if (this.#at > this.#bytes.length) throw new Error('Cannot read a message of Kafka: it is cut short.');
    return this.#bytes.subarray(from, this.#at);
  }

  int8(): number {
    return this.take(1).readInt8();
  }

  int16(): number {
    return this.take(2).readInt16BE();
  }

  int32(): number {
    return this.take(4).readInt32BE();
  }

  int64(): bigint {
    return this.take(8).readBigInt64BE();
  }

  text(): string | null {
    const length = this.int16();
    return length < 0 ? null : this.take(length).toString();
  }

  bytes(): Buffer {
    return this.take(this.int32());
  }

  list<Item>(read: () => Item): Item[] {
    return Array.from({ length: Math.max(0, this.int32()) }, read);
  }

  /** A number of as many bytes as it needs, negative ones between the others. */
  varint(): number {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.take(1)[0] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number((value >> 1n) ^ -(value & 1n));
    }
  }

  varBytes(): Buffer | null {
    const length = this.varint();
    return length < 0 ? null : this.take(length);
  }

  rest(): Buffer {
    return this.take(this.#bytes.length - this.#at);
  }
}

export function text(value: string | null): Buffer {
  if (value === null) return int16(-1);
  const bytes = Buffer.from(value);
  return Buffer.concat([int16(bytes.length), bytes]);
}

export function list<Item>(items: readonly Item[], write: (item: Item) => readonly Buffer[]): Buffer {
  return Buffer.concat([int32(items.length), ...items.flatMap(write)]);
}

/** What is no text is told in Base64. */
type Told = string | { readonly base64: string };

/** A message as it is told. */
export interface KafkaRecord {
  readonly key?: Told;
  readonly value: Told | null;
  readonly headers?: Readonly<Record<string, Told | null>>;
}

/** The messages of a batch: https://kafka.apache.org/documentation/#recordbatch */
export function kafkaRecordsIn(bytes: Buffer): KafkaRecord[] {
  const reader = new KafkaReader(bytes);
  const records: KafkaRecord[] = [];
  while (!reader.isAtEnd) {
    reader.int64();
    records.push(...recordsOfBatch(new KafkaReader(reader.bytes())));
  }
  return records;
}

const compressions = { none: 0, gzip: 1 } as const;

function recordsOfBatch(batch: KafkaReader): KafkaRecord[] {
  // Of the leader; the version of the format; the checksum.
  batch.take(9);
  const compression = batch.int16() & 7;
  // Offsets, times and the producer.
  batch.take(34);
  const count = batch.int32();
  const packed = batch.rest();
  if (compression !== compressions.none && compression !== compressions.gzip)
    return [{ value: told(packed) }];
  const reader = new KafkaReader(compression === compressions.gzip ? gunzipSync(packed) : packed);
  return Array.from({ length: count }, () => recordIn(reader));
}

function recordIn(reader: KafkaReader): KafkaRecord {
  reader.varint();
  reader.int8();
  reader.varint();
  reader.varint();
  const key = reader.varBytes();
  const value = reader.varBytes();
  const headers = Array.from({ length: reader.varint() }, () => {
    const name = reader.varBytes();
    return [String(name), told(reader.varBytes())] as const;
  });
  return {
    ...(key === null ? {} : { key: told(key) }),
    value: told(value),
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) }),
  };
}

function told(bytes: Buffer): Told;
function told(bytes: Buffer | null): Told | null;
function told(bytes: Buffer | null): Told | null {
  if (bytes === null) return null;
  return isUtf8(bytes) ? bytes.toString() : { base64: bytes.toString('base64') };
}
