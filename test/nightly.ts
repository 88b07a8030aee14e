import { test } from 'vitest';

/** True in `npm run nightly`, where tests try more of the same. */
export const isNightly = process.env.SCF_FIXTURES_NIGHTLY !== undefined;

/** How many cases a test tries: enough to notice, and more at night. */
export const casesToTry = (enough: number, atNight: number): number => (isNightly ? atNight : enough);

/** A test of a night: by day another notices the same kind of fault for less. It is counted as skipped then. */
export function testAtNight(name: string, run: () => unknown): void {
  test.skipIf(!isNightly)(`${name} (needs a night)`, async () => void (await run()));
}

/** The first row of each kind by day, all rows at night. */
export function onePerKind<Row>(rows: readonly Row[], kindOf: (row: Row) => unknown): readonly Row[] {
  const kinds = rows.map(kindOf);
  return isNightly ? rows : rows.filter((_, index) => kinds.indexOf(kinds[index]) === index);
}

/** The first rows of a table, which stand for the others by day. */
export const rowsToTry = <Row>(rows: readonly Row[], enough: number): readonly Row[] =>
  isNightly ? rows : rows.slice(0, enough);
