import { headerOf } from '../../domain/http/clients.js';
import { base64Body, contentLengthAgrees, knownStage, lowerCaseHeaders } from '../../domain/http/rules.js';
import type { ApigwEvent } from '../../generated/apigw.js';
import { describeValue } from '../../kernel/describeValue.js';
import type { Report, Rule } from '../../kernel/trigger.js';

const captured = 'captured 2019, 2020, 2021, 2023';
const documents = 'https://cloud.tencent.com/document/product/583/12513';

const methodOfApi: Rule<ApigwEvent> = {
  name: 'apigw/method-of-api',
  holds: 'requestContext.httpMethod is the method of the request, or ANY.',
  severity: 'error',
  source: captured,
  check({ httpMethod, requestContext }, report) {
    if (requestContext.httpMethod === 'ANY' || requestContext.httpMethod === httpMethod) return;
    const expected = `"ANY" or the request's method, "${httpMethod}"`;
    report(['requestContext', 'httpMethod'], {
      expected,
      received: describeValue(requestContext.httpMethod),
    });
  },
};

const pathOfApi: Rule<ApigwEvent> = {
  name: 'apigw/path-of-api',
  holds:
    'path is requestContext.path with its placeholders filled in, or a path below it; pathParameters hold what fills them.',
  severity: 'error',
  source: captured,
  check({ path, pathParameters, requestContext }, report) {
    const template = requestContext.path;
    if (!template.startsWith('/')) return;
    const segments = path.split('/');
    const wanted = template.split('/').filter((segment, index) => segment !== '' || index === 0);
    const fits = wanted.every((segment, index) => isPlaceholder(segment) || segment === segments[index]);
    if (!fits || segments.length < wanted.length) {
      report(['path'], {
        expected: `a path that begins like the API's, ${template}`,
        received: describeValue(path),
      });
      return;
    }
    for (const [name, value] of Object.entries(pathParameters)) {
      checkParameter(name, value, segments[wanted.indexOf(`{${name}}`)], report);
    }
  },
};

function isPlaceholder(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('}');
}

function checkParameter(name: string, value: string, segment: string | undefined, report: Report): void {
  if (segment === undefined) {
    const expected = 'only names of placeholders in requestContext.path';
    report(['pathParameters', name], { expected, received: describeValue(name) });
  } else if (value !== segment && value !== decoded(segment)) {
    const expected = `${JSON.stringify(segment)}, as in path`;
    report(['pathParameters', name], { expected, received: describeValue(value) });
  }
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

const declaredQuery: Rule<ApigwEvent> = {
  name: 'apigw/declared-query',
  holds: 'A declared query parameter has its value from queryString, or is "" when the request lacks it.',
  severity: 'warning',
  source: captured,
  check({ queryString, queryStringParameters }, report) {
    for (const [name, value] of Object.entries(queryStringParameters)) {
      const sent = Object.hasOwn(queryString, name) ? queryString[name] : undefined;
      if (value === '' || value === sent || (Array.isArray(sent) && sent.includes(value))) continue;
      const expected =
        sent === undefined ? '"" for a parameter that queryString lacks' : 'the value in queryString';
      report(['queryStringParameters', name], { expected, received: describeValue(value) });
    }
  },
};

const bodyOnGet: Rule<ApigwEvent> = {
  name: 'apigw/body-on-get',
  holds: 'A GET or HEAD event has no body key.',
  severity: 'warning',
  source: captured,
  check({ body, httpMethod }, report) {
    if (body === undefined || (httpMethod !== 'GET' && httpMethod !== 'HEAD')) return;
    report(['body'], { expected: `no body on ${httpMethod}`, received: describeValue(body) });
  },
};

const requestIdHeader: Rule<ApigwEvent> = {
  name: 'apigw/request-id-header',
  holds: 'x-api-requestid and x-b3-traceid hold the same 32 hexadecimal digits.',
  severity: 'warning',
  source: 'captured 2019, 2020, 2021',
  check({ headers }, report) {
    const id = headerOf(headers, 'x-api-requestid');
    const traceId = headerOf(headers, 'x-b3-traceid');
    if (id === undefined || !/^[0-9a-f]{32}$/.test(id)) {
      report(['headers', 'x-api-requestid'], {
        expected: '32 hexadecimal digits',
        received: describeValue(id),
      });
    } else if (traceId !== id) {
      report(['headers', 'x-b3-traceid'], {
        expected: `"${id}", as in x-api-requestid`,
        received: describeValue(traceId),
      });
    }
  },
};

const onlyDocumented: Rule<ApigwEvent> = {
  name: 'apigw/only-documented',
  holds: 'requestContext.requestId, requestContext.websocketEnable and stageVariables are absent.',
  severity: 'warning',
  source: 'documented; absent in every capture',
  check({ requestContext, stageVariables }, report) {
    const expected = 'no such field; only documents show it';
    if (requestContext.requestId !== undefined) {
      const hint = 'read the header x-api-requestid';
      report(['requestContext', 'requestId'], {
        expected,
        received: describeValue(requestContext.requestId),
        hint,
      });
    }
    if (requestContext.websocketEnable !== undefined) {
      report(['requestContext', 'websocketEnable'], {
        expected,
        received: describeValue(requestContext.websocketEnable),
      });
    }
    if (stageVariables !== undefined) report(['stageVariables'], { expected, received: 'an object' });
  },
};

const sentToday: Rule<ApigwEvent> = {
  name: 'apigw/sent-today',
  holds: 'headerParameters is there, and isBase64Encoded is a boolean.',
  severity: 'warning',
  source: 'captured 2021',
  check({ headerParameters, isBase64Encoded }, report) {
    if (headerParameters === undefined)
      report(['headerParameters'], { expected: 'an object', received: 'nothing' });
    if (typeof isBase64Encoded !== 'boolean') {
      report(['isBase64Encoded'], { expected: 'true or false', received: describeValue(isBase64Encoded) });
    }
  },
};

/** What holds between the fields of an API Gateway event. */
export const apigwRules: readonly Rule<ApigwEvent>[] = [
  methodOfApi,
  pathOfApi,
  declaredQuery,
  base64Body('apigw', documents),
  bodyOnGet,
  lowerCaseHeaders('apigw', captured),
  contentLengthAgrees('apigw', 'captured 2019'),
  requestIdHeader,
  knownStage('apigw'),
  onlyDocumented,
  sentToday,
];
