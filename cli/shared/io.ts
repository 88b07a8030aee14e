import { writeSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { Texts } from '../texts/texts.js';
import { oneLine, printable } from './printable.js';
import type { Project } from './project.js';

/** What a command may touch of the process it runs in; tests pass their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  /** 0 fine, 1 found a problem, 2 misuse. */
  exitCode: number;
  /** Set by a command that has run handlers in this process and is done: what they keep open does not count. */
  runsHandlers?: boolean;
  /** Ends a command that goes on until it is stopped; a process has its signals for that. */
  readonly signal?: AbortSignal;
  /** The file that Node starts this program from, for work that several processes share. */
  readonly program?: string;
  /** What is told in another language than English. */
  texts?: Texts | undefined;
  /** Nothing is written to standard error but what went wrong. */
  isQuiet?: boolean;
  /** The configuration file of the project, from when a command begins. */
  project?: Project;
}

/** A stream to write to. */
export interface Output {
  readonly isTerminal: boolean;
  /** Resolves when more may be written; rejects with EPIPE when nobody reads any more. */
  write(text: string | Uint8Array): Promise<void> | undefined;
  /** Puts a line in place of the one that stands there; an empty one takes it away. */
  rewrite?(line: string): void;
}

/** Writes to a stream of Node's with back-pressure. */
export function outputTo(stream: Writable & { readonly isTTY?: boolean }): Output {
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure = error;
  });
  return {
    isTerminal: stream.isTTY === true,
    rewrite: (line) => void stream.write(inPlace(line)),
    write(text) {
      if (failure !== undefined) return Promise.reject(failure);
      if (stream.write(text)) return undefined;
      return new Promise((resolve, reject) => {
        const settle = (error?: Error) => {
          stream.off('drain', settle).off('error', settle);
          if (error === undefined) resolve();
          else reject(error);
        };
        stream.on('drain', settle).on('error', settle);
      });
    },
  };
}

/** To the beginning of the line, which is emptied. */
function inPlace(line: string): string {
  return `\r\u001b[2K${line}`;
}

/** Writes to a file descriptor at once; to its stream when it cannot take more. */
export function descriptorOutput(
  descriptor: number,
  stream: () => Writable & { readonly isTTY?: boolean },
): Output {
  return {
    get isTerminal() {
      return stream().isTTY === true;
    },
    rewrite: (line) => void stream().write(inPlace(line)),
    write(data) {
      const bytes = Buffer.from(data);
      for (let at = 0; at < bytes.length; ) {
        try {
          at += writeSync(descriptor, bytes, at);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
          return outputTo(stream()).write(bytes.subarray(at));
        }
      }
      return undefined;
    },
  };
}

/** Takes everything and shows nothing. */
const nowhere: Output = { isTerminal: false, write: () => undefined };

/**
 * The same surroundings with outputs that show texts as {@link printable} ones. Bytes are events for other programs: they
 * stay as they are unless a terminal shows them.
 */
export function printableIo(io: Io, texts?: Texts): Io {
  return {
    cwd: io.cwd,
    env: io.env,
    get stdin() {
      return io.stdin;
    },
    get stdout() {
      return printableOutput(io.stdout);
    },
    get stderr() {
      return this.isQuiet === true ? nowhere : printableOutput(io.stderr);
    },
    get exitCode() {
      return io.exitCode;
    },
    set exitCode(code) {
      io.exitCode = code;
    },
    get runsHandlers() {
      return io.runsHandlers === true;
    },
    set runsHandlers(runs) {
      io.runsHandlers = runs;
    },
    ...(io.signal === undefined ? {} : { signal: io.signal }),
    ...(io.program === undefined ? {} : { program: io.program }),
    ...(texts === undefined ? {} : { texts }),
  };
}

function printableOutput(output: Output): Output {
  return {
    get isTerminal() {
      return output.isTerminal;
    },
    rewrite: (line) => output.rewrite?.(oneLine(line)),
    write(text) {
      if (typeof text === 'string') return output.write(printable(text));
      return output.write(output.isTerminal ? printable(Buffer.from(text).toString()) : text);
    },
  };
}
