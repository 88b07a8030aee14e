import { isObject, jsonInside, setOwn } from './json.js';

/** Lists within lists down to here. */
const deepest = 100;
const maxBrackets = 3998;

/** A text or a number of an event, and the names that lead to it, without indices. */
export type Change = (leaf: string | number, names: readonly string[]) => string | number;

/**
 * An event with other texts and numbers: its values, and those in the JSON that it holds as text. Names of fields
 * stay, and so does what is encoded.
 */
export function mapLeaves<Event>(event: Event, change: Change): unknown {
  let changes = 0;
  const leafOf: Change = (leaf, names) => {
    const other = change(leaf, names);
    if (other !== leaf) changes++;
    return other;
  };
  return changed(event, []);

  function changed(value: unknown, names: readonly string[], depth = 0): unknown {
    if (depth > deepest) return value;
    if (typeof value === 'number') return leafOf(value, names);
    if (typeof value === 'string') {
      const inner = jsonInside(value, { withTexts: true, maxBrackets });
      if (inner === undefined) return leafOf(value, names);
      const before = changes;
      const other = changed(inner, names, depth + 1);
      return changes === before ? value : JSON.stringify(other);
    }
    if (Array.isArray(value)) return value.map((item) => changed(item, names, depth + 1));
    if (!isObject(value)) return value;
    const copy = {};
    for (const [name, part] of Object.entries(value))
      setOwn(copy, name, changed(part, [...names, name], depth + 1));
    return copy;
  }
}

/** An event with other texts. */
export function mapTexts<Event>(event: Event, change: (text: string) => string): unknown {
  return mapLeaves(event, (leaf) => (typeof leaf === 'string' ? change(leaf) : leaf));
}

/** The texts that `mapTexts` changes. */
export function textsIn(event: unknown): string[] {
  const texts = new Set<string>();
  mapTexts(event, (text) => {
    texts.add(text);
    return text;
  });
  return [...texts];
}
