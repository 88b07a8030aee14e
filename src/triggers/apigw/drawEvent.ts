import { clientAddresses, headerOf, headerSetsOf } from '../../domain/http/clients.js';
import { drawRequest, type HttpRequest, type HttpWish } from '../../domain/http/requests.js';
import { httpRoutes, type QueryString } from '../../domain/http/routes.js';
import type { ApigwEvent } from '../../generated/apigw.js';
import type { Draw } from '../../kernel/draw.js';
import { givenPart, nothing, type Overrides, withOverrides } from '../../kernel/overrides.js';

/** As of 2023, when `x-qualifier`, `endpoint-timeout` and `x-anonymous-consumer` were gone. */
const headerSets = headerSetsOf({
  requestsource: 'APIGW',
  'x-api-requestid': '',
  'x-api-scheme': 'https',
  'x-b3-traceid': '',
});

interface Service {
  readonly serviceId: string;
  readonly host: string;
}

function service(serviceId: string, domain: string): Service {
  return { serviceId, host: `${serviceId}-${domain}` };
}

/** A project has few services. */
const services: readonly Service[] = [
  service('service-a1b2c3d4', '1250000001.gz.apigw.tencentcs.com'),
  service('service-7k2m9xq0', '1250000001.sh.apigw.tencentcs.com'),
  service('service-f94sy04v', '1250000002.bj.apigw.tencentcs.com'),
  service('service-23ybmuq7', '1250000003.hk.tencentapigw.com'),
];

const stages = ['release', 'release', 'release', 'test', 'prepub'];

/** Draws an event of today: its keys in alphabetical order, its parts in agreement with what is given. */
export function drawEvent(draw: Draw, given: Overrides<ApigwEvent>): ApigwEvent {
  return given === nothing
    ? eventOf(draw, drawRequest(draw, httpRoutes), {
        service: draw.pick(services),
        isDeclared: draw.flip(0.5),
        requestId: draw.hex(32),
      })
    : drawGiven(draw, given);
}

/** What is known of the API beside the request. */
interface Api {
  readonly service: Service;
  /** True when the API declares its path and parameters, false for one that takes whatever comes. */
  readonly isDeclared: boolean;
  readonly requestId: string;
}

function eventOf(draw: Draw, request: HttpRequest, { service, isDeclared, requestId }: Api): ApigwEvent {
  const { method, body, query } = request;
  const { serviceId, host } = service;
  const set = draw.pick(headerSets);
  const headers = body === undefined ? { ...set.plain } : { ...set.withBody };
  if (body !== undefined) {
    headers['content-length'] = String(body.sizeBytes);
    headers['content-type'] = body.contentType;
  }
  headers.host = host;
  headers['x-api-requestid'] = requestId;
  headers['x-b3-traceid'] = requestId;
  const pathParameters = isDeclared ? request.parameters : {};
  const queryStringParameters = isDeclared ? declaredValues(request.declares, query) : {};
  const requestContext = {
    httpMethod: isDeclared ? method : 'ANY',
    identity: {},
    path: isDeclared ? request.template : '/',
    serviceId,
    sourceIp: draw.pick(clientAddresses),
    stage: draw.pick(stages),
  };
  // Two literals, since spreading one into the other makes the whole event half as slow again.
  return body === undefined
    ? {
        headerParameters: {},
        headers,
        httpMethod: method,
        isBase64Encoded: false,
        path: request.path,
        pathParameters,
        queryString: query,
        queryStringParameters,
        requestContext,
      }
    : {
        body: body.text,
        headerParameters: {},
        headers,
        httpMethod: method,
        isBase64Encoded: body.isBase64,
        path: request.path,
        pathParameters,
        queryString: query,
        queryStringParameters,
        requestContext,
      };
}

/** What the API's declared query parameters hold: the text that was sent, "" where none was. */
function declaredValues(names: readonly string[], query: QueryString): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of names) {
    const sent = query[name];
    values[name] = typeof sent === 'string' ? sent : '';
  }
  return values;
}

function drawGiven(draw: Draw, given: Overrides<ApigwEvent>): ApigwEvent {
  const { pathParameters, queryStringParameters } = given;
  const headers: Overrides<ApigwEvent['headers']> = givenPart(given.headers);
  const context: Overrides<ApigwEvent['requestContext']> = givenPart(given.requestContext);
  const { httpMethod: methodOfApi, path: template, serviceId } = context;
  const wish: HttpWish = {
    method: given.httpMethod ?? (methodOfApi === 'ANY' ? undefined : methodOfApi),
    template,
    path: given.path,
    parameters: pathParameters,
    body: given.body,
    isBase64: given.isBase64Encoded === undefined ? undefined : String(given.isBase64Encoded) === 'true',
    contentType: headerOf(headers, 'content-type'),
  };
  const request = drawRequest(draw, httpRoutes, wish);
  const query = withOverrides(withOverrides(request.query, queryStringParameters), given.queryString);
  const declares = [...new Set([...request.declares, ...Object.keys(queryStringParameters ?? {})])];
  const isConsoleApi = template === undefined && given.path !== undefined;
  const isDeclared =
    template !== undefined ||
    pathParameters !== undefined ||
    queryStringParameters !== undefined ||
    methodOfApi !== undefined;
  return eventOf(
    draw,
    { ...request, query, declares },
    {
      service:
        serviceId === undefined
          ? draw.pick(services)
          : service(serviceId, '1250000001.gz.apigw.tencentcs.com'),
      isDeclared: isDeclared || (!isConsoleApi && draw.flip(0.5)),
      requestId: headers['x-api-requestid'] ?? headers['x-b3-traceid'] ?? draw.hex(32),
    },
  );
}
