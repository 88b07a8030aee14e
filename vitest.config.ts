import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

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
    include: ['test/**/*.test.ts'],
    exclude: ['test/legs/**'],
    setupFiles: ['./vitest.setup.ts'],
    // Vitest leaves one processor free, which is half of a small machine.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
