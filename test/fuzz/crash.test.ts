import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fuzzReport } from '../../src/fuzz/index.js';
import { cmq, type TimerEvent, timer } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { onlyOracles } from './onlyOracles.js';

const options = {
  trigger: timer,
  store: false,
  runs: casesToTry(2, 5),
  oracles: onlyOracles('crash'),
} as const;

test('an error of the engine that a handler makes itself is its answer', async () => {
  const refuses = () => async (event: TimerEvent) => {
    if (event.Message !== 'all') throw new TypeError(`Message must be "all", not ${event.Message}`);
    return 1;
  };
  expect((await fuzzReport(refuses, options)).failures).toEqual([]);
});

test('so it is in a file, and the next error in the same line is none', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'scf-crash-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  writeFileSync(
    join(cwd, 'index.mjs'),
    `const check = (value) => { if (value === undefined) throw new RangeError('no job'); };
export const made = async (event) => { check(event.job); };
export const found = async (event) => { if (event.job.name === '') throw new TypeError('no name'); };
`,
  );
  expect((await fuzzReport('./index.mjs#made', { ...options, cwd })).failures).toEqual([]);
  const { failures } = await fuzzReport('./index.mjs#found', { ...options, cwd });
  expect(failures.map(({ oracle, what }) => [oracle, what.split(' ')[0]])).toEqual([['crash', 'TypeError']]);
});

test('an error that is thrown on purpose while the code is loaded proves little, any other is told', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'scf-crash-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const loaded = async (line: string) => {
    writeFileSync(join(cwd, 'index.cjs'), `${line}\nexports.main_handler = async () => 1;`);
    const { failures, verdict, weakness } = await fuzzReport('./index.cjs#main_handler', { ...options, cwd });
    return [verdict, failures.map(({ what }) => what), weakness.join()];
  };
  expect(await loaded("throw new Error('DATABASE_URL is not set');")).toEqual([
    'proves-little',
    [],
    expect.stringContaining('mostly Error: DATABASE_URL is not set'),
  ]);
  expect(await loaded('undefined.client();')).toEqual(['broken', ['load TypeError'], '']);
  expect(await loaded("require('./none.cjs');")).toEqual(['broken', ['load Error'], '']);
});

test('what a request holds is noted with all its digits, and half a character is nobody’s loss', async () => {
  const passesOn =
    () => async (event: { Records: readonly { CMQ: { msgId: string; msgBody: string } }[] }) => {
      for (const { CMQ } of event.Records) {
        const address = `https://api.example.com/${encodeURIComponent(CMQ.msgId)}`;
        const answer = await fetch(address, { method: 'PUT', body: CMQ.msgBody });
        if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      }
    };
  const { failures } = await fuzzReport(passesOn, {
    trigger: cmq,
    store: false,
    runs: casesToTry(5, 20),
    oracles: onlyOracles('lost-value', 'inexact-number', 'cut-text', 'garbled-text'),
  });
  expect(failures).toEqual([]);
});
