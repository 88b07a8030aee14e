import { bodyEncodedOtherwise, headersIn, headersOtherwise, reversed } from '../../domain/http/relations.js';
import type { ApigwEvent } from '../../generated/apigw.js';
import type { DeliveryRules } from '../../kernel/delivery.js';

/** The client sees every answer, so nothing comes twice; the same request has several forms. */
export const delivery: Partial<DeliveryRules<ApigwEvent>> = {
  response: 'apigw-response',
  relations: [
    headersIn('title-case', 'the documents show header names in Title-Case, captures in lower case'),
    bodyEncodedOtherwise(),
    reversed('queryString'),
    ...headersOtherwise<ApigwEvent>(),
    {
      name: 'parameters-declared-or-not',
      because:
        'queryStringParameters holds what the API declares, which is nothing for an API made in the console of SCF; queryString holds all',
      followUp(event) {
        const declared = event.queryStringParameters ?? {};
        if (Object.keys(declared).length > 0) return { ...event, queryStringParameters: {} };
        const texts = Object.entries(event.queryString).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value] as const] : [],
        );
        return texts.length === 0
          ? undefined
          : { ...event, queryStringParameters: Object.fromEntries(texts) };
      },
    },
  ],
};
