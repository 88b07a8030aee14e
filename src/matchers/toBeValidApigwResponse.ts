import { apigwResponse } from '../responses/httpResponses.js';
import { defineMatcher } from './defineMatcher.js';
import { type ResponseOptions, responseFinding } from './validResponse.js';

export const toBeValidApigwResponse = defineMatcher<[options?: ResponseOptions]>({
  name: 'toBeValidApigwResponse',
  subject: 'response',
  find: (received, options) => responseFinding(apigwResponse, received, options),
});
