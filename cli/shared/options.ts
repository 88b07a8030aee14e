import { Misuse } from '../../src/core.js';

/** Reads a whole number of an option; anything else is a Misuse that names option and value. */
export function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^[+-]?\d+(e\d+)?$/i.test(text.trim()) && value >= least && value <= most) return value;
  throw new Misuse(
    'INVALID_NUMBER',
    `Cannot take ${flag} ${text}: it must be a whole number from ${grouped(least)} to ${grouped(most)}.`,
  );
}

/** Reads a number of an option. */
export function number(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new Misuse(
    'INVALID_NUMBER',
    `Cannot take ${flag} ${text}: it must be a number from ${least} to ${most}.`,
  );
}

/** Reads a port to listen on, 0 for any free one. */
export function port(flag: string, text: string): number {
  return wholeNumber(flag, text, 0, 65_535);
}

/** Reads `--utc-offset`, hours ahead of UTC. */
export function utcOffsetHours(text: string): number {
  return number('--utc-offset', text, -12, 14);
}

/** Collects the values of an option that may be repeated; for commander, with `[]` to begin with. */
export function repeated(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** A share of the work: the `index`-th, from 1, of so many. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Reads `--shard`, a share `i/n`; all of the work when it is left out. */
export function shard(text: string | undefined): Shard {
  if (text === undefined) return { index: 1, of: 1 };
  const match = /^(\d+)\/(\d+)$/.exec(text.trim());
  const index = Number(match?.[1]);
  const of = Number(match?.[2]);
  if (match !== null && index >= 1 && index <= of && Number.isSafeInteger(of)) return { index, of };
  throw new Misuse(
    'INVALID_SHARD',
    `Cannot take --shard ${text}: it must be i/n with 1 <= i <= n, as in 3/16.`,
  );
}

/** A count with its noun: `1 event`, `2,000 events`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A whole number with commas. */
export function grouped(value: number): string {
  const digits = String(value);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(',');
}
