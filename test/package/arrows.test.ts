import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Which part of the house a file belongs to. */
function roomOf(file: string): string {
  if (/^src\/triggers\/[^/]+\//.test(file)) return `trigger ${file.split('/')[2]}`;
  if (/^src\/triggers\/\w+\.ts$/.test(file)) return 'triggers';
  if (file === 'src/loadTrigger.ts') return 'loadTrigger';
  if (file === 'src/registry.ts') return 'registry';
  if (file === 'src/matchers/vitest.ts') return 'vitest';
  if (/^src\/[^/]+\.ts$/.test(file)) return 'index';
  if (file.startsWith('cli/')) return 'cli';
  return file.split('/')[1] as string;
}

/** Which other rooms a room may import from. */
const doors: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  domain: ['kernel'],
  generated: ['kernel'],
  trigger: ['kernel', 'domain', 'generated'],
  triggers: ['trigger'],
  loadTrigger: ['kernel', 'triggers'],
  registry: ['kernel', 'triggers', 'loadTrigger'],
  index: ['kernel', 'domain', 'registry', 'triggers', 'loadTrigger', 'trigger'],
  payload: ['kernel'],
  responses: ['kernel', 'domain', 'generated'],
  triggerdesc: ['kernel', 'domain', 'generated'],
  matchers: ['kernel', 'domain', 'responses'],
  vitest: ['kernel', 'matchers', 'registry', 'triggerdesc'],
  runtime: ['kernel', 'responses'],
  fuzz: ['kernel', 'domain', 'responses', 'runtime'],
  fakes: ['kernel', 'domain', 'responses', 'runtime', 'trigger'],
  explorer: ['index'],
  cli: ['index', 'payload', 'responses', 'triggerdesc', 'runtime', 'fuzz', 'fakes'],
};

const rulesOf = (room: string) => doors[room.startsWith('trigger ') ? 'trigger' : room] ?? [];

function violationsOf(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const [file, text] of files) {
    const room = roomOf(file);
    for (const [, specifier] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
      const target = join(dirname(file), (specifier as string).replace(/\.js$/, '.ts'));
      const other = roomOf(target);
      if (other === room) continue;
      const open = rulesOf(room).some(
        (door) => door === other || (door === 'trigger' && other.startsWith('trigger ')),
      );
      if (!open) found.push(`${file} imports ${target}`);
    }
  }
  return found;
}

function sources(): Map<string, string> {
  const files = new Map<string, string>();
  for (const top of ['src', 'cli']) {
    for (const entry of readdirSync(join(root, top), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(relative(root, path), readFileSync(path, 'utf8'));
    }
  }
  return files;
}

test('every import goes through an open door', () => {
  expect(violationsOf(sources())).toEqual([]);
});

test.each([
  ['src/kernel/draw.ts', "import { timer } from '../triggers/timer/timer.js';"],
  ['src/triggers/cos/cos.ts', "import type { TimerEvent } from '../timer/timer.js';"],
  ['src/matchers/toHaveStatus.ts', "import { triggers } from '../registry.js';"],
  ['src/index.ts', "export * from './fuzz/index.js';"],
  ['src/explorer/tree.ts', "import { isObject } from '../kernel/json.js';"],
  ['cli/commands/gen.ts', "const { Draw } = await import('../../src/kernel/draw.js');"],
])('a planted import in %s is found', (file, text) => {
  expect(violationsOf(new Map([[file, text]]))).toHaveLength(1);
});

test('no import leads round in a circle', () => {
  const files = sources();
  const importsOf = (file: string) =>
    [...(files.get(file) ?? '').matchAll(/(?:from|import)\s*'(\.[^']+)'/g)]
      .map(([, specifier]) => join(dirname(file), (specifier as string).replace(/\.js$/, '.ts')))
      .filter((target) => files.has(target));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' > '));
    if (trail.includes(file) || done.has(file)) return;
    for (const target of importsOf(file)) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of files.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test('no list of kinds stands outside the triggers', () => {
  const named: string[] = [];
  for (const [file, text] of sources()) {
    if (file.startsWith('src/triggers/') || file.startsWith('src/generated/')) continue;
    if (/switch \((?:trigger\.name|kind)\)/.test(text)) named.push(file);
  }
  expect(named).toEqual([]);
});

test('kernel and triggers read no clock, no chance and no process', () => {
  const found: string[] = [];
  for (const [file, text] of sources()) {
    if (!/^src\/(kernel|domain|triggers)\//.test(file)) continue;
    const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
    for (const [used] of code.matchAll(/Date\.now|Math\.random|new Date\(\)|\bprocess\.|from 'node:/g))
      found.push(`${file}: ${used}`);
  }
  expect(found).toEqual([]);
});
