import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import type { Computing } from '../outcome.js';
import { startTimer } from '../realTime.js';
import type { InstanceMessage } from './pythonMessages.js';

/** How a process ended. */
export interface Exit {
  readonly code?: number;
  readonly signal?: number;
}

// As it is before the search watches what is written as JSON.
const { stringify } = JSON;

/** How often and how long to wait for a place that was asked for. */
const [maxTries, pauseMs] = [20, 10];

/** The innermost place that is not the platform's, as faulthandler writes it. */
function placeIn(text: string): string | undefined {
  for (const [, file = '', line, name] of text.matchAll(/^ {2}File "(.*)", line (\d+) in (.*)$/gm))
    if (!file.startsWith('<') && !file.includes('_scf_fixtures')) return `${name} (${file}:${line})`;
  return undefined;
}

/** What it tells without being asked. */
interface Files {
  /** What it writes its place into on a signal. */
  readonly where: string;
  /** A byte with the number of the cold start whose function is loaded. */
  readonly loads: string;
}

/** One forked process of an instance, and what it says. */
export class PythonProcess {
  pid = 0;
  exit: Exit | undefined;
  /** Settles when the process can be talked to, or is gone. */
  readonly connected: Promise<void>;
  /** Hears what it says; exchanged for each invocation. */
  listener: (message: InstanceMessage | { readonly type: 'exited'; readonly exit: Exit }) => void = () =>
    undefined;
  #socket: Socket | undefined;
  #isConnected: () => void = () => undefined;
  #isKilled = false;

  readonly #files: Files;
  #loads = 0;

  constructor(files: Files) {
    this.#files = files;
    this.connected = new Promise((connected) => {
      this.#isConnected = connected;
    });
  }

  wasForked(pid: number): void {
    this.pid = pid;
    if (this.#isKilled) this.kill();
  }

  connect(socket: Socket): void {
    this.#socket = socket;
    this.#isConnected();
  }

  hear(message: InstanceMessage): void {
    this.listener(message);
  }

  hasExited(exit: Exit): void {
    if (this.exit !== undefined) return;
    this.exit = exit;
    this.#isConnected();
    this.#tellExit(exit);
  }

  tell(message: unknown): void {
    this.#socket?.write(`${stringify(message)}\n`);
  }

  /** The number of the cold start that is told next. */
  nextLoad(): number {
    return ++this.#loads;
  }

  /** Whether the function is loaded, though the process has not said so yet. */
  hasLoaded(): boolean {
    return readFileSync(this.#files.loads)[0] === (this.#loads & 255);
  }

  /** Asks where the function is that computes without a pause. */
  async where(): Promise<Computing> {
    process.kill(this.pid, 'SIGUSR1');
    for (let tries = 0; tries < maxTries && this.exit === undefined; tries++) {
      await new Promise((done) => startTimer(done, pauseMs));
      const place = placeIn(readFileSync(this.#files.where, 'utf8'));
      if (place !== undefined) return { at: place };
    }
    return {};
  }

  /** Ends it, and all that it has started. */
  kill(): void {
    this.#isKilled = true;
    if (this.pid === 0 || this.exit !== undefined) return;
    try {
      process.kill(-this.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }

  /** What it said before it ended is still on its way when its end is told. */
  #tellExit(exit: Exit): void {
    const tell = (): void => this.listener({ type: 'exited', exit });
    if (this.#socket === undefined || this.#socket.readableEnded || this.#socket.destroyed) tell();
    else this.#socket.once('close', tell);
  }
}
