import { performance } from 'node:perf_hooks';
import timers from 'node:timers';

/** Milliseconds that have passed since some instant, whatever a handler is told. */
export const realTimeMs: () => number = performance.now.bind(performance);

/** The timers of Node, whoever stands in front of them meanwhile. */
export const { setTimeout: startTimer, setInterval: startInterval } = timers;

/** Starts to measure how long something takes; what it returns gives the milliseconds since. */
export type Stopwatch = () => () => number;

export const elapsedTime: Stopwatch = () => {
  const start = realTimeMs();
  return () => realTimeMs() - start;
};

/** Of what is computed a share counts, since another machine computes faster. */
const computingShare = 0.2;

/** What is known of the processor time is good for so long: to ask for it takes as long as a small handler. */
const cpuKeptMs = 50;

/**
 * Makes a stopwatch of the time in which this process waits, and a fifth of what it computes: the same however busy the
 * machine is.
 */
export function createWaitingTime(): Stopwatch {
  let known = { atMs: Number.NEGATIVE_INFINITY, cpuMs: 0 };
  const cpuMs = (): number => {
    const atMs = realTimeMs();
    if (atMs - known.atMs > cpuKeptMs) {
      const { user, system } = process.cpuUsage();
      known = { atMs, cpuMs: (user + system) / 1000 };
    }
    return known.cpuMs;
  };
  return () => {
    const { idle } = performance.eventLoopUtilization();
    const startMs = cpuMs();
    return () => performance.eventLoopUtilization().idle - idle + computingShare * (cpuMs() - startMs);
  };
}

/** Calls back once a stopwatch shows so many milliseconds; the returned function keeps it from that. */
export function startLimit(limitMs: number, stopwatch: Stopwatch, over: () => void): () => void {
  const passedMs = stopwatch();
  let timer = startTimer(look, limitMs);
  return () => clearTimeout(timer);

  function look(): void {
    const leftMs = limitMs - passedMs();
    if (leftMs < 1) over();
    else timer = startTimer(look, Math.max(leftMs, 10));
  }
}
