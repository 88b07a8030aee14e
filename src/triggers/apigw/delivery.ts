import type { ApigwEvent } from '../../generated/apigw.js';
import type { DeliveryRules } from '../../kernel/delivery.js';
import { bodyEncodedOtherwise, headersIn, reversed } from '../../kernel/http/equivalents.js';

/** The client sees every answer, so nothing comes twice; the same request has several forms. */
export const delivery: Partial<DeliveryRules<ApigwEvent>> = {
  response: 'apigw-response',
  equivalents: [
    headersIn('title-case', 'the documents show header names in Title-Case, captures in lower case'),
    bodyEncodedOtherwise(),
    reversed('queryString'),
  ],
};
