import type { ChildGroup } from './childGroup.js';

/** A process that runs, and its own folders. */
export interface StartedProcess {
  readonly child: ChildGroup;
  /** Its temporary directory, as it sees it. */
  readonly temp: string;
  /** What of the platform is not there, a sentence each. */
  readonly notes: readonly string[];
}
