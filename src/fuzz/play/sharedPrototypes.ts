const sharedTypes = [Object, Array, String, Number, Function, Promise, Map, Set, Date, RegExp, Error].map(
  (type) => ({ name: type.name, prototype: type.prototype as object }),
);

/**
 * The names in the prototypes that all code shares. What is added while a handler is loaded stays: it is the same for
 * every event, and the handler may live on it.
 */
export class SharedPrototypes {
  readonly #known = sharedTypes.map(({ prototype }) => new Set(Object.getOwnPropertyNames(prototype)));

  /** A handler is about to be loaded; the returned function ends that. */
  beginLoad(): () => void {
    const before = new SharedPrototypes();
    return () => {
      for (const { index, added } of before.#added()) this.#known[index]?.add(added);
    };
  }

  /** Takes back what was added while a handler ran, and tells it. */
  restore(): string[] {
    return this.#added().map(({ name, prototype, added }) => {
      Reflect.deleteProperty(prototype, added);
      return `${name}.prototype.${added}`;
    });
  }

  #added() {
    return sharedTypes.flatMap(({ name, prototype }, index) => {
      const known = this.#known[index] as ReadonlySet<string>;
      const names = Object.getOwnPropertyNames(prototype);
      return names.filter((added) => !known.has(added)).map((added) => ({ index, name, prototype, added }));
    });
  }
}
