import { dirname, relative, resolve } from 'node:path';
import type { RunReport } from './reports.js';

/** A Vitest test file that holds the failures of a report: each delivers the event again and asks the same oracle. */
export function testFileOf(report: RunReport, handler: string, path: string, cwd: string): string {
  const hash = handler.lastIndexOf('#');
  const cut = hash >= 0 ? hash : handler.lastIndexOf('.');
  const file = handler.slice(0, cut);
  const code = resolve(cwd, /\.[cm]?js$/.test(file) ? file : `${file}.js`);
  const from = relative(dirname(resolve(cwd, path)), code).replaceAll('\\', '/');
  const constant = report.trigger.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const deployment =
    report.deployment === undefined ? '' : `, deployment: ${JSON.stringify(report.deployment)}`;
  const tests = report.failures.map(
    ({ oracle, what, case: { event, other }, text }) => `
// ${text.split('\n')[0]}
test(${quoted(`${report.trigger}: ${oracle} (${what})`)}, async () => {
  const failure = await replayFailure(
    handler,
    {
      oracle: ${quoted(oracle)},
      case: {
        event: ${literal(event)},${other === undefined ? '' : `\n        other: ${literal(other)},`}
      },
    },
    { trigger: ${constant}${deployment} },
  );
  expect(failure === undefined, failure?.detail).toBe(true);
});
`,
  );
  return `import { ${constant} } from 'scf-fixtures';
import { replayFailure } from 'scf-fixtures/fuzz';
import { expect, test } from 'vitest';

// Loaded anew for every cold start.
const handler = new URL(${quoted(`${from.startsWith('.') ? from : `./${from}`}#${handler.slice(cut + 1)}`)}, import.meta.url).href;
${tests.join('')}`;
}

function literal(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n        ');
}

/** A text between single quotes, as most code has them. */
function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
