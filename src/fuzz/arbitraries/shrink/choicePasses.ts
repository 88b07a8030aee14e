import type { Draw } from '../../../kernel/draw.js';
import type { ListSpan } from '../../../kernel/recordedDraw.js';
import { type Drawn, redrawn, smallerBy } from './drawn.js';
import { type Cuttable, listPass, listPassAgain } from './listPass.js';
import { closed, type LongestArray, longestArray, opened, withPart } from './openJson.js';
import { chosenBy, forEachPart, inTurn, noPass, type Pass, repeated } from './pass.js';

/** How many candidates in a row may pass before the zeroing of choices is given up. */
const patience = 96;

/** So many at least, however long a drawing takes. */
const fewest = 24;

/** Choices are lowered one by one only where there are no more than this. */
const maxLowered = 1000;

/** How many items of a list are tried as the model for all of them. */
const modelItems = 4;

/** Arrays from this length on are worth cutting before all else. */
const fixedFrom = 16;

/**
 * Makes a drawn value smaller by lowering and deleting its choices and drawing again, so that every candidate
 * is as coherent as the trigger makes it.
 */
export function choicePasses<T>(accepts: (value: unknown) => value is T): Pass<Drawn<T>> {
  const fixedArray = chosenBy<Drawn<T>>(({ value, lists }) => {
    const longest = longestArray(opened(value));
    if (longest === undefined || longest.length < fixedFrom) return noPass;
    const inReach = lists.some(({ length, min }) => length > min && length * 2 >= longest.length);
    return inReach ? noPass : listPass((drawn) => cutList(drawn, longest, accepts));
  });
  const longest = chosenBy<Drawn<T>>(({ lists }) => listPass((drawn) => choiceList(drawn, longestOf(lists))));
  return inTurn(fixedArray, allSimplest, longest, repeated(inTurn(everyList(), zeroed(), lowered())));
}

/** Most failures need no more than the simplest value, so that is tried before all else. */
function* allSimplest<T>(drawn: Drawn<T>) {
  const smaller = smallerBy(drawn, []);
  if (smaller !== undefined) yield { smaller, next: noPass };
}

function longestOf(lists: readonly ListSpan[]): number {
  let found = 0;
  for (const [index, { length }] of lists.entries()) {
    if (length > (lists[found]?.length ?? 0)) found = index;
  }
  return found;
}

/** An array that was not drawn as a list that could be shorter: its elements are taken out of what is drawn. */
function cutList<T>(
  drawn: Drawn<T>,
  { path, length }: LongestArray,
  accepts: (value: unknown) => value is T,
): Cuttable<Drawn<T>> {
  const { recipe } = drawn;
  const kept = recipe.kept ?? Array.from({ length }, (_, index) => index);
  const whole = recipe.whole ?? recipe;
  return {
    length: kept.length,
    least: 1,
    without(ranges) {
      const left = kept.filter((_, at) => !ranges.some(([from, to]) => at >= from && at < to));
      const draw = (draw: Draw): T => {
        const value = whole.draw(draw);
        const cut = closed(
          withPart(opened(value), path, (array) =>
            Array.isArray(array)
              ? left.filter((index) => index < array.length).map((index) => array[index])
              : array,
          ),
        );
        return accepts(cut) ? cut : value;
      };
      const candidate = redrawn({ ...whole, draw, kept: left, whole }, drawn.choices);
      return candidate.size < drawn.size ? candidate : undefined;
    },
    alike: false,
  };
}

const everyList = <T>(): Pass<Drawn<T>> =>
  forEachPart(0, ({ lists }, index) =>
    index < lists.length
      ? { pass: listPassAgain((drawn) => choiceList(drawn, index)), next: index + 1 }
      : undefined,
  );

function choiceList<T>(drawn: Drawn<T>, index: number): Cuttable<Drawn<T>> | undefined {
  const span = drawn.lists[index];
  if (span === undefined) return undefined;
  const { length, min: least, lengthAt, starts } = span;
  const at = (item: number) => starts[item] as number;
  return {
    length,
    least,
    without(ranges) {
      const choices: number[] = [];
      let from = 0;
      let deleted = 0;
      for (const [first, end] of ranges) {
        if (end <= first) continue;
        for (let i = from; i < at(first); i++) choices.push(drawn.choices[i] as number);
        from = at(end);
        deleted += end - first;
      }
      for (let i = from; i < drawn.choices.length; i++) choices.push(drawn.choices[i] as number);
      choices[lengthAt] = length - deleted - least;
      return smallerBy(drawn, choices);
    },
    plain() {
      const itemChoices = (item: number) => drawn.choices.slice(at(item), at(item + 1));
      const shortest = Array.from({ length }, (_, item) => itemChoices(item))
        .sort((a, b) => a.length - b.length)
        .slice(0, modelItems);
      for (const model of [[0], ...shortest]) {
        const zeros = model.length === 1 && model[0] === 0;
        const items = Array.from({ length }, (_, item) => (zeros ? itemChoices(item).fill(0) : model));
        const choices = [
          ...drawn.choices.slice(0, at(0)),
          ...items.flat(),
          ...drawn.choices.slice(at(length)),
        ];
        const smaller = smallerBy(drawn, choices);
        if (smaller !== undefined) return smaller;
      }
      return undefined;
    },
    get alike() {
      const width = length === 0 ? 0 : at(1) - at(0);
      for (let i = at(0); i < at(length); i++) {
        if (drawn.choices[i] !== drawn.choices[at(0) + ((i - at(0)) % width)]) return false;
      }
      return at(length) - at(0) === width * length;
    },
  };
}

/** Sets choices to 0: all of them, then ever fewer at a time. Lengths of lists stay, they had their turn. */
function zeroed<T>(): Pass<Drawn<T>> {
  return chosenBy((drawn) => zeroedRuns(drawn.choices.length, 0));
}

function zeroedRuns<T>(longest: number, first: number): Pass<Drawn<T>> {
  return function* (drawn) {
    const raised = effective(drawn).filter((at) => (drawn.choices[at] as number) > 0);
    let left = Math.max(fewest, Math.min(patience, Math.floor(50_000 / drawn.choices.length)));
    let start = raised.findIndex((at) => at >= first);
    if (start < 0) start = 0;
    for (let size = Math.min(longest, raised.length); size >= 1; size >>= 1) {
      for (let from = start; from < raised.length && left > 0; from += size) {
        const choices = [...drawn.choices];
        for (const at of raised.slice(from, from + size)) choices[at] = 0;
        const smaller = smallerBy(drawn, choices);
        if (smaller === undefined) continue;
        left--;
        yield { smaller, next: zeroedRuns(size, raised[from] as number) };
      }
      start = 0;
    }
  };
}

/** Bisects every choice that 0 does not do for. */
const lowered = <T>(): Pass<Drawn<T>> =>
  forEachPart(0, (drawn, first) => {
    if (drawn.choices.length > maxLowered) return undefined;
    const at = effective(drawn).find((index) => index >= first && (drawn.choices[index] as number) > 1);
    return at === undefined ? undefined : { pass: bisected(at, 0), next: at + 1 };
  });

/**
 * The choices that may be lowered: lengths of lists had their turn, and of a list that was cut down to a few items
 * only the choices of these show.
 */
function effective<T>({ choices, lists, recipe: { kept } }: Drawn<T>): number[] {
  const lengths = new Set(lists.map((list) => list.lengthAt));
  const free = Array.from(choices.keys()).filter((at) => !lengths.has(at));
  const cut = kept === undefined ? undefined : lists[longestOf(lists)];
  if (kept === undefined || cut === undefined) return free;
  const { starts, length } = cut;
  const from = starts[0] as number;
  const end = starts[length] as number;
  const spans = kept.map((item) => [starts[item] as number, starts[item + 1] as number] as const);
  return free.filter(
    (at) => at < from || at >= end || spans.some(([first, behind]) => at >= first && at < behind),
  );
}

/** Finds the lowest value that a choice can have; `passing` is known to be too low. */
function bisected<T>(at: number, passing: number): Pass<Drawn<T>> {
  return function* (drawn) {
    const choice = drawn.choices[at] ?? 0;
    for (let low = passing; low + 1 < choice; ) {
      const middle = low + Math.floor((choice - low) / 2);
      const choices = [...drawn.choices];
      choices[at] = middle;
      const smaller = smallerBy(drawn, choices);
      if (smaller !== undefined) yield { smaller, next: bisected(at, low) };
      low = middle;
    }
  };
}
