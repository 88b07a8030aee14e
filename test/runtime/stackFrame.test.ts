import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fuzzReport } from '../../src/fuzz/index.js';
import { timer } from '../../src/index.js';
import { invoke } from '../../src/runtime/index.js';
import { findHandler, loadHandler } from '../../src/runtime/loadHandler.js';
import { stackFrameOf } from '../../src/runtime/stackFrame.js';
import { temporaryDirectory } from '../cli/runCli.js';
import { onlyOracles } from '../fuzz/onlyOracles.js';

const odd = '/tmp/x y (试)/scf 固件 100%';
const oddUrl = 'file:///tmp/x%20y%20(%E8%AF%95)/scf%20%E5%9B%BA%E4%BB%B6%20100%25';

test.each([
  ['at handler (/srv/a.js:1:2)', 'handler', '/srv/a.js', 1, 2],
  ['    at /srv/a.js:10:20', '', '/srv/a.js', 10, 20],
  [`at handler (${odd}/a.js:1:2)`, 'handler', `${odd}/a.js`, 1, 2],
  [`at ${odd}/a.js:1:2`, '', `${odd}/a.js`, 1, 2],
  [`at handler (${oddUrl}/a.mjs:1:2)`, 'handler', `${odd}/a.mjs`, 1, 2],
  [`at ${oddUrl}/a.mjs:1:2`, '', `${odd}/a.mjs`, 1, 2],
  [`at async ${oddUrl}/a.mjs:1:2`, 'async', `${odd}/a.mjs`, 1, 2],
  [`at async ${odd}/a.js:1:2`, 'async', `${odd}/a.js`, 1, 2],
  [`at async handler (${odd}/a.js:1:2)`, 'async handler', `${odd}/a.js`, 1, 2],
  [`at new Job (${odd}/a.js:1:2)`, 'new Job', `${odd}/a.js`, 1, 2],
  [`at Object.run [as main_handler] (${odd}/a.js:1:2)`, 'Object.run [as main_handler]', `${odd}/a.js`, 1, 2],
  [`at Object.<anonymous> (${odd}/a.js:1:2)`, 'Object.<anonymous>', `${odd}/a.js`, 1, 2],
  [`at Object.f (old) (${odd}/a.js:1:2)`, 'Object.f (old)', `${odd}/a.js`, 1, 2],
  [`at handler (${oddUrl}/a.mjs?instance=1:3:4)`, 'handler', `${odd}/a.mjs`, 3, 4],
  [`at async ${oddUrl}/a.mjs?instance=12:3:4`, 'async', `${odd}/a.mjs`, 3, 4],
  ['at /srv/a(1).js:1:2', '', '/srv/a(1).js', 1, 2],
  ['at handler (/srv/a:b.js:1:2)', 'handler', '/srv/a:b.js', 1, 2],
  ['at handler (C:\\x y (1)\\a.js:1:2)', 'handler', 'C:\\x y (1)\\a.js', 1, 2],
  ['at C:\\x y (1)\\a.js:1:2', '', 'C:\\x y (1)\\a.js', 1, 2],
  ['at readFileSync (node:fs:435:20)', 'readFileSync', 'node:fs', 435, 20],
  ['at node:internal/main/run_main_module:28:49', '', 'node:internal/main/run_main_module', 28, 49],
  ['at scf-fixtures-start.js:1:11', '', 'scf-fixtures-start.js', 1, 11],
  ['at handler (a%2Fb.js:1:2)', 'handler', 'a%2Fb.js', 1, 2],
  ['at handler (file:///a%2Fb.js:1:2)', 'handler', 'file:///a%2Fb.js', 1, 2],
  [`at eval (eval at handler (${odd}/a.js:3:5), <anonymous>:1:7)`, 'eval', `${odd}/a.js`, 3, 5],
  [
    `at eval (eval at run (eval at handler (${oddUrl}/a.mjs?instance=1:3:5), <anonymous>:1:1), <anonymous>:1:7)`,
    'eval',
    `${odd}/a.mjs`,
    3,
    5,
  ],
] as const)('reads %s', (text, name, file, line, column) => {
  expect(stackFrameOf(text)).toEqual({ name, file, line, column });
});

test.each([
  'at JSON.parse (<anonymous>)',
  'at async Promise.all (index 0)',
  'at Array.map (native)',
  'at <anonymous>:1:2',
  'at eval (eval at <anonymous> (<anonymous>:1:1), <anonymous>:1:7)',
  'RangeError: at least 1 (/srv/a.js:1:2)',
  '',
])('finds no file in %s', (text) => {
  expect(stackFrameOf(text)).toBeUndefined();
});

describe('a handler in a folder with blanks, brackets and Chinese', () => {
  const code = (exported: string) =>
    `${exported} = async (event) => { if (event.TriggerName) throw new RangeError('no such job'); };\n`;
  const broken = (exported: string) => `${exported} = async (event) => event.No.where;\n`;

  const written = (name: string, text: string): string => {
    const folder = join(temporaryDirectory(), 'x y (试)', 'scf 固件 100%');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
    return folder;
  };
  const fuzzed = (cwd: string, name: string) =>
    fuzzReport(`./${name}#main_handler`, {
      trigger: timer,
      runs: 3,
      store: false,
      cwd,
      oracles: onlyOracles('crash'),
    });

  test.each([
    ['index.js', 'exports.main_handler'],
    ['index.mjs', 'export const main_handler'],
  ])('may throw an error of its own: %s', async (name, exported) => {
    const { failures } = await fuzzed(written(name, code(exported)), name);
    expect(failures.filter(({ oracle }) => oracle === 'crash')).toEqual([]);
  });

  test.each([
    ['index.js', 'exports.main_handler', 'TypeError exports.main_handler (index.js:1:50)'],
    ['index.mjs', 'export const main_handler', 'TypeError main_handler (index.mjs:1:55)'],
  ])('breaks at a place that is named without the folder: %s', async (name, exported, what) => {
    const { failures } = await fuzzed(written(name, broken(exported)), name);
    expect(failures.filter(({ oracle }) => oracle === 'crash').map((failure) => failure.what)).toEqual([
      what,
    ]);
  });

  test('leaves work that is told with its place', async () => {
    const text = "exports.main_handler = async () => { setTimeout(() => {}, 1); return 'early'; };\n";
    const cwd = written('index.js', text);
    const { lateWork } = await invoke(await loadHandler(findHandler('index.main_handler', cwd), 0), {});
    expect(lateWork.map(({ kind, at }) => [kind, at])).toEqual([
      ['timer', expect.stringContaining(`${cwd}/index.js:1:38`)],
    ]);
  });
});
