/** How a kind of finding is explained to the one who has it. */
export interface Guide {
  /** What to do, in a sentence or more. */
  readonly mend: string;
  /** A function that breaks the law, as a file. */
  readonly bad: string;
  /** The same, mended. */
  readonly good: string;
  /** How the two are tried: in which all but the code is the same. */
  readonly tried: Tried;
  /** In Simplified Chinese. */
  readonly zh: {
    /** What holds for a handler, in one sentence. */
    readonly law: string;
    readonly mend: string;
  };
}

/** How an example is tried. */
export interface Tried {
  /** The kind of event it gets. */
  readonly kind: string;
  /** The ending of its file; `.js` when left out. */
  readonly file?: string;
  /** Options of `fuzzHandler`, as JSON. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Why nothing tries it, where only a platform of its own shows it. */
  readonly isShownOnly?: string;
}
