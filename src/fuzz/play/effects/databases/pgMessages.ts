import { int16, int32 } from './bigEndian.js';
import type { DuplicateKey } from './duplicateKey.js';
import type { SqlResult } from './sqlStore.js';
import type { SqlValue } from './sqlTokens.js';

/** A message of the server: https://www.postgresql.org/docs/current/protocol-message-formats.html */
export function pgMessage(type: string, ...parts: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)),
  );
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

/** What follows the start of a connection, up to where it is ready. */
export function welcomeMessages(): Buffer[] {
  const settings = {
    server_version: '16.2',
    server_encoding: 'UTF8',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    TimeZone: 'UTC',
    integer_datetimes: 'on',
    standard_conforming_strings: 'on',
  };
  return [
    pgMessage('R', int32(0)),
    ...Object.entries(settings).map(([name, value]) => pgMessage('S', name, value)),
    pgMessage('K', int32(1), int32(1)),
  ];
}

export function errorMessage(text: string, code: string): Buffer {
  return pgMessage('E', 'SERROR', 'VERROR', `C${code}`, `M${text}`, Buffer.from([0]));
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: unique_violation */
export function duplicateMessage({ table, columns, values }: DuplicateKey): Buffer {
  const name = table.split('.').at(-1) ?? table;
  const parts = {
    S: 'ERROR',
    V: 'ERROR',
    C: '23505',
    M: `duplicate key value violates unique constraint "${name}_pkey"`,
    D: `Key (${columns.join(', ')})=(${values.join(', ')}) already exists.`,
    s: 'public',
    t: name,
    n: `${name}_pkey`,
  };
  return pgMessage('E', ...Object.entries(parts).map(([field, text]) => field + text), Buffer.from([0]));
}

/** The columns of a result, or that there are none. */
export function columnsMessage({ columns, rows }: Pick<SqlResult, 'columns' | 'rows'>): Buffer {
  if (columns === undefined) return pgMessage('n');
  return pgMessage(
    'T',
    int16(columns.length),
    ...columns.flatMap((name, at) => [
      name,
      int32(0),
      int16(0),
      int32(typeOf(rows.map((row) => row[at] ?? null))),
      int16(-1),
      int32(-1),
      int16(0),
    ]),
  );
}

/** Numbers of types, as in pg_type: text, bool, int4, float8. */
function typeOf(values: readonly SqlValue[]): number {
  const some = values.filter((value) => value !== null);
  if (some.length === 0 || some.some((value) => typeof value === 'string')) return 25;
  if (some.every((value) => typeof value === 'boolean')) return 16;
  return some.every((value) => Number.isInteger(value)) ? 23 : 701;
}

export function rowMessage(row: readonly SqlValue[]): Buffer {
  const parts = row.map((value) => {
    if (value === null) return int32(-1);
    const bytes = Buffer.from(typeof value === 'boolean' ? (value ? 't' : 'f') : String(value));
    return Buffer.concat([int32(bytes.length), bytes]);
  });
  return pgMessage('D', int16(row.length), ...parts);
}

export function doneMessage({ verb, affected }: SqlResult): Buffer {
  if (verb === 'INSERT') return pgMessage('C', `INSERT 0 ${affected}`);
  if (/^(UPDATE|DELETE|SELECT)$/.test(verb)) return pgMessage('C', `${verb} ${affected}`);
  return pgMessage('C', verb === 'START' ? 'START TRANSACTION' : verb === 'END' ? 'COMMIT' : verb);
}

/** Reads the parts of a message of the client in their order. */
export class PgReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  text(): string {
    const end = this.#bytes.indexOf(0, this.#at);
    const text = this.#bytes.toString('utf8', this.#at, end < 0 ? undefined : end);
    this.#at = end < 0 ? this.#bytes.length : end + 1;
    return text;
  }

  int16(): number {
    this.#at += 2;
    return this.#bytes.readInt16BE(this.#at - 2);
  }

  int32(): number {
    this.#at += 4;
    return this.#bytes.readInt32BE(this.#at - 4);
  }

  /** @param isBinary bytes are told in the manner of `bytea`. */
  value(isBinary: boolean): SqlValue {
    const length = this.int32();
    if (length < 0) return null;
    this.#at += length;
    const bytes = this.#bytes.subarray(this.#at - length, this.#at);
    return isBinary ? `\\x${bytes.toString('hex')}` : bytes.toString();
  }
}
