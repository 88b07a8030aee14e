import type { Issue } from '../kernel/issue.js';
import { Misuse } from '../kernel/misuse.js';
import { asyncResult } from './asyncResult.js';
import type { ResponseContext, ResponseContract } from './defineResponse.js';
import { apigwPassthrough, apigwResponse, clbResponse, functionUrlResponse } from './httpResponses.js';
import { judgeResponse } from './judgeResponse.js';
import type { RenderedResponse } from './renderedResponse.js';
import { websocketReply, websocketResult } from './websocketResponses.js';

/** Every response contract. */
export const responses = [
  apigwResponse,
  apigwPassthrough,
  clbResponse,
  functionUrlResponse,
  websocketReply,
  websocketResult,
  asyncResult,
] as const;

/** The name of a response contract: `apigw-response`, `clb-response`, … */
export type ResponseKind = (typeof responses)[number]['name'];

/**
 * The response contract of that name.
 *
 * @throws a Misuse `UNKNOWN_RESPONSE` when there is none.
 *
 * @example
 * responseNamed('clb-response').reader; // 'CLB'
 */
export function responseNamed(name: ResponseKind): ResponseContract {
  const contract = responses.find((response) => response.name === name);
  if (contract !== undefined) return contract;
  const names = responses.map((response) => response.name).join(', ');
  throw new Misuse(
    'UNKNOWN_RESPONSE',
    `Cannot judge a response: ${JSON.stringify(name)} is no kind of response. Take one of ${names}.`,
  );
}

/**
 * Compares a value that a function returned with what its reader accepts.
 *
 * The value is judged as the platform gets it, after a trip through JSON. Errors mean that the caller receives
 * something else than the function meant; {@link renderResponse} says what. Warnings mean that it works, and
 * what could be meant differently.
 *
 * @returns what is wrong, in the order of the rules; empty when nothing is.
 * @throws a Misuse `NOT_AWAITED` for a Promise and `NOT_CALLED` for a function.
 *
 * @example
 * checkResponse('apigw-response', { statusCode: '200', headers: {}, body: '', isBase64Encoded: false }).map(describeIssue);
 * // ['statusCode: expected an integer, received "200" (a string); write 200 without quotes']
 */
export function checkResponse(
  kind: ResponseKind | ResponseContract,
  value: unknown,
  context: ResponseContext = {},
): Issue[] {
  return judgeResponse(contractOf(kind), value, context).issues;
}

/**
 * Renders the HTTP response that the caller receives when the function returned the value; of a value that is
 * refused, the refusal. What a WebSocket handshake, a WebSocket message or an asynchronous event makes of a value is
 * rendered likewise: the answer to the handshake, the bare status, the logged result.
 *
 * @throws a Misuse `NOT_AWAITED` for a Promise and `NOT_CALLED` for a function.
 *
 * @example
 * const { status, body } = renderResponse('clb-response', 'hello');
 * `${status} ${new TextDecoder().decode(body)}`; // '403 {"errno":403,"error":"Analyse scf response failed."}'
 */
export function renderResponse(
  kind: ResponseKind | ResponseContract,
  value: unknown,
  context: ResponseContext = {},
): RenderedResponse {
  return judgeResponse(contractOf(kind), value, context).rendered;
}

function contractOf(kind: ResponseKind | ResponseContract): ResponseContract {
  return typeof kind === 'string' ? responseNamed(kind) : kind;
}
