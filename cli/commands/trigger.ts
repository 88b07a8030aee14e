import { resolve } from 'node:path';
import { type Issue, kindOf } from '../../src/index.js';
import {
  checkTriggers,
  deliverable,
  eventKindsOf,
  type FoundTrigger,
  type FoundTriggers,
  readTriggers,
  triggerTypes,
} from '../../src/triggerdesc/index.js';
import type { CommandModule } from '../shared/command.js';
import type { Io } from '../shared/io.js';
import { fileIssue, issueLine } from '../shared/issues.js';
import { utcOffsetHours, wholeNumber } from '../shared/options.js';
import { readEvents } from '../shared/readEvents.js';
import { readPipedText, readText } from '../shared/readText.js';
import { countedIn, said, type Texts } from '../texts/texts.js';

interface TriggerFlags {
  readonly events?: readonly string[];
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly functionsPerRule: string;
  readonly utcOffset: string;
}

/** What was found about one event: the triggers that could deliver it, or why the nearest could not. */
interface EventFinding {
  readonly source: string;
  readonly deliverableBy: readonly string[];
  readonly issues: readonly Issue[];
}

/** `scf-fixtures trigger check <config>`: checks triggers before they are created. */
export const trigger: CommandModule = {
  define(command, io) {
    command
      .command('check')
      .description('Check the triggers of a configuration, and whether they could deliver given events.')
      .argument(
        '<config>',
        'a trigger or a list as JSON or YAML, a deployment file, or the output of terraform show -json; - for standard input',
      )
      .option('--events <paths...>', 'events that one of the triggers should be able to deliver')
      .option('--functions-per-rule <n>', 'functions that one COS rule may have; documents say 1 or 3', '1')
      .option('--utc-offset <hours>', 'hours ahead of UTC in which schedules are read', '8')
      .option('--strict', 'make errors of warnings')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        '\nExits 0 when there are no errors, 1 when there are.\n\nExamples:\n  scf-fixtures trigger check serverless.yml\n  scf-fixtures trigger check trigger.json --events fixtures/cos\n  terraform show -json | scf-fixtures trigger check -',
      )
      .action(async (config: string, flags: TriggerFlags) => run(config, flags, io));
  },
};

async function run(path: string, flags: TriggerFlags, io: Io): Promise<void> {
  const maxFunctionsPerRule = wholeNumber('--functions-per-rule', flags.functionsPerRule, 1, 100);
  const utcOffset = utcOffsetHours(flags.utcOffset);
  const found = await readTriggers(await textOf(path, io));
  const configs = found.triggers.map(({ config }) => config);
  const issues = [
    ...found.issues,
    ...checkTriggers(configs, { maxFunctionsPerRule }).map((issue) => placed(issue, found)),
  ];
  const events: EventFinding[] = [];
  for await (const read of readEvents(flags.events ?? [], io))
    events.push(
      'problem' in read
        ? {
            source: read.source,
            deliverableBy: [],
            issues: [fileIssue('file/readable', 'error', read.problem)],
          }
        : judged(read.source, read.value, found.triggers, utcOffset),
    );
  const severe = (issue: Issue) => flags.strict === true || issue.severity === 'error';
  const all = [...issues, ...events.flatMap((event) => event.issues)];
  if (all.some(severe)) io.exitCode = 1;
  if (flags.json === true) {
    await io.stdout.write(`${JSON.stringify({ triggers: found.triggers, issues, events }, null, 2)}\n`);
  } else {
    for (const issue of issues) await io.stdout.write(issueLine(path, issue, io.texts));
    for (const event of events)
      for (const issue of event.issues) await io.stdout.write(issueLine(event.source, issue, io.texts));
  }
  await io.stderr.write(
    summary(configs.length, issues, flags.events === undefined ? undefined : events, io.texts),
  );
}

async function textOf(path: string, io: Io): Promise<string> {
  return path === '-' ? await readPipedText(io.stdin) : readText(resolve(io.cwd, path), path);
}

/** The issue with its place in the document instead of the index of its trigger. */
function placed(issue: Issue, { triggers }: FoundTriggers): Issue {
  const [index, ...rest] = issue.path;
  return { ...issue, path: [...(triggers[Number(index)]?.path ?? []), ...rest] };
}

/** Asks every trigger; where none could deliver the event, the issues of the one with the fewest are told. */
function judged(
  source: string,
  event: unknown,
  triggers: readonly FoundTrigger[],
  utcOffset: number,
): EventFinding {
  const kind = kindOf(event);
  const asked = triggers
    .filter(({ config }) => triggerTypes.some((type) => type === config.Type))
    .filter(({ config }) => kind !== undefined && eventKindsOf(config.Type).includes(kind))
    .map(({ config }) => ({ config, issues: deliverable(config, event, { utcOffset }) }));
  const able = asked.filter(({ issues }) => issues.length === 0);
  if (able.length > 0) return { source, deliverableBy: able.map(({ config }) => nameOf(config)), issues: [] };
  const [nearest] = asked.sort((a, b) => a.issues.length - b.issues.length);
  if (nearest !== undefined) {
    const hint = `trigger ${nameOf(nearest.config)}`;
    return { source, deliverableBy: [], issues: nearest.issues.map((issue) => ({ hint, ...issue })) };
  }
  const issue: Issue = {
    path: [],
    rule: 'deliverable/kind',
    severity: 'error',
    expected: 'an event that one of the triggers sends',
    received: kind === undefined ? 'one of no known kind' : `one of kind ${kind}`,
    source: 'the configuration',
  };
  return { source, deliverableBy: [], issues: [issue] };
}

function nameOf({ Type, TriggerName }: FoundTrigger['config']): string {
  return TriggerName === undefined || TriggerName === '' ? Type : `${Type} ${TriggerName}`;
}

function summary(
  triggers: number,
  issues: readonly Issue[],
  events: readonly EventFinding[] | undefined,
  texts: Texts | undefined,
): string {
  const errors = issues.filter((issue) => issue.severity === 'error').length;
  const checked = said(texts, 'Checked {{what}}: {{errors}}, {{warnings}}.', {
    what: countedIn(texts, triggers, 'trigger'),
    errors: countedIn(texts, errors, 'error'),
    warnings: countedIn(texts, issues.length - errors, 'warning'),
  });
  if (events === undefined) return `${checked}\n`;
  const delivered = said(texts, 'Of {{events}}, {{able}} could be delivered.', {
    events: countedIn(texts, events.length, 'event'),
    able: events.filter((event) => event.deliverableBy.length > 0).length,
  });
  return `${checked} ${delivered}\n`;
}
