import { Arbitrary, type Random, Stream, Value } from 'fast-check';
import { plainRequest } from '../../kernel/draw.js';
import { RecordedDraw } from '../../kernel/recordedDraw.js';
import { type DrawOptions, requestOf } from '../../kernel/sample.js';
import { SeededDraw } from '../../kernel/seededDraw.js';
import type { OptionSpecs, Trigger } from '../../kernel/trigger.js';
import { type EventMix, eventRecipes } from './eventRecipes.js';
import { eventRules } from './eventRules.js';
import { drawnBy, type Recipe } from './shrink/drawn.js';
import { type Shrinkable, shrinkableDrawn, shrinkableValue, type ValueRules } from './shrinkable.js';

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
    eventRules(trigger, request.payload),
  );
}

/** Draws by one of several recipes; a recipe stands in the list as often as it is to be taken. */
export class DrawnArbitrary<T> extends Arbitrary<T> {
  readonly #recipes: readonly Recipe<T>[];
  readonly #rules: ValueRules<T>;
  readonly #source: SeededDraw;

  constructor(
    name: string,
    recipes: readonly Recipe<T>[],
    rules: ValueRules<T>,
    seed: string | number = 'arbitrary',
  ) {
    super();
    this.#recipes = recipes;
    this.#rules = rules;
    this.#source = new SeededDraw(seed, `fuzz ${name}`, plainRequest);
  }

  override generate(random: Random): Value<T> {
    const high = random.nextInt(0, 0x1f_ffff);
    const { value, shrinks } = this.drawn(high * 0x1_0000_0000 + (random.nextInt() >>> 0));
    return new Value(value, shrinks);
  }

  /**
   * The value of an index from 0 to 2^53 - 1; the same index gives the same value.
   *
   * @param recipeIndex takes this recipe, counted on from the first behind the last, and none by chance.
   */
  drawn(index: number, recipeIndex?: number): Shrinkable<T> {
    const source = this.#source.restart(index);
    const drawnRecipe = source.pick(this.#recipes);
    const recipe =
      recipeIndex === undefined
        ? drawnRecipe
        : (this.#recipes[recipeIndex % this.#recipes.length] ?? drawnRecipe);
    const draw = new RecordedDraw([], source, recipe.request);
    const value = recipe.draw(draw);
    const shrinks = () => shrinkableDrawn(drawnBy(recipe, value, draw), this.#rules).shrinks();
    return { value, shrinks };
  }

  /** A value that was not drawn here, to be shrunk. */
  from(value: T): Shrinkable<T> {
    return shrinkableValue(value, this.#rules);
  }

  /** How many recipes there are. */
  get recipes(): number {
    return this.#recipes.length;
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.#rules.accepts(value, value as T);
  }

  override shrink(value: T, context?: unknown): Stream<Value<T>> {
    const shrinks = isShrinks<T>(context) ? context : shrinkableValue(value, this.#rules).shrinks;
    return streamOf(shrinks());
  }
}

function isShrinks<T>(context: unknown): context is Shrinkable<T>['shrinks'] {
  return typeof context === 'function';
}

function streamOf<T>(candidates: Iterable<Shrinkable<T>>): Stream<Value<T>> {
  return new Stream(values(candidates));
}

function* values<T>(candidates: Iterable<Shrinkable<T>>): IterableIterator<Value<T>> {
  for (const { value, shrinks } of candidates) yield new Value(value, shrinks);
}
