import type { Trigger } from '../../src/core.js';
import { causeOf, describeFailure, type Failure, type FuzzReport } from '../../src/fuzz/index.js';
import type { ReportedFailure, RunReport } from './reports.js';

/** Leaves out of a report what is no JSON. */
export function reported<Event>(trigger: Trigger<Event>, report: FuzzReport<Event>): RunReport {
  const { seed, runs, invocations, verdict, weakness, asked, dropped, warnings } = report;
  const failures = report.failures.map((failure, index) =>
    reportedFailure(trigger, failure, { seed, storedAt: report.storedAt[index] }),
  );
  return {
    trigger: trigger.name,
    ...(report.deployment === undefined ? {} : { deployment: report.deployment }),
    ...{ seed, runs, invocations, verdict, weakness, failures, asked, dropped, warnings },
  };
}

/** Leaves out of a failure what is no JSON. */
export function reportedFailure<Event>(
  trigger: Trigger<Event>,
  failure: Failure<Event>,
  { seed, storedAt }: { readonly seed: string | number; readonly storedAt: string | undefined },
): ReportedFailure {
  const { oracle, what, run, count } = failure;
  const cause = causeOf(what);
  const stored = storedAt === undefined ? {} : { storedAt };
  const text = describeFailure(trigger, failure, { seed, ...stored });
  return { oracle, what, cause, count, case: failure.case, run, ...stored, text };
}
