import type { Place, ToldRun } from '../reports.js';
import { headOf } from './headOf.js';
import { notesOf } from './text.js';

/** What a CI system shows at a line of the code: a failure, a run that proves little, or something to note. */
export interface Finding {
  readonly level: 'failure' | 'weakness' | 'note';
  /** The oracle; the level for what none has found. */
  readonly rule: string;
  /** In a few words; what tells failures of one rule apart. */
  readonly title: string;
  readonly text: string;
  readonly place: Place;
}

/** All that is to be said of a run, failures first. */
export function findingsOf({ report, subject, placeOf, texts }: ToldRun): readonly Finding[] {
  const failures = report.failures.map((failure): Finding => {
    const { oracle: rule, what: title } = failure;
    return { level: 'failure', rule, title, text: headOf(failure), place: placeOf(failure) };
  });
  const other = (level: 'weakness' | 'note', texts: readonly string[]) =>
    texts.map((text): Finding => ({ level, rule: rules[level], title: text, text, place: subject }));
  return [...failures, ...other('weakness', report.weakness), ...other('note', notesOf(report, texts))];
}

const rules = { weakness: 'proves-little', note: 'note' } as const;
