import { describeValue } from '../kernel/describeValue.js';
import { Misuse } from '../kernel/misuse.js';
import { answerFinding } from './answer.js';
import { defineMatcher } from './defineMatcher.js';

export const toHaveStatus = defineMatcher<[code: number]>({
  name: 'toHaveStatus',
  subject: 'response',
  find(received, code) {
    if (!Number.isInteger(code)) {
      throw new Misuse(
        'INVALID_STATUS',
        `Cannot use toHaveStatus: the expected status is ${describeValue(code)}. Pass a number: \`toHaveStatus(200)\`.`,
      );
    }
    const texts = {
      expected: `a response with status ${code}`,
      negated: `a response with another status than ${code}`,
    };
    return answerFinding(received, 'toHaveStatus', texts, ({ status, statusField }) =>
      status === code ? [] : [{ path: [statusField], expected: `${code}`, received: describeValue(status) }],
    );
  },
});
