import {
  type CommandOutputs,
  check,
  type DecodedPart,
  decode,
  foreignEventOf,
  jsonBytes,
  kindOf,
  largestEventBytes,
  pathText,
  triggerNamed,
} from '../../src/index.js';
import type { CommandModule } from '../shared/command.js';
import { deeperThan } from '../shared/deeperThan.js';
import type { Io } from '../shared/io.js';
import { sentByOthers } from '../shared/issues.js';
import { grouped } from '../shared/options.js';
import { type ReadEvent, readEvents } from '../shared/readEvents.js';
import type { Texts } from '../texts/texts.js';
import { issueIn, linesIn } from '../texts/told.js';
import { noteIn, sourceIn } from '../texts/toldNotes.js';

const maxLines = 40;
const maxLevels = 1000;

/** `scf-fixtures explain <file>`: which kind an event is, what is inside, and what deviates. */
export const explain: CommandModule = {
  define(command, io) {
    command
      .argument('<file>', 'a JSON or NDJSON file, or - for standard input')
      .option('--kind <kind>', 'what the event is meant to be, instead of finding out')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        '\nExamples:\n  scf-fixtures explain recorded.json\n  scf-fixtures gen cls --index 7 | scf-fixtures explain -',
      )
      .action(async (file: string, flags: { kind?: string; json?: boolean }) => {
        if (flags.json === true) return printJson(file, flags.kind, io);
        let first = true;
        for await (const read of readEvents([file], io, { whole: flags.kind !== undefined })) {
          await io.stdout.write(`${first ? '' : '\n'}${await explanation(read, flags.kind, io)}`);
          first = false;
        }
      });
  },
};

async function printJson(file: string, named: string | undefined, io: Io): Promise<void> {
  const told: CommandOutputs['explain'][number][] = [];
  for await (const read of readEvents([file], io, { whole: named !== undefined })) {
    const one = explained(read, named);
    if (one.kind === null) io.exitCode = 1;
    told.push(one);
  }
  await io.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
}

/** The same as data. */
function explained(read: ReadEvent, named: string | undefined): CommandOutputs['explain'][number] {
  const { source } = read;
  if ('problem' in read) return { source, kind: null, problem: read.problem };
  const kind = named ?? kindOf(read.value) ?? null;
  if (kind === null) {
    const foreign = foreignEventOf(read.value);
    const problem =
      foreign === undefined
        ? 'it looks like no event that a trigger sends'
        : `it looks like ${foreign.name}, ${sentByOthers}`;
    return {
      source,
      kind,
      problem,
      ...(foreign === undefined ? {} : { documentation: foreign.documentation }),
    };
  }
  const trigger = triggerNamed(kind);
  const { summary, documentation, invocation } = trigger;
  return {
    ...{ source, kind, summary, documentation },
    bytes: jsonBytes(read.value),
    limitBytes: largestEventBytes[invocation],
    parts: decode(trigger, read.value).map(({ path, encoding, value, problem }) => ({
      ...{ path, encoding },
      ...(problem === undefined ? { value: plain(value) } : { problem }),
    })),
    issues: check(trigger, read.value, { strict: true }),
    ...(read.remark === undefined ? {} : { remark: read.remark }),
  };
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return deeperThan(value, maxLevels) ? null : value;
}

async function explanation(read: ReadEvent, named: string | undefined, io: Io): Promise<string> {
  const { source } = read;
  const { texts } = io;
  if ('problem' in read) {
    io.exitCode = 1;
    return `${source}: ${noteIn(texts, read.problem)}.\n`;
  }
  const kind = named ?? kindOf(read.value);
  if (kind === undefined) {
    io.exitCode = 1;
    const foreign = foreignEventOf(read.value);
    if (foreign !== undefined)
      return `${linesIn(texts, `${source}: it looks like ${foreign.name}, ${sentByOthers}.`)}\n  ${foreign.documentation}\n`;
    return `${linesIn(texts, `${source}: it looks like no event that a trigger sends. Whoever calls the Invoke API may send any JSON: see --kind invoke.`)}\n`;
  }
  const trigger = triggerNamed(kind);
  const say = (await texts?.ofKind(kind)) ?? String;
  const limit = largestEventBytes[trigger.invocation];
  const issues = check(trigger, read.value, { strict: true });
  const parts = decode(trigger, read.value);
  const blocks = [
    `${source}: ${kind}. ${say(trigger.summary)}`,
    `  ${trigger.documentation}`,
    linesIn(
      texts,
      `  ${grouped(jsonBytes(read.value))} bytes of JSON; its ${trigger.invocation} invocation takes up to ${grouped(limit)}.`,
    ),
    ...(read.remark === undefined ? [] : [linesIn(texts, `  Note: ${noteIn(texts, read.remark)}.`)]),
    ...parts.map((part) => shownPart(part, texts)),
    issues.length === 0
      ? linesIn(texts, '  Nothing deviates from what is sent today.')
      : [
          linesIn(texts, '  Deviates from what is sent today:'),
          ...issues.map(
            (issue) => `    ${issueIn(texts, issue)}  [${issue.rule}] (${sourceIn(texts, issue.source)})`,
          ),
        ].join('\n'),
  ];
  return `${blocks.join('\n')}\n`;
}

function shownPart(part: DecodedPart, texts: Texts | undefined): string {
  const head = `  ${pathText(part.path)} is ${part.encoding}`;
  if (part.problem !== undefined) return linesIn(texts, `${head}, but ${part.problem}.`);
  const lines = textOf(part.value).split('\n');
  const shown = lines
    .slice(0, maxLines)
    .map((line) => `    ${line.length > 200 ? `${line.slice(0, 200)}…` : line}`);
  const rest =
    lines.length > maxLines
      ? `\n${linesIn(texts, `    … ${grouped(lines.length - maxLines)} more lines`)}`
      : '';
  return `${linesIn(texts, `${head}:`)}\n${shown.join('\n')}${rest}`;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (deeperThan(value, maxLevels)) return `It is nested more than ${grouped(maxLevels)} levels deep.`;
  if (value instanceof Uint8Array) {
    const head = Buffer.from(value.subarray(0, 32))
      .toString('hex')
      .replaceAll(/(..)(?=.)/g, '$1 ');
    return `${grouped(value.byteLength)} bytes: ${head}${value.byteLength > 32 ? ' …' : ''}`;
  }
  return JSON.stringify(value, null, 2) ?? String(value);
}
