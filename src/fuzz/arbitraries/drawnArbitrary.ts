import type { Random } from 'fast-check';
import { Arbitrary, Stream, Value } from 'fast-check';
import { plainRequest } from '../../kernel/draw.js';
import { RecordedDraw } from '../../kernel/recordedDraw.js';
import { SeededDraw } from '../../kernel/seededDraw.js';
import type { Recipe } from './shrink/drawn.js';
import { drawnBy } from './shrink/drawn.js';
import type { Shrinkable, ValueRules } from './shrinkable.js';
import { shrinkableDrawn, shrinkableValue } from './shrinkable.js';
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
