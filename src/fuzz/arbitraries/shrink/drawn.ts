import type { Draw, DrawRequest } from '../../../kernel/draw.js';
import { jsonBytes } from '../../../kernel/json.js';
import { type ListSpan, RecordedDraw, simplest } from '../../../kernel/recordedDraw.js';

/** How a value is drawn; the same choices give the same value. */
export interface Recipe<T> {
  readonly request: DrawRequest;
  draw(draw: Draw): T;
  /** Which elements of an array of fixed length are kept, for a recipe that takes some out of what `whole` draws. */
  readonly kept?: readonly number[];
  readonly whole?: Recipe<T>;
}

/** A value that was drawn, with the choices that led to it. */
export interface Drawn<T> {
  readonly recipe: Recipe<T>;
  readonly value: T;
  readonly choices: readonly number[];
  readonly bounds: readonly number[];
  readonly lists: readonly ListSpan[];
  /** Bytes of the value's JSON. */
  readonly size: number;
}

/** Draws by a recipe from given choices; where they end, the simplest are taken. */
export function redrawn<T>(recipe: Recipe<T>, choices: readonly number[]): Drawn<T> {
  const draw = new RecordedDraw(choices, simplest, recipe.request);
  const value = recipe.draw(draw);
  return drawnBy(recipe, value, draw);
}

/** Puts a value together with the recording it came from. */
export function drawnBy<T>(recipe: Recipe<T>, value: T, draw: RecordedDraw): Drawn<T> {
  const { choices, bounds, lists } = draw;
  return { recipe, value, choices, bounds, lists, size: jsonBytes(value) };
}

/** Draws again from other choices; undefined unless that gives something smaller. */
export function smallerBy<T>(drawn: Drawn<T>, choices: readonly number[]): Drawn<T> | undefined {
  const candidate = redrawn(drawn.recipe, choices);
  return isSmaller(candidate, drawn) ? candidate : undefined;
}

/** Shorter JSON is smaller; at the same length fewer choices are, then the lower ones. */
function isSmaller(a: Drawn<unknown>, b: Drawn<unknown>): boolean {
  if (a.size !== b.size) return a.size < b.size;
  if (a.choices.length !== b.choices.length) return a.choices.length < b.choices.length;
  const at = a.choices.findIndex((choice, index) => choice !== b.choices[index]);
  return at >= 0 && (a.choices[at] as number) < (b.choices[at] as number);
}
