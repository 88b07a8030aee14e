import { relative, resolve } from 'node:path';
import { Option } from 'commander';
import { type CommandOutputs, Misuse } from '../../src/core.js';
import { defaultStore, storedPaths } from '../../src/fuzz/index.js';
import { removeBuiltScripts } from '../../src/runtime/index.js';
import { Journal } from '../fuzz/journal.js';
import { type ReplayFlags, type ReplayLine, replayHere } from '../fuzz/replayHere.js';
import { failureTextIn } from '../fuzz/toldIn.js';
import { watchedProcess } from '../fuzz/watchedProcess.js';
import type { CommandModule } from '../shared/command.js';
import { functionFlags, functionWords } from '../shared/functionFlags.js';
import type { Io } from '../shared/io.js';
import { repeated } from '../shared/options.js';
import { exitCodeOfSignal, stopSignal } from '../shared/stopSignal.js';
import { countedIn, said } from '../texts/texts.js';

/** `scf-fixtures replay`: tries stored failures again. */
export const replay: CommandModule = {
  define(command, io) {
    functionFlags(command.argument('[files...]', 'stored failures'))
      .option('--json', 'print JSON')
      .option('--all', `every failure in ${defaultStore}`)
      .option(
        '--handler <handler>',
        'the handler to try them on, where that is not the one they were found with',
      )
      .option(
        '--allow-net <target>',
        'let the handler connect to host:port, a host or a socket; may be repeated',
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
      .addOption(new Option('--journal', 'tell the process that has started this one').hideHelp())
      .addOption(new Option('--tolerant', 'go on after one that cannot be tried').hideHelp())
      .addHelpText(
        'after',
        '\nExits 0 when all pass by now, 1 when one still fails, 2 when one could not be tried. Nothing is deleted.\n\nExamples:\n  scf-fixtures replay --all\n  scf-fixtures replay .scf-fixtures/failures/index.main_handler-1a2b3c/crash-0123456789.json',
      )
      .action(async (files: string[], flags: ReplayFlags) => run(files, flags, io));
  },
};

async function run(
  files: readonly string[],
  flags: Omit<ReplayFlags, 'isTolerant'> & {
    readonly all?: boolean;
    readonly journal?: boolean;
    readonly tolerant?: boolean;
    readonly json?: boolean;
  },
  io: Io,
): Promise<void> {
  if (files.length === 0 && flags.all !== true) {
    throw new Misuse('NOTHING_TO_REPLAY', 'Cannot replay nothing: name stored failures, or take --all.');
  }
  const asked = { ...flags, isTolerant: flags.all === true || flags.tolerant === true };
  const named = files.map((file) => resolve(io.cwd, file));
  const paths = flags.all === true ? [...named, ...storedPaths(resolve(io.cwd, defaultStore))] : named;
  if (flags.journal === true) {
    io.runsHandlers = true;
    const journal = new Journal();
    await replayHere(paths, asked, io.cwd, {
      onLine: (line) => journal.write(line),
      onCall: (delivery) => journal.call(delivery),
    });
    removeBuiltScripts();
    journal.write({ kind: 'done' });
    return;
  }
  const count = { passes: 0, fails: 0, untried: 0 };
  const failures: { path: string; ending: keyof typeof count; text: string | null }[] = [];
  let written: Promise<void> = Promise.resolve();
  const onLine = (line: ReplayLine): void => {
    if (line.ending === undefined) return;
    count[line.ending]++;
    const { ending, text: told = null } = line;
    failures.push({ path: relative(io.cwd, line.path), ending, text: told });
    if (flags.json === true) return;
    const head = `${relative(io.cwd, line.path)}: ${said(io.texts, endings[line.ending], {})}`;
    written = written.then(async () => io.stdout.write(`${head}${await aboutIn(line, io)}\n`));
    // Nobody may read any more; who awaits it below hears of that.
    written.catch(() => undefined);
  };
  if (io.program === undefined) {
    io.runsHandlers = true;
    await replayHere(paths, asked, io.cwd, { onLine });
  } else await replayWatched(paths, asked, io, onLine);
  await written;
  if (flags.json === true) {
    const told: CommandOutputs['replay'] = { ...count, failures };
    await io.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
  }
  await tellReplayed(count, io);
}

async function aboutIn({ ending, text }: ReplayLine, { texts }: Io): Promise<string> {
  if (text === undefined) return '';
  if (ending === 'untried') return `: ${texts?.of(text) ?? text}`;
  return `\n${texts === undefined ? text : texts.report(await failureTextIn(texts, text))}\n`;
}

const endings = { passes: 'passes', fails: 'fails', untried: 'not tried' } as const;

async function tellReplayed(
  { passes, fails, untried }: Readonly<Record<keyof typeof endings, number>>,
  io: Io,
): Promise<void> {
  const { texts } = io;
  const failing =
    fails === 1 ? said(texts, '1 still fails', {}) : said(texts, '{{fails}} still fail', { fails });
  const passing = untried === 0 ? said(texts, 'all pass', {}) : said(texts, '{{passes}} pass', { passes });
  const rest = untried === 0 ? '' : said(texts, ', {{untried}} not tried', { untried });
  const failures = countedIn(texts, passes + fails + untried, 'failure');
  const what = `${fails === 0 ? passing : failing}${rest}`;
  await io.stderr.write(`${said(texts, 'Replayed {{failures}}: {{what}}.', { failures, what })}\n`);
  if (io.exitCode === 0) io.exitCode = fails > 0 ? 1 : untried > 0 ? 2 : 0;
}

/** Tries them in a process of its own, and the rest in another one when a handler ends that. */
async function replayWatched(
  paths: readonly string[],
  flags: ReplayFlags,
  io: Io,
  onLine: (line: ReplayLine) => void,
): Promise<void> {
  const stop = stopSignal(io);
  try {
    for (let rest = paths; rest.length > 0; ) {
      let current = rest[0] as string;
      const ending = await watchedProcess(replayArguments(rest, flags), io, {
        stop: stop.signal,
        onLine: (line) => {
          if (line.kind !== 'replay') return;
          current = line.path;
          onLine(line);
        },
      });
      if (ending.kind === 'done') return;
      if (ending.kind === 'stopped') {
        io.exitCode = exitCodeOfSignal(ending.by);
        return;
      }
      onLine({ kind: 'replay', path: current, ending: 'fails', text: `  ${ending.reason}.` });
      rest = rest.slice(rest.indexOf(current) + 1);
    }
  } finally {
    stop.release();
  }
}

function replayArguments(paths: readonly string[], flags: ReplayFlags): readonly string[] {
  return [
    'replay',
    ...(flags.handler === undefined ? [] : ['--handler', flags.handler]),
    ...(flags.answers === undefined ? [] : ['--answers', flags.answers]),
    ...flags.allowNet.flatMap((target) => ['--allow-net', target]),
    ...flags.allowRun.flatMap((program) => ['--allow-run', program]),
    ...functionWords(flags),
    ...(flags.isTolerant ? ['--tolerant'] : []),
    ...['--journal', '--', ...paths],
  ];
}
