/** What stands at a place of a text. */
export interface RelaxedValue {
  readonly value: unknown;
  /** Where it ends. */
  readonly end: number;
  /** True when whoever wrote it left something out: `[Object]`, `... 90 more items`. */
  readonly cut: boolean;
  /** True when it holds an integer above 2^53, of which JavaScript keeps only the first digits. */
  readonly inexact: boolean;
}

const deepest = 64;
const maxTokenLength = 64;

/** Thrown when the text may go on, and what there is of it is right so far; made once, since a stack takes long. */
const unfinished = new Error('unfinished');
/** Thrown when it is no such value. */
const mismatch = new Error('mismatch');

/**
 * Reads the object or array that begins at a place: as JSON, as Node's console.log writes it, or as Python's print does.
 *
 * @param how `isWhole` is false when the text may go on, so that its last characters mean little.
 * @returns `'unfinished'` when the text ends before it does, undefined when it is none.
 */
export function relaxedJsonAt(
  text: string,
  at: number,
  { isWhole }: { readonly isWhole: boolean },
): RelaxedValue | 'unfinished' | undefined {
  try {
    return new Reader(text, at, { isWhole }).read();
  } catch (error) {
    if (error === unfinished) return 'unfinished';
    if (error === mismatch) return undefined;
    throw error;
  }
}

const words: Readonly<Record<string, unknown>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
  undefined: undefined,
  NaN: null,
  Infinity: null,
};

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

class Reader {
  readonly #text: string;
  readonly #isWhole: boolean;
  #at: number;
  #cut = false;
  #inexact = false;

  constructor(text: string, at: number, { isWhole }: { readonly isWhole: boolean }) {
    this.#text = text;
    this.#isWhole = isWhole;
    this.#at = at;
  }

  read(): RelaxedValue {
    const value = this.#value(0);
    return { value, end: this.#at, cut: this.#cut, inexact: this.#inexact };
  }

  #value(depth: number): unknown {
    if (depth > deepest) throw this.#mismatch();
    const char = this.#peek();
    if (char === '{') return this.#object(depth);
    if (char === '[') return this.#bracketed(depth);
    if (char === '"' || char === "'" || char === '`') return this.#strings();
    if (char === '<') return this.#leftOut(/<[^<>\n]*>/y);
    return this.#word();
  }

  #object(depth: number): unknown {
    const object = {};
    this.#at++;
    while (this.#peek() !== '}') {
      const key = this.#key();
      if (this.#peek() !== ':') throw this.#mismatch();
      this.#at++;
      const value = this.#value(depth + 1);
      if (value !== undefined)
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
      this.#comma('}');
    }
    this.#at++;
    return object;
  }

  #key(): string {
    const char = this.#peek();
    if (char === '"' || char === "'") return this.#string();
    const name = this.#match(/[A-Za-z_$][\w$]*/y);
    if (name === undefined) throw this.#mismatch();
    return name;
  }

  /** An array, `[Object]` for one that was left out, or the `[Object: null prototype]` before an object. */
  #bracketed(depth: number): unknown {
    if (this.#match(/\[Object: null prototype\]\s*(?=\{)/y) !== undefined) return this.#object(depth);
    if (/[A-Z]/.test(this.#text[this.#at + 1] ?? ''))
      return this.#leftOut(/\[(?:Object|Array|Circular|Function|Getter)[^\]\n]*\]/y);
    const list: unknown[] = [];
    this.#at++;
    while (this.#peek() !== ']') {
      if (this.#match(/\.\.\. \d+ more items?/y) !== undefined) this.#cut = true;
      else list.push(this.#value(depth + 1));
      this.#comma(']');
    }
    this.#at++;
    return list;
  }

  #leftOut(pattern: RegExp): undefined {
    if (this.#match(pattern) === undefined) throw this.#mismatch();
    this.#cut = true;
    return undefined;
  }

  #comma(closing: string): void {
    const char = this.#peek();
    if (char === ',') this.#at++;
    else if (char !== closing) throw this.#mismatch();
  }

  /** Long ones are written as `'…' +` and go on in the next line, or end in `... 20 more characters`. */
  #strings(): string {
    let text = this.#string();
    while (this.#match(/\s*\+\s*(?=['"`])/y) !== undefined) text += this.#string();
    if (this.#match(/\.\.\. \d+ more characters?/y) !== undefined) this.#cut = true;
    return text;
  }

  #string(): string {
    const quote = this.#text[this.#at];
    let result = '';
    for (let from = ++this.#at; ; this.#at++) {
      const char = this.#text[this.#at];
      if (char === undefined) throw unfinished;
      if (char === '\n') throw this.#mismatch();
      if (char !== quote && char !== '\\') continue;
      result += this.#text.slice(from, this.#at);
      if (char === quote) {
        this.#at++;
        return result;
      }
      result += this.#escape();
      from = this.#at + 1;
    }
  }

  /** Leaves the place on the last character of the escape. */
  #escape(): string {
    if (this.#text.length - this.#at < maxTokenLength && !this.#isWhole) throw unfinished;
    const hex = this.#match(/\\(?:u\{[0-9a-f]{1,6}\}|u[0-9a-f]{4}|x[0-9a-f]{2}|U[0-9a-f]{8})/iy);
    if (hex !== undefined) {
      this.#at--;
      const code = Number.parseInt(hex.replaceAll(/[\\uUx{}]/g, ''), 16);
      if (code > 0x10_ffff) throw this.#mismatch();
      return String.fromCodePoint(code);
    }
    const char = this.#text[++this.#at] ?? '';
    return escapes[char] ?? char;
  }

  #word(): unknown {
    const number = this.#match(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?n?/y);
    if (number !== undefined) {
      if (this.#at === this.#text.length) throw unfinished;
      const value = Number(number.replace(/n$/, ''));
      if (/^-?\d+n?$/.test(number) && !Number.isSafeInteger(value)) this.#inexact = true;
      return value;
    }
    const prefix = this.#match(/(?:u|b|r)(?=['"])/y);
    if (prefix !== undefined) return this.#strings();
    const word = this.#match(/[A-Za-z]+/y);
    if (this.#at === this.#text.length) throw unfinished;
    if (word === undefined || !Object.hasOwn(words, word)) throw this.#mismatch();
    return words[word];
  }

  /** The next character that is no white space. */
  #peek(): string {
    for (; ; this.#at++) {
      const char = this.#text[this.#at];
      if (char === undefined) throw unfinished;
      if (char !== ' ' && char !== '\n' && char !== '\r' && char !== '\t') return char;
    }
  }

  /** Near the end of a text that goes on, what does not match yet may do so later. */
  #mismatch(): Error {
    return !this.#isWhole && this.#text.length - this.#at < maxTokenLength ? unfinished : mismatch;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text)?.[0];
    if (match !== undefined) this.#at += match.length;
    return match;
  }
}
