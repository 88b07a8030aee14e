import { decodedBody, stretchedEvent } from '../../domain/http/events.js';
import { isApiGatewayRequest } from '../../domain/http/kinds.js';
import { type ApigwEvent, apigwContract } from '../../generated/apigw.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import { delivery } from './delivery.js';
import { deployment } from './deployment.js';
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
  deployment,
  retries: 'None; the client gets the error.',
  payloadAt: 'body',
  sample: drawEvent,
  edgeCases: apigwEdgeCases,
  rules: apigwRules,
  looksLike: isApiGatewayRequest,
  decode: decodedBody,
  stretch: {
    grows: 'body, or the user agent of a request without one',
    add: stretchedEvent,
  },
});
