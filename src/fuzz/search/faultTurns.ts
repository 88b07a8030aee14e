/** How often a call of a sort is made to fail in cases that are delivered once, before that becomes rare. */
const often = 16;
/** Of how many further times one is taken. */
const rarely = 8;

/**
 * Which outside calls are made to fail in cases that are delivered once: what has failed often tells little when it
 * fails again, and takes most of the time. Cases that are delivered in every way have all of theirs fail.
 */
export class FaultTurns {
  readonly #asked = new Map<string, number>();

  /** Tells of a case which of its calls are to fail, by their names; the same however often it is asked. */
  forCase(): (name: string) => boolean {
    const told = new Map<string, boolean>();
    return (name) => {
      const sort = sortOf(name);
      const known = told.get(sort);
      if (known !== undefined) return known;
      const before = this.#asked.get(sort) ?? 0;
      this.#asked.set(sort, before + 1);
      const isTaken = before < often || before % rarely === 0;
      told.set(sort, isTaken);
      return isTaken;
    };
  }
}

/** The name of a call without the data that stands in it: `PUT https://orders.example.com`. */
function sortOf(name: string): string {
  return name.replace(/^([A-Z]+ https?:\/\/[^/?]+).*$/s, '$1');
}
