import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** Tests of what has no state and touches nothing outside; they share their modules, which take longer to load than most of them run. */
const pure = ['kernel', 'triggers', 'triggerdesc', 'responses', 'matchers'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  // What the READMEs import by the package's name runs from source.
  resolve: {
    alias: [
      { find: /^scf-fixtures$/, replacement: source('index.ts') },
      { find: /^scf-fixtures\/vitest$/, replacement: source('matchers/vitest.ts') },
      { find: /^scf-fixtures\/([a-z]+)$/, replacement: source('$1/index.ts') },
    ],
  },
  test: {
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: { name: 'all else', include: ['test/**/*.test.ts'], exclude: ['test/legs/**', ...pure] },
      },
    ],
    setupFiles: ['./vitest.setup.ts'],
    // Vitest leaves one processor free, which is half of a small machine.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
