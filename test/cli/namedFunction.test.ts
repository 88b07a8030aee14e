import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { functionOfFile, functionOfFolder, isSameFunction } from '../../cli/shared/namedFunction.js';
import { runCli, temporaryDirectory } from './runCli.js';

function project(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryDirectory();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return cwd;
}

const script = 'exports.main_handler = async (event) => event.Message;\n';

describe('a function is found by its file or folder', () => {
  test.each([
    ['index.js', script, './index.js#main_handler'],
    ['./index.js', 'exports.helper = 1; exports.handler = async () => 1;\n', './index.js#handler'],
    ['fn.mjs', 'export const only = async () => 1;\n', './fn.mjs#only'],
    ['fn.js', 'exports.one = 1; exports.two = 2;\n', undefined],
    ['fn.py', 'def main_handler(event, context):\n    return 1\n', './fn.py:main_handler'],
    ['none.js', undefined, undefined],
  ])('%s', (name, text, spec) => {
    const cwd = project(text === undefined ? {} : { [name]: text });
    expect(functionOfFile(name, cwd)).toBe(spec);
  });

  test.each([
    [{ 'index.js': script }, './index.js#main_handler'],
    [{ 'src/index.ts': 'export const main_handler = async () => 1;\n' }, './src/index.ts#main_handler'],
    [{ 'index.py': 'def main_handler(event, context):\n    return 1\n' }, './index.py:main_handler'],
    [{ 'lib.js': script }, undefined],
  ])('%j', (files, spec) => {
    const cwd = project(files);
    expect(functionOfFolder(cwd, cwd)).toBe(spec);
  });

  test('and asked for where two fit', () => {
    const cwd = project({
      'index.js': script,
      'index.py': 'def main_handler(event, context):\n    return 1\n',
    });
    expect(() => functionOfFolder(cwd, cwd)).toThrow('index.js and index.py both fit. Name the file');
  });

  test.each(['index.js', '.', './index.js#main_handler', 'index.main_handler'])(
    'by invoke: %s',
    async (name) => {
      const cwd = project({ 'index.js': script, 'event.json': '{"Message":"hello"}' });
      const { stdout, exitCode } = await runCli(['invoke', name, 'event.json'], { cwd });
      expect([exitCode, stdout]).toEqual([0, expect.stringContaining('"hello"')]);
    },
  );

  test('with what the serverless.yml beside it says of the same function', async () => {
    const cwd = project({
      'index.js': 'exports.main_handler = async () => process.env.STAGE;\n',
      'serverless.yml':
        'inputs:\n  handler: index.main_handler\n  environment:\n    variables:\n      STAGE: production\n',
      'event.json': '{}',
    });
    const { stdout } = await runCli(['invoke', 'index.js', 'event.json'], { cwd });
    expect(stdout).toContain('"production"');
  });
});

test.each([
  ['index.main_handler', './index.js#main_handler', true],
  ['index.main_handler', 'index.py:main_handler', true],
  ['src/index.main_handler', './index.js#main_handler', false],
  ['index.main', 'index.js#main_handler', false],
])('%s and %s are one function: %s', (one, other, isSame) => {
  expect(isSameFunction(one, other)).toBe(isSame);
});
