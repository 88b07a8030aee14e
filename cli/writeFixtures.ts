import { relative } from 'node:path';
import { FixtureFiles } from './fixtureFiles.js';
import type { Fixture } from './fixtures.js';
import type { Io } from './io.js';
import { counted } from './options.js';
import { progressOn } from './progress.js';

/** One file an event, one line an event, or one JSON array. */
export type Format = 'files' | 'ndjson' | 'json';

/** The fixtures of one kind. */
export interface KindFixtures {
  readonly kind: string;
  readonly fixtures: Iterable<Fixture>;
}

/** Where and how to write. */
export interface Target {
  readonly io: Io;
  readonly format: Format;
  readonly pretty: boolean;
  /** Undefined for standard output. */
  readonly directory: string | undefined;
  /** How many events there will be at least, for the progress bar. */
  readonly expected: number;
  /** The command line that gives the same again. */
  readonly repeat: string;
}

const chunkBytes = 65_536;

/** Writes the fixtures and says on stderr what was written and how to get it again. */
export async function writeFixtures(all: readonly KindFixtures[], target: Target): Promise<void> {
  const { io, directory } = target;
  if (directory === undefined) return writeToOutput(all, target);
  const files = new FixtureFiles(directory);
  const progress = await progressOn(io.stderr, target.expected);
  let written = 0;
  const countOne = () => progress(++written);
  try {
    for (const { kind, fixtures } of all) {
      if (target.format === 'files') {
        for (const fixture of fixtures) {
          files.write(`${kind}/${fixture.name}.json`, `${textOf(fixture, target.pretty)}\n`);
          countOne();
        }
      } else {
        await writeOneFile(files, `${kind}.${target.format}`, fixtures, target, countOne);
      }
    }
  } finally {
    progress(undefined);
  }
  const kinds = all.map(({ kind }) => kind);
  const shown = relative(io.cwd, directory) || '.';
  const place = target.format === 'files' && kinds.length === 1 ? `${shown}/${kinds[0]}` : shown;
  const what =
    kinds.length === 1
      ? counted(written, `${kinds[0]} event`)
      : `${counted(written, 'event')} of ${kinds.length} kinds`;
  await io.stderr.write(
    `Wrote ${what} to ${place}${changes(files, target.format)}. Repeat: ${target.repeat}\n`,
  );
}

function changes({ counts }: FixtureFiles, format: Format): string {
  if (format !== 'files') return '';
  const parts = [
    counts.new > 0 ? `${counts.new} new` : '',
    counts.changed > 0 ? `${counts.changed} changed` : '',
    counts.same > 0 ? `${counts.same} unchanged` : '',
  ].filter((part) => part !== '');
  return ` (${parts.join(', ')})`;
}

async function writeOneFile(
  files: FixtureFiles,
  name: string,
  fixtures: Iterable<Fixture>,
  target: Target,
  countOne: () => void,
): Promise<void> {
  const file = files.stream(name);
  try {
    for (const chunk of chunks(fixtures, target, countOne)) file.write(chunk);
  } catch (error) {
    file.discard();
    throw error;
  }
  file.commit();
}

async function writeToOutput(all: readonly KindFixtures[], target: Target): Promise<void> {
  const { io } = target;
  let written = 0;
  const fixtures = (function* () {
    for (const kind of all) yield* kind.fixtures;
  })();
  const countOne = () => {
    written++;
  };
  const single = target.format === 'json' && target.expected === 1;
  for (const chunk of single ? oneDocument(fixtures, target, countOne) : chunks(fixtures, target, countOne)) {
    const room = io.stdout.write(chunk);
    if (room !== undefined) await room;
  }
  await io.stderr.write(`Wrote ${counted(written, 'event')}. Repeat: ${target.repeat}\n`);
}

function* oneDocument(
  fixtures: Iterable<Fixture>,
  target: Target,
  countOne: () => void,
): Generator<Uint8Array> {
  for (const fixture of fixtures) {
    countOne();
    yield Buffer.from(`${textOf(fixture, target.pretty)}\n`);
  }
}

/**
 * The bytes in pieces of about 64 KB, each good until the next is asked for: they share one buffer, so that memory
 * stays the same however many events there are.
 */
function* chunks(fixtures: Iterable<Fixture>, target: Target, countOne: () => void): Generator<Uint8Array> {
  const asLines = target.format === 'ndjson';
  const buffer = Buffer.allocUnsafe(2 * chunkBytes);
  let used = asLines ? 0 : buffer.write('[');
  let separator = asLines ? '' : '\n';
  for (const fixture of fixtures) {
    const text = asLines ? `${textOf(fixture, false)}\n` : separator + textOf(fixture, target.pretty);
    separator = asLines ? '' : ',\n';
    countOne();
    if (text.length * 3 > buffer.length - used) {
      yield buffer.subarray(0, used);
      used = 0;
      if (text.length * 3 > buffer.length) {
        yield Buffer.from(text);
        continue;
      }
    }
    used += buffer.write(text, used);
    if (used >= chunkBytes) {
      yield buffer.subarray(0, used);
      used = 0;
    }
  }
  if (!asLines) used += buffer.write('\n]\n', used);
  yield buffer.subarray(0, used);
}

function textOf({ event, text }: Fixture, pretty: boolean): string {
  if (text !== undefined && (!pretty || JSON.stringify(event) !== text)) return text;
  return pretty ? JSON.stringify(event, null, 2) : JSON.stringify(event);
}
