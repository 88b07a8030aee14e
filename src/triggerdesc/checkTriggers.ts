import type { Issue } from '../kernel/issue.js';
import { checkTrigger, readTrigger } from './checkTrigger.js';
import type { CosConflictOptions } from './cosRules.js';
import { functionOf, type TogetherOptions, type TriggerConfig, type TriggerLimit } from './kind.js';
import { findKind } from './triggerKinds.js';

const maxPerFunction: TriggerLimit = {
  rule: 'trigger/most-per-function',
  max: 10,
  keyOf: (config) => `${functionOf(config)} ${config.Type}`,
  at: [],
  expected: 'at most 10 triggers of one type on a function',
  received: ({ Type }) => `one more ${Type} trigger`,
  source: 'https://cloud.tencent.com/document/product/583/11637',
};

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
  return [...single, ...beyondLimits(configs), ...issuesTogether(configs, options)];
}

function beyondLimits(configs: readonly TriggerConfig[]): Issue[] {
  const counts = new Map<string, number>();
  return configs.flatMap((config, index) =>
    [maxPerFunction, ...(findKind(config.Type)?.limits ?? [])].flatMap((limit): Issue[] => {
      const counted = limit.keyOf(config);
      if (counted === undefined) return [];
      const key = `${limit.rule} ${counted}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count <= limit.max) return [];
      const { rule, at, expected, source } = limit;
      const received = limit.received(config);
      return [{ path: [index, ...at], rule, severity: 'error', expected, received, source }];
    }),
  );
}

/** What each kind has to say of its own triggers beside one another. */
function issuesTogether(configs: readonly TriggerConfig[], options: TogetherOptions): Issue[] {
  return [...new Set(configs.map(({ Type }) => Type))].flatMap((type) => {
    const kind = findKind(type);
    if (kind?.checkTogether === undefined) return [];
    const triggers = configs.flatMap((config, index) => {
      if (config.Type !== type || config.TriggerName === undefined) return [];
      const { trigger } = readTrigger(kind, config);
      return trigger === undefined ? [] : [{ ...trigger, index }];
    });
    return kind.checkTogether(triggers, options);
  });
}
