// The tests of one folder, for Stryker; MUTATION_TESTS holds them as JSON.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import config from '../../vitest.config.ts';
import { readers } from './folders.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { tests, isolate } = JSON.parse(process.env.MUTATION_TESTS);
const folders = tests.map((path) => `${root}${path.replace('**/*.test.ts', '')}`);
const placeOf = ({ moduleId }) => folders.findIndex((folder) => moduleId.startsWith(folder));

/** In the order in which scripts/mutation/folders.mjs names them, since the first failure ends a run. */
class AsNamed extends BaseSequencer {
  async sort(files) {
    return files.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

export default defineConfig({
  root,
  resolve: config.resolve,
  plugins: [
    {
      name: 'processes',
      // Stryker asks for threads, where neither the time zone nor the working folder can be changed.
      configureVitest: ({ project }) => {
        project.config.pool = 'forks';
      },
    },
  ],
  test: {
    include: tests,
    exclude: readers,
    isolate,
    sequence: { sequencer: AsNamed },
    setupFiles: config.test.setupFiles,
    // Stryker ends a run that takes too long; without a mutant, a busy machine takes its time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
