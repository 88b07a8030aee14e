import { answerFinding } from './answer.js';
import { defineMatcher } from './defineMatcher.js';
import {
  assertName,
  assertTextExpectation,
  expectationText,
  isAsExpected,
  type TextExpectation,
} from './expectedValue.js';

/** The name as written, the value without attributes; each Set-Cookie header sets one cookie. */
export const toSetCookie = defineMatcher<[name: string, value?: TextExpectation]>({
  name: 'toSetCookie',
  subject: 'response',
  find(received, name, value) {
    assertName(name, 'toSetCookie', 'cookie');
    if (value !== undefined) assertTextExpectation(value, 'toSetCookie');
    const wanted = `cookie ${name}${value === undefined ? '' : ` ${expectationText(value)}`}`;
    const texts = {
      expected: `a response that sets ${wanted}`,
      negated: `a response that does not set ${wanted}`,
    };
    return answerFinding(received, 'toSetCookie', texts, ({ headers }) => {
      const cookies = headers
        .filter(([header]) => header.toLowerCase() === 'set-cookie')
        .map(([, text]) => text);
      const values = cookies.map(cookieOf).filter((cookie) => cookie.name === name);
      if (values.some((cookie) => value === undefined || isAsExpected(cookie.value, value))) return [];
      return [
        {
          path: ['headers', 'Set-Cookie'],
          expected: wanted,
          received:
            cookies.length === 0 ? 'nothing' : cookies.map((cookie) => JSON.stringify(cookie)).join(', '),
        },
      ];
    });
  },
});

function cookieOf(header: string): { name: string; value: string } {
  const pair = header.split(';', 1)[0] ?? '';
  const at = pair.indexOf('=');
  return { name: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim() };
}
