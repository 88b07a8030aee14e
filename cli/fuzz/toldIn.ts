import { guideOf, type ReportedFailure } from '../../src/fuzz/index.js';
import type { Texts } from '../texts/texts.js';
import { headOf } from './forms/headOf.js';
import type { ToldRun } from './reports.js';

/** A run as people read it in the language of the command line; what the function says and does stays as it is. */
export async function toldIn(texts: Texts | undefined, told: ToldRun): Promise<ToldRun> {
  if (texts === undefined) return told;
  const { report } = told;
  return {
    ...told,
    texts,
    data: report,
    report: {
      ...report,
      failures: await Promise.all(report.failures.map((failure) => failureIn(texts, failure))),
      weakness: report.weakness.map(texts.note),
      warnings: report.warnings.map(texts.note),
    },
  };
}

async function failureIn(texts: Texts, failure: ReportedFailure): Promise<ReportedFailure> {
  const { detail, text } = failure;
  return {
    ...failure,
    ...(detail === undefined ? {} : { detail: texts.detail(detail) }),
    text: await failureTextIn(texts, text),
  };
}

/** The text of a failure, its law and what was found in the language; the lines of its story are those of `report`. */
export async function failureTextIn(texts: Texts, text: string): Promise<string> {
  const head = headOf({ text });
  const [law = '', ...detail] = head.split('\n');
  const [, oracle] = /^([\w-]+): /.exec(law) ?? [];
  const guide = oracle === undefined ? undefined : await guideOf(oracle);
  if (guide === undefined) return text;
  const found = detail.map((line) => `  ${texts.detail(line.slice(2))}`);
  return [`${oracle}: ${guide.zh.law}`, ...found].join('\n') + text.slice(head.length);
}
