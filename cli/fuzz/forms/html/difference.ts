import type { ReportedExecution } from '../../../../src/fuzz/index.js';
import { html, type Markup } from './markup.js';
import type { Texts } from './texts.js';
import { jsonOf } from './timeline.js';

const maxLines = 300;

/** A row of two texts beside each other; both for what is the same. */
interface Row {
  readonly before?: string;
  readonly after?: string;
}

/** What two executions answered and called, beside each other. */
export function differenceOf(
  { before, after }: { readonly before: ReportedExecution; readonly after: ReportedExecution },
  texts: Texts,
): Markup {
  const rows = paired(linesOf(before).slice(0, maxLines), linesOf(after).slice(0, maxLines));
  const isSame = rows.every((row) => row.before === row.after);
  const shown = rows.map(({ before: old, after: now }) =>
    old === now
      ? html`<tr class="same"><td>${old}</td><td>${now}</td></tr>`
      : html`<tr>${old === undefined ? html`<td></td>` : html`<td><del>${old}</del></td>`}${now === undefined ? html`<td></td>` : html`<td><ins>${now}</ins></td>`}</tr>`,
  );
  if (isSame) return html`<p class="quiet">${texts.noDifference}</p>`;
  return html`<table class="diff"><thead><tr><th scope="col">${texts.before}</th><th scope="col">${texts.after}</th></tr></thead><tbody>${shown}</tbody></table>`;
}

/** A line for each call, and the lines of each answer. */
function linesOf({ steps }: ReportedExecution): string[] {
  return steps.flatMap(({ calls, answer, error, status }) => {
    const made = calls.map(({ name, args, state, isLate }) => {
      const marks = [...(state === 'done' ? [] : [state]), ...(isLate ? ['late'] : [])];
      return `${name} ${jsonOf(args)}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
    });
    if (answer === undefined)
      return [...made, error === undefined ? status : `${error.name}: ${error.message}`];
    const pretty = 'value' in answer ? JSON.stringify(answer.value, null, 2) : jsonOf(answer);
    return [...made, ...pretty.split('\n')];
  });
}

/** Two lists of lines as rows, by their longest common subsequence. */
export function paired(before: readonly string[], after: readonly string[]): Row[] {
  const lengths = commonLengths(before, after);
  const rows: Row[] = [];
  let old: string[] = [];
  let now: string[] = [];
  const close = () => {
    for (let at = 0; at < Math.max(old.length, now.length); at++) {
      const [left, right] = [old[at], now[at]];
      rows.push({
        ...(left === undefined ? {} : { before: left }),
        ...(right === undefined ? {} : { after: right }),
      });
    }
    old = [];
    now = [];
  };
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [left, right] = [before[i], after[j]];
    if (left !== undefined && left === right) {
      close();
      rows.push({ before: left, after: left });
      i++;
      j++;
    } else if (right === undefined || (left !== undefined && lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      old.push(left as string);
      i++;
    } else {
      now.push(right);
      j++;
    }
  }
  close();
  return rows;

  function lengthAt(a: number, b: number): number {
    return lengths[a]?.[b] ?? 0;
  }
}

/** How many lines the rests of two lists have in common, by where the rests begin. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const [row = [], next = []] = [lengths[i], lengths[i + 1]];
      row[j] = before[i] === after[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
