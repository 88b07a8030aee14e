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

/** How long a process has computed, in milliseconds; undefined where this system does not tell. */
export function computedMsOf(pid: number): number | undefined {
  return scheduleOf(pid)?.computedMs;
}

/** The time in which a process waits or computes, and not that in which others have the processor. */
export function ownTimeOf(pid: number): Stopwatch {
  const first = scheduleOf(pid)?.queuedMs;
  if (first === undefined) return elapsedTime;
  return () => {
    const [start, before] = [realTimeMs(), scheduleOf(pid)?.queuedMs ?? first];
    return () => {
      const queuedMs = (scheduleOf(pid)?.queuedMs ?? before) - before;
      return Math.max(0, realTimeMs() - start - queuedMs);
    };
  };
}

/** How long a process has computed, and waited for a processor: https://www.kernel.org/doc/html/latest/scheduler/sched-stats.html */
function scheduleOf(pid: number): { readonly computedMs: number; readonly queuedMs: number } | undefined {
  try {
    const [computed = '', queued = ''] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return { computedMs: Number(computed) / nanosecondsPerMs, queuedMs: Number(queued) / nanosecondsPerMs };
  } catch {
    return undefined;
  }
}
