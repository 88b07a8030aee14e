// Runs Stryker over files of one folder, with the tests that judge it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { folders, unreachable } from './folders.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The results of all mutants, those held back too, with paths from the root of the project. */
export async function runStryker({ folder, mutate, sample, concurrency }) {
  const { tests, isolate = true } = folders[folder];
  const work = mkdtempSync(join(tmpdir(), 'scf-fixtures-mutation-'));
  process.env.MUTATION_TESTS = JSON.stringify({ tests, isolate });
  try {
    const stryker = new Stryker({
      ...settings,
      mutate: [...mutate, ...Object.keys(unreachable).map((file) => `!${file}`)],
      sample: { size: sample, path: join(work, 'sample.json') },
      concurrency,
    });
    const results = await stryker.runMutationTest();
    return results.map((result) => ({ ...result, fileName: relative(root, resolve(root, result.fileName)) }));
  } finally {
    rmSync(work, { recursive: true });
  }
}

const settings = {
  testRunner: 'vitest-to-the-end',
  // Tests of matchers import none of our files: the set-up does.
  vitest: { configFile: 'scripts/mutation/vitestConfig.mjs', related: false },
  plugins: [
    fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner')),
    join(root, 'scripts/mutation/plugins.mjs'),
  ],
  checkers: ['sample'],
  ignorers: ['vertical-tabs'],
  coverageAnalysis: 'perTest',
  timeoutMS: 15_000,
  // A machine with other work takes longer than it did without the mutant.
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 30,
  reporters: [process.stdout.isTTY || process.env.MUTATION_PROGRESS ? 'progress-append-only' : 'silent'],
  logLevel: 'warn',
  allowConsoleColors: false,
  ignorePatterns: ['/dist', '/docs', '/decisions', '/coverage', '/.scf-fixtures'],
  tempDirName: '.mutation',
  cleanTempDir: 'always',
  // Stryker would rewrite it with a compiler that has an interface for programs, which TypeScript 7 has not.
  tsconfigFile: 'no-tsconfig.json',
  warnings: { unknownOptions: false },
};
