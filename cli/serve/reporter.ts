import { resolve } from 'node:path';
import type { ServedEvent, ServeEntry } from '../../src/fakes/index.js';
import { describeDifference } from '../../src/runtime/index.js';
import { FixtureFiles } from '../shared/fixtureFiles.js';
import type { Io } from '../shared/io.js';
import { oneLine } from '../shared/printable.js';
import { recordedName } from '../shared/recordedName.js';
import type { Texts } from '../texts/texts.js';
import { linesIn } from '../texts/told.js';
import { noteIn } from '../texts/toldNotes.js';

/** Takes the secrets out of what is told. */
interface Redactor {
  event(value: unknown): unknown;
}

/** How what happens is told, and where it is kept. */
export interface Telling {
  /** A folder for events and what came of them. */
  readonly record?: string | undefined;
  readonly json?: boolean | undefined;
  readonly redactor: Redactor;
}

/** Keeps and prints what the server reports. */
export function reporter({ record, json, redactor }: Telling, io: Io): (entry: ServeEntry) => Promise<void> {
  const keep = record === undefined ? () => {} : recorder(resolve(io.cwd, record), redactor);
  const print = json === true ? jsonPrinter(io, redactor) : linePrinter(io);
  return async (entry) => {
    if (entry.type === 'event') keep(entry);
    await print(entry);
  };
}

type Printer = (entry: ServeEntry) => Promise<void> | undefined;

function linePrinter(io: Io): Printer {
  return (entry) => {
    const text =
      entry.type === 'event'
        ? [lineOf(entry), ...warningsOf(entry, io.texts), ...writtenIn(entry)]
        : [lineOf(entry)];
    return io.stderr.write(`${text.join('\n')}\n`);
  };
}

function lineOf(entry: ServeEntry): string {
  const { what, answer, reason } = entry;
  const why = reason === undefined ? '' : `: ${reason}`;
  if (entry.type !== 'event') return oneLine(`${entry.type} ${what} -> ${answer}${why}`);
  const { status, durationMs, cold } = entry.outcome;
  const facts = `${status}, ${Math.round(durationMs)} ms${cold ? ', cold' : ''}`;
  return oneLine(`${entry.kind} ${what} -> ${answer} (${facts})${why}`);
}

function warningsOf({ warnings = [], outcome }: ServedEvent, texts: Texts | undefined): string[] {
  return [
    ...warnings.map((warning) => linesIn(texts, `  Warning: ${oneLine(warning)}.`)),
    ...(outcome.differences ?? []).map((one) =>
      linesIn(texts, `  Warning: ${oneLine(noteIn(texts, describeDifference(one)))}`),
    ),
    ...(outcome.notes ?? []).map((note) => linesIn(texts, `  Note: ${oneLine(noteIn(texts, note))}`)),
  ];
}

/** What the function wrote, and where it failed, each line indented. */
function writtenIn({ outcome, platformLog }: ServedEvent): string[] {
  const failure = 'error' in outcome ? [ownFrames(outcome.error.stack ?? outcome.error.message)] : [];
  const lines = [...(platformLog ?? outcome.log.map(({ text }) => text)), ...failure].flatMap((text) =>
    text.split('\n'),
  );
  return lines.map((line) => `  | ${oneLine(line)}`);
}

/** The stack down to where the runtime called the handler. */
function ownFrames(stack: string): string {
  const lines = stack.split('\n');
  const runtime = lines.findIndex((line) => line.includes('[worker eval]'));
  return (runtime === -1 ? lines : lines.slice(0, runtime)).join('\n');
}

function jsonPrinter(io: Io, redactor: Redactor): Printer {
  return (entry) => io.stdout.write(`${JSON.stringify(redactor.event(entry))}\n`);
}

/** Keeps the events as fixtures, and beside each what came of it; the same event is kept once. */
function recorder(directory: string, redactor: Redactor): (entry: ServedEvent) => void {
  const files = new FixtureFiles(directory);
  return ({ kind, event, answer, reason, outcome }) => {
    const text = `${JSON.stringify(redactor.event(event), null, 2)}\n`;
    const name = recordedName(kind, text);
    const { statusCode, status } = outcome;
    const came = {
      answer,
      reason,
      statusCode,
      status,
      ...(outcome.ok ? { result: outcome.result } : { body: outcome.body }),
    };
    files.write(`${name}.json`, text);
    files.write(`${name}.outcome`, `${JSON.stringify(redactor.event(came), null, 2)}\n`);
  };
}
