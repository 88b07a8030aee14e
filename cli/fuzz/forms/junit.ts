import { said } from '../../texts/texts.js';
import type { ToldRun } from '../reports.js';
import { escaped } from './escaped.js';
import { notesOf } from './text.js';

/** A test case, as JUnit has it. */
interface JunitCase {
  readonly name: string;
  readonly file: string;
  readonly failure?: { readonly message: string; readonly text: string };
}

/** A report that CI systems read: one test case, failed once for every failure. */
export function junitOf(told: ToldRun): string {
  const { report, subject, seconds, texts } = told;
  const suite = `scf-fixtures fuzz ${report.trigger}`;
  const cases = casesOf(told);
  // Readers add the times up: each case has its share.
  const time = (seconds / cases.length).toFixed(3);
  const lines = cases.map(({ name, file, failure }) => {
    const start = `  <testcase classname="fuzz.${report.trigger}" name="${escaped(name)}" file="${escaped(file)}" time="${time}"`;
    if (failure === undefined) return `${start}/>`;
    const { message, text } = failure;
    return `${start}>\n    <failure message="${escaped(message)}">${escaped(text)}</failure>\n  </testcase>`;
  });
  const failed = cases.filter(({ failure }) => failure !== undefined).length;
  const notes = notesOf(report, texts).map((note) => said(texts, 'Note: {{note}}', { note }));
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="${suite}" tests="${cases.length}" failures="${failed}" errors="0" skipped="0" file="${escaped(subject.file)}" time="${seconds.toFixed(3)}">`,
    ...lines,
    ...(notes.length === 0 ? [] : [`  <system-out>${escaped(notes.join('\n'))}</system-out>`]),
    '</testsuite>',
  ].join('\n')}\n`;
}

function casesOf({ report, subject, placeOf, texts }: ToldRun): readonly JunitCase[] {
  const { seed, runs, failures, weakness } = report;
  if (failures.length > 0)
    return failures.map((failure) => {
      const { oracle, what, text } = failure;
      return {
        name: `${oracle}: ${what}`,
        file: placeOf(failure).file,
        failure: { message: what, text: texts?.report(text) ?? text },
      };
    });
  const isWeak = weakness.length > 0;
  const failure = { message: said(texts, 'proves little', {}), text: weakness.join('\n') };
  const name = said(texts, '{{runs}} cases, seed {{seed}}', { runs, seed });
  return [{ name, file: subject.file, ...(isWeak ? { failure } : {}) }];
}
