import { headersIn, headersOtherwise, oneMoreProxy } from '../../domain/http/relations.js';
import type { ClbEvent } from '../../generated/clb.js';
import type { DeliveryRules } from '../../kernel/delivery.js';

/** The client sees every answer, so nothing comes twice; the same request has several forms. */
export const delivery: Partial<DeliveryRules<ClbEvent>> = {
  response: 'clb-response',
  relations: [
    headersIn(
      'lower-case',
      'HTTP/2 clients and other gateways of the vendor send header names in lower case',
    ),
    ...headersOtherwise<ClbEvent>(),
    oneMoreProxy(),
    {
      name: 'is-base64-as-boolean',
      because: 'one page of the documents shows the text "false", another a boolean',
      followUp: (event) =>
        typeof event.isBase64Encoded === 'string'
          ? { ...event, isBase64Encoded: event.isBase64Encoded === 'true' }
          : undefined,
    },
  ],
};
