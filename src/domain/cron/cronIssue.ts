import type { Issue } from '../../kernel/issue.js';
import type { CronField, CronFieldName } from './cron.js';

/**
 * Which page the expression is written for: `current` is the Chinese page with `? L W #`, `guide` the guide of 2022
 * (and today's international page) without them. Left out, both are read and what only one of them has is a warning.
 */
export type CronDialect = 'current' | 'guide';

/** A problem in a cron expression, with its place in the text. */
export interface CronIssue extends Issue {
  /** Missing when the number of fields or the spaces between them are at fault. */
  readonly field?: CronFieldName;
  /** Where in the expression it starts, from 0; the length of the expression when something is missing at its end. */
  readonly position: number;
  /** How many characters are at fault; 0 when something is missing. */
  readonly length: number;
}

export const currentPage = 'https://cloud.tencent.com/document/product/583/9708';
export const guidePage = 'https://www.tencentcloud.com/document/product/583/9708';

/** A stretch of the expression: its text and where it starts. */
export interface Piece {
  readonly text: string;
  readonly start: number;
}

/** Cuts a piece at each separator, keeping the positions. */
export function cut(piece: Piece, separator: string): Piece[] {
  const pieces: Piece[] = [];
  let start = piece.start;
  for (const text of piece.text.split(separator)) {
    pieces.push({ text, start });
    start += text.length + separator.length;
  }
  return pieces;
}

interface Complaint {
  readonly rule: string;
  readonly expected: string;
  readonly received?: string;
  readonly hint?: string | undefined;
  readonly severity?: 'warning';
  readonly source?: string;
}

/** Makes the issue for one piece of one field. */
export function issueAt(field: CronField | undefined, piece: Piece, complaint: Complaint): CronIssue {
  return {
    path: field === undefined ? [] : [field.name],
    rule: `cron/${complaint.rule}`,
    severity: complaint.severity ?? 'error',
    expected: complaint.expected,
    received: complaint.received ?? (piece.text === '' ? 'nothing' : quoted(piece.text)),
    ...(complaint.hint === undefined ? {} : { hint: complaint.hint }),
    source: complaint.source ?? guidePage,
    ...(field === undefined ? {} : { field: field.name }),
    position: piece.start,
    length: piece.text.length,
  };
}

/** A text in quotes, cut where it gets long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length <= 60 ? text : `${text.slice(0, 60)}…`);
}

/** What a value of this field looks like: `an integer from 1 to 12 or JAN to DEC`. */
export function allowedIn(field: CronField): string {
  const numbers = `an integer from ${field.lowest} to ${field.highest}`;
  return field.names.length === 0 ? numbers : `${numbers} or ${field.names[0]} to ${field.names.at(-1)}`;
}
