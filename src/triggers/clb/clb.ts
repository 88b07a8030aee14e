import { pathBelow } from '../../domain/http/apiPath.js';
import { textBody } from '../../domain/http/bodies.js';
import { clientAddresses, headerOf, headerSetsOf, titleCase } from '../../domain/http/clients.js';
import type { Deployment } from '../../domain/http/deployment.js';
import { decodedText } from '../../domain/http/events.js';
import { drawRequest } from '../../domain/http/requests.js';
import { httpRoutes } from '../../domain/http/routes.js';
import { type ClbEvent, clbContract } from '../../generated/clb.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import type { Draw } from '../../kernel/draw.js';
import { isObject } from '../../kernel/json.js';
import { givenPart, nothing, type Overrides } from '../../kernel/overrides.js';
import type { DeploymentRules } from '../../kernel/trigger.js';
import { delivery } from './delivery.js';
import { clbEdgeCases } from './edgeCases.js';
import { encodedBody, isPassedAsText, stretchedPayload } from './payload.js';
import { clbRules } from './rules.js';

export type { ClbEvent };

/** As the documents spell them: `Content-type` with a small t, `X-Real-IP` in capitals. */
function spelled(name: string): string {
  if (name === 'content-type') return 'Content-type';
  return name === 'x-real-ip' ? 'X-Real-IP' : titleCase(name);
}

const added = {
  'x-client-proto': 'https',
  'x-client-proto-ver': 'HTTP/1.1',
  'x-forwarded-for': '',
  'x-forwarded-proto': 'https',
  'x-real-ip': '',
  'x-stgw-time': '',
};
const configured = { 'x-method': '', 'x-real-port': '', 'x-uri': '', 'x-vip': '', 'x-vport': '443' };
const ofBody = { 'content-type': '' };

const plainSets = headerSetsOf(added, spelled, ofBody);
/** For balancers that are configured to say method, path and ports. */
const configuredSets = headerSetsOf({ ...added, ...configured }, spelled, ofBody);

const hosts = ['www.example.com', 'api.example.com', 'test.clb-scf.com', 'shop.example.com'];
const vips = ['203.0.113.10', '203.0.113.11', '198.51.100.20'];

/** What payload is for a request without a body no document says, so every request has one. */
const routes = httpRoutes.filter((route) => route.body !== undefined);

function drawEvent(draw: Draw, given: Overrides<ClbEvent>): ClbEvent {
  const request = given === nothing ? drawRequest(draw, routes) : drawGivenRequest(draw, given);
  const isConfigured = draw.flip(0.5);
  const headers = { ...draw.pick(isConfigured ? configuredSets : plainSets).withBody };
  const address = headerOf(givenPart(given.headers), 'x-real-ip') ?? draw.pick(clientAddresses);
  headers.Host = draw.pick(hosts);
  headers['X-Forwarded-For'] = draw.chance(0.2) ? `${address}, ${draw.pick(clientAddresses)}` : address;
  headers['X-Real-IP'] = address;
  // Listeners of a balancer speak HTTPS or HTTP.
  if (draw.chance(0.3)) {
    headers['X-Client-Proto'] = 'http';
    headers['X-Forwarded-Proto'] = 'http';
    if (isConfigured) headers['X-Vport'] = '80';
  }
  headers['X-Stgw-Time'] = `${draw.unixSeconds()}.${draw.integer(100, 999)}`;
  if (isConfigured) {
    headers['X-Method'] = request.method;
    headers['X-Real-Port'] = String(draw.integer(1024, 65_535));
    headers['X-Uri'] = request.path;
    headers['X-Vip'] = draw.pick(vips);
  }
  const body = request.body ?? textBody('text/plain', '');
  headers['Content-type'] = body.contentType;
  return { headers, ...encodedBody(body) };
}

/** A request whose body becomes the payload that is given, or is encoded as is given. */
function drawGivenRequest(draw: Draw, given: Overrides<ClbEvent>) {
  const { isBase64Encoded, payload } = given;
  const headers = givenPart(given.headers);
  const wantsText = isBase64Encoded === undefined ? undefined : String(isBase64Encoded) === 'false';
  const fitting = routes.filter(
    ({ body }) => wantsText === undefined || isPassedAsText(body?.contentType ?? '') === wantsText,
  );
  const contentType = headerOf(headers, 'content-type');
  const isText = typeof payload === 'string';
  return drawRequest(draw, fitting, {
    method: headerOf(headers, 'x-method'),
    path: headerOf(headers, 'x-uri'),
    body: isText ? payload : undefined,
    isBase64: isText ? wantsText === false || !isPassedAsText(contentType ?? 'text/plain') : undefined,
    contentType: contentType ?? (payload === undefined || isText ? undefined : 'application/json'),
  });
}

/** The path of the balancer's rule stands in X-Uri, where the balancer is customised to send that. */
const deployment: DeploymentRules<ClbEvent> = {
  facts: ['pathPrefix'],
  formOf(facts) {
    const { pathPrefix = '/' }: Deployment = facts;
    return {
      settle(event) {
        const name = Object.keys(event.headers).find((one) => one.toLowerCase() === 'x-uri');
        const path = name === undefined ? undefined : event.headers[name];
        if (name === undefined || path === undefined) return event;
        const sent = pathBelow(pathPrefix, path);
        return sent === path ? event : { ...event, headers: { ...event.headers, [name]: sent } };
      },
    };
  },
};

/** A request that a load balancer passes on. */
export const clb = defineTrigger<ClbEvent>({
  name: 'clb',
  summary: 'A client requests a rule of a load balancer (CLB) that has the function as its backend.',
  documentation: 'https://cloud.tencent.com/document/product/583/52635',
  contract: clbContract,
  invocation: 'sync',
  delivery,
  deployment,
  retries: 'None; the client gets the error.',
  payloadAt: 'payload',
  sample: drawEvent,
  edgeCases: clbEdgeCases,
  rules: clbRules,
  looksLike: (value) =>
    isObject(value) &&
    isObject(value.headers) &&
    !('httpMethod' in value) &&
    ('payload' in value || headerOf(value.headers, 'x-stgw-time') !== undefined),
  decode: ({ isBase64Encoded, payload }) =>
    typeof payload === 'string'
      ? decodedText({ path: ['payload'], text: payload, isBase64: String(isBase64Encoded) === 'true' })
      : [],
  stretch: {
    grows: 'payload, or the user agent when payload is no text',
    add: stretchedPayload,
  },
});
