import type { Deployment } from '../../src/core.js';
import type { Verdict } from '../../src/fuzz/index.js';

/** A failure as reports show it. */
export interface ReportedFailure {
  readonly oracle: string;
  readonly what: string;
  /** What failures of one defect have in common, in several processes too; `what` when left out. */
  readonly cause?: string;
  /** In how many cases the same was found; 1 when left out. */
  readonly count?: number;
  readonly case: { readonly event: unknown; readonly other?: unknown };
  readonly run: number;
  readonly storedAt?: string;
  readonly text: string;
}

/** What `scf-fixtures fuzz --report json` writes; the same for the same search. */
export interface RunReport {
  readonly trigger: string;
  /** The facts of the deployment that were told. */
  readonly deployment?: Deployment;
  readonly seed: string | number;
  readonly runs: number;
  readonly invocations: number;
  readonly failures: readonly ReportedFailure[];
  readonly verdict: Verdict;
  readonly weakness: readonly string[];
  readonly asked: Readonly<Record<string, number>>;
  readonly dropped: readonly string[];
  readonly warnings: readonly string[];
}

/** A line of a file, as CI systems name it. */
export interface Place {
  /** From the root of the repository on, with `/`. */
  readonly file: string;
  readonly line: number;
}

/** A report with what else its forms tell. */
export interface ToldRun {
  readonly report: RunReport;
  /** The function, as a place. */
  readonly subject: Place;
  /** Where a failure comes from; the function where its text names no line. */
  readonly placeOf: (failure: ReportedFailure) => Place;
  readonly seconds: number;
}
