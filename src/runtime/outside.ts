/** What a function in a process of its own wants of the outside. */
export type OutsideQuestion =
  | {
      readonly kind: 'http';
      readonly method: string;
      readonly url: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
      /** In Base64. */
      readonly body: string;
    }
  /** Something that is not allowed: `tcp mysql.example.com:3306`, `run ls`. */
  | { readonly kind: 'refuse'; readonly name: string; readonly code: string };

/** What comes of it. */
export type OutsideAnswer =
  | {
      readonly status: number;
      readonly headers: readonly (readonly [name: string, value: string])[];
      /** In Base64. */
      readonly body: string;
    }
  /** The name of an error of the operating system: `ECONNRESET`. */
  | { readonly error: string };

/** A change of a file, or one that was refused. */
export interface FileChange {
  /** What the operating system was asked to do: `open`, `mkdir`. */
  readonly name: string;
  /** As the function names it. */
  readonly path: string;
  readonly state: 'done' | 'refused';
}

/** What only makes sense for one sort of value was done with what was read. */
export type ReadSort = 'text' | 'number';

/** What may be, as far as the code of a function tells. */
export interface CodeFacts {
  /** It may follow what its process draws when it starts, such as the order of sets. */
  readonly followsSeed: boolean;
  /** Something of an event may be there at the next one. */
  readonly remembers: boolean;
}

/** Hears what a function in a process of its own does beside answering, and answers for the outside. */
export interface Outside {
  /**
   * @param atMs what the function's clock shows.
   * @returns the answer, and what the clock shows when it comes.
   */
  ask(
    question: OutsideQuestion,
    atMs: number,
  ): Promise<{ readonly answer: OutsideAnswer; readonly atMs: number }>;
  change(change: FileChange): void;
  /**
   * What it read of its event (`event`), or of JSON in it (`payload`): names of fields, `[]` for an element; and what it
   * took that for, where an exception tells.
   */
  read(path: readonly string[], sort?: ReadSort): void;
  /** It has asked for the time zone of its process, since it was loaded. */
  followZone(): void;
  /** What its code says before it runs, where the runtime reads that. */
  knowCode(code: CodeFacts): void;
  /** What its answer loses as JSON: `NaN at total`. */
  lose(what: readonly string[]): void;
}
