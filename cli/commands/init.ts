import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type CommandOutputs, Misuse, triggerNamed } from '../../src/index.js';
import { deployedProblems, isWebFunction, scfRuntimes } from '../../src/runtime/index.js';
import { type DescribedFunction, eventKindsOf, triggerTypes } from '../../src/triggerdesc/index.js';
import { handlerKinds, kindOfHandler } from '../init/kindOfHandler.js';
import { type Plan, type PlannedFile, planFirstTest } from '../init/plan.js';
import { installCommand, type Project, projectAt } from '../init/project.js';
import { planPythonTest } from '../init/pythonPlan.js';
import { reachesOut } from '../init/reachesOut.js';
import { unifiedDiff } from '../init/unifiedDiff.js';
import { planWebTest, webFolderOf } from '../init/webPlan.js';
import type { CommandModule } from '../shared/command.js';
import { deploymentIn, handlerPath } from '../shared/deploymentFile.js';
import { FixtureFiles } from '../shared/fixtureFiles.js';
import type { Io } from '../shared/io.js';
import { functionOfFolder, isSameFunction } from '../shared/namedFunction.js';
import { counted } from '../shared/options.js';
import { findPythonHandler } from '../shared/pythonHandler.js';
import { findUserHandler, type UserHandler } from '../shared/userHandler.js';
import { said } from '../texts/texts.js';
import { linesIn } from '../texts/told.js';
import { noteIn } from '../texts/toldNotes.js';

interface InitFlags {
  readonly kind?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `scf-fixtures init [handler]`: writes the first test of a handler. */
export const init: CommandModule = {
  define(command, io) {
    command
      .argument(
        '[handler]',
        'src/index.main_handler, index.py:main_handler, a file or a folder; the one of the deployment file, or index.main_handler',
      )
      .option('--kind <kind>', `what the handler gets, instead of finding out: ${handlerKinds.join(', ')}`)
      .option('--dry-run', 'show what would be written as a diff')
      .option('--force', 'replace a test that is there')
      .option('--json', 'print what was written as JSON, with its text where it is only shown')
      .addHelpText(
        'after',
        '\nFinds out the package manager, the module system, TypeScript, what runs the tests (Vitest, Jest, node --test) and the\ntriggers in the deployment file (serverless.yml, cloudbaserc.json, template.yaml, s.yaml, .tf), and writes a test for it, what Vitest lacks of a setup, and a script; for a function in Python a test for\npytest and unittest with its events; for a web function a test that starts, asks and fuzzes it.\n\nExamples:\n  scf-fixtures init\n  scf-fixtures init ./hello\n  scf-fixtures init src/index.main_handler --kind ckafka\n  scf-fixtures init --dry-run',
      )
      .action(async (handler: string | undefined, flags: InitFlags) => run(handler, flags, io));
  },
};

async function run(given: string | undefined, flags: InitFlags, io: Io): Promise<void> {
  const named = functionIn(given, io.cwd);
  const project = projectAt(io.cwd);
  const configured = await configuredIn(io.cwd, named);
  if (configured.note !== undefined)
    await io.stderr.write(`${said(io.texts, 'Note: {{note}}', { note: configured.note })}\n`);
  const web = webFolderOf(named, { configured: configured.handler, cwd: io.cwd });
  if (web !== undefined) {
    refuseKind(flags);
    return write(planWebTest(project, web), { what: 'a web function', flags, project, io });
  }
  const python = findPythonHandler({ ...configured, named, configured: configured.handler }, io.cwd);
  const handler = python ?? findUserHandler(named, configured.handler, io.cwd);
  const shown = relative(io.cwd, handler.file);
  const kind = flags.kind ?? kindOfHandler(handler.source, configured.kinds, shown);
  const trigger = triggerNamed(kind);
  requireHandlerKind(kind);
  const isKnown = named === undefined && project.root === io.cwd;
  const plan =
    'exportName' in handler
      ? planFirstTest(project, handler, trigger)
      : planPythonTest(project, {
          ...{ handler, trigger, cwd: io.cwd },
          configured: isKnown ? configured.ownName : undefined,
        });
  await write(plan, { what: `a handler of ${kind} events`, flags, project, io });
  if (flags.dryRun === true || !('exportName' in handler)) return;
  const notes = [
    ...(reachesOut(handler.file) && !plan.test.after.includes('failingEvents')
      ? [
          `${shown} may reach something outside, so that the fuzzer alone calls it: that lets nothing leave the process.`,
        ]
      : []),
    ...unloadable(handler, configured.runtime, io),
  ];
  for (const text of notes)
    await io.stderr.write(`${said(io.texts, 'Note: {{note}}', { note: noteIn(io.texts, text) })}\n`);
}

/** The function of a folder that is named; none is named by that of the current one. */
function functionIn(named: string | undefined, cwd: string): string | undefined {
  const path = resolve(cwd, named ?? '.');
  if (!existsSync(path) || !statSync(path).isDirectory() || isWebFunction(path)) return named;
  if (path === resolve(cwd)) return undefined;
  return functionOfFolder(path, cwd) ?? named;
}

function requireHandlerKind(kind: string): void {
  if (handlerKinds.includes(kind)) return;
  throw new Misuse(
    'NO_HANDLER_KIND',
    `Cannot write a test of a handler that gets ${kind} requests: only web functions get them. Name the folder with scf_bootstrap: scf-fixtures init ./folder.`,
  );
}

/** No trigger's events reach a web function. */
function refuseKind({ kind }: InitFlags): void {
  if (kind === undefined || triggerNamed(kind).delivery?.isPlainHttp === true) return;
  throw new Misuse(
    'WEB_FUNCTION',
    `Cannot write a test with ${kind} events: this is a web function, which HTTP requests reach as they are. Leave out --kind.`,
  );
}

/** What is written for, and where. */
interface Writing {
  readonly what: string;
  readonly flags: InitFlags;
  readonly project: Project;
  readonly io: Io;
}

/** @throws Misuse FILE_EXISTS. */
async function write(plan: Plan, { what, flags, project, io }: Writing): Promise<void> {
  if (flags.dryRun === true)
    return flags.json === true ? tellJson(what, { plan, flags, project, io }) : showPlan(plan, io);
  const { test } = plan;
  if (test.before !== undefined && test.before !== test.after && flags.force !== true) {
    throw new Misuse(
      'FILE_EXISTS',
      `Cannot write ${shownPath(test, project, io)}: it is there and differs. Look at the difference with --dry-run, or replace it with --force.`,
    );
  }
  const files = new FixtureFiles(project.root);
  for (const { path, after } of filesOf(plan)) files.write(path, after);
  if (flags.json === true) await tellJson(what, { plan, flags, project, io });
  else await io.stderr.write(summary(what, plan, project, io));
}

/** Why the handler is not loaded on SCF; nothing of one that is compiled first, or that cannot be read yet. */
function unloadable(
  { file, exportName, isTypeScript }: UserHandler,
  configured: string | undefined,
  { cwd }: Io,
): readonly string[] {
  if (isTypeScript) return [];
  const runtime = scfRuntimes.find((known) => known === configured);
  try {
    const problems = deployedProblems(`${file}#${exportName}`, { cwd, runtime });
    return problems.filter(({ loadError }) => loadError !== undefined).map(({ text }) => text);
  } catch (error) {
    if (error instanceof Misuse) return [];
    throw error;
  }
}

/** What a deployment file tells. */
interface Configured {
  readonly handler?: string;
  /** The handler by the name that stands there, where its code lies beside the file. */
  readonly ownName?: string;
  readonly runtime?: string;
  readonly kinds: readonly string[];
  /** Why the file is not read. */
  readonly note?: string;
}

/**
 * The handler and the kinds of events that a deployment file tells; what it leaves to variables is not known.
 *
 * @param named the handler that is asked for, by which one of several functions is known.
 */
async function configuredIn(cwd: string, named: string | undefined): Promise<Configured> {
  const read = await deploymentIn(cwd);
  if (read === undefined) return { kinds: [] };
  const { functions, note } = read;
  const isMeant = (one: DescribedFunction) => isSameFunction(handlerPath(one) ?? '', named ?? '');
  const found = functions.find(isMeant) ?? functions[0];
  const several = functions.filter(({ handler }) => handler !== undefined);
  const handler = found && handlerPath(found);
  if (named === undefined && several.length > 1)
    throw new Misuse(
      'SEVERAL_FUNCTIONS',
      `Cannot choose between the functions of ${read.name}: ${several.map(handlerPath).join(', ')}. Name one: scf-fixtures init ${String(handler)}.`,
    );
  const types = found?.triggers.map(({ config }) => config.Type) ?? [];
  const known = types.filter((type) => triggerTypes.some((one) => one === type));
  return {
    kinds: [...new Set(known.flatMap((type) => eventKindsOf(type)))],
    ...(handler === undefined ? {} : { handler }),
    ...(handler === undefined || handler !== found?.handler ? {} : { ownName: handler }),
    ...(found?.runtime === undefined ? {} : { runtime: found.runtime }),
    ...(note === undefined ? {} : { note }),
  };
}

function filesOf({ test, others, events = [] }: Plan): readonly PlannedFile[] {
  return [test, ...others, ...events];
}

async function showPlan(plan: Plan, io: Io): Promise<void> {
  for (const { path, before, after } of filesOf(plan))
    await io.stdout.write(unifiedDiff(path, before, after));
}

/** What is written, or would be, as data. */
async function tellJson(
  what: string,
  { plan, flags, project, io }: Omit<Writing, 'what'> & { readonly plan: Plan },
): Promise<void> {
  const told: CommandOutputs['init'] = {
    what,
    files: filesOf(plan).map((file) => {
      const { before, after } = file;
      return {
        path: shownPath(file, project, io),
        change: before === undefined ? 'new' : before === after ? 'same' : 'changed',
        ...(flags.dryRun === true ? { before: before ?? null, after } : {}),
      };
    }),
    next: nextSteps(plan, project),
  };
  await io.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
}

function nextSteps({ missing, run }: Plan, { packageManager }: Project): string[] {
  return [...(missing.length === 0 ? [] : [installCommand(packageManager, missing)]), run];
}

function summary(what: string, plan: Plan, project: Project, io: Io): string {
  const { test, others, events = [] } = plan;
  const changed = [test, ...others].filter(({ before, after }) => before !== after);
  const shown = (file: PlannedFile) =>
    `${shownPath(file, project, io)}${file.before === undefined ? '' : ' (changed)'}`;
  const written = [...changed.map(shown), ...eventsWritten(events, project, io)];
  const wrote = written.length === 0 ? 'Nothing to write' : `Wrote ${written.join(', ')}`;
  return `${linesIn(io.texts, `${wrote} for ${what}. Next: ${nextSteps(plan, project).join(' && ')}`)}\n`;
}

function eventsWritten(events: readonly PlannedFile[], project: Project, io: Io): string[] {
  const [first, ...others] = events.filter(({ before }) => before === undefined);
  if (first === undefined) return [];
  return [`${counted(1 + others.length, 'event')} in ${dirname(shownPath(first, project, io))}`];
}

/** As seen from the current directory, since a project may begin above it. */
function shownPath({ path }: PlannedFile, { root }: Project, { cwd }: Io): string {
  return relative(cwd, join(root, path)).replaceAll('\\', '/');
}
