import { bytesBody, textBody } from '../../domain/http/bodies.js';
import { clientAddresses, headerOf, headerSetsOf } from '../../domain/http/clients.js';
import { edgeByteBodies, edgeTextBodies, gzippedJson } from '../../domain/http/edgeBodies.js';
import { changedEvent, decodedBody, type HttpChange, stretchedEvent } from '../../domain/http/events.js';
import { isWebRequest } from '../../domain/http/kinds.js';
import { headersIn, headersOtherwise, reversed } from '../../domain/http/relations.js';
import { drawRequest } from '../../domain/http/requests.js';
import { httpRoutes } from '../../domain/http/routes.js';
import { base64Body } from '../../domain/http/rules.js';
import { httpEdgeCases, variantEdge } from '../../domain/http/variants.js';
import { type WebRequest, webContract } from '../../generated/web.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import type { MetamorphicRelation } from '../../kernel/delivery.js';
import type { Draw } from '../../kernel/draw.js';
import { givenPart, nothing, type Overrides, withOverrides } from '../../kernel/overrides.js';

export type { WebRequest };

const documents = 'https://cloud.tencent.com/document/product/583/56124';

/** The connection is the proxy's own, and the length is counted when the request is sent. */
const headerSets = headerSetsOf({}, undefined, { 'content-type': '' }).map(({ plain, withBody }) => ({
  plain: withoutConnection(plain),
  withBody: withoutConnection(withBody),
}));

function withoutConnection({ connection: _, ...headers }: Readonly<Record<string, string>>) {
  return headers;
}

const host = '1250000001-a1b2c3d4e5.ap-guangzhou.tencentscf.com';

function drawWebRequest(draw: Draw, given: Overrides<WebRequest>): WebRequest {
  const wish =
    given === nothing
      ? undefined
      : {
          body: given.body,
          method: given.httpMethod,
          path: given.path,
          isBase64: given.isBase64Encoded,
          contentType: headerOf(givenPart(given.headers), 'content-type'),
        };
  const { body, method, path, query } = drawRequest(draw, httpRoutes, wish);
  const set = draw.pick(headerSets);
  const headers: Record<string, string> =
    body === undefined ? { ...set.plain } : { ...set.withBody, 'content-type': body.contentType };
  headers.host = host;
  return {
    httpMethod: method,
    path,
    queryString: withOverrides(query, given.queryString),
    headers,
    ...(body === undefined ? {} : { body: body.text }),
    ...(body?.isBase64 === true ? { isBase64Encoded: true } : {}),
    sourceIp: draw.pick(clientAddresses),
  };
}

/** The changed request; the length is counted when it is sent. */
function changed(request: WebRequest, change: HttpChange): WebRequest {
  const { httpMethod } = request;
  const isBodyless = ['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(httpMethod);
  const { isBase64Encoded, ...rest } = request;
  const base64 = change.body === undefined ? isBase64Encoded === true : change.body.isBase64;
  const altered = changedEvent(
    { ...rest, httpMethod: change.body !== undefined && isBodyless ? 'POST' : httpMethod },
    change,
  );
  const { 'content-length': _, ...headers } = altered.headers;
  return { ...altered, headers, ...(base64 ? { isBase64Encoded: true } : {}) };
}

/** What platforms with events do not deliver. */
const ownEdges = [
  {
    name: 'options-request',
    because: 'browsers ask before they send, and no platform answers for a web function',
    source: 'https://fetch.spec.whatwg.org/#cors-preflight-request',
    of: (request: WebRequest) =>
      withoutBody({
        ...request,
        httpMethod: 'OPTIONS',
        headers: {
          ...request.headers,
          origin: 'https://www.example.com',
          'access-control-request-method': 'PUT',
        },
      }),
  },
  {
    name: 'gzip-content-encoding',
    because: 'the body is compressed, and JSON.parse of its bytes throws',
    source: 'RFC 9110, section 8.4',
    of: (request: WebRequest) =>
      changed(request, {
        body: bytesBody('application/json', Uint8Array.from(gzippedJson)),
        headers: { 'content-encoding': 'gzip' },
      }),
  },
  {
    name: 'chunked-body',
    because: 'no Content-Length tells how long the body is',
    source: 'RFC 9112, section 7.1',
    of: (request: WebRequest): WebRequest => ({
      ...changed(request, { body: textBody('application/json', '{"name":"Li Wei"}') }),
      spelling: { isChunked: true },
    }),
  },
  {
    name: 'conditional-request',
    because: 'If-None-Match and If-Modified-Since come together',
    source: 'RFC 9110, section 13',
    of: (request: WebRequest) =>
      changed(request, {
        headers: {
          'if-none-match': '"abc"',
          'if-modified-since': 'Wed, 21 Oct 2015 07:28:00 GMT',
        },
      }),
  },
  {
    name: 'range-request',
    because: 'the client wants a part of it',
    source: 'RFC 9110, section 14',
    of: (request: WebRequest) => changed(request, { headers: { range: 'bytes=5-2,99999999999-' } }),
  },
].map((variant) => variantEdge<WebRequest>(variant));

function withoutBody({ body: _, isBase64Encoded: __, ...request }: WebRequest): WebRequest {
  return request;
}

/** Parsers of queries leave out what comes after so many names or fewer: in Node, and in what is built on it, 1000. */
const maxNames = 100;
const inAnotherOrder = reversed<WebRequest>('queryString');

const relations: readonly MetamorphicRelation<WebRequest>[] = [
  {
    ...inAnotherOrder,
    followUp: (request) =>
      Object.keys(request.queryString).length > maxNames ? undefined : inAnotherOrder.followUp(request),
  },
  headersIn('title-case', 'header names mean the same in any case (RFC 9110, section 5.1)'),
  ...headersOtherwise<WebRequest>(),
  {
    name: 'forged-forwarded-for',
    because: 'a client writes X-Forwarded-For itself, and the platform adds its address behind what it wrote',
    followUp: (request) => withHeader(request, 'x-forwarded-for', '127.0.0.1, 10.0.0.1'),
  },
  {
    name: 'forged-remote-addr',
    because:
      'a client writes X-Scf-Remote-Addr itself, and behind a domain of the user it arrives as it is (captured 2026)',
    followUp: (request) => withHeader(request, 'x-scf-remote-addr', '127.0.0.1'),
  },
  {
    name: 'answer-without-coding',
    because: 'Accept-Encoding says how the answer may travel, and nothing of what it is',
    followUp: (request) => withHeader(request, 'accept-encoding', 'identity'),
  },
  {
    name: 'unknown-validators',
    because:
      'a client has another version than any that there is, so that it gets the one there is (RFC 9110, section 13.1)',
    followUp: (request) =>
      request.httpMethod === 'GET' && headerOf(request.headers, 'if-none-match') === undefined
        ? {
            ...request,
            headers: {
              ...request.headers,
              'if-none-match': '"of-no-version"',
              'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT',
            },
          }
        : undefined,
  },
  {
    name: 'blank-as-plus',
    because: 'forms send a blank in the query as + (https://url.spec.whatwg.org/#urlencoded-serializing)',
    followUp: ({ spelling, ...request }) => {
      const hasBlank = JSON.stringify(request.queryString).includes(' ');
      return hasBlank && spelling?.hasPlus !== true
        ? { ...request, spelling: { ...spelling, hasPlus: true } }
        : undefined;
    },
  },
];

function withHeader(request: WebRequest, name: string, value: string): WebRequest | undefined {
  const { headers } = request;
  const before = headerOf(headers, name);
  return before === value ? undefined : { ...request, headers: { ...headers, [name]: value } };
}

/** Requests to a web function, drawn from what a function URL sends. */
export const web = defineTrigger<WebRequest>({
  name: 'web',
  summary: 'A client requests a web function, whose server gets it as plain HTTP.',
  documentation: documents,
  contract: webContract,
  invocation: 'sync',
  delivery: { relations, isPlainHttp: true },
  retries: 'None; the client gets the error.',
  payloadAt: 'body',
  sample: drawWebRequest,
  edgeCases: [...httpEdgeCases<WebRequest>(changed, [...edgeTextBodies, ...edgeByteBodies]), ...ownEdges],
  rules: [base64Body('web', 'of this description: bytes that are no text are written as Base64')],
  looksLike: isWebRequest,
  decode: decodedBody,
  stretch: { grows: 'body, or the user agent of a request without one', add: stretchedEvent },
});
