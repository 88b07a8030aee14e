import type { Config } from '../../src/core.js';

/** A configuration file that was read. */
export interface Project {
  readonly config: Config;
  /** Its name, as it is told. */
  readonly file: string;
  /** The folder that it lies in. */
  readonly directory: string;
}
