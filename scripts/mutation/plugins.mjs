// What Stryker is to leave out.
import { readFileSync, writeFileSync } from 'node:fs';
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

export const strykerPlugins = [
  { kind: 'Checker', name: 'sample', injectableClass: SampleChecker },
  { kind: 'Ignore', name: 'vertical-tabs', value: verticalTabs },
];
