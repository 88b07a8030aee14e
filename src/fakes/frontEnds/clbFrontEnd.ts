import { parametersIn } from '../../domain/http/apiPath.js';
import { bytesBody, textBody } from '../../domain/http/bodies.js';
import { titleCase } from '../../domain/http/clients.js';
import { setOwn } from '../../kernel/json.js';
import { type ClbEvent, clb } from '../../triggers/clb/clb.js';
import { encodedBody, isPassedAsText } from '../../triggers/clb/payload.js';
import { defineFrontEnd, jsonAnswer } from './frontEnd.js';
import { bodyText, lostBytes, type ParsedRequest } from './parseRequest.js';

/** A rule of a load balancer; what is left out is as the console makes it. */
export interface ClbConfig {
  /**
   * True for a balancer that is customised to send `X-Vip`, `X-Vport`, `X-Uri`, `X-Method` and `X-Real-Port`. Without, as
   * when left out, the event says neither method nor path.
   */
  readonly customHeaders?: boolean;
  /** Address of the balancer; 203.0.113.10 when left out. */
  readonly vip?: string;
  /** Path of the rule, as `url` of its binding has it; `/` when left out. Requests for others are for another rule. */
  readonly path?: string;
}

/** The event of a load balancer, as documented. */
export const clbFrontEnd = defineFrontEnd<ClbConfig, 'clb'>({
  name: 'clb',
  eventOf(request, config) {
    const { path: template = '/' } = config;
    if (parametersIn(template, request.path) === undefined) {
      const reason = `no rule for ${request.path}; there is ${template}`;
      const source = 'the status is what a server without a page answers; the body is of the fake';
      return { refusal: jsonAnswer(404, { errno: 404, error: reason }, source), reason };
    }
    const event: ClbEvent = { headers: headersOf(request, config), ...payloadOf(request) };
    const contentType = request.headers['content-type'] ?? 'text/plain';
    const isText = String(event.isBase64Encoded) !== 'true';
    const why = `a balancer makes no Base64 of ${contentType}`;
    return { event, warnings: lostBytes(isText ? request.body : undefined, why) };
  },
  deployment: {
    facts: clb.deployment?.facts ?? [],
    configOf: ({ pathPrefix: path }) => (path === undefined ? {} : { path }),
  },
  responseKind: () => 'clb-response',
});

function headersOf(request: ParsedRequest, { customHeaders = false, vip = '203.0.113.10' }: ClbConfig) {
  const { headers, method, path, remoteAddress, remotePort, url } = request;
  const scheme = url.protocol.slice(0, -1);
  const forwarded = headers['x-forwarded-for'];
  const time = Date.now();
  const all = {
    ...headers,
    'x-client-proto': scheme,
    'x-client-proto-ver': 'HTTP/1.1',
    'x-forwarded-for': forwarded === undefined ? remoteAddress : `${forwarded}, ${remoteAddress}`,
    'x-forwarded-proto': scheme,
    'x-real-ip': remoteAddress,
    'x-stgw-time': `${Math.floor(time / 1000)}.${String(time % 1000).padStart(3, '0')}`,
    ...(customHeaders && {
      'x-method': method,
      'x-real-port': String(remotePort),
      'x-uri': path,
      'x-vip': vip,
      'x-vport': url.port || (scheme === 'https' ? '443' : '80'),
    }),
  };
  const spelled: ClbEvent['headers'] = {};
  for (const [name, value] of Object.entries(all)) setOwn(spelled, spelling[name] ?? titleCase(name), value);
  return spelled;
}

/** The names that the documents spell in a way of their own. */
const spelling: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  'content-type': 'Content-type',
  'x-real-ip': 'X-Real-IP',
});

function payloadOf({ body = new Uint8Array(), headers }: ParsedRequest) {
  const contentType = headers['content-type'] ?? (body.byteLength === 0 ? 'text/plain' : '');
  return encodedBody(
    isPassedAsText(contentType) ? textBody(contentType, bodyText(body)) : bytesBody(contentType, body),
  );
}
