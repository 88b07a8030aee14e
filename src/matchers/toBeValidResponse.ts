import { type ResponseContract, type ResponseKind, responseNamed } from '../responses/index.js';
import { defineMatcher } from './defineMatcher.js';
import { type ResponseOptions, responseFinding } from './validResponse.js';

/** Passes when the reader of that kind of response accepts the value; takes a contract made with `defineResponse` too. */
export const toBeValidResponse = defineMatcher<
  [kind: ResponseKind | ResponseContract, options?: ResponseOptions]
>({
  name: 'toBeValidResponse',
  subject: 'response',
  find: (received, kind, options) =>
    responseFinding(typeof kind === 'object' ? kind : responseNamed(kind), received, options),
});
