/** Any value that JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}

/** A JSON Schema, as far as contracts use it. */
export interface JsonSchema {
  readonly [keyword: string]: JsonValue | undefined;
}

/** Node's, which counts without writing; a browser has none. */
const nodeBuffer = typeof Buffer === 'undefined' ? undefined : Buffer;

/** How many bytes a text takes in UTF-8. */
export function utf8Bytes(text: string): number {
  return nodeBuffer?.byteLength(text, 'utf8') ?? new TextEncoder().encode(text).length;
}

/** How many bytes the compact JSON of a value takes in UTF-8; this is what the platform's size limits count. */
export function jsonBytes(value: unknown): number {
  try {
    return utf8Bytes(JSON.stringify(value));
  } catch (error) {
    if (error instanceof RangeError) return deepJsonBytes(value);
    throw error;
  }
}

/** The same without recursion, for values nested more deeply than JSON.stringify can follow. */
function deepJsonBytes(value: unknown): number {
  let bytes = 0;
  const rest: unknown[] = [value];
  while (rest.length > 0) {
    const part = rest.pop();
    if (typeof part !== 'object' || part === null) {
      bytes += utf8Bytes(JSON.stringify(part) ?? 'null');
      continue;
    }
    const entries = Object.entries(part).filter(([, inner]) => inner !== undefined || Array.isArray(part));
    bytes += 2 + Math.max(0, entries.length - 1);
    for (const [name, inner] of entries) {
      if (!Array.isArray(part)) bytes += utf8Bytes(JSON.stringify(name)) + 1;
      rest.push(inner);
    }
  }
  return bytes;
}

/** True for an object that is neither null nor an array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sets a property even when it is called `__proto__`, as JSON.parse does. */
export function setOwn(target: object, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    (target as Record<string, unknown>)[name] = value;
  }
}

/** The same object with its keys in alphabetical order, as in captured events. */
export function inOrder<Value extends object>(value: Value): Value {
  const result = {};
  for (const name of Object.keys(value).sort()) setOwn(result, name, value[name as keyof Value]);
  return result as Value;
}

/** How many characters (code points) a text has; JSON Schema counts lengths so. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** What a text says as JSON, a plain number or text included; undefined when it is none. */
export function parsedJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Which texts {@link jsonInside} reads. */
export interface InsideOptions {
  /** Read JSON that is a text as well: `"a"` with its quotes holds `a`. */
  readonly withTexts?: boolean;
  /** Leave texts with more UTF-16 units alone. */
  readonly maxLength?: number;
  /** Leave texts with more opening brackets alone: what is nested too deeply cannot be written again. */
  readonly maxBrackets?: number;
}

/** The JSON object or array that a text holds; undefined when it holds none. */
export function jsonInside(text: string, options: InsideOptions = {}): JsonValue | undefined {
  const { withTexts = false, maxLength, maxBrackets } = options;
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[' && !(withTexts && first === '"')) return undefined;
  if (maxLength !== undefined && text.length > maxLength) return undefined;
  if (maxBrackets !== undefined && text.split(/[[{]/, maxBrackets + 2).length > maxBrackets + 1)
    return undefined;
  return parsedJson(text);
}
