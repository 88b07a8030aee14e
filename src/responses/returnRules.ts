import { largestResponseBytes } from '../kernel/limits.js';
import type { ResponseContext, ResponseRule } from './defineResponse.js';
import { losses, unserialisablePlace } from './jsonLoss.js';
import { jsonAnswer, type RenderedResponse } from './renderedResponse.js';
import type { ReturnedValue } from './returnedValue.js';
import { sources } from './sources.js';

/** What holds for every returned value, whoever reads it; without, the function counts as failed. */
export const returnRules: readonly ResponseRule[] = [
  {
    name: 'serialisable',
    holds:
      'The value has a JSON form: no bigint, no reference to itself, no function or symbol in its place.',
    severity: 'error',
    source: sources.bootstrap,
    check(returned, report) {
      if (returned.failure === undefined) return;
      const { path, received } = unserialisablePlace(returned.original) ?? {
        path: [],
        received: returned.failure,
      };
      report(path, { expected: 'a value that JSON can hold', received });
    },
  },
  {
    name: 'size',
    holds: 'Its JSON is at most 6 MB (6,291,456 bytes of UTF-8).',
    severity: 'error',
    source: sources.statusCodes,
    check(returned, report) {
      if (returned.sizeBytes <= largestResponseBytes) return;
      report([], {
        expected: `at most ${largestResponseBytes} bytes of JSON`,
        received: `${returned.sizeBytes} bytes`,
        hint: 'store it in COS and return its address',
      });
    },
  },
];

/** A value that JSON changes on the way still arrives. */
export const faithfulRule: ResponseRule = {
  name: 'json-faithful',
  holds: 'Nothing in it is lost on the way through JSON: no NaN, Infinity, Map, Set.',
  severity: 'warning',
  source: sources.nodeRuntime,
  check(returned, report) {
    for (const { path, received } of losses(returned.original)) {
      report(path, { expected: 'a value that JSON keeps', received });
    }
  },
};

const exampleRequestId = 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef';

/** The id that error bodies of SCF itself carry. */
export function requestIdOf(context: ResponseContext): string {
  return context.requestId ?? exampleRequestId;
}

/** What the caller receives when the function counts as failed, whichever gateway stands between; otherwise undefined. */
export function functionFailure(
  returned: ReturnedValue,
  context: ResponseContext,
): RenderedResponse | undefined {
  const requestId = requestIdOf(context);
  if (returned.failure !== undefined) {
    const stackTrace = `stringify response to json failed: ${returned.failure}`;
    return failureAnswer({
      errorCode: -1,
      errorMessage: 'user code exception caught',
      requestId,
      stackTrace,
      statusCode: 430,
    });
  }
  if (returned.sizeBytes > largestResponseBytes) {
    const errorMessage = 'The size of response exceeds the upper limit (6MB)';
    return failureAnswer({ errorCode: -1, errorMessage, requestId, statusCode: 407 });
  }
  return undefined;
}

function failureAnswer(body: {
  statusCode: number;
  errorCode: number;
  errorMessage: string;
  requestId: string;
  stackTrace?: string;
}) {
  const source = `status and text: ${sources.statusCodes}; form of the body as documented for 430 and seen for 430 and 439`;
  return jsonAnswer(body.statusCode, JSON.stringify(body), source);
}
