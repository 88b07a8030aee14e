/** The numbers that the watched thread and the watchdog's both see, by their place in the shared memory. */
export const cell = {
  /** How often the watched thread came round. */
  beats: 0,
  /** How many watches there are. */
  watches: 1,
  /** How many watches began. */
  begun: 2,
  /** How many stops there were, for computing and for memory. */
  stops: 3,
  memoryStops: 4,
  /** How long the watched thread may compute without a pause, in milliseconds. */
  longest: 5,
  /** How often the debugger was asked to stop the watched thread, whether there was still something to stop or not. */
  asked: 6,
} as const;

export const beatMs = 25;
/** What has used the processor for this share of the longest time computes; what has used less, waits. */
export const computingShare = 0.7;
/** Key of the symbol under which the watched thread keeps the function that leaves its asynchronous contexts. */
export const releaseName = 'scf-fixtures.release';

/** What the thread of a watchdog is told of what it is to watch. */
export interface WatchdogStart {
  readonly cells: Int32Array;
  /** Takes the stack of what is stopped, in UTF-8 with zeros behind. */
  readonly stack: Uint8Array;
  /** The most bytes by which the process may grow within one watch. */
  readonly growth: number;
  /** What the addresses of code that nobody is to stop begin with, besides Node's: this package's. */
  readonly own: readonly string[];
}
