import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fuzzReport } from '../../src/fuzz/index.js';
import { timer } from '../../src/index.js';
import { temporaryDirectory } from '../cli/runCli.js';

const broken = () => async (event: { Message: string }) => JSON.parse(event.Message).job;
const optionsIn = (cwd: string) => ({ trigger: timer, name: 'a.main', cwd, runs: 3, learn: false });

function storedIn(cwd: string): string[] {
  const root = join(cwd, '.scf-fixtures', 'failures');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(root, name));
}

test('a failure is in the store as soon as it is found, and shrunk there in the end', async () => {
  const cwd = temporaryDirectory();
  const early: string[][] = [];
  const { storedAt } = await fuzzReport(broken, {
    ...optionsIn(cwd),
    journal: { begin: () => {}, call: () => {}, find: () => early.push(storedIn(cwd)) },
  });
  expect(early[0]?.length).toBe(1);
  expect(storedIn(cwd).length).toBe(storedAt.length);
});

test('a store that cannot be written costs no finding', async () => {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, '.scf-fixtures'), 'a file');
  const { failures, storedAt, text } = await fuzzReport(broken, optionsIn(cwd));
  expect(failures.length).toBeGreaterThan(0);
  expect(new Set(storedAt)).toEqual(new Set([undefined]));
  expect(text).toMatch(/Note: Failures are not kept: .*\.scf-fixtures/);
});

test.each([
  ['no JSON', 'halved {', 'holds no failure that this version can read'],
  ['another version', '{"version":9}', 'holds no failure that this version can read'],
  ['a delivery without steps', { case: { event: {}, delivery: {} } }, 'holds no failure that'],
  ['an oracle of another version', { oracle: 'of-tomorrow' }, 'the oracle "of-tomorrow" was not asked'],
  ['a property that is not given', { oracle: 'property' }, 'the oracle "property" was not asked'],
])('a stored failure with %s is kept and told', async (_what, change, note) => {
  const cwd = temporaryDirectory();
  await fuzzReport(broken, optionsIn(cwd));
  const [path] = storedIn(cwd) as [string];
  const other = join(dirname(path), 'other.json');
  const text =
    typeof change === 'string'
      ? change
      : JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change });
  mkdirSync(dirname(other), { recursive: true });
  writeFileSync(other, text);
  const mended = await fuzzReport(() => async () => null, optionsIn(cwd));
  expect(mended.dropped).not.toContain(other);
  expect(mended.warnings.join('\n')).toMatch(new RegExp(`other\\.json .*${note}`));
  expect(storedIn(cwd)).toEqual([other]);
  expect(readFileSync(other, 'utf8')).toBe(text);
});
