import { removeGlobal } from '../../runtime/patches.js';

/**
 * Global variables that handlers add while they run, as caches: a cold start on the platform has none of them. What is
 * added while a handler is loaded stays, since a library that is loaded once may live on it.
 */
export class AddedGlobals {
  readonly #known = new Set(Object.keys(globalThis));

  /** A handler is about to be loaded; the returned function ends that. */
  beginLoad(): () => void {
    const before = new Set(Object.keys(globalThis));
    return () => {
      for (const name of Object.keys(globalThis)) if (!before.has(name)) this.#known.add(name);
    };
  }

  /** The execution is over. */
  close(): void {
    for (const name of Object.keys(globalThis)) if (!this.#known.has(name)) removeGlobal(name);
  }
}
