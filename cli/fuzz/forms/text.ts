import type { RunReport, Verdict } from '../../../src/fuzz/index.js';
import { countedIn, said, type Texts } from '../../texts/texts.js';
import { pageIn } from '../../texts/toldNotes.js';

/** The failures, each with its story, or why a run without any proves little. */
export function textOf({ failures, weakness }: RunReport, texts?: Texts): string {
  if (weakness.length > 0) return `${said(texts, 'Proves little: {{why}}', { why: weakness.join(' ') })}\n`;
  const text = failures.map((failure, index) => `${index + 1}. ${failure.text}\n\n`).join('');
  return texts?.report(text) ?? text;
}

/** The first failure, the others in two lines each, or why a run without any proves little. */
export async function screenOf(report: RunReport, texts?: Texts): Promise<string> {
  if (report.failures.length === 0) return textOf(report, texts);
  const { firstScreen } = await import('../../../src/fuzz/index.js');
  const text = firstScreen(report.failures);
  return `${texts?.report(text) ?? text}\n\n`;
}

/** What to do next about what was found; empty where that is nothing. */
export async function nextOf({ failures }: RunReport, texts?: Texts): Promise<string> {
  const [first] = failures;
  if (first === undefined) return '';
  const { findingPage } = await import('../../../src/fuzz/index.js');
  const page = pageIn(texts, findingPage(first.oracle));
  const next =
    first.storedAt === undefined
      ? said(texts, 'Next: {{page}} tells how to mend the first. All of it: --report text.', { page })
      : said(
          texts,
          'Next: {{page}} tells how to mend the first. Again: {{command}}; all of it: --report text.',
          { page, command: `npx scf-fixtures replay ${first.storedAt}` },
        );
  return `${next}\n`;
}

/** As many notes are told on a first screen. */
const maxNotes = 4;

/**
 * What is to be noted of a run, and in one line how it ended.
 *
 * @param options `isShort`: of many notes the first ones.
 */
export function summaryOf(
  report: RunReport,
  { isShort, texts }: { readonly isShort: boolean; readonly texts?: Texts | undefined },
): string {
  const { failures, runs, seed, trigger, verdict } = report;
  const end =
    failures.length === 0 ? said(texts, verdicts[verdict], {}) : countedIn(texts, failures.length, 'failure');
  const all = notesOf(report, texts);
  const shown = isShort ? all.slice(0, maxNotes) : all;
  const left = all.length - shown.length;
  const lines = shown.map((note) => said(texts, 'Note: {{note}}', { note }));
  if (left > 0)
    lines.push(
      said(texts, 'And {{notes}}: --report text.', { notes: countedIn(texts, left, 'further note') }),
    );
  lines.push(
    said(texts, 'Tried {{cases}} of {{kind}} with seed {{seed}}: {{end}}.', {
      cases: countedIn(texts, runs, 'case'),
      kind: trigger,
      seed,
      end,
    }),
  );
  return lines.map((line) => `${line}\n`).join('');
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
