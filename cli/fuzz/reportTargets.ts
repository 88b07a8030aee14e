import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import { firstAbove } from '../shared/firstAbove.js';
import { gitlabOf } from './forms/gitlab.js';
import { junitOf } from './forms/junit.js';
import { sarifOf } from './forms/sarif.js';
import { screenOf, summaryOf, textOf } from './forms/text.js';
import type { ToldRun } from './reports.js';

/** The forms of `--report`, each written by a function. */
const forms = {
  text: ({ report, texts }: ToldRun) =>
    `${textOf(report, texts)}${summaryOf(report, { isShort: false, texts })}`,
  json: ({ report, data = report }: ToldRun) => `${JSON.stringify(data, null, 2)}\n`,
  junit: junitOf,
  html: async (told: ToldRun) => (await import('./forms/html/html.js')).htmlOf(told),
  gitlab: gitlabOf,
  sarif: sarifOf,
};

type Form = keyof typeof forms;

/** The names of all forms. */
export const formNames: readonly string[] = Object.keys(forms);

/** The reports that are asked for. */
export interface ReportTargets {
  /** What is printed; a first screen where nothing is asked for, or all of it goes to files. */
  readonly printed: Form | 'screen';
  readonly files: readonly { readonly form: Form; readonly path: string; readonly shown: string }[];
}

/**
 * Reads `--report form` and `--report form=file`, and `--out`, the file of the one that names none.
 *
 * @throws Misuse UNKNOWN_REPORT, CONTRADICTING_FLAGS, NO_REPORT_FILE, and CANNOT_WRITE for a file that nothing can be written to.
 */
export function reportTargets(asked: readonly string[], out: string | undefined, cwd: string): ReportTargets {
  const named = (asked.length === 0 ? ['text'] : asked).map(readReport);
  const [plain, another] = named.filter(({ file }) => file === undefined);
  if (another !== undefined)
    throw new Misuse(
      'CONTRADICTING_FLAGS',
      `Cannot write the reports ${plain?.form} and ${another.form} to one place: each but one needs a file. Write --report ${another.form}=<file>.`,
    );
  if (plain === undefined && out !== undefined)
    throw new Misuse(
      'CONTRADICTING_FLAGS',
      `Cannot take --out ${out}: every report has a file. Leave it out.`,
    );
  const files = named.flatMap(({ form, file = out }) =>
    file === undefined ? [] : [{ form, path: resolve(cwd, file), shown: file }],
  );
  for (const [index, { path, shown }] of files.entries()) {
    if (files.slice(index + 1).some((other) => other.path === path))
      throw new Misuse(
        'CONTRADICTING_FLAGS',
        `Cannot write two reports to ${shown}: the second would replace the first. Name another file.`,
      );
    requireWritable(path, shown);
  }
  const isPrinted = out === undefined && asked.length > 0;
  return { printed: isPrinted && plain !== undefined ? plain.form : 'screen', files };
}

function readReport(text: string): { readonly form: Form; readonly file?: string } {
  const [name = '', ...rest] = text.split('=');
  if (!Object.hasOwn(forms, name))
    throw new Misuse('UNKNOWN_REPORT', `Cannot report as ${name}: take one of ${formNames.join(', ')}.`);
  const form = name as Form;
  if (rest.length === 0) return { form };
  const file = rest.join('=');
  if (file !== '') return { form, file };
  throw new Misuse(
    'NO_REPORT_FILE',
    `Cannot write --report ${text}: it names no file. Write --report ${form}=<file>, or --report ${form} for standard output.`,
  );
}

/** What is printed of a run. */
export async function printedOf({ printed }: ReportTargets, told: ToldRun): Promise<string> {
  if (printed === 'screen') return screenOf(told.report, told.texts);
  // Its summary goes to standard error.
  return printed === 'text' ? textOf(told.report, told.texts) : forms[printed](told);
}

/** Writes the files, each whole or not at all; where one cannot be written, none is. */
export async function writeReports({ files }: ReportTargets, told: ToldRun): Promise<void> {
  const drafts: { readonly draft: string; readonly path: string }[] = [];
  try {
    for (const { form, path } of files) {
      mkdirSync(dirname(path), { recursive: true });
      const target = existsSync(path) ? realpathSync(path) : path;
      const draft = isReplaceable(target) ? `${target}.partial` : target;
      if (draft !== target) drafts.push({ draft, path: target });
      writeFileSync(draft, await forms[form](told));
    }
    for (const { draft, path } of drafts) renameSync(draft, path);
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true });
  }
}

/** False for a device or a pipe, such as /dev/stderr, which stays what it is. */
function isReplaceable(path: string): boolean {
  return !existsSync(path) || statSync(path).isFile();
}

/**
 * Finds out before a long search that a file cannot be written after it.
 *
 * @throws Misuse CANNOT_WRITE.
 */
export function requireWritable(path: string, shown: string): void {
  const refuse = (reason: string): Misuse =>
    new Misuse('CANNOT_WRITE', `Cannot write ${shown}: ${reason}. Name another file.`);
  if (existsSync(path) && statSync(path).isDirectory()) throw refuse('it is a directory');
  const folder = firstAbove(dirname(path), existsSync) ?? '/';
  if (!statSync(folder).isDirectory()) throw refuse(`${folder} is a file, not a directory`);
  try {
    if (existsSync(path)) accessSync(path, constants.W_OK);
    if (isReplaceable(path)) accessSync(folder, constants.W_OK);
  } catch {
    throw refuse('permission is denied');
  }
}
