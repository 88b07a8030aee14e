// Which tests judge the mutants of which folder: those that are fast enough to be run for every mutant, and that
// neither read our sources nor start the built program. The quick ones and those that find most come first.

/** Tests that read our sources, which are other ones while they are mutated, or start a Vitest of their own on them. */
export const readers = ['test/triggerdesc/everyRule.test.ts', 'test/matchers/realOutput.test.ts'];

/**
 * One entry per folder: its tests, how many mutants are tried of it, and whether its tests share their modules as they
 * do in vitest.config.ts.
 *
 * @type {Readonly<Record<string, { tests: readonly string[], sample: number, isolate?: boolean }>>}
 */
export const folders = {
  'src/kernel': {
    tests: ['test/stability.test.ts', 'test/triggers/**/*.test.ts', 'test/kernel/**/*.test.ts'],
    sample: 80,
    isolate: false,
  },
  'src/domain': {
    tests: [
      'test/stability.test.ts',
      'test/kernel/http.test.ts',
      'test/kernel/httpRelations.test.ts',
      'test/websocketLife.test.ts',
      'test/triggerdesc/**/*.test.ts',
      'test/triggers/**/*.test.ts',
    ],
    sample: 40,
    isolate: false,
  },
  'src/triggers': {
    tests: ['test/stability.test.ts', 'test/triggers/**/*.test.ts', 'test/conformance.test.ts'],
    sample: 30,
    isolate: false,
  },
  'src/responses': {
    tests: ['test/responses/table.test.ts', 'test/responses/**/*.test.ts'],
    sample: 50,
    isolate: false,
  },
  'src/triggerdesc': { tests: ['test/triggerdesc/**/*.test.ts'], sample: 20, isolate: false },
  'src/matchers': { tests: ['test/matchers/**/*.test.ts'], sample: 40, isolate: false },
  'src/runtime': { tests: ['test/runtime/**/*.test.ts'], sample: 40 },
  'src/runtime/web': {
    tests: ['test/runtime/webFunction.test.ts', 'test/fakes/serveWeb.test.ts'],
    sample: 20,
  },
  'src/fakes/serve/web': {
    tests: ['test/fakes/webSockets.test.ts', 'test/fakes/serveWeb.test.ts'],
    sample: 20,
  },
  'src/fuzz': {
    tests: ['test/fuzz/planOf.test.ts', 'test/fuzz/effectKind.test.ts', 'test/fuzz/fuzzHandler.test.ts'],
    sample: 15,
  },
  'src/fuzz/arbitraries': {
    tests: [
      'test/fuzz/eventRules.test.ts',
      'test/fuzz/shrinkPaths.test.ts',
      'test/fuzz/drawnCases.test.ts',
      'test/fuzz/arbitraryOf.test.ts',
      'test/fuzz/deliveries.test.ts',
    ],
    sample: 30,
  },
  'src/fuzz/play': {
    tests: [
      'test/fuzz/recorder.test.ts',
      'test/fuzz/effectKind.test.ts',
      'test/fuzz/compare.test.ts',
      'test/fuzz/deliver.test.ts',
      'test/fuzz/guards.test.ts',
      'test/fuzz/ownTemp.test.ts',
      'test/fuzz/fileEffects.test.ts',
      'test/fuzz/watchdog.test.ts',
      'test/fuzz/effects.test.ts',
      'test/fuzz/egress.test.ts',
      'test/fuzz/globals.test.ts',
      'test/fuzz/deliveryJudgements.test.ts',
    ],
    sample: 30,
  },
  'src/fuzz/oracles': {
    tests: [
      'test/fuzz/judgingTools.test.ts',
      'test/fuzz/judgements.test.ts',
      'test/fuzz/deliveryJudgements.test.ts',
      'test/fuzz/oracles.test.ts',
      'test/fuzz/branches.test.ts',
    ],
    sample: 40,
  },
  'src/fuzz/search': {
    tests: [
      'test/fuzz/search.test.ts',
      'test/fuzz/searching.test.ts',
      'test/fuzz/exercise.test.ts',
      'test/fuzz/vocabulary.test.ts',
      'test/fuzz/learnedOf.test.ts',
      'test/fuzz/drawnCases.test.ts',
      'test/fuzz/shrinking.test.ts',
      'test/fuzz/effects.test.ts',
      'test/fuzz/fuzzHandler.test.ts',
    ],
    sample: 30,
  },
  'src/fuzz/report': {
    tests: ['test/fuzz/describeFailure.test.ts', 'test/fuzz/storedFailures.test.ts'],
    sample: 40,
  },
  'cli/secrets': {
    tests: [
      'test/secrets.test.ts',
      'test/cli/lintSecrets.test.ts',
      'test/cli/openText.test.ts',
      'test/cli/personal.test.ts',
      'test/cli/redactor.test.ts',
    ],
    sample: 50,
    isolate: false,
  },
};

/** Code that no test reaches in its mutated form, each with its reason. */
export const unreachable = {
  'src/runtime/worker/workerMain.ts': 'runs as the text in src/generated that the build makes of it',
  'src/runtime/node/nodeMain.ts': 'runs as the text in src/generated that the build makes of it',
  'src/runtime/nodeInstance.ts': 'runs in the texts in src/generated that the build makes of it',
  'src/fuzz/play/watchdogThread.ts': 'runs as the text in src/generated that the build makes of it',
};
