import { type JsonValue, setOwn } from '../../../kernel/json.js';
import { abridged, abridgedBytes, longestText } from './abridged.js';

/** What is nested deeper is left out; few call stacks hold more. */
const deepest = 500;

/** The arguments of a call as JSON holds them; hears how long what is too long to be kept is. */
export function argumentsAsJson(args: readonly unknown[], onLong: (length: number) => void): JsonValue {
  const seen = new WeakSet<object>();
  return args.map((arg, index) => copied(arg, String(index), 0) ?? null);

  function copied(given: unknown, name: string, depth: number): JsonValue | undefined {
    if (typeof given === 'string') {
      if (given.length > longestText) onLong(given.length);
      return abridged(given);
    }
    if (typeof given === 'boolean' || given === null) return given;
    if (typeof given === 'number') return Number.isFinite(given) ? given : null;
    if (typeof given === 'bigint') return `${given}n`;
    if (typeof given !== 'object' || depth > deepest) return undefined;
    if (given instanceof Uint8Array) {
      if (given.length <= longestText) return { base64: Buffer.from(given).toString('base64') };
      onLong(given.length);
      return { bytes: abridgedBytes(given) };
    }
    const toJson: unknown = Reflect.get(given, 'toJSON');
    if (typeof toJson === 'function') {
      const value: unknown = Reflect.apply(toJson, given, [name]);
      if (value !== given) return copied(value, name, depth + 1);
    }
    if (given instanceof AbortSignal || seen.has(given)) return undefined;
    if (given instanceof Map) return { map: copied([...given], name, depth + 1) ?? null };
    if (given instanceof Error) return { name: given.name, message: given.message };
    if (given instanceof Number || given instanceof String || given instanceof Boolean)
      return copied(given.valueOf(), name, depth);
    seen.add(given);
    if (Array.isArray(given))
      return given.map((item, index) => copied(item, String(index), depth + 1) ?? null);
    const object = {};
    for (const [key, part] of Object.entries(given)) {
      const value = copied(part, key, depth + 1);
      if (value !== undefined) setOwn(object, key, value);
    }
    return object;
  }
}
