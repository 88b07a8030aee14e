import { check } from '../../kernel/check.js';
import { type DrawRequest, plainRequest } from '../../kernel/draw.js';
import { type Trigger, wholeEvent } from '../../kernel/trigger.js';
import { Fixed, type PayloadPart, payloadField, payloadsIn } from './fixed.js';
import type { ValueRules } from './shrinkable.js';

/**
 * What may be edited in an event: it stays within its contract, breaks no rule that it did not break before,
 * and only the user's own data changes its values. What the user fixed stays.
 *
 * @param request what was asked for; a payload that does not tell what else it accepts is dropped or kept as a whole.
 */
export function eventRules<Event>(
  trigger: Trigger<Event>,
  request: DrawRequest = plainRequest,
): ValueRules<Event> {
  const { payload } = request;
  const isWhole = trigger.payloadAt === wholeEvent;
  const field = payloadField(trigger);
  const fixed = new Fixed(trigger, { ...plainRequest, overrides: request.overrides });
  const isOpen = payload === undefined || payload.accepts !== undefined;
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
      if (payload !== undefined && field !== undefined) {
        const known = new Set(payloadsIn(trigger, original).map(({ text }) => text));
        const isPayload = ({ text, data }: PayloadPart) =>
          known.has(text) || (data !== undefined && payload.accepts?.(data) === true);
        if (!payloadsIn(trigger, value).every(isPayload)) return false;
      }
      if (fixed.holds(original) && !fixed.holds(value)) return false;
      const before = rulesBrokenBy(original);
      return check(trigger, value, { strict: true }).every((issue) => before.has(issue.rule));
    },
    isFree: (path) => isOpen && field !== undefined && (isWhole || path.includes(field)),
  };
}
