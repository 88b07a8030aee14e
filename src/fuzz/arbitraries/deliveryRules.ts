import { isObject } from '../../kernel/json.js';
import type { Delivery, DeliveryStep } from '../play/delivery.js';
import type { ValueRules } from './shrinkable.js';

/** A delivery is edited by leaving out steps, and what goes wrong in one; its events stay as they are. */
export function deliveryRules<Event>(): ValueRules<Delivery<Event>> {
  return {
    accepts: (value, original): value is Delivery<Event> =>
      value === original ||
      (isObject(value) &&
        Array.isArray(value.steps) &&
        value.steps.length > 0 &&
        value.steps.every((step: unknown) => original.steps.some((from) => isStepOf(step, from)))),
    isFree: () => false,
  };
}

const droppable: ReadonlySet<string> = new Set(['together', 'fault', 'slow', 'systemErrors', 'retriedWarm']);

/** True for the step itself, or with less going wrong. */
function isStepOf(step: unknown, from: DeliveryStep<unknown>): boolean {
  if (!isObject(step)) return false;
  return Object.entries(from).every(([name, part]) =>
    step[name] === undefined ? droppable.has(name) : JSON.stringify(step[name]) === JSON.stringify(part),
  );
}

/** Equal events become one again, as they were before they were written down. */
export function withSharedEvents<Event>(delivery: Delivery<Event>): Delivery<Event> {
  const known = new Map<string, Event>();
  const steps = delivery.steps.map((step): DeliveryStep<Event> => {
    const text = JSON.stringify(step.event);
    const event = known.get(text) ?? step.event;
    known.set(text, event);
    return { ...step, event };
  });
  return { ...delivery, steps };
}
