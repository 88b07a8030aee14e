import { describeIssue, type Issue } from '../../src/core.js';
import type { Texts } from './texts.js';

/** Lines of what a command prints, in the language of the command line. */
export function linesIn(texts: Texts | undefined, english: string): string {
  return texts?.lines(english) ?? english;
}

/** A problem as one line, in the language of the command line. */
export function issueIn(texts: Texts | undefined, issue: Issue): string {
  return texts?.issue(issue) ?? describeIssue(issue);
}
