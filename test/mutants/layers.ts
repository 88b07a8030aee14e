import { gzipSync } from 'node:zlib';
import { type DecodedPart, isObject, type Trigger } from '../../src/index.js';
import { valueAt, withValueAt } from './places.js';
import type { Mutation } from './single.js';

/**
 * Mutations of the encoded parts of an event: the encoding broken, and what stands inside changed and encoded again.
 * What is merely JSON in a text belongs to the user, who may send any other text instead.
 */
export function layerMutationsOf(
  trigger: Trigger,
  event: unknown,
  fieldOf: (part: DecodedPart) => string,
): Mutation[] {
  return trigger.decode(event).flatMap((part) => {
    const text = valueAt(event, part.path);
    const layers = part.encoding.split(', ');
    if (typeof text !== 'string' || text === '' || !layers.includes('Base64')) return [];
    const mutation = (change: string, replacement: string): Mutation => ({
      operator: 'layer',
      field: fieldOf(part),
      path: part.path,
      replacement,
      change,
    });
    const broken = [
      mutation('a character that is not Base64', `${text.slice(0, 4)}!${text.slice(5)}`),
      mutation('a Base64 character short', text.slice(0, -1)),
    ];
    if (layers.at(-1) !== 'JSON' || layers.length < 3) return broken;
    const inside = [...insideMutations(part.value)].map(([change, value]) =>
      mutation(change, encoded(value, layers)),
    );
    return [
      ...broken,
      mutation('bytes that are not compressed', Buffer.from('{}').toString('base64')),
      mutation('cut off in the middle', text.slice(0, (text.length >> 3) * 4)),
      ...inside,
    ];
  });
}

/** Drops and retypes everything in a decoded JSON value, and breaks its numbers in texts, one at a time. */
function* insideMutations(value: unknown): Generator<[string, unknown], void, undefined> {
  for (const path of pathsOf(value, [])) {
    const at = path.join('.');
    const now = valueAt(value, path);
    const key = path.at(-1);
    if (typeof key === 'string') {
      const parent = valueAt(value, path.slice(0, -1));
      const { [key]: _dropped, ...rest } = parent as Record<string, unknown>;
      yield [`${at} dropped inside`, withValueAt(value, path.slice(0, -1), rest)];
    }
    yield [`${at} null inside`, withValueAt(value, path, null)];
    yield [
      `${at} retyped inside`,
      withValueAt(value, path, typeof now === 'string' ? { text: now } : 'text'),
    ];
    if (typeof now === 'string' && /^\d+$/.test(now))
      yield [`${at} no digits inside`, withValueAt(value, path, `${now}x`)];
  }
}

function* pathsOf(
  value: unknown,
  path: readonly (string | number)[],
): Generator<readonly (string | number)[], void, undefined> {
  if (path.length > 0) yield path;
  const keys: (string | number)[] = Array.isArray(value)
    ? [0, value.length - 1]
    : isObject(value)
      ? Object.keys(value)
      : [];
  for (const key of new Set(keys)) {
    if (key !== -1) yield* pathsOf(valueAt(value, [key]), [...path, key]);
  }
}

function encoded(value: unknown, layers: readonly string[]): string {
  const json = Buffer.from(JSON.stringify(value));
  return (layers.includes('gzip') ? gzipSync(json) : json).toString('base64');
}
