import type { RequestOptions } from 'node:http';
import type { ScfContextData, ScfRuntime } from './context.js';
import type { LateWork, Outcome, ThrownError } from './outcome.js';
import type { Outside } from './outside.js';
import type { Stopwatch } from './realTime.js';

/** One invocation, all defaults filled in. */
export interface Call {
  /** The event as JSON text; every handler gets a copy of its own. */
  readonly eventText: string;
  readonly data: ScfContextData;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly runtime: ScfRuntime;
  readonly frozenEvent: boolean;
  readonly quiet: boolean;
  /** Environment variables to set, the platform's own included; undefined leaves the environment alone. */
  readonly env: Readonly<Record<string, string>> | undefined;
  /** What the time limit is measured with; by the time that passes when left out. */
  readonly stopwatch?: Stopwatch | undefined;
  /**
   * What is asked of a function that is called over HTTP, in place of an event.
   *
   * @param way how its server is reached.
   * @returns a promise that settles when its answer has ended.
   */
  readonly ask?: ((way: RequestOptions) => Promise<void>) | undefined;
  /** What surrounds it in a process of its own, where it is fuzzed. */
  readonly trial?: CallTrial | undefined;
}

/** What a call in a process of its own is tried with. */
export interface CallTrial {
  readonly outside: Outside;
  /** The zone of the function's process; that of the platform when left out. */
  readonly timeZone?: string | undefined;
  /** What the process draws when it starts, where the runtime lets that be chosen. */
  readonly processSeed: number;
  /** What chance and the clock are made of. */
  readonly chance: TrialChance;
  /** The same while the function is loaded. */
  readonly loadChance: TrialChance;
  /** Notes what the function reads of its event. */
  readonly isWatched: boolean;
}

/** Chance and clock of a call. */
export interface TrialChance {
  readonly seed: string;
  /** What the clock shows, in milliseconds. */
  readonly nowMs: number;
  /** When the instance was started, on the same clock. */
  readonly originMs: number;
}

/** Runs the invocations of one instance, one at a time. */
export interface Engine {
  /** True where its work runs in a thread or a process that somebody has to end. */
  readonly isOwnThread?: boolean;
  invoke(call: Call): Promise<Outcome>;
  /** Takes back what it changed in this process for invocations whose end nobody hears of any more. */
  giveUp?(): void;
  close(): Promise<void>;
}

/** What became of the work that an answer left behind. */
export interface Settled {
  /** True when nothing of the invocation runs any more. */
  readonly drained: boolean;
  /** What runs still; empty when drained. */
  readonly lateWork: readonly LateWork[];
  /** All errors that nobody caught after the answer. */
  readonly lateErrors: readonly ThrownError[];
  /** How the platform's log ends: 433 when work was left that did not end within the time limit. */
  readonly statusCode: Outcome['statusCode'];
}

type Settle = (
  limitMs: number | undefined,
  how?: { readonly hastens: boolean },
) => Promise<Omit<Settled, 'statusCode'>>;

const settlers = new WeakMap<Outcome, Settle>();

/** Lets {@link settled} find the way back from an outcome to its invocation. */
export function rememberSettle(outcome: Outcome, settle: Settle): Outcome {
  settlers.set(outcome, settle);
  return outcome;
}

/**
 * Waits until everything that an invocation left running has ended (its own work alone, not that of others),
 * at most for what remains of its time limit.
 *
 * @example
 * const outcome = await invoke(async () => { setTimeout(() => {}, 5); }, {});
 * outcome.lateWork[0]?.kind; // 'timer'
 * (await settled(outcome)).drained; // true
 */
export async function settled(outcome: Outcome, options: { timeoutMs?: number } = {}): Promise<Settled> {
  return settledAs(outcome, options.timeoutMs, { hastens: false });
}

/** The same where what libraries have put off for later, such as closing what is idle, happens soon: what is it that it does? */
export function settledSoon(outcome: Outcome, timeoutMs: number): Promise<Settled> {
  return settledAs(outcome, timeoutMs, { hastens: true });
}

async function settledAs(
  outcome: Outcome,
  timeoutMs: number | undefined,
  how: { readonly hastens: boolean },
): Promise<Settled> {
  const settle = settlers.get(outcome);
  const rest =
    settle === undefined
      ? { drained: true, lateWork: [], lateErrors: outcome.lateErrors }
      : await settle(timeoutMs, how);
  const hangs = !rest.drained && outcome.ok && outcome.waitsForEventLoop;
  return { ...rest, statusCode: hangs ? 433 : outcome.statusCode };
}
