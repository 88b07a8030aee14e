import type { SqlRow } from './sqlStatement.js';

/** What tells rows apart, and finds those that are alike. */
export interface SqlKey {
  /** Names the key among all that are asked for of a table. */
  readonly name: string;
  of(row: SqlRow): string;
}

interface Index {
  readonly key: SqlKey;
  readonly rows: Map<string, Set<SqlRow>>;
}

/** The rows of a table, in the order in which they came; those that are alike are found without a look at all others. */
export class SqlTable {
  readonly #rows = new Set<SqlRow>();
  /** Of each key that was asked for. */
  readonly #indexes = new Map<string, Index>();

  get first(): SqlRow | undefined {
    return this.#rows.values().next().value;
  }

  add(row: SqlRow): void {
    this.#rows.add(row);
    for (const index of this.#indexes.values()) put(index, row);
  }

  delete(row: SqlRow): boolean {
    if (!this.#rows.delete(row)) return false;
    for (const { key, rows } of this.#indexes.values()) rows.get(key.of(row))?.delete(row);
    return true;
  }

  clear(): void {
    this.#rows.clear();
    this.#indexes.clear();
  }

  /** The rows whose key is a text. */
  alike(key: SqlKey, text: string): readonly SqlRow[] {
    return [...(this.#indexOf(key).rows.get(text) ?? [])];
  }

  #indexOf(key: SqlKey): Index {
    const known = this.#indexes.get(key.name);
    if (known !== undefined) return known;
    const index: Index = { key, rows: new Map() };
    for (const row of this.#rows) put(index, row);
    this.#indexes.set(key.name, index);
    return index;
  }
}

function put({ key, rows }: Index, row: SqlRow): void {
  const text = key.of(row);
  const alike = rows.get(text) ?? new Set();
  rows.set(text, alike.add(row));
}
