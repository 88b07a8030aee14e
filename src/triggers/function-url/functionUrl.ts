import { clientAddresses, headerOf, headerSetsOf } from '../../domain/http/clients.js';
import { decodedBody, stretchedEvent } from '../../domain/http/events.js';
import { isFunctionUrlRequest } from '../../domain/http/kinds.js';
import { drawRequest, type HttpWish } from '../../domain/http/requests.js';
import { httpRoutes } from '../../domain/http/routes.js';
import { contentLengthAgrees, lowerCaseHeaders } from '../../domain/http/rules.js';
import { type FunctionUrlEvent, functionUrlContract } from '../../generated/function-url.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import { describeValue } from '../../kernel/describeValue.js';
import type { Draw } from '../../kernel/draw.js';
import { givenPart, nothing, type Overrides, withOverrides } from '../../kernel/overrides.js';
import type { DeploymentRules, Rule } from '../../kernel/trigger.js';
import { delivery } from './delivery.js';
import { functionUrlEdgeCases } from './edgeCases.js';

export type { FunctionUrlEvent };

const documents = 'https://cloud.tencent.com/document/product/583/96099';

const headerSets = headerSetsOf({
  'x-forwarded-for': '',
  'x-scf-remote-addr': '',
  'x-scf-request-id': '',
});

/** The proxies that stand behind the client in x-forwarded-for; in the capture the first is a public address of the platform's. */
const proxies = '198.51.100.81, 10.132.167.112';

const hosts: readonly string[] = [
  '1250000001-a1b2c3d4e5.ap-guangzhou.tencentscf.com',
  '1250000001-k7m2x9q0z1.ap-shanghai.tencentscf.com',
  '1250000002-f94sy04v3b.in.ap-beijing.tencentscf.com',
  '1250000003-2d8w6r1t0y.ap-hongkong.tencentscf.com',
];

/** Nothing is known of how bodies of bytes come, so requests with bytes are not among these. */
const routes = httpRoutes.filter((route) => route.body?.isBase64 !== true);

function drawEvent(draw: Draw, given: Overrides<FunctionUrlEvent>): FunctionUrlEvent {
  const request = drawRequest(draw, routes, given === nothing ? undefined : wishOf(given));
  const { body, method, path } = request;
  const set = draw.pick(headerSets);
  const headers = body === undefined ? { ...set.plain } : { ...set.withBody };
  if (body !== undefined) {
    headers['content-length'] = String(body.sizeBytes);
    headers['content-type'] = body.contentType;
  }
  headers.host = draw.pick(hosts);
  const givenRemote = headerOf(givenPart(given.headers), 'x-scf-remote-addr');
  const address = givenRemote ?? given.requestContext?.sourceIp ?? draw.pick(clientAddresses);
  const sourceIp = addressOf(String(address));
  headers['x-forwarded-for'] = `${sourceIp}, ${proxies}`;
  headers['x-scf-remote-addr'] = address;
  headers['x-scf-request-id'] = draw.uuid();
  return {
    body: body?.text ?? '',
    headerParameters: {},
    headers,
    httpMethod: method,
    isBase64Encoded: false,
    path,
    pathParameters: {},
    queryString: withOverrides(request.query, given.queryString),
    queryStringParameters: {},
    requestContext: { sourceIp },
  };
}

function wishOf({ body, headers, httpMethod, path }: Overrides<FunctionUrlEvent>): HttpWish {
  return { body, method: httpMethod, path, contentType: headerOf(givenPart(headers), 'content-type') };
}

/** The address in front of a port: `203.0.113.7:51234`, `[2001:db8::7]:51234`. */
function addressOf(remote: string): string {
  if (remote.startsWith('[')) return remote.slice(1, remote.indexOf(']'));
  const colon = remote.indexOf(':');
  return colon === -1 || colon !== remote.lastIndexOf(':') ? remote : remote.slice(0, colon);
}

/** Domains that the platform gives to a URL; a domain of the user's brings no x-scf-remote-addr. */
const platformDomain = /\.(?:tencentscf|tencentcs)\.com(?::\d+)?$/;

const remoteAddress: Rule<FunctionUrlEvent> = {
  name: 'function-url/remote-address',
  holds:
    'x-scf-remote-addr holds the address of the client, the same as requestContext.sourceIp; it is absent on a domain of the user.',
  severity: 'warning',
  source: documents,
  check({ headers, requestContext }, report) {
    const remote = headerOf(headers, 'x-scf-remote-addr');
    const host = headerOf(headers, 'host');
    const sourceIp = requestContext?.sourceIp;
    if (remote === undefined) {
      if (host !== undefined && !platformDomain.test(host)) return;
      report(['headers', 'x-scf-remote-addr'], {
        expected: 'the address of the client',
        received: 'nothing',
      });
    } else if (sourceIp !== undefined && sourceIp !== addressOf(remote)) {
      const expected = `"${addressOf(remote)}", as in x-scf-remote-addr`;
      report(['requestContext', 'sourceIp'], { expected, received: describeValue(sourceIp) });
    }
  },
};

const bodyOfMethod: Rule<FunctionUrlEvent> = {
  name: 'function-url/body-of-post',
  holds: 'An event of POST, PUT or PATCH has a body, be it "".',
  severity: 'warning',
  source: documents,
  check({ body, httpMethod }, report) {
    if (body !== undefined || !['POST', 'PUT', 'PATCH'].includes(httpMethod)) return;
    report(['body'], { expected: 'a string', received: 'nothing' });
  },
};

/** With CORS configured, the platform answers preflight requests itself: an OPTIONS that comes is none. */
const deployment: DeploymentRules<FunctionUrlEvent> = {
  facts: ['cors'],
  formOf: () => ({
    settle(event) {
      if (!isPreflight(event)) return event;
      const headers = Object.entries(event.headers).filter(
        ([name]) => name.toLowerCase() !== requestedMethod,
      );
      return { ...event, headers: Object.fromEntries(headers) };
    },
  }),
};

const requestedMethod = 'access-control-request-method';

function isPreflight({ httpMethod, headers }: FunctionUrlEvent): boolean {
  return httpMethod === 'OPTIONS' && headerOf(headers, requestedMethod) !== undefined;
}

/** A request to a function URL. */
export const functionUrl = defineTrigger<FunctionUrlEvent>({
  name: 'function-url',
  summary: 'A client requests the URL of an event function.',
  documentation: documents,
  contract: functionUrlContract,
  invocation: 'sync',
  delivery,
  deployment,
  retries: 'None; the client gets the error.',
  payloadAt: 'body',
  sample: drawEvent,
  edgeCases: functionUrlEdgeCases,
  rules: [
    remoteAddress,
    bodyOfMethod,
    lowerCaseHeaders('function-url', documents),
    contentLengthAgrees('function-url', documents),
  ],
  looksLike: isFunctionUrlRequest,
  decode: decodedBody,
  stretch: {
    grows: 'body, or the user agent of a request without one',
    add: stretchedEvent,
  },
});
