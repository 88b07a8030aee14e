import type { Arbitrary } from 'fast-check';
import { type DrawOptions, requestOf } from '../../kernel/sample.js';
import type { OptionSpecs, Trigger } from '../../kernel/trigger.js';
import { DrawnArbitrary } from './drawnArbitrary.js';
import { type EventMix, eventRecipes } from './eventRecipes.js';
import { eventRules } from './eventRules.js';

/** What events to draw. */
export type ArbitraryOptions<Event, Specs extends OptionSpecs> = Omit<
  DrawOptions<Event, Specs>,
  'seed' | 'sizeBytes'
> &
  EventMix<Event>;

/**
 * The events of a trigger as a fast-check arbitrary: realistic ones, ones full of boundary values, and the
 * catalogued edge cases. It shrinks by lowering and deleting the choices an event was drawn from and drawing
 * it again, so that every candidate is a coherent event; what choices cannot shrink (edge cases of a fixed
 * size, the user's examples and payloads) is shortened as JSON as far as contract and rules allow.
 *
 * @throws Misuse when an option cannot be fulfilled.
 * @example
 * fc.assert(fc.property(arbitraryOf(timer), (event) => event.Type === 'Timer'));
 */
export function arbitraryOf<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  options: ArbitraryOptions<Event, Specs> = {} as ArbitraryOptions<Event, Specs>,
): Arbitrary<Event> {
  const request = requestOf(trigger, options as DrawOptions<Event, Specs>);
  return new DrawnArbitrary(
    trigger.name,
    eventRecipes(trigger, request, options),
    eventRules(trigger, request),
  );
}
