/** A value that JSON cannot hold, and what it is called. */
function lostName(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : String(value);
  return value instanceof Date && Number.isNaN(value.getTime()) ? 'an invalid date' : undefined;
}

const maxParts = 2000;

/** What a value loses when it is written as JSON, with its place: `NaN at 1.seconds`. */
export function lostIn(value: unknown): string[] {
  const lost: string[] = [];
  const seen = new Set<object>();
  const visit = (part: unknown, path: string, isOfLibrary: boolean): void => {
    const name = lostName(part);
    // Pools and agents have no limit, and say so to whoever writes them down.
    const isNoLimit = isOfLibrary && part === Number.POSITIVE_INFINITY;
    if (name !== undefined && !isNoLimit) lost.push(path === '' ? name : `${name} at ${path}`);
    if (typeof part !== 'object' || part === null || seen.has(part) || seen.size > maxParts) return;
    if (ArrayBuffer.isView(part) || part instanceof Date) return;
    seen.add(part);
    for (const [key, inner] of Object.entries(part))
      visit(inner, path === '' ? key : `${path}.${key}`, isOfLibrary || !isPlain(part));
  };
  visit(value, '', false);
  return lost;
}

/** False for an instance of a class. */
function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || prototype === Object.prototype || Array.isArray(object);
}
