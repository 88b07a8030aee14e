import { type Patch, replaced, shared } from '../../../runtime/patches.js';
import { lostIn } from './lostValues.js';
import { currentRecorder } from './recorder.js';

/**
 * Watches what fuzzed handlers lose inside the engine, where nothing outside shows it: numbers that JSON writes as
 * null, and numbers that are sorted as texts.
 *
 * @returns ends it.
 */
export const watchBuiltins = shared(() => [watchedStringify(), watchedSort('sort'), watchedSort('toSorted')]);

function watchedStringify(): Patch {
  return replaced(JSON, 'stringify', (original) => {
    const watched = (...args: Parameters<typeof JSON.stringify>): string => {
      const recorder = currentRecorder();
      const lost = recorder !== undefined && args[1] === undefined ? lostIn(args[0]) : [];
      if (lost.length > 0 && !isNodesOwn(watched)) recorder?.lost.push(...lost);
      return original()(...args);
    };
    return watched as typeof JSON.stringify;
  });
}

/**
 * True where the `fetch` that Node brings along calls this function for itself: that of Node 24 copies the options of
 * its pools by way of JSON, one of which is endless. `Response.json` writes what the handler gives it.
 */
function isNodesOwn(called: (...args: never[]) => unknown): boolean {
  const held: { stack?: unknown } = {};
  Error.captureStackTrace(held, called);
  const [, caller = '', before = ''] = String(held.stack).split('\n');
  return caller.includes('node:internal/deps/') && !before.includes('.json ');
}

type Sort = (this: unknown[], ...args: unknown[]) => unknown[];

function watchedSort(name: 'sort' | 'toSorted'): Patch {
  return replaced(Array.prototype, name, (original) => {
    const watched: Sort = function (this: unknown[], ...args) {
      const recorder = args[0] === undefined ? currentRecorder() : undefined;
      if (recorder !== undefined && isSortedWrongly(this)) recorder.sortedAsTexts.push(JSON.stringify(this));
      return Reflect.apply(original(), this, args) as unknown[];
    };
    return watched;
  });
}

/** True for numbers whose order as texts is another than their order as numbers. */
function isSortedWrongly(values: unknown): boolean {
  if (!Array.isArray(values) || values.length < 2 || values.length > 10_000) return false;
  if (!values.every((value) => typeof value === 'number')) return false;
  const texts = values.map(String).sort(byText);
  const numbers = [...values].sort((a, b) => a - b).map(String);
  return texts.some((text, index) => text !== numbers[index]);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
