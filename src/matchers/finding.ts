import type { Issue } from '../kernel/issue.js';

/** A reason why a matcher fails; rule and source stand there when the platform has one. */
export type Problem = Omit<Issue, 'rule' | 'source' | 'severity'> &
  Partial<Pick<Issue, 'rule' | 'source' | 'severity'>>;

/** What a matcher found. It fails when there is a problem that is no warning. */
export interface Finding {
  /** What stands in the parentheses of expect, where the matcher takes several things. */
  readonly subject?: string;
  /** Continues "Expected …": `a response with status 200`. */
  readonly expected: string;
  /** Continues "Expected …" when the matcher is negated: `a response with another status than 200`. */
  readonly negated: string;
  readonly problems: readonly Problem[];
  /** What else the reader wants to know, each a line of its own: what the caller would get. Asked for a message alone. */
  notes?(): readonly string[];
  /** Where the notes come from. */
  readonly noteSource?: string;
}
