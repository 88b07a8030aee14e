import type { ToldRun } from '../reports.js';
import { type Finding, findingsOf } from './findings.js';

const commands: Readonly<Record<Finding['level'], string>> = {
  failure: 'error',
  weakness: 'warning',
  note: 'notice',
};

/** Lines of which GitHub makes annotations: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function githubOf(told: ToldRun): string {
  const lines = findingsOf(told).map(({ level, rule, text, place }) => {
    const { file, line } = place;
    const properties = `file=${property(file)},line=${line},title=${property(`scf-fixtures fuzz: ${rule}`)}`;
    return `::${commands[level]} ${properties}::${data(text)}\n`;
  });
  return lines.join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
