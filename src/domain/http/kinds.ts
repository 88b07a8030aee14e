import { isObject } from '../../kernel/json.js';
import { headerOf } from './clients.js';

type Fields = Readonly<Record<string, unknown>>;

/** Fields of other events and of other vendors' gateways. */
const fieldsOfOthers = ['websocket', 'payload', 'multiValueHeaders'];

/** What only API Gateway and CloudBase say about where a request comes from. */
const contextOfOthers = ['serviceId', 'serviceName', 'identity', 'stage', 'envId'];

/** Maps of parameters, which come with a queryString from this platform. */
const parameterMaps = ['pathParameters', 'queryStringParameters', 'headerParameters'];

/** True for a request to a function URL, which is told from one of API Gateway by what it lacks, and by headers of SCF. */
export function isFunctionUrlRequest(value: unknown): boolean {
  if (!isObject(value) || fieldsOfOthers.some((name) => name in value) || isWebRequest(value)) return false;
  if (!('headers' in value) || !('queryString' in value || 'httpMethod' in value)) return false;
  const hasMaps = parameterMaps.some((name) => name in value);
  if (hasMaps && !('queryString' in value)) return false;
  const { requestContext } = value;
  if (isObject(requestContext) && contextOfOthers.some((name) => name in requestContext)) return false;
  return !hasMaps || hasHeaderOfScf(value) || (isObject(requestContext) && !hasHeaderOfGateway(value));
}

/** True for a request to a web function as this library describes it: alone among them it says beside its headers who sends it. */
export function isWebRequest(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.sourceIp === 'string' &&
    ['httpMethod', 'path', 'headers', 'queryString'].every((name) => name in value) &&
    !('requestContext' in value)
  );
}

/** True for a request to API Gateway. */
export function isApiGatewayRequest(value: unknown): boolean {
  if (!isObject(value) || 'websocket' in value || 'multiValueHeaders' in value) return false;
  const { requestContext } = value;
  if (isObject(requestContext) && ['serviceId', 'identity', 'stage'].some((name) => name in requestContext))
    return true;
  return (
    'queryString' in value &&
    ('pathParameters' in value || 'queryStringParameters' in value) &&
    !isFunctionUrlRequest(value)
  );
}

function hasHeaderOfScf({ headers }: Fields): boolean {
  return (
    isObject(headers) &&
    ['x-scf-request-id', 'x-scf-remote-addr'].some((name) => headerOf(headers, name) !== undefined)
  );
}

function hasHeaderOfGateway({ headers }: Fields): boolean {
  return (
    isObject(headers) &&
    ['x-api-requestid', 'requestsource'].some((name) => headerOf(headers, name) !== undefined)
  );
}
