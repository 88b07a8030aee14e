import { isObject } from '../../kernel/json.js';
import { Misuse } from '../../kernel/misuse.js';

/** What stands in a file of Terraform that is no literal value: a reference, a call, a template. */
export class Expression {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A block: `resource "tencentcloud_scf_function" "app" { … }`. */
export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: HclBody;
}

/** The attributes of a body, and the blocks in it. */
export interface HclBody {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly blocks: readonly HclBlock[];
}

/** A parsed file of Terraform. */
export interface HclDocument {
  readonly hcl: HclBody;
}

/** True for a text in Terraform's language, by a block at the beginning of a line. */
export function isHcl(text: string): boolean {
  return text
    .split('\n')
    .some((line) =>
      /^(?:resource|data|provider|variable|output|module) "[^"\n]*"|^(?:terraform|locals) ?\{/.test(line),
    );
}

/**
 * Reads what is literal of a text in Terraform's language; all else is an {@link Expression}.
 *
 * @throws Misuse INVALID_CONFIG for a block that does not end.
 */
export function hclDocument(text: string): HclDocument {
  return { hcl: new Reader(text).body() };
}

/** True for what {@link hclDocument} gives. */
export function isHclDocument(document: unknown): document is HclDocument {
  return isObject(document) && isObject(document.hcl) && Array.isArray(document.hcl.blocks);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** A body: that of the file up to its end, that of a block, which begins in a line, up to its closing brace. */
  body(line?: number): HclBody {
    const attributes: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    const blocks: HclBlock[] = [];
    for (;;) {
      this.#skip({ lines: true });
      const name = this.#word();
      if (name === undefined) {
        const end = this.#text[this.#at];
        this.#at++;
        if (end === undefined && line !== undefined)
          throw new Misuse(
            'INVALID_CONFIG',
            `Cannot read the configuration: the block in line ${line} has no closing brace. Mend that place.`,
          );
        if (end === undefined || end === '}') return { attributes, blocks };
        continue;
      }
      this.#skip({ lines: false });
      if (this.#text[this.#at] === '=') {
        this.#at++;
        attributes[name] = this.#value();
      } else {
        const labels = this.#labels();
        if (this.#text[this.#at] !== '{') continue;
        const line = this.#text.slice(0, this.#at).split('\n').length;
        this.#at++;
        blocks.push({ type: name, labels, body: this.body(line) });
      }
    }
  }

  #labels(): string[] {
    const labels: string[] = [];
    for (;;) {
      this.#skip({ lines: false });
      const label = this.#text[this.#at] === '"' ? this.#quoted() : this.#word();
      if (label === undefined) return labels;
      labels.push(typeof label === 'string' ? label : label.text);
    }
  }

  /** A value; where more follows it than it, all of that is one expression. */
  #value(): unknown {
    this.#skip({ lines: false });
    const start = this.#at;
    const value = this.#literal();
    this.#skip({ lines: false });
    const next = this.#text[this.#at];
    if (value !== undefined && (next === undefined || ',\n}])'.includes(next))) return value;
    this.#at = start;
    return this.#expression();
  }

  #literal(): unknown {
    const text = this.#text;
    const first = text[this.#at];
    if (first === '"') return this.#quoted();
    if (first === '[') return this.#list();
    if (first === '{') return this.#map();
    if (text.startsWith('<<', this.#at)) return this.#heredoc();
    const number = /-?\d+(?:\.\d+)?/y;
    number.lastIndex = this.#at;
    const digits = number.exec(text)?.[0];
    if (digits !== undefined) {
      this.#at += digits.length;
      return Number(digits);
    }
    const word = this.#word();
    if (word === 'jsonencode' && text[this.#at] === '(') return this.#encoded();
    return new Map<string | undefined, unknown>([
      ['true', true],
      ['false', false],
      ['null', null],
    ]).get(word);
  }

  /** `jsonencode(…)` of a literal value is its JSON. */
  #encoded(): unknown {
    this.#at++;
    this.#skip({ lines: true });
    const value = this.#value();
    this.#skip({ lines: true });
    if (this.#text[this.#at] !== ')') return undefined;
    this.#at++;
    return expressionIn(value) === undefined ? JSON.stringify(value) : expressionIn(value);
  }

  /** A text in quotes; an expression where a template stands in it. */
  #quoted(): string | Expression {
    const start = this.#at++;
    let value = '';
    let isTemplate = false;
    for (; this.#at < this.#text.length && this.#text[this.#at] !== '"'; this.#at++) {
      const letter = this.#text[this.#at] as string;
      if (letter === '\\') {
        this.#at++;
        const escaped = this.#text[this.#at] ?? '';
        const code = /^[uU]/.test(escaped)
          ? this.#text.slice(this.#at + 1, this.#at + (escaped === 'u' ? 5 : 9))
          : '';
        if (/^[\da-fA-F]+$/.test(code)) this.#at += code.length;
        value += code === '' ? (escapes[escaped] ?? escaped) : characterOf(code);
        continue;
      }
      if ((letter === '$' || letter === '%') && this.#text[this.#at + 1] === '{') {
        if (this.#text[this.#at - 1] !== letter) isTemplate = true;
        else value = value.slice(0, -1);
      }
      value += letter;
    }
    this.#at++;
    return isTemplate ? new Expression(this.#text.slice(start, this.#at)) : value;
  }

  #heredoc(): unknown {
    const head = /<<(-?)(\w+)\r?\n/y;
    head.lastIndex = this.#at;
    const [all = '', dash, word] = head.exec(this.#text) ?? [];
    if (word === undefined) return undefined;
    const start = this.#at + all.length;
    const lines: string[] = [];
    for (let at = start; at < this.#text.length; ) {
      const end = this.#text.indexOf('\n', at);
      const line = this.#text.slice(at, end < 0 ? undefined : end);
      if (line.trim() === word) {
        this.#at = at + line.length;
        const text = lines.map((one) => `${dash === '-' ? one.trimStart() : one}\n`).join('');
        return /[$%]\{/.test(text) ? new Expression(`<<${word}`) : text;
      }
      lines.push(line);
      if (end < 0) return undefined;
      at = end + 1;
    }
    return undefined;
  }

  #list(): unknown[] {
    this.#at++;
    const items: unknown[] = [];
    for (;;) {
      this.#skip({ lines: true });
      const next = this.#text[this.#at];
      if (next === undefined || next === ']') {
        this.#at++;
        return items;
      }
      if (next === ',') this.#at++;
      else items.push(this.#value());
    }
  }

  #map(): Record<string, unknown> {
    this.#at++;
    const entries: [string, unknown][] = [];
    for (;;) {
      this.#skip({ lines: true });
      const next = this.#text[this.#at];
      if (next === undefined || next === '}') {
        this.#at++;
        return Object.fromEntries(entries);
      }
      if (next === ',') {
        this.#at++;
        continue;
      }
      const start = this.#at;
      const name = next === '"' ? this.#quoted() : this.#word();
      this.#skip({ lines: false });
      if (typeof name === 'string' && /[=:]/.test(this.#text[this.#at] ?? '')) {
        this.#at++;
        entries.push([name, this.#value()]);
      } else {
        this.#at = start;
        entries.push([`(${start})`, this.#expression()]);
      }
    }
  }

  /** Whatever stands there, up to the end of its line, or of what it is in; brackets in it are its own. */
  #expression(): Expression {
    const start = this.#at;
    for (let depth = 0; this.#at < this.#text.length; this.#at++) {
      const letter = this.#text[this.#at] as string;
      if (letter === '"') {
        this.#quoted();
        this.#at--;
      } else if ('([{'.includes(letter)) depth++;
      else if (')]}'.includes(letter) && depth-- === 0) break;
      else if (depth === 0 && ',\n'.includes(letter)) break;
    }
    if (this.#at === start) this.#at++;
    return new Expression(this.#text.slice(start, this.#at).trim());
  }

  #word(): string | undefined {
    const word = /[A-Za-z_][\w-]*/y;
    word.lastIndex = this.#at;
    const found = word.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  /** Passes over blanks and comments. */
  #skip({ lines }: { readonly lines: boolean }): void {
    for (;;) {
      const letter = this.#text[this.#at];
      const two = this.#text.slice(this.#at, this.#at + 2);
      if (letter === ' ' || letter === '\t' || letter === '\r' || (lines && letter === '\n')) this.#at++;
      else if (letter === '#' || two === '//')
        this.#at = endOr(this.#text, this.#text.indexOf('\n', this.#at));
      else if (two === '/*') this.#at = endOr(this.#text, this.#text.indexOf('*/', this.#at + 2), 2);
      else return;
    }
  }
}

function endOr(text: string, at: number, more = 0): number {
  return at < 0 ? text.length : at + more;
}

function characterOf(code: string): string {
  const point = Number.parseInt(code, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '�';
}

/** The first expression in a value. */
export function expressionIn(value: unknown): Expression | undefined {
  if (value instanceof Expression) return value;
  const inner = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  for (const one of inner) {
    const found = expressionIn(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
