import { packageVersion } from '../../shared/packageRoot.js';
import { said, type Texts } from '../../texts/texts.js';
import type { ToldRun } from '../reports.js';
import { type Finding, findingsOf } from './findings.js';
import { fingerprintOf } from './gitlab.js';

const levels: Readonly<Record<Finding['level'], string>> = {
  failure: 'error',
  weakness: 'warning',
  note: 'note',
};

/** A log for code scanning, SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarifOf(told: ToldRun): string {
  const findings = findingsOf(told);
  const rules = new Map(findings.map((finding) => [finding.rule, ruleOf(finding, told.texts)]));
  const driver = { name: 'scf-fixtures', version: packageVersion(), rules: [...rules.values()] };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: findings.map(resultOf) }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The law of an oracle stands in the first line of what is told. */
function ruleOf({ level, rule, text }: Finding, texts: Texts | undefined): object {
  const [first = ''] = text.split('\n');
  const about = level === 'failure' ? first.slice(rule.length + 2) : said(texts, aboutOther[level], {});
  return { id: rule, shortDescription: { text: about === '' ? rule : about } };
}

const aboutOther = {
  weakness: 'A run that has found nothing has tried enough to prove something.',
  note: 'Something to know about a run.',
} as const;

function resultOf(finding: Finding): object {
  const { level, rule, text, place } = finding;
  const artifactLocation = { uri: place.file.split('/').map(encodeURIComponent).join('/') };
  return {
    ruleId: rule,
    level: levels[level],
    message: { text },
    locations: [{ physicalLocation: { artifactLocation, region: { startLine: place.line } } }],
    partialFingerprints: { 'scfFixtures/v1': fingerprintOf(finding) },
  };
}
