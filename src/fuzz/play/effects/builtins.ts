import { lostIn } from './lostValues.js';
import { currentRecorder } from './recorder.js';

/**
 * Watches what fuzzed handlers lose inside the engine, where nothing outside shows it: numbers that JSON writes as
 * null, and numbers that are sorted as texts.
 *
 * @returns ends it.
 */
export function watchBuiltins(): () => void {
  const stops = [watchStringify(), watchSort('sort'), watchSort('toSorted')];
  return () => {
    for (const stop of stops) stop();
  };
}

function watchStringify(): () => void {
  const { stringify } = JSON;
  const watched = (...args: Parameters<typeof stringify>): string => {
    const recorder = currentRecorder();
    if (recorder !== undefined && args[1] === undefined) recorder.lost.push(...lostIn(args[0]));
    return stringify(...args);
  };
  JSON.stringify = watched as typeof stringify;
  return () => {
    JSON.stringify = stringify;
  };
}

function watchSort(name: 'sort' | 'toSorted'): () => void {
  const prototype: object = Array.prototype;
  const kept = Object.getOwnPropertyDescriptor(prototype, name);
  const sort = kept?.value as ((this: unknown[], compare?: unknown) => unknown[]) | undefined;
  if (kept === undefined || sort === undefined) return () => undefined;
  Object.defineProperty(prototype, name, {
    ...kept,
    value(this: unknown[], ...args: readonly unknown[]): unknown[] {
      const recorder = args[0] === undefined ? currentRecorder() : undefined;
      if (recorder !== undefined && isSortedWrongly(this)) recorder.sortedAsTexts.push(JSON.stringify(this));
      return Reflect.apply(sort, this, args) as unknown[];
    },
  });
  return () => {
    Object.defineProperty(prototype, name, kept);
  };
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
