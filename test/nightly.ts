import { test } from 'vitest';

/** True in `npm run nightly`, where tests try more of the same. */
export const isNightly = process.env.SCF_FIXTURES_NIGHTLY !== undefined;

/** How many cases a test tries: enough to notice, and more at night. */
export const casesToTry = (enough: number, atNight: number): number => (isNightly ? atNight : enough);

/** A test of a night: by day another notices the same kind of fault for less. It is counted as skipped then. */
export function testAtNight(name: string, run: () => unknown): void {
  test.skipIf(!isNightly)(`${name} (needs a night)`, async () => void (await run()));
}

/** The first row of each kind by day, all rows at night; those left out are counted as skipped. */
export function onePerKind<Row>(rows: readonly Row[], kindOf: (row: Row) => unknown): readonly Row[] {
  const kinds = rows.map(kindOf);
  return tried(
    rows,
    rows.filter((_, index) => kinds.indexOf(kinds[index]) === index),
  );
}

/** The first rows of a table, which stand for the others by day; those left out are counted as skipped. */
export const rowsToTry = <Row>(rows: readonly Row[], enough: number): readonly Row[] =>
  tried(rows, rows.slice(0, enough));

/** These rows by day; called where tests are declared. */
function tried<Row>(rows: readonly Row[], byDay: readonly Row[]): readonly Row[] {
  if (isNightly) return rows;
  for (let left = byDay.length; left < rows.length; left++)
    test.skip(`row ${left + 1} of a table (needs a night)`);
  return byDay;
}
