import { expect, test } from 'vitest';
import { packageWithout } from '../../src/fuzz/play/missingPackage.js';
import { Exercise } from '../../src/fuzz/search/exercise.js';
import { timer } from '../../src/index.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

const ofRequire = (name: string) => `Cannot find module '${name}'\nRequire stack:\n- /var/user/index.js`;
const failed = (name: string, message: string, statusCode = 443) =>
  ({ outcome: { ok: false, statusCode, error: { name, message, isError: true } } }) as never;

test.each<readonly [name: string, message: string, missing: string | undefined]>([
  ['Error', ofRequire('puppeteer'), 'puppeteer'],
  ['Error', ofRequire('@scope/part/lib/deep.js'), '@scope/part'],
  ['Error', "Cannot find package 'got' imported from /var/user/index.mjs", 'got'],
  ['ModuleNotFoundError', "No module named 'PIL.Image'", 'PIL'],
  ['Error', ofRequire('./helper'), undefined],
  ['Error', ofRequire('/var/user/helper.js'), undefined],
  ['Error', "Cannot find module 'for tax'", undefined],
  ['ImportError', "No module named 'PIL'", undefined],
])('%s: %j says that %s is not installed', (name, message, missing) => {
  expect(packageWithout(failed(name, message))?.name).toBe(missing);
  expect(packageWithout(failed(name, message, 430))?.name).toBe(missing);
});

test('a function that lacks a package was not tried, and is told how to be', () => {
  const exercise = new Exercise({ isAnswerRead: false });
  const invocation = { ...(failed('Error', ofRequire('puppeteer')) as object), calls: [] };
  for (let number = 0; number < 20; number++)
    exercise.add({ invocations: [invocation], calls: [], loadCalls: [] } as never);
  expect(exercise.weakness({ isCutShort: false })).toEqual([
    'The handler failed on 20 of 20 events for want of the package puppeteer, which is not installed here: npm i --no-save puppeteer. It may be in a layer on the platform, or come with the runtime, which is not tried here.',
  ]);
});

test.each<readonly [name: string, oracles: readonly string[]]>([
  ['puppeteer', []],
  ['./helper', ['crash']],
])('a handler that cannot find %j is accused by %j', async (name, oracles) => {
  const { failures, weakness } = await findUnshrunk(
    () => async () => {
      const error = Object.assign(new Error(ofRequire(name)), { code: 'MODULE_NOT_FOUND' });
      error.stack = `Error: ${error.message}\n    at Module._resolveFilename (node:internal/modules/cjs/loader:1207:15)`;
      throw error;
    },
    { trigger: timer, runs: 3, learn: false, edges: false, oracles: onlyOracles('crash') },
  );
  expect(failures.map(({ oracle }) => oracle)).toEqual(oracles);
  if (oracles.length === 0) expect(weakness.join()).toContain('npm i --no-save puppeteer');
});
