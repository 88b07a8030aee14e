import { resolve } from 'node:path';
import { Option } from 'commander';
import { type Deployment, deployed, loadTrigger } from '../../src/core.js';
import type { RunReport } from '../../src/fuzz/index.js';
import { processZone, removeBuiltScripts, removeStaleTemporary } from '../../src/runtime/index.js';
import { againWith } from '../fuzz/again.js';
import { answersFrom } from '../fuzz/answersFrom.js';
import { githubOf } from '../fuzz/forms/github.js';
import { nextOf, summaryOf } from '../fuzz/forms/text.js';
import { fuzzInJobs } from '../fuzz/jobs.js';
import type { Journal } from '../fuzz/journal.js';
import { type KindFlags, kindFor, requests } from '../fuzz/kindFor.js';
import { placesOf } from '../fuzz/places.js';
import { formNames, printedOf, reportTargets, requireWritable, writeReports } from '../fuzz/reportTargets.js';
import { toldIn } from '../fuzz/toldIn.js';
import type { SearchArguments } from '../fuzz/watchedSearch.js';
import { writeTest } from '../fuzz/writeTest.js';
import type { CommandModule } from '../shared/command.js';
import {
  type DeploymentFlags,
  deploymentFor,
  deploymentOptions,
  type ToldDeployment,
} from '../shared/deployment.js';
import {
  type FunctionFlags,
  functionFlags,
  functionWords,
  readFunction,
  zoneOf,
} from '../shared/functionFlags.js';
import type { Io } from '../shared/io.js';
import { repeated, type Shard, shard, wholeNumber } from '../shared/options.js';
import { payloadFrom } from '../shared/payload.js';
import { said } from '../texts/texts.js';
import { noteIn } from '../texts/toldNotes.js';

interface FuzzFlags extends DeploymentFlags, FunctionFlags {
  readonly trigger: string;
  readonly runs: string;
  readonly time?: string;
  readonly seed: string;
  readonly jobs: string;
  readonly shard?: string;
  readonly report: readonly string[];
  readonly json?: boolean;
  readonly out?: string;
  readonly writeTest?: string;
  readonly payload?: string;
  readonly off: readonly string[];
  readonly answers?: string;
  readonly allowNet: readonly string[];
  readonly allowRun: readonly string[];
  readonly store: boolean;
  readonly strict?: boolean;
  readonly allowWeak?: boolean;
  /** The facts of the deployment as JSON, from the process that has started this one. */
  readonly deployment?: string;
  /** Tells the process that has started this one what is done, instead of reporting. */
  readonly journal?: boolean;
}

/** `scf-fixtures fuzz <handler>`: tries what the platform may deliver on a handler in a file. */
export const fuzz: CommandModule = {
  define(command, io) {
    command
      .argument(
        '<handler>',
        'path/index.main_handler, ./path/file.js#export, ./path/index.py:main_handler, or a folder',
      )
      .option('--kind <kind>', 'what sends the events; may be left out for a web function')
      .option('--trigger <kind>', 'the same, as it was called before');
    functionFlags(deploymentOptions(command))
      .addOption(new Option('--deployment <json>', 'facts of the deployment').hideHelp())
      .option('--runs <n>', 'how many cases to try', '100')
      .option('--time <seconds>', 'try no new case after so many seconds')
      .option('--seed <seed>', 'case k is a function of the seed and k', '42')
      .option('--jobs <n>', 'share the cases between so many processes', '1')
      .option('--shard <i/n>', 'try only every n-th case, from the i-th on')
      .option('--payload <schema.json>', "a JSON Schema of the user's own data in the events")
      .option('--off <oracle>', 'leave an oracle out; may be repeated', repeated, [])
      .option(
        '--allow-net <target>',
        'let the handler connect to host:port, a host or a socket; may be repeated. Nothing else leaves the process',
        repeated,
        [],
      )
      .option(
        '--allow-run <program>',
        'let the handler start a program, or "worker" threads; may be repeated',
        repeated,
        [],
      )
      .option(
        '--answers <file.json>',
        'what outside calls are answered: { "GET https://api.example.com/*": { … }, "mysql SELECT users": [{ … }] }',
      )
      .option('--no-store', 'keep no failures in .scf-fixtures/failures, and replay none')
      .option('--allow-weak', 'exit 0, too, when nothing was found because next to nothing was tried')
      .option('--strict', 'exit 1, too, when there is something to note, such as a call that was refused')
      .option(
        '--report <form[=file]>',
        `${formNames.join(', ')} (text); may be repeated, one of them without a file`,
        repeated,
        [],
      )
      .option('--json', 'the same as --report json')
      .addOption(new Option('--journal', 'tell the process that has started this one').hideHelp())
      .option('--out <file>', 'the file of the report that names none, instead of standard output')
      .option(
        '--write-test <file>',
        'write a test of what was found: of Vitest, or of pytest and unittest for test_….py',
      )
      .addHelpText(
        'after',
        '\nExits 0 when nothing was found, 1 when the handler breaks, 3 when nothing was found and that proves little.\nNothing leaves the process of the handler unless it is allowed.\nWhat goes to files is told as text, too, and in a workflow of GitHub (GITHUB_ACTIONS=true) as annotations at the lines.\n\nExamples:\n  scf-fixtures fuzz ./index.js#main_handler --kind ckafka\n  scf-fixtures fuzz ./index.py:main_handler --kind cos\n  scf-fixtures fuzz ./web-function\n  scf-fixtures fuzz index.main_handler --kind apigw --runs 10000 --shard 3/16 --report junit=fuzz.xml --report json=fuzz.json\n  scf-fixtures fuzz index.main_handler --kind apigw --path-prefix /demo --stage test\n  scf-fixtures fuzz index.main_handler --kind timer --write-test test/found.test.ts\n  scf-fixtures fuzz ./index.py:main_handler --kind cos --write-test tests/test_found.py',
      )
      .action(async (handler: string, flags: GivenFlags) => run(handler, flags, io));
  },
};

/** The flags as they are given. */
type GivenFlags = Omit<FuzzFlags, 'trigger'> & KindFlags;

async function run(handler: string, given: GivenFlags, io: Io): Promise<void> {
  const flags: FuzzFlags = { ...given, trigger: await kindFor(handler, given, io.cwd) };
  const targets = reportTargets(
    flags.json === true ? [...flags.report, 'json'] : flags.report,
    flags.out,
    io.cwd,
  );
  if (flags.writeTest !== undefined) requireWritable(resolve(io.cwd, flags.writeTest), flags.writeTest);
  const jobs = wholeNumber('--jobs', flags.jobs, 1, 256);
  const share = shard(flags.shard);
  const told = await toldDeployment(flags, io);
  const asked = { ...flags, ...(told === undefined ? {} : { deployment: JSON.stringify(told.deployment) }) };
  if (flags.journal === true) return searchForWatcher(handler, asked, share, io);
  removeStaleTemporary();
  const startMs = performance.now();
  const found =
    io.program === undefined && jobs === 1
      ? await search(handler, asked, share, io)
      : await fuzzInJobs(
          searchArguments(handler, asked),
          { shard: share, jobs, runs: wholeNumber('--runs', flags.runs, 1, Number.MAX_SAFE_INTEGER) },
          io,
        );
  const report = told === undefined ? found : { ...found, deployment: told.deployment };
  const seconds = (performance.now() - startMs) / 1000;
  const { spec, notes } = await readFunction(handler, flags, io);
  const words = [...functionWords(flags), ...replayWords(flags)];
  const againOf = againWith({ spec, flags, words });
  const toldRun = await toldIn(io.texts, { report, seconds, againOf, ...placesOf(spec, io) });
  try {
    await writeReports(targets, toldRun);
  } finally {
    await io.stdout.write(await printedOf(targets, toldRun));
    if (flags.writeTest !== undefined) {
      await writeTest(report, { handler: spec, path: flags.writeTest, words }, io);
    }
    if (io.env.GITHUB_ACTIONS === 'true') await io.stderr.write(githubOf(toldRun));
    for (const note of [...notes, ...(told?.notes ?? [])])
      await io.stderr.write(`${said(io.texts, 'Note: {{note}}', { note: noteIn(io.texts, note) })}\n`);
    if (io.exitCode > 128)
      await io.stderr.write(
        `${said(io.texts, 'Stopped: what was found so far is told and stored; replay --all tries it again.', {})}\n`,
      );
    const isShort = targets.printed === 'screen';
    await io.stderr.write(summaryOf(toldRun.report, { isShort, texts: io.texts }));
    if (isShort) await io.stderr.write(await nextOf(report, io.texts));
  }
  // A signal has a code of its own.
  if (io.exitCode === 0) io.exitCode = exitCodeOf(report, flags);
}

/** What is known of the deployment, which fits the trigger. */
async function toldDeployment(flags: FuzzFlags, io: Io): Promise<ToldDeployment | undefined> {
  if (flags.deployment !== undefined) return { deployment: parsedDeployment(flags.deployment), notes: [] };
  // No platform makes an event of what a web function gets.
  if (flags.trigger === requests) return undefined;
  const told = await deploymentFor(flags.trigger, flags, io);
  // What does not fit is told before anything is started.
  if (told !== undefined) deployed(await loadTrigger(flags.trigger), told.deployment);
  return told;
}

function parsedDeployment(json: string): Deployment {
  return JSON.parse(json) as Deployment;
}

async function searchForWatcher(handler: string, flags: FuzzFlags, share: Shard, io: Io): Promise<void> {
  io.runsHandlers = true;
  const { Journal } = await import('../fuzz/journal.js');
  const journal = new Journal();
  const report = await search(handler, flags, share, io, journal);
  // Who watches this process ends it at once.
  removeBuiltScripts();
  journal.write({ kind: 'done', report });
}

/** 0 nothing found, 1 broken, 3 nothing found that would prove anything. */
function exitCodeOf({ verdict, warnings }: RunReport, flags: FuzzFlags): number {
  if (verdict === 'broken') return 1;
  if (verdict === 'proves-little' && flags.allowWeak !== true) return 3;
  return flags.strict === true && warnings.length > 0 ? 1 : 0;
}

async function search(
  handler: string,
  flags: FuzzFlags,
  share: Shard,
  io: Io,
  journal?: Journal,
): Promise<RunReport> {
  io.runsHandlers = true;
  const payload =
    flags.payload === undefined
      ? undefined
      : await payloadFrom(resolve(io.cwd, flags.payload), flags.payload);
  const { searchHere } = await import('../fuzz/searchHere.js');
  const { spec, options } = await readFunction(handler, flags, io);
  const giveBackZone = processZone(zoneOf(options));
  return searchHere(spec, {
    trigger: flags.trigger,
    cwd: io.cwd,
    ...options,
    runs: wholeNumber('--runs', flags.runs, 1, Number.MAX_SAFE_INTEGER),
    seed: flags.seed,
    shard: share,
    name: handler,
    oracles: Object.fromEntries(flags.off.map((name) => [name, false])),
    allow: flags.allowNet,
    allowRun: flags.allowRun,
    ...(flags.deployment === undefined ? {} : { deployment: parsedDeployment(flags.deployment) }),
    ...(flags.store ? {} : { store: false as const }),
    ...(flags.time === undefined ? {} : { budgetMs: 1000 * wholeNumber('--time', flags.time, 1, 1_000_000) }),
    ...(payload === undefined ? {} : { payload }),
    ...(flags.answers === undefined ? {} : { answers: answersFrom(flags.answers, io.cwd) }),
    ...(journal === undefined ? {} : { journal }),
  }).finally(giveBackZone);
}

/** What a stored failure is tried again with. */
function replayWords({ answers, allowNet, allowRun }: FuzzFlags): readonly string[] {
  return [
    ...(answers === undefined ? [] : ['--answers', answers]),
    ...allowNet.flatMap((target) => ['--allow-net', target]),
    ...allowRun.flatMap((program) => ['--allow-run', program]),
  ];
}

/** The command line that every process has in common. */
function searchArguments(handler: string, flags: FuzzFlags): Omit<SearchArguments, 'shard'> {
  const { trigger, seed } = flags;
  const args = [
    handler,
    ...['--runs', flags.runs],
    ...(flags.deployment === undefined ? ['--no-from-config'] : ['--deployment', flags.deployment]),
    ...(flags.time === undefined ? [] : ['--time', flags.time]),
    ...(flags.payload === undefined ? [] : ['--payload', flags.payload]),
    ...functionWords(flags),
    ...flags.off.flatMap((name) => ['--off', name]),
    ...replayWords(flags),
    ...(flags.store ? [] : ['--no-store']),
  ];
  return { trigger, seed, args };
}
