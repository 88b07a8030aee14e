import { randomUUID } from 'node:crypto';
import type { Cors } from '../../domain/http/deployment.js';
import { forwardedFor } from '../../runtime/forwardedFor.js';
import { type FunctionUrlEvent, functionUrl } from '../../triggers/function-url/functionUrl.js';
import { isPreflight, preflightAnswer, preflightReason, withCors } from './cors.js';
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
    if (cors !== undefined && isPreflight({ method, headers })) {
      return { refusal: preflightAnswer(cors, headers.origin), reason: preflightReason };
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
    return cors === undefined
      ? rendered
      : { ...rendered, headers: withCors(rendered.headers, cors, headers.origin) };
  },
});
