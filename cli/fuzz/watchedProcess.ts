import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { Misuse } from '../../src/core.js';
import type { Io } from '../shared/io.js';
import type { JournalLine } from './journal.js';
import { end, megabyte, Silence, threeQuartersOfMemory, watchMemory } from './processLimits.js';

/** How a process ended that ran handlers. */
export type Ending =
  | { readonly kind: 'done' }
  /** It ended before it was done, or was ended because it did nothing any more. */
  | { readonly kind: 'lost'; readonly reason: string }
  /** This program was told to end. */
  | { readonly kind: 'stopped'; readonly by: string };

/** An invocation takes less, and so does loading a handler. */
const maxSilenceMs = 60_000;
/** As many characters of what a process says of its problems are kept. */
const maxSaid = 16_384;

/** How to watch a process. */
export interface Watch {
  /** Aborts with the name of a signal. */
  readonly stop: AbortSignal;
  readonly onLine: (line: JournalLine) => void;
  /** After so many milliseconds without a word the process is ended. */
  readonly silenceMs?: number;
  /** A process that holds more bytes is ended, as far as this system tells; three quarters of the memory by default. */
  readonly maxBytes?: number;
}

/**
 * Runs this program again in a process of its own, whatever a handler may do to it: it hears no signals of the terminal,
 * ends with this one, and takes along what it has started.
 *
 * @throws Misuse when the process says that it was called wrongly.
 */
export async function watchedProcess(
  args: readonly string[],
  io: Io,
  { stop, onLine, silenceMs = maxSilenceMs, maxBytes = threeQuartersOfMemory() }: Watch,
): Promise<Ending> {
  const { program } = io;
  if (program === undefined)
    throw new Misuse(
      'NO_PROGRAM',
      'Cannot start a process: this is no program of its own. Leave --jobs out.',
    );
  const child = spawn(process.execPath, [program, '--no-config', ...args], {
    cwd: io.cwd,
    env: { ...io.env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-maxSaid);
  });
  let isDone = false;
  const silence = new Silence(child, silenceMs);
  const memory = watchMemory(child, maxBytes);
  const onStop = (): void => end(child);
  stop.addEventListener('abort', onStop);
  try {
    if (stop.aborted) onStop();
    const exit = exitOf(child);
    for await (const line of linesOf(child.stdio[3] as Readable)) {
      silence.begin();
      onLine(line);
      if (line.kind !== 'done') continue;
      isDone = true;
      end(child);
    }
    const ended = await exit;
    if (isDone) return { kind: 'done' };
    if (stop.aborted) return { kind: 'stopped', by: String(stop.reason) };
    if (silence.isOver)
      return { kind: 'lost', reason: `It did nothing for ${silenceMs / 1000} seconds and was ended` };
    if (memory.isOver)
      return {
        kind: 'lost',
        reason: `It took more than ${Math.round(maxBytes / megabyte)} MB of memory and was ended`,
      };
    const problem = /^scf-fixtures: (.*)$/ms.exec(said)?.[1];
    if (ended === 'exit code 2' && problem !== undefined && !problem.startsWith('Cannot say what came'))
      throw new Misuse('JOB_FAILED', problem.trim());
    return { kind: 'lost', reason: `It ended with ${ended}${lastWords(said)}` };
  } finally {
    silence.close();
    memory.close();
    stop.removeEventListener('abort', onStop);
    end(child);
    if (!isDone && child.pid !== undefined) await removeLeftBy(child.pid);
  }
}

/** What an execution keeps for a while is gone with it, however its process ends. */
async function removeLeftBy(pid: number): Promise<void> {
  const { removeTemporaryOf } = await import('../../src/fuzz/index.js');
  removeTemporaryOf(pid);
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => done(signal ?? `exit code ${code}`));
  });
}

async function* linesOf(stream: Readable): AsyncGenerator<JournalLine> {
  let parts: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let rest = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      parts.push(rest.subarray(0, end));
      yield lineOf(Buffer.concat(parts).toString());
      parts = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) parts.push(rest);
  }
}

/** Of thousands of deliveries the last one counts: each is read when somebody asks for it. */
function lineOf(text: string): JournalLine {
  if (!text.startsWith('{"kind":"delivery",')) return JSON.parse(text) as JournalLine;
  return {
    kind: 'delivery',
    get delivery() {
      const { delivery } = JSON.parse(text) as Extract<JournalLine, { readonly kind: 'delivery' }>;
      return delivery;
    },
  };
}

/** What a process said last of its end. */
function lastWords(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('scf-fixtures: '));
  const words = lines.find((line) => /\b(FATAL|Assertion failed|Error: )/.test(line));
  return words === undefined ? '' : `: ${words.trim().slice(0, 300)}`;
}
