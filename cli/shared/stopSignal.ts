import { constants } from 'node:os';
import type { Io } from './io.js';

/** Tells that this program is to end, until it is released. */
export interface StopSignal {
  /** Aborts with the name of a signal. */
  readonly signal: AbortSignal;
  release(): void;
}

/** Aborts with the name of a signal when this program is told to end. */
export function stopSignal(io: Io): StopSignal {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stop = (name: NodeJS.Signals): void => controller.abort(name);
  const stopFromTest = (): void => controller.abort('SIGINT');
  for (const name of names) process.on(name, stop);
  io.signal?.addEventListener('abort', stopFromTest);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of names) process.off(name, stop);
      io.signal?.removeEventListener('abort', stopFromTest);
    },
  };
}

/** What a program exits with that a signal has ended. */
export function exitCodeOfSignal(name: string): number {
  return 128 + (constants.signals[name as NodeJS.Signals] ?? 0);
}
