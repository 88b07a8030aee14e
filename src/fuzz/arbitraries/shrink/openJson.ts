import { gunzipSync, gzipSync } from 'fflate';
import { base64Of, bytesOfBase64 } from '../../../kernel/base64.js';
import { isObject, type JsonValue, jsonInside, setOwn } from '../../../kernel/json.js';

/** What was found in an encoded text, and how to write it around another content. */
interface Content {
  readonly inner: OpenJson;
  write(inner: JsonValue): JsonValue;
}

/** A text that holds something encoded (JSON, or Base64 of text or of gzip); opened when it is looked into. */
export class Encoded {
  readonly #open: () => Content;
  #content: Content | undefined;

  /** @param original the text as it stands; undefined once its content was changed. */
  constructor(
    readonly original: JsonValue | undefined,
    open: () => Content,
  ) {
    this.#open = open;
  }

  get inner(): OpenJson {
    return this.content.inner;
  }

  get content(): Content {
    this.#content ??= this.#open();
    return this.#content;
  }

  /** The same encoding around another content. */
  around(inner: OpenJson): Encoded {
    return new Encoded(undefined, () => ({ ...this.content, inner }));
  }

  /** What an encoding in an encoding holds in the end, since JSON asks once. */
  toJSON(): OpenJson {
    return this.inner instanceof Encoded ? this.inner.toJSON() : this.inner;
  }
}

/** JSON in which encoded texts are opened. */
export type OpenJson = string | number | boolean | null | Encoded | readonly OpenJson[] | OpenObject;

/** An object of it. */
export interface OpenObject {
  readonly [name: string]: OpenJson;
}

/** More than this is not unpacked. */
const maxBytes = 16_777_216;
const shortestEncoded = 8;
/** What is nested deeper is left as it is. */
const deepest = 64;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Opens every text in a value that holds JSON, or Base64 of text or of gzip, as deep as it goes. */
export function opened(value: unknown, depth = 0): OpenJson {
  if (typeof value === 'string') return openedText(value, depth);
  if (depth > deepest) return new Encoded(value as JsonValue, () => asItIs(''));
  if (Array.isArray(value)) return value.map((item) => opened(item, depth + 1));
  if (!isObject(value)) return value as string | number | boolean | null;
  const object = {};
  for (const name of Object.keys(value)) {
    if (value[name] !== undefined) setOwn(object, name, opened(value[name], depth + 1));
  }
  return object;
}

/** The value again, with every encoded text written anew. */
export function closed(value: OpenJson): JsonValue {
  if (value instanceof Encoded) return value.original ?? value.content.write(closed(value.inner));
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  const object = {};
  for (const [name, part] of Object.entries(value)) setOwn(object, name, closed(part));
  return object;
}

function openedText(text: string, depth: number): OpenJson {
  if (depth > deepest) return text;
  const first = text.trimStart()[0];
  if (first === '{' || first === '[') return new Encoded(text, () => jsonIn(text, depth));
  if (text.length < shortestEncoded || text.length % 4 !== 0 || !base64.test(text)) return text;
  return new Encoded(text, () => base64In(text, depth));
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

function asItIs(inner: OpenJson): Content {
  return { inner, write: (changed) => changed };
}

function jsonIn(text: string, depth: number): Content {
  const json = isDeep(text) ? undefined : jsonInside(text);
  return json === undefined
    ? asItIs(text)
    : { inner: opened(json, depth + 1), write: (inner) => JSON.stringify(inner) };
}

function base64In(text: string, depth: number): Content {
  const bytes = bytesOfBase64(text);
  const unzipped = bytes && unzip(bytes);
  const inside = bytes && textOf(unzipped ?? bytes);
  if (inside === undefined) return asItIs(text);
  const inner = openedText(inside, depth + 1);
  if (unzipped === undefined) return { inner, write: (changed) => base64Of(String(changed)) };
  return {
    inner,
    write: (changed) => base64Of(gzipSync(Buffer.from(String(changed)), { mtime: 0 })),
  };
}

/** True for JSON that is nested so deep that writing it again would take the whole stack. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= deepest; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5b || unit === 0x7b) depth++;
    else if (unit === 0x5d || unit === 0x7d) depth--;
  }
  return depth > deepest;
}

function unzip(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes.length < 18) return undefined;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  if (size > maxBytes) return undefined;
  try {
    return gunzipSync(bytes, { out: new Uint8Array(size) });
  } catch {
    return undefined;
  }
}

/** The text that bytes hold in UTF-8; undefined when they hold none that people write. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = decoder.decode(bytes);
    return /\p{Cc}/u.test(text.replace(/\s/g, '')) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Leads from the root to a part; `(opened)` steps into an encoded text. */
export type TreePath = readonly (string | number)[];

const intoEncoded = '(opened)';

export function partAt(tree: OpenJson, path: TreePath): OpenJson | undefined {
  let part: OpenJson | undefined = tree;
  for (const key of path) {
    if (part instanceof Encoded) part = part.inner;
    else if (Array.isArray(part)) part = (part as readonly OpenJson[])[key as number];
    else part = isOpenObject(part) ? part[key] : undefined;
  }
  return part;
}

export function withPart(tree: OpenJson, path: TreePath, change: (part: OpenJson) => OpenJson): OpenJson {
  const [key, ...rest] = path;
  if (key === undefined) return change(tree);
  if (tree instanceof Encoded) return tree.around(withPart(tree.inner, rest, change));
  if (Array.isArray(tree))
    return (tree as readonly OpenJson[]).with(key as number, withPart(tree[key as number], rest, change));
  const object = tree as OpenObject;
  return Object.fromEntries(
    Object.entries(object).map(([name, part]) => [name, name === key ? withPart(part, rest, change) : part]),
  );
}

/** The paths of all parts that `wanted` takes, outer before inner. */
export function pathsOf(tree: OpenJson, wanted: (part: OpenJson) => boolean): TreePath[] {
  const paths: TreePath[] = [];
  visit(tree, []);
  return paths;

  function visit(part: OpenJson, path: TreePath): void {
    if (wanted(part)) paths.push(path);
    if (part instanceof Encoded) visit(part.inner, [...path, intoEncoded]);
    else if (Array.isArray(part)) for (const [index, item] of part.entries()) visit(item, [...path, index]);
    else if (isOpenObject(part))
      for (const [name, item] of Object.entries(part)) visit(item, [...path, name]);
  }
}

/** Where the longest array stands, and how long it is. */
export interface LongestArray {
  readonly path: TreePath;
  readonly length: number;
}

/** The longest array in a value; the outer one of two that are equally long. */
export function longestArray(tree: OpenJson): LongestArray | undefined {
  let longest: LongestArray | undefined;
  for (const path of pathsOf(tree, Array.isArray)) {
    const { length } = partAt(tree, path) as readonly OpenJson[];
    if (longest === undefined || length > longest.length) longest = { path, length };
  }
  return longest;
}

export function isOpenObject(part: OpenJson | undefined): part is OpenObject {
  return isObject(part) && !(part instanceof Encoded);
}
