const sharedTypes = [Object, Array, String, Number, Function, Promise, Map, Set, Date, RegExp, Error].map(
  (type) => ({ name: type.name, prototype: type.prototype as object }),
);

/**
 * The names in the prototypes that all code shares, as far as they can be listed, which is how data adds them. What is
 * added while a handler is loaded stays: it is the same for every event, and the handler may live on it.
 */
export class SharedPrototypes {
  readonly #known = namesNow().map((names) => new Set(names));

  /** A handler is about to be loaded; the returned function ends that. */
  beginLoad(): () => void {
    const before = namesNow();
    return () => {
      for (const [index, names] of namesNow().entries())
        for (const name of names) if (!before[index]?.includes(name)) this.#known[index]?.add(name);
    };
  }

  /** Takes back what was added while a handler ran, and tells it. */
  restore(): string[] {
    return sharedTypes.flatMap(({ name, prototype }, index) =>
      Object.keys(prototype)
        .filter((added) => this.#known[index]?.has(added) === false)
        .map((added) => {
          Reflect.deleteProperty(prototype, added);
          return `${name}.prototype.${added}`;
        }),
    );
  }
}

/** What can be listed: to list all names takes twenty times as long. */
function namesNow(): string[][] {
  return sharedTypes.map(({ prototype }) => Object.keys(prototype));
}
