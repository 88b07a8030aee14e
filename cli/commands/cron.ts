import { Option } from 'commander';
import { cron as schedule } from '../../src/triggerdesc/index.js';
import type { CommandModule } from '../shared/command.js';
import type { Io } from '../shared/io.js';
import { utcOffsetHours, wholeNumber } from '../shared/options.js';
import type { Texts } from '../texts/texts.js';
import { issueIn, linesIn } from '../texts/told.js';
import { severityIn, sourceIn } from '../texts/toldNotes.js';

interface CronFlags {
  readonly count: string;
  readonly from?: string;
  readonly utcOffset: string;
  readonly dialect?: schedule.CronDialect;
  readonly name: string;
  readonly message: string;
  readonly json?: boolean;
}

/** `scf-fixtures cron "<expression>"`: what a schedule means, and when it fires next. */
export const cron: CommandModule = {
  define(command, io) {
    command
      .argument(
        '<expression>',
        'a cron expression of 7 fields (second to year), or of the legacy 5, in quotes',
      )
      .option('--count <n>', 'how many times to show', '5')
      .option('--from <time>', 'show times after this one, as in 2026-01-31T09:00:00Z; now when left out')
      .option(
        '--utc-offset <hours>',
        "hours ahead of UTC in which it is read; SCF's pages do not say which",
        '8',
      )
      .addOption(
        new Option(
          '--dialect <page>',
          'accept only what the current Chinese page has (with ? L W #), or the guide (without)',
        ).choices(['current', 'guide']),
      )
      .option('--name <name>', 'TriggerName of the events', 'timer')
      .option('--message <text>', 'Message of the events', '')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        '\nExits 1 when the expression is wrong.\n\nExamples:\n  scf-fixtures cron "0 0 9 * * MON-FRI *"\n  scf-fixtures cron "0 */30 9-17 * * * *" --count 10 --from 2026-01-31T00:00:00Z --utc-offset 0',
      )
      .action(async (expression: string, flags: CronFlags) => run(expression, flags, io));
  },
};

async function run(expression: string, flags: CronFlags, io: Io): Promise<void> {
  const count = wholeNumber('--count', flags.count, 1, 100_000);
  const utcOffset = utcOffsetHours(flags.utcOffset);
  const { cron: parsed, issues } = schedule.read(expression, { dialect: flags.dialect });
  if (parsed === undefined) io.exitCode = 1;
  const found = parsed === undefined ? [] : schedule.next(parsed, { from: flags.from, count, utcOffset });
  const times = found.map((time) => {
    const utc = isoSeconds(time);
    const event = { Type: 'Timer', TriggerName: flags.name, Time: utc, Message: flags.message };
    return { utc, local: localTime(time, utcOffset), event };
  });
  if (flags.json === true) {
    const description =
      parsed === undefined ? null : { en: schedule.describe(parsed), zh: schedule.describe(parsed, 'zh') };
    await io.stdout.write(
      `${JSON.stringify({ expression, description, utcOffset, issues, times }, null, 2)}\n`,
    );
    return;
  }
  await io.stdout.write(`${expression}\n`);
  for (const issue of issues) await io.stdout.write(pointed(issue, io.texts));
  if (parsed === undefined) return;
  const english = io.texts === undefined ? `${schedule.describe(parsed)}\n` : '';
  await io.stdout.write(`${english}${schedule.describe(parsed, 'zh')}\n\n`);
  if (times.length === 0)
    await io.stdout.write(`${linesIn(io.texts, 'It does not fire after that time.')}\n`);
  else await io.stdout.write(table(times, utcOffset));
}

/** An issue under the characters that it is about. */
function pointed(issue: schedule.CronIssue, texts: Texts | undefined): string {
  const marks = '^'.repeat(Math.max(1, issue.length));
  return `${' '.repeat(issue.position)}${marks} ${severityIn(texts, issue.severity)}: ${issueIn(texts, issue)}  [${issue.rule}] (${sourceIn(texts, issue.source)})\n`;
}

function table(times: readonly { utc: string; local: string; event: object }[], utcOffset: number): string {
  const [first] = times;
  const widths = [first?.utc.length ?? 0, first?.local.length ?? 0];
  const row = (utc: string, local: string, event: string) =>
    `${utc.padEnd(widths[0] ?? 0)}  ${local.padEnd(widths[1] ?? 0)}  ${event}\n`;
  const head = row('UTC', `UTC${utcOffset < 0 ? '' : '+'}${utcOffset}`, 'event');
  return head + times.map(({ utc, local, event }) => row(utc, local, JSON.stringify(event))).join('');
}

function isoSeconds(time: Date): string {
  return time.toISOString().replace('.000Z', 'Z');
}

/** ISO 8601 with the offset: `2026-01-31T09:00:00+08:00`. */
function localTime(time: Date, utcOffset: number): string {
  const shifted = isoSeconds(new Date(time.getTime() + utcOffset * 3_600_000)).slice(0, -1);
  const minutes = Math.abs(Math.round(utcOffset * 60));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${shifted}${utcOffset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
