import { createHash } from 'node:crypto';
import type { ToldRun } from '../reports.js';
import { type Finding, findingsOf } from './findings.js';

const severities: Readonly<Record<Finding['level'], string>> = {
  failure: 'major',
  weakness: 'minor',
  note: 'info',
};

/** A report for GitLab's view of code quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function gitlabOf(told: ToldRun): string {
  const entries = findingsOf(told).map((finding) => ({
    description: finding.text,
    check_name: finding.rule,
    fingerprint: fingerprintOf(finding),
    severity: severities[finding.level],
    location: { path: finding.place.file, lines: { begin: finding.place.line } },
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/** The same for the same finding in another run, wherever its line has gone. */
export function fingerprintOf({ rule, title, place }: Finding): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, title, place.file]))
    .digest('hex');
}
