import { defineResponse } from './defineResponse.js';
import { jsonAnswer } from './renderedResponse.js';
import { sources } from './sources.js';

/** What a function returns whose caller does not wait: it appears in the log and nowhere else. */
export const asyncResult = defineResponse({
  name: 'async-result',
  reader: 'the log of an asynchronous invocation',
  documentation: sources.retries,
  rules: [
    {
      name: 'http',
      holds: 'The value is no HTTP response, since nobody waits for one.',
      severity: 'warning',
      source: sources.retries,
      check({ http: { fields }, describe }, report) {
        const status = fields?.statusCode;
        if (typeof status !== 'number') return;
        report(['statusCode'], {
          expected: 'nothing that is to be read',
          received: `${describe('statusCode')}, which is ignored`,
          ...(status >= 400 && { hint: 'throw, so that the event is delivered again' }),
        });
      },
    },
  ],
  render: ({ text = '' }) =>
    jsonAnswer(200, text, 'the status of the invocation and the result in its log; no caller receives them'),
});
