import { relative } from 'node:path';
import type { CommandOutputs } from '../../src/core.js';
import { FixtureFiles } from '../shared/fixtureFiles.js';
import { fixtureText } from '../shared/fixtureText.js';
import type { Io } from '../shared/io.js';
import { grouped } from '../shared/options.js';
import { countedIn, said, type Texts } from '../texts/texts.js';
import type { KindFixtures } from './fixtures.js';
import { JsonEncoder } from './jsonEncoder.js';
import { progressOn } from './progress.js';

/** One file an event, one line an event, or one JSON array. */
export type Format = 'files' | 'ndjson' | 'json';

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
  readonly seed: string | number;
  /** Tells what was done as JSON. */
  readonly isJson: boolean;
}

const chunkBytes = 65_536;

/** Writes the fixtures and says on stderr what was written and how to get it again. */
export async function writeFixtures(all: readonly KindFixtures[], target: Target): Promise<void> {
  const { io, directory, format } = target;
  if (directory === undefined) return writeToOutput(all, target);
  const files = new FixtureFiles(directory);
  const progress = await progressOn(io.stderr, target.expected);
  let written = 0;
  const countOne = () => progress(++written);
  try {
    for (const fixtures of all) {
      if (format === 'files') writeFiles(files, fixtures, target, countOne);
      else await writeOneFile(files, fixtures, target, countOne);
    }
  } finally {
    progress(undefined);
  }
  const kinds = all.map(({ kind }) => kind);
  if (target.isJson) return tellAsJson({ kinds, events: written, files: files.counts }, target);
  const shown = relative(io.cwd, directory) || '.';
  const place = format === 'files' && kinds.length === 1 ? `${shown}/${kinds[0]}` : shown;
  const { texts } = io;
  const events = countedIn(texts, written, 'event');
  const what =
    kinds.length === 1
      ? said(texts, '{{count}} {{kind}} {{event}}', eventsOf(written, kinds[0] as string))
      : said(texts, '{{events}} of {{count}} kinds', { events, count: kinds.length });
  const told = { what, place, changes: changes(files, format, texts), command: target.repeat };
  await io.stderr.write(
    `${said(texts, 'Wrote {{what}} to {{place}}{{changes}}. Repeat: {{command}}', told)}\n`,
  );
}

const noFiles = { new: 0, changed: 0, same: 0 };

/** Tells what was done to a program; on standard error where the events themselves are printed. */
export async function tellAsJson(
  done: Pick<CommandOutputs['gen'], 'kinds' | 'events' | 'files'>,
  { io, directory, seed, repeat }: Pick<Target, 'io' | 'directory' | 'seed' | 'repeat'>,
): Promise<void> {
  const { new: fresh, changed, same } = done.files;
  const told: CommandOutputs['gen'] = {
    ...done,
    seed,
    directory: directory === undefined ? null : relative(io.cwd, directory) || '.',
    files: { new: fresh, changed, same },
    repeat,
  };
  const output = directory === undefined ? io.stderr : io.stdout;
  await output.write(`${JSON.stringify(told, null, 2)}\n`);
}

function writeFiles(
  files: FixtureFiles,
  fixtures: KindFixtures,
  { pretty }: Pick<Target, 'pretty'>,
  countOne: () => void,
): void {
  const { kind, named, events, first, step } = fixtures;
  for (const fixture of named) {
    files.write(`${kind}/${fixture.name}.json`, `${fixtureText(fixture, { pretty })}\n`);
    countOne();
  }
  let index = first;
  for (const event of events) {
    const text = pretty ? JSON.stringify(event, null, 2) : JSON.stringify(event);
    files.write(`${kind}/${String(index).padStart(4, '0')}.json`, `${text}\n`);
    index += step;
    countOne();
  }
}

function eventsOf(written: number, kind: string) {
  return { count: grouped(written), kind, event: written === 1 ? 'event' : 'events' };
}

function changes({ counts }: FixtureFiles, format: Format, texts: Texts | undefined): string {
  if (format !== 'files') return '';
  const parts = [
    counts.new > 0 ? said(texts, '{{count}} new', { count: counts.new }) : '',
    counts.changed > 0 ? said(texts, '{{count}} changed', { count: counts.changed }) : '',
    counts.same > 0 ? said(texts, '{{count}} unchanged', { count: counts.same }) : '',
  ].filter((part) => part !== '');
  return said(texts, ' ({{changes}})', { changes: parts.join(', ') });
}

async function writeOneFile(
  files: FixtureFiles,
  fixtures: KindFixtures,
  target: Target,
  countOne: () => void,
): Promise<void> {
  const file = files.stream(`${fixtures.kind}.${target.format}`);
  try {
    await stream([fixtures], target, countOne, (bytes) => file.write(bytes));
  } catch (error) {
    file.discard();
    throw error;
  }
  file.commit();
}

async function writeToOutput(all: readonly KindFixtures[], target: Target): Promise<void> {
  const { io } = target;
  let written = 0;
  const countOne = () => {
    written++;
  };
  await stream(all, target, countOne, (bytes) => io.stdout.write(bytes));
  if (target.isJson)
    return tellAsJson({ kinds: all.map(({ kind }) => kind), events: written, files: noFiles }, target);
  const told = { events: countedIn(io.texts, written, 'event'), command: target.repeat };
  await io.stderr.write(`${said(io.texts, 'Wrote {{events}}. Repeat: {{command}}', told)}\n`);
}

/**
 * Writes JSON lines, one JSON array, or the one event there is, in pieces of about 64 KB that share one buffer, so
 * that memory stays the same however many events there are.
 */
async function stream(
  all: readonly KindFixtures[],
  target: Target,
  countOne: () => void,
  write: (bytes: Uint8Array) => Promise<void> | undefined | void,
): Promise<void> {
  const encoder = new JsonEncoder();
  const isArray = target.format === 'json' && target.expected > 1;
  const pretty = target.pretty && target.format === 'json';
  let count = 0;
  const add = (event: unknown, text: string | undefined) => {
    if (isArray) encoder.text(count === 0 ? '[\n' : ',\n');
    if (text !== undefined) encoder.text(text);
    else if (pretty) encoder.text(JSON.stringify(event, null, 2));
    else encoder.value(event);
    if (!isArray) encoder.text('\n');
    count++;
    countOne();
  };
  const flush = async () => {
    const room = write(encoder.take());
    if (room !== undefined) await room;
  };
  for (const { named, events } of all) {
    for (const fixture of named) {
      add(fixture.event, fixture.text === undefined ? undefined : fixtureText(fixture, { pretty }));
      if (encoder.bytes >= chunkBytes) await flush();
    }
    for (const event of events) {
      add(event, undefined);
      if (encoder.bytes >= chunkBytes) await flush();
    }
  }
  if (isArray) encoder.text('\n]\n');
  await flush();
}
