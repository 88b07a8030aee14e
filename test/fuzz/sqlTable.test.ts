import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SqlRow } from '../../src/fuzz/play/effects/databases/sqlStatement.js';
import { SqlTable } from '../../src/fuzz/play/effects/databases/sqlTable.js';

const byA = { name: 'a', of: (row: SqlRow) => String(row.a) };
const byB = { name: 'b', of: (row: SqlRow) => String(row.b) };

test('a table finds what a look at all rows finds, in their order, whatever came and went', () => {
  const change = fc.record({ adds: fc.boolean(), a: fc.nat(2), b: fc.nat(2), at: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const table = new SqlTable();
      const rows: SqlRow[] = [];
      for (const { adds, a, b, at } of changes) {
        const old = rows[at];
        if (adds) {
          const row = { a, b };
          table.add(row);
          rows.push(row);
        } else if (old !== undefined) {
          expect(table.delete(old)).toBe(true);
          expect(table.delete(old)).toBe(false);
          rows.splice(at, 1);
        }
        expect(table.first).toBe(rows[0]);
        for (const key of [byA, byB])
          for (const text of ['0', '1', '2'])
            expect(table.alike(key, text)).toEqual(rows.filter((row) => key.of(row) === text));
      }
    }),
    { seed: 1, numRuns: 50 },
  );
});

test('a table that was emptied finds nothing, and what comes then', () => {
  const table = new SqlTable();
  table.add({ a: 1 });
  expect(table.alike(byA, '1')).toHaveLength(1);
  table.clear();
  expect([table.first, table.alike(byA, '1')]).toEqual([undefined, []]);
  const row = { a: 1 };
  table.add(row);
  expect(table.alike(byA, '1')).toEqual([row]);
});
