import { textBody } from '../../domain/http/bodies.js';
import { edgeTextBodies } from '../../domain/http/edgeBodies.js';
import { changedEvent, type HttpChange } from '../../domain/http/events.js';
import {
  headerSpellings,
  httpEdgeCases,
  sizeVariants,
  type Variant,
  variantEdge,
} from '../../domain/http/variants.js';
import type { FunctionUrlEvent } from '../../generated/function-url.js';
import { inOrder } from '../../kernel/json.js';
import type { EdgeCase } from '../../kernel/trigger.js';

const documents = 'https://cloud.tencent.com/document/product/583/96099';
const measured = 'measured by a public handler in 2026';

function changed(event: FunctionUrlEvent, change: HttpChange): FunctionUrlEvent {
  const altered = changedEvent({ ...event, ...methodFor(event, change) }, change);
  const written = change.headers?.['x-forwarded-for'];
  const own = event.headers['x-forwarded-for'];
  const forwarded =
    written === undefined || own === undefined ? {} : { 'x-forwarded-for': `${written}, ${own}` };
  return { ...altered, headers: inOrder({ ...altered.headers, ...forwarded }) };
}

/** A body makes a POST of a method that has none; the event itself always has one, be it "". */
function methodFor({ httpMethod }: FunctionUrlEvent, { body, method }: HttpChange): { httpMethod: string } {
  const hasNone = ['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(httpMethod);
  return { httpMethod: body !== undefined && method === undefined && hasNone ? 'POST' : httpMethod };
}

function remote(name: string, because: string, address: string, sourceIp: string): Variant<FunctionUrlEvent> {
  return {
    name,
    because,
    source: 'handled by public handlers of 2026',
    of: (event) => ({
      ...changed(event, { headers: { 'x-scf-remote-addr': address } }),
      requestContext: { sourceIp },
    }),
  };
}

const variants: readonly Variant<FunctionUrlEvent>[] = [
  {
    name: 'documented-length',
    because: "content-length is not the body's: the documented example says 17 for 22 bytes",
    source: documents,
    reports: ['function-url/content-length'],
    of: (event) =>
      changed(event, {
        body: textBody('application/json', '{"test":"hello world"}'),
        headers: { 'content-length': '17' },
      }),
  },
  {
    name: 'documented-form',
    because:
      'the documents show five keys: event.requestContext.sourceIp throws, and body is undefined on GET',
    source: documents,
    of({ body, headers, httpMethod, path, queryString }) {
      const { 'x-scf-request-id': _, ...sent } = headers;
      return { ...(body === '' ? {} : { body }), headers: sent, httpMethod, path, queryString };
    },
  },
  {
    name: 'short-form-with-request-context',
    because:
      'requestContext stands beside the documented five keys, and adapters take its presence for API Gateway',
    source: measured,
    of({ body, headers, httpMethod, path, queryString, requestContext }) {
      return {
        ...(body === '' ? {} : { body }),
        headers,
        httpMethod,
        path,
        queryString,
        ...(requestContext && { requestContext }),
      };
    },
  },
  {
    name: 'query-beside-empty-parameters',
    because: 'queryStringParameters is {}, and adapters that read it lose the query',
    source: 'captured 2025',
    of: (event) => changed(event, { query: { city: 'Paris', page: '2' } }),
  },
  remote(
    'remote-address-with-port',
    'the address is not an IP address until the port is cut off',
    '203.0.113.7:51234',
    '203.0.113.7',
  ),
  remote('remote-address-of-ipv6', 'splitting at ":" takes the address apart', '2001:db8::7', '2001:db8::7'),
  remote(
    'remote-address-of-ipv6-with-port',
    'the address stands in brackets',
    '[2001:db8::7]:51234',
    '2001:db8::7',
  ),
  {
    name: 'no-remote-address',
    because: 'the header is missing on a custom domain, and rate limits by address see undefined',
    source: 'captured 2026: not added on a custom domain',
    isOptional: true,
    of: (event) => {
      const { 'x-scf-remote-addr': _, ...headers } = event.headers;
      return { ...event, headers: { ...headers, host: 'api.example.com' } };
    },
  },
  {
    name: 'request-domain',
    because: 'the domain that was asked for stands in a header of its own beside host',
    source: 'read by a public handler',
    of: (event) =>
      changed(event, { headers: { 'x-scf-request-domain': event.headers.host ?? 'api.example.com' } }),
  },
  {
    name: 'empty-body-on-get',
    because: 'body is "", and JSON.parse("") throws',
    source: 'captured 2025',
    of: (event) => ({ ...event, body: '', httpMethod: 'GET', headers: withoutBodyHeaders(event.headers) }),
  },
  {
    name: 'post-without-body',
    because: 'body is undefined, and JSON.parse(undefined) throws',
    source: 'handled by public handlers of 2026',
    reports: ['function-url/body-of-post'],
    of: ({ body, ...event }) => ({
      ...event,
      httpMethod: 'POST',
      headers: withoutBodyHeaders(event.headers),
    }),
  },
  ...headerSpellings<FunctionUrlEvent>(
    'function-url',
    'https://cloud.tencent.com/document/product/583/12513',
  ).map((spelling) => ({ ...spelling, isNeverSent: true })),
  {
    name: 'unknown-fields',
    because: 'the vendor may add fields, and a strict parser refuses them',
    source: documents,
    reports: ['function-url/unknown-field'],
    of: (event) => {
      const added = { FutureField: { nested: true } };
      return { ...event, ...added, requestContext: { ...event.requestContext, ...added } };
    },
  },
  ...sizeVariants<FunctionUrlEvent>('function-url', (event) =>
    changed(event, { body: textBody('text/plain', '') }),
  ),
];

function withoutBodyHeaders(headers: FunctionUrlEvent['headers']): FunctionUrlEvent['headers'] {
  const { 'content-length': _, 'content-type': __, ...rest } = headers;
  return rest;
}

/** Events of function URLs that break handlers. */
export const functionUrlEdgeCases: readonly EdgeCase<FunctionUrlEvent>[] = [
  ...variants.map(variantEdge),
  // On a domain of the user's there is no x-scf-remote-addr: see no-remote-address.
  ...httpEdgeCases(changed, edgeTextBodies).filter(({ name }) => name !== 'own-domain'),
];
