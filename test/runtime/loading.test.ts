import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Misuse } from '../../src/kernel/misuse.js';
import { createInstance, type InstanceOptions, invoke } from '../../src/runtime/index.js';

let cwd = '';
const files: Readonly<Record<string, string>> = {
  'index.js':
    'exports.main_handler = async () => "js"; exports.other = async () => 1; exports.text = "no function";',
  'function.js':
    'module.exports = { main_handler: (event, context, callback) => callback(null, "function") };',
  'module.mjs': 'export const main_handler = async () => "mjs";',
  'detected.js': 'export const main_handler = async () => "an ES module by its syntax";',
  'topAwait.js': 'const x = await Promise.resolve("awaited"); export const main_handler = async () => x;',
  'syntax.mjs': 'export const main_handler = async () => {\n  return 1 +;\n};\n',
  'syntax.cjs': 'exports.main_handler = async () => {\n  return 1 +;\n};\n',
  'consumer.go': 'package main\n',
  'commonjs/package.json': '{ "type": "commonjs" }',
  'commonjs/imports.js': 'import "node:fs";\nexport const main_handler = async () => 1;\n',
  'commonjs/exports.js': 'export const main_handler = async () => 1;\n',
  'importsSyntax.mjs': 'import "./syntax.mjs";\nexport const main_handler = async () => 1;\n',
  'throws.js': 'throw new RangeError("broken at load");',
  'throwsText.mjs': 'throw "a text at load";',
  'missing.js': 'require("a-module-that-is-not-installed");',
  'state.js': 'exports.calls = 0;',
  'stateful.js': 'const state = require("./state.js"); exports.main_handler = async () => ++state.calls;',
  'node_modules/registry/index.js':
    'const names = new Set(); exports.add = (name) => { if (names.has(name)) throw new Error("registered twice"); names.add(name); };',
  'node_modules/counting/index.js': 'let loads = 0; exports.next = () => ++loads;',
  'node_modules/mongoose/index.js': 'exports.connection = undefined;',
  'registers.js':
    'require("registry").add("order"); const { next } = require("counting"); exports.main_handler = async () => next();',
  'shares.js': 'const { next } = require("counting"); exports.main_handler = async () => next();',
  'connects.js':
    'const one = require("mongoose"); exports.main_handler = async () => [one.connection, (one.connection = "kept")];',
  'deep.v2.js': 'exports.main_handler = async () => "a dot in the name";',
};

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'scf-fixtures-loading-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function misuse(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Misuse) return `${error.code}: ${error.message}`.replaceAll(cwd, '/app');
    throw error;
  }
  return 'nothing was thrown';
}

describe.each(['none', 'worker'] as const)('loading with isolation %s', (isolation) => {
  const load = (handler: string, options: InstanceOptions = {}) =>
    invoke(handler, {}, { cwd, isolation, ...options });

  test.for([
    ['index.main_handler', 'js'],
    ['./index.main_handler', 'js'],
    ['./index.js#main_handler', 'js'],
    ['function.main_handler', 'function'],
    ['module.main_handler', 'mjs'],
    ['detected.main_handler', 'an ES module by its syntax'],
    ['topAwait.main_handler', 'awaited'],
    ['deep.v2.main_handler', 'a dot in the name'],
  ])('finds %s', async ([handler = '', result]) => {
    expect(await load(handler)).toMatchObject({ statusCode: 200, result });
  });

  test('tells what is missing', async () => {
    expect(await misuse(() => load('nothing.main_handler'))).toMatchInlineSnapshot(
      `"HANDLER_FILE_NOT_FOUND: Cannot invoke nothing.main_handler: there is no file /app/nothing.js (or .mjs, .cjs). Write the path of the handler's file without its extension, a dot and the name of the export, such as src/index.main_handler."`,
    );
    expect(await misuse(() => load('./none.cjs#main_handler'))).toContain(
      'there is no file /app/none.cjs. Write',
    );
    expect(await misuse(() => load('index.mian_handler'))).toMatchInlineSnapshot(
      `"HANDLER_EXPORT_NOT_FOUND: Cannot invoke index.mian_handler: index.js was loaded, but it has no export mian_handler. It exports main_handler, other: write index.main_handler."`,
    );
    expect(await misuse(() => load('index.text'))).toMatchInlineSnapshot(
      `"HANDLER_EXPORT_NOT_FOUND: Cannot invoke index.text: index.js was loaded, but its export text is no function. It exports main_handler, other: write index.main_handler."`,
    );
    expect(await misuse(() => load('main_handler'))).toMatchInlineSnapshot(
      `"HANDLER_SPEC: Cannot invoke "main_handler": it names no file and export. Write path/index.main_handler or ./path/file.js#main_handler."`,
    );
    expect(await misuse(() => load('./src/index'))).toMatchInlineSnapshot(
      `"HANDLER_SPEC: Cannot invoke "./src/index": there is no such file or folder. Write path/index.main_handler or ./path/file.js#main_handler."`,
    );
  });

  test('tells what cannot be read', async () => {
    expect(await misuse(() => load('syntax.cjs#main_handler'))).toMatchInlineSnapshot(
      `"HANDLER_SYNTAX: Cannot invoke syntax.cjs#main_handler: syntax.cjs, line 2 has a syntax error: Unexpected token ';'. Mend it; node --check /app/syntax.cjs shows the place."`,
    );
    expect(await misuse(() => load('syntax.mjs#main_handler'))).toMatchInlineSnapshot(
      `"HANDLER_SYNTAX: Cannot invoke syntax.mjs#main_handler: syntax.mjs, line 2 has a syntax error: Unexpected token ';'. Mend it; node --check /app/syntax.mjs shows the place."`,
    );
    for (const spec of ['consumer.main_handler', './consumer.go#main_handler']) {
      expect(await misuse(() => load(spec))).toBe(
        `HANDLER_LANGUAGE: Cannot invoke ${spec}: consumer.go is no JavaScript. Test it in its own language with events that scf-fixtures gen writes, or name a JavaScript handler that starts it.`,
      );
    }
    // In this process Vitest would load it as an ES module.
    for (const [name, line, problem] of [
      ['imports', 1, 'Cannot use import statement outside a module'],
      ['exports', 1, "Unexpected token 'export'"],
    ]) {
      expect(await misuse(() => load(`commonjs/${name}.main_handler`, { isolation: 'worker' }))).toBe(
        `HANDLER_SYNTAX: Cannot invoke commonjs/${name}.main_handler: ${name}.js, line ${line} has a syntax error: ${problem}. It is written as an ES module, which SCF does not load up to Node 18.15: build it to CommonJS, or name it ${name}.mjs for a later one.`,
      );
    }
    expect(await load('importsSyntax.main_handler')).toMatchObject({ statusCode: 443 });
  });

  test('makes an error of the module an outcome', async () => {
    expect(await load('throws.main_handler')).toMatchObject({
      statusCode: 443,
      status: 'UserCodeError',
      error: { name: 'RangeError', message: 'broken at load' },
      body: { errorCode: 1, statusCode: 443 },
    });
    expect(await load('throwsText.main_handler')).toMatchObject({
      statusCode: 443,
      error: { name: 'string', message: 'a text at load', isError: false },
    });
    expect(await load('missing.main_handler')).toMatchObject({
      statusCode: 443,
      error: { message: expect.stringContaining("Cannot find module 'a-module-that-is-not-installed'") },
    });
  });

  test('answers as the platform does when deployed', async () => {
    expect(await load('nothing.main_handler', { deployed: true })).toMatchObject({
      statusCode: 437,
      body: { errorCode: -1, errorMessage: 'HandlerNotFound', statusCode: 437 },
    });
    expect(await load('index.mian_handler', { deployed: true })).toMatchObject({ statusCode: 437 });
    expect(await load('syntax.cjs#main_handler', { deployed: true })).toMatchObject({
      statusCode: 443,
      error: { name: 'SyntaxError' },
    });
  });

  test('reloads a module and what it requires for a cold start, and keeps it warm otherwise', async () => {
    expect(await load('stateful.main_handler')).toMatchObject({ cold: true, result: 1 });
    expect(await load('stateful.main_handler')).toMatchObject({ cold: true, result: 1 });
    const instance = createInstance('stateful.main_handler', { cwd, isolation });
    expect(await instance.invoke({})).toMatchObject({ cold: true, result: 1 });
    expect(await instance.invoke({})).toMatchObject({ cold: false, result: 2 });
    await instance.close();
    expect(await instance.invoke({})).toMatchObject({ cold: true, result: 1 });
    await instance.close();
  });

  test('loads packages again that take what a handler registers once, or that keep its connection', async () => {
    for (let start = 0; start < 3; start++)
      expect(await load('registers.main_handler')).toMatchObject({ cold: true });
    const [first, second] = [await load('connects.main_handler'), await load('connects.main_handler')];
    expect([first, second]).toMatchObject([{ result: [null, 'kept'] }, { result: [null, 'kept'] }]);
    await load('shares.main_handler');
    const { result } = (await load('shares.main_handler')) as { result: number };
    // Others are shared by the instances of a process.
    if (isolation === 'none') expect(result).toBeGreaterThan(1);
  });

  test.for<[string, unknown]>([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a BigInt', { n: 1n }],
    ['a Map', new Map()],
    ['a Promise', Promise.resolve({})],
    ['a Date', new Date(0)],
    ['a Buffer', Buffer.from('{}')],
    ['NaN', Number.NaN],
  ])('refuses %s as an event', async ([_name, event]) => {
    const told = await misuse(() => invoke('index.main_handler', event, { cwd, isolation }));
    expect(told).toMatch(/^EVENT_NOT_JSON: Cannot invoke a handler with this event: .+\. Give a value/);
  });
});

describe('misuse', () => {
  test('is told in one sentence', async () => {
    const handler = async () => 1;
    expect(await misuse(() => invoke(handler, new Map()))).toMatchInlineSnapshot(
      `"EVENT_NOT_JSON: Cannot invoke a handler with this event: an object is no JSON. Give a value that JSON can hold, such as sample(timer)."`,
    );
    expect(await misuse(() => invoke(handler, {}, { isolation: 'worker' }))).toMatchInlineSnapshot(
      `"FUNCTION_IN_WORKER: Cannot run a function in a worker: functions do not travel between threads. Give the path of its file, such as src/index.main_handler."`,
    );
    expect(await misuse(() => invoke(handler, {}, { timeoutMs: 0 }))).toMatchInlineSnapshot(
      `"INVALID_LIMIT: Cannot invoke with timeoutMs 0 (a number): it is no positive number below 2^31. Give milliseconds for timeoutMs, MB for memoryMb."`,
    );
    expect(await misuse(() => invoke(handler, {}, { memoryMb: Number.NaN }))).toMatchInlineSnapshot(
      `"INVALID_LIMIT: Cannot invoke with memoryMb NaN (a number): it is no positive number below 2^31. Give milliseconds for timeoutMs, MB for memoryMb."`,
    );
    expect(await misuse(async () => invoke(undefined as never, {}))).toMatchInlineSnapshot(
      `"NOT_A_HANDLER: Cannot invoke nothing: it is no handler. Give a function, a path such as src/index.main_handler, or { factory }."`,
    );
    const instance = createInstance(handler);
    expect(await misuse(() => Promise.all([instance.invoke({}), instance.invoke({})]))).toMatchInlineSnapshot(
      `"INSTANCE_BUSY: Cannot invoke a second event in this instance: it still handles another, and an SCF instance handles one at a time. Await the first, or make another instance."`,
    );
    expect(await misuse(() => invoke(async () => 2, {}, { instance }))).toMatchInlineSnapshot(
      `"INSTANCE_OF_ANOTHER_HANDLER: Cannot invoke a function in this instance: it was made for a function. Make an instance for each handler: createInstance(handler)."`,
    );
  });
});
