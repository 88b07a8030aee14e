import { describeValue } from '../kernel/describeValue.js';
import { Misuse } from '../kernel/misuse.js';
import { answerFinding } from './answer.js';
import { defineMatcher } from './defineMatcher.js';

/** The body's bytes, Base64 decoded; a Buffer is a Uint8Array too. */
export const toHaveBodyBytes = defineMatcher<[expected: Uint8Array]>({
  name: 'toHaveBodyBytes',
  subject: 'response',
  find(received, expected) {
    if (!(expected instanceof Uint8Array)) {
      throw new Misuse(
        'NO_BYTES',
        `Cannot use toHaveBodyBytes: the expected bytes are ${describeValue(expected)}. Pass a Uint8Array or Buffer, or use toHaveTextBody for text.`,
      );
    }
    const wanted = `${expected.byteLength} bytes as body`;
    const texts = {
      expected: `a response with those ${wanted}`,
      negated: `a response with other than those ${wanted}`,
    };
    return answerFinding(received, 'toHaveBodyBytes', texts, ({ body, describeBody }) => {
      if (body === undefined) return [{ path: ['body'], expected: 'bytes', received: describeBody() }];
      const at = firstDifference(body, expected);
      if (at === undefined) return [];
      return [
        {
          path: ['body', at],
          expected: byteText(expected[at]),
          received: `${byteText(body[at])} of ${body.byteLength} bytes`,
        },
      ];
    });
  },
});

function firstDifference(actual: Uint8Array, expected: Uint8Array): number | undefined {
  const length = Math.max(actual.length, expected.length);
  for (let at = 0; at < length; at++) if (actual[at] !== expected[at]) return at;
  return undefined;
}

function byteText(byte: number | undefined): string {
  return byte === undefined ? 'the end' : `0x${byte.toString(16).padStart(2, '0')}`;
}
