import type { Arbitrary } from 'fast-check';
import { type BatchLens, type DeliveryRules, deliveryRulesOf } from '../../kernel/delivery.js';
import type { Draw } from '../../kernel/draw.js';
import { type DrawOptions, requestOf } from '../../kernel/sample.js';
import type { OptionSpecs, Trigger } from '../../kernel/trigger.js';
import type { Delivery, DeliveryStep } from '../play/delivery.js';
import type { ArbitraryOptions } from './arbitraryOf.js';
import { deliveryRules } from './deliveryRules.js';
import { DrawnArbitrary } from './drawnArbitrary.js';
import { eventRecipes } from './eventRecipes.js';
import type { Recipe } from './shrink/drawn.js';

/** What may happen to events. */
export interface DeliveryMix {
  /** The most events (before batches are cut), 3 when left out. */
  readonly maxEvents?: number;
  /** @deprecated Use `maxEvents`. */
  readonly mostEvents?: number;
  /** False lets no outside call fail or be slow. */
  readonly faults?: boolean;
}

/** What may happen to which events. */
export type DeliveryOptions<Event, Specs extends OptionSpecs> = ArbitraryOptions<Event, Specs> & DeliveryMix;

const gapsMs: readonly number[] = [60_000, 0, 1000, 3_600_000, 86_400_000];
const maxInstances = 3;
const maxFaultyCall = 5;

/**
 * What the platform may do with events of a trigger, as a fast-check arbitrary: batches cut otherwise with the
 * order kept inside each partition, the same event again, warm and cold instances, several at the same time, an
 * outside call that fails, slow ones, errors of the platform. It shrinks to fewer steps and simpler events. Play it
 * with `deliver`.
 *
 * @throws Misuse when an option cannot be fulfilled.
 * @example
 * fc.assert(fc.property(deliveriesOf(timer), ({ steps }) => steps.length > 0));
 */
export function deliveriesOf<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  options: DeliveryOptions<Event, Specs> = {} as DeliveryOptions<Event, Specs>,
): Arbitrary<Delivery<Event>> {
  const request = requestOf(trigger, options as DrawOptions<Event, Specs>);
  const rules = deliveryRulesOf(trigger);
  const recipes = eventRecipes(trigger, request, options).map(
    (recipe): Recipe<Delivery<Event>> => ({
      request: recipe.request,
      draw: (draw) => drawDelivery(draw, () => recipe.draw(draw), rules, options),
    }),
  );
  return new DrawnArbitrary(`${trigger.name} delivery`, recipes, deliveryRules());
}

/** Draws what the platform does with some events. */
export function drawDelivery<Event>(
  draw: Draw,
  eventOf: () => Event,
  rules: DeliveryRules<Event>,
  { mostEvents = 3, maxEvents = mostEvents, faults = true }: DeliveryMix,
): Delivery<Event> {
  const events = draw.list(1, maxEvents, eventOf);
  const parts = events.flatMap((event) => cutEvent(draw, event, rules.batch));
  return { steps: stepsOf(draw, parts, rules, faults) };
}

function stepsOf<Event>(
  draw: Draw,
  events: readonly Event[],
  rules: DeliveryRules<Event>,
  faults: boolean,
): DeliveryStep<Event>[] {
  const steps: DeliveryStep<Event>[] = [];
  let atMs = 0;
  const add = (event: Event): void => {
    const isTogether = steps.length > 0 && rules.retry.kind !== 'same-batch' && draw.chance(0.2);
    if (!isTogether && steps.length > 0) atMs += draw.pick(gapsMs);
    const drawn = draw.below(maxInstances);
    // An instance handles one event at a time.
    const instance = isTogether ? maxInstances + steps.length : drawn;
    steps.push({
      event,
      atMs,
      instance,
      ...(isTogether ? { together: true } : {}),
      ...(faults && draw.chance(0.2)
        ? {
            fault: {
              call: 1 + draw.below(maxFaultyCall),
              kind: draw.pick(['refused', 'lost-answer'] as const),
            },
          }
        : {}),
      ...(faults && draw.chance(0.15) ? { slow: true } : {}),
      ...(draw.chance(0.05) ? { systemErrors: 1 + draw.below(3) } : {}),
    });
  };
  for (const event of events) {
    add(event);
    if (rules.atLeastOnce && draw.chance(0.2)) add(event);
  }
  return steps;
}

/** The event in parts: partitions interleaved anew with their order kept, then cut after so many items. */
function cutEvent<Event>(draw: Draw, event: Event, lens: BatchLens<Event> | undefined): Event[] {
  if (lens === undefined || !draw.chance(0.5)) return [event];
  try {
    const items = interleaved(draw, lens.itemsOf(event), lens);
    if (items.length < 2) return [event];
    const most = 1 + draw.below(Math.min(items.length, lens.most));
    const parts: Event[] = [];
    for (let from = 0; from < items.length; from += most) {
      parts.push(lens.withItems(event, items.slice(from, from + most)));
    }
    return parts;
  } catch {
    // What is no batch of this trigger's, such as data that cannot be opened, stays whole.
    return [event];
  }
}

function interleaved<Event>(
  draw: Draw,
  items: readonly unknown[],
  lens: BatchLens<Event>,
): readonly unknown[] {
  const { orderKeyOf } = lens;
  if (orderKeyOf === undefined || items.length > 200) return items;
  const queues = new Map<string, unknown[]>();
  for (const item of items) {
    const key = orderKeyOf(item);
    queues.set(key, [...(queues.get(key) ?? []), item]);
  }
  const waiting = [...queues.values()];
  const result: unknown[] = [];
  while (waiting.length > 0) {
    const at = draw.below(waiting.length);
    const queue = waiting[at] as unknown[];
    result.push(queue.shift());
    if (queue.length === 0) waiting.splice(at, 1);
  }
  return result;
}
