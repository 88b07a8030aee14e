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

/** Reads an environment variable, `NAME=value`. */
export function variable(text: string): [name: string, value: string] {
  const match = /^([A-Za-z_]\w*)=(.*)$/s.exec(text);
  if (match !== null) return [match[1] as string, match[2] as string];
  throw new Misuse('INVALID_ENV', `Cannot take --env ${text}: it is no name=value. Write --env STAGE=test.`);
}

/** Reads a share `i/n` of the work. */
export function shard(text: string): { readonly index: number; readonly of: number } {
  const match = /^(\d+)\/(\d+)$/.exec(text.trim());
  const index = Number(match?.[1]);
  const of = Number(match?.[2]);
  if (match !== null && index >= 1 && index <= of && of <= 1_000_000) return { index, of };
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
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
