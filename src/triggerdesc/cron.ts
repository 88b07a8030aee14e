import cronstrue from 'cronstrue/i18n.js';
import type { Cron } from '../domain/cron/cron.js';
import type { CronDialect, CronIssue } from '../domain/cron/cronIssue.js';
import { cronMatches, neverFires, nextAfter, previousBefore } from '../domain/cron/nextAfter.js';
import { checkCron, parseCron, readCron } from '../domain/cron/parseCron.js';
import { describeValue } from '../kernel/describeValue.js';
import { Misuse } from '../kernel/misuse.js';

export type { Cron, CronDialect, CronIssue };
export { checkCron as check, parseCron as parse, readCron as read };

/** Node gives this CommonJS module whole, bundlers and vitest give its default export. */
const descriptor = 'default' in cronstrue ? cronstrue.default : cronstrue;

/** In which local time a schedule is read. */
export interface CronZone {
  /** Hours ahead of UTC, 5.5 for India; 8 when left out, since no page of SCF's says in which zone it reads a schedule. */
  readonly utcOffset?: number | undefined;
}

/** Where to look for the seconds at which a schedule fires. */
export interface CronSearch extends CronZone {
  /** A Date, or a text that Date reads; now when left out. */
  readonly from?: Date | string | undefined;
  /** How many to find, 1 when left out. */
  readonly count?: number | undefined;
}

/**
 * The next times at which the schedule fires, strictly after `from`; fewer than `count` when the years run out in 2099.
 *
 * @example
 * next('0 0 9 * * MON-FRI *', { from: '2026-01-02T04:00:00Z', count: 2 }).map((time) => time.toISOString());
 * // ['2026-01-05T01:00:00.000Z', '2026-01-06T01:00:00.000Z']
 */
export function next(expression: string | Cron, options: CronSearch = {}): Date[] {
  return search(nextAfter, expression, options);
}

/**
 * The last times at which the schedule fired, strictly before `from`, newest first.
 *
 * @example
 * previous('0 0 9 * * * *', { from: '2026-01-02T04:00:00Z' })[0]?.toISOString(); // '2026-01-02T01:00:00.000Z'
 */
export function previous(expression: string | Cron, options: CronSearch = {}): Date[] {
  return search(previousBefore, expression, options);
}

/**
 * Whether the schedule fires at this second.
 *
 * @example
 * matches('0 0 9 * * * *', '2026-01-02T01:00:00Z'); // true
 */
export function matches(expression: string | Cron, time: Date | string, options: CronZone = {}): boolean {
  return cronMatches(parsed(expression), secondsOf(time), minutesOf(options.utcOffset));
}

/**
 * Whether the schedule has no second at all.
 *
 * @example
 * never('0 0 0 31 APR * *'); // true
 */
export function never(expression: string | Cron): boolean {
  return neverFires(parsed(expression));
}

/**
 * Says in words when the schedule fires. Where both day and week are given, two sentences: either is enough.
 *
 * @example
 * describe('0 0 9 1 * MON *'); // 'At 09:00, on day 1 of the month; also at 09:00, only on Monday'
 */
export function describe(expression: string | Cron, language: 'en' | 'zh' = 'en'): string {
  const cron = parsed(expression);
  const texts = cron.expression.trim().split(/ +/);
  if (texts.length === 5) texts.splice(0, 5, '0', ...texts, '*');
  const [second = '', minute = '', hour = '', day = '', month = '', week = '', year = ''] = texts;
  const years = year.replaceAll(/(^|,)(\d+)\//g, '$1$2-2099/');
  const sentence = (days: string, weekdays: string) =>
    descriptor.toString([second, minute, hour, days, month, weekdays, years].join(' '), {
      use24HourTimeFormat: true,
      locale: language === 'zh' ? 'zh_CN' : 'en',
    });
  if (!cron.day.restricted || !cron.week.restricted) return sentence(day, week);
  const byWeek = sentence('*', week);
  return language === 'zh'
    ? `${sentence(day, '*')}；以及${byWeek}`
    : `${sentence(day, '*')}; also ${byWeek.charAt(0).toLowerCase()}${byWeek.slice(1)}`;
}

function search(
  step: (cron: Cron, unixSeconds: number, utcOffsetMinutes: number) => number | undefined,
  expression: string | Cron,
  { from = new Date(), count = 1, utcOffset }: CronSearch,
): Date[] {
  if (!Number.isInteger(count) || count < 1)
    throw new Misuse('INVALID_COUNT', `Cannot find ${count} times: the count must be a whole number from 1.`);
  const cron = parsed(expression);
  const minutes = minutesOf(utcOffset);
  const times: Date[] = [];
  let at = step(cron, secondsOf(from), minutes);
  while (at !== undefined) {
    times.push(new Date(at * 1000));
    if (times.length === count) break;
    at = step(cron, at, minutes);
  }
  return times;
}

function parsed(expression: string | Cron): Cron {
  return typeof expression === 'string' ? parseCron(expression) : expression;
}

function secondsOf(time: Date | string): number {
  const seconds = new Date(time).getTime() / 1000;
  if (Number.isNaN(seconds))
    throw new Misuse(
      'INVALID_TIME',
      `Cannot read the time ${describeValue(time)}: it is no date. Write it as 2026-01-31T09:00:00Z.`,
    );
  return seconds;
}

function minutesOf(utcOffset = 8): number {
  const minutes = utcOffset * 60;
  if (Number.isInteger(minutes) && minutes >= -720 && minutes <= 840) return minutes;
  throw new Misuse(
    'INVALID_UTC_OFFSET',
    `Cannot read a schedule in UTC offset ${utcOffset}: it must be a number of hours from -12 to 14.`,
  );
}
