import { Draw, type DrawRequest } from './draw.js';

/** A list that was drawn: where its length was chosen, and where each item's choices start. */
export interface ListSpan {
  /** Index of the choice that fixed the length (its value is `length - min`). */
  readonly lengthAt: number;
  readonly length: number;
  readonly min: number;
  /** Index of the first choice of each item, and behind the last one where the list ends. */
  readonly starts: readonly number[];
}

/** Where choices come from once the given ones are used up. */
export interface ChoiceSource {
  below(bound: number): number;
  flip(probability: number): boolean;
}

/** Answers every choice with the simplest. */
export const simplest: ChoiceSource = Object.freeze({ below: () => 0, flip: () => false });

/**
 * Draws by playing back given choices, then takes new ones from `next`, and keeps what was chosen.
 *
 * A choice that is too large for its place counts as the largest that fits, so that any list of
 * integers is a valid recording: shrinking may delete and lower choices without regard to what they meant.
 */
export class RecordedDraw extends Draw {
  /** What was chosen, in order. */
  readonly choices: number[] = [];
  /** How many alternatives each choice had. */
  readonly bounds: number[] = [];
  /** The lists that were drawn, outer before inner. */
  readonly lists: ListSpan[] = [];
  readonly #given: readonly number[];
  readonly #next: ChoiceSource;

  constructor(given: readonly number[], next: ChoiceSource, request: DrawRequest) {
    super(request);
    this.#given = given;
    this.#next = next;
  }

  override below(bound: number): number {
    const given = this.#given[this.choices.length];
    return this.#keep(given === undefined ? this.#next.below(bound) : Math.min(given, bound - 1), bound);
  }

  override flip(probability: number): boolean {
    if (probability <= 0) return false;
    if (probability >= 1) return true;
    const given = this.#given[this.choices.length];
    return (
      this.#keep(given === undefined ? Number(this.#next.flip(probability)) : Math.min(given, 1), 2) === 1
    );
  }

  override list<T>(min: number, max: number, item: (draw: this, index: number) => T): T[] {
    const lengthAt = this.choices.length;
    const length = this.#lengthOf(min, max);
    const starts: number[] = [];
    this.lists.push({ lengthAt, length, min, starts });
    const items: T[] = new Array(length);
    for (let i = 0; i < length; i++) {
      starts.push(this.choices.length);
      items[i] = item(this, i);
    }
    starts.push(this.choices.length);
    return items;
  }

  /** The length is one choice whether it was a boundary or not, so that deleting items can lower it. */
  #lengthOf(min: number, max: number): number {
    if (this.#given[this.choices.length] !== undefined || this.request.hostile <= 0)
      return min + this.below(max - min + 1);
    const boundary = this.#next.flip(this.request.hostile);
    const chosen = boundary ? (this.#next.flip(0.5) ? max - min : 0) : this.#next.below(max - min + 1);
    return min + this.#keep(chosen, max - min + 1);
  }

  #keep(choice: number, bound: number): number {
    this.choices.push(choice);
    this.bounds.push(bound);
    return choice;
  }
}
