import { relative, resolve } from 'node:path';
import { loadTrigger, Misuse } from '../../src/core.js';
import {
  defaultStore,
  describeFailure,
  readStored,
  replayFailure,
  storedFailures,
} from '../../src/fuzz/index.js';
import type { CommandModule } from '../shared/command.js';
import type { Io } from '../shared/io.js';
import { counted, repeated } from '../shared/options.js';

interface ReplayFlags {
  readonly all?: boolean;
  readonly handler?: string;
  readonly allowNet: readonly string[];
  readonly allowRun: readonly string[];
}

/** `scf-fixtures replay`: tries stored failures again. */
export const replay: CommandModule = {
  define(command, io) {
    command
      .argument('[files...]', 'stored failures')
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
      .addHelpText(
        'after',
        '\nExits 0 when all pass by now, 1 when one still fails. Nothing is deleted.\n\nExamples:\n  scf-fixtures replay --all\n  scf-fixtures replay .scf-fixtures/failures/index.main_handler-1a2b3c/crash-0123456789.json',
      )
      .action(async (files: string[], flags: ReplayFlags) => run(files, flags, io));
  },
};

async function run(files: readonly string[], flags: ReplayFlags, io: Io): Promise<void> {
  io.runsHandlers = true;
  if (files.length === 0 && flags.all !== true) {
    throw new Misuse('NOTHING_TO_REPLAY', 'Cannot replay nothing: name stored failures, or take --all.');
  }
  const named = files.map((file) => {
    const path = resolve(io.cwd, file);
    return { path, stored: readStored(path) };
  });
  const failures = flags.all === true ? [...named, ...storedFailures(resolve(io.cwd, defaultStore))] : named;
  let broken = 0;
  for (const { path, stored } of failures) {
    const shown = relative(io.cwd, path);
    const handler = flags.handler ?? stored.subject;
    if (flags.handler === undefined && !/[#.][\w$]+$/.test(handler)) {
      throw new Misuse(
        'UNKNOWN_HANDLER',
        `Cannot replay ${shown}: it was found by a test (${stored.subject}). Run that test, or name a handler with --handler.`,
      );
    }
    const trigger = await loadTrigger(stored.trigger);
    const failure = await replayFailure(handler, stored, {
      trigger,
      cwd: io.cwd,
      allow: flags.allowNet,
      allowRun: flags.allowRun,
    });
    if (failure === undefined) {
      await io.stdout.write(`${shown}: passes\n`);
      continue;
    }
    broken++;
    await io.stdout.write(
      `${shown}: fails\n${describeFailure(trigger, failure, { seed: stored.foundWith.seed, storedAt: shown })}\n\n`,
    );
  }
  await io.stderr.write(
    `Replayed ${counted(failures.length, 'failure')}: ${broken === 0 ? 'all pass' : `${broken} still ${broken === 1 ? 'fails' : 'fail'}`}.\n`,
  );
  if (broken > 0) io.exitCode = 1;
}
