import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { loadTrigger, Misuse } from '../../src/core.js';
import { fuzzReport } from '../../src/fuzz/index.js';
import { fuzzInJobs } from '../fuzz/jobs.js';
import { junitOf, pageOf, type RunReport, reported } from '../fuzz/reports.js';
import { testFileOf } from '../fuzz/testFile.js';
import type { CommandModule } from '../program.js';
import type { Io } from '../shared/io.js';
import { counted, wholeNumber } from '../shared/options.js';

interface FuzzFlags {
  readonly trigger: string;
  readonly runs: string;
  readonly time?: string;
  readonly seed: string;
  readonly jobs: string;
  readonly shard?: string;
  readonly report?: string;
  readonly out?: string;
  readonly writeTest?: string;
  readonly payload?: string;
  readonly off: readonly string[];
  readonly store: boolean;
  readonly strict?: boolean;
}

const reportForms = ['text', 'json', 'junit', 'html'];

/** `scf-fixtures fuzz <handler>`: tries what the platform may deliver on a handler in a file. */
export const fuzz: CommandModule = {
  define(command, io) {
    command
      .argument('<handler>', 'path/index.main_handler or ./path/file.js#export')
      .requiredOption('--trigger <kind>', 'what sends the events')
      .option('--runs <n>', 'how many cases to try', '100')
      .option('--time <seconds>', 'try no new case after so many seconds')
      .option('--seed <seed>', 'case k is a function of the seed and k', '42')
      .option('--jobs <n>', 'share the cases between so many processes', '1')
      .option('--shard <i/n>', 'try only every n-th case, from the i-th on')
      .option('--payload <schema.json>', "a JSON Schema of the user's own data in the events")
      .option('--off <oracle>', 'leave an oracle out; may be repeated', collect, [])
      .option('--no-store', 'keep no failures in .scf-fixtures/failures, and replay none')
      .option(
        '--strict',
        'exit 1, too, when the run proves little: every event rejected, no outside call seen',
      )
      .option('--report <form>', 'text, json, junit or html', 'text')
      .option('--out <file>', 'write the report to a file instead of standard output')
      .option('--write-test <file>', 'write a Vitest test of what was found')
      .addHelpText(
        'after',
        '\nExits 0 when nothing was found, 1 when the handler breaks.\n\nExamples:\n  scf-fixtures fuzz ./index.js#main_handler --trigger ckafka\n  scf-fixtures fuzz index.main_handler --trigger apigw --runs 10000 --shard 3/16 --report junit --out fuzz.xml\n  scf-fixtures fuzz index.main_handler --trigger timer --write-test test/found.test.ts',
      )
      .action(async (handler: string, flags: FuzzFlags) => run(handler, flags, io));
  },
};

async function run(handler: string, flags: FuzzFlags, io: Io): Promise<void> {
  const form = flags.report ?? 'text';
  if (!reportForms.includes(form)) {
    throw new Misuse('UNKNOWN_REPORT', `Cannot report as ${form}: take one of ${reportForms.join(', ')}.`);
  }
  const jobs = wholeNumber('--jobs', flags.jobs, 1, 256);
  const shard = flags.shard === undefined ? { index: 1, of: 1 } : shardOf(flags.shard);
  const report =
    jobs === 1
      ? await fuzzHere(handler, flags, shard, io)
      : await fuzzInJobs(jobArguments(handler, flags), shard, jobs, io);
  const { failures } = report;
  const text =
    form === 'json'
      ? `${JSON.stringify(report, null, 2)}\n`
      : form === 'junit'
        ? junitOf(report)
        : form === 'html'
          ? pageOf(report)
          : failures.map((failure, index) => `${index + 1}. ${failure.text}\n\n`).join('');
  if (flags.out === undefined) await io.stdout.write(text);
  else write(resolve(io.cwd, flags.out), text);
  if (flags.writeTest !== undefined && failures.length > 0) {
    write(resolve(io.cwd, flags.writeTest), testFileOf(report, handler, flags.writeTest, io.cwd));
    await io.stderr.write(`Wrote ${flags.writeTest}.\n`);
  }
  for (const note of [
    ...report.dropped.map((path) => `${path} passes by now and was dropped.`),
    ...report.warnings,
  ])
    await io.stderr.write(`Note: ${note}\n`);
  await io.stderr.write(
    `Tried ${counted(report.runs, 'case')} of ${report.trigger} with seed ${report.seed}: ${failures.length === 0 ? 'nothing found' : counted(failures.length, 'failure')}.\n`,
  );
  if (failures.length > 0 || (flags.strict === true && report.warnings.length > 0)) io.exitCode = 1;
}

async function fuzzHere(
  handler: string,
  flags: FuzzFlags,
  shard: { readonly index: number; readonly of: number },
  io: Io,
): Promise<RunReport> {
  const trigger = await loadTrigger(flags.trigger);
  const payload = flags.payload === undefined ? undefined : await payloadFrom(resolve(io.cwd, flags.payload));
  const report = await fuzzReport(handler, {
    trigger,
    cwd: io.cwd,
    runs: wholeNumber('--runs', flags.runs, 1, Number.MAX_SAFE_INTEGER),
    seed: flags.seed,
    shard,
    name: handler,
    oracles: Object.fromEntries(flags.off.map((name) => [name, false])),
    ...(flags.store ? {} : { store: false as const }),
    ...(flags.time === undefined ? {} : { budgetMs: 1000 * wholeNumber('--time', flags.time, 1, 1_000_000) }),
    ...(payload === undefined ? {} : { payload }),
  });
  return reported(trigger, report);
}

/** The command line that every job has in common. */
function jobArguments(handler: string, flags: FuzzFlags): readonly string[] {
  return [
    handler,
    ...['--trigger', flags.trigger, '--runs', flags.runs, '--seed', flags.seed],
    ...(flags.time === undefined ? [] : ['--time', flags.time]),
    ...(flags.payload === undefined ? [] : ['--payload', flags.payload]),
    ...flags.off.flatMap((name) => ['--off', name]),
    ...(flags.store ? [] : ['--no-store']),
  ];
}

async function payloadFrom(path: string) {
  const { readFileSync } = await import('node:fs');
  const { payloadOf } = await import('../../src/payload/index.js');
  let schema: unknown;
  try {
    schema = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Misuse(
      'INVALID_SCHEMA',
      `Cannot read the payload schema ${path}: ${(error as Error).message}.`,
    );
  }
  return payloadOf(schema as Parameters<typeof payloadOf>[0]);
}

function shardOf(text: string): { index: number; of: number } {
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const [index, of] = [Number(match?.[1]), Number(match?.[2])];
  if (match !== null && index >= 1 && index <= of) return { index, of };
  throw new Misuse(
    'INVALID_SHARD',
    `Cannot take shard ${text}: it must be i/n with whole numbers and 1 <= i <= n.`,
  );
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
