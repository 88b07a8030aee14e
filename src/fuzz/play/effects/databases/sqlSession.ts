import type { EffectCall } from '../effectKind.js';
import type { Recorder } from '../recorder.js';
import { DuplicateKey } from './duplicateKey.js';
import {
  nameOfStatement,
  readStatement,
  type SqlRow,
  type SqlStatement,
  sqlEffectKind,
} from './sqlStatement.js';
import { type SqlResult, type SqlStore, withRows } from './sqlStore.js';
import { type SqlDialect, type SqlValue, splitAt, sqlTokens } from './sqlTokens.js';

/** What one connection has done to the tables since its transaction began. */
interface Transaction {
  readonly undo: (() => void)[];
  readonly savepoints: Map<string, number>;
  isFailed: boolean;
}

/** An error that a transaction of PostgreSQL answers until it is rolled back. */
export class AbortedTransaction extends Error {
  override readonly name = 'AbortedTransaction';

  constructor() {
    super('current transaction is aborted, commands ignored until end of transaction block');
  }
}

/** The statements of one connection. */
export class SqlSession {
  readonly #dialect: SqlDialect;
  readonly #storeOf: (recorder: Recorder) => SqlStore;
  #transaction: Transaction | undefined;

  constructor(dialect: SqlDialect, storeOf: (recorder: Recorder) => SqlStore) {
    this.#dialect = dialect;
    this.#storeOf = storeOf;
  }

  get state(): 'idle' | 'open' | 'failed' {
    if (this.#transaction === undefined) return 'idle';
    return this.#transaction.isFailed ? 'failed' : 'open';
  }

  /** Runs each statement of a text; `onResult` hears of one after the other. */
  async runAll(
    recorder: Recorder,
    { sql, values = [] }: { readonly sql: string; readonly values?: readonly SqlValue[] },
    onResult: (result: SqlResult) => void,
  ): Promise<void> {
    for (const tokens of splitAt(sqlTokens(sql, this.#dialect, values), ';')) {
      const statement = readStatement(tokens, this.#dialect);
      onResult(await this.#run(recorder, statement, [sql, ...(values.length > 0 ? [values] : [])]));
    }
  }

  /** What was not committed is lost. */
  close(): void {
    this.#rollBack(0);
    this.#transaction = undefined;
  }

  async #run(recorder: Recorder, statement: SqlStatement, args: readonly unknown[]): Promise<SqlResult> {
    const { verb } = statement;
    const isEnd = verb === 'ROLLBACK' || verb === 'COMMIT' || verb === 'END';
    if (this.state === 'failed' && !isEnd) throw new AbortedTransaction();
    const store = this.#storeOf(recorder);
    try {
      return await recorder.run(
        nameOfStatement(statement),
        args,
        (call) => {
          const result = answered(recorder, { call, statement, store });
          if (result.isDeclined) call.state = 'declined';
          this.#transaction?.undo.push(result.undo, () => {
            call.state = 'declined';
          });
          return this.#control(statement, result);
        },
        sqlEffectKind(statement),
      );
    } catch (error) {
      // A commit that does not arrive commits nothing.
      if (error instanceof DuplicateKey)
        recorder.surroundings.databases.noteDuplicate(store.address, error.table, recorder.invocation);
      if (isEnd) this.close();
      else if (this.#transaction !== undefined && this.#dialect === 'pg') this.#transaction.isFailed = true;
      throw error;
    }
  }

  #control({ verb, tokens }: SqlStatement, result: SqlResult): SqlResult {
    if (verb === 'BEGIN' || verb === 'START')
      this.#transaction ??= { undo: [], savepoints: new Map(), isFailed: false };
    const last = tokens.at(-1)?.text ?? '';
    if (verb === 'SAVEPOINT') this.#transaction?.savepoints.set(last, this.#transaction.undo.length);
    if (verb === 'ROLLBACK' && tokens.some(({ text }) => text === 'TO')) {
      this.#rollBack(this.#transaction?.savepoints.get(last) ?? 0);
      if (this.#transaction !== undefined) this.#transaction.isFailed = false;
      return result;
    }
    const isAborted = this.state === 'failed';
    if (verb === 'ROLLBACK' || isAborted) this.close();
    if (verb === 'COMMIT' || verb === 'END') this.#transaction = undefined;
    return isAborted ? { ...result, verb: 'ROLLBACK' } : result;
  }

  #rollBack(to: number): void {
    for (const undo of this.#transaction?.undo.splice(to).reverse() ?? []) undo();
  }
}

/** The result of a statement: the rows that the user says, or those of the table. */
function answered(
  { surroundings }: Recorder,
  {
    call,
    statement,
    store,
  }: { readonly call: EffectCall; readonly statement: SqlStatement; readonly store: SqlStore },
): SqlResult {
  const given = surroundings.databases.answerTo(call.name);
  const result = store.run(statement);
  if (given !== undefined) return withRows(statement, result, given as readonly SqlRow[]);
  if (statement.verb !== 'SELECT' || statement.table === undefined || result.rows.length > 0) return result;
  const filler = surroundings.databases.fillerFor(call);
  return filler === undefined
    ? result
    : withRows(statement, result, [fillerRow(result.columns ?? [], filler)]);
}

function fillerRow(columns: readonly string[], filler: string): SqlRow {
  return Object.fromEntries(columns.map((name) => [name, filler]));
}
