import * as fc from 'fast-check';

/** What it took to shrink the first failure of a property. */
export interface Shrunk<T> {
  /** The failing values from the first to the last, each smaller. */
  readonly failing: readonly T[];
  readonly last: T;
  /** How often the property ran after its first failure. */
  readonly calls: number;
  /** How often it had run by then, for each failing value. */
  readonly callsBefore: readonly number[];
  /** Sum of what `weigh` says of every value after the first failure, and of it. */
  readonly handled: number;
}

/** Runs a property until it fails and shrinks that. */
export function shrunk<T>(
  arbitrary: fc.Arbitrary<T>,
  fails: (value: T) => boolean,
  options: fc.Parameters<[T]> & { readonly weigh?: (value: T) => number },
): Shrunk<T> {
  const failing: T[] = [];
  const callsBefore: number[] = [];
  let calls = 0;
  let handled = 0;
  fc.check(
    fc.property(arbitrary, (value) => {
      const failed = fails(value);
      if (failing.length > 0) calls++;
      if (failed) {
        failing.push(value);
        callsBefore.push(calls);
      }
      if (failing.length > 0) handled += options.weigh?.(value) ?? 0;
      return !failed;
    }),
    { numRuns: 3000, ...options },
  );
  if (failing.length === 0) throw new Error('the property never failed');
  return { failing, last: failing.at(-1) as T, calls, callsBefore, handled };
}
