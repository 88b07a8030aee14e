import type { Oracle } from '../oracles/oracle.js';
import type { Cases } from './cases.js';
import type { SearchJournal } from './journal.js';
import type { Learned, LearningSource } from './learn/learn.js';
import type { TrialSetting } from './trial.js';

/** What to search for, and how: the options, read. */
export interface Plan<Event, World> {
  readonly setting: TrialSetting<Event, World>;
  /** The oracles to ask, in their order. */
  readonly oracles: readonly Oracle[];
  readonly seed: string | number;
  readonly runs: number;
  /** Only every so-many-th run. */
  readonly shard: { readonly index: number; readonly of: number };
  /** Looks for no further failures once so many different ones are found. */
  readonly maxFailures: number;
  /** When to stop trying new cases, in milliseconds since the start; infinite when never. */
  readonly budgetMs: number;
  /** Where to learn what the handler looks for; undefined when it is not looked at. */
  readonly learning: LearningSource<Event> | undefined;
  /** False tells what is found as it was drawn. */
  readonly isShrinking: boolean;
  /** What a reader should know of the result before anything is tried. */
  readonly notes: readonly string[];
  readonly journal: SearchJournal<Event> | undefined;
  casesOf(learned: Learned | undefined): Cases<Event>;
}
