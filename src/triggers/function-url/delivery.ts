import { addressWithPort, forgedAddress, headersOtherwise, reversed } from '../../domain/http/relations.js';
import type { FunctionUrlEvent } from '../../generated/function-url.js';
import type { DeliveryRules } from '../../kernel/delivery.js';

/** The client sees every answer, so nothing comes twice. */
export const delivery: Partial<DeliveryRules<FunctionUrlEvent>> = {
  response: 'function-url-response',
  relations: [
    reversed('queryString'),
    ...headersOtherwise<FunctionUrlEvent>(),
    addressWithPort('x-scf-remote-addr'),
    forgedAddress(),
  ],
};
