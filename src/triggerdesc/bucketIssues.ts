import type { CosTriggerDesc } from '../generated/cos-triggerdesc.js';
import type { Issue } from '../kernel/issue.js';
import { type CosConflictOptions, type CosRule, cosConflicts, maxRulesPerBucket } from './cosRules.js';
import { functionOf, type PlacedTrigger } from './kind.js';

const page = 'https://cloud.tencent.com/document/product/583/9707';

/** Rules of a bucket that are too many, or that cannot both be bound. */
export function bucketIssues(
  triggers: readonly PlacedTrigger<CosTriggerDesc>[],
  options: CosConflictOptions,
): Issue[] {
  return [...rulesByBucket(triggers)].flatMap(([bucket, rules]) => [
    ...tooManyRules(bucket, rules),
    ...conflictIssues(rules, options),
  ]);
}

type PlacedRule = CosRule & { readonly index: number };

function rulesByBucket(triggers: readonly PlacedTrigger<CosTriggerDesc>[]): Map<string, PlacedRule[]> {
  const buckets = new Map<string, PlacedRule[]>();
  for (const { config, name, desc, index } of triggers) {
    const { Prefix: prefix, Suffix: suffix } = desc.filter ?? {};
    const rules = buckets.get(name) ?? [];
    buckets.set(name, rules);
    rules.push({ event: desc.event, prefix, suffix, function: functionOf(config), index });
  }
  return buckets;
}

function tooManyRules(bucket: string, rules: readonly PlacedRule[]): Issue[] {
  return rules.slice(maxRulesPerBucket).map((rule) => ({
    path: [rule.index],
    rule: 'cos-triggerdesc/most-per-bucket',
    severity: 'error',
    expected: `at most ${maxRulesPerBucket} rules on bucket ${bucket}`,
    received: `${rules.length}`,
    source: page,
  }));
}

function conflictIssues(rules: readonly PlacedRule[], options: CosConflictOptions): Issue[] {
  return cosConflicts(rules, options).flatMap(({ kind, rules: pair, witness, sentence, source }): Issue[] => {
    const [earlier, later] = pair.map((at) => rules[at]);
    if (earlier === undefined || later === undefined) return [];
    const { event, prefix: Prefix = '', suffix: Suffix = '' } = earlier;
    const other = JSON.stringify({ event, filter: { Prefix, Suffix } });
    return [
      {
        path: [later.index, 'TriggerDesc'],
        rule: `cos-triggerdesc/${kind}`,
        severity: 'error',
        expected: `no object event in common with ${other} of ${earlier.function}`,
        received: `${witness.eventName} of ${JSON.stringify(witness.key)}`,
        hint: `"${sentence}"`,
        source,
      },
    ];
  });
}
