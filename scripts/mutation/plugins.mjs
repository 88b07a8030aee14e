// What Stryker is to leave out, and how it runs the tests.
import { readFileSync, writeFileSync } from 'node:fs';
import { strykerPlugins as vitestPlugins } from '@stryker-mutator/vitest-runner';
import { sampleOf } from './sample.mjs';

/** Lets the mutants of the sample pass and holds back all others; its processes share the choice in a file. */
class SampleChecker {
  static inject = ['options'];
  #size;
  #path;

  constructor({ sample: { size, path } }) {
    this.#size = size;
    this.#path = path;
  }

  async init() {}

  /** Called once, with all mutants. */
  async group(mutants) {
    writeFileSync(this.#path, JSON.stringify(sampleOf(mutants, this.#size).map(({ id }) => id)));
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants) {
    const chosen = new Set(JSON.parse(readFileSync(this.#path, 'utf8')));
    const verdictOf = ({ id }) =>
      chosen.has(id) ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' };
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, verdictOf(mutant)]));
  }
}

/** Stryker turns \v into \V, which a regular expression with the flag u refuses, and with it the whole file. */
const verticalTabs = {
  shouldIgnore: ({ node }) =>
    node.type === 'RegExpLiteral' && node.flags.includes('u') && node.pattern.includes('\\v')
      ? 'cannot be mutated'
      : undefined,
};

const [{ factory: vitestRunner }] = vitestPlugins;
const maxTries = 4;

/**
 * Vitest's runner, which is asked again where it says that a mutant has survived without having run all of its tests:
 * the end of a run that was broken off at its first failure may reach into the next one.
 */
function sureRunner(injector) {
  const runner = vitestRunner(injector);
  let all = 0;
  return {
    init: () => runner.init(),
    dispose: () => runner.dispose(),
    capabilities: () => runner.capabilities(),
    async dryRun(options) {
      const result = await runner.dryRun(options);
      all = result.tests?.filter(({ status }) => status !== skipped).length ?? 0;
      return result;
    },
    async mutantRun(options) {
      const expected = options.testFilter === undefined ? all : new Set(options.testFilter).size;
      for (let tries = 1; ; tries++) {
        const result = await runner.mutantRun(options);
        if (result.status !== 'survived' || result.nrOfTests >= expected) return result;
        if (tries === maxTries)
          return {
            status: 'error',
            errorMessage: `${result.nrOfTests} of ${expected} tests were run`,
          };
      }
    },
  };
}
sureRunner.inject = ['$injector'];

/** The number of a skipped test's state in Stryker. */
const skipped = 2;

class Silent {}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'vitest-to-the-end', factory: sureRunner },
  { kind: 'Reporter', name: 'silent', injectableClass: Silent },
  { kind: 'Checker', name: 'sample', injectableClass: SampleChecker },
  { kind: 'Ignore', name: 'vertical-tabs', value: verticalTabs },
];
