import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadTrigger, Misuse, sample } from '../../src/core.js';
import {
  describeIgnored,
  formatLog,
  invoke as invokeHandler,
  type ScfRuntime,
  settled,
} from '../../src/runtime/index.js';
import type { CommandModule } from '../shared/command.js';
import type { Io } from '../shared/io.js';
import { type FunctionFlags, functionOptions, repeated, wholeNumber } from '../shared/options.js';
import { readEvents } from '../shared/readEvents.js';

const runtimes: readonly ScfRuntime[] = [
  'Nodejs6.10',
  'Nodejs8.9',
  'Nodejs10.15',
  'Nodejs12.16',
  'Nodejs14.18',
  'Nodejs16.13',
  'Nodejs18.15',
  'Nodejs20.19',
  'Nodejs22.21',
];

interface InvokeFlags extends FunctionFlags {
  readonly kind?: string;
  readonly seed?: string;
  readonly index?: string;
  readonly runtime: string;
  readonly json?: boolean;
}

/** `scf-fixtures invoke <handler> [event]`: runs a handler on one event as SCF's Node runtime does, in a thread. */
export const invoke: CommandModule = {
  define(command, io) {
    command
      .argument('<handler>', 'path/index.main_handler or ./path/file.js#export')
      .argument('[event]', 'a JSON file, or - for standard input')
      .option('--kind <kind>', 'draw an event of this kind instead')
      .option('--seed <seed>', 'seed of the drawn event, and of the request id')
      .option('--index <i>', 'which event of the seed', '0')
      .option('--timeout <ms>', 'time limit in milliseconds', '3000')
      .option('--memory <MB>', 'memory size in MB', '128')
      .option('--env <name=value>', 'an environment variable; may be repeated', repeated, [])
      .option('--runtime <name>', 'whose rules to follow: Nodejs8.9 and older have their own', 'Nodejs18.15')
      .option('--json', 'print the whole outcome as JSON')
      .addHelpText(
        'after',
        '\nPrints what the caller gets on standard output and the log of the platform on standard error.\nExits 0 when the handler answered, 1 when it failed.\n\nExamples:\n  scf-fixtures invoke index.main_handler event.json\n  scf-fixtures invoke src/index.main_handler --kind ckafka --seed 42 --index 7\n  scf-fixtures gen timer --count 1 --out - | scf-fixtures invoke ./index.js#main_handler -',
      )
      .action(async (handler: string, file: string | undefined, flags: InvokeFlags) =>
        run(handler, file, flags, io),
      );
  },
};

async function run(handler: string, file: string | undefined, flags: InvokeFlags, io: Io): Promise<void> {
  io.runsHandlers = true;
  const limits = functionOptions(flags);
  const event = await readEvent(handler, file, flags, io);
  const outcome = await invokeHandler(handler, event, {
    cwd: io.cwd,
    isolation: 'worker',
    ...limits,
    runtime: runtimeNamed(flags.runtime),
    ...(flags.seed === undefined ? {} : { context: { seed: `${flags.seed}/${flags.index}` } }),
  });
  const rest = await settled(outcome);
  if (!outcome.ok || rest.statusCode !== 200) io.exitCode = 1;
  if (flags.json === true) {
    await io.stdout.write(`${JSON.stringify({ ...outcome, settled: rest }, null, 2)}\n`);
    return;
  }
  await io.stderr.write(`${formatLog(outcome).join('\n')}\n`);
  if (outcome.ok && outcome.ignored !== undefined)
    await io.stderr.write(`${describeIgnored(outcome.ignored)}\n`);
  for (const work of outcome.lateWork) {
    const place = work.at === undefined ? '' : `, started at ${work.at}`;
    await io.stderr.write(`Left running after the answer: ${work.kind} (${work.what})${place}\n`);
  }
  for (const error of rest.lateErrors) {
    await io.stderr.write(`Uncaught after the answer: ${error.stack ?? error.message}\n`);
  }
  if (outcome.ok && rest.statusCode === 433) {
    await io.stderr.write(
      `The caller has the answer, but what was left running did not end within ${limits.timeoutMs} ms: the platform notes a time-out (433).\n`,
    );
  }
  await io.stdout.write(`${outcome.ok ? outcome.json : JSON.stringify(outcome.body)}\n`);
}

function runtimeNamed(name: string): ScfRuntime {
  const found = runtimes.find((runtime) => runtime === name);
  if (found !== undefined) return found;
  throw new Misuse(
    'UNKNOWN_RUNTIME',
    `Cannot take --runtime ${name}: SCF has none of that name. Take one of ${runtimes.join(', ')}.`,
  );
}

async function readEvent(
  handler: string,
  file: string | undefined,
  flags: InvokeFlags,
  io: Io,
): Promise<unknown> {
  const { kind, seed } = flags;
  const refuse = (reason: string): Misuse =>
    new Misuse(
      'NO_EVENT',
      `Cannot invoke ${handler}: ${reason}. Name one JSON file, - for standard input, or a kind: --kind timer.`,
    );
  if (kind !== undefined) {
    if (file !== undefined) throw refuse(`both an event (${file}) and --kind ${kind} are given`);
    const index = wholeNumber('--index', flags.index ?? '0', 0, Number.MAX_SAFE_INTEGER);
    return sample(await loadTrigger(kind), { index, ...(seed === undefined ? {} : { seed }) });
  }
  if (file === undefined) throw refuse('no event is given');
  if (file !== '-' && !existsSync(resolve(io.cwd, file))) throw refuse(`there is no file ${file}`);
  const found: unknown[] = [];
  for await (const read of readEvents([file], io, { whole: true })) {
    if ('problem' in read) throw refuse(`${read.source} holds no event, since ${read.problem}`);
    found.push(read.value);
  }
  if (found.length !== 1) throw refuse(`${file} holds ${found.length} events`);
  return found[0];
}
