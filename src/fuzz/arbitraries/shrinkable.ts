import type { JsonValue } from '../../kernel/json.js';
import { choicePasses } from './shrink/choicePasses.js';
import type { Drawn } from './shrink/drawn.js';
import { type Edited, type EditRules, editedFrom, jsonPasses } from './shrink/jsonPasses.js';
import type { Pass } from './shrink/pass.js';

/** A value, and the smaller ones to try in its place when it fails. */
export interface Shrinkable<T> {
  readonly value: T;
  /** Asking for the next says that the one before passes. Can be walked any number of times. */
  shrinks(): Iterable<Shrinkable<T>>;
}

/** Which edits keep a value one that may come about. */
export interface ValueRules<T> extends Omit<EditRules, 'accepts'> {
  accepts(value: unknown, original: T): value is T;
}

/** For values that only shrink by being drawn again. */
export function drawnOnly<T>(): ValueRules<T> {
  return { accepts: (value, original): value is T => value === original, isFree: () => false };
}

/**
 * A drawn value. It shrinks through its choices first; what these cannot make smaller (an edge case of fixed
 * size, a text from a pool) is then edited as JSON.
 */
export function shrinkableDrawn<T>(drawn: Drawn<T>, rules: ValueRules<T>): Shrinkable<T> {
  const accepts = (value: unknown): value is T => rules.accepts(value, drawn.value);
  return byPass(
    drawn,
    choicePasses(accepts),
    ({ value }) => value,
    (value) => edits(value, rules, false),
  );
}

/** A value that was not drawn: it is edited as JSON. */
export function shrinkableValue<T>(value: T, rules: ValueRules<T>): Shrinkable<T> {
  return { value, shrinks: () => edits(value, rules, true) };
}

function edits<T>(original: T, rules: ValueRules<T>, isFresh: boolean): Iterable<Shrinkable<T>> {
  const pass = jsonPasses(
    { ...rules, accepts: (value: JsonValue) => rules.accepts(value, original) },
    isFresh,
  );
  const read = ({ value }: Edited): T => {
    if (rules.accepts(value, original)) return value;
    return original;
  };
  return byPass(editedFrom(original), pass, read, () => []).shrinks();
}

function byPass<State, T>(
  state: State,
  pass: Pass<State>,
  read: (state: State) => T,
  afterwards: (value: T) => Iterable<Shrinkable<T>>,
): Shrinkable<T> {
  const value = read(state);
  return {
    value,
    *shrinks() {
      for (const { smaller, next } of pass(state)) yield byPass(smaller, next, read, afterwards);
      yield* afterwards(value);
    },
  };
}
