import { Misuse } from '../../src/core.js';

/** A command line without the words that hold for every command. */
interface Configured {
  /** The file that is named; false for none, undefined where nothing is said. */
  readonly file: string | false | undefined;
  readonly isQuiet: boolean;
  readonly args: readonly string[];
}

/**
 * Takes `--config <file>`, `--no-config` and `--quiet` out of a command line, wherever they stand before `--`.
 *
 * @throws Misuse NO_CONFIG_FILE.
 */
export function configWords(given: readonly string[]): Configured {
  let file: Configured['file'];
  let isQuiet = false;
  const end = given.indexOf('--') < 0 ? given.length : given.indexOf('--');
  const args: string[] = [];
  for (let at = 0; at < end; at++) {
    const word = given[at] as string;
    if (word === '--quiet') isQuiet = true;
    else if (word === '--no-config') file = false;
    else if (word === '--config') file = named(given[++at]);
    else if (word.startsWith('--config=')) file = named(word.slice('--config='.length));
    else args.push(word);
  }
  return { file, isQuiet, args: [...args, ...given.slice(end)] };
}

function named(file: string | undefined): string {
  if (file !== undefined && file !== '') return file;
  throw new Misuse(
    'NO_CONFIG_FILE',
    'Cannot take --config without a file: name one, such as --config scf-fixtures.config.json.',
  );
}
