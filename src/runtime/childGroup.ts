import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Duplex, Readable } from 'node:stream';
import type { LogLine } from './invoked.js';
import { startTimer } from './realTime.js';

/** What a process that has ended wrote before is read in this time, though others hold its output open. */
const lastWordsMs = 300;
/** What stands in a pipe is read within two turns of the event loop. */
const turns = 2;
const lastLines = 5;
const maxLastWords = 1000;

/** What is started, and where. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** How many pipes it has beside its output, from descriptor 3 on; none when left out. */
  readonly pipes?: number | undefined;
  /** A descriptor of this process that is its own behind those. */
  readonly file?: number | undefined;
}

/** A process with all that it starts, in a process group of its own. */
export class ChildGroup {
  readonly pid: number;
  /** Settles with the exit code, 128 and its number for a signal, when what the process wrote has been read. */
  readonly exited: Promise<number>;
  exitCode: number | undefined;
  /** The signal that has ended it; a shell that tells of one which has ended its last program ends by itself. */
  endSignal: NodeJS.Signals | undefined;
  /** This end of what its command has asked for. */
  readonly pipes: readonly Duplex[];
  readonly #last: string[] = [];
  #log: LogLine[] = [];
  readonly #partial = { stdout: '', stderr: '' };

  private constructor(child: ChildProcess) {
    this.pid = child.pid as number;
    child.unref();
    this.pipes = child.stdio.slice(3).filter((one): one is Duplex => one !== null && one !== undefined);
    for (const pipe of this.pipes as readonly (Duplex & { unref?: () => void })[]) {
      pipe.unref?.();
      // Its end is only seen where somebody reads.
      pipe.resume();
    }
    this.#listen(child.stdout as Readable, 'stdout');
    this.#listen(child.stderr as Readable, 'stderr');
    this.exited = this.#end(child);
  }

  /** @throws the error of the operating system where the program cannot be started. */
  static async start({ program, args, cwd, env, pipes = 0, file }: Command): Promise<ChildGroup> {
    const more = [...Array<'pipe'>(pipes).fill('pipe'), ...(file === undefined ? [] : [file])];
    const stdio = ['ignore', 'pipe', 'pipe', ...more] as const;
    const child: ChildProcess = spawn(program, args, { cwd, env, stdio: [...stdio], detached: true });
    await new Promise<void>((started, failed) => {
      child.once('spawn', started);
      child.once('error', failed);
    });
    child.on('error', () => undefined);
    return new ChildGroup(child);
  }

  /** What was written since this was asked last; a line that is not ended counts as one. */
  async takeLog(): Promise<LogLine[]> {
    for (let turn = 0; turn < turns; turn++) await new Promise((done) => setImmediate(done));
    for (const stream of ['stdout', 'stderr'] as const) {
      const text = this.#partial[stream];
      if (text !== '') this.#note(stream, text);
      this.#partial[stream] = '';
    }
    const log = this.#log;
    this.#log = [];
    return log;
  }

  /** The last lines that it wrote, in one. */
  lastWords(): string {
    return [...this.#last, this.#partial.stdout, this.#partial.stderr]
      .filter((line) => line.trim() !== '')
      .slice(-lastLines)
      .join(' | ')
      .slice(-maxLastWords);
  }

  /** Sends a signal to the whole group. */
  signal(name: 'SIGTERM' | 'SIGKILL'): void {
    try {
      process.kill(-this.pid, name);
    } catch {
      // All of it has ended.
    }
  }

  #listen(stream: Readable & { unref?: () => void }, name: 'stdout' | 'stderr'): void {
    stream.unref?.();
    stream.setEncoding('utf8').on('data', (text: string) => {
      const lines = (this.#partial[name] + text).split('\n');
      this.#partial[name] = lines.pop() as string;
      for (const line of lines) this.#note(name, line);
    });
  }

  #note(level: 'stdout' | 'stderr', text: string): void {
    this.#log.push({ level, text });
    this.#last.push(text);
    if (this.#last.length > lastLines) this.#last.shift();
  }

  async #end(child: ChildProcess): Promise<number> {
    // It may come at once with the exit.
    const closed = new Promise((done) => child.once('close', done));
    const code = await new Promise<number>((done) => {
      child.once('exit', (status, signal) => {
        this.endSignal = signal ?? undefined;
        done(status ?? 128 + signalNumber(signal));
      });
    });
    this.signal('SIGKILL');
    await Promise.race([closed, new Promise((done) => startTimer(done, lastWordsMs).unref())]);
    this.exitCode = code;
    return code;
  }
}

function signalNumber(signal: NodeJS.Signals | null): number {
  return signal === null ? 0 : constants.signals[signal];
}
