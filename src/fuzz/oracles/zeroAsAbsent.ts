import { allSucceed, endOf, leftSame, maskFor } from '../play/compare.js';
import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { Oracle } from './oracle.js';
import { outgoing } from './tools/outgoing.js';
import { type Place, placesIn, withNumber } from './tools/wholeNumbers.js';

/** How many numbers of an event are tried, and how many that could stand for them. */
const maxPlaces = 3;
const maxDefaults = 2;

/** A 0 that is taken for no number, as by `||`. */
export const zeroAsAbsent: Oracle = {
  name: 'zero-as-absent',
  holds: 'A number 0 is a number, not one that was left out.',
  domain:
    'Every trigger: whole numbers that -1 could stand in the place of, where 0 comes to what a larger number comes to that goes out then, and neither -1 nor the number below that one does. The status of an answer goes out with all, and is no such number.',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    const { event } = trial.case;
    // A handler that tells no number takes none for another.
    if (!told(await trial.base()).some(isWhole)) return undefined;
    for (const place of wholeIn(event).slice(0, maxPlaces)) {
      const [zero, minusOne] = [withNumber(trial, place, 0), withNumber(trial, place, -1)];
      if (zero === undefined || minusOne === undefined) continue;
      const execution = await trial.play(inOrder([zero]));
      if (!allSucceed(execution)) continue;
      for (const number of numbersOut(execution, zero).slice(0, maxDefaults)) {
        const events = [number, number - 1].map((other) => withNumber(trial, place, other));
        const [same, below] = events;
        if (same === undefined || below === undefined) continue;
        const compared = await trial.play(inOrder([same]));
        if (!isSame(execution, compared)) continue;
        if (isSame(compared, await trial.play(inOrder([below])))) continue;
        if (isSame(execution, await trial.play(inOrder([minusOne])))) continue;
        const { answer, left } = await trial.determinism();
        if (!answer || !left) return undefined;
        const name = place.names.at(-1) ?? '';
        return {
          what: name,
          detail: `With ${name} 0 the handler does what it does with ${number}, as if there were none: || takes 0 for that.`,
          execution,
          compared,
        };
      }
    }
    return undefined;
  },
};

const isWhole = (leaf: string | number) => /^\d{1,5}$/.test(String(leaf));

/** Where whole numbers stand in an event, also as texts, and where a caller may write one: in a query. */
function wholeIn(event: unknown): Place[] {
  return placesIn(event, (leaf, names) => isWhole(leaf) || /^query/.test(names[0] ?? ''));
}

/** What goes out, but for the status of an answer: each has one. */
function told(execution: Execution<unknown>): (string | number)[] {
  const leaves = outgoing(execution).filter(({ where }) => where !== 'the answer: statusCode');
  return leaves.map(({ value }) => value);
}

/** Whole numbers from 2 on that go out and stand nowhere in the event. */
function numbersOut(execution: Execution<unknown>, event: unknown): number[] {
  const known = new Set(wholeIn(event).map(({ leaf }) => Number(leaf)));
  return [...new Set(told(execution).filter(isWhole).map(Number))].filter(
    (number) => number >= 2 && !known.has(number),
  );
}

function isSame(a: Execution<unknown>, b: Execution<unknown>): boolean {
  const mask = maskFor(a, b);
  return endOf(a, mask) === endOf(b, mask) && leftSame(a, b);
}
