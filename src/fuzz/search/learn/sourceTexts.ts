/** A text that stands in quotes in a source. */
export interface QuotedText {
  readonly quote: string;
  /** With its escapes. */
  readonly text: string;
}

const lineEnds = '\n\r\u2028\u2029';

/** The texts in quotes, each source character being looked at once for each sort of quote, however many are never closed. */
export function* quotedIn(source: string): Generator<QuotedText> {
  const unclosedUntil: Record<string, number> = { "'": 0, '"': 0, '`': 0 };
  for (let at = 0; at < source.length; at++) {
    const quote = source[at] as string;
    const known = unclosedUntil[quote];
    if (known === undefined || at < known) continue;
    const end = endOf(source, at + 1, quote);
    if (source[end] === quote) {
      yield { quote, text: source.slice(at + 1, end) };
      at = end;
    } else unclosedUntil[quote] = end;
  }
}

/** Where the closing quote stands, or what no text in such quotes can hold. */
function endOf(source: string, start: number, quote: string): number {
  let at = start;
  for (; at < source.length; at++) {
    const char = source[at] as string;
    if (char === quote || (char === '\n' && quote !== '`')) return at;
    if (char !== '\\') continue;
    const escaped = source[at + 1];
    if (escaped === undefined || lineEnds.includes(escaped)) return at;
    at++;
  }
  return at;
}

const fewest = 2;
const most = 120;

/** What stands between the slashes of regular expressions, as far as they are short and something is done with them. */
export function* expressionsIn(source: string): Generator<string> {
  for (let at = source.indexOf('/'); at >= 0; ) {
    const end = bodyEnd(source, at + 1);
    const flagsEnd = end === undefined ? undefined : usedAfter(source, end + 1);
    if (flagsEnd !== undefined) yield source.slice(at + 1, end);
    at = source.indexOf('/', flagsEnd ?? at + 1);
  }
}

/** Where what follows an expression ends, when it is its flags and a dot, a comma, a bracket or the end of a statement. */
function usedAfter(source: string, start: number): number | undefined {
  let at = start;
  while ('dgimsuvy'.includes(source[at] ?? ' ')) at++;
  return '.,);'.includes(source[at] ?? ' ') ? at + 1 : undefined;
}

/** Where the slash stands that ends an expression. */
function bodyEnd(source: string, start: number): number | undefined {
  let at = start;
  for (let count = 0; ; count++) {
    const char = source[at];
    if (char === '/') return count >= fewest ? at : undefined;
    if (char === undefined || char === '\n' || char === '*' || count === most) return undefined;
    if (char !== '\\') at++;
    else {
      const escaped = source[at + 1];
      if (escaped === undefined || lineEnds.includes(escaped)) return undefined;
      at += 2;
    }
  }
}
