import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['failing.ts'], setupFiles: ['../../../src/matchers/vitest.ts'] },
});
