import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import type { InstanceOptions } from '../../src/runtime/index.js';
import { wholeNumber } from './options.js';

/** What flags tell of an image function: its name, or its address where its server runs already, and how it is started. */
interface ToldImage {
  readonly spec?: string;
  readonly options: Pick<InstanceOptions, 'command' | 'port'>;
}

/**
 * Reads how the server of an image function is started or reached.
 *
 * @throws Misuse COMMAND_NOT_FOUND, NO_IMAGE_FUNCTION, CONTRADICTING_FLAGS.
 */
export function imageOf(
  spec: string,
  flags: { readonly command?: string; readonly functionPort?: string },
  cwd: string,
): ToldImage {
  if (flags.command === undefined && flags.functionPort === undefined) return { options: {} };
  const port =
    flags.functionPort === undefined
      ? undefined
      : wholeNumber('--function-port', flags.functionPort, 1, 65_535);
  requireImage(spec, flags.command === undefined ? '--function-port' : '--command', cwd);
  if (flags.command === undefined) return { spec: `http://127.0.0.1:${port}`, options: {} };
  requireProgram(flags.command, folderOf(spec, cwd));
  const command = ['/bin/sh', '-c', flags.command];
  return { spec, options: { command, ...(port === undefined ? {} : { port }) } };
}

function requireImage(spec: string, flag: string, cwd: string): void {
  if (/^http:/.test(spec))
    throw new Misuse(
      'CONTRADICTING_FLAGS',
      `Cannot take ${flag} for ${spec}: an address is that of a server which runs already. Leave one of them out.`,
    );
  const folder = folderOf(spec, cwd);
  const isThere = existsSync(folder) && statSync(folder).isDirectory();
  if (isThere && (existsSync(join(folder, 'Dockerfile')) || !existsSync(join(folder, 'bootstrap')))) return;
  throw new Misuse(
    'NO_IMAGE_FUNCTION',
    `Cannot take ${flag} for ${spec}: ${isThere ? 'the bootstrap in it asks for its events, and' : 'it is no folder, and only'} an image function is a server. Name the folder of one.`,
  );
}

function folderOf(spec: string, cwd: string): string {
  return resolve(cwd, basename(spec) === 'Dockerfile' ? join(spec, '..') : spec);
}

/** The first word of a command is a program, unless it says something to the shell alone. */
function requireProgram(command: string, cwd: string): void {
  const [word = ''] = command.trim().split(/\s+/);
  if (word !== '' && !/^[\w@%+:,./-]+$/.test(word)) return;
  const look = ['-c', 'command -v -- "$1"', 'sh', word];
  if (spawnSync('/bin/sh', look, { cwd, stdio: 'ignore' }).status === 0) return;
  throw new Misuse(
    'COMMAND_NOT_FOUND',
    `Cannot take --command ${JSON.stringify(command)}: there is no program ${JSON.stringify(word)} on the PATH${word.includes('/') ? ` or in ${cwd}` : ''}. Write --command 'python3 app.py'.`,
  );
}
