import { describeValue } from '../kernel/describeValue.js';
import { isObject } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import { ReturnedValue } from '../responses/returnedValue.js';
import type { Finding, Problem } from './finding.js';

/** A response in one of the forms that tests hold it in. */
export interface Answer {
  readonly status: unknown;
  /** Under which name the received object has its status. */
  readonly statusField: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The bytes of the body; undefined when what stands there is no body. */
  readonly body: Uint8Array | undefined;
  /** What stands in place of the body, for messages. */
  readonly bodyText: string;
  /** Names what stands there: `an object`. */
  readonly bodyReceived: string;
}

/**
 * Reads what a function returned, what `renderResponse` made of it, or the status and headers of fetch's Response;
 * undefined when it is no object.
 *
 * @throws a Misuse `TEXT_FOR_OBJECT` for a string.
 */
export function answerOf(received: unknown, matcher: string): Answer | undefined {
  if (typeof received === 'string') {
    throw new Misuse(
      'TEXT_FOR_OBJECT',
      `Cannot use ${matcher}: received ${describeValue(received)}, not a response. Parse it: \`expect(JSON.parse(text)).${matcher}(…)\`.`,
    );
  }
  if (received instanceof Response) return fetchedAnswer(received, matcher);
  if (!isObject(received)) return undefined;
  return isRendered(received) ? renderedAnswer(received) : returnedAnswer(received);
}

/** Fails a matcher whose received value is no response at all. */
export function noAnswer(received: unknown): Problem {
  return { path: [], expected: 'a response', received: describeValue(received) };
}

/** The finding of a matcher that looks at one response. */
export function answerFinding(
  received: unknown,
  matcher: string,
  texts: { expected: string; negated: string },
  problemsOf: (answer: Answer) => readonly Problem[],
): Finding {
  const answer = answerOf(received, matcher);
  if (answer === undefined) return { ...texts, problems: [noAnswer(received)] };
  return { ...texts, problems: problemsOf(answer), notes: [`The response is ${summaryOf(answer)}`] };
}

const longestBody = 200;
const decoder = new TextDecoder();

/** A response on one line: `HTTP 403 {"errno":403}`. */
export function summaryOf(answer: Pick<Answer, 'status' | 'bodyText'>): string {
  const text = answer.bodyText.replaceAll(/\s+/g, ' ');
  const body =
    text.length > longestBody ? `${text.slice(0, longestBody)}… (${text.length} characters)` : text;
  return `HTTP ${answer.status ?? 'without status'}${body === '' ? '' : ` ${body}`}`;
}

/** Writes bytes as text when they are text, else how many there are. */
export function bodyTextOf(bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  return text.includes('\ufffd') ? `(${bytes.byteLength} bytes)` : text;
}

interface Rendered {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

function isRendered(
  value: Readonly<Record<string, unknown>>,
): value is Readonly<Record<string, unknown>> & Rendered {
  return typeof value.status === 'number' && Array.isArray(value.headers) && value.body instanceof Uint8Array;
}

function renderedAnswer({ status, headers, body }: Rendered): Answer {
  const bodyText = bodyTextOf(body);
  return { status, statusField: 'status', headers, body, bodyText, bodyReceived: describeValue(bodyText) };
}

function returnedAnswer(received: unknown): Answer {
  const { http, describe } = new ReturnedValue(received);
  const { status, headers, bytes: body, text, fields } = http;
  const bodyText = body === undefined ? (text ?? JSON.stringify(fields?.body)) : bodyTextOf(body);
  const bodyReceived = body === undefined ? describe('body') : describeValue(bodyText);
  return { status, statusField: 'statusCode', headers, body, bodyText, bodyReceived };
}

/** The body of a Response can only be read asynchronously, which a matcher cannot. */
function fetchedAnswer(response: Response, matcher: string): Answer {
  const unread = () => {
    throw new Misuse(
      'BODY_NOT_READ',
      `Cannot use ${matcher}: received fetch's Response, whose body is not read yet. Read it: \`expect(await response.json()).toEqual(…)\`.`,
    );
  };
  return {
    status: response.status,
    statusField: 'status',
    headers: [...response.headers],
    get body() {
      return unread();
    },
    bodyText: '',
    bodyReceived: 'a body that is not read',
  };
}
