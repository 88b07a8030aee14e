import type { FunctionUrlEvent } from '../../triggers/function-url/functionUrl.js';
import { defineFrontEnd } from './frontEnd.js';
import { bodyText } from './parseRequest.js';

/** The URL of a function. */
export interface FunctionUrlConfig {
  /** True sends `requestContext.sourceIp`, which is measured but not documented; false when left out. */
  readonly requestContext?: boolean;
}

/** The event of a function URL. It cannot say that a body is Base64, so bytes that are no UTF-8 are lost. */
export const functionUrlFrontEnd = defineFrontEnd<FunctionUrlConfig, 'function-url'>({
  name: 'function-url',
  eventOf({ body, headers, method, path, query, remoteAddress }, { requestContext = false }) {
    const event: FunctionUrlEvent = {
      ...(body === undefined ? {} : { body: bodyText(body) }),
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-length': String(body.byteLength) }),
        'x-scf-remote-addr': remoteAddress,
      },
      httpMethod: method,
      path,
      queryString: query,
      ...(requestContext && { requestContext: { sourceIp: remoteAddress } }),
    };
    return { event };
  },
  responseKind: () => 'function-url-response',
});
