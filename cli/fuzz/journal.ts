import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Delivery, ReportedFailure, RunReport } from '../../src/fuzz/index.js';

/** What a process that runs handlers tells the one that watches it, each one line of JSON. */
export type JournalLine =
  | { readonly kind: 'run'; readonly run: number }
  /** The handler is loaded or called for a delivery from now on. */
  | { readonly kind: 'delivery'; readonly delivery: Delivery<unknown> }
  /** It still is, or is for the same delivery again. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'found'; readonly failure: ReportedFailure }
  /** A stored failure is tried from now on, or has been. */
  | {
      readonly kind: 'replay';
      readonly path: string;
      readonly ending?: 'passes' | 'fails' | 'untried';
      readonly text?: string;
    }
  /** All is done. */
  | { readonly kind: 'done'; readonly report?: RunReport };

/** The descriptor of the journal in a process that is watched. */
const journalDescriptor = 3;
/** How often at most a process says that it is alive, in milliseconds. */
const aliveEveryMs = 250;
const ppidEveryMs = 500;

// As they are before a handler is loaded.
const writeBytes = writeSync;
const now = performance.now.bind(performance);

/** Writes to the process that watches this one, at once, so that nothing is lost when this one ends. */
export class Journal {
  #delivery: Delivery<unknown> | undefined;
  #writtenAt = 0;

  constructor() {
    endWithParent();
  }

  write(line: JournalLine): void {
    this.#writtenAt = now();
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    for (let at = 0; at < bytes.length; ) {
      try {
        at += writeBytes(journalDescriptor, bytes, at);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      }
    }
  }

  /** The handler is about to be loaded or called. */
  call(delivery: Delivery<unknown>): void {
    if (delivery !== this.#delivery) this.write({ kind: 'delivery', delivery });
    else if (now() - this.#writtenAt > aliveEveryMs) this.write({ kind: 'alive' });
    this.#delivery = delivery;
  }
}

/** Ends this process with the one that has started it, also while a handler computes or waits without a pause. */
function endWithParent(): void {
  const code = `setInterval(() => { if (process.ppid !== ${process.ppid}) process.kill(process.pid, 'SIGKILL'); }, ${ppidEveryMs})`;
  new Worker(code, { eval: true }).unref();
}
