import { readdirSync } from 'node:fs';
import { isObject } from '../../src/core.js';
import type { Project } from './project.js';

/** What runs the tests of a project. */
export type Runner = 'vitest' | 'jest' | 'node';

/** How scripts of package.json call each. */
const calls: readonly (readonly [Runner, RegExp])[] = [
  ['vitest', /\bvitest\b/],
  ['jest', /\bjest\b/],
  ['node', /(?:^|\s)--test\b/],
];

/** The runner that `test` calls, or another script; else the one that is installed or configured; else Vitest. */
export function runnerOf(project: Project): Runner {
  const { manifest, packages, root, vitestConfig } = project;
  const scripts = isObject(manifest.scripts) ? manifest.scripts : {};
  for (const command of [scripts.test, ...Object.values(scripts)]) {
    const found = calls.find(([, call]) => call.test(String(command)));
    if (found !== undefined) return found[0];
  }
  if (packages.includes('vitest') || vitestConfig?.startsWith('vitest') === true) return 'vitest';
  const isJest =
    packages.includes('jest') ||
    manifest.jest !== undefined ||
    readdirSync(root).some((name) => /^jest\.config\.\w+$/.test(name));
  return isJest ? 'jest' : 'vitest';
}

/** True for a command of package.json that calls the runner. */
export function callsRunner(runner: Runner, command: unknown): boolean {
  return calls.some(([name, call]) => name === runner && call.test(String(command)));
}

/** The command for a script that runs all tests. */
export function commandOf(runner: Runner, { isModule, root }: Project): string {
  if (runner === 'vitest') return 'vitest run';
  if (runner === 'node') return 'node --test';
  const isTransformed = readdirSync(root).some((name) => /^(?:\.babelrc|babel\.config\.)/.test(name));
  return isModule && !isTransformed ? 'node --experimental-vm-modules node_modules/jest/bin/jest.js' : 'jest';
}

const expecting: Readonly<Record<Runner, string>> = { vitest: 'vitest', jest: 'jest', node: 'expect' };

/**
 * What the tests need, beside the runner where it is a package: in TypeScript two others for their types, and what
 * builds the function for the command line, which Vitest brings along.
 */
export function neededBy(
  runner: Runner,
  { isTypeScript }: { readonly isTypeScript: boolean },
): readonly string[] {
  const builder = runner === 'vitest' ? [] : ['esbuild'];
  return ['scf-fixtures', expecting[runner], ...(isTypeScript ? ['fast-check', 'msw', ...builder] : [])];
}

/** How a test is to be written. */
export interface TestForm {
  readonly runner: Runner;
  readonly isTypeScript: boolean;
  /** False for tests that load with `require`. */
  readonly isModule: boolean;
  /** What the runner puts there for all tests has types without an import. */
  readonly hasGlobalTypes: boolean;
}

/** A test for Vitest, as the templates are, in the words of another runner. */
export function inFormOf({ runner, ...form }: TestForm, text: string): string {
  if (runner === 'vitest') return text;
  const written = runner === 'jest' ? forJest(text, form) : forNode(text);
  const ended = withEnds(written, form);
  return form.isModule ? ended : required(ended);
}

const ofVitest = /^import \{ ([^}]+) \} from 'vitest';\n/m;

function forJest(text: string, { isTypeScript, hasGlobalTypes }: Omit<TestForm, 'runner'>): string {
  const isImported = isTypeScript && !hasGlobalTypes;
  return text
    .replace("'scf-fixtures/vitest'", "'scf-fixtures/jest'")
    .replace(ofVitest, (_, names: string) =>
      isImported ? `import { ${endingNames(names)} } from '@jest/globals';\n` : '',
    );
}

/** Node's own runner has no limit of time, and no `expect`. */
function forNode(text: string): string {
  const usesKinds = text.includes("from 'scf-fixtures';");
  const extension = usesKinds ? '{ ...matchers, ...eventMatchers({ kindOf, triggerNamed }) }' : 'matchers';
  return text
    .replace("import 'scf-fixtures/vitest';\n", '')
    .replace(ofVitest, (_, names: string) => {
      const tools = endingNames(names.replace(/\bexpect, /, ''));
      const imported = usesKinds ? 'eventMatchers, matchers' : 'matchers';
      return `import { ${imported} } from 'scf-fixtures/matchers';\nimport { expect } from 'expect';\nimport { ${tools} } from 'node:test';\n`;
    })
    .replace(
      /^import \{ ([^}]+) \} from 'scf-fixtures';/m,
      "import { $1, kindOf, triggerNamed } from 'scf-fixtures';",
    )
    .replace(/((?:^import .*\n)+)/m, (imports) => `${imports}\nexpect.extend(${extension});\n`)
    .replaceAll(/^\}, [\d_]+\);/gm, '});');
}

const endingNames = (names: string) =>
  names.replace('onTestFinished', 'afterEach').split(', ').sort().join(', ');

/** Vitest alone lets a test say what is done at its end. */
function withEnds(text: string, { isTypeScript }: Omit<TestForm, 'runner'>): string {
  if (!text.includes('onTestFinished')) return text;
  const type = isTypeScript ? ': (() => unknown)[]' : '';
  const ends = `\n/** What is done at the end of a test. */\nconst ends${type} = [];\nconst onTestFinished = (end${isTypeScript ? ': () => unknown' : ''}) => void ends.push(end);\nafterEach(async () => {\n  for (const end of ends.splice(0)) await end();\n});\n`;
  return text.replace(/((?:^import .*\n)+)/m, (imports) => `${imports}${ends}`);
}

function required(text: string): string {
  return text
    .replaceAll(
      /^import (\{[^}]+\}) from ('[^']+');$/gm,
      (_, names: string, specifier: string) =>
        `const ${names.replaceAll(/ as /g, ': ')} = require(${specifier});`,
    )
    .replaceAll(/^import ('[^']+');$/gm, 'require($1);');
}
