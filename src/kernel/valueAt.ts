/**
 * The value at a path, also of inherited properties such as `length`; undefined where the path leads through something
 * that is no object.
 */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let part = value;
  for (const key of path) {
    if (typeof part !== 'object' || part === null) return undefined;
    part = Reflect.get(part, key);
  }
  return part;
}
