import { isObject, type JsonValue, setOwn } from '../../../../kernel/json.js';

/** A value of a type that JavaScript has none for, such as an ObjectId, by its bytes. */
export class BsonValue {
  constructor(
    readonly type: number,
    readonly bytes: Buffer,
  ) {}

  /** As in the extended JSON of MongoDB: https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/ */
  toJSON(): unknown {
    const { type, bytes } = this;
    if (type === types.objectId) return { $oid: bytes.toString('hex') };
    if (type === types.binary)
      return { $binary: { base64: bytes.toString('base64', 5), subType: bytes.toString('hex', 4, 5) } };
    return { $bson: { type, hex: bytes.toString('hex') } };
  }
}

export type BsonDocument = Readonly<Record<string, unknown>>;

/** Types of elements: https://bsonspec.org/spec.html */
export const types = {
  double: 0x01,
  string: 0x02,
  document: 0x03,
  array: 0x04,
  binary: 0x05,
  undefined: 0x06,
  objectId: 0x07,
  boolean: 0x08,
  date: 0x09,
  null: 0x0a,
  regex: 0x0b,
  code: 0x0d,
  symbol: 0x0e,
  int32: 0x10,
  timestamp: 0x11,
  int64: 0x12,
  decimal: 0x13,
} as const;

/** How many bytes a value has that is kept as it is; undefined for a type that is not known. */
function rawLength(type: number, bytes: Buffer, at: number): number | undefined {
  if (type === types.objectId) return 12;
  if (type === types.timestamp) return 8;
  if (type === types.decimal) return 16;
  if (type === types.binary) return 5 + bytes.readInt32LE(at);
  if (type === types.code || type === types.symbol) return 4 + bytes.readInt32LE(at);
  if (type === types.regex) return bytes.indexOf(0, bytes.indexOf(0, at) + 1) + 1 - at;
  // The smallest and the largest key.
  return type === 0xff || type === 0x7f ? 0 : undefined;
}

/** Reads the document that begins there. */
export function readBson(bytes: Buffer, at = 0): { readonly document: BsonDocument; readonly end: number } {
  const end = at + bytes.readInt32LE(at);
  const document = {};
  let next = at + 4;
  while (next < end - 1) {
    const type = bytes[next] ?? 0;
    const nameEnd = bytes.indexOf(0, next + 1);
    const name = bytes.toString('utf8', next + 1, nameEnd);
    const element = readValue(type, bytes, nameEnd + 1);
    setOwn(document, name, element.value);
    next = element.end;
  }
  return { document, end };
}

function readValue(
  type: number,
  bytes: Buffer,
  at: number,
): { readonly value: unknown; readonly end: number } {
  switch (type) {
    case types.double:
      return { value: bytes.readDoubleLE(at), end: at + 8 };
    case types.string: {
      const end = at + 4 + bytes.readInt32LE(at);
      return { value: bytes.toString('utf8', at + 4, end - 1), end };
    }
    case types.document: {
      const { document, end } = readBson(bytes, at);
      return { value: document, end };
    }
    case types.array: {
      const { document, end } = readBson(bytes, at);
      return { value: Object.values(document), end };
    }
    case types.boolean:
      return { value: bytes[at] === 1, end: at + 1 };
    case types.date:
      return { value: new Date(Number(bytes.readBigInt64LE(at))), end: at + 8 };
    case types.undefined:
    case types.null:
      return { value: null, end: at };
    case types.int32:
      return { value: bytes.readInt32LE(at), end: at + 4 };
    case types.int64: {
      const value = bytes.readBigInt64LE(at);
      const number = Number(value);
      return { value: Number.isSafeInteger(number) ? number : value, end: at + 8 };
    }
    default: {
      const length = rawLength(type, bytes, at);
      if (length === undefined) throw new Error(`Cannot read BSON: there is no type ${type}.`);
      return { value: new BsonValue(type, bytes.subarray(at, at + length)), end: at + length };
    }
  }
}

export function writeBson(document: BsonDocument): Buffer {
  const parts = Object.entries(document).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const [type, bytes] = valueBytes(value);
    return [Buffer.from([type]), Buffer.from(`${name}\0`), bytes];
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(4);
  head.writeInt32LE(body.length + 5);
  return Buffer.concat([head, body, Buffer.from([0])]);
}

function valueBytes(value: unknown): readonly [number, Buffer] {
  if (value === null) return [types.null, Buffer.alloc(0)];
  if (typeof value === 'boolean') return [types.boolean, Buffer.from([value ? 1 : 0])];
  if (typeof value === 'number') return numberBytes(value);
  if (typeof value === 'bigint') return [types.int64, int64(value)];
  if (value instanceof Date) return [types.date, int64(BigInt(value.getTime()))];
  if (value instanceof BsonValue) return [value.type, value.bytes];
  if (Array.isArray(value)) return [types.array, writeBson({ ...value })];
  if (isObject(value)) return [types.document, writeBson(value)];
  const text = Buffer.from(`${String(value)}\0`);
  const head = Buffer.alloc(4);
  head.writeInt32LE(text.length);
  return [types.string, Buffer.concat([head, text])];
}

function numberBytes(value: number): readonly [number, Buffer] {
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 31 && !Object.is(value, -0)) {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(value);
    return [types.int32, bytes];
  }
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return [types.double, bytes];
}

function int64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(value);
  return bytes;
}

/** JSON with the types that the extended one names: `{ "$oid": "…" }`, `{ "$date": "2026-01-02T03:04:05Z" }`. */
export function fromExtendedJson(value: JsonValue): unknown {
  if (Array.isArray(value)) return value.map(fromExtendedJson);
  if (!isObject(value)) return value;
  const { $oid, $date } = value;
  if (typeof $oid === 'string') return new BsonValue(types.objectId, Buffer.from($oid, 'hex'));
  if (typeof $date === 'string' || typeof $date === 'number') return new Date($date);
  const document = {};
  for (const [name, inner] of Object.entries(value))
    setOwn(document, name, fromExtendedJson(inner as JsonValue));
  return document;
}
