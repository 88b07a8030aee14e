import { randomUUID } from 'node:crypto';
import type { Cors } from '../../domain/http/deployment.js';
import type { RenderedResponse } from '../../responses/index.js';
import { forwardedFor } from '../../runtime/forwardedFor.js';
import { type FunctionUrlEvent, functionUrl } from '../../triggers/function-url/functionUrl.js';
import { defineFrontEnd } from './frontEnd.js';
import { bodyText, lostBytes } from './parseRequest.js';

/** The URL of a function. */
export interface FunctionUrlConfig {
  /** True, the default, makes the event of captures of 2025; false the documented one, which has five keys. */
  readonly requestContext?: boolean;
  /** Its CORS configuration; without, the function answers preflight requests and sets the headers. */
  readonly cors?: Cors;
}

/** The event of a function URL. It cannot say that a body is Base64, so bytes that are no UTF-8 are lost. */
export const functionUrlFrontEnd = defineFrontEnd<FunctionUrlConfig, 'function-url'>({
  name: 'function-url',
  eventOf({ body, headers, method, path, query, remoteAddress }, { cors, requestContext = true }) {
    if (cors !== undefined && method === 'OPTIONS' && 'access-control-request-method' in headers) {
      const reason = 'the URL answers preflight requests itself, since it has a CORS configuration';
      return { refusal: preflightAnswer(cors, headers.origin), reason };
    }
    const sent = {
      ...headers,
      ...(body === undefined ? {} : { 'content-length': String(body.byteLength) }),
      'x-scf-remote-addr': remoteAddress,
    };
    const text = body === undefined ? undefined : bodyText(body);
    const event: FunctionUrlEvent = requestContext
      ? {
          body: text ?? '',
          headerParameters: {},
          headers: {
            ...sent,
            'x-forwarded-for': forwardedFor(headers['x-forwarded-for'], remoteAddress),
            'x-scf-request-id': randomUUID(),
          },
          httpMethod: method,
          isBase64Encoded: false,
          path,
          pathParameters: {},
          queryString: query,
          queryStringParameters: {},
          requestContext: { sourceIp: remoteAddress },
        }
      : {
          ...(text === undefined ? {} : { body: text }),
          headers: sent,
          httpMethod: method,
          path,
          queryString: query,
        };
    return { event, warnings: lostBytes(body, 'a function URL makes no Base64') };
  },
  responseKind: () => 'function-url-response',
  deployment: {
    facts: functionUrl.deployment?.facts ?? [],
    configOf: ({ cors }) => (cors === undefined ? {} : { cors }),
  },
  finish(rendered, { headers }, { cors }) {
    if (cors === undefined) return rendered;
    const own = rendered.headers.filter(([name]) => !name.toLowerCase().startsWith('access-control-'));
    return { ...rendered, headers: [...own, ...corsHeaders(cors, headers.origin)] };
  },
});

type Header = readonly [name: string, value: string];

/** What a page of some origin may do; nothing is said to one that is not among the origins. */
function corsHeaders({ origins, exposeHeaders = [], credentials = false }: Cors, origin?: string): Header[] {
  const isAny = origins.includes('*');
  if (origin === undefined || !(isAny || origins.includes(origin))) return [];
  return [
    ['access-control-allow-origin', isAny && !credentials ? '*' : origin],
    ...(credentials ? ([['access-control-allow-credentials', 'true']] as const) : []),
    ...(exposeHeaders.length === 0
      ? []
      : ([['access-control-expose-headers', exposeHeaders.join(', ')]] as const)),
  ];
}

function preflightAnswer(cors: Cors, origin: string | undefined): RenderedResponse {
  const { methods = ['*'], headers = ['*'], maxAge } = cors;
  return {
    status: 204,
    headers: [
      ...corsHeaders(cors, origin),
      ['access-control-allow-methods', methods.join(', ')],
      ['access-control-allow-headers', headers.join(', ')],
      ...(maxAge === undefined ? [] : ([['access-control-max-age', String(maxAge)]] as const)),
    ],
    body: new Uint8Array(),
    source: 'CorsConfig of the trigger, in the headers of the Fetch standard; nobody documents the status',
  };
}
