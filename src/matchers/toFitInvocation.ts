import { describeValue } from '../kernel/describeValue.js';
import { jsonBytes } from '../kernel/json.js';
import { largestEventBytes, sizeIssues } from '../kernel/limits.js';
import { Misuse } from '../kernel/misuse.js';
import type { Invocation } from '../kernel/trigger.js';
import { defineMatcher } from './defineMatcher.js';

/** The JSON of the event, in bytes of UTF-8: at most 6 MB where the caller waits, 128 KB where it does not. */
export const toFitInvocation = defineMatcher<[invocation: Invocation]>({
  name: 'toFitInvocation',
  subject: 'event',
  find(received, invocation) {
    if (!Object.hasOwn(largestEventBytes, invocation)) {
      throw new Misuse(
        'UNKNOWN_INVOCATION',
        `Cannot use toFitInvocation: the invocation is ${describeValue(invocation)}. Pass 'sync' or 'async'.`,
      );
    }
    const limit = `${largestEventBytes[invocation].toLocaleString('en')} bytes of JSON`;
    return {
      expected: `an event of at most ${limit}, which fits ${invocation} invocation`,
      negated: `an event of more than ${limit}, which does not fit ${invocation} invocation`,
      problems:
        received === undefined
          ? [{ path: [], expected: 'an event', received: 'nothing' }]
          : sizeIssues('event', received, invocation),
      ...(received !== undefined && {
        notes: () => [`The event has ${jsonBytes(received).toLocaleString('en')} bytes.`],
      }),
    };
  },
});
