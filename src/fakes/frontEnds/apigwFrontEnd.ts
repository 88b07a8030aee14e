import { parametersIn } from '../../domain/http/apiPath.js';
import { type Base64Headers, encodesBody } from '../../domain/http/deployment.js';
import { base64Of } from '../../kernel/base64.js';
import { inOrder } from '../../kernel/json.js';
import type { RenderedResponse } from '../../responses/index.js';
import type { ApigwEvent } from '../../triggers/apigw/apigw.js';
import { deployment } from '../../triggers/apigw/deployment.js';
import { defineFrontEnd, jsonAnswer } from './frontEnd.js';
import { bodyText, lostBytes, type ParsedRequest } from './parseRequest.js';

export type { Base64Headers };

/** An API of API Gateway; what is left out is as the SCF console makes it. */
export interface ApigwConfig {
  /** Path of the API, with placeholders: `/article/{articleId}`. Paths below it match too. `/` when left out. */
  readonly path?: string;
  /** Method of the API; `ANY` when left out. */
  readonly method?: string;
  /** Environment; that in the path of a default domain (`/release/…`), else `release`. */
  readonly stage?: string;
  /** That in a default domain (`service-…`), else `service-a1b2c3d4`. */
  readonly serviceId?: string;
  /** Query parameters that the API declares; none when left out. */
  readonly declaredQuery?: readonly string[];
  /** Header parameters that the API declares; none when left out. */
  readonly declaredHeaders?: readonly string[];
  /** Who authenticated with a key pair of the gateway; nobody when left out. */
  readonly identity?: { readonly secretId?: string };
  /** False for passthrough: the result as a whole is the body of a 200. True when left out. */
  readonly integrated?: boolean;
  /**
   * Which bodies become Base64: all, none, or those with part of a media type in one of these headers. Left out, those whose
   * content type is of images, sound, video, fonts, archives, PDF and plain bytes; a new API of the platform encodes none.
   */
  readonly base64?: 'all' | 'none' | Base64Headers;
  /** How long the gateway waits for the function; for ever when left out, so that the function's own time limit counts. */
  readonly backendTimeoutMs?: number;
}

const documents = 'https://cloud.tencent.com/document/product/583/12513';
const binaryTypes = ['image/', 'audio/', 'video/', 'font/', 'octet-stream', 'zip', 'pdf'];
const defaultDomain = /^(service-[^.-]+)-.*\.(?:apigw\.tencentcs|tencentapigw|apigateway\.myqcloud)\.com$/;

/** The integration request of API Gateway, as captured. */
export const apigwFrontEnd = defineFrontEnd<ApigwConfig, 'apigw'>({
  name: 'apigw',
  eventOf(request, config) {
    const { path: template = '/', method = 'ANY' } = config;
    const place = placeOf(request, config);
    const pathParameters = parametersIn(template, place.path);
    const isWrongMethod = method !== 'ANY' && method !== request.method;
    if (pathParameters === undefined || isWrongMethod) {
      const reason = `no API for ${request.method} ${place.path}; there is ${method} ${template}`;
      return { refusal: noSuchApi(reason), reason };
    }
    const body = bodyOf(request, config);
    const event: ApigwEvent = {
      headerParameters: declared(config.declaredHeaders, (name) => request.headers[name.toLowerCase()]),
      headers: headersOf(request),
      httpMethod: request.method,
      isBase64Encoded: false,
      path: place.path,
      pathParameters,
      queryString: request.query,
      queryStringParameters: declared(config.declaredQuery, (name) => request.query[name]),
      requestContext: {
        httpMethod: method,
        identity: { ...config.identity },
        path: template,
        serviceId: place.serviceId,
        sourceIp: request.remoteAddress,
        stage: place.stage,
      },
      ...body,
    };
    const isText = body.body !== undefined && body.isBase64Encoded !== true;
    const why = `no Base64 is configured for ${request.headers['content-type']?.split(';', 1)[0] ?? 'it'} (base64, --base64)`;
    return { event: inOrder(event), warnings: lostBytes(isText ? request.body : undefined, why) };
  },
  deployment: {
    facts: deployment.facts,
    configOf: ({ pathPrefix: path, stage, integrated, base64 }) => ({
      ...(path === undefined ? {} : { path }),
      ...(stage === undefined ? {} : { stage }),
      ...(integrated === undefined ? {} : { integrated }),
      ...(base64 === undefined
        ? {}
        : { base64: typeof base64 === 'boolean' ? (base64 ? 'all' : 'none') : base64 }),
    }),
  },
  warningsOf({ status }, { path }, { path: template = '/' }) {
    if (status !== 404 || template === '/') return [];
    return [
      `the function answers 404 to ${path}: the path that it gets begins with ${template}, the path of the API`,
    ];
  },
  responseKind: ({ integrated = true }) => (integrated ? 'apigw-response' : 'apigw-passthrough'),
  answerTo({ statusCode, body }) {
    // The time-out of the function is the one failure that is documented to arrive as a success.
    return statusCode === 433 ? jsonAnswer(200, body, documents) : undefined;
  },
  patience: ({ backendTimeoutMs: timeoutMs }) =>
    timeoutMs === undefined ? undefined : { timeoutMs, answer: gatewayTimeOut },
});

/** Stage and service stand in the address of a default domain; a domain of one's own shows neither. */
function placeOf({ path, url }: ParsedRequest, config: ApigwConfig) {
  const { stage = 'release', serviceId = 'service-a1b2c3d4' } = config;
  const host = defaultDomain.exec(url.hostname);
  const [, first = '', rest = ''] = /^\/(release|test|prepub)(\/.*)?$/.exec(path) ?? [];
  if (host === null) return { path, stage, serviceId };
  return {
    path: first === '' ? path : rest || '/',
    stage: config.stage ?? (first || stage),
    serviceId: config.serviceId ?? (host[1] as string),
  };
}

function headersOf({ headers, method, body, url, requestId }: ParsedRequest): Record<string, string> {
  return inOrder({
    ...headers,
    ...(body === undefined || isBodyless(method) ? {} : { 'content-length': String(body.byteLength) }),
    requestsource: 'APIGW',
    'x-api-requestid': requestId,
    'x-api-scheme': url.protocol.slice(0, -1),
    'x-b3-traceid': requestId,
  });
}

/** The body of a GET has never been captured; here it is dropped. */
function isBodyless(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

function bodyOf(
  { body, headers, method }: ParsedRequest,
  { base64 = { contentType: binaryTypes } }: ApigwConfig,
): Pick<ApigwEvent, 'body' | 'isBase64Encoded'> {
  if (body === undefined || isBodyless(method)) return {};
  return encodesBody(typeof base64 === 'string' ? base64 === 'all' : base64, headers)
    ? { body: base64Of(body), isBase64Encoded: true }
    : { body: bodyText(body) };
}

/** The values of declared parameters: "" for one that the request lacks, or that is no single text. */
function declared(
  names: readonly string[] = [],
  valueNamed: (name: string) => string | string[] | true | undefined,
): Record<string, string> {
  const entries = names.map((name) => {
    const value = valueNamed(name);
    return [name, typeof value === 'string' ? value : ''] as const;
  });
  return Object.fromEntries(entries);
}

function noSuchApi(error: string): RenderedResponse {
  return jsonAnswer(404, { errno: 404, error }, `${documents} for the status; the body is the fake's own`);
}

const gatewayTimeOut: RenderedResponse = {
  status: 504,
  headers: [['content-type', 'text/plain']],
  body: new TextEncoder().encode('Gateway Time-out.'),
  source: "the gateway's list of errors (qcloud-documents, HTTP 错误码.md)",
};
