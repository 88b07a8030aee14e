import { randomUUID } from 'node:crypto';
import type { FunctionUrlEvent } from '../../triggers/function-url/functionUrl.js';
import { defineFrontEnd } from './frontEnd.js';
import { bodyText } from './parseRequest.js';

/** The URL of a function. */
export interface FunctionUrlConfig {
  /** True, the default, makes the event of captures of 2025; false the documented one, which has five keys. */
  readonly requestContext?: boolean;
}

/** The event of a function URL. It cannot say that a body is Base64, so bytes that are no UTF-8 are lost. */
export const functionUrlFrontEnd = defineFrontEnd<FunctionUrlConfig, 'function-url'>({
  name: 'function-url',
  eventOf({ body, headers, method, path, query, remoteAddress }, { requestContext = true }) {
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
    return { event };
  },
  responseKind: () => 'function-url-response',
});

/** What the client wrote, its address, and two proxies of the platform as captured. */
function forwardedFor(written: string | undefined, remoteAddress: string): string {
  return [...(written === undefined ? [] : [written]), remoteAddress, '198.51.100.81', '10.132.167.112'].join(
    ', ',
  );
}
