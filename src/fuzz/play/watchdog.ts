import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { ownFiles, startName } from '../../runtime/ownFrame.js';
import { replaced, shared } from '../../runtime/patches.js';
import { type Stopwatch, startInterval, startLimit } from '../../runtime/realTime.js';
import { canReleaseContexts, releaseContexts } from './releaseContexts.js';
import { beatMs, cell, computingShare, releaseName } from './watchdogCells.js';
import { lookOn } from './watchdogThreads.js';

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
  /**
   * Waits for what loads a handler, which may compute twenty times as long: that is no invocation.
   *
   * @throws Stopped when it had to be stopped.
   */
  load<T>(run: () => T | Promise<T>): Promise<T>;
  /**
   * Waits for what runs under a watch. Where it was stopped, jobs of promises may be lost that it, or who waits for it,
   * would have gone on by: nothing tells that, so what comes to no end within a limit from then on is given up.
   */
  outlast<T>(running: Promise<T>, giveUp: GiveUp<T>): Promise<T>;
  /** The stack of what was stopped last, its lines as V8 writes them; undefined where it could not be seen. */
  stackOfStopped(): string | undefined;
  /** How long what is watched may compute without a pause, in milliseconds of processor time. */
  readonly allowedMs: number;
  /** Changes how long that is. */
  allow(ms: number): void;
  /** The longest that makes sense to allow. */
  readonly mostMs: number;
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

/** When what was stopped is given up, and what it comes to then. */
export interface GiveUp<T> {
  readonly limit: Limit;
  lost(): T;
}

/** A time limit, and what it is measured with. */
export interface Limit {
  readonly ms: number;
  readonly stopwatch: Stopwatch;
}

/** Where a watchdog loses its patience. */
export interface WatchdogLimits {
  /** How long a handler may compute without a pause at first, in milliseconds. */
  readonly longestMs: number;
  /** How long it may before it is told that it has no end, unless its time limit is shorter. */
  readonly mostMs: number;
  /** The most bytes by which the process may grow within one invocation. */
  readonly growth: number;
}

const defaultLimits: WatchdogLimits = { longestMs: 1000, mostMs: 20_000, growth: 536_870_912 };
/** Room for the stack of what is stopped. */
const maxStackBytes = 16_384;
/** How many times as long loading may take; the platform gives it a minute by default. */
const loadFactor = 20;
/** The longest that a handler may wait without a pause. */
const maxWaitMs = 16_000;

/**
 * Lets a thread look on, from the first watch, whether this one still comes round. What this one computes is
 * ended once it has computed for so long without a pause, or taken too much memory meanwhile; time in which it waits, or
 * the machine was busy with others, is not counted. Jobs of promises that wait behind it are lost, timers are not.
 */
export function createWatchdog(limits: Partial<WatchdogLimits> = {}): Watchdog {
  const { longestMs, mostMs, growth } = { ...defaultLimits, ...limits };
  const cells = new Int32Array(
    new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * Object.keys(cell).length),
  );
  Atomics.store(cells, cell.longest, longestMs);
  const stack = new Uint8Array(new SharedArrayBuffer(maxStackBytes));
  /** Lets the thread rest; undefined without one. */
  let rest: (() => Promise<unknown>) | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let hideRelease: (() => void) | undefined;
  let limitMs = longestMs;
  let allowedMs = longestMs;
  let loading = 0;
  /** What asks at each beat whether something was stopped. */
  const looks = new Set<() => void>();
  /** Sets the limit, and lets the thread count from now on. */
  const setLimit = (): void => {
    Atomics.store(cells, cell.longest, loading > 0 ? allowedMs * loadFactor : allowedMs);
    Atomics.add(cells, cell.beats, 1);
  };
  const begin = (): void => {
    hideRelease = exposeRelease();
    heartbeat = startInterval(() => {
      Atomics.add(cells, cell.beats, 1);
      for (const look of looks) look();
    }, beatMs).unref();
    // Without the thread, or the inspector in it, there is still the limit of time for what runs at once.
    rest = lookOn({ cells, growth, stack, own: ownFiles }, () => {
      rest = undefined;
    });
  };
  /** Looks at every beat, which keeps the process alive until that is ended. */
  const beginLooks = (look: () => void): (() => void) => {
    looks.add(look);
    heartbeat?.ref();
    return () => {
      looks.delete(look);
      if (looks.size === 0) heartbeat?.unref();
    };
  };
  return {
    get allowedMs() {
      return allowedMs;
    },
    mostMs,
    start(call) {
      if (rest !== undefined) return startCall(call) as ReturnType<typeof call>;
      const cpu = process.cpuUsage();
      try {
        return within(Math.max(limitMs, allowedMs), call);
      } catch (error) {
        if ((error as NodeJS.ErrnoException | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
        const { user, system } = process.cpuUsage(cpu);
        const waited = user + system < computingShare * longestMs * 1000 && limitMs < maxWaitMs;
        if (waited) limitMs *= 4;
        throw new Stopped(waited);
      }
    },
    watch() {
      if (heartbeat === undefined && isStoppable()) begin();
      const stops = Atomics.load(cells, cell.stops);
      const memoryStops = Atomics.load(cells, cell.memoryStops);
      Atomics.add(cells, cell.begun, 1);
      Atomics.add(cells, cell.watches, 1);
      return () => {
        Atomics.sub(cells, cell.watches, 1);
        if (Atomics.load(cells, cell.memoryStops) !== memoryStops) return 'memory';
        return Atomics.load(cells, cell.stops) === stops ? undefined : 'computing';
      };
    },
    stackOfStopped() {
      // Of shared memory, text is made of a copy.
      const text = Buffer.from(stack).toString().replace(/\0.*$/s, '');
      return text === '' ? undefined : text;
    },
    async load(run) {
      const stops = Atomics.load(cells, cell.stops);
      loading++;
      setLimit();
      // What was stopped while it was loaded never comes to an end; nothing else may be left that waits for it.
      let look = (): void => {};
      const stopped = new Promise<never>((_done, fail) => {
        look = () => {
          if (Atomics.load(cells, cell.stops) !== stops) fail(new Stopped(false));
        };
      });
      const endLooks = beginLooks(look);
      try {
        return await Promise.race([run(), stopped]);
      } finally {
        endLooks();
        loading--;
        setLimit();
      }
    },
    async outlast<T>(running: Promise<T>, { limit, lost }: GiveUp<T>) {
      const stops = stopsOf(cells);
      let endLimit: (() => void) | undefined;
      let endLooks = (): void => {};
      const givenUp = new Promise<T>((resolve) => {
        endLooks = beginLooks(() => {
          if (endLimit !== undefined || stopsOf(cells) === stops) return;
          endLimit = startLimit(limit.ms, limit.stopwatch, () => resolve(lost()));
        });
      });
      try {
        return await Promise.race([running, givenUp]);
      } finally {
        endLooks();
        endLimit?.();
      }
    },
    allow(ms) {
      allowedMs = ms;
      setLimit();
    },
    async close() {
      clearInterval(heartbeat);
      await rest?.();
      rest = undefined;
      hideRelease?.();
    },
  };
}

/** How often something was stopped, for whatever reason. */
function stopsOf(cells: Int32Array): number {
  return Atomics.load(cells, cell.stops) + Atomics.load(cells, cell.memoryStops);
}

/** The thread calls it in this one, where it finds it by its name. */
const exposeRelease = shared(() => [replaced(globalThis, Symbol.for(releaseName), () => releaseContexts)]);

/** Calls something that is stopped by a limit of elapsed time. */
function within<T>(timeoutMs: number, call: () => T): T {
  let returned: T | undefined;
  const exposed = replaced(globalThis, Symbol.for(startKey), () => () => {
    returned = call();
  });
  exposed.apply();
  try {
    startScript.runInThisContext({ timeout: timeoutMs });
    return returned as T;
  } finally {
    exposed.undo();
  }
}

const startKey = 'scf-fixtures.start';
const startScript = new Script(`globalThis[Symbol.for('${startKey}')]()`, { filename: startName });
const startCall = new Script('(call) => call()', { filename: startName }).runInThisContext() as (
  call: () => unknown,
) => unknown;

/** Only the main thread can be stopped from another, and only where its asynchronous contexts can be released. */
function isStoppable(): boolean {
  // Deno's threads have no way to look at another.
  const isDeno = process.versions.deno !== undefined;
  return isMainThread && !isDeno && canReleaseContexts();
}
