import { loadTrigger } from '../../src/core.js';
import {
  type FuzzHandlerOptions,
  fuzzReport,
  type RunReport,
  reportedFailure,
  runReportOf,
} from '../../src/fuzz/index.js';
import type { Journal } from './journal.js';

type Options = Omit<FuzzHandlerOptions<unknown, Record<never, never>, undefined>, 'trigger' | 'journal'>;

/** Searches in this process, and tells a journal what it does. */
export async function searchHere(
  handler: string,
  { trigger: kind, journal, ...options }: Options & { readonly trigger: string; readonly journal?: Journal },
): Promise<RunReport> {
  const trigger = await loadTrigger(kind);
  const seed = options.seed ?? '';
  const report = await fuzzReport(handler, {
    ...options,
    trigger,
    ...(journal === undefined
      ? {}
      : {
          journal: {
            begin: (run: number) => journal.write({ kind: 'run', run }),
            call: (delivery) => journal.call(delivery),
            find: (failure, storedAt) =>
              journal.write({
                kind: 'found',
                failure: reportedFailure(trigger, failure, { seed, storedAt }),
              }),
          },
        }),
  });
  return runReportOf(trigger, report);
}
