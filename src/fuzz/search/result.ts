import type { Deployment } from '../../domain/http/deployment.js';
import type { Case } from '../oracles/oracle.js';
import type { Execution } from '../play/execution.js';

/** A failure, shrunk. */
export interface Failure<Event> {
  readonly oracle: string;
  /** Tells this failure from others of its oracle. */
  readonly what: string;
  readonly detail: string;
  readonly case: Case<Event>;
  readonly execution: Execution<Event>;
  /** @deprecated Use `execution`. */
  readonly story: Execution<Event>;
  readonly compared?: Execution<Event>;
  /** The run that found it, from 0; -1 for a case from the store. */
  readonly run: number;
  /** In how many cases the same was found: the oracle complained, and of the same cause. */
  readonly count: number;
  /** How often the handler's trials were repeated to shrink it. */
  readonly shrinks: number;
}

/** What a fuzz came to. */
export interface FuzzResult<Event> {
  readonly trigger: string;
  /** The facts of the deployment that were told; left out where there are none. */
  readonly deployment?: Deployment;
  readonly seed: string | number;
  readonly runs: number;
  readonly invocations: number;
  readonly failures: readonly Failure<Event>[];
  readonly verdict: Verdict;
  /** Why the run proves little, where no failure was found: one reason or more; empty otherwise. */
  readonly weakness: readonly string[];
  /** What else a reader should know of the result. */
  readonly warnings: readonly string[];
  /** Of how many cases each oracle was asked. */
  readonly asked: Readonly<Record<string, number>>;
}

/** `broken`: there are failures; `proves-little`: nothing was found, and hardly anything could be; see `weakness`. */
export type Verdict = 'broken' | 'proves-little' | 'nothing-found';
