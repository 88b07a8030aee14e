import type { DuplicateKey } from './duplicateKey.js';
import type { SqlResult } from './sqlStore.js';
import type { SqlValue } from './sqlTokens.js';

/** Types of columns: https://dev.mysql.com/doc/dev/mysql-server/latest/field__types_8h.html */
const types = { double: 0x05, longLong: 0x08, text: 0xfd } as const;

/** The server can all that clients ask for, but for packets without an end. */
const capabilities = 0x000f_aa0f;
const utf8 = 45;

export function lengthEncoded(value: number): Buffer {
  if (value < 0xfb) return Buffer.from([value]);
  const bytes = Buffer.alloc(9);
  bytes[0] = value < 0x1_0000 ? 0xfc : 0xfe;
  bytes.writeUIntLE(value, 1, 6);
  return bytes.subarray(0, value < 0x1_0000 ? 3 : 9);
}

function textPart(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([lengthEncoded(bytes.length), bytes]);
}

function short(value: number): Buffer {
  return Buffer.from([value & 0xff, value >> 8]);
}

/** https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase_packets_protocol_handshake_v10.html */
export function greetingPacket(): Buffer {
  return Buffer.concat([
    Buffer.from('\n8.0.36\0'),
    Buffer.from([1, 0, 0, 0]),
    Buffer.from('12345678\0'),
    short(capabilities & 0xffff),
    Buffer.from([utf8]),
    short(2),
    short(capabilities >> 16),
    Buffer.from([21]),
    Buffer.alloc(10),
    Buffer.from('123456789012\0'),
    Buffer.from('mysql_native_password\0'),
  ]);
}

/** @param status 1: in a transaction, 2: commits of itself, 8: more results come. */
export function okPacket(
  status: number,
  { affected, insertId }: Pick<SqlResult, 'affected' | 'insertId'> = { affected: 0, insertId: 0 },
): Buffer {
  return Buffer.concat([
    Buffer.from([0]),
    lengthEncoded(affected),
    lengthEncoded(insertId),
    short(status),
    short(0),
  ]);
}

export function errorPacket(message: string, code = 1105, state = 'HY000'): Buffer {
  return Buffer.concat([Buffer.from([0xff]), short(code), Buffer.from(`#${state}${message}`)]);
}

/** https://dev.mysql.com/doc/mysql-errors/8.0/en/server-error-reference.html#error_er_dup_entry */
export function duplicatePacket({ table, values }: DuplicateKey): Buffer {
  return errorPacket(`Duplicate entry '${values.join('-')}' for key '${table}.PRIMARY'`, 1062, '23000');
}

export function endPacket(status: number): Buffer {
  return Buffer.concat([Buffer.from([0xfe]), short(0), short(status)]);
}

export function columnPacket(name: string, type: number): Buffer {
  return Buffer.concat([
    ...['def', '', '', '', name, name].map(textPart),
    Buffer.from([0x0c]),
    short(utf8),
    Buffer.from([0xff, 0xff, 0, 0, type, 0, 0, 0, 0, 0]),
  ]);
}

/** The answer to a statement, with values as texts or, for a prepared one, in binary. */
export function resultPackets(result: SqlResult, status: number, isBinary: boolean): Buffer[] {
  const { columns, rows } = result;
  if (columns === undefined) return [okPacket(status, result)];
  const typed = columns.map((name, at) => ({ name, type: typeOf(rows.map((row) => row[at] ?? null)) }));
  return [
    lengthEncoded(columns.length),
    ...typed.map(({ name, type }) => columnPacket(name, type)),
    endPacket(status),
    ...rows.map((row) =>
      isBinary
        ? binaryRow(
            row,
            typed.map(({ type }) => type),
          )
        : textRow(row),
    ),
    endPacket(status),
  ];
}

function typeOf(values: readonly SqlValue[]): number {
  const some = values.filter((value) => value !== null);
  if (some.length === 0 || some.some((value) => typeof value === 'string')) return types.text;
  return some.every((value) => Number.isSafeInteger(Number(value))) ? types.longLong : types.double;
}

function textRow(row: readonly SqlValue[]): Buffer {
  return Buffer.concat(row.map((value) => (value === null ? Buffer.from([0xfb]) : textPart(shown(value)))));
}

function binaryRow(row: readonly SqlValue[], columnTypes: readonly number[]): Buffer {
  const nulls = Buffer.alloc((row.length + 9) >> 3);
  const parts = row.map((value, at) => {
    if (value === null) {
      nulls[(at + 2) >> 3] = (nulls[(at + 2) >> 3] ?? 0) | (1 << ((at + 2) & 7));
      return Buffer.alloc(0);
    }
    if (columnTypes[at] === types.text) return textPart(shown(value));
    const bytes = Buffer.alloc(8);
    if (columnTypes[at] === types.longLong) bytes.writeBigInt64LE(BigInt(Number(value)));
    else bytes.writeDoubleLE(Number(value));
    return bytes;
  });
  return Buffer.concat([Buffer.from([0]), nulls, ...parts]);
}

function shown(value: Exclude<SqlValue, null>): string {
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

/**
 * The values that a prepared statement is executed with:
 * https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_com_stmt_execute.html
 *
 * @param count of the placeholders.
 * @param knownTypes those of the execution before, which need not be told again.
 */
export function boundValues(
  packet: Buffer,
  count: number,
  knownTypes: readonly number[],
): { readonly values: readonly SqlValue[]; readonly types: readonly number[] } {
  if (count === 0) return { values: [], types: [] };
  const nullsAt = 10;
  const boundAt = nullsAt + ((count + 7) >> 3);
  const isBound = packet[boundAt] === 1;
  const told = isBound
    ? Array.from({ length: count }, (_, at) => packet[boundAt + 1 + 2 * at] ?? types.text)
    : knownTypes;
  const reader = new ValueReader(packet, boundAt + 1 + (isBound ? 2 * count : 0));
  const values = told.map((type, at) => {
    const isNull = ((packet[nullsAt + (at >> 3)] ?? 0) & (1 << (at & 7))) !== 0;
    return isNull || type === 6 ? null : reader.next(type);
  });
  return { values, types: told };
}

class ValueReader {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  next(type: number): SqlValue {
    const at = this.#at;
    const bytes = this.#bytes;
    if (type === 1) return this.#skip(1, bytes.readInt8(at));
    if (type === 2 || type === 13) return this.#skip(2, bytes.readInt16LE(at));
    if (type === 3 || type === 9) return this.#skip(4, bytes.readInt32LE(at));
    if (type === 4) return this.#skip(4, bytes.readFloatLE(at));
    if (type === types.double) return this.#skip(8, bytes.readDoubleLE(at));
    if (type === types.longLong) return this.#skip(8, Number(bytes.readBigInt64LE(at)));
    if (type === 7 || type === 10 || type === 12) return this.#time();
    const length = this.#length();
    return this.#skip(length, bytes.toString('utf8', this.#at, this.#at + length));
  }

  #skip<Value>(bytes: number, value: Value): Value {
    this.#at += bytes;
    return value;
  }

  #length(): number {
    const first = this.#bytes[this.#at++] ?? 0;
    if (first < 0xfb) return first;
    const size = first === 0xfc ? 2 : first === 0xfd ? 3 : 6;
    const length = this.#bytes.readUIntLE(this.#at, size);
    this.#at += first === 0xfe ? 8 : size;
    return length;
  }

  #time(): string {
    const length = this.#bytes[this.#at++] ?? 0;
    const at = this.#skip(length, this.#at);
    const part = (index: number, from = 1) =>
      String(length > index ? (this.#bytes[at + index] ?? 0) : from).padStart(2, '0');
    const year = length >= 4 ? this.#bytes.readUInt16LE(at) : 0;
    const micros = length >= 11 ? this.#bytes.readUInt32LE(at + 7) : 0;
    return `${String(year).padStart(4, '0')}-${part(2)}-${part(3)} ${part(4, 0)}:${part(5, 0)}:${part(6, 0)}.${String(micros).padStart(6, '0')}`;
  }
}
