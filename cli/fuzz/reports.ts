import type { ReportedFailure, RunReport } from '../../src/fuzz/index.js';
import type { Texts } from '../texts/texts.js';

/** A line of a file, as CI systems name it. */
export interface Place {
  /** From the root of the repository on, with `/`. */
  readonly file: string;
  readonly line: number;
}

/** A report with what else its forms tell. */
export interface ToldRun {
  readonly report: RunReport;
  /** The report for programs, in English; the same as `report` when left out. */
  readonly data?: RunReport;
  /** The function, as a place. */
  readonly subject: Place;
  /** Where a failure comes from; the function where its text names no line. */
  readonly placeOf: (failure: ReportedFailure) => Place;
  /** The lines of code around that place; undefined where it is not known. */
  readonly frameOf: (failure: ReportedFailure) => CodeFrame | undefined;
  /** The command that tries a failure again. */
  readonly againOf: (failure: ReportedFailure) => string;
  readonly seconds: number;
  /** The texts of another language than English, in which the report is already. */
  readonly texts?: Texts;
}

/** Some lines of a file around one of them. */
export interface CodeFrame extends Place {
  /** The number of the first one. */
  readonly first: number;
  readonly lines: readonly string[];
}
