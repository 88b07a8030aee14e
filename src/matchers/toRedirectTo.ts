import { describeValue } from '../kernel/describeValue.js';
import { answerFinding } from './answer.js';
import { defineMatcher } from './defineMatcher.js';
import {
  assertTextExpectation,
  expectationText,
  isAsExpected,
  type TextExpectation,
} from './expectedValue.js';
import type { Problem } from './finding.js';

const redirects: readonly unknown[] = [301, 302, 303, 307, 308];

/** A 301, 302, 303, 307 or 308 with that Location. */
export const toRedirectTo = defineMatcher<[location: TextExpectation]>({
  name: 'toRedirectTo',
  subject: 'response',
  find(received, location) {
    assertTextExpectation(location, 'toRedirectTo');
    const wanted = expectationText(location);
    const texts = { expected: `a redirect to ${wanted}`, negated: `anything but a redirect to ${wanted}` };
    return answerFinding(received, 'toRedirectTo', texts, ({ status, statusField, headers }) => {
      const problems: Problem[] = [];
      if (!redirects.includes(status)) {
        problems.push({
          path: [statusField],
          expected: `one of ${redirects.join(', ')}`,
          received: describeValue(status),
        });
      }
      const actual = headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
      if (actual === undefined || !isAsExpected(actual, location)) {
        problems.push({ path: ['headers', 'Location'], expected: wanted, received: describeValue(actual) });
      }
      return problems;
    });
  },
});
