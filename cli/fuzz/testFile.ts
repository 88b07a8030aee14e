import { dirname, relative, resolve } from 'node:path';
import type { RunReport } from '../../src/fuzz/index.js';
import { requests } from './kindFor.js';

/** A Vitest test file that holds the failures of a report: each delivers the event again and asks the same oracle. */
export function testFileOf(report: RunReport, handler: string, path: string, cwd: string): string {
  const named = report.trigger === requests ? folderFrom(handler, path, cwd) : namedFrom(handler, path, cwd);
  const isWeb = report.trigger === requests;
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
}${isWeb ? ', 60_000' : ''});
`,
  );
  return `${named.imports}import { ${constant} } from 'scf-fixtures';
import { replayFailure } from 'scf-fixtures/fuzz';
import { expect, test } from 'vitest';

// Loaded anew for every cold start.
const handler = ${named.expression};
${tests.join('')}`;
}

/** The handler as a test file names it, from its own folder. */
function namedFrom(
  handler: string,
  path: string,
  cwd: string,
): { readonly imports: string; readonly expression: string } {
  const [, python] = /^(.+\.py)[:#.]\w+$/.exec(handler) ?? [];
  const hash = handler.lastIndexOf('#');
  const cut = python?.length ?? (hash >= 0 ? hash : handler.lastIndexOf('.'));
  const file = handler.slice(0, cut);
  const exportName = handler.slice(cut + 1);
  const code = resolve(cwd, python !== undefined || /\.[cm]?js$/.test(file) ? file : `${file}.js`);
  const from = relative(dirname(resolve(cwd, path)), code).replaceAll('\\', '/');
  const beside = from.startsWith('.') ? from : `./${from}`;
  if (python === undefined)
    return { imports: '', expression: `new URL(${quoted(`${beside}#${exportName}`)}, import.meta.url).href` };
  return {
    imports: "import { fileURLToPath } from 'node:url';\n",
    expression: `\`\${fileURLToPath(new URL(${quoted(beside)}, import.meta.url))}:${exportName}\``,
  };
}

/** The folder of a web function as a test file names it. */
function folderFrom(handler: string, path: string, cwd: string): ReturnType<typeof namedFrom> {
  const from = relative(dirname(resolve(cwd, path)), resolve(cwd, handler)).replaceAll('\\', '/');
  const beside = from === '' ? '.' : from.startsWith('.') ? from : `./${from}`;
  return {
    imports: "import { fileURLToPath } from 'node:url';\n",
    expression: `fileURLToPath(new URL(${quoted(beside)}, import.meta.url))`,
  };
}

function literal(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', '\n        ');
}

/** A text between single quotes, as most code has them. */
function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
