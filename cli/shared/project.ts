import type { Config } from '../../src/core.js';

/** An option that has its value from the configuration file. */
export interface ConfiguredOption {
  readonly flag: string;
  /** Where it stands there: `fuzz.runs`. */
  readonly place: string;
}

/** A configuration file that was read. */
export interface Project {
  readonly config: Config;
  /** Its name, as it is told. */
  readonly file: string;
  /** The folder that it lies in. */
  readonly directory: string;
  /** What the command that runs has from it. */
  readonly options: readonly ConfiguredOption[];
}
