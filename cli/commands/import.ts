import { createReadStream, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { Misuse, type Trigger, triggerNamed } from '../../src/index.js';
import { type Drift, DriftReport } from '../import/drift.js';
import { eventsIn, type Recording } from '../import/events.js';
import { objectsInStream } from '../import/findObjects.js';
import { Redactor } from '../secrets/redactor.js';
import type { CommandModule } from '../shared/command.js';
import { FixtureFiles } from '../shared/fixtureFiles.js';
import type { Io } from '../shared/io.js';
import { counted, wholeNumber } from '../shared/options.js';
import { oneLine } from '../shared/printable.js';
import { ProgressLine } from '../shared/progressLine.js';
import { recordedName, sha256 } from '../shared/recordedName.js';
import { exitCodeOfSignal, stopSignal } from '../shared/stopSignal.js';
import { table } from '../shared/table.js';
import { countedIn, said, type Texts } from '../texts/texts.js';

const maxDigests = 100_000;

interface ImportFlags {
  readonly out: string;
  readonly kind?: string;
  readonly count: string;
  readonly json?: boolean;
}

/** `scf-fixtures import <logs…>`: makes fixtures of recorded events. */
export const importEvents: CommandModule = {
  define(command, io) {
    command
      .argument('<files...>', 'logs, JSON or NDJSON files, or - for standard input')
      .option('-o, --out <dir>', 'directory to write to', 'fixtures')
      .option('--kind <kind>', 'only events of this kind; invoke takes every object')
      .option('-n, --count <n>', 'keep so many different events of each kind', '50')
      .option('--json', 'print what was found as JSON')
      .addHelpText(
        'after',
        "\nFinds events wherever they stand: JSON on one line or on many, inside strings, as console.log or Python's print\nwrite them. Keys, tokens, passwords, signatures, cookies and webhook addresses become fakes, in encoded parts as well,\nand so do e-mail and IP addresses, numbers of telephones, identity and bank cards, and the ids of accounts (APPID, uin),\nrequests, connections and people. Equal values get equal fakes. Prints where events differ from what is known of their\nkinds.\n\nExamples:\n  scf-fixtures import function.log\n  scf-fixtures import --json --out test/fixtures export.json\n  cat *.log | scf-fixtures import --kind ckafka -",
      )
      .action(async (files: string[], flags: ImportFlags) => run(files, flags, io));
  },
};

async function run(paths: readonly string[], flags: ImportFlags, io: Io): Promise<void> {
  const max = wholeNumber('--count', flags.count, 1, 1_000_000);
  const only = flags.kind === undefined ? undefined : triggerNamed(flags.kind);
  for (const path of paths) {
    if (path !== '-' && statSync(resolve(io.cwd, path)).isDirectory()) {
      throw new Misuse('NOT_A_FILE', `Cannot import ${path}: it is a directory. Name the files in it.`);
    }
  }
  const fixtures = new RecordedFixtures(resolve(io.cwd, flags.out), max);
  const recording: Recording = { unfinished: 0, cut: 0, inexact: 0 };
  const drift = new DriftReport();
  const progress = new ProgressLine(io);
  const stop = stopSignal(io);
  try {
    for (const path of paths) {
      const stream =
        path === '-' ? io.stdin : createReadStream(resolve(io.cwd, path), { highWaterMark: 1 << 20 });
      for await (const found of objectsInStream(stream, recording)) {
        for (const { kind, event, line } of eventsIn(found, only, recording)) {
          const trigger = triggerNamed(kind);
          drift.add(trigger, event, `${oneLine(path)}:${line}`);
          fixtures.add(trigger, event);
        }
        await progress.step(() => progressText(fixtures.found, path, io));
        if (stop.signal.aborted) break;
      }
      if (stop.signal.aborted) break;
    }
  } finally {
    progress.end();
    stop.release();
  }
  if (stop.signal.aborted) {
    io.exitCode = exitCodeOfSignal(String(stop.signal.reason));
    await io.stderr.write(`${said(io.texts, 'Stopped: this is what was seen so far.', {})}\n`);
  } else if (fixtures.found === 0) throw nothingFound(paths, recording, only);
  if (flags.json === true)
    await io.stdout.write(`${JSON.stringify(reportOf(fixtures, recording, drift.entries), null, 2)}\n`);
  else if (drift.entries.length > 0) await io.stdout.write(await driftTable(drift.entries, io.texts));
  await io.stderr.write(summary(fixtures, recording, relative(io.cwd, fixtures.directory) || '.', io.texts));
}

function progressText(found: number, path: string, { texts }: Io): string {
  const events = countedIn(texts, found, 'event');
  return said(texts, '{{events}} found in {{place}}', { events, place: path });
}

/** The fixtures of events as they are found: each event once, under a name that its content gives. */
class RecordedFixtures {
  readonly #files: FixtureFiles;
  readonly #max: number;
  readonly #redactor = new Redactor();
  readonly #seen = new Map<string, Set<string>>();
  /** Digests of events as they were found, so that one that comes again and again is redacted once. */
  readonly #found = new Set<string>();
  readonly events = new Map<string, number>();

  constructor(directory: string, max: number) {
    this.#files = new FixtureFiles(directory);
    this.#max = max;
  }

  get directory(): string {
    return this.#files.directory;
  }

  get found(): number {
    return [...this.events.values()].reduce((sum, count) => sum + count, 0);
  }

  get written(): number {
    return [...this.#seen.values()].reduce((sum, { size }) => sum + size, 0);
  }

  get counts(): FixtureFiles['counts'] {
    return this.#files.counts;
  }

  get redacted(): Readonly<Record<string, number>> {
    return this.#redactor.counts;
  }

  add({ name: kind }: Trigger, event: unknown): void {
    this.events.set(kind, (this.events.get(kind) ?? 0) + 1);
    const seen = this.#seen.get(kind) ?? new Set();
    this.#seen.set(kind, seen);
    if (seen.size >= this.#max) return;
    const digest = sha256(JSON.stringify(event));
    if (this.#found.has(digest)) return;
    if (this.#found.size < maxDigests) this.#found.add(digest);
    const text = `${JSON.stringify(this.#redactor.event(event), null, 2)}\n`;
    const name = recordedName(kind, text);
    if (seen.has(name)) return;
    seen.add(name);
    this.#files.write(`${name}.json`, text);
  }
}

function nothingFound(paths: readonly string[], recording: Recording, only: Trigger | undefined): Misuse {
  const { unfinished, cut } = recording;
  const what = only === undefined ? 'events' : `${only.name} events`;
  const almost =
    unfinished + cut === 0
      ? 'there is no object that looks like one'
      : `${counted(unfinished + cut, 'object')} that may be one ${unfinished + cut === 1 ? 'is' : 'are'} cut off`;
  return new Misuse(
    'NO_EVENTS',
    `Cannot find ${what} in ${paths.join(', ')}: ${almost}. Log them whole: console.log(JSON.stringify(event)).`,
  );
}

function reportOf(fixtures: RecordedFixtures, recording: Recording, drift: readonly Drift[]): object {
  return {
    events: Object.fromEntries(fixtures.events),
    fixtures: fixtures.written,
    redacted: fixtures.redacted,
    ...recording,
    drift,
  };
}

async function driftTable(drift: readonly Drift[], texts: Texts | undefined): Promise<string> {
  const head = ['events', 'kind', 'field', 'expected', 'received', 'first seen'] as const;
  const rows = drift.map(async ({ events, kind, field, expected, received, first }) => {
    const say = (await texts?.ofKind(kind)) ?? String;
    const problem = texts?.problem ?? String;
    return [String(events), kind, field, problem(say(expected)), problem(received), first];
  });
  return table(
    head.map((title) => said(texts, title, {})),
    await Promise.all(rows),
  );
}

function summary(
  fixtures: RecordedFixtures,
  recording: Recording,
  shown: string,
  texts: Texts | undefined,
): string {
  const { found, written, counts, redacted } = fixtures;
  const kinds = [...fixtures.events].map(([kind, count]) => `${count} ${kind}`).join(', ');
  const { cut, inexact, unfinished } = recording;
  const replaced = Object.values(redacted).reduce((sum, count) => sum + count, 0);
  const remarks = [
    replaced === 0
      ? ''
      : said(texts, ' Replaced {{values}}.', { values: countedIn(texts, replaced, 'value') }),
    cut === 0
      ? ''
      : said(texts, ' Left {{events}} out that the log shows in part.', {
          events: countedIn(texts, cut, 'event'),
        }),
    inexact === 0
      ? ''
      : said(texts, ' In {{events}} an integer above 2^53 lost its last digits.', {
          events: countedIn(texts, inexact, 'event'),
        }),
    unfinished === 0
      ? ''
      : said(texts, ' Passed over {{objects}} without an end.', {
          objects: countedIn(texts, unfinished, 'object'),
        }),
  ];
  const told = {
    events: countedIn(texts, found, 'event'),
    kinds,
    fixtures: countedIn(texts, written, 'fixture'),
    folder: shown,
    new: counts.new,
    changed: counts.changed,
    same: counts.same,
  };
  const head = said(
    texts,
    'Found {{events}} ({{kinds}}), wrote {{fixtures}} to {{folder}} ({{new}} new, {{changed}} changed, {{same}} unchanged).',
    told,
  );
  return `${head}${remarks.join('')}\n`;
}
