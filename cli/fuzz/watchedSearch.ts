import { visible } from '../../src/core.js';
import type { Delivery, ReportedFailure, RunReport } from '../../src/fuzz/index.js';
import type { Io } from '../shared/io.js';
import { watchedProcess } from './watchedProcess.js';

/** What is asked of a process that searches. */
export interface SearchArguments {
  readonly trigger: string;
  readonly seed: string;
  readonly shard: string;
  /** The rest of its command line. */
  readonly args: readonly string[];
}

/** The name of the law that a process which ends breaks; no oracle can judge it from inside. */
export const processEnd = 'process-end';
/** Of a longer event the beginning is shown; all of it is in the report as JSON. */
const maxShown = 1200;

/**
 * Searches in a process of its own. When that ends before its time, what it had found is told all the same, and its end
 * with the delivery it was at.
 *
 * @throws Misuse when the process says that it was called wrongly.
 */
export async function watchedSearch(
  { trigger, seed, shard, args }: SearchArguments,
  io: Io,
  {
    stop,
    onProgress,
  }: { readonly stop: AbortSignal; readonly onProgress: (what: 'cases' | 'found') => void },
): Promise<RunReport> {
  const found: ReportedFailure[] = [];
  let report: RunReport | undefined;
  let run: number | undefined;
  let runs = 0;
  let invocations = 0;
  let last: { readonly delivery: Delivery<unknown> } | undefined;
  const words = ['fuzz', ...args, '--kind', trigger, '--seed', seed, '--shard', shard, '--journal'];
  const ending = await watchedProcess(words, io, {
    stop,
    onLine(line) {
      if (line.kind === 'run') {
        run = line.run;
        runs++;
        onProgress('cases');
      } else if (line.kind === 'delivery') {
        last = line;
        invocations++;
      } else if (line.kind === 'found') {
        found.push(line.failure);
        onProgress('found');
      } else if (line.kind === 'done') report = line.report;
    },
  });
  if (report !== undefined) return report;
  const failures = [...found];
  if (ending.kind === 'lost')
    failures.push(await lost(ending.reason, { run, delivery: last?.delivery, seed }));
  return {
    ...{ trigger, seed, runs, invocations, failures },
    verdict: failures.length > 0 ? 'broken' : 'proves-little',
    weakness: failures.length > 0 ? [] : ['The search was stopped before it was done.'],
    asked: {},
    dropped: [],
    warnings:
      ending.kind === 'stopped'
        ? [`The search was stopped by ${ending.by}: what it had found is not shrunk.`]
        : [
            'The search ended with the process: what it had found is not shrunk, and later cases were not tried.',
          ],
  };
}

async function lost(
  reason: string,
  {
    run,
    delivery,
    seed,
  }: {
    readonly run: number | undefined;
    readonly delivery: Delivery<unknown> | undefined;
    readonly seed: string;
  },
): Promise<ReportedFailure> {
  const { findingPage } = await import('../../src/fuzz/index.js');
  const events = [...new Set(delivery?.steps.map(({ event }) => event))];
  const what = 'the process does not outlive a delivery';
  const lines = [
    `${processEnd}: The process of a function goes on from one event to the next.`,
    `  ${reason}.`,
    ...events.flatMap((event, index) => [
      events.length === 1 ? 'It was at the event:' : `It was at a delivery with event ${index + 1}:`,
      `  ${shown(JSON.stringify(event))}`,
    ]),
    `How to mend it: ${findingPage(processEnd)}`,
    `Replay: seed ${JSON.stringify(seed)}, ${run === undefined ? 'before the first case' : `case ${run}`}`,
  ];
  const [event = null] = events;
  const isPlain = delivery === undefined || delivery.steps.length === 1;
  return {
    oracle: processEnd,
    what,
    case: isPlain ? { event } : ({ event, delivery } as ReportedFailure['case']),
    run: run ?? 0,
    text: visible(lines.join('\n')),
  };
}

function shown(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown)}… (${text.length} characters)` : text;
}
