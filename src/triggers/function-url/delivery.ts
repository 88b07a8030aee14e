import type { FunctionUrlEvent } from '../../generated/function-url.js';
import type { DeliveryRules } from '../../kernel/delivery.js';
import { addressWithPort, headersOtherwise, reversed } from '../../kernel/http/equivalents.js';

/** The client sees every answer, so nothing comes twice. */
export const delivery: Partial<DeliveryRules<FunctionUrlEvent>> = {
  response: 'function-url-response',
  equivalents: [
    reversed('queryString'),
    ...headersOtherwise<FunctionUrlEvent>(),
    addressWithPort('x-scf-remote-addr'),
  ],
};
