import type { Watchdog } from './watchdog.js';

/** Watches nobody: for functions in processes of their own, which are stopped from outside. */
export const restingWatchdog: Watchdog = {
  start: (call) => call(),
  watch: () => () => undefined,
  load: async (run) => run(),
  outlast: (running) => running,
  stackOfStopped: () => undefined,
  allowedMs: Number.POSITIVE_INFINITY,
  mostMs: Number.POSITIVE_INFINITY,
  allow: () => undefined,
  close: async () => undefined,
};
