import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { oneLine, printable } from '../../cli/shared/printable.js';
import { type CliResult, runCli, temporaryDirectory } from './runCli.js';

/** Turns the rest of a line red, rings, goes back to its start and turns it round. */
const nasty = 'a\u001b[31m\u0007\r\u202eb\u009b2J';
const timer = { Type: 'Timer', TriggerName: nasty, Time: 'now', Message: nasty };
const raw = /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

const handler = `exports[${JSON.stringify(nasty)}] = exports.main_handler = async (event) => {
  console.log(${JSON.stringify(nasty)});
  if (event.Message !== undefined) throw new Error(${JSON.stringify(nasty)} + event.Message);
  return ${JSON.stringify(nasty)};
};
`;

/** A project in which all names and values are such. */
function project(): string {
  const cwd = temporaryDirectory();
  const folder = join(cwd, `dir ${nasty}`);
  mkdirSync(folder);
  writeFileSync(join(cwd, `${nasty}.json`), JSON.stringify(timer));
  writeFileSync(join(folder, `${nasty}.json`), JSON.stringify({ ...timer, [nasty]: nasty }));
  writeFileSync(join(folder, 'broken.json'), `{"${nasty}`);
  writeFileSync(join(cwd, 'index.js'), handler);
  writeFileSync(join(cwd, `${nasty}.js`), handler);
  writeFileSync(
    join(cwd, 'fuzzed.js'),
    `exports.main_handler = async (event) => (event.Message === '' ? {} : null)[${JSON.stringify(nasty)}];`,
  );
  writeFileSync(join(cwd, 'secret.json'), JSON.stringify({ password: `${nasty}${nasty}` }));
  writeFileSync(
    join(cwd, 'trigger.json'),
    JSON.stringify([{ Type: 'ckafka', TriggerName: nasty, TriggerDesc: { topic: nasty } }]),
  );
  writeFileSync(
    join(cwd, 'serverless.yml'),
    `handler: index.main_handler\nevents:\n  - ${JSON.stringify(nasty)}: { parameters: { name: ${JSON.stringify(nasty)} } }\n`,
  );
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ name: nasty, scripts: { a: nasty } }, null, 2));
  return cwd;
}

const inDirectory = `dir ${nasty}`;

describe('nothing that moves a cursor or turns a line round reaches a terminal raw', () => {
  test.each([
    [['check', `${nasty}.json`, inDirectory], 1],
    [['check', '--json', '--strict', inDirectory], 1],
    [['check', '--kind', nasty, '.'], 2],
    [['explain', `${nasty}.json`], 0],
    [['explain', `${nasty}.txt`], 2],
    [['import', `${nasty}.json`, `${inDirectory}/${nasty}.json`, '--out', `out ${nasty}`], 0],
    [['import', '--json', `${nasty}.json`], 0],
    [['lint-secrets', '.'], 1],
    [['lint-secrets', '--json', '.'], 1],
    [['invoke', './index.js#main_handler', `${nasty}.json`], 1],
    [['invoke', '--json', './index.js#main_handler', `${nasty}.json`], 1],
    [['invoke', `./index.js#${nasty}`, '--kind', 'ckafka'], 0],
    [['invoke', `./${nasty}.js#${nasty}2`, '--kind', 'ckafka'], 2],
    [['fuzz', './fuzzed.js#main_handler', '--trigger', 'timer', '--runs', '1'], 1],
    [['fuzz', './fuzzed.js#main_handler', '--trigger', 'timer', '--runs', '1', '--report', 'json'], 1],
    [['fuzz', './fuzzed.js#main_handler', '--trigger', 'timer', '--runs', '1', '--report', 'junit'], 1],
    [['fuzz', `./${nasty}.js#main_handler`, '--trigger', nasty], 2],
    [['replay', nasty], 2],
    [['trigger', 'check', 'trigger.json'], 1],
    [['trigger', 'check', 'serverless.yml', '--events', inDirectory], 1],
    [['gen', 'timer', '--set', `Message=${nasty}`, '--out', '-'], 0],
    [['gen', 'timer', '--set', `${nasty}=1`, '--out', '-'], 2],
    [['gen', 'timer', '--seed', nasty, '--out', `out ${nasty}`], 0],
    [['gen', nasty], 2],
    [['list', nasty], 2],
    [['cron', nasty], 1],
    [['cron', '0 0 9 * * * *', '--name', nasty, '--message', nasty], 0],
    [['cron', '--json', '0 0 9 * * * *', '--name', nasty], 0],
    [['init', `./${nasty}.js`, '--kind', 'timer', '--dry-run'], 0],
    [['init', './index.js#main_handler', '--kind', 'timer', '--dry-run'], 0],
    [['explore', '--site', nasty, '--no-open'], 2],
    [['completion', nasty], 2],
    [['complete', '--', 'check', ''], 0],
    [[nasty], 2],
    [['check', `--${nasty}`], 2],
  ])('by %j', async (args, exitCode) => {
    const result = await runCli(args, { cwd: project(), isTerminal: true });
    expect(raw.exec(`${result.stdout}${result.stderr}`)).toBeNull();
    expect(result.exitCode).toBe(exitCode);
  });

  test('by replay of what fuzz has stored', async () => {
    const cwd = project();
    await runCli(['fuzz', './fuzzed.js#main_handler', '--trigger', 'timer', '--runs', '1'], { cwd });
    const { stdout, exitCode } = await runCli(['replay', '--all'], { cwd, isTerminal: true });
    expect([exitCode, raw.exec(stdout)]).toEqual([1, null]);
    expect(stdout).toContain('\\u001b');
  });

  test('by serve', async () => {
    const end = new AbortController();
    const cwd = project();
    const args = ['serve', `./index.js#${nasty}`, '--port', '0'];
    const serving = runCli(args, { cwd, isTerminal: true, signal: end.signal });
    setTimeout(() => end.abort(), 1500);
    const result: CliResult = await serving;
    expect(result.stderr).toContain('Serving ./index.js#a\\u001b[31m');
    expect(raw.exec(`${result.stdout}${result.stderr}`)).toBeNull();
  });
});

test('events for other programs keep their bytes', async () => {
  const args = ['gen', 'timer', '--set', 'Message=\u202eb', '--out', '-'];
  expect((await runCli(args)).stdout).toContain('"Message":"\u202eb"');
  const shown = (await runCli(args, { isTerminal: true })).stdout;
  expect(shown).toContain('"Message":"\\u202eb"');
  expect(JSON.parse(shown)).toMatchObject({ Message: '\u202eb' });
});

test.each([
  ['tabs and lines', 'a\tb\n', 'a\tb\n'],
  ['Chinese, accents and emoji', '你好 é 👨‍👩‍👧 😀', '你好 é 👨‍👩‍👧 😀'],
  ['escape', '\u001b[2J', '\\u001b[2J'],
  ['a bell', '\u0007', '\\u0007'],
  ['a carriage return', 'a\rb', 'a\\u000db'],
  ['a C1 control', '\u009b', '\\u009b'],
  ['an override of direction', '\u202e', '\\u202e'],
  ['an isolate', '\u2066\u2069', '\\u2066\\u2069'],
  ['a line separator', '\u2028', '\\u2028'],
])('%s as a terminal gets it', (_what, text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('a name that others choose stays on its line', () => {
  expect(oneLine('a\nb\u001b')).toBe('a\\u000ab\\u001b');
});
