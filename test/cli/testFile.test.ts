import { expect, test } from 'vitest';
import { testFileOf } from '../../cli/fuzz/testFile.js';
import type { RunReport } from '../../src/fuzz/index.js';

const report = {
  trigger: 'timer',
  failures: [{ oracle: 'crash', what: 'KeyError', case: { event: {} }, run: 0, text: 'crash: …' }],
} as unknown as RunReport;

test.each([
  ['src/index.main_handler', "new URL('../src/index.js#main_handler', import.meta.url).href"],
  ['./index.mjs#main_handler', "new URL('../index.mjs#main_handler', import.meta.url).href"],
  ['./index.py:main_handler', `\`\${fileURLToPath(new URL('../index.py', import.meta.url))}:main_handler\``],
])('a test of %s names it from its own folder', (handler, expression) => {
  const text = testFileOf(report, handler, 'test/found.test.ts', '/app');
  expect(text).toContain(`const handler = ${expression};`);
  expect(text.includes("import { fileURLToPath } from 'node:url';")).toBe(handler.includes('.py'));
});
