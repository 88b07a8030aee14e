import type { Socket } from 'node:net';
import type { InstanceMessage } from './pythonMessages.js';

/** How a process ended. */
export interface Exit {
  readonly code?: number;
  readonly signal?: number;
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

  constructor() {
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
    this.#socket?.write(`${JSON.stringify(message)}\n`);
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
