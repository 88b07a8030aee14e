import { describeValue } from '../kernel/describeValue.js';
import type { IssuePath } from '../kernel/issue.js';
import { largestResponseBytes } from '../kernel/limits.js';
import type { ResponseContext, ResponseRule } from './defineResponse.js';
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
      const place = unserialisablePlace(returned.original, []) ?? { path: [], received: returned.failure };
      report(place.path, { expected: 'a value that JSON can hold', received: place.received });
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
    if (returned.failure !== undefined) return;
    for (const { path, value, becomes } of losses(returned.original, [])) {
      report(path, { expected: 'a value that JSON keeps', received: `${value}, which becomes ${becomes}` });
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

/** Finds the first place that JSON.stringify fails at. */
function unserialisablePlace(
  value: unknown,
  path: IssuePath,
  within: readonly unknown[] = [],
): { path: IssuePath; received: string } | undefined {
  if (typeof value === 'bigint') return { path, received: describeValue(value) };
  if (path.length === 0 && (typeof value === 'function' || typeof value === 'symbol')) {
    return { path, received: describeValue(value) };
  }
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return undefined;
  if (within.includes(value)) return { path, received: 'a reference to the object it stands in' };
  for (const [key, inner] of entriesOf(value)) {
    const place = unserialisablePlace(inner, [...path, key], [...within, value]);
    if (place !== undefined) return place;
  }
  return undefined;
}

function* losses(
  value: unknown,
  path: IssuePath,
): Generator<{ path: IssuePath; value: string; becomes: string }> {
  if (typeof value === 'number' && !Number.isFinite(value))
    yield { path, value: `${value}`, becomes: 'null' };
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return;
  if (value instanceof Map || value instanceof Set) {
    yield { path, value: `a ${value.constructor.name} of ${value.size}`, becomes: '{}' };
    return;
  }
  for (const [key, inner] of entriesOf(value)) {
    if (typeof inner === 'number' || typeof inner === 'object') yield* losses(inner, [...path, key]);
  }
}

function entriesOf(value: object): Iterable<readonly [string | number, unknown]> {
  return Array.isArray(value) ? value.entries() : Object.entries(value);
}
