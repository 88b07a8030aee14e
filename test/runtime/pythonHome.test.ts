import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { PythonHome } from '../../src/runtime/python/pythonHome.js';

test('the processes of a function share their code, and each has a folder of its own', () => {
  const home = new PythonHome();
  const folders = [home.folder(), home.folder()];
  const root = dirname(home.code);
  expect(new Set(folders).size).toBe(2);
  expect(folders.map((folder) => dirname(folder))).toEqual([root, root]);
  expect(readdirSync(join(home.code, '_scf_fixtures'))).toContain('__main__.py');
  expect(dirname(home.compiled)).toBe(root);
  home.close();
  expect(existsSync(root)).toBe(false);
});
