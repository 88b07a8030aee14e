/** Where a value of a JSON text stands. */
export interface JsonPlace {
  /** The name of the field; that of the list for what stands in one; empty at the top. */
  readonly name: string;
  /** A field around it is named as a secret. */
  readonly inSecret: boolean;
}

/** What becomes of the parts of a JSON text; what comes back as it was leaves the text as it is. */
export interface JsonChanges {
  isSecretName(name: string): boolean;
  name(name: string): string;
  text(text: string, place: JsonPlace): string;
  /** The digits as they are written, however many there are. */
  number(digits: string, place: JsonPlace): string;
}

interface Frame extends JsonPlace {
  readonly isObject: boolean;
  /** In an object: a name comes next. */
  wantsName: boolean;
  /** In an object: the name that was read last. */
  field: string;
  /** What an object calls its own value, as in `{"Key":"TOKEN","Value":"…"}`; empty where it does not. */
  label: string;
}

const top: JsonPlace = { name: '', inSecret: false };
const labelName = /^(?:key|name|k|header|headerName)$/i;
const labelledName = /^(?:value|v|headerValue)$/i;
const numberAt = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * A JSON text with some of its names, texts and numbers changed: digits, white space, order and all else stay as they are
 * written, however deeply it is nested. Undefined when it is no JSON object, array or text.
 */
export function rewriteJson(text: string, changes: JsonChanges): string | undefined {
  if (!/^[{["]/.test(text.trimStart()) || !isJson(text)) return undefined;
  return new Rewriting(text, changes).done();
}

class Rewriting {
  readonly #text: string;
  readonly #changes: JsonChanges;
  readonly #frames: Frame[] = [];
  readonly #parts: string[] = [];
  #at = 0;
  #copied = 0;

  constructor(text: string, changes: JsonChanges) {
    this.#text = text;
    this.#changes = changes;
  }

  done(): string {
    while (this.#at < this.#text.length) this.#step(this.#text[this.#at] as string);
    return this.#parts.length === 0 ? this.#text : this.#parts.join('') + this.#text.slice(this.#copied);
  }

  #step(char: string): void {
    const frame = this.#frames.at(-1);
    if (char === '"') this.#string(frame);
    else if (char === '-' || (char >= '0' && char <= '9')) this.#number();
    else {
      if (char === '{' || char === '[') this.#open({ isObject: char === '{' });
      else if (char === '}' || char === ']') this.#frames.pop();
      else if (char === ',' && frame !== undefined) frame.wantsName = frame.isObject;
      this.#at++;
    }
  }

  #open({ isObject }: { readonly isObject: boolean }): void {
    const { name, inSecret } = this.#place();
    const isSecret = inSecret || (isObject && this.#changes.isSecretName(name));
    this.#frames.push({ isObject, name, inSecret: isSecret, wantsName: isObject, field: '', label: '' });
  }

  #place(): JsonPlace {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return top;
    const { isObject, field, name, label, inSecret } = frame;
    const isLabelled = label !== '' && isObject && labelledName.test(field);
    return { name: isLabelled ? label : isObject ? field : name, inSecret };
  }

  #string(frame: Frame | undefined): void {
    const end = endOfString(this.#text, this.#at);
    const value = JSON.parse(this.#text.slice(this.#at, end)) as string;
    const isName = frame?.wantsName === true;
    const changed = isName ? this.#changes.name(value) : this.#changes.text(value, this.#place());
    if (isName) {
      frame.wantsName = false;
      frame.field = value;
    } else if (frame?.isObject === true && labelName.test(frame.field)) frame.label = value;
    if (changed !== value) this.#put(JSON.stringify(changed), end);
    this.#at = end;
  }

  #number(): void {
    numberAt.lastIndex = this.#at;
    const digits = numberAt.exec(this.#text)?.[0] ?? '';
    const changed = this.#changes.number(digits, this.#place());
    const end = this.#at + digits.length;
    if (changed !== digits) this.#put(changed, end);
    this.#at = end;
  }

  #put(changed: string, end: number): void {
    this.#parts.push(this.#text.slice(this.#copied, this.#at), changed);
    this.#copied = end;
  }
}

/** Where the string ends that begins at a place of a valid JSON text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text[first - 1] === '\\') first--;
    if ((end - first) % 2 === 0) return end + 1;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
