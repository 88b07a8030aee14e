import { readFileSync } from 'node:fs';
import type { Stopwatch } from './realTime.js';
import { elapsedTime, realTimeMs } from './realTime.js';

const nanosecondsPerMs = 1e6;
/** Pages are of this size on all systems that have `/proc`, but for those that say otherwise. */
const pageBytes = 4096;

/** Bytes that a process holds in memory; undefined where this system does not tell. */
export function memoryOf(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes;
  } catch {
    return undefined;
  }
}

/** The time in which a process waits or computes, and not that in which others have the processor. */
export function ownTimeOf(pid: number): Stopwatch {
  const first = queuedMsOf(pid);
  if (first === undefined) return elapsedTime;
  return () => {
    const [start, before] = [realTimeMs(), queuedMsOf(pid) ?? first];
    return () => {
      const queuedMs = (queuedMsOf(pid) ?? before) - before;
      return Math.max(0, realTimeMs() - start - queuedMs);
    };
  };
}

/** How long a process has waited for a processor: https://www.kernel.org/doc/html/latest/scheduler/sched-stats.html */
function queuedMsOf(pid: number): number | undefined {
  try {
    const [, queued = ''] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return Number(queued) / nanosecondsPerMs;
  } catch {
    return undefined;
  }
}
