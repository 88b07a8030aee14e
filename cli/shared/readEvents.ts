import { createReadStream, readFileSync, statSync } from 'node:fs';
import { extname, relative, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Misuse } from '../../src/core.js';
import { filesBelow } from './filesBelow.js';
import { type Io, readAll } from './io.js';

/** A value that was read, or why nothing could be. */
export type ReadEvent =
  | { readonly source: string; readonly value: unknown; readonly remark?: string }
  | { readonly source: string; readonly problem: string };

/** How a file is read. */
interface Reading {
  /** An array is one event, not a list of events. */
  readonly whole: boolean;
}

const maxBytesAtOnce = 64 * 1024 * 1024;
const maxDepth = 1000;

/**
 * Reads events from files, directories and `-` (standard input): one JSON value, an array of events unless `whole`,
 * or JSON lines. Whatever a file holds ends in a value or a problem, never in an exception.
 *
 * @throws Misuse when a path does not exist or a directory holds no JSON.
 */
export async function* readEvents(
  paths: readonly string[],
  io: Io,
  { whole = false }: { readonly whole?: boolean } = {},
): AsyncGenerator<ReadEvent> {
  for (const path of paths) {
    if (path === '-') yield* fromBytes('-', await readAll(io.stdin), { whole });
    else
      for (const file of filesAt(resolve(io.cwd, path), path))
        yield* fromFile(file, relative(io.cwd, file) || file, { whole });
  }
}

function filesAt(path: string, shown: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const files = filesBelow(path, (name) => ['.json', '.ndjson', '.jsonl'].includes(extname(name)));
  if (files.length > 0) return files;
  throw new Misuse(
    'NO_EVENTS',
    `Cannot read events from ${shown}: the directory holds no .json, .ndjson or .jsonl file.`,
  );
}

async function* fromFile(file: string, shown: string, reading: Reading): AsyncGenerator<ReadEvent> {
  if (statSync(file).size <= maxBytesAtOnce) yield* fromBytes(shown, readFileSync(file), reading);
  else yield* fromLines(shown, createReadStream(file, { highWaterMark: 1 << 20 }));
}

function* fromBytes(source: string, bytes: Uint8Array, { whole }: Reading): Generator<ReadEvent> {
  const { text, remark, problem } = decoded(bytes);
  if (text === undefined) return yield { source, problem: problem ?? 'it is not text' };
  const noted = remark === undefined ? {} : { remark };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const lines = text.split('\n');
    if (
      lines.filter((line) => line.trim() !== '').length > 1 &&
      isJson(lines.find((line) => line.trim() !== ''))
    ) {
      return yield* fromTextLines(source, lines);
    }
    return yield {
      source,
      problem: text.trim() === '' ? 'it is empty' : `it is not JSON: ${(error as Error).message}`,
    };
  }
  if (Array.isArray(value) && !whole) {
    for (const [index, item] of value.entries())
      yield bounded({ source: `${source}[${index}]`, value: item, ...noted });
  } else yield bounded({ source, value, ...noted });
}

function decoded(bytes: Uint8Array): { text?: string; remark?: string; problem?: string } {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return hasMark
      ? { text, remark: 'it starts with a byte order mark, which JSON.parse refuses' }
      : { text };
  } catch {
    return { problem: 'it is not UTF-8' };
  }
}

function* fromTextLines(source: string, lines: Iterable<string>): Generator<ReadEvent> {
  let number = 0;
  for (const line of lines) {
    number++;
    if (line.trim() !== '') yield fromLine(`${source}:${number}`, line);
  }
}

function fromLine(source: string, line: string): ReadEvent {
  try {
    return bounded({ source, value: JSON.parse(line) });
  } catch (error) {
    return { source, problem: `it is not JSON: ${(error as Error).message}` };
  }
}

/** Reads a large file line by line; a line that is itself too large ends it. */
async function* fromLines(source: string, stream: Readable): AsyncGenerator<ReadEvent> {
  let number = 0;
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const line = Buffer.concat([...pending, chunk.subarray(from, end)]);
      [pending, pendingBytes, from] = [[], 0, end + 1];
      number++;
      if (line.length > 0) yield* fromBytesOfLine(`${source}:${number}`, line);
    }
    pending.push(chunk.subarray(from));
    pendingBytes += chunk.length - from;
    if (pendingBytes > maxBytesAtOnce) {
      yield {
        source: `${source}:${number + 1}`,
        problem: 'it is larger than 64 MB, and SCF sends 6 MB at the most',
      };
      return;
    }
  }
  if (pendingBytes > 0) yield* fromBytesOfLine(`${source}:${number + 1}`, Buffer.concat(pending));
}

function* fromBytesOfLine(source: string, line: Uint8Array): Generator<ReadEvent> {
  const { text, problem } = decoded(line);
  if (text === undefined) yield { source, problem: problem ?? 'it is not text' };
  else if (text.trim() !== '') yield fromLine(source, text);
}

function isJson(text: string | undefined): boolean {
  try {
    JSON.parse(text ?? '');
    return true;
  } catch {
    return false;
  }
}

/** A value nested deeper than any walk over it should go is a problem, found without recursion. */
function bounded(read: { source: string; value: unknown; remark?: string }): ReadEvent {
  let level: object[] = typeof read.value === 'object' && read.value !== null ? [read.value] : [];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxDepth)
      return { source: read.source, problem: `it is nested more than ${maxDepth} levels deep` };
    const next: object[] = [];
    for (const node of level) {
      for (const key in node) {
        const child = (node as Record<string, unknown>)[key];
        if (typeof child === 'object' && child !== null) next.push(child);
      }
    }
    level = next;
  }
  return read;
}
