/** A value in a statement, as the protocols carry it. */
export type SqlValue = string | number | boolean | null;

export type SqlDialect = 'mysql' | 'pg';

export interface SqlToken {
  /** `word`: as it is written, in capitals in `text`; `name`: a word or what is quoted as a name. */
  readonly kind: 'word' | 'name' | 'value' | 'sign';
  readonly text: string;
  readonly source: string;
  readonly value?: SqlValue;
}

const pieces =
  /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*"|`[^`]*`|\$\d+|\?|\d+(?:\.\d+)?|[A-Za-z_][\w$]*|[\s\S]/g;

/** The words, names, values and signs of a text of SQL; placeholders become the values that they stand for. */
export function sqlTokens(sql: string, dialect: SqlDialect, values: readonly SqlValue[] = []): SqlToken[] {
  let asked = 0;
  const tokens: SqlToken[] = [];
  for (const [source] of sql.matchAll(pieces)) {
    if (/^(\s|--|\/\*)/.test(source)) continue;
    const valueToken = (value: SqlValue): SqlToken => ({ kind: 'value', text: source, source, value });
    if (source === '?') tokens.push(valueToken(values[asked++] ?? null));
    else if (/^\$\d/.test(source)) tokens.push(valueToken(values[Number(source.slice(1)) - 1] ?? null));
    else if (/^\d/.test(source)) tokens.push(valueToken(Number(source)));
    else if (source.length > 1 && (source[0] === "'" || (source[0] === '"' && dialect === 'mysql')))
      tokens.push(valueToken(unquoted(source)));
    else if (source.length > 1 && /^["`]/.test(source))
      tokens.push({ kind: 'name', text: unquoted(source), source });
    else if (/^(null|true|false)$/i.test(source))
      tokens.push(valueToken(source.toLowerCase() === 'null' ? null : source.toLowerCase() === 'true'));
    else if (/^\w/.test(source)) tokens.push({ kind: 'word', text: source.toUpperCase(), source });
    else tokens.push({ kind: 'sign', text: source, source });
  }
  return tokens;
}

function unquoted(source: string): string {
  const quote = source[0] ?? '';
  return source
    .slice(1, -1)
    .replaceAll(quote + quote, quote)
    .replace(/\\([\s\S])/g, '$1');
}

/** The parts between signs that stand outside of brackets. */
export function splitAt(tokens: readonly SqlToken[], sign: string): SqlToken[][] {
  const parts: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'sign' && token.text === '(') depth++;
    if (token.kind === 'sign' && token.text === ')') depth--;
    if (depth === 0 && token.text === sign && token.kind !== 'value') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
