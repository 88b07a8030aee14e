import type { EffectKind } from '../effectKind.js';
import { type SqlDialect, type SqlToken, type SqlValue, splitAt } from './sqlTokens.js';

export type SqlRow = Readonly<Record<string, SqlValue>>;

/** What is understood of a statement. */
export interface SqlStatement {
  readonly dialect: SqlDialect;
  /** `INSERT`, `START`; of a `WITH`, that of what follows. */
  readonly verb: string;
  readonly table: string | undefined;
  /** What is inserted; undefined where it is not understood. */
  readonly rows: readonly SqlRow[] | undefined;
  /** What happens to a row that is there already. */
  readonly onConflict: 'insert' | 'ignore' | 'update';
  /** The columns that tell whether a row is there already. */
  readonly conflictColumns: readonly string[];
  /** A new value is made of the old one. */
  readonly addsUp: boolean;
  /** The columns that an `UPDATE` gives a fixed value. */
  readonly set: SqlRow;
  /** Columns that must have these values; undefined where the condition is not understood. */
  readonly where: SqlRow | undefined;
  /** The statement behind `WHERE`, values included. */
  readonly whereText: string;
  /** What a row of the result is made of, of `SELECT` and `RETURNING`. */
  readonly columns: readonly SqlColumn[];
  readonly tokens: readonly SqlToken[];
}

export interface SqlColumn {
  readonly name: string;
  /** The column it is taken from; undefined for what is computed. */
  readonly from: string | undefined;
  readonly computed: 'count' | 'value' | undefined;
  readonly value: SqlValue;
}

const changing = new Set(['INSERT', 'REPLACE', 'UPDATE', 'DELETE']);

/** Reads one statement. */
export function readStatement(tokens: readonly SqlToken[], dialect: SqlDialect): SqlStatement {
  const verb = verbOf(tokens);
  const fact = verb === 'SELECT' ? factIn(tokens, dialect) : undefined;
  const table = fact === undefined ? tableOf(tokens, verb) : undefined;
  const conflict = tokens.findIndex(
    ({ text }, at) =>
      (text === 'CONFLICT' && tokens[at - 1]?.text === 'ON') ||
      (text === 'DUPLICATE' && tokens[at - 1]?.text === 'ON'),
  );
  const behind = conflict < 0 ? [] : tokens.slice(conflict);
  const isUpsert = verb === 'REPLACE' || behind.some(({ text }) => text === 'UPDATE');
  const isIgnoring =
    (verb === 'INSERT' && tokens[1]?.text === 'IGNORE') || behind.some(({ text }) => text === 'NOTHING');
  const whereAt = verb === 'INSERT' ? -1 : indexOfWord(tokens, 'WHERE');
  const condition =
    whereAt < 0 ? [] : until(tokens.slice(whereAt + 1), /^(ORDER|LIMIT|FOR|GROUP|RETURNING)$/);
  const set =
    conflict >= 0 ? behind : verb === 'UPDATE' ? tokens.slice(0, whereAt < 0 ? undefined : whereAt) : [];
  return {
    dialect,
    verb,
    table,
    rows: verb === 'INSERT' || verb === 'REPLACE' ? rowsOf(tokens) : undefined,
    onConflict: isUpsert ? 'update' : isIgnoring ? 'ignore' : 'insert',
    conflictColumns: behind[1]?.text === '(' ? namesIn(bracketAt(behind, 1)) : [],
    addsUp: addsUp(set),
    set: verb === 'UPDATE' ? assigned(set.slice(indexOfWord(set, 'SET') + 1), { isFixed: true }) : {},
    where: conditionOf(condition),
    whereText: told(condition),
    columns:
      fact === undefined ? columnsOf(tokens, verb, dialect) : [columnOf([fact], dialect, { isCall: true })],
    tokens,
  };
}

/** The name of the outside call that a statement is. */
export function nameOfStatement({ dialect, verb, table }: SqlStatement): string {
  return table === undefined ? `${dialect} ${verb}` : `${dialect} ${verb} ${table}`;
}

const reads =
  /^(SELECT|SHOW|DESC|DESCRIBE|EXPLAIN|SET|BEGIN|START|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE|USE|LOCK|UNLOCK|VALUES|TABLE|LISTEN|UNLISTEN|DISCARD|FETCH|DECLARE|CLOSE|DEALLOCATE|PREPARE|ANALYZE)$/;

export function sqlEffectKind(statement: SqlStatement): EffectKind {
  const { dialect, verb, table, whereText } = statement;
  if (reads.test(verb)) return { kind: 'read' };
  if (verb === 'CALL' || verb === 'DO' || verb === 'NOTIFY' || verb === 'COPY') return { kind: 'append' };
  if (verb === 'INSERT' || verb === 'REPLACE') {
    if (statement.onConflict === 'insert' || statement.addsUp) return { kind: 'append' };
    const kind = statement.onConflict === 'ignore' ? 'once' : 'overwrite';
    const keys = statement.rows?.map((row) => keyOfRow(keyNames(statement, row), row));
    return { kind, key: `${dialect} ${table} ${JSON.stringify(keys ?? told(statement.tokens))}` };
  }
  if (verb === 'UPDATE' && statement.addsUp) return { kind: 'append' };
  const rest = verb === 'UPDATE' || verb === 'DELETE' ? whereText : told(statement.tokens);
  return { kind: 'overwrite', key: `${dialect} ${table} ${setNames(statement)} ${rest}` };
}

/** Two updates of one row that set other columns do not replace each other. */
function setNames({ verb, tokens }: SqlStatement): string {
  if (verb !== 'UPDATE') return '';
  const set = until(tokens.slice(indexOfWord(tokens, 'SET') + 1), /^WHERE$/);
  return splitAt(set, ',')
    .map(([name]) => name?.source)
    .join();
}

const timeLike = /^(\d{13}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*)$/;

/** What tells a row from others: the columns of the conflict, or all but times. */
export function keyNames({ conflictColumns }: SqlStatement, row: SqlRow): readonly string[] {
  return conflictColumns.length > 0 ? conflictColumns : Object.keys(row);
}

export function keyOfRow(names: readonly string[], row: SqlRow): string {
  return JSON.stringify(
    names.map((name) => (timeLike.test(String(row[name])) ? null : String(row[name] ?? null))),
  );
}

function verbOf(tokens: readonly SqlToken[]): string {
  const first = tokens[0]?.text ?? '';
  if (first === '(') return 'SELECT';
  if (first !== 'WITH') return first;
  return tokens.find(({ text, kind }) => kind === 'word' && changing.has(text))?.text ?? 'SELECT';
}

function tableOf(tokens: readonly SqlToken[], verb: string): string | undefined {
  const start = Math.max(0, indexOfWord(tokens, verb, tokens[0]?.text === 'WITH'));
  const from = verb === 'SELECT' || verb === 'DELETE' ? indexOfWord(tokens, 'FROM', true) : start;
  if (from < 0 || !(changing.has(verb) || /^(SELECT|CREATE|DROP|ALTER|TRUNCATE|COPY)$/.test(verb)))
    return undefined;
  const skipped =
    /^(INTO|IGNORE|LOW_PRIORITY|DELAYED|HIGH_PRIORITY|QUICK|ONLY|TABLE|IF|NOT|EXISTS|TEMPORARY|UNIQUE|INDEX)$/;
  let at = from + 1;
  while (tokens[at]?.kind === 'word' && skipped.test(tokens[at]?.text ?? '')) at++;
  let name = nameOf(tokens[at]);
  while (name !== undefined && tokens[at + 1]?.text === '.') {
    at += 2;
    name = `${name}.${nameOf(tokens[at]) ?? ''}`;
  }
  return name;
}

function rowsOf(all: readonly SqlToken[]): SqlRow[] | undefined {
  const tokens = until(all, /^ON$/);
  const setAt = indexOfWord(tokens, 'SET');
  if (setAt >= 0) return [assigned(tokens.slice(setAt + 1))];
  const valuesAt = tokens.findIndex(({ kind, text }) => kind === 'word' && /^VALUES?$/.test(text));
  if (valuesAt < 0) return undefined;
  const open = tokens.findIndex(({ text, kind }) => kind === 'sign' && text === '(');
  const names = open < valuesAt ? namesIn(bracketAt(tokens, open)) : undefined;
  const rows: SqlRow[] = [];
  for (let at = valuesAt + 1; tokens[at]?.text === '('; ) {
    const inside = bracketAt(tokens, at);
    const parts = splitAt(inside, ',');
    rows.push(
      Object.fromEntries(
        parts.map((part, index) => [names?.[index] ?? `column${index + 1}`, valueIn(part) ?? null]),
      ),
    );
    at += inside.length + 2;
    if (tokens[at]?.text === ',') at++;
  }
  return rows;
}

/** What `SET` gives; `isFixed` leaves out what is computed. */
function assigned(tokens: readonly SqlToken[], { isFixed = false } = {}): SqlRow {
  return Object.fromEntries(
    splitAt(tokens, ',').flatMap((part): [string, SqlValue][] => {
      const at = part.findIndex(({ text }) => text === '=');
      const name = nameOf(part[at - 1]);
      const behind = part.slice(at + 1);
      if (name === undefined || (isFixed && (behind.length > 1 || behind[0]?.kind !== 'value'))) return [];
      return [[name, valueIn(behind) ?? null]];
    }),
  );
}

/** A value that stands alone, or what is computed, as it is written. */
function valueIn(part: readonly SqlToken[]): SqlValue | undefined {
  const [first, second] = part;
  if (first?.text === '-' && typeof second?.value === 'number') return -second.value;
  return first?.kind === 'value' ? first.value : told(part);
}

function conditionOf(tokens: readonly SqlToken[]): SqlRow | undefined {
  const entries: [string, SqlValue][] = [];
  for (const part of splitAt(tokens, 'AND')) {
    const at = part.findIndex(({ text }) => text === '=');
    const name = nameOf(part[at - 1]);
    const value = part[at + 1];
    if (at < 1 || name === undefined || value?.kind !== 'value' || value.value === undefined)
      return undefined;
    if (part.length > at + 2 && part[at + 2]?.text !== ':') return undefined;
    entries.push([name, value.value]);
  }
  return Object.fromEntries(entries);
}

function columnsOf(tokens: readonly SqlToken[], verb: string, dialect: SqlDialect): SqlColumn[] {
  const keyword = verb === 'SELECT' ? 'SELECT' : 'RETURNING';
  const start = indexOfWord(tokens, keyword, true);
  if (start < 0) return [];
  const selected = until(tokens.slice(start + 1), /^(FROM|WHERE|LIMIT|ORDER|FOR|UNION)$/);
  return splitAt(
    selected.filter(({ text }, at) => !(at === 0 && text === 'DISTINCT')),
    ',',
  ).map((part) => columnOf(part, dialect));
}

/** What libraries ask a server of itself before they work with it. */
const facts: Readonly<Record<SqlDialect, Readonly<Record<string, string>>>> = {
  mysql: { VERSION: '8.0.36', DATABASE: 'app', SCHEMA: 'app' },
  pg: { VERSION: 'PostgreSQL 16.2', CURRENT_SCHEMA: 'public', CURRENT_DATABASE: 'app' },
};

/** The function that a statement takes its one row from: `SELECT * FROM current_schema()`. */
function factIn(tokens: readonly SqlToken[], dialect: SqlDialect): SqlToken | undefined {
  const from = indexOfWord(tokens, 'FROM', true);
  const name = tokens[from + 1];
  const isCall = from >= 0 && tokens[from + 2]?.text === '(';
  return isCall && Object.hasOwn(facts[dialect], name?.text ?? '') ? name : undefined;
}

function columnOf(
  part: readonly SqlToken[],
  dialect: SqlDialect,
  { isCall }: { readonly isCall: boolean } = { isCall: false },
): SqlColumn {
  const [first] = part;
  const last = part.at(-1);
  const hasAlias = part.length > 1 && part.at(-2)?.text !== '.' && nameOf(last) !== undefined;
  const bare = hasAlias ? part.slice(0, part.at(-2)?.text === 'AS' ? -2 : -1) : part;
  const isPath =
    !isCall && bare.every(({ text }, at) => (at % 2 === 1 ? text === '.' : true)) && bare.length % 2 === 1;
  const from = isPath && first?.kind !== 'value' ? (nameOf(bare.at(-1)) ?? bare.at(-1)?.text) : undefined;
  const written = dialect === 'pg' ? (nameOf(first)?.toLowerCase() ?? '?column?') : told(bare);
  const isCount = first?.text === 'COUNT' || first?.text === 'EXISTS';
  return {
    name: hasAlias ? (nameOf(last) ?? '') : (from ?? written),
    from,
    computed: from !== undefined ? undefined : isCount ? 'count' : 'value',
    value: facts[dialect][first?.text ?? ''] ?? first?.value ?? null,
  };
}

function addsUp(set: readonly SqlToken[]): boolean {
  return splitAt(set, ',').some((part) => {
    const at = part.findIndex(({ text }) => text === '=');
    const name = nameOf(part[at - 1])?.toLowerCase();
    return part.some(
      (token, index) =>
        index > at &&
        at > 0 &&
        nameOf(token)?.toLowerCase() === name &&
        part[index - 2]?.text !== 'EXCLUDED' &&
        part[index - 2]?.text !== 'VALUES' &&
        (/^[-+*/|]$/.test(part[index + 1]?.text ?? '') || /^[-+*/|]$/.test(beforePath(part, index) ?? '')),
    );
  });
}

/** What stands before a name, and before the table it is of. */
function beforePath(part: readonly SqlToken[], index: number): string | undefined {
  return part[part[index - 1]?.text === '.' ? index - 3 : index - 1]?.text;
}

function nameOf(token: SqlToken | undefined): string | undefined {
  if (token?.kind === 'name') return token.text;
  return token?.kind === 'word' ? token.source : undefined;
}

function namesIn(tokens: readonly SqlToken[]): string[] {
  return splitAt(tokens, ',').map(([name]) => nameOf(name) ?? '');
}

/** What stands in the bracket that opens there. */
function bracketAt(tokens: readonly SqlToken[], open: number): SqlToken[] {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const { kind, text } = tokens[at] as SqlToken;
    if (kind === 'sign' && text === '(') depth++;
    if (kind === 'sign' && text === ')' && --depth === 0) return tokens.slice(open + 1, at);
  }
  return tokens.slice(open + 1);
}

/** Where a word stands outside of brackets, or at all. */
function indexOfWord(tokens: readonly SqlToken[], word: string, isLoose = false): number {
  let depth = 0;
  const index = tokens.findIndex(({ kind, text }) => {
    if (kind === 'sign' && text === '(') depth++;
    if (kind === 'sign' && text === ')') depth--;
    return depth === 0 && kind === 'word' && text === word;
  });
  return index < 0 && isLoose
    ? tokens.findIndex(({ kind, text }) => kind === 'word' && text === word)
    : index;
}

function until(tokens: readonly SqlToken[], end: RegExp): SqlToken[] {
  let depth = 0;
  const at = tokens.findIndex(({ kind, text }) => {
    if (kind === 'sign' && text === '(') depth++;
    if (kind === 'sign' && text === ')') depth--;
    return depth === 0 && kind === 'word' && end.test(text);
  });
  return tokens.slice(0, at < 0 ? undefined : at);
}

function told(tokens: readonly SqlToken[]): string {
  return tokens
    .map(({ kind, value, source }) => (kind === 'value' && value !== undefined ? String(value) : source))
    .join(' ')
    .replace(/ ?([(),.]) ?/g, '$1');
}
