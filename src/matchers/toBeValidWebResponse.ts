import { describeValue } from '../kernel/describeValue.js';
import { isError } from '../kernel/isError.js';
import { Misuse } from '../kernel/misuse.js';
import { checkWebAnswer, type WebAnswer, type WebAnswerContext } from '../responses/checkWebAnswer.js';
import { bodyTextOf, summaryOf } from './answer.js';
import { defineAsyncMatcher } from './defineAsyncMatcher.js';
import type { Problem } from './finding.js';

const name = 'toBeValidWebResponse';

/** How the answer of a web function is judged. */
export interface WebResponseOptions extends WebAnswerContext {
  /** True fails on warnings as well. */
  readonly strict?: boolean;
}

/** A response of fetch whose body was asked for. */
class FetchedAnswer {
  readonly answer: WebAnswer;
  /** Why its body has not come to its end. */
  readonly failure: string | undefined;

  constructor(answer: WebAnswer, failure?: string) {
    this.answer = answer;
    this.failure = failure;
  }
}

/** Reads a copy of the body, which stays readable for the test. */
export const toBeValidWebResponse = defineAsyncMatcher<[options?: WebResponseOptions]>({
  name,
  subject: 'response',
  ready: (received) => (received instanceof Response ? readOf(received) : undefined),
  find(received, { strict = false, ...context } = {}) {
    if (!(received instanceof FetchedAnswer)) throw notFetched(received);
    const { answer, failure } = received;
    const issues = checkWebAnswer(answer, context);
    const problems: Problem[] = strict ? issues.map((issue) => ({ ...issue, severity: 'error' })) : issues;
    return {
      expected: `an answer that the platform passes on${strict ? ' without a warning' : ''}`,
      negated: `an answer that the platform ${strict ? 'changes or warns of' : 'does not pass on as it is'}`,
      problems: failure === undefined ? problems : [brokenOff(failure), ...problems],
      notes: () => [`The response is ${summaryOf(answer.status, bodyTextOf(answer.body))}`],
    };
  },
});

async function readOf(response: Response): Promise<FetchedAnswer> {
  if (response.bodyUsed)
    throw new Misuse(
      'BODY_READ',
      `Cannot use ${name}: the body of this Response has been read already. Use it first; the body stays readable.`,
    );
  const { status, headers } = response;
  const answer = { status, headers: [...headers], body: new Uint8Array() };
  try {
    return new FetchedAnswer({ ...answer, body: new Uint8Array(await response.clone().arrayBuffer()) });
  } catch (error) {
    return new FetchedAnswer(answer, reasonOf(error));
  }
}

/** `terminated (other side closed)`: fetch tells the reason in the cause. */
function reasonOf(error: unknown): string {
  if (!isError(error)) return describeValue(error);
  return isError(error.cause) ? `${error.message} (${error.cause.message})` : error.message;
}

function brokenOff(failure: string): Problem {
  return {
    path: ['body'],
    expected: 'a body that comes to its end',
    received: failure,
    hint: 'Content-Length must count the bytes of the body',
    rule: 'web-answer/body-whole',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-8.6',
  };
}

function notFetched(received: unknown): Misuse {
  return new Misuse(
    'NOT_FETCHED',
    `Cannot use ${name}: received ${describeValue(received)}, not fetch's Response. Ask the server of the function: \`await expect(await fetch(url)).${name}()\`.`,
  );
}
