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

/** What `scf-fixtures fuzz --report json` prints. */
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

/** A report that CI systems read: one test case, failed once for every failure. */
export function junitOf({ trigger, seed, runs, failures, weakness }: RunReport): string {
  const name = `${runs} cases, seed ${escaped(String(seed))}`;
  const quiet =
    weakness.length === 0
      ? `  <testcase classname="fuzz.${trigger}" name="${name}"/>`
      : `  <testcase classname="fuzz.${trigger}" name="${name}">\n    <failure message="proves little">${escaped(weakness.join('\n'))}</failure>\n  </testcase>`;
  const cases =
    failures.length === 0
      ? [quiet]
      : failures.map(
          ({ oracle, what, text }) =>
            `  <testcase classname="fuzz.${trigger}" name="${escaped(`${oracle}: ${what}`)}">\n    <failure message="${escaped(what)}">${escaped(text)}</failure>\n  </testcase>`,
        );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="scf-fixtures fuzz ${trigger}" tests="${cases.length}" failures="${failures.length + (weakness.length > 0 ? 1 : 0)}">\n${cases.join('\n')}\n</testsuite>\n`;
}

/** A page for people. */
export function pageOf({ trigger, seed, runs, failures, weakness }: RunReport): string {
  const told = failures.map(
    ({ oracle, text }) => `<section><h2>${escaped(oracle)}</h2><pre>${escaped(text)}</pre></section>`,
  );
  const quiet = weakness.length === 0 ? 'Nothing found.' : `Proves little: ${escaped(weakness.join(' '))}`;
  const result = failures.length === 0 ? quiet : `${failures.length} different failures.`;
  return `<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Fuzzing ${trigger}</title>\n<style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:60rem;padding:0 1rem}pre{background:#f4f4f4;overflow:auto;padding:1rem}</style>\n<h1>Fuzzing ${trigger}</h1>\n<p>${runs} cases, seed ${escaped(String(seed))}. ${result}</p>\n${told.join('\n')}\n</html>\n`;
}

/** Text for XML and HTML; characters that XML forbids become U+FFFD. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, (found) => (/[\t\n\r]/.test(found) ? found : '\ufffd'));
}
