import type { InvokeEvent } from '../../../src/generated/invoke.js';
import type { BugCase } from './cases.js';
import { isRecord } from './support.js';

/** Whatever a caller of the Invoke API sends: any JSON. */
export const invokeBugs: readonly BugCase<InvokeEvent>[] = [
  {
    name: 'invoke-items-required',
    class: 'throws-at-bad-input',
    trigger: 'invoke',
    because: 'the event is any JSON: null has no items, and a text has no map()',
    buggy: () => async (event) => {
      const { items } = event as { items: { sku: string }[] };
      return { skus: items.map((item) => item.sku) };
    },
    fixed: () => async (event) => {
      const items = isRecord(event) && Array.isArray(event.items) ? event.items : [];
      return {
        skus: items.map((item: unknown) =>
          isRecord(item) && typeof item.sku === 'string' ? item.sku : null,
        ),
      };
    },
    witness: () => ({ events: [null, { items: 'tea' }] }),
  },
  {
    name: 'invoke-prices-added-as-floats',
    class: 'money-as-float',
    trigger: 'invoke',
    because: '0.1 + 0.2 is 0.30000000000000004',
    buggy: () => async (event) => {
      const prices = numbersIn(event, 'prices');
      return { total: prices.reduce((sum, price) => sum + price, 0) };
    },
    fixed: () => async (event) => {
      const prices = numbersIn(event, 'prices');
      return { total: prices.reduce((sum, price) => sum + Math.round(price * 100), 0) / 100 };
    },
    witness: () => ({ events: [{ prices: [0.1, 0.2] }] }),
  },
  {
    name: 'invoke-parts-without-the-rest',
    class: 'remainder-lost',
    trigger: 'invoke',
    because: 'three parts of 10, each rounded, add up to 9',
    buggy: () => async (event) => {
      const { total, shares } = splitOf(event);
      return { parts: Array.from({ length: shares }, () => Math.round(total / shares)) };
    },
    fixed: () => async (event) => {
      const { total, shares } = splitOf(event);
      const part = Math.floor(total / shares);
      const rest = total - part * shares;
      return { parts: Array.from({ length: shares }, (_, index) => part + (index < rest ? 1 : 0)) };
    },
    witness: () => ({ events: [{ total: 10, shares: 3 }] }),
  },
  {
    name: 'invoke-default-list-grows',
    class: 'shared-default-mutated',
    trigger: 'invoke',
    because: 'the default list is made once for the instance, and every run adds to it',
    buggy: () => {
      const defaults = { tags: ['new'] };
      return async (event) => {
        const tags = isRecord(event) && isTexts(event.tags) ? event.tags : defaults.tags;
        tags.push('checked');
        return { tags };
      };
    },
    fixed: () => {
      const defaults = { tags: ['new'] };
      return async (event) => {
        const tags = isRecord(event) && isTexts(event.tags) ? event.tags : defaults.tags;
        return { tags: [...tags, 'checked'] };
      };
    },
    witness: () => ({ events: [{}, {}] }),
  },
  {
    name: 'invoke-numbers-sorted-as-text',
    class: 'numbers-sorted-as-text',
    trigger: 'invoke',
    because: 'sort() without a comparator puts 10 before 9',
    buggy: () => async (event) => {
      const scores = numbersIn(event, 'scores').sort();
      return { lowest: scores[0] ?? null, highest: scores.at(-1) ?? null };
    },
    fixed: () => async (event) => {
      const scores = numbersIn(event, 'scores').sort((a, b) => a - b);
      return { lowest: scores[0] ?? null, highest: scores.at(-1) ?? null };
    },
    witness: () => ({ events: [{ scores: [9, 10] }] }),
  },
  {
    name: 'invoke-mean-of-nothing',
    class: 'nan-arithmetic',
    trigger: 'invoke',
    because: 'nothing divided by nothing is NaN, which JSON writes as null',
    buggy: () => async (event) => {
      const values = numbersIn(event, 'values');
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return { mean, high: mean > 50 };
    },
    fixed: () => async (event) => {
      const values = numbersIn(event, 'values');
      const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
      return { mean, high: mean > 50 };
    },
    property: ({ result }) => isRecord(result) && Number.isFinite(result.mean),
    witness: () => ({ events: [{ values: [] }] }),
  },
  {
    name: 'invoke-tomorrow-in-local-time',
    class: 'local-time',
    trigger: 'invoke',
    because: 'when the clocks change, the local day has 23 or 25 hours',
    buggy: () => async (event) => {
      const date = dateIn(event, 'from');
      if (date === undefined) return { error: 'from when?' };
      date.setDate(date.getDate() + 1);
      return { tomorrow: date.toISOString() };
    },
    fixed: () => async (event) => {
      const date = dateIn(event, 'from');
      if (date === undefined) return { error: 'from when?' };
      date.setUTCDate(date.getUTCDate() + 1);
      return { tomorrow: date.toISOString() };
    },
    witness: () => ({ events: [{ from: '2026-03-08T06:30:00Z' }], timeZone: 'America/New_York' }),
  },
  {
    name: 'invoke-step-of-zero',
    class: 'endless-loop',
    trigger: 'invoke',
    because: 'a page of 0 entries never reaches the end',
    buggy: () => async (event) => {
      const size = isRecord(event) && typeof event.size === 'number' ? event.size : 10;
      const total = 100;
      let pages = 0;
      for (let from = 0; from < total; from += size) pages += 1;
      return { pages };
    },
    fixed: () => async (event) => {
      const size = isRecord(event) && typeof event.size === 'number' ? event.size : 10;
      const total = 100;
      return { pages: Math.ceil(total / Math.max(1, size)) };
    },
    witness: () => ({ events: [{ size: 0 }], never: 'yields' }),
  },
  {
    name: 'invoke-width-from-caller',
    class: 'unbounded-allocation',
    trigger: 'invoke',
    because: 'the caller chooses how much memory is taken; a negative or huge width throws',
    buggy: () => async (event) => {
      const width = isRecord(event) && typeof event.width === 'number' ? event.width : 3;
      const line = '-'.repeat(width);
      return { characters: line.length };
    },
    fixed: () => async (event) => {
      const wish = isRecord(event) && typeof event.width === 'number' ? event.width : 3;
      const line = '-'.repeat(Math.min(Math.max(0, wish), 1000));
      return { characters: line.length };
    },
    witness: () => ({ events: [{ width: -1 }] }),
  },
  {
    name: 'invoke-date-not-checked',
    class: 'invalid-date',
    trigger: 'invoke',
    because: 'toISOString() throws for a text that is no date',
    buggy: () => async (event) => {
      if (!isRecord(event) || typeof event.date !== 'string') return { error: 'which date?' };
      return { day: new Date(event.date).toISOString().slice(0, 10) };
    },
    fixed: () => async (event) => {
      const date = dateIn(event, 'date');
      return date === undefined ? { error: 'which date?' } : { day: date.toISOString().slice(0, 10) };
    },
    witness: () => ({ events: [{ date: '2026-13-01' }] }),
  },
  {
    name: 'invoke-lines-by-object',
    class: 'map-keyed-by-object',
    trigger: 'invoke',
    because: 'a Map compares objects by identity: equal lines are never found again',
    buggy: () => async (event) => {
      const totals = new Map<object, number>();
      for (const { sku, size, quantity } of linesIn(event)) {
        const key = { sku, size };
        totals.set(key, (totals.get(key) ?? 0) + quantity);
      }
      return { lines: [...totals].map(([key, quantity]) => ({ ...key, quantity })) };
    },
    fixed: () => async (event) => {
      const totals = new Map<string, number>();
      for (const { sku, size, quantity } of linesIn(event)) {
        const key = JSON.stringify({ sku, size });
        totals.set(key, (totals.get(key) ?? 0) + quantity);
      }
      return { lines: [...totals].map(([key, quantity]) => ({ ...JSON.parse(key), quantity })) };
    },
    witness: () => {
      const line = { sku: 'tea', size: 'L', quantity: 1 };
      return { events: [{ lines: [line, line] }] };
    },
  },
  {
    name: 'invoke-names-in-locale-order',
    class: 'locale-sort',
    trigger: 'invoke',
    because: 'localeCompare follows the language of the machine, and binary search does not',
    buggy: () => async (event) => {
      const names = isRecord(event) && isTexts(event.names) ? [...event.names] : [];
      return { names: names.sort((a, b) => a.localeCompare(b)) };
    },
    fixed: () => async (event) => {
      const names = isRecord(event) && isTexts(event.names) ? [...event.names] : [];
      return { names: names.sort((a, b) => (a < b ? -1 : Number(a > b))) };
    },
    witness: () => ({ events: [{ names: ['b', 'A', 'a', 'B'] }] }),
  },
  {
    name: 'invoke-dry-run-false',
    class: 'text-as-boolean',
    trigger: 'invoke',
    because: 'the console and other callers send "false", which is true',
    buggy:
      (world) =>
      async (event, { request_id: id }) => {
        const dryRun = isRecord(event) && event.dryRun;
        if (!dryRun) await world.db.put(`purged:${id}`, true);
        return { ok: true };
      },
    fixed:
      (world) =>
      async (event, { request_id: id }) => {
        const dryRun = isRecord(event) && (event.dryRun === true || event.dryRun === 'true');
        if (!dryRun) await world.db.put(`purged:${id}`, true);
        return { ok: true };
      },
    witness: () => ({ events: [{ dryRun: 'false' }] }),
  },
];

function numbersIn(event: unknown, name: string): number[] {
  const list = isRecord(event) ? event[name] : undefined;
  return Array.isArray(list) ? list.filter((value) => typeof value === 'number') : [];
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function dateIn(event: unknown, name: string): Date | undefined {
  const text = isRecord(event) ? event[name] : undefined;
  const date = new Date(typeof text === 'string' ? text : Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

interface Line {
  readonly sku: string;
  readonly size: string;
  readonly quantity: number;
}

function linesIn(event: unknown): Line[] {
  const lines = isRecord(event) && Array.isArray(event.lines) ? event.lines : [];
  return lines.filter(isLine);
}

function isLine(value: unknown): value is Line {
  return (
    isRecord(value) &&
    typeof value.sku === 'string' &&
    typeof value.size === 'string' &&
    typeof value.quantity === 'number'
  );
}

/** What is to be split, nothing where the event does not say. */
function splitOf(event: InvokeEvent): { readonly total: number; readonly shares: number } {
  const { total, shares } = isRecord(event) ? event : {};
  const isSplit =
    Number.isSafeInteger(total) && Number(total) >= 0 && Number.isInteger(shares) && Number(shares) <= 20;
  return isSplit ? { total: Number(total), shares: Math.max(0, Number(shares)) } : { total: 0, shares: 0 };
}
