import { Misuse } from '../kernel/misuse.js';
import type { Verdict } from './defineMatcher.js';
import { argumentText } from './expectedValue.js';

/** What vitest makes of a custom matcher inside `toEqual`; the same members in vitest 3, 4 and 5. */
interface AsymmetricMatcher {
  readonly sample: readonly unknown[];
  readonly inverse: boolean;
  toString(): string;
  /** What the matcher found when it last failed; a property, so that the copies that a diff makes keep it. */
  failure?: string;
}

type AnyMatcher = (received: unknown, ...args: never[]) => Verdict | Promise<Verdict>;

/**
 * Makes a matcher inside `toEqual` print the rule that failed. Vitest keeps only whether it passed and prints its
 * name; its class is reached through an instance, so that every `expect` prints alike, the one of a test context too.
 */
export function nameRuleInDiff(instance: object, matcher: AnyMatcher): void {
  Object.assign(Object.getPrototypeOf(instance), {
    asymmetricMatch(this: AsymmetricMatcher, received: unknown): boolean {
      const { matched, found } = judge(matcher, received, this);
      this.failure = matched ? '' : found;
      return matched;
    },
    toAsymmetricMatcher(this: AsymmetricMatcher): string {
      const args = this.sample.map((argument) => argumentText(argument)).join(', ');
      return `${this}(${args})${this.failure ? `: ${this.failure}` : ''}`;
    },
  });
}

/** Inside `toEqual` a received value that cannot be judged is a mismatch, negated or not. */
function judge(matcher: AnyMatcher, received: unknown, { sample, inverse }: AsymmetricMatcher) {
  try {
    const verdict: Verdict | Promise<Verdict> = Reflect.apply(matcher, undefined, [received, ...sample]);
    if (verdict instanceof Promise) throw waitsHere();
    const { pass, brief } = verdict;
    return { matched: pass !== inverse, found: inverse ? 'it passes' : brief() };
  } catch (error) {
    if (error instanceof Misuse && aboutReceived.has(error.code))
      return { matched: false, found: error.message };
    throw error;
  }
}

/** The rest of a matcher that waits has nobody to tell. */
function waitsHere(): Misuse {
  return new Misuse(
    'ASYNC_MATCHER',
    'Cannot use a matcher that waits inside toEqual: toEqual does not wait. Write an assertion of its own: `await expect(gateway).toHavePushedNothing()`, `await expect(response).toBeValidWebResponse()`.',
  );
}

const aboutReceived: ReadonlySet<string> = new Set([
  'NOT_AWAITED',
  'NOT_CALLED',
  'TEXT_FOR_OBJECT',
  'BODY_NOT_READ',
]);
