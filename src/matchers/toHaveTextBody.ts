import { answerFinding } from './answer.js';
import { defineMatcher } from './defineMatcher.js';
import {
  assertTextExpectation,
  expectationText,
  isAsExpected,
  type TextExpectation,
} from './expectedValue.js';

/** The whole body as UTF-8 text, Base64 decoded. */
export const toHaveTextBody = defineMatcher<[expected: TextExpectation]>({
  name: 'toHaveTextBody',
  subject: 'response',
  find(received, expected) {
    assertTextExpectation(expected, 'toHaveTextBody');
    const wanted = expectationText(expected);
    const texts = {
      expected: `a response with the text ${wanted}`,
      negated: `a response without the text ${wanted}`,
    };
    return answerFinding(received, 'toHaveTextBody', texts, ({ body, describeBody }) => {
      if (body !== undefined && isAsExpected(new TextDecoder().decode(body), expected)) return [];
      return [{ path: ['body'], expected: wanted, received: describeBody() }];
    });
  },
});
