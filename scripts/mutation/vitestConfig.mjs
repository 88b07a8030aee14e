// The tests of one folder, for Stryker; MUTATION_TESTS holds them as JSON.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import config from '../../vitest.config.ts';

const { tests, isolate } = JSON.parse(process.env.MUTATION_TESTS);

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
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
    isolate,
    setupFiles: config.test.setupFiles,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
