import { civilDayOf, dayNumberOf, daysInMonth } from '../../kernel/civil.js';
import { Misuse } from '../../kernel/misuse.js';
import type { Cron, CronValues, SpecialDay, SpecialWeek } from './cron.js';

/** UTC+8: SCF's pages do not say in which zone a schedule is read, and the vendor's home zone is the likeliest. */
export const defaultUtcOffsetMinutes = 480;

const secondsInDay = 86_400;
const endOfYears = dayNumberOf(2100, 1, 1) * secondsInDay;
const everySeventhDay = 0x10204081;

/**
 * The first second after `unixSeconds` at which the schedule fires, in Unix seconds; undefined when it never does again.
 * The schedule is read in local time, `utcOffsetMinutes` ahead of UTC.
 *
 * @example
 * nextAfter(parseCron('0 30 9 * * * *'), 0); // 5400
 */
export function nextAfter(
  cron: Cron,
  unixSeconds: number,
  utcOffsetMinutes: number = defaultUtcOffsetMinutes,
): number | undefined {
  const offset = secondsOf(utcOffsetMinutes, unixSeconds);
  const local = Math.max(Math.floor(unixSeconds) + offset + 1, 0);
  return local < endOfYears ? seek(cron, local, 1, offset) : undefined;
}

/**
 * The last second before `unixSeconds` at which the schedule fired, in Unix seconds; undefined when it never did.
 *
 * @example
 * previousBefore(parseCron('0 30 9 * * * *'), 86400); // 5400
 */
export function previousBefore(
  cron: Cron,
  unixSeconds: number,
  utcOffsetMinutes: number = defaultUtcOffsetMinutes,
): number | undefined {
  const offset = secondsOf(utcOffsetMinutes, unixSeconds);
  const local = Math.min(Math.ceil(unixSeconds) + offset, endOfYears) - 1;
  return local >= 0 ? seek(cron, local, -1, offset) : undefined;
}

/**
 * Whether the schedule fires at exactly this second.
 *
 * @example
 * cronMatches(parseCron('0 30 9 * * * *'), 5400); // true
 */
export function cronMatches(
  cron: Cron,
  unixSeconds: number,
  utcOffsetMinutes: number = defaultUtcOffsetMinutes,
): boolean {
  return nextAfter(cron, unixSeconds - 1, utcOffsetMinutes) === unixSeconds;
}

/**
 * Whether the schedule has no second at all, as 30 February has none.
 *
 * @example
 * neverFires(parseCron('0 0 0 30 2 * *')); // true
 */
export function neverFires(cron: Cron): boolean {
  return nextAfter(cron, -1, 0) === undefined;
}

function secondsOf(utcOffsetMinutes: number, unixSeconds: number): number {
  if (!Number.isInteger(utcOffsetMinutes) || Math.abs(utcOffsetMinutes) > 1439)
    throw new Misuse(
      'INVALID_UTC_OFFSET',
      `Cannot read a schedule in local time: the UTC offset is ${utcOffsetMinutes} minutes. Give whole minutes from -1439 to 1439; 480 is UTC+8.`,
    );
  if (!Number.isFinite(unixSeconds))
    throw new Misuse(
      'INVALID_TIME',
      `Cannot search a schedule from ${unixSeconds}: it is not a time. Give Unix seconds.`,
    );
  return utcOffsetMinutes * 60;
}

/** The nearest firing second from `local` on in this direction; takes local seconds, returns Unix seconds. */
function seek(cron: Cron, local: number, step: 1 | -1, offset: number): number | undefined {
  const today = Math.floor(local / secondsInDay);
  let { year, month, date } = civilDayOf(today);
  let days = daysOf(cron, year, month);
  if ((days & (1 << (date - 1))) !== 0) {
    const second = seekInDay(cron, local - today * secondsInDay, step);
    if (second >= 0) return today * secondsInDay + second - offset;
  }
  days &= step === 1 ? -1 << date : (1 << (date - 1)) - 1;
  while (days === 0) {
    month = nearest(cron.month, month + step, 1, step);
    if (month < 0 || nearest(cron.year, year, 1970, step) !== year) {
      year = nearest(cron.year, year + step, 1970, step);
      if (year < 0) return undefined;
      month = edge(cron.month, step);
    }
    days = daysOf(cron, year, month);
  }
  date = step === 1 ? 32 - Math.clz32(days & -days) : 32 - Math.clz32(days);
  const second = (edge(cron.hour, step) * 60 + edge(cron.minute, step)) * 60 + edge(cron.second, step);
  return dayNumberOf(year, month, date) * secondsInDay + second - offset;
}

/** The nearest firing second of a day whose date fits, or -1. */
function seekInDay(cron: Cron, secondOfDay: number, step: 1 | -1): number {
  let hour = Math.floor(secondOfDay / 3600);
  let minute = Math.floor(secondOfDay / 60) % 60;
  if (nearest(cron.hour, hour, 0, step) === hour) {
    if (nearest(cron.minute, minute, 0, step) === minute) {
      const second = nearest(cron.second, secondOfDay % 60, 0, step);
      if (second >= 0) return (hour * 60 + minute) * 60 + second;
    }
    minute = nearest(cron.minute, minute + step, 0, step);
    if (minute >= 0) return (hour * 60 + minute) * 60 + edge(cron.second, step);
  }
  hour = nearest(cron.hour, hour + step, 0, step);
  if (hour < 0) return -1;
  return (hour * 60 + edge(cron.minute, step)) * 60 + edge(cron.second, step);
}

function nearest(field: CronValues, value: number, lowest: number, step: 1 | -1): number {
  return (step === 1 ? field.next : field.previous)[value - lowest + 1] ?? -1;
}

function edge(field: CronValues, step: 1 | -1): number {
  return field.values.at(step === 1 ? 0 : -1) ?? -1;
}

/** The days of a month on which the schedule fires: bit 0 is the 1st. */
function daysOf(cron: Cron, year: number, month: number): number {
  if (nearest(cron.year, year, 1970, 1) !== year || nearest(cron.month, month, 1, 1) !== month) return 0;
  const length = daysInMonth(year, month);
  const all = 2 ** length - 1;
  const { day, week } = cron;
  if (!day.restricted && !week.restricted) return all;
  const firstWeekday = (((dayNumberOf(year, month, 1) + 4) % 7) + 7) % 7;
  let days = 0;
  if (day.restricted) {
    if (cron.specialDay !== undefined) days |= specialDayOf(cron.specialDay, length, firstWeekday);
    else for (const date of day.values) days |= 1 << (date - 1);
  }
  if (week.restricted) {
    if (cron.specialWeek !== undefined) days |= specialWeekOf(cron.specialWeek, length, firstWeekday);
    else for (const weekday of week.values) days |= everySeventhDay << ((weekday - firstWeekday + 7) % 7);
  }
  return days & all;
}

function specialDayOf(special: SpecialDay, length: number, firstWeekday: number): number {
  const wanted = special.symbol === 'W' ? special.day : length;
  if (wanted > length) return 0;
  if (special.symbol === 'L') return 1 << (length - 1);
  const weekday = (firstWeekday + wanted - 1) % 7;
  let date = wanted;
  if (weekday === 6) date = wanted === 1 ? 3 : wanted - 1;
  if (weekday === 0) date = wanted === length ? wanted - 2 : wanted + 1;
  return 1 << (date - 1);
}

function specialWeekOf(special: SpecialWeek, length: number, firstWeekday: number): number {
  const first = ((special.weekday - firstWeekday + 7) % 7) + 1;
  const date =
    special.symbol === '#' ? first + (special.nth - 1) * 7 : first + Math.floor((length - first) / 7) * 7;
  return date > length ? 0 : 1 << (date - 1);
}
