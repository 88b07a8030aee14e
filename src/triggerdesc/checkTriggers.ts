import type { Issue } from '../kernel/issue.js';
import { checkTrigger, readTrigger } from './checkTrigger.js';
import { type CosConflictOptions, type CosRule, cosConflicts, mostRulesPerBucket } from './cosRules.js';
import type { TriggerConfig } from './kind.js';
import { clb, cos } from './kinds/index.js';

const mostPerFunction = 10;
const quotaPage = 'https://cloud.tencent.com/document/product/583/11637';
const mpsPage = 'https://cloud.tencent.com/document/product/583/48797';
const clbPage = 'https://cloud.tencent.com/document/product/583/52635';
const timerPage = 'https://cloud.tencent.com/document/product/583/9708';
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
  return [...single, ...countIssues(configs), ...repeatIssues(configs), ...bucketIssues(configs, options)];
}

function functionOf({ Namespace = 'default', FunctionName = 'this function' }: TriggerConfig): string {
  return `${Namespace}/${FunctionName}`;
}

/** Calls `beyond` for every trigger that exceeds `most` in its group; a trigger without a group is not counted. */
function eachBeyond(
  configs: readonly TriggerConfig[],
  most: number,
  groupOf: (config: TriggerConfig) => string | undefined,
  beyond: (index: number, first: number, count: number) => Issue,
): Issue[] {
  const groups = new Map<string, { first: number; count: number }>();
  const issues: Issue[] = [];
  for (const [index, config] of configs.entries()) {
    const key = groupOf(config);
    if (key === undefined) continue;
    const group = groups.get(key) ?? { first: index, count: 0 };
    group.count += 1;
    groups.set(key, group);
    if (group.count > most) issues.push(beyond(index, group.first, group.count));
  }
  return issues;
}

function countIssues(configs: readonly TriggerConfig[]): Issue[] {
  const perFunction = eachBeyond(
    configs,
    mostPerFunction,
    (config) => `${functionOf(config)} ${config.Type}`,
    (index, _first, count) => ({
      path: [index],
      rule: 'trigger/most-per-function',
      severity: 'error',
      expected: `at most ${mostPerFunction} triggers of one type on a function`,
      received: `${config(configs, index).Type} trigger number ${count}`,
      source: quotaPage,
    }),
  );
  const perAccount = eachBeyond(
    configs,
    1,
    ({ Type }) => (Type === 'mps' ? Type : undefined),
    (index, first) => ({
      path: [index],
      rule: 'mps-triggerdesc/one-per-account',
      severity: 'error',
      expected: 'one MPS trigger in an account, whatever the region',
      received: `another beside trigger ${first + 1}`,
      source: mpsPage,
    }),
  );
  return [...perFunction, ...perAccount];
}

function repeatIssues(configs: readonly TriggerConfig[]): Issue[] {
  const names = eachBeyond(
    configs,
    1,
    (each) =>
      each.Type === 'timer' && each.TriggerName !== undefined
        ? `${functionOf(each)} ${each.TriggerName}`
        : undefined,
    (index, first) => ({
      path: [index, 'TriggerName'],
      rule: 'timer-triggerdesc/unique-name',
      severity: 'error',
      expected: 'a name that no other timer of the function has',
      received: `the name of trigger ${first + 1}, ${JSON.stringify(config(configs, index).TriggerName)}`,
      source: timerPage,
    }),
  );
  const rules = eachBeyond(configs, 1, loadBalancerRule, (index, first) => ({
    path: [index, 'TriggerDesc'],
    rule: 'clb-triggerdesc/unique-rule',
    severity: 'error',
    expected: 'a listener, host and path that no other trigger has',
    received: `those of trigger ${first + 1}`,
    source: clbPage,
  }));
  return [...names, ...rules];
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
export function cosRulesOf(configs: readonly TriggerConfig[]): Map<string, (CosRule & { index: number })[]> {
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
      const [earlier = 0, later = 0] = pair.map((at) => rules[at]?.index);
      issues.push({
        path: [later, 'TriggerDesc'],
        rule: `cos-triggerdesc/${kind}`,
        severity: 'error',
        expected: `a rule that shares no object event with trigger ${earlier + 1}`,
        received: `${witness.eventName} of ${JSON.stringify(witness.key)}, which both match`,
        hint: `"${sentence}"`,
        source,
      });
    }
  }
  return issues;
}

function config(configs: readonly TriggerConfig[], index: number): TriggerConfig {
  return configs[index] as TriggerConfig;
}
