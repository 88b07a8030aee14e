import type { RunReport, Verdict } from '../../../src/fuzz/index.js';
import { counted } from '../../shared/options.js';

/** The failures, each with its story, or why a run without any proves little. */
export function textOf({ failures, weakness }: RunReport): string {
  if (weakness.length > 0) return `Proves little: ${weakness.join(' ')}\n`;
  return failures.map((failure, index) => `${index + 1}. ${failure.text}\n\n`).join('');
}

/** The first failure, the others in two lines each, or why a run without any proves little. */
export async function screenOf(report: RunReport): Promise<string> {
  if (report.failures.length === 0) return textOf(report);
  const { firstScreen } = await import('../../../src/fuzz/index.js');
  return `${firstScreen(report.failures)}\n\n`;
}

/** What to do next about what was found; empty where that is nothing. */
export async function nextOf({ failures }: RunReport): Promise<string> {
  const [first] = failures;
  if (first === undefined) return '';
  const { nextStep } = await import('../../../src/fuzz/index.js');
  const again =
    first.storedAt === undefined
      ? 'All of it: --report text.'
      : `Again: npx scf-fixtures replay ${first.storedAt}; all of it: --report text.`;
  return `${nextStep(first, again)}\n`;
}

/** As many notes are told on a first screen. */
const maxNotes = 4;

/**
 * What is to be noted of a run, and in one line how it ended.
 *
 * @param options `isShort`: of many notes the first ones.
 */
export function summaryOf(report: RunReport, { isShort }: { readonly isShort: boolean }): string {
  const { failures, runs, seed, trigger, verdict } = report;
  const end = failures.length === 0 ? verdicts[verdict] : counted(failures.length, 'failure');
  const all = notesOf(report);
  const told = isShort ? all.slice(0, maxNotes) : all;
  const left = all.length - told.length;
  const notes = told.map((note) => `Note: ${note}\n`);
  if (left > 0) notes.push(`And ${counted(left, 'further note')}: --report text.\n`);
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
