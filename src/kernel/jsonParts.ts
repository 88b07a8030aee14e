import { isObject } from './json.js';

/** A value somewhere in another one. */
export interface JsonPart {
  readonly value: unknown;
  /** Names and indexes from the root; of what an opened text holds, those of the text go first. */
  readonly path: readonly (string | number)[];
}

/** How far {@link partsOf} goes. */
export interface PartsOptions {
  /** What a text holds, such as `jsonInside`; the text itself is a part, too. Texts stay closed when left out. */
  readonly open?: (text: string) => unknown;
  /** Parts deeper than this are left out, opened texts counting as a level; 100 when left out. */
  readonly maxDepth?: number;
}

/** Every part of a value, the value itself first, outer ones before inner; without recursion, which deep values overflow. */
export function* partsOf(root: unknown, options: PartsOptions = {}): Generator<JsonPart, void, undefined> {
  const { open = () => undefined, maxDepth = 100 } = options;
  const waiting: (JsonPart & { readonly depth: number })[] = [{ value: root, path: [], depth: 0 }];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const { value, path } = part;
    yield part;
    const depth = part.depth + 1;
    if (depth > maxDepth) continue;
    if (typeof value === 'string') {
      const inside = open(value);
      if (inside !== undefined) waiting.push({ value: inside, path, depth });
    } else {
      const inner = Array.isArray(value)
        ? [...value.entries()]
        : isObject(value)
          ? Object.entries(value)
          : [];
      for (const [key, item] of inner.reverse()) waiting.push({ value: item, path: [...path, key], depth });
    }
  }
}
