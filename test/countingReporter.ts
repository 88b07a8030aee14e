import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** What a run of the tests came to, as `npm run check` counts it. */
interface Counts {
  passed: number;
  failed: number;
  /** How many were skipped for each reason. */
  readonly skipped: Record<string, number>;
  /** Skipped tests that do not say why. */
  readonly unexplained: string[];
}

/** How long no test begins or ends before the run is given up: longer than any test or hook may take. */
export const stillMs = 420_000;

/**
 * Writes the counts to a file. A skipped test says in brackets, or in its note, what it needs: `(needs git)`.
 *
 * A test that computes without a pause is beyond the limits of Vitest, and the run would have no end: where nothing
 * begins or ends any more, what runs is named and all is ended.
 *
 * @param giveUp ends the run, of which these tests and files are left.
 */
export function countingReporter(file: string, giveUp: (names: readonly string[]) => void = end): Reporter {
  const running = new Map<string, string>();
  let still: NodeJS.Timeout | undefined;
  const moved = (): void => {
    clearTimeout(still);
    still = setTimeout(() => giveUp([...running.values()]), stillMs);
  };
  const nameOf = (test: TestCase) => `${test.module.relativeModuleId}: ${test.fullName}`;
  return {
    onTestRunStart: moved,
    onTestModuleStart(module) {
      running.set(module.id, module.relativeModuleId);
      moved();
    },
    onTestCaseReady(test) {
      running.set(test.id, nameOf(test));
      moved();
    },
    onTestCaseResult(test) {
      running.delete(test.id);
      moved();
    },
    onTestModuleEnd(module) {
      running.delete(module.id);
      moved();
    },
    onTestRunEnd(modules, errors) {
      clearTimeout(still);
      const counts: Counts = { passed: 0, failed: errors.length, skipped: {}, unexplained: [] };
      for (const module of modules) count(module, counts);
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}

/** Ends this process and all that it has started, which would go on alone. */
function end(names: readonly string[]): void {
  console.error(`Cannot finish: for ${stillMs / 60_000} minutes no test began or ended. Still running:`);
  for (const name of names) console.error(`  ${name}`);
  for (const pid of descendants()) process.kill(pid, 'SIGKILL');
  process.exit(1);
}

/** The processes that this one has started, and those that they have; Linux only. */
function descendants(): number[] {
  const parents = new Map<number, number>();
  for (const name of process.platform === 'linux' ? readdirSync('/proc') : []) {
    try {
      // The name of the program, in brackets, may hold anything.
      const fields = readFileSync(`/proc/${Number(name)}/stat`, 'latin1').replace(/^.*\) /s, '');
      parents.set(Number(name), Number(fields.split(' ')[1]));
    } catch {
      // None of a process, or of one that has ended.
    }
  }
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === process.pid || isOurs(parent));
  };
  return [...parents.keys()].filter(isOurs);
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
