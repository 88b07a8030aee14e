import '../../src/matchers/vitest.js';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asserted, root } from './documents.js';

/** The examples in the doc comments run: what stands behind `//` is what the expression before it gives. */

const scratch = join(root, 'test/package/.examples');
const entries = [
  'index',
  'payload/index',
  'responses/index',
  'runtime/index',
  'fuzz/index',
  'fakes/index',
  'triggerdesc/index',
  'matchers/index',
  'domain/cron/parseCron',
];

interface Example {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

function examples(): Example[] {
  const found: Example[] = [];
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !entry.name.endsWith('.ts') || path.includes('/generated/')) continue;
    const text = readFileSync(path, 'utf8');
    for (const match of text.matchAll(/@example\n((?:[ \t]*\*(?!\/).*\n)+?)(?=[ \t]*\*\/|[ \t]*\* @)/g)) {
      const code = (match[1] as string).replaceAll(/^[ \t]*\* ?/gm, '').replaceAll('*\\/', '*/');
      found.push({ file: relative(root, path), line: text.slice(0, match.index).split('\n').length, code });
    }
  }
  return found;
}

/** The example as a function in the module of all of them, where `own` are the exports of its file. */
function functionText({ code }: Example, own: string): string {
  const body = asserted(code.replaceAll(/^import .*$/gm, ''));
  const names = new Set([...body.matchAll(/\b[A-Za-z_]\w*\b/g)].map(([name]) => name));
  const declared = new Set(
    [...body.matchAll(/\b(?:const|let|function|class)\s+(\w+)/g)].map(([, name]) => name as string),
  );
  for (const [, list] of body.matchAll(/\b(?:const|let)\s+[{[]([^}\]]*)[}\]]/g)) {
    for (const name of (list as string).split(',')) declared.add((name.split(':').at(-1) as string).trim());
  }
  // Globals are left to themselves: a fake replaces `fetch` while the example runs.
  const wanted = [...names].filter(
    (name) => !declared.has(name) && !reserved.has(name) && !(name in globalThis),
  );
  const locals = wanted.map((name) => `const ${name} = all['${name}'];`);
  return `async () => {\nconst all = { ...ofLibrary, ...${own} } as Record<string, unknown>;\n${locals.join('\n')}\n${body}\n}`;
}

/** One module for all examples, since each that imports the library takes its time to load. */
function moduleText(all: readonly Example[]): string {
  const up = (path: string) => relative(scratch, join(root, path)).replace(/\.ts$/, '.js');
  const files = [...new Set(all.map(({ file }) => file))];
  return [
    "import { expect } from 'vitest';",
    "import * as fc from 'fast-check';",
    ...entries.map((entry, i) => `import * as n${i} from '${up(`src/${entry}.ts`)}';`),
    ...files.map((file, i) => `import * as own${i} from '${up(file)}';`),
    `const ofLibrary = { ${entries.map((_, i) => `...n${i}`).join(', ')} };`,
    'export const runs: Record<string, () => Promise<void>> = {',
    ...all.map(
      (example) =>
        `${JSON.stringify(nameOf(example))}: ${functionText(example, `own${files.indexOf(example.file)}`)},`,
    ),
    '};',
  ].join('\n');
}

const nameOf = ({ file, line }: Example) => `${file}:${line}`;

const reserved = new Set(
  'await async const let var new return if else for of in do while typeof instanceof null true false undefined this function class import export from type interface as void throw try catch finally default switch case break continue extends yield delete keyof readonly satisfies expect fc all own ofLibrary'.split(
    ' ',
  ),
);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const found = examples();

test('there are examples', () => {
  expect(found.length).toBeGreaterThan(20);
});

let runs: Readonly<Record<string, () => Promise<void>>> = {};

beforeAll(async () => {
  mkdirSync(scratch, { recursive: true });
  const file = join(scratch, 'examples.ts');
  writeFileSync(file, moduleText(found));
  ({ runs } = (await import(file)) as { runs: typeof runs });
});

test.each(found.map(nameOf))('%s', async (name) => {
  expect(runs[name]).toBeTypeOf('function');
  await runs[name]?.();
});
