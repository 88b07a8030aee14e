import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** What a run of the tests came to, as `npm run check` counts it. */
interface Counts {
  passed: number;
  failed: number;
  /** How many were skipped for each reason. */
  readonly skipped: Record<string, number>;
  /** Skipped tests that do not say why. */
  readonly unexplained: string[];
}

/** Writes the counts to a file. A skipped test says in brackets, or in its note, what it needs: `(needs git)`. */
export function countingReporter(file: string): Reporter {
  return {
    onTestRunEnd(modules, errors) {
      const counts: Counts = { passed: 0, failed: errors.length, skipped: {}, unexplained: [] };
      for (const module of modules) count(module, counts);
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}

function count(module: TestModule, counts: Counts): void {
  // A file that cannot be loaded has no tests.
  counts.failed += module.errors().length;
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (result.state === 'passed') counts.passed++;
    else if (result.state === 'failed') counts.failed++;
    else {
      const note = result.state === 'skipped' ? result.note : undefined;
      const reason = note ?? /\((needs .*?)\)(?: >|$)/s.exec(test.fullName)?.[1];
      if (reason === undefined) counts.unexplained.push(`${module.relativeModuleId}: ${test.fullName}`);
      else counts.skipped[reason] = (counts.skipped[reason] ?? 0) + 1;
    }
  }
}
