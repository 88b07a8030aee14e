/** The seven fields in the order in which they are written; the legacy syntax has the five from minute to week. */
export const cronFields = [
  { name: 'second', lowest: 0, highest: 59, names: [], symbols: '' },
  { name: 'minute', lowest: 0, highest: 59, names: [], symbols: '' },
  { name: 'hour', lowest: 0, highest: 23, names: [], symbols: '' },
  { name: 'day', lowest: 1, highest: 31, names: [], symbols: '?LW' },
  {
    name: 'month',
    lowest: 1,
    highest: 12,
    names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
    symbols: '',
  },
  {
    name: 'week',
    lowest: 0,
    highest: 6,
    names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
    symbols: '?L#',
  },
  { name: 'year', lowest: 1970, highest: 2099, names: [], symbols: '' },
] as const satisfies readonly CronField[];

/** What one field may hold. */
export interface CronField {
  readonly name: 'second' | 'minute' | 'hour' | 'day' | 'month' | 'week' | 'year';
  readonly lowest: number;
  readonly highest: number;
  /** Names that stand for `lowest`, `lowest + 1`, …; empty where there are none. */
  readonly names: readonly string[];
  /** The special symbols of the current page that this field allows. */
  readonly symbols: string;
}

/** The name of a field: `second` … `year`. */
export type CronFieldName = CronField['name'];

/** The values that one field allows, ready to be searched in both directions. */
export interface CronValues {
  /** Ascending, never empty. */
  readonly values: readonly number[];
  /** False for `*` and `?`: the field then leaves the choice to the others. */
  readonly restricted: boolean;
  /** At `v - lowest + 1` the nearest allowed value from v on, or -1; from one below the lowest to one above the highest. */
  readonly next: Int16Array;
  /** The same, down from v. */
  readonly previous: Int16Array;
}

/** What stands alone in a day field instead of values: `L`, `LW` or `10W`. */
export type SpecialDay =
  | { readonly symbol: 'L' }
  | { readonly symbol: 'LW' }
  | { readonly symbol: 'W'; readonly day: number };

/** What stands alone in a week field instead of values: `5L` (the last Friday) or `5#2` (the second Friday). */
export type SpecialWeek =
  | { readonly symbol: 'L'; readonly weekday: number }
  | { readonly symbol: '#'; readonly weekday: number; readonly nth: number };

/** A parsed cron expression; made by `parseCron`. */
export interface Cron {
  readonly expression: string;
  readonly second: CronValues;
  readonly minute: CronValues;
  readonly hour: CronValues;
  readonly day: CronValues;
  readonly month: CronValues;
  readonly week: CronValues;
  readonly year: CronValues;
  readonly specialDay?: SpecialDay;
  readonly specialWeek?: SpecialWeek;
}

/** Makes the search tables of a field from the values that it allows. */
export function cronValues(
  field: CronField,
  allowed: ReadonlySet<number>,
  { restricted }: Pick<CronValues, 'restricted'>,
): CronValues {
  const size = field.highest - field.lowest + 1;
  const next = new Int16Array(size + 2).fill(-1);
  const previous = new Int16Array(size + 2).fill(-1);
  const values: number[] = [];
  for (let index = 1; index <= size; index++) {
    const value = field.lowest + index - 1;
    if (allowed.has(value)) values.push(value);
    previous[index] = allowed.has(value) ? value : (previous[index - 1] ?? -1);
  }
  previous[size + 1] = previous[size] ?? -1;
  for (let index = size; index >= 0; index--) {
    const value = field.lowest + index - 1;
    next[index] = index > 0 && allowed.has(value) ? value : (next[index + 1] ?? -1);
  }
  return { values, restricted, next, previous };
}

/** All values of a field: what `*` allows, and, with `restricted`, what stands behind a special form. */
export function everyValue(field: CronField, options: Pick<CronValues, 'restricted'>): CronValues {
  const size = field.highest - field.lowest + 1;
  const allowed = new Set(Array.from({ length: size }, (_, index) => field.lowest + index));
  return cronValues(field, allowed, options);
}
