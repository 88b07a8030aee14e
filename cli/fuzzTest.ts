import { dirname, relative, resolve } from 'node:path';
import type { RunReport } from './fuzzReports.js';

/** A Vitest test file that holds the failures of a report: each delivers the event again and asks the same oracle. */
export function testFileOf(report: RunReport, handler: string, path: string): string {
  const hash = handler.lastIndexOf('#');
  const cut = hash >= 0 ? hash : handler.lastIndexOf('.');
  const name = handler.slice(cut + 1);
  const file = handler.slice(0, cut);
  const from = relative(dirname(resolve(path)), resolve(/\.[cm]?[jt]s$/.test(file) ? file : `${file}.js`));
  const constant = report.trigger.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const tests = report.failures.map(
    ({ oracle, what, case: found, text }) => `
// ${text.split('\n')[0]}
test(${JSON.stringify(`${report.trigger}: ${oracle} (${what})`)}, async () => {
  const event = ${indented(JSON.stringify(found.event, null, 2))};
  const other = ${indented(JSON.stringify(found.other, null, 2))};
  const stored = { oracle: ${JSON.stringify(oracle)}, case: { event, other } };
  const { failures } = await findFailures(() => ${name}, { trigger: ${constant}, runs: 1, budgetMs: 0 }, [stored]);
  expect(failures.map((failure) => failure.detail)).toEqual([]);
});
`,
  );
  return `import { ${constant} } from 'scf-fixtures';
import { findFailures } from 'scf-fixtures/fuzz';
import { expect, test } from 'vitest';
import { ${name} } from '${from.startsWith('.') ? from : `./${from}`}';
${tests.join('')}`;
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
