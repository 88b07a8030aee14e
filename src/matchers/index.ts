import type { EventRegistry } from './eventFinding.js';
import * as plainMatchers from './plainMatchers.js';
import { createToBeEventOf } from './toBeEventOf.js';
import { createToBeValidScfEvent } from './toBeValidScfEvent.js';
import { createToBeValidTriggerDesc, type TriggerDescRegistry } from './toBeValidTriggerDesc.js';

export { type AsyncMatcher, defineAsyncMatcher } from './defineAsyncMatcher.js';
export { defineMatcher, type Matcher, type MatcherDefinition, type Verdict } from './defineMatcher.js';
export type { EventRegistry } from './eventFinding.js';
export type { AsymmetricExpectation, TextExpectation } from './expectedValue.js';
export type { Finding, Problem } from './finding.js';
export * from './plainMatchers.js';
export type { ConnectionTarget, PushExpectation } from './pushFinding.js';
export type { ScfMatchers } from './scfMatchers.js';
export type { Schema } from './schemaProblems.js';
export type { TriggerDescRegistry } from './toBeValidTriggerDesc.js';
export type { WebResponseOptions } from './toBeValidWebResponse.js';
export type { ResponseOptions } from './validResponse.js';

/**
 * Every matcher that needs no registry by its name, for `expect.extend`; `import 'scf-fixtures/vitest'` registers them
 * and those of {@link eventMatchers}, with types.
 *
 * @example
 * matchers.toHaveStatus({ statusCode: 200, headers: {}, body: '' }, 200).pass; // true
 */
export const matchers = { ...plainMatchers };

/**
 * The matchers that know the kinds of events, for `expect.extend`. They find the kinds in the registry that is given:
 * `{ triggerNamed, kindOf }` of "scf-fixtures", or one with kinds of your own.
 *
 * @example
 * const { toBeEventOf } = eventMatchers({ triggerNamed, kindOf });
 * toBeEventOf({ Type: 'Timer' }, 'timer').pass; // false
 */
export function eventMatchers(registry: EventRegistry) {
  return {
    toBeEventOf: createToBeEventOf(registry),
    toBeValidScfEvent: createToBeValidScfEvent(registry),
  };
}

/**
 * The matcher of TriggerDescs, for `expect.extend`; pass what "scf-fixtures/triggerdesc" exports.
 *
 * @example
 * const { toBeValidTriggerDesc } = triggerDescMatchers({ checkTriggerDesc });
 * toBeValidTriggerDesc('0 0 9 * * * *', 'timer').pass; // true
 */
export function triggerDescMatchers(registry: TriggerDescRegistry) {
  return { toBeValidTriggerDesc: createToBeValidTriggerDesc(registry) };
}
