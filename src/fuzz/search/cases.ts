import { type BatchLens, deliveryRulesOf } from '../../kernel/delivery.js';
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
import { Fixed } from '../arbitraries/fixed.js';
import type { Recipe } from '../arbitraries/shrink/drawn.js';
import type { Shrinkable, ValueRules } from '../arbitraries/shrinkable.js';
import type { Case } from '../oracles/oracle.js';
import type { DeliveryStep } from '../play/delivery.js';
import { deliverableEdges } from './deliverableEdges.js';
import { aimedRecipes } from './learn/aimedRecipes.js';
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
  const sampled = sampleRecipes(trigger, request);
  const fixed = new Fixed(trigger, request);
  const looked = learned === undefined ? [] : learnedRecipes(trigger, request, learned).map(keeping(fixed));
  const examples = rareRecipes(trigger, request, { ...options, edges: false });
  const edgeRecipes = rareRecipes(trigger, request, { ...options, examples: [], edges });
  const odd = [...examples, ...aimedRecipes(trigger, edgeRecipes, learned?.code ?? '').map(keeping(fixed))];
  const pairing = pairingOf(trigger, learned, fixed);
  const rules = caseRules(eventRules(trigger, request));
  const familyOf = (sort: string, recipes: readonly Recipe<Event>[]) =>
    new Family({ name: `${trigger.name} ${sort}`, recipes, pairing, rules, seed });
  return new RunCases({
    ordinary: familyOf('ordinary', sampled),
    guided: familyOf('guided', looked),
    rare: familyOf('rare', odd),
    delivered: new DrawnArbitrary(
      `${trigger.name} delivered`,
      deliveryRecipes([...sampled, ...looked, ...odd], pairing.cut, trigger, options.deliveries ?? false),
      deliveredRules(),
      seed,
    ),
  });
}

/** The cases of each sort. */
interface Families<Event> {
  readonly ordinary: Family<Event>;
  readonly guided: Family<Event>;
  readonly rare: Family<Event>;
  readonly delivered: DrawnArbitrary<Case<Event>>;
}

/** What a run takes of each sort. */
class RunCases<Event> implements Cases<Event> {
  readonly #families: Families<Event>;

  constructor(families: Families<Event>) {
    this.#families = families;
  }

  ofRun(run: number): readonly CaseOfRun<Event>[] {
    const { delivered } = this.#families;
    return [
      ...this.#commonOf(run),
      ...this.#rareOf(run),
      ...(delivered.recipes > 0 ? [{ shrinkable: delivered.drawn(run), isThorough: false }] : []),
    ];
  }

  from(found: Case<Event>): Shrinkable<Case<Event>> {
    const { ordinary, delivered } = this.#families;
    return (found.delivery === undefined ? ordinary : delivered).from(found);
  }

  /** Ordinary ones and such as the handler looks for; they take turns at being delivered in every way. */
  #commonOf(run: number): CaseOfRun<Event>[] {
    const { ordinary, guided } = this.#families;
    const looksFor = guided.recipes > 0 ? guidedInRun : 0;
    const turn = run % (1 + looksFor);
    return [
      ordinary.drawn(run, { isThorough: turn === 0 }),
      ...Array.from({ length: looksFor }, (_, at) =>
        guided.drawn(run * guidedInRun + at, { isThorough: turn === at + 1 }),
      ),
    ];
  }

  /** One edge case after the other, and some from further on, for a first look at all of them soon. */
  #rareOf(run: number): CaseOfRun<Event>[] {
    const { rare } = this.#families;
    return Array.from({ length: Math.min(rareInRun, rare.recipes) }, (_, part) => {
      const recipeIndex = run + Math.floor((part * rare.recipes) / rareInRun);
      return rare.drawn(run * rareInRun + part, { isThorough: part === 0, recipeIndex });
    });
  }
}

/** How the events of a case are made of one that was drawn. */
interface Pairing<Event> {
  cut(event: Event, draw: Draw): Event;
  /** Another event, to be delivered before or beside it. */
  otherThan(event: Event, draw: Draw, recipe: Recipe<Event>): Event;
}

/** A recipe whose events are as the user fixed them. */
function keeping<Event>(fixed: Fixed<Event>): (recipe: Recipe<Event>) => Recipe<Event> {
  return ({ request, draw }) => ({ request, draw: (from) => fixed.kept(draw(from), from) });
}

function pairingOf<Event>(
  trigger: Trigger<Event>,
  learned: Learned | undefined,
  fixed: Fixed<Event>,
): Pairing<Event> {
  const cutItems = itemCut(deliveryRulesOf(trigger).batch);
  const cut = (event: Event, draw: Draw): Event => {
    const some = cutItems(event, draw);
    return fixed.holds(some) || !fixed.holds(event) ? some : event;
  };
  const paths = learned === undefined ? [] : readPaths(learned);
  const drawOther = (event: Event, draw: Draw, recipe: Recipe<Event>): Event => {
    if (draw.chance(0.4)) return recipe.draw(draw);
    return paths.length > 0 && draw.chance(0.6)
      ? fixed.kept(siblingOf(trigger, draw, event, paths), draw)
      : trigger.sample(draw);
  };
  return { cut, otherThan: (event, draw, recipe) => cut(drawOther(event, draw, recipe), draw) };
}

/** Cases of one sort, with a second event for those that are delivered in every way. */
class Family<Event> {
  readonly recipes: number;
  readonly #alone: DrawnArbitrary<Case<Event>>;
  readonly #paired: DrawnArbitrary<Case<Event>>;

  constructor(of: {
    readonly name: string;
    readonly recipes: readonly Recipe<Event>[];
    readonly pairing: Pairing<Event>;
    readonly rules: ValueRules<Case<Event>>;
    readonly seed: string | number;
  }) {
    const { name, recipes, pairing, rules, seed } = of;
    const arbitraryOfCases = (caseOf: (draw: Draw, recipe: Recipe<Event>) => Case<Event>) =>
      new DrawnArbitrary(
        name,
        recipes.map((recipe) => ({ request: recipe.request, draw: (draw: Draw) => caseOf(draw, recipe) })),
        rules,
        seed,
      );
    this.recipes = recipes.length;
    this.#alone = arbitraryOfCases((draw, recipe) => ({ event: pairing.cut(recipe.draw(draw), draw) }));
    this.#paired = arbitraryOfCases((draw, recipe) => {
      const event = pairing.cut(recipe.draw(draw), draw);
      return { event, other: pairing.otherThan(event, draw, recipe) };
    });
  }

  /** The case of an index, by a recipe drawn or named. */
  drawn(
    index: number,
    { isThorough, recipeIndex }: { readonly isThorough: boolean; readonly recipeIndex?: number },
  ): CaseOfRun<Event> {
    const alone = () => this.#alone.drawn(index, recipeIndex);
    const shrinkable = isThorough ? orAlone(this.#paired.drawn(index, recipeIndex), alone) : alone();
    return { shrinkable, isThorough };
  }

  /** A case that was not drawn here. */
  from(found: Case<Event>): Shrinkable<Case<Event>> {
    if (found.other === undefined) return this.#alone.from(found);
    return orAlone(this.#paired.from(found), () => this.#alone.from({ event: found.event }));
  }
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
  cut: Pairing<Event>['cut'],
  trigger: Trigger<Event>,
  deliveries: boolean | DeliveryMix,
): readonly Recipe<Case<Event>>[] {
  if (deliveries === false) return [];
  const rules = deliveryRulesOf(trigger);
  const mix = deliveries === true ? {} : deliveries;
  return recipes.map((recipe) => ({
    request: recipe.request,
    draw: (draw) => {
      const delivery = drawDelivery(draw, () => cut(recipe.draw(draw), draw), rules, mix);
      const [first] = delivery.steps as [DeliveryStep<Event>];
      return { event: first.event, delivery };
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

/** Bytes of the JSON of a case. */
export function caseBytes(tried: Case<unknown>): number {
  const others = tried.other === undefined ? [] : [tried.other];
  return [...eventsOf(tried), ...others].reduce<number>((sum, event) => sum + jsonBytes(event), 0);
}

/** The events that a case is about. */
export function eventsOf<Event>({ event, delivery }: Case<Event>): readonly Event[] {
  return delivery === undefined ? [event] : delivery.steps.map((step) => step.event);
}
