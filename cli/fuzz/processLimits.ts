import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';

export const megabyte = 1_048_576;
const memoryLookMs = 250;

/** The most bytes that a process may hold unless something else is said. */
export function threeQuartersOfMemory(): number {
  const constrained = process.constrainedMemory();
  return 0.75 * (constrained > 0 ? Math.min(constrained, totalmem()) : totalmem());
}

/** Ends a process before it takes what the whole machine has, which would end others as well. */
export function watchMemory(
  child: ChildProcess,
  maxBytes: number,
): { readonly isOver: boolean; close(): void } {
  let isOver = false;
  const timer = setInterval(() => {
    if ((residentBytesOf(child) ?? 0) <= maxBytes) return;
    isOver = true;
    end(child);
  }, memoryLookMs);
  return {
    get isOver() {
      return isOver;
    },
    close: () => clearInterval(timer),
  };
}

/** What a process holds in memory, where the system tells it in /proc. */
function residentBytesOf({ pid }: ChildProcess): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

/** A process that computes less than this share of the time does not wait for a processor. */
const leastComputing = 0.05;

/** Ends a process that says nothing for long; where a busy machine keeps it from computing, it has longer. */
export class Silence {
  /** The process was ended. */
  isOver = false;
  readonly #child: ChildProcess;
  readonly #limitMs: number;
  readonly #cpuMs: () => number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #spokeAtMs = 0;

  /** @param cpuMs tells how much the process has computed. */
  constructor(child: ChildProcess, limitMs: number, cpuMs = () => cpuMsOf(child)) {
    this.#child = child;
    this.#limitMs = limitMs;
    this.#cpuMs = cpuMs;
    this.begin();
  }

  /** It has just said something. */
  begin(): void {
    this.#spokeAtMs = performance.now();
    // Lines come by the thousand: how much it has computed is read when the time is over.
    if (this.#timer === undefined) this.#waitFor(this.#limitMs);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  /** @param beforeMs what it had computed when the wait before this one began, which may be much shorter than the limit. */
  #waitFor(ms: number, beforeMs?: number): void {
    const beganMs = performance.now();
    const startMs = this.#cpuMs();
    this.#timer = setTimeout(() => {
      const quietMs = performance.now() - this.#spokeAtMs;
      if (this.#spokeAtMs > beganMs && quietMs < this.#limitMs)
        this.#waitFor(this.#limitMs - quietMs, startMs);
      else this.#judge(startMs, beforeMs ?? startMs);
    }, ms);
  }

  /** It was silent for as long as it may: it goes on where it computes. */
  #judge(startMs: number | undefined, beforeMs: number | undefined): void {
    const nowMs = this.#cpuMs();
    const isComputing =
      nowMs !== undefined &&
      nowMs - (startMs ?? nowMs) < this.#limitMs &&
      nowMs - (beforeMs ?? nowMs) >= leastComputing * this.#limitMs;
    if (!isComputing) {
      this.isOver = true;
      end(this.#child);
      return;
    }
    this.#timer = setTimeout(() => {
      const hasSpoken = performance.now() - this.#spokeAtMs < this.#limitMs;
      if (hasSpoken) this.#waitFor(this.#limitMs);
      else this.#judge(startMs, nowMs);
    }, this.#limitMs);
  }
}

/** Processor time of a process, where the system tells that of another one (Linux, which counts it in hundredths of a second). */
function cpuMsOf({ pid }: ChildProcess): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program, in brackets, may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return undefined;
  }
}

/** Ends a process and what it has started. */
export function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // It has ended, or this system has no groups of processes.
    }
  }
}
