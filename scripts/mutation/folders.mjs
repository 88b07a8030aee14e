// Which tests judge the mutants of which folder: those that are fast enough to be run for every mutant, and that
// neither read our sources nor start the built program.

const events = ['test/triggers/**/*.test.ts', 'test/contracts.test.ts', 'test/conformance.test.ts', 'test/stability.test.ts'];

/**
 * One entry per folder: its tests, how many mutants a nightly run tries of it, and whether its tests share their
 * modules as they do in vitest.config.ts.
 *
 * @type {Readonly<Record<string, { tests: readonly string[], sample: number, isolate?: boolean }>>}
 */
export const folders = {
  'src/kernel': {
    tests: [
      'test/kernel/**/*.test.ts',
      'test/triggerdesc/**/*.test.ts',
      'test/responses/**/*.test.ts',
      ...events,
    ],
    sample: 80,
    isolate: false,
  },
  'src/domain': {
    tests: [
      'test/kernel/**/*.test.ts',
      'test/triggerdesc/**/*.test.ts',
      'test/websocketLife.test.ts',
      ...events,
    ],
    sample: 40,
    isolate: false,
  },
  'src/triggers': { tests: events, sample: 50, isolate: false },
  'src/responses': {
    tests: [
      'test/responses/**/*.test.ts',
      'test/matchers/validResponse.test.ts',
      'test/matchers/answers.test.ts',
    ],
    sample: 50,
    isolate: false,
  },
  'src/triggerdesc': { tests: ['test/triggerdesc/**/*.test.ts'], sample: 30, isolate: false },
  'src/matchers': { tests: ['test/matchers/**/*.test.ts'], sample: 30, isolate: false },
  'src/runtime': { tests: ['test/runtime/**/*.test.ts'], sample: 40 },
  'src/fuzz': { tests: ['test/fuzz/**/*.test.ts'], sample: 40 },
  'cli/secrets': {
    tests: [
      'test/secrets.test.ts',
      'test/cli/lintSecrets.test.ts',
      'test/cli/import.test.ts',
      'test/cli/check.test.ts',
    ],
    sample: 50,
  },
};

/** Code that no test of a folder can reach in its mutated form, each with its reason. */
export const unreachable = {
  'src/runtime/worker/workerMain.ts': 'runs as the text in src/generated that the build makes of it',
  'src/fuzz/play/watchdogThread.ts': 'runs as the text in src/generated that the build makes of it',
};
