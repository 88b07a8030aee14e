import { type BatchLens, type DeliveryRules, deliveryRulesOf } from '../../kernel/delivery.js';
import type { Draw } from '../../kernel/draw.js';
import { isObject, jsonBytes } from '../../kernel/json.js';
import { type DrawOptions, requestOf } from '../../kernel/sample.js';
import type { OptionSpecs, Trigger } from '../../kernel/trigger.js';
import type { ArbitraryOptions } from '../arbitraries/arbitraryOf.js';
import { type DeliveryMix, drawDelivery } from '../arbitraries/deliveriesOf.js';
import { deliveryRules } from '../arbitraries/deliveryRules.js';
import { DrawnArbitrary } from '../arbitraries/drawnArbitrary.js';
import { rareRecipes, sampleRecipes } from '../arbitraries/eventRecipes.js';
import { eventRules } from '../arbitraries/eventRules.js';
import type { Recipe } from '../arbitraries/shrink/drawn.js';
import type { Shrinkable, ValueRules } from '../arbitraries/shrinkable.js';
import type { Case } from '../oracles/oracle.js';
import type { Learned } from './learn/learn.js';
import { learnedRecipes, readPaths, siblingOf } from './learn/learnedRecipes.js';

const maxItems = 8;
/** How many cases of these sorts a run has. */
const guidedInRun = 6;
const rareInRun = 3;

/** What cases to draw. */
export type CaseOptions<Event, Specs extends OptionSpecs> = ArbitraryOptions<Event, Specs> & {
  readonly seed: string | number;
  readonly deliveries?: boolean | DeliveryMix;
  readonly learned?: Learned | undefined;
};

/** A case of a run. */
export interface CaseOfRun<Event> {
  readonly shrinkable: Shrinkable<Case<Event>>;
  /** True when it is to be delivered in every way; false for once only. */
  readonly isThorough: boolean;
}

/** The cases of a fuzz. */
export interface Cases<Event> {
  /** The cases of run k, which are functions of the seed and k. */
  ofRun(run: number): readonly CaseOfRun<Event>[];
  /** A case that was not drawn, to be shrunk. */
  from(found: Case<Event>): Shrinkable<Case<Event>>;
}

/**
 * The cases of a fuzz: the edge cases one after the other, events that hold what the handler looks for, and
 * ordinary ones.
 */
export function casesOf<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  options: CaseOptions<Event, Specs>,
): Cases<Event> {
  const { seed, learned } = options;
  const request = requestOf(trigger, options as DrawOptions<Event, Specs>);
  const edges = deliverableEdges(trigger, options.edges ?? true);
  const delivers = deliveryRulesOf(trigger);
  const cut = itemCut(delivers.batch);
  const rules = caseRules(eventRules(trigger, request.payload));
  const paths = learned === undefined ? [] : readPaths(learned);
  const otherThan = (draw: Draw, event: Event, recipe: Recipe<Event>): Event => {
    if (draw.chance(0.4)) return recipe.draw(draw);
    return paths.length > 0 && draw.chance(0.6)
      ? siblingOf(trigger, draw, event, paths)
      : trigger.sample(draw);
  };
  const arbitrary = (sort: string, recipes: readonly Recipe<Event>[]) => {
    const drawing = (isThorough: boolean) =>
      new DrawnArbitrary(
        `${trigger.name} ${sort}`,
        recipes.map((recipe) => ({
          request: recipe.request,
          draw: (draw: Draw): Case<Event> => {
            const event = cut(recipe.draw(draw), draw);
            return isThorough ? { event, other: cut(otherThan(draw, event, recipe), draw) } : { event };
          },
        })),
        rules,
        seed,
      );
    const [quick, thorough] = [drawing(false), drawing(true)];
    return {
      recipes: recipes.length,
      from: (found: Case<Event>) =>
        found.other === undefined
          ? quick.from(found)
          : orAlone(thorough.from(found), () => quick.from({ event: found.event })),
      drawn(index: number, isThorough: boolean, recipeIndex?: number): CaseOfRun<Event> {
        const alone = () => quick.drawn(index, recipeIndex);
        if (!isThorough) return { shrinkable: alone(), isThorough };
        return { shrinkable: orAlone(thorough.drawn(index, recipeIndex), alone), isThorough };
      },
    };
  };
  const sampled = sampleRecipes(trigger, request);
  const looked = learned === undefined ? [] : learnedRecipes(trigger, request, learned);
  const odd = rareRecipes(trigger, request, { ...options, edges });
  const ordinary = arbitrary('ordinary', sampled);
  const guided = arbitrary('guided', looked);
  const rare = arbitrary('rare', odd);
  const { deliveries = false } = options;
  const mix = deliveries === true ? {} : deliveries;
  const delivered = new DrawnArbitrary(
    `${trigger.name} delivered`,
    mix === false ? [] : deliveryRecipes([...sampled, ...looked, ...odd], cut, delivers, mix),
    deliveredRules(),
    seed,
  );
  /** One edge case after the other, and some from further on, for a first look at all of them soon. */
  const rareOf = (run: number): CaseOfRun<Event>[] =>
    Array.from({ length: Math.min(rareInRun, rare.recipes) }, (_, part) => {
      const index = run + Math.floor((part * rare.recipes) / rareInRun);
      return rare.drawn(run * rareInRun + part, part === 0, index);
    });
  /** Ordinary ones and such as the handler looks for; they take turns at being delivered in every way. */
  const commonOf = (run: number): CaseOfRun<Event>[] => {
    const looksFor = guided.recipes > 0 ? guidedInRun : 0;
    const turn = run % (1 + looksFor);
    return [
      ordinary.drawn(run, turn === 0),
      ...Array.from({ length: looksFor }, (_, at) => guided.drawn(run * guidedInRun + at, turn === at + 1)),
    ];
  };
  return {
    ofRun: (run) => [
      ...commonOf(run),
      ...rareOf(run),
      ...(delivered.recipes > 0 ? [{ shrinkable: delivered.drawn(run), isThorough: false }] : []),
    ],
    from: (found) => (found.delivery === undefined ? ordinary : delivered).from(found),
  };
}

/** A case with another event, which is left out first of all where it has no part in a failure. */
function orAlone<Event>(
  { value, shrinks }: Shrinkable<Case<Event>>,
  alone: () => Shrinkable<Case<Event>>,
): Shrinkable<Case<Event>> {
  return {
    value,
    *shrinks() {
      yield alone();
      yield* shrinks();
    },
  };
}

/** Recipes for cases that are drawn deliveries, which hold an event of the same recipe each. */
function deliveryRecipes<Event>(
  recipes: readonly Recipe<Event>[],
  cut: (event: Event, draw: Draw) => Event,
  rules: DeliveryRules<Event>,
  mix: DeliveryMix,
): readonly Recipe<Case<Event>>[] {
  return recipes.map((recipe) => ({
    request: recipe.request,
    draw: (draw) => {
      const delivery = drawDelivery(draw, () => cut(recipe.draw(draw), draw), rules, mix);
      return { event: delivery.steps[0]?.event as Event, delivery };
    },
  }));
}

function caseRules<Event>(rules: ValueRules<Event>): ValueRules<Case<Event>> {
  return {
    accepts: (value, original): value is Case<Event> =>
      isObject(value) &&
      'event' in value &&
      rules.accepts(value.event, original.event) &&
      (original.other === undefined || rules.accepts(value.other, original.other)),
    isFree: (path) => path.length > 0 && rules.isFree(path.slice(1)),
  };
}

function deliveredRules<Event>(): ValueRules<Case<Event>> {
  const { accepts, isFree } = deliveryRules<Event>();
  return {
    accepts: (value, original): value is Case<Event> =>
      isObject(value) &&
      'event' in value &&
      original.delivery !== undefined &&
      accepts(value.delivery, original.delivery),
    isFree,
  };
}

/**
 * Most cases hold few items: a handler that fails with many mostly fails with some, and every item costs time
 * in every delivery.
 */
function itemCut<Event>(lens: BatchLens<Event> | undefined): (event: Event, draw: Draw) => Event {
  return (event, draw) => {
    if (lens === undefined || draw.chance(0.04)) return event;
    const most = 1 + draw.below(maxItems);
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
    .filter((edge) => edge.isNeverSent !== true && (edge.reports ?? []).every((rule) => tolerated.has(rule)))
    .map((edge) => edge.name);
}

/** Bytes of the JSON of a case. */
export function caseBytes(tried: Case<unknown>): number {
  const others = tried.other === undefined ? [] : [tried.other];
  return [...eventsOf(tried), ...others].reduce<number>((sum, event) => sum + jsonBytes(event), 0);
}

/** The events that a case is about. */
export function eventsOf<Event>({ event, delivery }: Case<Event>): readonly Event[] {
  return delivery === undefined ? [event] : delivery.steps.map((step) => step.event);
}
