import { chosenBy, inTurn, type Pass } from './pass.js';

/** Something of which items can be deleted. */
export interface Cuttable<T> {
  readonly length: number;
  /** No fewer items are allowed. */
  readonly least: number;
  /** The value without the items from `from` up to but not including `to`; undefined where that is no smaller or not valid. */
  without(ranges: readonly (readonly [from: number, to: number])[]): T | undefined;
  /** The value with all items reduced to the simplest item; undefined where there is none. */
  plain?(): T | undefined;
  /** True when the items cannot be told apart, so that only their number matters. */
  readonly alike: boolean;
}

/** Finds the list in a value; undefined where the value no longer has it. */
export type ListIn<T> = (value: T) => Cuttable<T> | undefined;

/** How many candidates in a row may pass before a search among single items is given up. */
const patience = 24;

/**
 * Deletes items of one list. A single culprit among n is found with at most 4/3 n items handled in all,
 * a minimal length by bisection, and several culprits by deleting ever smaller runs between them.
 */
export function listPass<T>(listIn: ListIn<T>): Pass<T> {
  return inTurn(quarters(listIn), front(listIn, 1, false), plainItems(listIn), between(listIn));
}

/**
 * The same for a list that had its turn or is short: as long as its last item is needed, nothing is tried
 * that only a change of all items would make succeed.
 */
export function listPassAgain<T>(listIn: ListIn<T>): Pass<T> {
  return inTurn(lastItem(listIn), front(listIn, 1, false), plainItems(listIn), between(listIn));
}

function lastItem<T>(listIn: ListIn<T>): Pass<T> {
  return function* (failing) {
    const list = listIn(failing);
    if (list === undefined || list.length <= list.least) return;
    const smaller = list.without([[list.length - 1, list.length]]);
    if (smaller !== undefined) yield { smaller, next: quarters(listIn) };
  };
}

/** Keeps one quarter alone; when none is enough, looks for the shortest beginning. */
function quarters<T>(listIn: ListIn<T>): Pass<T> {
  return function* (failing) {
    const list = listIn(failing);
    if (list === undefined || list.length <= list.least) return;
    const { length, least } = list;
    if (length < 8) return yield* beginning(listIn, Math.max(least, 1) - 1)(failing);
    const size = Math.max(least, Math.ceil(length / 4));
    for (let from = 0; from < length; from += size) {
      const end = Math.min(length, from + size);
      const start = Math.min(from, end - size);
      const smaller = list.without([
        [0, start],
        [end, length],
      ]);
      if (smaller !== undefined) yield { smaller, next: quarters(listIn) };
    }
    yield* beginning(listIn, size)(failing);
  };
}

/** Bisects the number of first items that are needed; `enough` of them are known to pass. */
function beginning<T>(listIn: ListIn<T>, passing: number): Pass<T> {
  return function* (failing) {
    const list = listIn(failing);
    if (list === undefined) return;
    for (let low = passing; low + 1 < list.length; ) {
      const middle = Math.max(list.least, (low + list.length) >> 1);
      if (middle >= list.length) return;
      const smaller = list.without([[middle, list.length]]);
      if (smaller !== undefined) yield { smaller, next: beginning(listIn, low) };
      low = middle;
    }
  };
}

/** Drops the first item, then ever more of them. */
function front<T>(listIn: ListIn<T>, count: number, slowing: boolean): Pass<T> {
  return function* (failing) {
    const list = listIn(failing);
    if (list === undefined || list.alike) return;
    for (let size = count; size >= 1; size >>= 1) {
      const slower = slowing || size < count;
      const smaller = list.length - size >= list.least ? list.without([[0, size]]) : undefined;
      if (smaller !== undefined) yield { smaller, next: front(listIn, slower ? size : size * 2, slower) };
    }
  };
}

function plainItems<T>(listIn: ListIn<T>): Pass<T> {
  return function* (failing) {
    const list = listIn(failing);
    if (list === undefined || list.length < 2 || list.alike) return;
    const smaller = list.plain?.();
    if (smaller !== undefined) yield { smaller, next: beginning(listIn, list.least - 1) };
  };
}

/** Deletes runs of items, long ones first. */
function between<T>(listIn: ListIn<T>): Pass<T> {
  return chosenBy((failing) => {
    const list = listIn(failing);
    return list === undefined ? () => [] : runs(listIn, Math.max(1, list.length - 2), 1);
  });
}

function runs<T>(listIn: ListIn<T>, longest: number, first: number): Pass<T> {
  return function* (failing) {
    const list = listIn(failing);
    if (list === undefined || list.alike) return;
    let left = patience;
    let start = first;
    for (let size = Math.min(longest, list.length); size >= 1; size >>= 1) {
      for (let at = start; at < list.length && left > 0; at += size) {
        const end = Math.min(list.length, at + size);
        const smaller = list.length - (end - at) >= list.least ? list.without([[at, end]]) : undefined;
        if (smaller === undefined) continue;
        left--;
        yield { smaller, next: runs(listIn, size, at) };
      }
      start = 0;
    }
  };
}
