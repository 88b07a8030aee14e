import type { ReportedFailure } from '../../src/fuzz/index.js';

/** The command that tries a failure again: from the store, or by the seed. */
export function againWith({
  spec,
  flags,
  words,
}: {
  readonly spec: string;
  readonly flags: { readonly trigger: string; readonly seed: string };
  readonly words: readonly string[];
}): (failure: ReportedFailure) => string {
  return ({ storedAt, run }) => {
    const of =
      storedAt === undefined
        ? [
            'fuzz',
            spec,
            '--kind',
            flags.trigger,
            '--seed',
            flags.seed,
            '--runs',
            String(Math.max(run + 1, 1)),
          ]
        : ['replay', storedAt];
    return ['npx', 'scf-fixtures', ...of, ...withoutValues(words)].map(shellWord).join(' ');
  };
}

/** What stands in the environment may be a secret, and a report is shared. */
function withoutValues(words: readonly string[]): readonly string[] {
  return words.map((word, index) => (words[index - 1] === '--env' ? word.replace(/=.*/s, '=…') : word));
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./…-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
