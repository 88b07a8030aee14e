import type { Issue } from '../../src/index.js';
import type { Texts } from '../texts/texts.js';
import { issueIn } from '../texts/told.js';
import { severityIn, sourceIn } from '../texts/toldNotes.js';
import { oneLine } from './printable.js';

/**
 * An issue of the file in which an event stands.
 *
 * @param source the page to read.
 */
export function fileIssue(
  rule: string,
  severity: Issue['severity'],
  problem: string,
  source = 'scf-fixtures',
): Issue {
  return {
    path: [],
    rule,
    severity,
    expected: 'an event as JSON',
    received: problem,
    source,
  };
}

/** Said of events of other clouds. */
export const sentByOthers =
  'which no trigger of SCF sends: a function that gets it is called by somebody else, or comes from there';

/** An issue as a line of a report. */
export function issueLine(
  source: string,
  issue: Issue,
  texts: Texts | undefined,
  text = issueIn(texts, issue),
): string {
  const severity = severityIn(texts, issue.severity);
  return `${oneLine(source)}: ${severity}: ${text}  [${issue.rule}] (${sourceIn(texts, issue.source)})\n`;
}
