import { DuplicateKey, ownKeyOf } from './duplicateKey.js';
import { keyNames, keyOfRow, type SqlColumn, type SqlRow, type SqlStatement } from './sqlStatement.js';
import { type SqlKey, SqlTable } from './sqlTable.js';
import type { SqlValue } from './sqlTokens.js';

/** What a statement comes to. */
export interface SqlResult {
  readonly verb: string;
  /** Undefined for a statement that gives no rows. */
  readonly columns: readonly string[] | undefined;
  readonly rows: readonly (readonly SqlValue[])[];
  readonly affected: number;
  readonly insertId: number;
  /** Nothing was done, since the row was there. */
  readonly isDeclined: boolean;
  /** Takes back what was done. */
  readonly undo: () => void;
}

/** What is taken for granted of tables whose keys nobody knows. */
export interface TableRules {
  /** Of the server. */
  readonly address: string;
  /** True for a table that takes the same row again. */
  readonly isKeyless: (table: string) => boolean;
  /** True for a text that an event of the execution brought. */
  readonly isOfEvents: (text: string) => boolean;
}

/**
 * The tables of one server, empty at first. Inserted rows are remembered, and found by columns that equal a value; all
 * else that is asked of them finds nothing, and every change succeeds, but for a row that is inserted again.
 */
export class SqlStore {
  readonly #tables = new Map<string, SqlTable>();
  /** The keys under which rows were inserted, whatever became of them. */
  readonly #ownKeys = new WeakMap<SqlRow, Readonly<Record<string, string>>>();
  readonly #ownKey: SqlKey = { name: 'own', of: (row) => textOfKey(this.#ownKeys.get(row)) };
  readonly #rules: TableRules;
  /** The conditions of changes whose row was taken to be there. */
  readonly #assumed = new Set<string>();
  #lastId = 0;

  constructor(rules: TableRules) {
    this.#rules = rules;
  }

  get address(): string {
    return this.#rules.address;
  }

  run(statement: SqlStatement): SqlResult {
    const { verb } = statement;
    if (verb === 'INSERT' || verb === 'REPLACE') return this.#insert(statement);
    if (verb === 'UPDATE') return this.#update(statement);
    if (verb === 'DELETE') return this.#delete(statement);
    if (verb === 'TRUNCATE') this.#rowsOf(statement).clear();
    if (verb === 'SELECT') return this.#select(statement);
    return { ...this.#done(statement, { affected: 0 }), columns: verb === 'SHOW' ? ['Value'] : undefined };
  }

  /** The columns of what a statement gives, before it is run; `given` are the rows that somebody else gives. */
  columnsOf(statement: SqlStatement, given?: readonly SqlRow[]): readonly string[] | undefined {
    const result = this.#done(statement, { affected: 0 });
    return (given === undefined ? result : withRows(statement, result, given)).columns;
  }

  #insert(statement: SqlStatement): SqlResult {
    const { onConflict } = statement;
    const table = this.#rowsOf(statement);
    const rows = statement.rows ?? [];
    if (onConflict === 'insert') this.#requireNew(statement, rows);
    const added: SqlRow[] = [];
    const replaced: SqlRow[] = [];
    for (const row of rows) {
      const before = onConflict === 'insert' ? undefined : sameRow(statement, table, row);
      if (before !== undefined && onConflict === 'ignore') continue;
      if (before !== undefined) {
        table.delete(before);
        replaced.push(before);
      }
      const after = { ...(before ?? { id: ++this.#lastId }), ...row };
      this.#keepKey(after, ownKeyOf(row, this.#rules.isOfEvents));
      table.add(after);
      added.push(after);
    }
    const isDeclined = rows.length > 0 && added.length === 0;
    const affected = statement.rows === undefined ? 1 : added.length;
    return {
      ...this.#done(statement, { affected, changed: added }),
      insertId: isDeclined ? 0 : Math.max(1, this.#lastId - added.length + 1),
      isDeclined,
      undo: () => {
        for (const row of added) table.delete(row);
        for (const row of replaced) table.add(row);
      },
    };
  }

  /** @throws DuplicateKey for a row that is there already. */
  #requireNew({ table = '' }: SqlStatement, rows: readonly SqlRow[]): void {
    if (this.#rules.isKeyless(table)) return;
    const { isOfEvents } = this.#rules;
    const known = this.#tables.get(table);
    const taken = new Set<string>();
    for (const row of rows) {
      const key = ownKeyOf(row, isOfEvents);
      if (key === undefined) continue;
      const text = textOfKey(key);
      if (taken.has(text) || (known?.alike(this.#ownKey, text) ?? []).length > 0)
        throw new DuplicateKey(table, Object.keys(key), Object.values(key));
      taken.add(text);
    }
  }

  /** What nobody has seen yet is taken to be there, once, with the values that it is looked for by. */
  #update(statement: SqlStatement): SqlResult {
    const table = this.#rowsOf(statement);
    const { found: before, forget } = this.#foundOrAssumed(statement);
    const after = before.map((row) => ({ ...row, ...statement.set }));
    for (const [at, row] of before.entries()) this.#keepKey(after[at] ?? row, this.#ownKeys.get(row));
    const isThere = before.filter((row) => table.delete(row));
    const isKept = isThere.length > 0 || (statement.where !== undefined && statement.whereText !== '');
    if (isKept) for (const row of after) table.add(row);
    return {
      ...this.#done(statement, { affected: after.length, changed: after }),
      isDeclined: after.length === 0,
      undo: () => {
        forget();
        for (const row of after) table.delete(row);
        for (const row of isThere) table.add(row);
      },
    };
  }

  #delete(statement: SqlStatement): SqlResult {
    const table = this.#rowsOf(statement);
    const { found: gone, forget } = this.#foundOrAssumed(statement);
    const isThere = gone.filter((row) => table.delete(row));
    return {
      ...this.#done(statement, { affected: gone.length, changed: gone }),
      isDeclined: gone.length === 0,
      undo: () => {
        forget();
        for (const row of isThere) table.add(row);
      },
    };
  }

  /** The rows that a change looks for; a condition that is not understood finds one each time. */
  #foundOrAssumed(statement: SqlStatement): { readonly found: SqlRow[]; readonly forget: () => void } {
    const { where, table, whereText } = statement;
    const found = this.#matching(statement);
    const text = `${table} ${whereText}`;
    if (found.length > 0 || this.#assumed.has(text)) return { found, forget: () => undefined };
    if (where !== undefined && whereText !== '') this.#assumed.add(text);
    return { found: [{ ...where }], forget: () => void this.#assumed.delete(text) };
  }

  #select(statement: SqlStatement): SqlResult {
    const { table, columns } = statement;
    const found = table === undefined ? [{}] : this.#matching(statement);
    const isSum = columns.some(({ computed }) => computed !== undefined);
    const hasGroups = statement.tokens.some(({ text }) => text === 'GROUP');
    const isOneRow =
      table !== undefined && isSum && !hasGroups && columns.every(({ from }) => from === undefined);
    const result = this.#done(statement, { affected: 0, changed: isOneRow ? [{}] : found });
    if (!isOneRow) return { ...result, affected: result.rows.length };
    return {
      ...result,
      affected: 1,
      rows: [
        columns.map((column) => sumOf(column, statement.dialect === 'pg' ? `${found.length}` : found.length)),
      ],
    };
  }

  /** A result with the columns that are asked for, of the rows that are given. */
  #done(
    { verb, columns, table }: SqlStatement,
    { affected, changed = [] }: { readonly affected: number; readonly changed?: readonly SqlRow[] },
  ): SqlResult {
    const known = this.#tables.get(table ?? '')?.first ?? {};
    const wide = columns.flatMap((column): SqlColumn[] => {
      if (column.from !== '*') return [column];
      const names = Object.keys(known).length === 0 ? ['id'] : Object.keys(known);
      return names.map((name) => ({ name, from: name, computed: undefined, value: null }));
    });
    return {
      verb,
      columns: wide.length === 0 ? undefined : wide.map(({ name }) => name),
      rows:
        wide.length === 0
          ? []
          : changed.map((row) =>
              wide.map(({ from, value }) => (from === undefined ? value : (row[from] ?? null))),
            ),
      affected,
      insertId: 0,
      isDeclined: false,
      undo: () => undefined,
    };
  }

  #keepKey(row: SqlRow, key: Readonly<Record<string, string>> | undefined): void {
    if (key !== undefined) this.#ownKeys.set(row, key);
  }

  #matching(statement: SqlStatement): SqlRow[] {
    const { where } = statement;
    if (where === undefined) return [];
    const names = Object.keys(where);
    const key = { name: textOf(['where', ...names]), of: (row: SqlRow) => textOf(valuesOf(row, names)) };
    return [...this.#rowsOf(statement).alike(key, key.of(where))];
  }

  #rowsOf({ table = '' }: SqlStatement): SqlTable {
    const rows = this.#tables.get(table) ?? new SqlTable();
    this.#tables.set(table, rows);
    return rows;
  }
}

/** A result with rows that somebody else gives: the columns that are asked for, all where nobody names them. */
export function withRows({ columns }: SqlStatement, result: SqlResult, rows: readonly SqlRow[]): SqlResult {
  const all = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const names = columns.flatMap(({ name, from }) => (from === '*' ? all : [name]));
  const isSum = columns.length > 0 && columns.every(({ computed }) => computed === 'count');
  if (isSum && !names.some((name) => all.includes(name)))
    return { ...result, rows: [columns.map(() => rows.length)], affected: 1 };
  const fromOf = new Map(columns.map(({ name, from }) => [name, from]));
  const valueIn = (row: SqlRow, name: string): SqlValue => {
    const value: unknown = row[name] ?? row[fromOf.get(name) ?? ''] ?? null;
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as SqlValue);
  };
  return {
    ...result,
    columns: columns.length === 0 ? all : names,
    rows: rows.map((row) => (columns.length === 0 ? all : names).map((name) => valueIn(row, name))),
    affected: rows.length,
  };
}

/** The row that is there already. */
function sameRow(statement: SqlStatement, table: SqlTable, row: SqlRow): SqlRow | undefined {
  const names = keyNames(statement, row);
  const key = { name: textOf(['same', ...names]), of: (one: SqlRow) => keyOfRow(names, one) };
  return table.alike(key, key.of(row))[0];
}

function valuesOf(row: SqlRow, names: readonly string[]): string[] {
  return names.map((name) => String(row[name] ?? null));
}

function textOfKey(key: Readonly<Record<string, string>> | undefined): string {
  return textOf(Object.entries(key ?? {}).flat());
}

/** Another text for other texts; not as JSON, since it is looked at what a handler writes as that. */
function textOf(texts: readonly string[]): string {
  return texts.map((text) => `${text.length} ${text}`).join(' ');
}

/** @param count is a text where the type of the column is too wide for a number, as in PostgreSQL. */
function sumOf({ computed, value }: SqlColumn, count: SqlValue): SqlValue {
  return computed === 'count' ? count : value;
}
