import { describeValue } from '../kernel/describeValue.js';
import { isObject } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import { unserialisablePlace } from '../responses/jsonLoss.js';
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
  /** The body for a message; what stands in its place when it is none. */
  bodyText(): string;
  /** Names what stands there: `an object`. */
  describeBody(): string;
}

/**
 * Reads what a function returned, what `renderResponse` made of it, or the status and headers of fetch's Response;
 * undefined when it is no object, or one that JSON cannot hold.
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

/** The finding of a matcher that looks at one response. */
export function answerFinding(
  received: unknown,
  matcher: string,
  texts: { expected: string; negated: string },
  problemsOf: (answer: Answer) => readonly Problem[],
): Finding {
  const answer = answerOf(received, matcher);
  if (answer === undefined) return { ...texts, problems: [noAnswer(received)] };
  return {
    ...texts,
    problems: problemsOf(answer),
    notes: () => [`The response is ${summaryOf(answer.status, answer.bodyText())}`],
  };
}

function noAnswer(received: unknown): Problem {
  if (!isObject(received)) return { path: [], expected: 'a response', received: describeValue(received) };
  const { path, received: found } = unserialisablePlace(received) ?? { path: [], received: 'an object' };
  return { path, expected: 'a value that JSON can hold', received: found };
}

const longestBody = 200;
const decoder = new TextDecoder();

/** A response on one line: `HTTP 403 {"errno":403}`. */
export function summaryOf(status: unknown, bodyText: string): string {
  const line = bodyText.replaceAll(/\s+/g, ' ');
  const body =
    line.length > longestBody ? `${line.slice(0, longestBody)}… (${line.length} characters)` : line;
  return `HTTP ${status ?? 'without status'}${body === '' ? '' : ` ${body}`}`;
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
  const bodyText = () => bodyTextOf(body);
  return {
    status,
    statusField: 'status',
    headers,
    body,
    bodyText,
    describeBody: () => describeValue(bodyText()),
  };
}

function returnedAnswer(received: unknown): Answer | undefined {
  const { http, describe, failure } = new ReturnedValue(received);
  if (failure !== undefined) return undefined;
  return {
    status: http.status,
    statusField: 'statusCode',
    headers: http.headers,
    get body() {
      return http.bytes;
    },
    bodyText: () =>
      http.bytes === undefined ? (http.text ?? JSON.stringify(http.fields?.body)) : bodyTextOf(http.bytes),
    describeBody: () => (http.bytes === undefined ? describe('body') : describeValue(bodyTextOf(http.bytes))),
  };
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
    bodyText: () => '',
    describeBody: () => 'a body that is not read',
  };
}
