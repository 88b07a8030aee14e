const sharedTypes = [Object, Array, String, Number, Function, Promise, Map, Set, Date, RegExp, Error].map(
  (type) => ({ name: type.name, prototype: type.prototype as object }),
);

type Names = readonly string[];

/**
 * The names in the prototypes that all code shares. What is added while a handler is loaded stays: it is the same for
 * every event, and the handler may live on it.
 */
export class SharedPrototypes {
  readonly #known: Names[] = namesNow();

  /** A handler is about to be loaded; the returned function ends that. */
  beginLoad(): () => void {
    const before = namesNow();
    return () => {
      for (const { index, added } of addedTo(before))
        this.#known[index] = [...(this.#known[index] as Names), added];
    };
  }

  /** Takes back what was added while a handler ran, and tells it. */
  restore(): string[] {
    return addedTo(this.#known).map(({ name, prototype, added }) => {
      Reflect.deleteProperty(prototype, added);
      return `${name}.prototype.${added}`;
    });
  }
}

function namesNow(): Names[] {
  return sharedTypes.map(({ prototype }) => Object.getOwnPropertyNames(prototype));
}

function addedTo(known: readonly Names[]) {
  return sharedTypes.flatMap(({ name, prototype }, index) => {
    const [before, names] = [known[index] as Names, Object.getOwnPropertyNames(prototype)];
    // Names keep their order, and what is added comes last.
    if (names.length === before.length && names.at(-1) === before.at(-1)) return [];
    return names
      .filter((added) => !before.includes(added))
      .map((added) => ({ index, name, prototype, added }));
  });
}
