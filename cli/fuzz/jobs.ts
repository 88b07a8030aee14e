import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import type { ReportedFailure, RunReport, Verdict } from '../../src/fuzz/index.js';
import type { Io } from '../shared/io.js';
import type { Shard } from '../shared/options.js';
import { ProgressLine } from '../shared/progressLine.js';
import { exitCodeOfSignal, stopSignal } from '../shared/stopSignal.js';
import { said } from '../texts/texts.js';
import { type SearchArguments, watchedSearch } from './watchedSearch.js';

/**
 * Lets processes of their own try a share of the cases each, and puts their reports together.
 *
 * @throws Misuse JOB_FAILED with what a process said when it was called wrongly.
 */
export async function fuzzInJobs(
  search: Omit<SearchArguments, 'shard'>,
  {
    shard,
    jobs,
    runs,
  }: { readonly shard: Shard; readonly jobs: number /** Of all shards together. */; readonly runs: number },
  io: Io,
): Promise<RunReport> {
  const told = stopSignal(io);
  const failed = new AbortController();
  const stop = AbortSignal.any([told.signal, failed.signal]);
  const shares = Array.from({ length: jobs }, (_, job) => shard.index + job * shard.of);
  const progress = new ProgressLine(io);
  const done = { cases: 0, found: 0 };
  const all = Math.ceil((runs - shard.index + 1) / shard.of);
  const onProgress = (what: keyof typeof done): void => {
    done[what]++;
    progress.show(() =>
      said(io.texts, '{{cases}} of {{all}} cases tried, {{found}} found so far', { ...done, all }),
    );
  };
  try {
    const reports = await Promise.all(
      shares.map((index) =>
        watchedSearch({ ...search, shard: `${index}/${shard.of * jobs}` }, io, { stop, onProgress }),
      ),
    );
    if (told.signal.aborted) io.exitCode = exitCodeOfSignal(String(told.signal.reason));
    return merged(reports, io.cwd);
  } finally {
    progress.end();
    failed.abort('another process');
    told.release();
  }
}

function merged(reports: readonly RunReport[], cwd: string): RunReport {
  const [first] = reports;
  if (first === undefined) throw new Misuse('NO_JOBS', 'Cannot fuzz without a job: take 1 or more.');
  const failures = new Map<string, ReportedFailure>();
  for (const failure of reports.flatMap((report) => report.failures)) {
    const key = `${failure.oracle} ${failure.cause ?? failure.what}`;
    const known = failures.get(key);
    const smallest = known === undefined || bytesOf(failure) < bytesOf(known) ? failure : known;
    const count = (known?.count ?? 0) + (failure.count ?? 1);
    failures.set(key, { ...smallest, count });
  }
  const kept = new Set([...failures.values()].map((failure) => failure.storedAt));
  for (const { storedAt } of reports.flatMap((report) => report.failures)) {
    if (storedAt !== undefined && !kept.has(storedAt)) rmSync(resolve(cwd, storedAt), { force: true });
  }
  const tried = reports.filter((report) => report.runs > 0);
  const busy = tried.length > 0 ? tried : reports;
  const holdsInAll = (of: (report: RunReport) => readonly string[]) =>
    of(first).filter((one) => busy.every((report) => of(report).includes(one)));
  const weakness = failures.size > 0 ? [] : weaknessOfAll(busy);
  const quiet: Verdict = weakness.length > 0 ? 'proves-little' : 'nothing-found';
  return {
    ...first,
    verdict: failures.size > 0 ? 'broken' : quiet,
    weakness,
    asked: addedUp(reports.map((report) => report.asked)),
    runs: sum(reports.map((report) => report.runs)),
    invocations: sum(reports.map((report) => report.invocations)),
    failures: [...failures.values()].sort((a, b) => a.run - b.run),
    dropped: [...new Set(reports.flatMap((report) => report.dropped))],
    warnings: holdsInAll((report) => report.warnings),
  };
}

/** The weakness of the first job where all of them prove little, with the word that its numbers are of one. */
function weaknessOfAll(reports: readonly RunReport[]): readonly string[] {
  const isWeak = reports.every((report) => report.weakness.length > 0);
  if (!isWeak) return [];
  const told = reports[0]?.weakness ?? [];
  return reports.length > 1
    ? told.map((text) => `In each of ${reports.length} processes, of which this is one: ${text}`)
    : told;
}

function addedUp(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const count of counts)
    for (const [name, times] of Object.entries(count)) total[name] = (total[name] ?? 0) + times;
  return total;
}

function bytesOf(failure: ReportedFailure): number {
  return JSON.stringify(failure.case).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
