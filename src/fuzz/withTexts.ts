import { isObject, setOwn } from '../kernel/json.js';

/** Lists within lists down to here. */
const deepest = 100;
const mostBrackets = 4000;

/**
 * An event with other texts: its values, and those in the JSON that it holds as text. Names of fields stay, and so
 * does what is encoded.
 */
export function withTexts<Event>(event: Event, change: (text: string) => string): unknown {
  let changes = 0;
  return changed(event, 0);

  function changed(value: unknown, depth: number): unknown {
    if (depth > deepest) return value;
    if (typeof value === 'string') {
      const inner = jsonIn(value);
      if (inner === undefined) {
        const other = change(value);
        if (other !== value) changes++;
        return other;
      }
      const before = changes;
      const other = changed(inner, depth + 1);
      return changes === before ? value : JSON.stringify(other);
    }
    if (Array.isArray(value)) return value.map((item) => changed(item, depth + 1));
    if (!isObject(value)) return value;
    const copy = {};
    for (const [name, part] of Object.entries(value)) setOwn(copy, name, changed(part, depth + 1));
    return copy;
  }
}

/** The texts that `withTexts` changes. */
export function textsIn(event: unknown): string[] {
  const texts = new Set<string>();
  withTexts(event, (text) => {
    texts.add(text);
    return text;
  });
  return [...texts];
}

/** What a text of JSON says; undefined for what is none, and for what may be nested too deeply to be written again. */
function jsonIn(text: string): unknown {
  if (!/^\s*[[{"]/.test(text) || text.split(/[[{]/, mostBrackets).length === mostBrackets) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
