import { check } from '../kernel/check.js';
import type { Trigger } from '../kernel/trigger.js';
import type { TreePath } from './shrink/openJson.js';
import type { ValueRules } from './shrinkable.js';

/**
 * What may be edited in an event: it stays within its contract, breaks no rule that it did not break before,
 * and only the user's own data changes its values.
 */
export function eventRules<Event>(trigger: Trigger<Event>): ValueRules<Event> {
  const broken = new WeakMap<object, ReadonlySet<string>>();
  const rulesBrokenBy = (event: Event): ReadonlySet<string> => {
    const known = typeof event === 'object' && event !== null ? broken.get(event) : undefined;
    if (known !== undefined) return known;
    const rules = new Set(check(trigger, event, { strict: true }).map((issue) => issue.rule));
    if (typeof event === 'object' && event !== null) broken.set(event, rules);
    return rules;
  };
  return {
    accepts(value, original): value is Event {
      if (!trigger.contract.accepts(value)) return false;
      const before = rulesBrokenBy(original);
      return check(trigger, value, { strict: true }).every((issue) => before.has(issue.rule));
    },
    isFree: inPayload(trigger.payloadAt),
  };
}

/** True below the field that carries the user's own data. */
function inPayload(payloadAt: string | undefined): (path: TreePath) => boolean {
  const field = payloadAt?.match(/[\w-]+/g)?.at(-1);
  return (path) => field !== undefined && path.includes(field);
}
