import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { defaultStore, openStore, readStored, storedFailures } from '../../src/fuzz/report/failureStore.js';
import type { Failure } from '../../src/fuzz/search/result.js';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'scf-store-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const failureOf = (what: string, event: unknown = { a: 1 }) =>
  ({ oracle: 'crash', what, detail: 'Here.', run: 4, case: { event } }) as unknown as Failure<unknown>;

test('a failure is a file of its own, of which nothing is left half-written', () => {
  const root = folder();
  const store = openStore(root, 'index.main_handler');
  const path = store.keep('timer', 'a seed', failureOf('x'));
  expect(path).toBe(relative('', join(store.folder, basename(path))));
  expect(basename(path)).toMatch(/^crash-[\da-f]{10}\.json$/);
  expect(readdirSync(store.folder)).toEqual([basename(path)]);
  const text = readFileSync(path, 'utf8');
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  expect(JSON.parse(text)).toEqual({
    version: 1,
    subject: 'index.main_handler',
    trigger: 'timer',
    oracle: 'crash',
    what: 'x',
    detail: 'Here.',
    foundWith: { seed: 'a seed', case: 4 },
    case: { event: { a: 1 } },
  });
  store.drop(path);
  store.drop(path);
  expect(readdirSync(store.folder)).toEqual([]);
});

test('the same failure has the same file, and another one another', () => {
  const store = openStore(folder(), 'a');
  const keep = (failure: Failure<unknown>) => store.keep('timer', 1, failure);
  const path = keep(failureOf('x'));
  expect(keep({ ...failureOf('x'), detail: 'There.', run: 9 })).toBe(path);
  const others = [failureOf('y'), failureOf('x', { a: 2 }), { ...failureOf('x'), oracle: 'late-work' }].map(
    keep,
  );
  expect(new Set([path, ...others]).size).toBe(4);
});

test('a store loads what is of its trigger and its handler, in the order of the names', () => {
  const root = folder();
  const store = openStore(root, 'a');
  expect(store.load('timer')).toEqual({ failures: [], unreadable: [] });
  const kept = ['x', 'y', 'z'].map((what) => store.keep('timer', 1, failureOf(what)));
  store.keep('cos', 1, failureOf('x', 'of cos'));
  openStore(root, 'b').keep('timer', 1, failureOf('b'));
  writeFileSync(join(store.folder, 'notes.txt'), 'not ours');
  const { failures: loaded } = store.load('timer');
  expect(loaded.map(({ path }) => relative('', path))).toEqual(kept.toSorted());
  expect(loaded.map(({ stored }) => stored.what).toSorted()).toEqual(['x', 'y', 'z']);
});

test('all failures below a folder are found, whose ever they are', () => {
  const root = folder();
  expect(storedFailures(join(root, 'none'))).toEqual([]);
  for (const name of ['a', 'b']) openStore(root, name).keep('timer', 1, failureOf(`of ${name}`));
  writeFileSync(join(root, 'beside.json'), 'not ours');
  const found = storedFailures(root);
  expect(found.map(({ stored }) => stored.what).toSorted()).toEqual(['of a', 'of b']);
  expect(found.every(({ path }) => path.startsWith(root))).toBe(true);
});

test.each([
  ['index.main_handler', /^index\.main_handler-[\da-f]{6}$/],
  ['src/order/index.js handler', /^src-order-index\.js-handler-[\da-f]{6}$/],
  ['../订单 (1)', /^订单-1-[\da-f]{6}$/],
  ['---', /^handler-[\da-f]{6}$/],
  ['', /^handler-[\da-f]{6}$/],
  [`${'x'.repeat(100)}`, /^x{60}-[\da-f]{6}$/],
])('the folder of %j is named after it', (subject, name) => {
  expect(basename(openStore('/store', subject).folder)).toMatch(name);
});

test('handlers whose names look alike have folders of their own', () => {
  expect(openStore('/store', 'a b').folder).not.toBe(openStore('/store', 'a-b').folder);
});

test.each([
  ['no JSON', '{'],
  ['no object', '[]'],
  ['another version', { version: 2 }],
  ['no oracle', { oracle: undefined }],
  ['no trigger', { trigger: 5 }],
  ['no subject', { subject: null }],
  ['no case', { case: 'a' }],
  ['a case without an event', { case: {} }],
])('a file with %s is told with what to do', (_what, change) => {
  const root = folder();
  const path = join(root, 'a.json');
  const fine = { version: 1, oracle: 'crash', trigger: 'timer', subject: 'a', case: { event: 1 } };
  writeFileSync(path, JSON.stringify(fine));
  expect(readStored(path)).toEqual(fine);
  writeFileSync(path, typeof change === 'string' ? change : JSON.stringify({ ...fine, ...change }));
  const misuse = {
    code: 'BROKEN_FAILURE_FILE',
    message: `Cannot replay ${path}: it holds no failure that this version can read. Take the file from version control again, or delete it.`,
  };
  expect(() => readStored(path)).toThrow(expect.objectContaining(misuse));
  mkdirSync(openStore(root, 'a').folder);
  const broken = join(openStore(root, 'a').folder, 'a.json');
  writeFileSync(broken, '{');
  expect(openStore(root, 'a').load('timer')).toEqual({ failures: [], unreadable: [broken] });
});

test('a file that is not there is told as such', () => {
  expect(() => readStored('none.json')).toThrow(
    expect.objectContaining({
      code: 'BROKEN_FAILURE_FILE',
      message: 'Cannot replay none.json: there is no such file. Name one that fuzzing has stored.',
    }),
  );
  expect(defaultStore).toBe(join('.scf-fixtures', 'failures'));
});
