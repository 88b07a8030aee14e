import type { EventRegistry } from './eventFinding.js';
import { toAcceptWebsocket } from './toAcceptWebsocket.js';
import { createToBeEventOf } from './toBeEventOf.js';
import { toBeValidApigwResponse } from './toBeValidApigwResponse.js';
import { toBeValidClbResponse } from './toBeValidClbResponse.js';
import { toBeValidFunctionUrlResponse } from './toBeValidFunctionUrlResponse.js';
import { toBeValidResponse } from './toBeValidResponse.js';
import { createToBeValidScfEvent } from './toBeValidScfEvent.js';
import { toBeValidWebsocketReply } from './toBeValidWebsocketReply.js';
import { toFitInvocation } from './toFitInvocation.js';
import { toHaveBodyBytes } from './toHaveBodyBytes.js';
import { toHaveHeader } from './toHaveHeader.js';
import { toHaveJsonBody } from './toHaveJsonBody.js';
import { toHaveStatus } from './toHaveStatus.js';
import { toHaveTextBody } from './toHaveTextBody.js';
import { toMatchContract } from './toMatchContract.js';
import { toRedirectTo } from './toRedirectTo.js';
import { toSetCookie } from './toSetCookie.js';

export { defineMatcher, type Matcher, type MatcherDefinition, type Verdict } from './defineMatcher.js';
export type { EventRegistry } from './eventFinding.js';
export type { AsymmetricExpectation, TextExpectation } from './expectedValue.js';
export type { Finding, Problem } from './finding.js';
export type { ScfMatchers } from './scfMatchers.js';
export type { Schema } from './schemaProblems.js';
export type { ResponseOptions } from './validResponse.js';
export {
  toAcceptWebsocket,
  toBeValidApigwResponse,
  toBeValidClbResponse,
  toBeValidFunctionUrlResponse,
  toBeValidResponse,
  toBeValidWebsocketReply,
  toFitInvocation,
  toHaveBodyBytes,
  toHaveHeader,
  toHaveJsonBody,
  toHaveStatus,
  toHaveTextBody,
  toMatchContract,
  toRedirectTo,
  toSetCookie,
};

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
 * Every matcher by name that needs no registry, for `expect.extend`; `import 'scf-fixtures/vitest'` registers them
 * and those of {@link eventMatchers}, with types.
 *
 * @example
 * matchers.toHaveStatus({ statusCode: 200, headers: {}, body: '' }, 200).pass; // true
 */
export const matchers = {
  toAcceptWebsocket,
  toBeValidApigwResponse,
  toBeValidClbResponse,
  toBeValidFunctionUrlResponse,
  toBeValidResponse,
  toBeValidWebsocketReply,
  toFitInvocation,
  toHaveBodyBytes,
  toHaveHeader,
  toHaveJsonBody,
  toHaveStatus,
  toHaveTextBody,
  toMatchContract,
  toRedirectTo,
  toSetCookie,
};
