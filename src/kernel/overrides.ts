import { setOwn } from './json.js';

/**
 * Values the user fixed, in the shape of the event and to any depth. Where the event has an array,
 * an array fixes its elements one by one (the event gets at least so many), and an object fixes every element.
 *
 * @example
 * const everyRecord: Overrides<{ Records: { topic: string }[] }> = { Records: { topic: 'orders' } };
 * everyRecord; // { Records: { topic: 'orders' } }
 */
export type Overrides<T> = T extends readonly (infer Item)[]
  ? readonly (Overrides<Item> | undefined)[] | (Item extends object ? Overrides<Item> : never)
  : T extends object
    ? { readonly [Key in keyof T]?: Overrides<T[Key]> }
    : T;

/** Fixes nothing. */
export const nothing: Readonly<Record<never, never>> = Object.freeze({});

/** What is fixed for element `index` of an array: its own entry, or the one for every element. */
export function givenItem<Item extends object>(
  given: readonly (Overrides<Item> | undefined)[] | Overrides<Item> | undefined,
  index: number,
): Overrides<Item> {
  if (given === undefined) return nothing as Overrides<Item>;
  const item = Array.isArray(given) ? given[index] : given;
  return (item ?? nothing) as Overrides<Item>;
}

/** What is fixed within a part of the event; nothing where the user put no object there. */
export function givenPart<Part extends object>(part: Part | undefined): Partial<Part> {
  return typeof part === 'object' && part !== null ? part : {};
}

/** How many elements the user fixed one by one; the event has at least so many. */
export function givenLength(given: unknown): number {
  return Array.isArray(given) ? given.length : 0;
}

/** The value with the overrides laid over it; the value itself stays as it is, and is returned when nothing is fixed. */
export function withOverrides<T>(value: T, overrides: unknown): T {
  return overlaid(value, overrides) as T;
}

function overlaid(value: unknown, fixed: unknown): unknown {
  if (fixed === undefined) return value;
  if (typeof fixed !== 'object' || fixed === null) return fixed;
  if (Array.isArray(value))
    return Array.isArray(fixed) ? overlaidItems(value, fixed) : value.map((item) => overlaid(item, fixed));
  if (Array.isArray(fixed)) return fixed;
  const names = Object.keys(fixed);
  if (names.length === 0) return value;
  const result: object = typeof value === 'object' && value !== null ? copyOf(value) : {};
  for (const name of names) {
    const own = Object.hasOwn(result, name) ? (result as Record<string, unknown>)[name] : undefined;
    setOwn(result, name, overlaid(own, (fixed as Record<string, unknown>)[name]));
  }
  return result;
}

function overlaidItems(items: readonly unknown[], fixed: readonly unknown[]): unknown[] {
  const length = Math.max(items.length, fixed.length);
  return Array.from({ length }, (_, index) => overlaid(items[index], fixed[index]));
}

function copyOf(value: object): object {
  const copy = {};
  for (const name of Object.keys(value)) setOwn(copy, name, (value as Record<string, unknown>)[name]);
  return copy;
}
