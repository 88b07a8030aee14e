import { decodedBody, stretchedEvent } from '../../domain/http/events.js';
import { type ApigwEvent, apigwContract } from '../../generated/apigw.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import { isObject } from '../../kernel/json.js';
import { delivery } from './delivery.js';
import { drawEvent } from './drawEvent.js';
import { apigwEdgeCases } from './edgeCases.js';
import { apigwRules } from './rules.js';

export type { ApigwEvent };

/** The integration request of API Gateway. */
export const apigw = defineTrigger<ApigwEvent>({
  name: 'apigw',
  summary: 'A client requests an API of API Gateway that has the function as its backend.',
  documentation: 'https://cloud.tencent.com/document/product/583/12513',
  contract: apigwContract,
  invocation: 'sync',
  delivery,
  retries: 'None; the client gets the error.',
  payloadAt: 'body',
  sample: drawEvent,
  edgeCases: apigwEdgeCases,
  rules: apigwRules,
  looksLike(value) {
    if (!isObject(value) || 'websocket' in value || 'multiValueHeaders' in value) return false;
    const context = value.requestContext;
    if (isObject(context) && ('serviceId' in context || 'identity' in context || 'stage' in context))
      return true;
    return 'queryString' in value && ('pathParameters' in value || 'queryStringParameters' in value);
  },
  decode: decodedBody,
  stretch: {
    grows: 'body, or the user agent of a request without one',
    add: stretchedEvent,
  },
});
