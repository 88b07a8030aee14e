import { base64PresentRule, bodyRules } from './bodyRules.js';
import { defineResponse, type ResponseContext, type ResponseRule } from './defineResponse.js';
import { headerRules, locationRule } from './headerRules.js';
import { jsonAnswer } from './renderedResponse.js';
import type { ReturnedValue } from './returnedValue.js';
import { requestIdOf } from './returnRules.js';
import { sources } from './sources.js';
import { objectRule, statusRules } from './statusRules.js';

/** What a function behind an API of API Gateway returns when integration response is on, as it is from the SCF console. */
export const apigwResponse = defineResponse({
  name: 'apigw-response',
  reader: 'API Gateway',
  documentation: sources.apigw,
  rules: [objectRule(sources.apigw), ...httpRules(sources.apigw), base64PresentRule, locationRule],
  render: ({ http }) => http.render(sources.apigw),
  refuse: (_, context) => apigwRefusal(context),
});

/** What a function behind an API of API Gateway returns when integration response is off. */
export const apigwPassthrough = defineResponse({
  name: 'apigw-passthrough',
  reader: 'API Gateway in passthrough mode',
  documentation: sources.apigw,
  rules: [
    {
      name: 'integrated',
      holds: 'The value is no integration response, since its status and headers are not read.',
      severity: 'warning',
      failsClients: isIntegrationResponse,
      source: sources.apigw,
      check({ http: { fields }, describe }, report) {
        if (fields === undefined || !('statusCode' in fields)) return;
        report(['statusCode'], {
          expected: 'a value that is sent as it is',
          received: `${describe('statusCode')}, which stays in the body of a 200`,
          hint: 'enable integration response',
        });
      },
    },
  ],
  render: wholeAsJson(sources.apigw),
});

/** What a function behind a Cloud Load Balancer returns. */
export const clbResponse = defineResponse({
  name: 'clb-response',
  reader: 'CLB',
  documentation: sources.clb,
  rules: [objectRule(sources.clb), ...httpRules(sources.clb), { ...base64PresentRule, source: sources.clb }],
  render: ({ http }) => http.render(sources.clb),
  refuse: () => jsonAnswer(403, '{"errno":403,"error":"Analyse scf response failed."}', sources.clb),
});

/** What a function behind a Function URL returns: an HTTP response, or any JSON for a 200. */
export const functionUrlResponse = defineResponse({
  name: 'function-url-response',
  reader: 'the Function URL',
  documentation: sources.functionUrl,
  rules: [
    ...httpRules(sources.functionUrl).map(onlyWithStatus),
    {
      name: 'status-missing',
      holds: 'A value with headers or body has a statusCode, without which the whole value is the body.',
      severity: 'warning',
      source: sources.functionUrl,
      check({ http: { fields } }, report) {
        if (fields === undefined || 'statusCode' in fields || !('headers' in fields || 'body' in fields))
          return;
        report(['statusCode'], {
          expected: 'an integer',
          received: 'nothing, so that the whole value is the body of a 200',
        });
      },
    },
  ],
  render: (returned) =>
    hasStatus(returned)
      ? returned.http.render(sources.functionUrl)
      : wholeAsJson(sources.functionUrl)(returned),
  refuse: wholeAsJson(
    `not documented; ${sources.functionUrl} promises a 200 with the JSON to what is no standard response`,
  ),
});

function httpRules(documentation: string): readonly ResponseRule[] {
  return [...statusRules(documentation), ...headerRules(documentation), ...bodyRules(documentation)];
}

/** A status with headers or a body means to be read as one; an envelope of the function's own may have a statusCode too. */
function isIntegrationResponse({ http: { fields, status } }: ReturnedValue): boolean {
  return Number.isInteger(status) && fields !== undefined && ('headers' in fields || 'body' in fields);
}

function onlyWithStatus(rule: ResponseRule): ResponseRule {
  return {
    ...rule,
    check: (returned, report, context) => {
      if (hasStatus(returned)) rule.check(returned, report, context);
    },
  };
}

function hasStatus({ http }: ReturnedValue): boolean {
  return http.fields !== undefined && 'statusCode' in http.fields;
}

function wholeAsJson(source: string) {
  return ({ text = '' }: ReturnedValue) => jsonAnswer(200, text, source);
}

/** The body carries the id of the request since 2023, 32 hexadecimal digits. */
function apigwRefusal(context: ResponseContext) {
  if (context.refusalBody === 'documented') {
    const documented =
      '{"errno":403,"error":"Invalid scf response format. please check your scf response format."}';
    return jsonAnswer(403, documented, sources.apigw);
  }
  const requestId = requestIdOf(context).replaceAll('-', '');
  const error = `requestId ${requestId} , Invalid scf response. expected scf response valid JSON.`;
  return jsonAnswer(
    403,
    JSON.stringify({ errno: 403, error, message: 'SCF invoke error' }),
    'captured 2023-06; the documents also show two older wordings',
  );
}
