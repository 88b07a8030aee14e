import { kindOf, triggerNamed } from '../registry.js';
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

export {
  defineMatcher,
  type Finding,
  type Matcher,
  type MatcherDefinition,
  type Problem,
  type Verdict,
} from './defineMatcher.js';
export type { EventRegistry } from './eventFinding.js';
export type { AsymmetricExpectation, TextExpectation } from './expectedValue.js';
export type { ScfMatchers } from './scfMatchers.js';
export type { Schema } from './schemaProblems.js';
export { createToBeEventOf } from './toBeEventOf.js';
export { createToBeValidScfEvent } from './toBeValidScfEvent.js';
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

const registry = { triggerNamed, kindOf };

/** Passes for a valid event of a kind, given by name or as a trigger. */
export const toBeEventOf = createToBeEventOf(registry);

/** Passes for a valid event of any kind. */
export const toBeValidScfEvent = createToBeValidScfEvent(registry);

/**
 * Every matcher by name, for `expect.extend`; `import 'scf-fixtures/vitest'` does that, with types.
 *
 * @example
 * matchers.toHaveStatus({ statusCode: 200, headers: {}, body: '' }, 200).pass; // true
 */
export const matchers = {
  toAcceptWebsocket,
  toBeEventOf,
  toBeValidApigwResponse,
  toBeValidClbResponse,
  toBeValidFunctionUrlResponse,
  toBeValidResponse,
  toBeValidScfEvent,
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
