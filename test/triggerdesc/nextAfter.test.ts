import { CronExpressionParser } from 'cron-parser';
import { Cron as Croner } from 'croner';
import { describe, expect, test } from 'vitest';
import { cronMatches, neverFires, nextAfter, previousBefore } from '../../src/domain/cron/nextAfter.js';
import { parseCron } from '../../src/domain/cron/parseCron.js';
import { casesToTry } from '../nightly.js';
import { bruteForce, numbersFrom, randomCron } from './randomCron.js';

const iso = (unixSeconds: number | undefined) =>
  unixSeconds === undefined ? undefined : new Date(unixSeconds * 1000).toISOString().replace('.000', '');
const at = (text: string) => Date.parse(text) / 1000;
const yearOf = (date: Date, utcOffsetMinutes: number) =>
  new Date(date.getTime() + utcOffsetMinutes * 60_000).getUTCFullYear();

/** croner counts the years of a step from 0, this dialect from 1970, the lowest year it has. */
function cronerOf(expression: string, utcOffset: number): Croner {
  return new Croner(expression.replace(/ \*\/(\d+)$/, ' 1970-2099/$1'), {
    paused: true,
    utcOffset,
    sloppyRanges: true,
    mode: '7-part',
  });
}

describe('nextAfter, previousBefore and cronMatches', () => {
  test('agree with croner on random expressions at 5 times each', () => {
    const below = numbersFrom(42);
    let impossible = 0;
    for (let count = 0; count < casesToTry(150, 2000); count++) {
      const expression = randomCron(below);
      const cron = parseCron(expression);
      const offset = [480, 0, -210, 330, 765][count % 5] ?? 0;
      const second = cronerOf(expression, offset);
      if (neverFires(cron)) impossible++;
      for (let time = 0; time < 5; time++) {
        const from = at('2014-06-01T00:00:00Z') + below(28 * 365 * 86_400);
        const next = second.nextRun(new Date(from * 1000));
        const expected = next === null || yearOf(next, offset) > 2099 ? undefined : next.getTime() / 1000;
        const label = `${expression} after ${iso(from)} at ${offset}`;
        expect(iso(nextAfter(cron, from, offset)), label).toBe(iso(expected));
        expect(cronMatches(cron, from, offset), label).toBe(second.match(new Date(from * 1000)));
        const [previous] = time === 0 ? second.previousRuns(1, new Date(from * 1000)) : [];
        if (previous !== undefined && yearOf(previous, offset) >= 1970)
          expect(iso(previousBefore(cron, from, offset)), `before: ${label}`).toBe(
            iso(previous.getTime() / 1000),
          );
      }
    }
    expect(impossible).toBeGreaterThan(casesToTry(2, 50));
  });

  test('agree with croner on 300 expressions of the legacy five fields', () => {
    const below = numbersFrom(5);
    for (let count = 0; count < 300; count++) {
      const expression = randomCron(below).split(' ').slice(1, 6).join(' ');
      const second = new Croner(expression, {
        paused: true,
        utcOffset: 480,
        sloppyRanges: true,
        mode: '5-part',
      });
      const from = at('2020-01-01T00:00:00Z') + below(365 * 86_400);
      const next = second.nextRun(new Date(from * 1000));
      const expected = next === null || yearOf(next, 480) > 2099 ? undefined : next.getTime() / 1000;
      expect(iso(nextAfter(parseCron(expression), from)), expression).toBe(iso(expected));
    }
  });

  test('agree with a second-by-second walk on 2,000 random expressions', () => {
    const below = numbersFrom(1337);
    let hits = 0;
    for (let count = 0; count < casesToTry(150, 2000); count++) {
      const expression = randomCron(below);
      const cron = parseCron(expression);
      const offset = [480, 0, -210, 330, 765][count % 5] ?? 0;
      const fires = bruteForce(expression);
      const near = nextAfter(cron, at('2020-01-01T00:00:00Z') + below(10 * 365 * 86_400), offset);
      const from = (near ?? at('2024-02-28T16:00:00Z')) - below(300);
      const until = from + 600;
      const walked: number[] = [];
      for (let second = from + 1; second < until; second++) if (fires(second, offset)) walked.push(second);
      const forward: number[] = [];
      for (let second = nextAfter(cron, from, offset); second !== undefined && second < until; ) {
        forward.push(second);
        second = nextAfter(cron, second, offset);
      }
      const backward: number[] = [];
      for (let second = previousBefore(cron, until, offset); second !== undefined && second > from; ) {
        backward.unshift(second);
        second = previousBefore(cron, second, offset);
      }
      expect(forward, expression).toEqual(walked);
      expect(backward, expression).toEqual(walked);
      hits += walked.length;
    }
    expect(hits).toBeGreaterThan(2000);
  });

  test('agree with cron-parser where it has the dialect: no year, W, list, week step from a day (it has a day 7) or range that is everything', () => {
    const below = numbersFrom(1211);
    let compared = 0;
    while (compared < 300) {
      const expression = `${randomCron(below).split(' ').slice(0, 6).join(' ')} *`;
      const cron = parseCron(expression);
      const whole = (cron.day.restricted && cron.day.values.length === 31) || cron.week.values.length === 7;
      if (
        /\dW|LW|,| (\d|[a-z]{3})\/\d+ \*$/i.test(expression) ||
        (whole && cron.day.restricted) ||
        neverFires(cron)
      )
        continue;
      const from = at('2019-01-01T00:00:00Z') + below(8 * 365 * 86_400);
      const currentDate = new Date(from * 1000);
      const parser = CronExpressionParser.parse(expression.slice(0, -2), { currentDate, tz: 'UTC' });
      expect(iso(nextAfter(cron, from, 0)), expression).toBe(iso(parser.next().getTime() / 1000));
      compared++;
    }
  });
});

test.each([
  ['*/5 * * * * * *', '2026-01-31T23:59:56Z', '2026-02-01T00:00:00Z'],
  ['0 15 10 1 * * *', '2026-01-02T00:00:00Z', '2026-02-01T10:15:00Z'],
  ['0 15 10 * * MON-FRI *', '2026-01-02T10:15:00Z', '2026-01-05T10:15:00Z'],
  ['0 0 10,14,16 * * * *', '2026-01-02T10:15:00Z', '2026-01-02T14:00:00Z'],
  ['0 */30 9-17 * * * *', '2026-01-02T17:30:00Z', '2026-01-03T09:00:00Z'],
  ['0 0 12 * * WED *', '2026-01-02T00:00:00Z', '2026-01-07T12:00:00Z'],
  ['0 */5 * * * * *', '2026-01-02T00:00:00Z', '2026-01-02T00:05:00Z'],
  ['0 1/10 * * * * *', '2026-01-02T00:51:00Z', '2026-01-02T01:01:00Z'],
  ['33 22 11 6 7 * 2021', '2020-01-01T00:00:00Z', '2021-07-06T11:22:33Z'],
  ['0 0 2 ? * * *', '2026-01-02T00:00:00Z', '2026-01-02T02:00:00Z'],
  ['*/15 * * * *', '2026-01-02T00:01:00Z', '2026-01-02T00:15:00Z'],
  ['0 0 0 29 2 * *', '2025-01-01T00:00:00Z', '2028-02-29T00:00:00Z'],
  ['0 0 0 29 2 * *', '2096-03-01T00:00:00Z', undefined],
  ['0 0 0 1 1 MON *', '2025-12-31T00:00:00Z', '2026-01-01T00:00:00Z'],
  ['0 0 0 1 1 MON *', '2026-01-01T00:00:00Z', '2026-01-05T00:00:00Z'],
  ['* * * * * * *', '2099-12-31T23:59:58Z', '2099-12-31T23:59:59Z'],
  ['* * * * * * *', '2099-12-31T23:59:59Z', undefined],
  ['* * * * * * *', '1901-01-01T00:00:00Z', '1970-01-01T00:00:00Z'],
  ['0 0 0 31W * ? *', '2026-05-02T00:00:00Z', '2026-05-29T00:00:00Z'],
  ['0 0 0 31W * ? *', '2026-05-30T00:00:00Z', '2026-07-31T00:00:00Z'],
  ['0 0 0 1W * ? *', '2026-07-30T00:00:00Z', '2026-08-03T00:00:00Z'],
  ['0 0 0 LW * ? *', '2026-01-31T00:00:00Z', '2026-02-27T00:00:00Z'],
  ['0 0 0 ? * 5#5 *', '2026-02-01T00:00:00Z', '2026-05-29T00:00:00Z'],
])('%s after %s fires at %s', (expression, from, expected) => {
  expect(iso(nextAfter(parseCron(expression), at(from), 0))).toBe(expected);
});

test.each([
  '0 0 0 30 2 * *',
  '0 0 0 31 4,6,9,11 * *',
  '0 0 0 29 2 * 2023,2025-2027',
  '0 0 0 30W 2 ? *',
  '0 0 0 ? 2 MON#5 2026',
])('%s never fires', (expression) => {
  const cron = parseCron(expression);
  expect(neverFires(cron)).toBe(true);
  expect(nextAfter(cron, 0)).toBeUndefined();
  expect(previousBefore(cron, at('2099-01-01T00:00:00Z'))).toBeUndefined();
});

test('a schedule is read in UTC+8 unless another offset is given', () => {
  const cron = parseCron('0 0 9 * * * *');
  expect(iso(nextAfter(cron, at('2026-01-01T00:00:00Z')))).toBe('2026-01-01T01:00:00Z');
  expect(iso(nextAfter(cron, at('2026-01-01T00:00:00Z'), -300))).toBe('2026-01-01T14:00:00Z');
});

test('a fraction of a second lies between two seconds', () => {
  const cron = parseCron('* * * * * * *');
  expect(nextAfter(cron, 1.5, 0)).toBe(2);
  expect(previousBefore(cron, 1.5, 0)).toBe(1);
  expect(cronMatches(cron, 1.5, 0)).toBe(false);
});

test('a time that is none and an offset of more than a day are refused', () => {
  const cron = parseCron('* * * * * * *');
  expect(() => nextAfter(cron, Number.NaN)).toThrowErrorMatchingInlineSnapshot(
    `[Misuse: Cannot search a schedule from NaN: it is not a time. Give Unix seconds.]`,
  );
  expect(() => previousBefore(cron, 0, 1440)).toThrowErrorMatchingInlineSnapshot(
    `[Misuse: Cannot read a schedule in local time: the UTC offset is 1440 minutes. Give whole minutes from -1439 to 1439; 480 is UTC+8.]`,
  );
});
