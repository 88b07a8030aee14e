import { fileURLToPath } from 'node:url';

/** Where a line of a stack says that code stands; lines and columns begin at 1. */
export interface StackFrame {
  /** What V8 writes before the place, such as `async Object.main_handler`; empty for code outside of a named function. */
  readonly name: string;
  /** A path, or an address of another sort than `file:`, such as `node:fs`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where the place begins behind the name of a function, which may hold brackets of its own. */
const placeStart = / \((?=[\\/]|[A-Za-z][\w+.-]*:|eval at |<anonymous>)/;
const place = /^(.*):(\d+):(\d+)$/s;

/**
 * Reads a line of a stack as V8 writes it: `at name (file:1:2)`, `at file:1:2`, `at async …`. Code of `eval` stands
 * where `eval` was called. Files may have any characters in their names.
 *
 * @returns undefined for a line that names no file, such as `at JSON.parse (<anonymous>)`.
 */
export function stackFrameOf(text: string): StackFrame | undefined {
  const said = /^\s*at (.*)$/s.exec(text)?.[1]?.trimEnd();
  if (said === undefined) return undefined;
  const { name, at } = partsOf(said);
  const evaluated = /^eval at (.*\)), .*$/s.exec(at)?.[1];
  if (evaluated !== undefined) {
    const caller = stackFrameOf(`at ${evaluated}`);
    return caller === undefined ? undefined : { ...caller, name };
  }
  const [, address, line, column] = place.exec(at) ?? [];
  if (address === undefined || address.startsWith('<anonymous>')) return undefined;
  return { name, file: fileOf(address), line: Number(line), column: Number(column) };
}

function partsOf(said: string): { readonly name: string; readonly at: string } {
  const opening = said.endsWith(')') ? (placeStart.exec(said)?.index ?? said.indexOf(' (')) : -1;
  if (opening >= 0) return { name: said.slice(0, opening), at: said.slice(opening + 2, -1) };
  const name = /^async /.test(said) ? 'async' : '';
  return { name, at: name === '' ? said : said.slice('async '.length) };
}

/** The path of a file's address; a query, such as the one that loads a module anew, is left out. */
function fileOf(address: string): string {
  const plain = address.replace(/\?[^?]*$/, '');
  if (!plain.startsWith('file:')) return plain;
  try {
    return fileURLToPath(plain);
  } catch {
    return plain;
  }
}
