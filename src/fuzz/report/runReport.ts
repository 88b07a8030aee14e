import type { Deployment } from '../../domain/http/deployment.js';
import type { Trigger } from '../../kernel/trigger.js';
import type { Case } from '../oracles/oracle.js';
import { causeOf } from '../search/causeOf.js';
import type { Failure, FuzzResult, Verdict } from '../search/result.js';
import { describeFailure } from './describeFailure.js';
import { type ReportedExecution, reportedExecution } from './reportedExecution.js';

/** A failure as reports have it: data, and the same as text. */
export interface ReportedFailure {
  /** The name of the oracle that found it. */
  readonly oracle: string;
  /** Tells it from other failures of the oracle. */
  readonly what: string;
  /** What failures of one defect have in common, in several processes too; `what` when left out. */
  readonly cause?: string;
  /** What was found, in a sentence or more; left out where a process has ended with its handler. */
  readonly detail?: string;
  /** In how many cases the same was found; 1 when left out. */
  readonly count?: number;
  readonly case: Case<unknown>;
  /** The run that found it, from 0; -1 for a case from the store. */
  readonly run: number;
  /** Its file, from the current folder. */
  readonly storedAt?: string;
  /** What happened, step by step; left out where a process has ended with its handler. */
  readonly execution?: ReportedExecution;
  /** What that was compared with. */
  readonly compared?: ReportedExecution;
  /** All of it as people read it. */
  readonly text: string;
}

/** A run as data, which `scf-fixtures fuzz --report json` writes; the same for the same search. */
export interface RunReport {
  readonly trigger: string;
  /** The facts of the deployment that were told. */
  readonly deployment?: Deployment;
  readonly seed: string | number;
  readonly runs: number;
  readonly invocations: number;
  readonly failures: readonly ReportedFailure[];
  readonly verdict: Verdict;
  /** Why the run proves little; empty where it proves something. */
  readonly weakness: readonly string[];
  /** Of how many cases each oracle was asked. */
  readonly asked: Readonly<Record<string, number>>;
  /** Files of stored failures that pass by now. */
  readonly dropped: readonly string[];
  /** What else a reader should know. */
  readonly warnings: readonly string[];
}

/** What {@link fuzzReport} came to. */
type Ran<Event> = FuzzResult<Event> & {
  readonly storedAt: readonly (string | undefined)[];
  readonly dropped: readonly string[];
};

/**
 * A run as JSON can hold it, with the steps of every failure.
 *
 * @example
 * const handler = async ({ Message }) => JSON.parse(Message);
 * const ran = await fuzzReport(() => handler, { trigger: timer, runs: 2, store: false });
 * const [failure] = runReportOf(timer, ran).failures;
 * failure.execution.steps[0].error.name; // 'SyntaxError'
 */
export function runReportOf<Event>(trigger: Trigger<Event>, ran: Ran<Event>): RunReport {
  const { seed, runs, invocations, verdict, weakness, asked, dropped, warnings, deployment } = ran;
  const failures = ran.failures.map((failure, index) =>
    reportedFailure(trigger, failure, { seed, storedAt: ran.storedAt[index] }),
  );
  return {
    trigger: trigger.name,
    ...(deployment === undefined ? {} : { deployment }),
    ...{ seed, runs, invocations, verdict, weakness, failures, asked, dropped, warnings },
  };
}

/** A failure as JSON can hold it. */
export function reportedFailure<Event>(
  trigger: Trigger<Event>,
  failure: Failure<Event>,
  { seed, storedAt }: { readonly seed: string | number; readonly storedAt?: string | undefined },
): ReportedFailure {
  const { oracle, what, detail, run, count, execution, compared } = failure;
  const stored = storedAt === undefined ? {} : { storedAt };
  return {
    ...{ oracle, what, cause: causeOf(what), detail, count, case: failure.case, run, ...stored },
    execution: reportedExecution(execution),
    ...(compared === undefined ? {} : { compared: reportedExecution(compared) }),
    text: describeFailure(trigger, failure, { seed, ...stored }),
  };
}
