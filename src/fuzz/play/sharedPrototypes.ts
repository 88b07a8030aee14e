const sharedTypes = [Object, Array, String, Number, Function, Promise, Map, Set, Date, RegExp, Error].map(
  (type) => ({ name: type.name, prototype: type.prototype as object }),
);

/** The names in the prototypes that all code shares. */
export function snapshotOfPrototypes(): readonly ReadonlySet<string>[] {
  return sharedTypes.map(({ prototype }) => new Set(Object.getOwnPropertyNames(prototype)));
}

/** Takes back what was added to the shared prototypes, and tells it. */
export function restorePrototypes(before: readonly ReadonlySet<string>[]): string[] {
  const polluted: string[] = [];
  for (const [index, { name, prototype }] of sharedTypes.entries()) {
    const known = before[index] as ReadonlySet<string>;
    const names = Object.getOwnPropertyNames(prototype);
    if (names.length === known.size) continue;
    for (const added of names) {
      if (known.has(added)) continue;
      Reflect.deleteProperty(prototype, added);
      polluted.push(`${name}.prototype.${added}`);
    }
  }
  return polluted;
}
