import { civilDayOf, dayNumberOf } from '../kernel/civil.js';

const secondsPerDay = 86_400;
const two: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

/**
 * Seconds since 1970 as UTC without a fraction, for the years 1970 to 9999.
 *
 * @example
 * isoSeconds(1_709_164_800); // '2024-02-29T00:00:00Z'
 */
export function isoSeconds(unixSeconds: number): string {
  const day = Math.floor(unixSeconds / secondsPerDay);
  const second = unixSeconds - day * secondsPerDay;
  return `${isoDate(day)}T${two[(second / 3600) | 0]}:${two[((second / 60) | 0) % 60]}:${two[second % 60]}Z`;
}

/**
 * Seconds since 1970 of a text `YYYY-MM-DDThh:mm:ssZ`; a day that the month does not have runs over into the next.
 *
 * @example
 * unixSecondsOf('2024-02-29T00:00:00Z'); // 1709164800
 */
export function unixSecondsOf(iso: string): number {
  const part = (from: number, to: number) => Number(iso.slice(from, to));
  const day = dayNumberOf(part(0, 4), part(5, 7), part(8, 10));
  return day * secondsPerDay + part(11, 13) * 3600 + part(14, 16) * 60 + part(17, 19);
}

function isoDate(day: number): string {
  const { year, month, date } = civilDayOf(day);
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${two[month]}-${two[date]}`;
}
