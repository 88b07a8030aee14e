import type { LateWork, ThrownError } from './outcome.js';
import type { Stopwatch } from './realTime.js';

/** What one invocation (or the loading of a module) has started and may still be running. */
export interface Work {
  readonly requestId: string;
  /** True once the answer is given. */
  answered: boolean;
  /** True once it has ended and left nothing behind but what is kept on purpose, such as a server. */
  isOver: boolean;
  readonly lateErrors: ThrownError[];
  /** Whatever the engine needs to find from the running code. */
  owner: unknown;
}

/** See `createWorkTracker`. */
export interface WorkTracker {
  /**
   * @param siblings the running invocations of the same handler. A server that an earlier one keeps calls the handler's
   * code in that one's name; what is over passes all on to its only running sibling.
   */
  open(requestId: string, siblings: Set<Work>): Work;
  /** Calls a function as part of some work; all it starts, and all that starts, belongs to it. */
  run<Result>(work: Work, body: () => Result): Result;
  current(): Work | undefined;
  /** Notes an outside call; the returned function ends it, or says that it was given up. */
  beginCall(work: Work, what: string): (how?: { readonly abandoned?: boolean }) => void;
  /** Marks work that is no invocation, the loading of a module, as over. */
  close(work: Work): void;
  /** Marks the answer; `isAsyncReturn` when an async handler returned, whose code must not run on. */
  answer(work: Work, how: { readonly isAsyncReturn: boolean }): void;
  /**
   * Looks what the answer left behind; takes a few turns of the event loop, in which what is only closing closes.
   * `waits`: connections that are kept open count as well, since the event loop is waited for.
   */
  judge(work: Work, how: { readonly waits: boolean }): Promise<readonly LateWork[]>;
  /** What is running now. */
  alive(work: Work): readonly LateWork[];
  /** True when nothing is running, and nothing was started whose end cannot be seen. */
  isSurelyIdle(work: Work): boolean;
  /** True when nothing asynchronous was ever started. */
  isUntouched(work: Work): boolean;
  /** Lets timers that a library has made run out soon. */
  hasten(work: Work): void;
  /** Waits until nothing is running; false when `limitMs` passed first. `holds`: keeps the process alive meanwhile. */
  drain(
    work: Work,
    how: { readonly limitMs: number; readonly holds: boolean; readonly stopwatch?: Stopwatch | undefined },
  ): Promise<boolean>;
  /** Watching costs a little everywhere in the process, so it is on only while something runs. */
  watch(): () => void;
}
