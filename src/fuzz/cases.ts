import { type BatchLens, deliveryRulesOf } from '../kernel/delivery.js';
import type { Draw } from '../kernel/draw.js';
import { isObject, jsonBytes } from '../kernel/json.js';
import { type DrawOptions, requestOf } from '../kernel/sample.js';
import type { OptionSpecs, Trigger } from '../kernel/trigger.js';
import { type ArbitraryOptions, DrawnArbitrary } from './arbitraryOf.js';
import { eventRecipes } from './eventRecipes.js';
import { eventRules } from './eventRules.js';
import type { Case } from './oracles/oracle.js';
import type { ValueRules } from './shrinkable.js';

const mostItems = 8;

/** The cases of a fuzz; case k is a function of the seed and k. */
export function casesOf<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  options: ArbitraryOptions<Event, Specs>,
  seed: string | number,
): DrawnArbitrary<Case<Event>> {
  const request = requestOf(trigger, options as DrawOptions<Event, Specs>);
  const edges = deliverableEdges(trigger, options.edges ?? true);
  const cut = itemCut(deliveryRulesOf(trigger).batch);
  const recipes = eventRecipes(trigger, request, { ...options, edges }).map((recipe) => ({
    request: recipe.request,
    draw: (draw: Draw): Case<Event> => {
      return { event: cut(recipe.draw(draw), draw), other: cut(trigger.sample(draw), draw) };
    },
  }));
  return new DrawnArbitrary(`${trigger.name} case`, recipes, caseRules(eventRules(trigger)), seed);
}

function caseRules<Event>(rules: ValueRules<Event>): ValueRules<Case<Event>> {
  return {
    accepts: (value, original): value is Case<Event> =>
      isObject(value) &&
      'event' in value &&
      'other' in value &&
      rules.accepts(value.event, original.event) &&
      rules.accepts(value.other, original.other),
    isFree: (path) => path.length > 0 && rules.isFree(path.slice(1)),
  };
}

/**
 * Most cases hold few items: a handler that fails with many mostly fails with some, and every item costs time
 * in every delivery.
 */
function itemCut<Event>(lens: BatchLens<Event> | undefined): (event: Event, draw: Draw) => Event {
  return (event, draw) => {
    if (lens === undefined || draw.chance(0.1)) return event;
    const most = 1 + draw.below(mostItems);
    try {
      const items = lens.itemsOf(event);
      return items.length <= most ? event : lens.withItems(event, items.slice(0, most));
    } catch {
      return event;
    }
  };
}

/** The names of the edge cases that the platform may deliver: those that break neither contract nor rules. */
function deliverableEdges<Event>(
  trigger: Trigger<Event>,
  wanted: boolean | readonly string[],
): boolean | readonly string[] {
  if (wanted !== true) return wanted;
  const tolerated = new Set(
    trigger.rules.filter((rule) => rule.severity === 'warning').map((rule) => rule.name),
  );
  tolerated.add(`${trigger.name}/unknown-field`);
  return trigger.edgeCases
    .filter((edge) => (edge.reports ?? []).every((rule) => tolerated.has(rule)))
    .map((edge) => edge.name);
}

/** Bytes of the JSON of a case. */
export function caseBytes({ event, other }: Case<unknown>): number {
  return jsonBytes(event) + jsonBytes(other);
}
