import { defineMatcher, type MatcherDefinition, type Verdict } from './defineMatcher.js';

/** A matcher that waits before it decides; its assertion is to be awaited. */
export type AsyncMatcher<Args extends readonly unknown[]> = (
  received: unknown,
  ...args: Args
) => Promise<Verdict>;

/**
 * Makes a matcher that decides once `ready` has resolved; without anything to wait for, wrong use is thrown at once. What
 * `ready` gives stands in the place of what was received.
 */
export function defineAsyncMatcher<Args extends readonly unknown[]>({
  ready,
  ...definition
}: MatcherDefinition<Args> & { ready(received: unknown): Promise<unknown> | undefined }): AsyncMatcher<Args> {
  const matcher = defineMatcher<Args>(definition);
  return (received, ...args) => {
    const waiting = ready(received);
    if (waiting === undefined) return Promise.resolve(matcher(received, ...args));
    return waiting.then((given) => matcher(given ?? received, ...args));
  };
}
