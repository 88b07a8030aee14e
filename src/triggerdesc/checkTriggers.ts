import type { Issue } from '../kernel/issue.js';
import { checkTrigger, readTrigger } from './checkTrigger.js';
import { type CosConflictOptions, type CosRule, cosConflicts, mostRulesPerBucket } from './cosRules.js';
import { functionOf, type TriggerConfig, type TriggerLimit } from './kind.js';
import { cos } from './kinds/index.js';
import { findKind } from './triggerKinds.js';

const mostPerFunction: TriggerLimit = {
  rule: 'trigger/most-per-function',
  most: 10,
  alike: (config) => `${functionOf(config)} ${config.Type}`,
  at: [],
  expected: 'at most 10 triggers of one type on a function',
  received: ({ Type }) => `one more ${Type} trigger`,
  source: 'https://cloud.tencent.com/document/product/583/11637',
};

const cosPage = 'https://cloud.tencent.com/document/product/583/9707';

/**
 * Checks triggers each and together: how many a function, a bucket and an account may have, names that must be unique,
 * and COS rules that cannot both be bound. The paths of the issues begin with the index of the trigger.
 *
 * Triggers without FunctionName count as those of one function.
 *
 * @example
 * const daily = { Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *' };
 * checkTriggers([daily, daily]).map((issue) => issue.rule); // ['timer-triggerdesc/unique-name']
 */
export function checkTriggers(configs: readonly TriggerConfig[], options: CosConflictOptions = {}): Issue[] {
  const single = configs.flatMap((config, index) =>
    checkTrigger(config).map((issue) => ({ ...issue, path: [index, ...issue.path] })),
  );
  return [...single, ...beyondLimits(configs), ...bucketIssues(configs, options)];
}

function beyondLimits(configs: readonly TriggerConfig[]): Issue[] {
  const counts = new Map<string, number>();
  return configs.flatMap((config, index) =>
    [mostPerFunction, ...(findKind(config.Type)?.limits ?? [])].flatMap((limit): Issue[] => {
      const alike = limit.alike(config);
      if (alike === undefined) return [];
      const key = `${limit.rule} ${alike}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count <= limit.most) return [];
      const { rule, at, expected, source } = limit;
      const received = limit.received(config);
      return [{ path: [index, ...at], rule, severity: 'error', expected, received, source }];
    }),
  );
}

/** The COS rules of the triggers by bucket, each with the index of its trigger. */
function cosRulesOf(configs: readonly TriggerConfig[]): Map<string, (CosRule & { index: number })[]> {
  const buckets = new Map<string, (CosRule & { index: number })[]>();
  for (const [index, config] of configs.entries()) {
    if (config.Type !== cos.type || config.TriggerName === undefined) continue;
    const { desc } = readTrigger(cos, config);
    if (desc === undefined) continue;
    const { Prefix: prefix, Suffix: suffix } = desc.filter ?? {};
    const rules = buckets.get(config.TriggerName) ?? [];
    buckets.set(config.TriggerName, rules);
    rules.push({ event: desc.event, prefix, suffix, function: functionOf(config), index });
  }
  return buckets;
}

function bucketIssues(configs: readonly TriggerConfig[], options: CosConflictOptions): Issue[] {
  const issues: Issue[] = [];
  for (const [bucket, rules] of cosRulesOf(configs)) {
    for (const rule of rules.slice(mostRulesPerBucket))
      issues.push({
        path: [rule.index],
        rule: 'cos-triggerdesc/most-per-bucket',
        severity: 'error',
        expected: `at most ${mostRulesPerBucket} rules on bucket ${bucket}`,
        received: `${rules.length}`,
        source: cosPage,
      });
    for (const { kind, rules: pair, witness, sentence, source } of cosConflicts(rules, options)) {
      const [earlier, later] = pair.map((at) => rules[at] as (typeof rules)[number]);
      if (earlier === undefined || later === undefined) continue;
      const { event, prefix: Prefix = '', suffix: Suffix = '' } = earlier;
      const other = JSON.stringify({ event, filter: { Prefix, Suffix } });
      issues.push({
        path: [later.index, 'TriggerDesc'],
        rule: `cos-triggerdesc/${kind}`,
        severity: 'error',
        expected: `no object event in common with ${other} of ${earlier.function}`,
        received: `${witness.eventName} of ${JSON.stringify(witness.key)}`,
        hint: `"${sentence}"`,
        source,
      });
    }
  }
  return issues;
}
