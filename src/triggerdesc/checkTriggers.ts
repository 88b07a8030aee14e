import type { Issue } from '../kernel/issue.js';
import { checkTrigger, readTrigger } from './checkTrigger.js';
import { type CosConflictOptions, type CosRule, cosConflicts, mostRulesPerBucket } from './cosRules.js';
import type { TriggerConfig } from './kind.js';
import { clb, cos } from './kinds/index.js';

/** How many triggers may be alike in some respect. */
interface Limit {
  readonly rule: string;
  readonly most: number;
  /** Triggers of which this is equal are alike; undefined for triggers that the limit does not concern. */
  alike(config: TriggerConfig): string | undefined;
  /** Where in the trigger the problem stands. */
  readonly at: readonly string[];
  readonly expected: string;
  received(config: TriggerConfig): string;
  readonly source: string;
}

const limits: readonly Limit[] = [
  {
    rule: 'trigger/most-per-function',
    most: 10,
    alike: (config) => `${functionOf(config)} ${config.Type}`,
    at: [],
    expected: 'at most 10 triggers of one type on a function',
    received: ({ Type }) => `one more ${Type} trigger`,
    source: 'https://cloud.tencent.com/document/product/583/11637',
  },
  {
    rule: 'mps-triggerdesc/one-per-account',
    most: 1,
    alike: ({ Type }) => (Type === 'mps' ? Type : undefined),
    at: [],
    expected: 'one MPS trigger in an account, whatever the region',
    received: () => 'one more',
    source: 'https://cloud.tencent.com/document/product/583/50833',
  },
  {
    rule: 'timer-triggerdesc/unique-name',
    most: 1,
    alike: (config) =>
      config.Type === 'timer' && config.TriggerName !== undefined
        ? `${functionOf(config)} ${config.TriggerName}`
        : undefined,
    at: ['TriggerName'],
    expected: 'a name that no other timer of the function has',
    received: ({ TriggerName }) => `${JSON.stringify(TriggerName)} again`,
    source: 'https://cloud.tencent.com/document/product/583/9708',
  },
  {
    rule: 'clb-triggerdesc/unique-rule',
    most: 1,
    alike: loadBalancerRule,
    at: ['TriggerDesc'],
    expected: 'a listener, host and path that no other trigger has',
    received: () => 'those of an earlier one',
    source: 'https://cloud.tencent.com/document/product/583/52635',
  },
];

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
  return [...single, ...limits.flatMap((limit) => beyond(limit, configs)), ...bucketIssues(configs, options)];
}

function functionOf({ Namespace = 'default', FunctionName = 'this function' }: TriggerConfig): string {
  return `${Namespace}/${FunctionName}`;
}

function beyond(limit: Limit, configs: readonly TriggerConfig[]): Issue[] {
  const counts = new Map<string, number>();
  const issues: Issue[] = [];
  for (const [index, config] of configs.entries()) {
    const key = limit.alike(config);
    if (key === undefined) continue;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= limit.most) continue;
    const { rule, at, expected, source } = limit;
    const received = limit.received(config);
    issues.push({ path: [index, ...at], rule, severity: 'error', expected, received, source });
  }
  return issues;
}

function loadBalancerRule(config: TriggerConfig): string | undefined {
  if (config.Type !== 'clb') return undefined;
  const { desc } = clb.read(config.TriggerDesc ?? '');
  return (
    desc &&
    JSON.stringify([desc.loadBalanceId, desc.protocol.toLowerCase(), desc.port, desc.domain, desc.url])
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
