import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { runProgram } from '../../cli/program.js';
import type { Io, Output } from '../../cli/shared/io.js';

/** What a command said and how it ended. */
export interface CliResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** What a command is run in. */
export interface CliOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string>;
  /** Ends a command that goes on until it is stopped. */
  readonly signal?: AbortSignal;
  /** Whether the outputs are a terminal's. */
  readonly isTerminal?: boolean;
  /** A built program, for commands that start it again. */
  readonly program?: string;
}

/** Runs the command line in this process. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const { io, written } = collectedIo(options);
  await runProgram(args, io);
  return { stdout: written.stdout, stderr: written.stderr, exitCode: io.exitCode };
}

/** Surroundings of a command that keep what it writes. */
export function collectedIo(options: CliOptions): {
  readonly io: Io;
  readonly written: { readonly stdout: string; readonly stderr: string };
} {
  const stdout = collected(options.isTerminal === true);
  const stderr = collected(options.isTerminal === true);
  const io: Io = {
    cwd: options.cwd ?? process.cwd(),
    env: options.env ?? {},
    stdin: Readable.from([Buffer.from(options.stdin ?? '')]),
    stdout: stdout.output,
    stderr: stderr.output,
    exitCode: 0,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.program === undefined ? {} : { program: options.program }),
  };
  return {
    io,
    written: {
      get stdout() {
        return stdout.text();
      },
      get stderr() {
        return stderr.text();
      },
    },
  };
}

/** A directory that is gone after the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'scf-fixtures-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

function collected(isTerminal: boolean): { output: Output; text: () => string } {
  const parts: string[] = [];
  return {
    output: {
      isTerminal,
      write(text) {
        parts.push(typeof text === 'string' ? text : Buffer.from(text).toString());
        return undefined;
      },
    },
    text: () => parts.join(''),
  };
}
