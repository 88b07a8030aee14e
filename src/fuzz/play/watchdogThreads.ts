import { Worker } from 'node:worker_threads';
import { watchdogThreadText } from '../../generated/watchdogThreadText.js';
import { startTimer } from '../../runtime/realTime.js';
import { cell, type WatchdogStart } from './watchdogCells.js';

/** How long a thread that nobody needs is kept: the next search of a test follows sooner. */
const restMs = 2000;

/** Threads at rest, with what ends the wait of each. */
const resting = new Map<Worker, NodeJS.Timeout>();

/**
 * Lets a thread look on: one at rest, or else a new one, which takes as long to start as many a search.
 *
 * @param lost is called when there is no thread any more, or no inspector in it.
 * @returns what lets it rest, or ends it once it has stopped something: a debugger that has paused this thread is not
 * to be trusted with another pause.
 */
export function lookOn(start: WatchdogStart, lost: () => void): () => Promise<unknown> {
  const worker = takeResting() ?? newThread();
  worker.once('error', lost);
  worker.postMessage(start);
  return async () => {
    worker.off('error', lost);
    if (Atomics.load(start.cells, cell.asked) > 0) return worker.terminate();
    worker.postMessage(undefined);
    const end = startTimer(() => {
      resting.delete(worker);
      void worker.terminate();
    }, restMs);
    return resting.set(worker, end.unref());
  };
}

function takeResting(): Worker | undefined {
  for (const [worker, end] of resting) {
    clearTimeout(end);
    resting.delete(worker);
    return worker;
  }
  return undefined;
}

function newThread(): Worker {
  const worker = new Worker(watchdogThreadText, { eval: true });
  worker.unref();
  // One that fails at rest is none for the next search, and no reason to end the process.
  worker.on('error', () => {
    clearTimeout(resting.get(worker));
    resting.delete(worker);
  });
  return worker;
}
