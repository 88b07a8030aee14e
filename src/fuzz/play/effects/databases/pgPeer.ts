import type { Recorder } from '../recorder.js';
import { int16, int32 } from './bigEndian.js';
import { DuplicateKey } from './duplicateKey.js';
import type { Line, Peer, Task } from './peer.js';
import {
  columnsMessage,
  doneMessage,
  duplicateMessage,
  errorMessage,
  PgReader,
  pgMessage,
  rowMessage,
  welcomeMessages,
} from './pgMessages.js';
import { AbortedTransaction, SqlSession } from './sqlSession.js';
import { nameOfStatement, readStatement, type SqlRow } from './sqlStatement.js';
import type { SqlResult } from './sqlStore.js';
import { type SqlValue, sqlTokens } from './sqlTokens.js';

interface Portal {
  readonly sql: string;
  readonly values: readonly SqlValue[];
  results: readonly SqlResult[] | undefined;
}

type Take = (recorder: Recorder, reader: PgReader) => Promise<void> | void;

const startCodes = { version3: 196_608, cancel: 80_877_102, tls: 80_877_103, gss: 80_877_104 } as const;
const states = { idle: 'I', open: 'T', failed: 'E' } as const;

/** The side of a PostgreSQL server that asks for no password: https://www.postgresql.org/docs/current/protocol-flow.html */
export class PgPeer implements Peer {
  readonly #line: Line;
  readonly #session: SqlSession;
  readonly #statements = new Map<string, string>();
  readonly #portals = new Map<string, Portal>();
  #rest: Buffer = Buffer.alloc(0);
  #isStarted = false;
  /** After an error all is passed over until the client asks to go on. */
  #isSkipping = false;
  readonly #takes: Readonly<Record<string, Take>> = {
    Q: (recorder, reader) => this.#query(recorder, reader.text()),
    P: (_recorder, reader) => {
      this.#statements.set(reader.text(), reader.text());
      this.#line.send(pgMessage('1'));
    },
    B: (_recorder, reader) => this.#bind(reader),
    D: (recorder, reader) => this.#describe(recorder, reader),
    E: (recorder, reader) => this.#execute(recorder, reader),
    C: () => this.#line.send(pgMessage('3')),
    S: () => this.#ready(),
    X: () => this.#line.end(),
  };

  constructor(line: Line) {
    this.#line = line;
    this.#session = new SqlSession('pg', ({ surroundings }) => surroundings.databases.sqlAt(line.address));
  }

  receive(bytes: Buffer): readonly Task[] {
    let rest = Buffer.concat([this.#rest, bytes]);
    const tasks: Task[] = [];
    for (;;) {
      const headLength = this.#isStarted ? 1 : 0;
      if (rest.length < headLength + 4) break;
      const end = headLength + rest.readInt32BE(headLength);
      if (end < headLength + 4) throw new Error('Cannot read a message of PostgreSQL: it has no length.');
      if (rest.length < end) break;
      const type = rest.toString('latin1', 0, headLength);
      const body = rest.subarray(headLength + 4, end);
      rest = rest.subarray(end);
      if (headLength === 0) tasks.push(this.#start(body.readInt32BE(0)));
      else tasks.push((recorder) => this.#take(recorder, type, body));
    }
    this.#rest = rest;
    return tasks;
  }

  /** Who leaves before it has started wants what is not offered. */
  close(recorder: Recorder): void {
    this.#session.close();
    if (!this.#isStarted) recorder.note(`tcp ${this.#line.address}`, [], { kind: 'append' }, 'blocked');
  }

  #start(code: number): Task {
    this.#isStarted = code === startCodes.version3;
    return () => {
      if (code === startCodes.tls) this.#line.send(Buffer.from('S'));
      else if (code === startCodes.gss) this.#line.send(Buffer.from('N'));
      else if (code !== startCodes.version3) this.#line.end();
      else {
        for (const message of welcomeMessages()) this.#line.send(message);
        this.#ready();
      }
    };
  }

  async #take(recorder: Recorder, type: string, body: Buffer): Promise<void> {
    if (this.#isSkipping && type !== 'S' && type !== 'X') return;
    try {
      await this.#takes[type]?.(recorder, new PgReader(body));
    } catch (error) {
      this.#line.send(errorMessageOf(error));
      if (type === 'Q') this.#ready();
      else this.#isSkipping = true;
    }
  }

  #ready(): void {
    this.#isSkipping = false;
    this.#line.send(pgMessage('Z', Buffer.from(states[this.#session.state])));
  }

  async #query(recorder: Recorder, sql: string): Promise<void> {
    let count = 0;
    await this.#session.runAll(recorder, { sql }, (result) => {
      count++;
      if (result.columns !== undefined) this.#line.send(columnsMessage(result));
      this.#sendRows(result);
    });
    if (count === 0) this.#line.send(pgMessage('I'));
    this.#ready();
  }

  #bind(reader: PgReader): void {
    const portal = reader.text();
    const sql = this.#statements.get(reader.text()) ?? '';
    const formats = Array.from({ length: reader.int16() }, () => reader.int16());
    const values = Array.from({ length: reader.int16() }, (_, at) =>
      reader.value((formats[formats.length === 1 ? 0 : at] ?? 0) === 1),
    );
    this.#portals.set(portal, { sql, values, results: undefined });
    this.#line.send(pgMessage('2'));
  }

  async #describe(recorder: Recorder, reader: PgReader): Promise<void> {
    const [kind, ...name] = reader.text();
    if (kind === 'P') {
      const results = await this.#resultsOf(recorder, this.#portals.get(name.join('')));
      this.#line.send(columnsMessage(results.at(-1) ?? { columns: undefined, rows: [] }));
      return;
    }
    const tokens = sqlTokens(this.#statements.get(name.join('')) ?? '', 'pg');
    const count = Math.max(
      0,
      ...tokens.map(({ source }) => (/^\$\d+$/.test(source) ? Number(source.slice(1)) : 0)),
    );
    this.#line.send(pgMessage('t', int16(count), ...Array.from({ length: count }, () => int32(25))));
    const { databases } = recorder.surroundings;
    const statement = readStatement(tokens, 'pg');
    const given = databases.answerTo(nameOfStatement(statement)) as readonly SqlRow[] | undefined;
    const columns = databases.sqlAt(this.#line.address).columnsOf(statement, given);
    this.#line.send(columnsMessage({ columns, rows: [] }));
  }

  async #execute(recorder: Recorder, reader: PgReader): Promise<void> {
    const portal = this.#portals.get(reader.text());
    const results = await this.#resultsOf(recorder, portal);
    for (const result of results) this.#sendRows(result);
    if (results.length === 0) this.#line.send(pgMessage('I'));
    if (portal !== undefined) portal.results = undefined;
  }

  /** What a portal comes to; it is run where its columns are asked for, since they depend on it. */
  async #resultsOf(recorder: Recorder, portal: Portal | undefined): Promise<readonly SqlResult[]> {
    if (portal === undefined) return [];
    if (portal.results !== undefined) return portal.results;
    const results: SqlResult[] = [];
    await this.#session.runAll(recorder, portal, (result) => results.push(result));
    portal.results = results;
    return results;
  }

  #sendRows(result: SqlResult): void {
    for (const row of result.rows) this.#line.send(rowMessage(row));
    this.#line.send(doneMessage(result));
  }
}

function errorMessageOf(error: unknown): Buffer {
  if (error instanceof DuplicateKey) return duplicateMessage(error);
  const message = error instanceof Error ? error.message : String(error);
  return errorMessage(message, error instanceof AbortedTransaction ? '25P02' : '08006');
}
