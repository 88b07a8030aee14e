import type { Verdict } from '../../../src/fuzz/index.js';
import { counted } from '../../shared/options.js';
import type { RunReport } from '../reports.js';

/** The failures, each with its story, or why a run without any proves little. */
export function textOf({ failures, weakness }: RunReport): string {
  if (weakness.length > 0) return `Proves little: ${weakness.join(' ')}\n`;
  return failures.map((failure, index) => `${index + 1}. ${failure.text}\n\n`).join('');
}

/** What is to be noted of a run, and in one line how it ended. */
export function summaryOf(report: RunReport): string {
  const { failures, runs, seed, trigger, verdict } = report;
  const end = failures.length === 0 ? verdicts[verdict] : counted(failures.length, 'failure');
  const notes = notesOf(report).map((note) => `Note: ${note}\n`);
  return `${notes.join('')}Tried ${counted(runs, 'case')} of ${trigger} with seed ${seed}: ${end}.\n`;
}

/** What is to be noted of a run. */
export function notesOf({ dropped, warnings }: RunReport): readonly string[] {
  return [...dropped.map((path) => `${path} passes by now and was dropped.`), ...warnings];
}

const verdicts: Readonly<Record<Verdict, string>> = {
  broken: 'broken',
  'proves-little': 'nothing found, and that proves little',
  'nothing-found': 'nothing found',
};
