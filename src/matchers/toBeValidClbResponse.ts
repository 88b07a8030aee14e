import { clbResponse } from '../responses/httpResponses.js';
import { defineMatcher } from './defineMatcher.js';
import { type ResponseOptions, responseFinding } from './validResponse.js';

export const toBeValidClbResponse = defineMatcher<[options?: ResponseOptions]>({
  name: 'toBeValidClbResponse',
  subject: 'response',
  find: (received, options) => responseFinding(clbResponse, received, options),
});
