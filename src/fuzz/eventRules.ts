import { check } from '../kernel/check.js';
import type { Payload } from '../kernel/sample.js';
import type { Trigger } from '../kernel/trigger.js';
import { closed, opened, partAt, pathsOf } from './shrink/openJson.js';
import type { ValueRules } from './shrinkable.js';

/**
 * What may be edited in an event: it stays within its contract, breaks no rule that it did not break before,
 * and only the user's own data changes its values.
 *
 * @param payload what makes that data, where the user says so; then it is dropped or kept as a whole.
 */
export function eventRules<Event>(trigger: Trigger<Event>, payload?: Payload): ValueRules<Event> {
  const field = trigger.payloadAt?.match(/[\w-]+/g)?.at(-1);
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
      if (payload !== undefined && field !== undefined && !keepsPayloads(value, original, field))
        return false;
      const before = rulesBrokenBy(original);
      return check(trigger, value, { strict: true }).every((issue) => before.has(issue.rule));
    },
    isFree: (path) => payload === undefined && field !== undefined && path.includes(field),
  };
}

/** True when every payload in a value stands in the original as well: what the user's schema says of others is not known. */
function keepsPayloads(value: unknown, original: unknown, field: string): boolean {
  const known = payloadsIn(original, field);
  for (const payload of payloadsIn(value, field)) if (!known.has(payload)) return false;
  return true;
}

function payloadsIn(value: unknown, field: string): ReadonlySet<string> {
  const tree = opened(value);
  return new Set(
    pathsOf(tree, () => true)
      .filter((path) => path.at(-1) === field)
      .map((path) => JSON.stringify(closed(partAt(tree, path) ?? null))),
  );
}
