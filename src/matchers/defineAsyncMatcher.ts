import { defineMatcher, type MatcherDefinition, type Verdict } from './defineMatcher.js';

/** A matcher that waits before it decides; its assertion is to be awaited. */
export type AsyncMatcher<Args extends readonly unknown[]> = (
  received: unknown,
  ...args: Args
) => Promise<Verdict>;

/** Makes a matcher that decides once `ready` has resolved. */
export function defineAsyncMatcher<Args extends readonly unknown[]>({
  ready,
  ...definition
}: MatcherDefinition<Args> & { ready(received: unknown): Promise<void> }): AsyncMatcher<Args> {
  const matcher = defineMatcher<Args>(definition);
  return async (received, ...args) => {
    await ready(received);
    return matcher(received, ...args);
  };
}
