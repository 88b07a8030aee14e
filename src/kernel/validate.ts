/** A check compiled from a contract. */
export type Validate = (value: unknown) => boolean;

/** True when every item passes. */
export function every(items: readonly unknown[], passes: Validate): boolean {
  for (let i = 0; i < items.length; i++) if (!passes(items[i])) return false;
  return true;
}

/** True when every property that is not among the named passes. */
export function others(object: object, named: readonly string[], passes: Validate): boolean {
  for (const name of Object.keys(object)) {
    if (!named.includes(name) && !passes((object as Record<string, unknown>)[name])) return false;
  }
  return true;
}
