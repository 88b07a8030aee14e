import { clearInterval, setInterval } from 'node:timers';
import { Script } from 'node:vm';
import { isMainThread, Worker } from 'node:worker_threads';
import { startName } from '../../runtime/local/ownFrame.js';

/** Why a handler was stopped. */
export type StopReason = 'computing' | 'memory';

/** Stops a handler that computes for ever, before its first pause or after one, or takes all memory. */
export interface Watchdog {
  /**
   * Calls what may compute for ever before it pauses, under the name that tells its stack from ours.
   *
   * @throws Stopped when it had to be stopped and no thread could watch it.
   */
  start<T>(call: () => T): T;
  /**
   * Watches from now on; what is stopped should run in a tick of its own.
   *
   * @returns a function that ends the watch, and tells why the handler had to be stopped, if it had.
   */
  watch(): () => StopReason | undefined;
  /** Changes how long what is watched may compute without a pause, in milliseconds. */
  allow(longestMs: number): void;
  close(): Promise<void>;
}

/** Why a call did not come back. */
export class Stopped extends Error {
  /** It waited without a pause, as for a process it has started, and is given longer from now on. */
  readonly waited: boolean;

  constructor(waited: boolean) {
    super('The handler was stopped, since it did not pause.');
    this.waited = waited;
  }
}

/** How long a handler may compute without a pause. */
export const longestBlockMs = 1000;
const beatMs = 25;
/** The longest that a handler may wait without a pause. */
const longestWaitMs = 16_000;
/** The most bytes by which the process may grow within one invocation, unless told otherwise. */
const maxGrowth = 536_870_912;
/**
 * The numbers that both threads see: how often this one came round, how many watches there are and how many began, and
 * how many stops there were for which reason; and how long it may compute.
 */
const [beats, watches, begun, stops, memoryStops, longest] = [0, 1, 2, 3, 4, 5];
const releaseName = 'scf-fixtures.release';
/** What has used the processor for this share of the longest time computes; what has used less, waits. */
const computingShare = 0.7;

/**
 * Starts a thread, at the first watch, that looks on whether this one still comes round. What this one computes is
 * ended once it has computed for so long without a pause, or taken too much memory meanwhile; time in which it waits, or
 * the machine was busy with others, is not counted. Jobs of promises that wait behind it are lost, timers are not.
 */
export function createWatchdog(growth = maxGrowth): Watchdog {
  const cells = new Int32Array(new SharedArrayBuffer(24));
  Atomics.store(cells, longest, longestBlockMs);
  let worker: Worker | undefined;
  let heart: NodeJS.Timeout | undefined;
  let limitMs = longestBlockMs;
  const begin = (): void => {
    Reflect.set(globalThis, Symbol.for(releaseName), releaseContexts);
    heart = setInterval(() => Atomics.add(cells, beats, 1), beatMs).unref();
    worker = new Worker(program, { eval: true, workerData: { cells, growth } });
    worker.unref();
    // Without the thread, or the inspector in it, there is still the limit of time for what runs at once.
    worker.once('error', () => {
      worker = undefined;
    });
  };
  return {
    start(call) {
      if (worker !== undefined) return startCall(call) as ReturnType<typeof call>;
      const cpu = process.cpuUsage();
      try {
        return within(limitMs, call);
      } catch (error) {
        if ((error as NodeJS.ErrnoException | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
        const { user, system } = process.cpuUsage(cpu);
        const waited = user + system < computingShare * longestBlockMs * 1000 && limitMs < longestWaitMs;
        if (waited) limitMs *= 4;
        throw new Stopped(waited);
      }
    },
    watch() {
      if (heart === undefined && isStoppable()) begin();
      const before = [stops, memoryStops].map((cell) => Atomics.load(cells, cell));
      Atomics.add(cells, begun, 1);
      Atomics.add(cells, watches, 1);
      return () => {
        Atomics.sub(cells, watches, 1);
        if (Atomics.load(cells, memoryStops) !== before[1]) return 'memory';
        return Atomics.load(cells, stops) === before[0] ? undefined : 'computing';
      };
    },
    allow(ms) {
      Atomics.store(cells, longest, ms);
    },
    async close() {
      clearInterval(heart);
      await worker?.terminate();
      worker = undefined;
    },
  };
}

/** Calls something that is stopped by a time limit on the clock of the wall. */
function within<T>(timeoutMs: number, call: () => T): T {
  const key = Symbol.for(startKey);
  const previous: unknown = Reflect.get(globalThis, key);
  let returned: T | undefined;
  Reflect.set(globalThis, key, () => {
    returned = call();
  });
  try {
    startScript.runInThisContext({ timeout: timeoutMs });
    return returned as T;
  } finally {
    Reflect.set(globalThis, key, previous);
  }
}

const startKey = 'scf-fixtures.start';
const startScript = new Script(`globalThis[Symbol.for('${startKey}')]()`, { filename: startName });
const startCall = new Script('(call) => call()', { filename: startName }).runInThisContext() as (
  call: () => unknown,
) => unknown;

/** Only the main thread can be stopped from another, and only where its asynchronous contexts can be released. */
function isStoppable(): boolean {
  return isMainThread && typeof Reflect.get(process, fatalException) === 'function';
}

const fatalException = '_fatalException';

/**
 * Leaves all asynchronous contexts, which Node does after an error that nobody caught, and at no other call: where
 * execution is ended inside of one, Node takes their stack for corrupted and aborts.
 */
function releaseContexts(): void {
  const names = ['uncaughtException', 'uncaughtExceptionMonitor'] as const;
  const listeners = names.map((name) => process.rawListeners(name));
  for (const name of names) process.removeAllListeners(name);
  process.on('uncaughtException', () => {});
  Reflect.apply(Reflect.get(process, fatalException), process, [new Error('stopped')]);
  for (const [index, name] of names.entries()) {
    process.removeAllListeners(name);
    for (const listener of listeners[index] ?? []) process.on(name, listener as () => void);
  }
}

const program = `
const { Session } = require('node:inspector');
const { cells, growth } = require('node:worker_threads').workerData;
const session = new Session();
session.connectToMainThread();
session.on('Debugger.paused', () => {
  session.post('Runtime.evaluate', { expression: "globalThis[Symbol.for('${releaseName}')]()" }, (error, done) => {
    session.post('Debugger.resume');
    // What runs in a context of its own has no such function; it is left alone.
    if (error || done.exceptionDetails) return clearInterval(timer);
    Atomics.add(cells, reason, 1);
    session.post('Runtime.terminateExecution', () => session.post('Debugger.disable'));
  });
});
let reason, beat, since, cpu, watch, rss;
const stopFor = (cell) => {
  reason = cell;
  beat = watch = undefined;
  session.post('Debugger.enable');
  session.post('Debugger.pause');
};
const timer = setInterval(() => {
  if (cells[${watches}] === 0 || cells[${beats}] !== beat || cells[${begun}] !== watch) {
    beat = cells[${beats}];
    since = performance.now();
    cpu = process.cpuUsage();
    if (cells[${begun}] === watch) return;
    watch = cells[${begun}];
    rss = process.memoryUsage.rss();
    return;
  }
  if (process.memoryUsage.rss() - rss > growth) return stopFor(${memoryStops});
  const longestMs = cells[${longest}];
  const { user, system } = process.cpuUsage(cpu);
  if (performance.now() - since < longestMs || user + system < ${computingShare * 1000} * longestMs) return;
  stopFor(${stops});
}, ${beatMs});`;
