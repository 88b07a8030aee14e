/** A smaller candidate, and what to try next once it has turned out to fail too. */
export interface Step<T> {
  readonly smaller: T;
  readonly next: Pass<T>;
}

/**
 * One way to make a failing value smaller: candidates from the boldest to the most timid. Whoever asks for
 * the next candidate says by it that the one before passes. A pass keeps no state, so it can be walked twice.
 */
export type Pass<T> = (failing: T) => Iterable<Step<T>>;

/** Tries nothing. */
export const noPass = (): readonly never[] => [];

/** Tries one pass after the other, each with the smallest value that those before have found. */
export function inTurn<T>(...passes: readonly Pass<T>[]): Pass<T> {
  return function* (failing) {
    for (const [index, pass] of passes.entries()) {
      const rest = passes.slice(index + 1);
      for (const { smaller, next } of pass(failing)) yield { smaller, next: inTurn(next, ...rest) };
    }
  };
}

/** Tries a pass again as long as it finds anything. */
export function repeated<T>(pass: Pass<T>): Pass<T> {
  return function* (failing) {
    for (const { smaller, next } of pass(failing)) yield { smaller, next: inTurn(next, repeated(pass)) };
  };
}

/**
 * Tries the pass for each of a row of parts, which may change while it goes on.
 *
 * @param passAt the pass for the next part at or after `index` and the index behind it; undefined at the end.
 */
export function forEachPart<T>(
  index: number,
  passAt: (failing: T, index: number) => { readonly pass: Pass<T>; readonly next: number } | undefined,
): Pass<T> {
  return function* (failing) {
    for (let part = passAt(failing, index); part !== undefined; part = passAt(failing, part.next)) {
      const rest = forEachPart(part.next, passAt);
      for (const { smaller, next } of part.pass(failing)) yield { smaller, next: inTurn(next, rest) };
    }
  };
}

/** Gives a pass up when so many candidates in a row pass. */
export function patient<T>(candidates: number, pass: Pass<T>): Pass<T> {
  return function* (failing) {
    let left = candidates;
    for (const { smaller, next } of pass(failing)) {
      if (left-- <= 0) return;
      yield { smaller, next: patient(candidates, next) };
    }
  };
}

/** Tries the pass that fits the value. */
export function chosenBy<T>(choose: (failing: T) => Pass<T>): Pass<T> {
  return (failing) => choose(failing)(failing);
}
