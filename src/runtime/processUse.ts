import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Stopwatch } from './realTime.js';
import { realTimeMs } from './realTime.js';

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

/**
 * Bytes that a process and all that it has started hold, what they share counted once, and the most that the process
 * alone has held; 0 where this system does not tell.
 */
export function memoryOfFamily(pid: number): number {
  let [own, shared] = [0, 0];
  const family = [pid];
  for (const member of family) {
    try {
      const pages = readFileSync(`/proc/${member}/statm`, 'utf8').split(' ').map(Number);
      own += (pages[1] ?? 0) - (pages[2] ?? 0);
      shared = Math.max(shared, pages[2] ?? 0);
      family.push(...childrenOf(member));
    } catch {
      // It has ended meanwhile.
    }
  }
  return Math.max((own + shared) * pageBytes, peakOf(pid));
}

/** Of the flags of a process, that it is on its way out; of its signals, SIGTERM. */
const [isExiting, sigterm] = [0x4, 0x4000];

/**
 * Whether a process that was sent SIGTERM has not heard it yet, has ended, or is taken apart by the system, which takes
 * its time on a busy machine; false where this system does not tell.
 * https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function isAboutToEnd(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || (Number(fields[6]) & isExiting) !== 0) return true;
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const signals = (name: string): number =>
      Number.parseInt(new RegExp(`^${name}:\\s*(\\w+)`, 'm').exec(status)?.[1]?.slice(-8) ?? '0', 16);
    return (signals('ShdPnd') & ~signals('SigBlk') & sigterm) !== 0;
  } catch {
    return existsSync('/proc/self/stat');
  }
}

/** What the threads of a process have started; nothing where the system was built without telling. */
function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    try {
      const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8');
      return children.split(' ').filter(Boolean).map(Number);
    } catch {
      return [];
    }
  });
}

function peakOf(pid: number): number {
  try {
    return 1024 * Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** How long a process has computed from now on, and waited for a processor, in milliseconds; 0 where this system does not tell. */
export function useOf(pid: number): { readonly computedMs: () => number; readonly queuedMs: () => number } {
  const first = scheduleOf(pid);
  if (first === undefined) return { computedMs: () => 0, queuedMs: () => 0 };
  return {
    computedMs: () => (scheduleOf(pid) ?? first).computedMs - first.computedMs,
    queuedMs: () => (scheduleOf(pid) ?? first).queuedMs - first.queuedMs,
  };
}

/** What a clock tick of `/proc` takes on Linux, whatever the kernel counts in. */
const msOfTick = 10;

/**
 * How long a process, and what it has started and waited for, have computed, in milliseconds; undefined where this
 * system does not tell: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function familyCpuMs(pid: number): number | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // What stands in brackets is a name, which may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * msOfTick;
  } catch {
    return undefined;
  }
}

/** The time in which a process waits or computes, and not that in which others have the processor. */
export function ownTimeOf(pid: number): Stopwatch {
  const { queuedMs } = useOf(pid);
  return () => {
    const [start, before] = [realTimeMs(), queuedMs()];
    return () => Math.max(0, realTimeMs() - start - (queuedMs() - before));
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
