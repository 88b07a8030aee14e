import { join, relative, resolve } from 'node:path';
import { describeIssue } from '../../src/index.js';
import { checkWebFunction, type WebProblem } from '../../src/runtime/index.js';
import { readTriggers } from '../../src/triggerdesc/index.js';
import type { Texts } from '../texts/texts.js';
import { noteIn, severityIn, sourceIn } from '../texts/toldNotes.js';
import { deploymentFileIn } from './deploymentFile.js';
import { oneLine } from './printable.js';

/** What is wrong with the package of a web function, and with what its configuration says of triggers. */
export async function webProblems(
  path: string,
  { cwd }: { readonly cwd: string },
): Promise<readonly WebProblem[]> {
  const problems = await checkWebFunction(resolve(cwd, path));
  return [...problems, ...(await triggerProblems(resolve(cwd, path)))];
}

/** Triggers that call no web function. */
async function triggerProblems(folder: string): Promise<WebProblem[]> {
  const found = deploymentFileIn(folder);
  if (found === undefined) return [];
  const { name: file, text } = found;
  try {
    const { issues } = await readTriggers(text);
    return issues
      .filter(({ rule }) => rule === 'config/web-trigger')
      .map((issue) => ({
        rule: 'web/trigger',
        severity: 'error',
        file,
        text: `${describeIssue(issue)}.`,
        source: issue.source,
      }));
  } catch {
    // A configuration without triggers is none to check; trigger check tells of one that cannot be read.
    return [];
  }
}

/** A problem as a line of a report. */
export function webProblemLine(
  path: string,
  { file, line, severity, text, status, rule, source }: WebProblem,
  texts: Texts | undefined,
): string {
  const place = [join(path, file), ...(line === undefined ? [] : [line])].join(':');
  const end =
    status === undefined || severity === 'warning' ? '' : noteIn(texts, ` The platform ends with ${status}.`);
  return `${oneLine(place)}: ${severityIn(texts, severity)}: ${oneLine(noteIn(texts, text))}${end}  [${rule}] (${sourceIn(texts, source)})\n`;
}

/** How a path is told in a report. */
export function shownPath(path: string, cwd: string): string {
  return relative(cwd, resolve(cwd, path)) || '.';
}
