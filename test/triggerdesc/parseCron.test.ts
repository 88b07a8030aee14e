import { describe, expect, test } from 'vitest';
import { cronFields } from '../../src/domain/cron/cron.js';
import { checkCron, parseCron, readCron } from '../../src/domain/cron/parseCron.js';
import { describeIssue } from '../../src/kernel/issue.js';
import { casesToTry } from '../nightly.js';
import { numbersFrom, randomCron } from './randomCron.js';

/** A field's text, where in it the fault starts, and how long it is. */
const faults: readonly [text: string, at: number, length: number][] = [
  ['-5', 0, 2],
  ['x', 0, 1],
  ['*x', 0, 2],
  ['**', 0, 2],
  ['*5', 0, 2],
  ['1.5', 0, 3],
  ['+1', 0, 2],
  ['9999', 0, 4],
  ['９', 0, 1],
  ['_', 0, 1],
  ['$LATEST', 0, 7],
  ['*/', 2, 0],
  ['*/0', 2, 1],
  ['*/x', 2, 1],
  ['*/-1', 2, 2],
  ['/5', 0, 0],
  ['*/2/3', 3, 2],
  [',', 0, 0],
  ['*,', 2, 0],
  ['*,,*', 2, 0],
  ['*,9999', 2, 4],
  ['*,*,x', 4, 1],
  ['*,-', 2, 1],
  ['*-*', 0, 1],
  ['*/2,*/0', 6, 1],
  ['MONDAYS', 0, 7],
  ['JULY', 0, 4],
  ['H', 0, 1],
  ['NOW', 0, 3],
  ['{5}', 0, 3],
];

describe('a fault is reported at its place', () => {
  const cases = faults.flatMap(([text, at, length]) =>
    cronFields.map((field, index) => ({ text, at, length, field: field.name, index })),
  );

  test(`in all ${cases.length} malformed expressions of one fault`, () => {
    const below = numbersFrom(7);
    expect(cases.length).toBeGreaterThanOrEqual(200);
    for (const { text, at, length, field, index } of cases) {
      const texts = randomCron(below).split(' ');
      texts[index] = text;
      if (texts[3] === '?' && texts[5] === '?') texts[5] = '*';
      const position = texts.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0) + at;
      const errors = checkCron(texts.join(' ')).filter((issue) => issue.severity === 'error');
      expect(errors.length, `${field}: ${text}`).toBeGreaterThan(0);
      expect(errors[0], `${field}: ${text}`).toMatchObject({ field, path: [field], position, length });
      expect(() => parseCron(texts.join(' ')), text).toThrow('Cannot read the cron expression');
    }
  });

  test('one past either end of every field', () => {
    for (const [index, field] of cronFields.entries())
      for (const value of [field.lowest - 1, field.highest + 1]) {
        if (value < 0) continue;
        const texts = ['*', '*', '*', '*', '*', '*', '*'];
        texts[index] = `${field.lowest},${value}`;
        const [issue] = checkCron(texts.join(' '));
        expect(issue).toMatchObject({ field: field.name, position: index * 2 + `${field.lowest},`.length });
      }
  });

  test('in several fields at once, in the order of the fields', () => {
    expect(checkCron('60 0 24 0 13 * 1969').map((issue) => [issue.field, issue.position])).toEqual([
      ['second', 0],
      ['hour', 5],
      ['day', 8],
      ['month', 10],
      ['year', 15],
    ]);
  });
});

const firstLine = (expression: string) => {
  const issues = checkCron(expression);
  const issue = issues.find((each) => each.severity === 'error') ?? issues[0];
  return issue === undefined ? 'fine' : `${issue.position} ${issue.severity}: ${describeIssue(issue)}`;
};

test('the sentence names what is allowed and the likely fix', () => {
  const lines = [
    '',
    '*',
    '0 0 12 * * ?',
    '0 0 12 ? * MON',
    '30 9 1 1 * 2026',
    '* / 5 * * * * *',
    '0 0 9 - 17 * * * *',
    '0 0 0 1 1 * 2026 UTC',
    '@daily',
    '0 0 25 * * * *',
    '0 0 24 * * * *',
    '60 * * * * * *',
    '0 0 0 * * 7 *',
    '0 0 0 * * MON-SUN *',
    '0 0 22-2 * * * *',
    '0 0 0 * JULY * *',
    '0 0 0 * MON * *',
    '0 0 0 * * * 26',
    '0 0 0 * * * 2030-2026',
    '0 ? 0 * * * *',
    '0 0 0 5L * ? *',
    '0 0 0 L-2 * ? *',
    '0 0 0 ? * 2W *',
    '0 0 0 ? * 2#6 *',
    '0 0 0 ? * ? *',
    '0 0 0 * L * *',
    'H 0 0 * * * *',
    '0\t0\t0 * * * *',
    '0 45 0 25 *',
    '0 30 30 2 *',
  ].map((expression) => `${JSON.stringify(expression)} ${firstLine(expression)}`);
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    """ 0 error: expected 7 fields (second minute hour day month week year), or 5 (minute to week) in the legacy syntax, received 0
    "*" 1 error: expected 7 fields (second minute hour day month week year), or 5 (minute to week) in the legacy syntax, received 1
    "0 0 12 * * ?" 12 error: expected 7 fields (second minute hour day month week year), or 5 (minute to week) in the legacy syntax, received 6; the year is missing: write 0 0 12 * * ? *
    "0 0 12 ? * MON" 14 error: expected 7 fields (second minute hour day month week year), or 5 (minute to week) in the legacy syntax, received 6; the year is missing: write 0 0 12 ? * MON *
    "30 9 1 1 * 2026" 15 error: expected 7 fields (second minute hour day month week year), or 5 (minute to week) in the legacy syntax, received 6; the second is missing: write 0 30 9 1 1 * 2026
    "* / 5 * * * * *" 14 error: expected 7 fields (second minute hour day month week year), or 5 (minute to week) in the legacy syntax, received 8; no spaces around / , and -: the year is missing: write */5 * * * * * *
    "0 0 9 - 17 * * * *" 15 error: expected 7 fields (second minute hour day month week year), or 5 (minute to week) in the legacy syntax, received 9; no spaces around / , and -: write 0 0 9-17 * * * *
    "0 0 0 1 1 * 2026 UTC" 17 error: expected 7 fields (second minute hour day month week year), or 5 (minute to week) in the legacy syntax, received 8
    "@daily" 6 error: expected 7 fields (second minute hour day month week year), or 5 (minute to week) in the legacy syntax, received 1; write 0 0 0 * * * *
    "0 0 25 * * * *" 4 error: hour: expected an integer from 0 to 23, received "25"
    "0 0 24 * * * *" 4 error: hour: expected an integer from 0 to 23, received "24"; midnight is 0
    "60 * * * * * *" 0 error: second: expected an integer from 0 to 59, received "60"; the first second is 0
    "0 0 0 * * 7 *" 10 error: week: expected an integer from 0 to 6 or SUN to SAT, received "7"; Sunday is 0 or SUN; in Quartz 7 is Saturday, here 6 or SAT
    "0 0 0 * * MON-SUN *" 10 error: week: expected a range from low to high, received "MON-SUN"; write 1-6,0 to run over the end
    "0 0 22-2 * * * *" 4 error: hour: expected a range from low to high, received "22-2"; write 22-23,0-2 to run over the end
    "0 0 0 * JULY * *" 8 error: month: expected an integer from 1 to 12 or JAN to DEC, received "JULY"; write JUL
    "0 0 0 * MON * *" 8 error: month: expected an integer from 1 to 12 or JAN to DEC, received "MON"; MON belongs into the week field
    "0 0 0 * * * 26" 12 error: year: expected an integer from 1970 to 2099, received "26"; write 2026
    "0 0 0 * * * 2030-2026" 12 error: year: expected a range from low to high, received "2030-2026"; write 2026-2030
    "0 ? 0 * * * *" 2 error: minute: expected an integer from 0 to 59, or , - * /, received "?"; ? is for day and week only; write *
    "0 0 0 5L * ? *" 6 error: day: expected L, LW or a day from 1 to 31 with W behind it, alone in the field, or ?, received "5L"
    "0 0 0 L-2 * ? *" 6 error: day: expected L, LW or a day from 1 to 31 with W behind it, alone in the field, or ?, received "L-2"
    "0 0 0 ? * 2W *" 11 error: week: expected an integer from 0 to 6 or SUN to SAT, or , - * /, received "W"; W is for day only
    "0 0 0 ? * 2#6 *" 10 error: week: expected a weekday with L behind it or # and 1 to 5, alone in the field, or ?, received "2#6"
    "0 0 0 ? * ? *" 10 error: week: expected ? in one of day and week, received "?"; write * for every day
    "0 0 0 * L * *" 8 error: month: expected an integer from 1 to 12 or JAN to DEC, or , - * /, received "L"; L is for day and week only
    "H 0 0 * * * *" 0 error: second: expected an integer from 0 to 59, received "H"; H is known to Jenkins only; write a number
    "0\\t0\\t0 * * * *" 1 error: expected spaces between the fields, received "\\t"; separate the fields with a space each
    "0 45 0 25 *" 2 error: hour: expected an integer from 0 to 23, received "45"
    "0 30 30 2 *" 2 error: hour: expected an integer from 0 to 23, received "30""
  `);
});

test.each([
  ['letters', 'a'.repeat(200_000)],
  ['spaces', `0${' '.repeat(200_000)}0`],
  ['commas', `${','.repeat(20_000)} * * * * * *`],
  ['question marks', `${'?'.repeat(200_000)} * * * * * *`],
  ['digits', `${'9'.repeat(200_000)} * * * * * *`],
])('a very long text of %s is refused like a short one', (_name, text) => {
  expect(readCron(text).cron).toBeUndefined();
});

test('what only one page has is a warning that names the page', () => {
  expect(checkCron('0 0 0 L * ? *').map((issue) => [issue.severity, issue.rule, issue.source])).toEqual([
    ['warning', 'cron/dialect', 'https://cloud.tencent.com/document/product/583/9708'],
    ['warning', 'cron/dialect', 'https://cloud.tencent.com/document/product/583/9708'],
  ]);
  expect(checkCron('0 0 0 L * ? *', { dialect: 'current' })).toEqual([]);
  expect(checkCron('0 0 0 L * * *', { dialect: 'guide' }).map((issue) => issue.severity)).toEqual(['error']);
  expect(checkCron('*/5 * * * *').map((issue) => [issue.severity, issue.rule])).toEqual([
    ['warning', 'cron/legacy'],
  ]);
});

test('weekdays as numbers get a hint, and names none', () => {
  expect(firstLine('0 0 9 * * 1-5 *')).toMatchInlineSnapshot(
    `"10 warning: week: expected names, which cannot be misread, received "1-5"; 0 is Sunday here (MON,TUE,WED,THU,FRI), but 0 was Monday on CloudBase pages and 1 is Sunday in Quartz"`,
  );
  expect(checkCron('0 0 9 * * MON-FRI *')).toEqual([]);
  expect(checkCron('0 0 9 * * */2 *')).toEqual([]);
});

test('a schedule without any second gets a warning and still parses', () => {
  const { cron, issues } = readCron('0 0 0 30 2 * *');
  expect(cron?.expression).toBe('0 0 0 30 2 * *');
  expect(issues.map(describeIssue)).toMatchInlineSnapshot(`
    [
      "day: expected a day that the months and years have, received "30"; this schedule never fires",
    ]
  `);
});

test.each([
  ['*/5 * * * * * *', 'second', [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55]],
  ['* 1/10 * * * * *', 'minute', [1, 11, 21, 31, 41, 51]],
  ['* * 9-17/4 * * * *', 'hour', [9, 13, 17]],
  ['* * 05,007 * * * *', 'hour', [5, 7]],
  ['* * * 30/1 * * *', 'day', [30, 31]],
  ['* * * * jan,Mar-MAY,12 * *', 'month', [1, 3, 4, 5, 12]],
  ['* * * * * mon-FRI *', 'week', [1, 2, 3, 4, 5]],
  ['* * * * * THU/2 *', 'week', [4, 6]],
  ['* * * * * * 2097/2', 'year', [2097, 2099]],
  ['* * * * *', 'second', [0]],
] as const)('%s allows the %ss %j', (expression, field, values) => {
  expect(parseCron(expression)[field].values).toEqual(values);
});

test('every random expression parses without an error', () => {
  const below = numbersFrom(99);
  for (let count = 0; count < casesToTry(500, 2000); count++) {
    const expression = randomCron(below);
    expect(readCron(expression).cron, expression).toBeDefined();
  }
});
