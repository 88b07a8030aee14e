/** True for a value that is nested more deeply than so many levels; without recursion, which deep values overflow. */
export function deeperThan(value: unknown, levels: number): boolean {
  let level: object[] = isNested(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > levels) return true;
    const next: object[] = [];
    for (const node of level) {
      for (const key in node) {
        const child = (node as Record<string, unknown>)[key];
        if (isNested(child)) next.push(child);
      }
    }
    level = next;
  }
  return false;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
