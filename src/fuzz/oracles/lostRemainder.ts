import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { Oracle, Trial, Violation } from './oracle.js';
import { outgoing } from './tools/outgoing.js';
import { type Place, placesIn, withNumber } from './tools/wholeNumbers.js';

/** How many pairs of a list and a number are looked at. */
const maxSplits = 3;

/** Parts of a whole number that do not add up to it. */
export const lostRemainder: Oracle = {
  name: 'lost-remainder',
  holds: 'A whole number that is split into whole parts is what they add up to.',
  domain:
    'Every trigger: lists of whole numbers that go out and are even parts of a number of the event wherever it can be divided by their count; reported where it cannot.',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    const base = await trial.base();
    for (const split of splitsIn(trial.case.event, base).slice(0, maxSplits)) {
      const violation = await violationOf(trial, split, base);
      if (violation !== undefined) return violation;
    }
    return undefined;
  },
};

/** A list that goes out, and the number of the event that it may be the parts of. */
interface Split {
  readonly where: string;
  readonly count: number;
  readonly place: Place;
}

async function violationOf<Event>(
  trial: Trial<Event>,
  { where, count, place }: Split,
  compared: Execution<Event>,
): Promise<Violation<Event> | undefined> {
  const played = async (number: number) => {
    const event = withNumber(trial, place, number);
    return event === undefined ? undefined : trial.play(inOrder([event]));
  };
  const part = Math.max(1, Math.floor(Number(place.leaf) / count));
  for (const even of [part, part + 1]) {
    const parts = listsOf(await played(even * count)).get(where);
    if (parts?.length !== count || parts.some((one) => one !== even)) return undefined;
  }
  const whole = part * count + 1;
  const execution = await played(whole);
  const parts = listsOf(execution).get(where);
  if (execution === undefined || parts?.length !== count || !areEven(parts, whole)) return undefined;
  const sum = sumOf(parts);
  if (sum === whole) return undefined;
  return {
    what: where,
    detail: `${where} has ${count} parts of ${whole}, which add up to ${sum}: give what is left over to some of them.`,
    execution,
    compared,
  };
}

function splitsIn(event: unknown, execution: Execution<unknown>): Split[] {
  const lists = [...listsOf(execution)].filter(([, parts]) => parts.length > 1);
  if (lists.length === 0) return [];
  const places = placesIn(event, (leaf) => /^[1-9]\d{0,8}$/.test(String(leaf)));
  return lists.flatMap(([where, parts]) =>
    places
      .filter(({ leaf }) => areEven(parts, Number(leaf)))
      .map((place) => ({ where, count: parts.length, place })),
  );
}

/** True for whole parts of a number as even as can be. */
function areEven(parts: readonly number[], whole: number): boolean {
  return parts.every((part) => Number.isInteger(part) && Math.abs(part - whole / parts.length) < 1);
}

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

/** The lists of numbers that go out, and the numbers at one place in each object of a list, by where they stand. */
function listsOf(execution: Execution<unknown> | undefined): Map<string, number[]> {
  const lists = new Map<string, number[]>();
  for (const { where, value } of execution === undefined ? [] : outgoing(execution)) {
    // The first name of all stands behind a colon.
    const names = where.split(/(?<=\.|: )/);
    const at = names.findLastIndex((name) => /^\d+\.?$/.test(name));
    if (at < 0 || typeof value !== 'number') continue;
    names[at] = '[].';
    const place = names.join('').replace(/\.$/, '');
    lists.set(place, [...(lists.get(place) ?? []), value]);
  }
  return lists;
}
