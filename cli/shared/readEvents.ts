import { createReadStream, readFileSync, statSync } from 'node:fs';
import { extname, relative, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Misuse } from '../../src/core.js';
import { deeperThan } from './deeperThan.js';
import { filesBelow } from './filesBelow.js';
import type { Io } from './io.js';
import { oneLine } from './printable.js';
import { maxBytesAtOnce } from './readText.js';

/** A value that was read, or why nothing could be. */
export type ReadEvent =
  | { readonly source: string; readonly value: unknown; readonly remark?: string }
  | { readonly source: string; readonly problem: string };

/** How a file is read. */
interface Reading {
  /** An array is one event, not a list of events. */
  readonly whole: boolean;
}

const largeNoLines =
  'it is larger than 64 MB and has no event on its first line: write each event on a line of its own';
/** So many lines in a row that are no JSON end a file. */
const maxBadLines = 1000;
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
    if (path === '-') yield* fromPipe(io.stdin, { whole });
    else
      for (const file of filesAt(resolve(io.cwd, path), path))
        yield* fromFile(file, oneLine(relative(io.cwd, file) || file), { whole });
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

/** Reads at once what is small enough, and line by line what is not. */
async function* fromPipe(stream: Readable, reading: Reading): AsyncGenerator<ReadEvent> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const rest = (stream as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    chunks.push(Buffer.from(next.value));
    bytes += next.value.length;
    if (bytes > maxBytesAtOnce) return yield* fromLines('-', chunksThen(chunks, rest));
  }
  yield* fromBytes('-', Buffer.concat(chunks), reading);
}

async function* chunksThen(
  chunks: readonly Buffer[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Buffer> {
  yield* chunks;
  for (let next = await rest.next(); next.done !== true; next = await rest.next())
    yield Buffer.from(next.value);
}

async function* fromFile(file: string, shown: string, reading: Reading): AsyncGenerator<ReadEvent> {
  if (statSync(file).size <= maxBytesAtOnce) yield* fromBytes(shown, readFileSync(file), reading);
  else yield* fromLines(shown, createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>);
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
  let bad = 0;
  for (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    const read = fromLine(`${source}:${number}`, line);
    yield read;
    bad = 'problem' in read ? bad + 1 : 0;
    if (bad === maxBadLines) return yield givenUp(source, number);
  }
}

function givenUp(source: string, number: number): ReadEvent {
  return {
    source: `${source}:${number + 1}`,
    problem: `the ${maxBadLines} lines before it are no JSON, so the rest is not read`,
  };
}

function fromLine(source: string, line: string): ReadEvent {
  try {
    return bounded({ source, value: JSON.parse(line) });
  } catch (error) {
    return { source, problem: `it is not JSON: ${(error as Error).message}` };
  }
}

/** Reads a large file line by line; a line that is itself too large ends it. */
async function* fromLines(source: string, stream: AsyncIterable<Buffer>): AsyncGenerator<ReadEvent> {
  let number = 0;
  let bad = 0;
  let isFirst = true;
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const line = Buffer.concat([...pending, chunk.subarray(from, end)]);
      [pending, pendingBytes, from] = [[], 0, end + 1];
      number++;
      const read = fromBytesOfLine(`${source}:${number}`, line);
      if (read === undefined) continue;
      const isBad = 'problem' in read;
      if (isBad && isFirst) return yield { source, problem: largeNoLines };
      yield read;
      isFirst = false;
      bad = isBad ? bad + 1 : 0;
      if (bad === maxBadLines) return yield givenUp(source, number);
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
  const last = fromBytesOfLine(`${source}:${number + 1}`, Buffer.concat(pending));
  if (last !== undefined) yield last;
}

function fromBytesOfLine(source: string, line: Uint8Array): ReadEvent | undefined {
  const { text, problem } = decoded(line);
  if (text === undefined) return { source, problem: problem ?? 'it is not text' };
  return text.trim() === '' ? undefined : fromLine(source, text);
}

function isJson(text: string | undefined): boolean {
  try {
    JSON.parse(text ?? '');
    return true;
  } catch {
    return false;
  }
}

/** A value nested deeper than any walk over it should go is a problem. */
function bounded(read: { source: string; value: unknown; remark?: string }): ReadEvent {
  if (!deeperThan(read.value, maxDepth)) return read;
  return { source: read.source, problem: `it is nested more than ${maxDepth} levels deep` };
}
