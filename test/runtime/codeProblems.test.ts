import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deployedProblems, type ScfRuntime } from '../../src/runtime/index.js';
import { temporaryDirectory } from '../cli/runCli.js';

/** What is told of a handler with this code, and whether it is loaded. */
function toldOf(
  files: string | Readonly<Record<string, string>>,
  runtime: ScfRuntime,
  spec = 'index.main_handler',
): readonly (readonly [text: string, error: string | undefined])[] {
  const cwd = temporaryDirectory();
  const all =
    typeof files === 'string' ? { 'index.js': `${files}\nexports.main_handler = async () => 1;` } : files;
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  const said = deployedProblems(spec, { cwd, runtime });
  return said.map(({ text, loadError }) => [
    text.split(' runs here')[0] as string,
    loadError && (loadError.stack ?? loadError.message).split('\n').find((line) => /Error/.test(line)),
  ]);
}

describe('ES modules', () => {
  const code = 'export const main_handler = async () => 1;';

  test.each<[string, Record<string, string>, string]>([
    [
      'by their package',
      { 'index.js': code, 'package.json': '{"type":"module"}' },
      'Error [ERR_REQUIRE_ESM]',
    ],
    ['by their name', { 'index.mjs': code }, 'Error [ERR_REQUIRE_ESM]'],
    ['by their syntax', { 'index.js': code }, "SyntaxError: Unexpected token 'export'"],
    [
      'by their imports',
      { 'index.js': `import fs from 'node:fs';\n${code}` },
      'SyntaxError: Cannot use import statement outside a module',
    ],
  ])('%s are not loaded up to Node 18.15', (_how, files, error) => {
    const [[text, said] = []] = toldOf(files, 'Nodejs18.15');
    expect(text).toMatch(/^index\.m?js$/);
    expect(said).toMatch(error);
  });

  test('are a note on later runtimes, of which nothing is known', () => {
    const [[text, error] = []] = toldOf({ 'index.mjs': code }, 'Nodejs20.19');
    expect([text, error]).toEqual([
      'index.mjs is an ES module, and nothing is known of those on SCF with Nodejs20.19: up to Nodejs18.15 they are not loaded. Try it there, or build it to CommonJS.',
      undefined,
    ]);
  });

  test('that a function requires are told, those that it imports are not', () => {
    const later = {
      'node_modules/later/package.json': '{ "type": "module", "main": "index.js" }',
      'node_modules/later/index.js': 'export const one = 1;',
    };
    const main = (line: string) => ({
      ...later,
      'index.js': `${line}\nexports.main_handler = async () => 1;`,
    });
    const [[, error] = []] = toldOf(main("require('later');"), 'Nodejs16.13');
    expect(error).toMatch('Error [ERR_REQUIRE_ESM]');
    expect(toldOf(main("const later = () => import('later');"), 'Nodejs16.13')).toEqual([]);
    expect(toldOf(main("require('later');"), 'Nodejs22.21')).toEqual([]);
  });
});

const loaded = undefined;

/** Code, the last runtime that lacks something of it, the first that has it, what is told, and how loading ends. */
const later: readonly (readonly [string, ScfRuntime, ScfRuntime, string, string | undefined])[] = [
  ['const a = exports?.b;', 'Nodejs12.16', 'Nodejs14.18', 'a?.b', "SyntaxError: Unexpected token '.'"],
  ['const a = 1 ?? 2;', 'Nodejs12.16', 'Nodejs14.18', 'a ?? b', "SyntaxError: Unexpected token '?'"],
  ['let a; a ??= 2;', 'Nodejs14.18', 'Nodejs16.13', 'a ??= b', 'SyntaxError: Invalid or unexpected token'],
  [
    'class A { #b = 1; has(c) { return #b in c; } }',
    'Nodejs14.18',
    'Nodejs16.13',
    '#a in b',
    'SyntaxError: ',
  ],
  ['class A { static { this.b = 1; } }', 'Nodejs14.18', 'Nodejs16.13', 'static { }', 'SyntaxError: '],
  ['class A { b = 1; }', 'Nodejs10.15', 'Nodejs12.16', 'a field of a class', 'SyntaxError: '],
  ['const a = 1_000;', 'Nodejs10.15', 'Nodejs14.18', '1_000', 'SyntaxError: '],
  ['const a = 1n;', 'Nodejs8.9', 'Nodejs10.15', '1n', 'SyntaxError: '],
  ['const { a, ...b } = exports;', 'Nodejs6.10', 'Nodejs8.9', 'const { ...a } = b', 'SyntaxError: '],
  ['try { exports.a(); } catch {}', 'Nodejs8.9', 'Nodejs10.15', 'catch without a name', 'SyntaxError: '],
  ['const a = /(?<b>c)/;', 'Nodejs8.9', 'Nodejs10.15', '/(?<a>b)/', 'SyntaxError: '],
  ["require('node:fs');", 'Nodejs12.16', 'Nodejs14.18', 'node:fs', "Error: Cannot find module 'node:fs'"],
  ["require('stream/promises');", 'Nodejs14.18', 'Nodejs16.13', 'stream/promises', 'Error: Cannot find'],
  ["const a = () => require('node:fs');", 'Nodejs12.16', 'Nodejs14.18', 'node:fs', loaded],
  ["try { require('node:fs'); } catch (b) {}", 'Nodejs12.16', 'Nodejs14.18', 'node:fs', loaded],
  ["fetch('https://example.com');", 'Nodejs16.13', 'Nodejs18.15', 'fetch', loaded],
  ['structuredClone({});', 'Nodejs16.13', 'Nodejs18.15', 'structuredClone', loaded],
  ['crypto.randomUUID();', 'Nodejs18.15', 'Nodejs20.19', 'crypto', loaded],
  ['[1].at(-1);', 'Nodejs14.18', 'Nodejs18.15', '.at()', loaded],
  ["'a'.replaceAll('a', 'b');", 'Nodejs14.18', 'Nodejs16.13', '.replaceAll()', loaded],
  ["Object.hasOwn({}, 'a');", 'Nodejs14.18', 'Nodejs18.15', 'Object.hasOwn', loaded],
  ['Promise.allSettled([]);', 'Nodejs10.15', 'Nodejs14.18', 'Promise.allSettled', loaded],
];

test.each(later)('%s is told for %s and not for %s', (code, lacks, has, what, error) => {
  const [[text, said] = [], ...others] = toldOf(code, lacks).filter(
    ([, one]) => one !== undefined || error === loaded,
  );
  expect(text).toBe(`${what} at index.js:1`);
  if (error === undefined) expect(said).toBe(undefined);
  else expect(said).toContain(error);
  expect(others.length).toBeLessThan(2);
  expect(toldOf(code, has)).toEqual([]);
});

test.each([
  ['a name of the code’s own', "const fetch = require('node-fetch');\nfetch('https://example.com');"],
  ['a name of a module', "const _ = require('lodash');\n_.flatMap([]); _.union([]);"],
  ['a parameter', 'exports.a = (crypto) => crypto.randomUUID();'],
  ['a method of its own', 'class A { at() { return 1; } }\nnew A().at();'],
  ['what is looked for first', "if (typeof structuredClone === 'function') structuredClone({});"],
  ['a member of another object', "const undici = require('undici');\nundici.fetch('https://example.com');"],
  ['a key', 'exports.a = { fetch: 1, crypto: 2 };'],
  ['what a polyfill brings', "require('core-js/stable');\n[1].at(-1);"],
  ['async functions', 'exports.a = async () => ({ ...exports });'],
])('%s is not told', (_what, code) => {
  expect(toldOf(code, 'Nodejs10.15')).toEqual([]);
});

test('files of the function are looked at, those of packages are not', () => {
  const told = toldOf(
    {
      'index.js': "require('./lib/a'); require('p');\nexports.main_handler = async () => 1;",
      'lib/a.js': "'use strict';\nexports.b = exports?.c;",
      'node_modules/p/index.js': 'exports.b = exports?.c;',
    },
    'Nodejs12.16',
  );
  expect(told).toEqual([['a?.b at lib/a.js:2', "SyntaxError: Unexpected token '.'"]]);
});
