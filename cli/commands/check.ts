import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import {
  check as checkEvent,
  foreignEventOf,
  type Issue,
  kindOf,
  kinds,
  type Trigger,
  triggerNamed,
} from '../../src/index.js';
import type { CommandModule } from '../shared/command.js';
import type { Io } from '../shared/io.js';
import { fileIssue, issueLine, sentByOthers } from '../shared/issues.js';
import { ProgressLine } from '../shared/progressLine.js';
import { type ReadEvent, readEvents } from '../shared/readEvents.js';
import { exitCodeOfSignal, stopSignal } from '../shared/stopSignal.js';
import { countedIn, said, type Texts } from '../texts/texts.js';
import { noteIn } from '../texts/toldNotes.js';

interface CheckFlags {
  readonly kind?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** What was found about one event. */
interface Finding {
  readonly source: string;
  readonly kind: string | undefined;
  readonly issues: readonly Issue[];
}

/** `scf-fixtures check <files…>`: validates fixtures or recorded events, or the package of a web function. */
export const check: CommandModule = {
  define(command, io) {
    command
      .argument(
        '<paths...>',
        'JSON or NDJSON files, directories of them, - for standard input; or the folder or zip file of a web function',
      )
      .option('--kind <kind>', 'what the events are meant to be, instead of finding out')
      .option('--strict', 'make errors of warnings, and report fields that no source shows')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        '\nExits 0 when there are no errors, 1 when there are.\n\nExamples:\n  scf-fixtures check fixtures\n  scf-fixtures check --strict recorded.ndjson\n  cat event.json | scf-fixtures check --kind cls -\n  scf-fixtures check ./web-function',
      )
      .action(async (paths: string[], flags: CheckFlags) => run(paths, flags, io));
  },
};

async function run(paths: readonly string[], flags: CheckFlags, io: Io): Promise<void> {
  const functions = flags.kind === undefined ? await webFunctionsIn(paths, io) : [];
  if (functions.length === 0) return checkEvents(paths, flags, io);
  if (functions.length < paths.length)
    throw new Misuse(
      'MIXED_CHECK',
      `Cannot check ${paths.join(' and ')} at once: ${functions[0]} is a web function, the rest is not. Check them one after the other.`,
    );
  await checkFunctions(functions, flags, io);
}

/** Those of the paths that are web functions; what runs functions is loaded for folders alone. */
async function webFunctionsIn(paths: readonly string[], { cwd }: Io): Promise<readonly string[]> {
  const isFolder = (path: string) =>
    statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() === true;
  if (!paths.some(isFolder)) return paths.filter((path) => /\.zip$/i.test(path));
  const { isWebFunction } = await import('../../src/runtime/index.js');
  return paths.filter(
    (path) => /\.zip$/i.test(path) || (isFolder(path) && isWebFunction(resolve(cwd, path))),
  );
}

/** Checks web functions without running them. */
async function checkFunctions(paths: readonly string[], flags: CheckFlags, io: Io): Promise<void> {
  const { shownPath, webProblemLine, webProblems } = await import('../shared/webProblems.js');
  const strict = flags.strict === true;
  const totals = { error: 0, warning: 0 };
  const findings = [];
  for (const path of paths) {
    const problems = (await webProblems(path, io)).map((problem) =>
      strict ? { ...problem, severity: 'error' as const } : problem,
    );
    for (const problem of problems) {
      totals[problem.severity]++;
      if (flags.json !== true)
        await io.stdout.write(webProblemLine(shownPath(path, io.cwd), problem, io.texts));
    }
    findings.push({ source: shownPath(path, io.cwd), kind: 'web', issues: problems });
  }
  const { error: errors, warning: warnings } = totals;
  if (flags.json === true)
    await io.stdout.write(
      `${JSON.stringify({ functions: paths.length, errors, warnings, findings }, null, 2)}\n`,
    );
  await io.stderr.write(summary(countedIn(io.texts, paths.length, 'web function'), totals, io));
  if (errors > 0) io.exitCode = 1;
}

function summary(what: string, found: Readonly<Record<Issue['severity'], number>>, { texts }: Io): string {
  const errors = countedIn(texts, found.error, 'error');
  const warnings = countedIn(texts, found.warning, 'warning');
  return `${said(texts, 'Checked {{what}}: {{errors}}, {{warnings}}.', { what, errors, warnings })}\n`;
}

async function checkEvents(paths: readonly string[], flags: CheckFlags, io: Io): Promise<void> {
  const trigger = flags.kind === undefined ? undefined : triggerNamed(flags.kind);
  const whole = trigger?.contract.accepts([]) === true;
  const strict = flags.strict === true;
  const totals = { events: 0, error: 0, warning: 0 };
  const findings: Finding[] = [];
  const progress = new ProgressLine(io);
  const stop = stopSignal(io);
  try {
    for await (const read of readEvents(paths, io, { whole })) {
      const finding = examined(read, trigger, { strict });
      totals.events++;
      for (const issue of finding.issues) {
        totals[issue.severity]++;
        if (flags.json !== true) await io.stdout.write(lineOf(finding.source, issue, io.texts));
      }
      if (flags.json === true && finding.issues.length > 0) findings.push(finding);
      await progress.step(() => progressText(totals, io));
      if (stop.signal.aborted) break;
    }
  } finally {
    progress.end();
    stop.release();
  }
  if (flags.json === true) {
    const { events, error: errors, warning: warnings } = totals;
    await io.stdout.write(`${JSON.stringify({ events, errors, warnings, findings }, null, 2)}\n`);
  }
  if (stop.signal.aborted)
    await io.stderr.write(`${said(io.texts, 'Stopped: this is what was seen so far.', {})}\n`);
  await io.stderr.write(summary(countedIn(io.texts, totals.events, 'event'), totals, io));
  if (totals.error > 0) io.exitCode = 1;
  if (stop.signal.aborted) io.exitCode = exitCodeOfSignal(String(stop.signal.reason));
}

function progressText(totals: { readonly events: number; readonly error: number }, { texts }: Io): string {
  const events = countedIn(texts, totals.events, 'event');
  return said(texts, '{{events}} checked, {{errors}}', {
    events,
    errors: countedIn(texts, totals.error, 'error'),
  });
}

/**
 * Compares one value with the contract of its kind: the one named, else what it looks like, else the name of its
 * directory. What cannot be read or recognised is an issue like any other.
 */
function examined(
  read: ReadEvent,
  trigger: Trigger | undefined,
  { strict }: { readonly strict: boolean },
): Finding {
  const { source } = read;
  if ('problem' in read)
    return { source, kind: undefined, issues: [fileIssue('file/readable', 'error', read.problem)] };
  const foreign = trigger === undefined ? foreignEventOf(read.value) : undefined;
  const kind =
    trigger?.name ??
    kindOf(read.value) ??
    (foreign === undefined ? kinds.find((known) => source.split('/').at(-2) === known) : undefined);
  const remarks =
    read.remark === undefined ? [] : [fileIssue('file/plain', strict ? 'error' : 'warning', read.remark)];
  if (kind === undefined) {
    const problem = foreign === undefined ? unknownEvent : `it looks like ${foreign.name}, ${sentByOthers}`;
    const issue = fileIssue('file/kind', 'error', problem, foreign?.documentation);
    return { source, kind, issues: [...remarks, issue] };
  }
  return {
    source,
    kind,
    issues: [...remarks, ...checkEvent(trigger ?? triggerNamed(kind), read.value, { strict })],
  };
}

const unknownEvent = 'it looks like no event that a trigger sends; name its kind with --kind';

function lineOf(source: string, issue: Issue, texts: Texts | undefined): string {
  const isOfFile = issue.rule.startsWith('file/');
  return issueLine(source, issue, texts, isOfFile ? noteIn(texts, issue.received) : undefined);
}
