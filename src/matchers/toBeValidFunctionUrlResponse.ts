import { functionUrlResponse } from '../responses/httpResponses.js';
import { defineMatcher } from './defineMatcher.js';
import { type ResponseOptions, responseFinding } from './validResponse.js';

export const toBeValidFunctionUrlResponse = defineMatcher<[options?: ResponseOptions]>({
  name: 'toBeValidFunctionUrlResponse',
  subject: 'response',
  find: (received, options) => responseFinding(functionUrlResponse, received, options),
});
