import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Misuse } from '../../src/core.js';

const fileNames = ['ts', 'mts', 'js', 'mjs', 'json'].map((extension) => `scf-fixtures.config.${extension}`);

/**
 * The configuration file of a directory; undefined when it has none.
 *
 * @throws Misuse when there are several.
 */
export function configFileIn(directory: string): string | undefined {
  const [first, second] = fileNames.filter((name) => existsSync(join(directory, name)));
  if (second !== undefined) {
    throw new Misuse(
      'SEVERAL_CONFIGS',
      `Cannot choose between ${first} and ${second}: both are in ${directory}. Keep one.`,
    );
  }
  return first === undefined ? undefined : join(directory, first);
}
