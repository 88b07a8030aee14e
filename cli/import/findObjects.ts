import { StringDecoder } from 'node:string_decoder';
import { type RelaxedValue, relaxedJsonAt } from './relaxedJson.js';

/** An object that was found in a text. */
export interface FoundObject extends RelaxedValue {
  /** Line on which it begins, from 1. */
  readonly line: number;
}

/** What could not be read to its end. */
export interface Findings {
  /** Objects that the text broke off in, or that are larger than any event. */
  unfinished: number;
}

/** An event has 6 MB at the most, and up to four times as many characters when it is escaped or indented. */
const maxCharacters = 24 * 1024 * 1024;
const colours = /\p{Cc}\[[\d;]*m/gu;
const colourBegun = /\p{Cc}\[?[\d;]*$/u;

/** The objects that stand in a text, the outermost of each. */
export function* objectsIn(text: string, findings: Findings = { unfinished: 0 }): Generator<FoundObject> {
  yield* new Search(findings).all(text);
}

/** The objects in a stream of UTF-8, however long it is; holds 24 million characters of it at the most. */
export async function* objectsInStream(
  chunks: AsyncIterable<Uint8Array>,
  findings: Findings,
): AsyncGenerator<FoundObject> {
  const search = new Search(findings);
  const decoder = new StringDecoder('utf8');
  for await (const chunk of chunks)
    yield* search.more(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)));
  yield* search.all(decoder.end());
}

class Search {
  readonly #findings: Findings;
  #text = '';
  /** The line of the character that #counted stands at. */
  #line = 1;
  #counted = 0;
  /** An object that is not at its end is read again when there is twice as much of it. */
  #wanted = 0;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  *more(text: string): Generator<FoundObject> {
    this.#text += text;
    if (this.#text.length >= this.#wanted) yield* this.#search({ isEnd: false });
  }

  *all(text: string): Generator<FoundObject> {
    this.#text += text;
    yield* this.#search({ isEnd: true });
  }

  *#search({ isEnd }: { readonly isEnd: boolean }): Generator<FoundObject> {
    this.#text = this.#text.replaceAll(colours, '');
    const text = this.#text;
    let next = 0;
    for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', next)) {
      const found = escapedAt(text, at, { isWhole: isEnd }) ?? relaxedJsonAt(text, at, { isWhole: isEnd });
      if (found === 'unfinished' && !isEnd && text.length - at < maxCharacters) return this.#keep(at, 2);
      if (found === 'unfinished') this.#findings.unfinished++;
      next = typeof found === 'object' ? found.end : at + 1;
      if (typeof found !== 'object') continue;
      const line = this.#lineAt(at);
      if ('text' in found) {
        for (const inner of objectsIn(found.text, this.#findings)) yield { ...inner, line };
      } else yield { ...found, line };
    }
    this.#keep(Math.max(next, text.length - (colourBegun.exec(text.slice(-32))?.[0].length ?? 0)), 0);
  }

  #keep(from: number, growth: number): void {
    this.#lineAt(from);
    this.#text = this.#text.slice(from);
    this.#counted = 0;
    this.#wanted = growth * this.#text.length;
  }

  #lineAt(place: number): number {
    for (
      let at = this.#text.indexOf('\n', this.#counted);
      at >= 0 && at < place;
      at = this.#text.indexOf('\n', at + 1)
    ) {
      this.#line++;
    }
    this.#counted = place;
    return this.#line;
  }
}

/** What an object says that stands inside a string of a log line, its quotes escaped: `{\"Type\":…`. */
function escapedAt(
  text: string,
  at: number,
  { isWhole }: { readonly isWhole: boolean },
): { text: string; end: number } | 'unfinished' | undefined {
  const start = /\{\s*\\+"/y;
  start.lastIndex = at;
  if (!start.test(text)) return undefined;
  const stop = /(?<!\\)"|\n|$/g;
  stop.lastIndex = at;
  const end = stop.exec(text)?.index ?? text.length;
  if (end === text.length && !isWhole) return 'unfinished';
  const piece = text.slice(at, end);
  try {
    return { text: JSON.parse(`"${piece}"`) as string, end };
  } catch {
    return { text: piece.replaceAll(/\\(["\\/])/g, '$1'), end };
  }
}
