import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as library from '../../src/index.js';
import { isObject, type Trigger } from '../../src/index.js';
import { packageRoot } from '../shared/packageRoot.js';
import { readText } from '../shared/readText.js';
import { subjectOf, type UserHandler } from '../shared/userHandler.js';
import { onlyFuzzed } from './onlyFuzzed.js';
import { type Project, runCommand } from './project.js';
import { reachesOut } from './reachesOut.js';
import { callsRunner, commandOf, inFormOf, neededBy, type Runner, runnerOf } from './runner.js';

/** One file that `init` writes. */
export interface PlannedFile {
  /** Relative to the project, with `/` between its parts. */
  readonly path: string;
  /** What it holds now; undefined when it is not there. */
  readonly before: string | undefined;
  readonly after: string;
}

/** What `init` does to a project. */
export interface Plan {
  readonly test: PlannedFile;
  readonly others: readonly PlannedFile[];
  /** Events that the test reads. */
  readonly events?: readonly PlannedFile[];
  /** The command that runs the tests. */
  readonly run: string;
  /** Packages that are still to be installed. */
  readonly missing: readonly string[];
}

/** Plans the first test of a handler: the test itself, the setup of Vitest where it has none, a script. */
export function planFirstTest(project: Project, handler: UserHandler, trigger: Trigger): Plan {
  return planTest(project, {
    name: subjectOf(handler, project.root),
    isTypeScript: handler.isTypeScript,
    textOf: (place) => testText(project, { handler, trigger, ...place }),
  });
}

/** Where a test stands, and what surrounds it. */
interface TestPlace {
  /** From the root of the project. */
  readonly folder: string;
  /** The matchers need not be imported. */
  readonly isRegistered: boolean;
  readonly runner: Runner;
}

/** Plans a test for the runner of the project, with the setup where that of Vitest is missing, and a script. */
export function planTest(
  project: Project,
  {
    name,
    isTypeScript,
    textOf,
  }: {
    /** What it is a test of. */
    readonly name: string;
    readonly isTypeScript: boolean;
    readonly textOf: (place: TestPlace) => string;
  },
): Plan {
  const runner = runnerOf(project);
  const extension = isTypeScript ? '.ts' : project.isModule || runner !== 'vitest' ? '.js' : '.mjs';
  const setup = runner === 'vitest' ? setupOf(project, extension) : { files: [], registers: false };
  const folder =
    ['test', 'tests', '__tests__'].find((other) => existsSync(join(project.root, other))) ?? 'test';
  const path = `${folder}/${name}.test${extension}`;
  const { script, file } = scriptOf(project, runner);
  const text = inFormOf(
    {
      runner,
      isTypeScript,
      isModule: isTypeScript || project.isModule,
      hasGlobalTypes: project.packages.includes('@types/jest'),
    },
    textOf({ folder: dirname(path), isRegistered: setup.registers, runner }),
  );
  return {
    test: planned(project, path, text),
    others: [...setup.files.map(([other, text]) => planned(project, other, text)), ...file],
    run: runCommand(project.packageManager, script),
    missing: neededBy(runner, { isTypeScript }).filter((other) => !project.packages.includes(other)),
  };
}

/** A file as it is and as it is to be. */
export function planned({ root }: Project, path: string, after: string): PlannedFile {
  const file = join(root, path);
  return { path, before: existsSync(file) ? readText(file) : undefined, after };
}

/** A test that is to be written. */
interface PlannedTest extends TestPlace {
  readonly handler: UserHandler;
  readonly trigger: Trigger;
}

/** The kind's own template where it has one, else the one for every kind. */
function testText(
  { root }: Project,
  { handler, trigger, folder, isRegistered, runner }: PlannedTest,
): string {
  const templates = new URL('templates/tests/', packageRoot());
  const own = new URL(`${trigger.name}.test.ts`, templates);
  const template = readFileSync(existsSync(own) ? own : new URL('event.test.ts', templates), 'utf8');
  const fromTest = relative(join(root, folder), handler.file).replaceAll('\\', '/');
  const fromRoot = relative(root, handler.file).replaceAll('\\', '/');
  const { exportName, isTypeScript } = handler;
  const triggerName = exportedName(trigger);
  const isTaken = new RegExp(`\\b${exportName.replaceAll('$', '\\$')}\\b`).test(`${template} ${triggerName}`);
  const local = isTaken ? 'userHandler' : exportName;
  const values: Readonly<Record<string, string>> = {
    Trigger: triggerName,
    Response: trigger.delivery?.response ?? 'async-result',
    Handler: local,
    Module: (fromTest.startsWith('.') ? fromTest : `./${fromTest}`).replace(
      // Jest finds a TypeScript file by its name without an ending alone.
      runner === 'jest' ? /\.ts$/ : /ts$/,
      runner === 'jest' ? '' : 'js',
    ),
    Source: `'${fromRoot}#${exportName}'`,
    Fuzzed: isTypeScript && runner !== 'vitest' ? `() => ${local}` : `'${fromRoot}#${exportName}'`,
  };
  const filled = template
    .replaceAll(/(?:\.\/)?\bthe([A-Z]\w+)\b/g, (whole, name: string) => values[name] ?? whole)
    .replace(`{ ${local} }`, isTaken ? `{ ${exportName} as ${local} }` : `{ ${local} }`);
  const text = reachesOut(handler.file) && filled.includes('fuzzHandler') ? onlyFuzzed(filled) : filled;
  return isRegistered ? text.replace("import 'scf-fixtures/vitest';\n", '') : text;
}

/** The name under which the library exports a trigger. */
function exportedName(trigger: Trigger): string {
  const [name] = Object.entries(library).find(([, value]) => value === trigger) ?? [trigger.name];
  return name;
}

/** Registers the matchers in a setup file; in the test itself where vitest is configured already. */
function setupOf(
  { root, vitestConfig }: Project,
  extension: string,
): { files: readonly (readonly [string, string])[]; registers: boolean } {
  const setup = `vitest.setup${extension}`;
  if (vitestConfig !== undefined) return { files: [], registers: registersMatchers(root, vitestConfig) };
  if (existsSync(join(root, setup))) return { files: [], registers: false };
  const config = `import { defineConfig } from 'vitest/config';\n\nexport default defineConfig({\n  test: { setupFiles: ['./${setup}'] },\n});\n`;
  return {
    files: [
      [setup, "import 'scf-fixtures/vitest';\n"],
      [`vitest.config${extension === '.ts' ? '.mts' : extension}`, config],
    ],
    registers: true,
  };
}

/** Whether a setup file of a configuration imports the matchers already. */
function registersMatchers(root: string, config: string): boolean {
  const [, setupFiles = ''] = /\bsetupFiles:\s*([^\]\n]*)/.exec(readText(join(root, config))) ?? [];
  return [...setupFiles.matchAll(/["']([^"']+)["']/g)]
    .map(([, name]) => join(root, name as string))
    .some((file) => existsSync(file) && readText(file).includes('scf-fixtures/vitest'));
}

const noTest = /no test specified/;

/** The script that runs the tests: the one there is, `test` where that is free, else `test:scf`. */
function scriptOf(project: Project, runner: Runner): { script: string; file: readonly PlannedFile[] } {
  const { manifest, manifestText } = project;
  const scripts = isObject(manifest.scripts) ? manifest.scripts : {};
  const existing = Object.entries(scripts).find(([, command]) => callsRunner(runner, command))?.[0];
  if (existing !== undefined) return { script: existing, file: [] };
  const isFree = scripts.test === undefined || noTest.test(String(scripts.test));
  const script = isFree ? 'test' : 'test:scf';
  const start = manifestText === undefined ? { private: true } : manifest;
  const changed = { ...start, scripts: { ...scripts, [script]: commandOf(runner, project) } };
  const indent = /^[{\s]*\n([ \t]+)"/.exec(manifestText ?? '')?.[1] ?? '  ';
  const after = `${JSON.stringify(changed, null, indent)}\n`;
  return { script, file: [planned(project, 'package.json', after)] };
}
