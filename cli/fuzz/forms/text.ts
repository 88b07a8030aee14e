import type { Verdict } from '../../../src/fuzz/index.js';
import { countedIn, said, type Texts } from '../../texts/texts.js';
import type { RunReport } from '../reports.js';

/** The failures, each with its story, or why a run without any proves little. */
export function textOf({ failures, weakness }: RunReport, texts?: Texts): string {
  if (weakness.length > 0) return `${said(texts, 'Proves little: {{why}}', { why: weakness.join(' ') })}\n`;
  const text = failures.map((failure, index) => `${index + 1}. ${failure.text}\n\n`).join('');
  return texts?.report(text) ?? text;
}

/** What is to be noted of a run, and in one line how it ended. */
export function summaryOf(report: RunReport, texts?: Texts): string {
  const { failures, runs, seed, trigger, verdict } = report;
  const end =
    failures.length === 0 ? said(texts, verdicts[verdict], {}) : countedIn(texts, failures.length, 'failure');
  const notes = notesOf(report, texts).map((note) => `${said(texts, 'Note: {{note}}', { note })}\n`);
  const tried = said(texts, 'Tried {{cases}} of {{kind}} with seed {{seed}}: {{end}}.', {
    cases: countedIn(texts, runs, 'case'),
    kind: trigger,
    seed,
    end,
  });
  return `${notes.join('')}${tried}\n`;
}

/** What is to be noted of a run. */
export function notesOf({ dropped, warnings }: RunReport, texts?: Texts): readonly string[] {
  return [
    ...dropped.map((path) => said(texts, '{{path}} passes by now and was dropped.', { path })),
    ...warnings,
  ];
}

const verdicts = {
  broken: 'broken',
  'proves-little': 'nothing found, and that proves little',
  'nothing-found': 'nothing found',
} as const satisfies Readonly<Record<Verdict, string>>;
