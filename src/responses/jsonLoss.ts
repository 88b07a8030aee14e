import { describeValue } from '../kernel/describeValue.js';
import type { IssuePath } from '../kernel/issue.js';

/** A place in a value where JSON fails or says less. */
export interface JsonLoss {
  readonly path: IssuePath;
  readonly received: string;
}

/** The first place that JSON.stringify fails at; undefined when none can be told, as of a getter that throws. */
export function unserialisablePlace(root: unknown): JsonLoss | undefined {
  if (typeof root === 'function' || typeof root === 'symbol')
    return { path: [], received: describeValue(root) };
  try {
    for (const place of placesOf(root)) {
      if (typeof place.value === 'bigint')
        return { path: pathOf(place), received: describeValue(place.value) };
      if (place.isCircular)
        return { path: pathOf(place), received: 'a reference to the object it stands in' };
    }
  } catch {
    return undefined;
  }
  return undefined;
}

/** Every place whose value JSON changes: NaN, Infinity, Map, Set. */
export function losses(root: unknown): JsonLoss[] {
  const found: JsonLoss[] = [];
  for (const place of placesOf(root)) {
    const { value } = place;
    if (typeof value === 'number')
      found.push({ path: pathOf(place), received: `${value}, which becomes null` });
    if (value instanceof Map || value instanceof Set) {
      const name = `a ${value.constructor.name} of ${value.size}`;
      found.push({ path: pathOf(place), received: `${name}, which becomes {}` });
    }
  }
  return found;
}

interface Place {
  readonly value: unknown;
  readonly key: string | number;
  readonly parent: Place | undefined;
  /** True for an object that stands in itself; nothing in it is looked at again. */
  readonly isCircular: boolean;
}

/** Every object, bigint and number that is none to JSON, in order; without recursion, which deep values overflow. */
function* placesOf(root: unknown): Generator<Place> {
  const within = new Set<unknown>();
  const waiting: ({ leave: unknown } | Omit<Place, 'isCircular'>)[] = [];
  if (isOfInterest(root)) waiting.push({ value: root, key: '', parent: undefined });
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if ('leave' in step) {
      within.delete(step.leave);
      continue;
    }
    const parent: Place = { ...step, isCircular: typeof step.value === 'object' && within.has(step.value) };
    yield parent;
    if (parent.isCircular) continue;
    within.add(parent.value);
    waiting.push({ leave: parent.value });
    for (const [key, value] of entriesOf(parent.value).reverse()) {
      if (isOfInterest(value)) waiting.push({ value, key, parent });
    }
  }
}

function isOfInterest(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'bigint' || (typeof value === 'object' && value !== null);
}

/** What JSON.stringify goes into: not what has a form of its own, and nothing of a Map. */
function entriesOf(value: unknown): [key: string | number, value: unknown][] {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return [];
  if (ArrayBuffer.isView(value)) return [];
  return Array.isArray(value) ? [...value.entries()] : Object.entries(value);
}

function pathOf(place: Place): IssuePath {
  const path: (string | number)[] = [];
  for (let at = place; at.parent !== undefined; at = at.parent) path.unshift(at.key);
  return path;
}
