import { bytesBody, type HttpBody, textBody } from '../../domain/http/bodies.js';
import { respelled, titleCase } from '../../domain/http/clients.js';
import { type EdgeBody, edgeByteBodies, edgeTextBodies } from '../../domain/http/edgeBodies.js';
import { edgeHeaders, edgePaths } from '../../domain/http/edgeRequests.js';
import type { ClbEvent } from '../../generated/clb.js';
import { jsonBytes } from '../../kernel/json.js';
import { largestEventBytes } from '../../kernel/limits.js';
import type { EdgeCase } from '../../kernel/trigger.js';
import { encodedBody, stretchedPayload } from './payload.js';

type Edge = EdgeCase<ClbEvent>;
type Headers = Readonly<Record<string, string>>;

const documents = 'https://cloud.tencent.com/document/product/583/52635';
const quotas = 'https://cloud.tencent.com/document/product/583/11637';

function withBody(event: ClbEvent, body: HttpBody): ClbEvent {
  return { headers: { ...event.headers, 'Content-type': body.contentType }, ...encodedBody(body) };
}

function withHeaders(event: ClbEvent, headers: Headers): ClbEvent {
  return { ...event, headers: { ...event.headers, ...headers } };
}

/** The event without the headers of those names. */
function withoutHeaders(event: ClbEvent, ...names: readonly string[]): ClbEvent {
  const kept = Object.entries(event.headers).filter(([name]) => !names.includes(name));
  return { ...event, headers: Object.fromEntries(kept) };
}

const configured = ['X-Method', 'X-Real-Port', 'X-Uri', 'X-Vip', 'X-Vport'];
const jsonBody = textBody('application/json', '{"key1":"123","key2":"abc"}');

function edge(
  name: string,
  because: string,
  of: (event: ClbEvent) => ClbEvent,
  { source = documents, reports }: { source?: string; reports?: readonly string[] } = {},
): Edge {
  const event: Edge['event'] = (draw, sample) => of(sample(draw));
  return { name, because, source, event, ...(reports === undefined ? {} : { reports }) };
}

/** An event of Base64 that is so many bytes larger than a synchronous invocation allows. */
function beyondLimit(event: ClbEvent, bytes: number): ClbEvent {
  const small = withBody(event, bytesBody('image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff)));
  return stretchedPayload(small, largestEventBytes.sync + bytes - jsonBytes(small));
}

const variants: readonly Edge[] = [
  edge(
    'no-configured-headers',
    'without X-Method and X-Uri the event says neither method nor path',
    (event) => withoutHeaders(event, ...configured),
  ),
  edge(
    'header-names-in-lower-case',
    'headers["User-Agent"] is undefined',
    (event) => ({
      ...event,
      headers: respelled(event.headers, (name) => name.toLowerCase()),
    }),
    {
      source: 'x-stgw-time in lower case in captures of the same gateway',
      reports: ['clb/title-case-headers'],
    },
  ),
  edge(
    'header-names-in-capitals',
    'neither lower case nor Title-Case finds a header',
    (event) => ({
      ...event,
      headers: respelled(event.headers, (name) => name.toUpperCase()),
    }),
    { source: 'RFC 9110, section 5.1' },
  ),
  edge(
    'content-type-in-title-case',
    'the documents write Content-type with a small t, and HTTP Content-Type',
    (event) => ({
      ...event,
      headers: respelled(event.headers, (name) => (name === 'Content-type' ? 'Content-Type' : name)),
    }),
    { source: 'RFC 9110, section 5.1' },
  ),
  edge('old-header-spellings', 'the Chinese page once named X-Url and X-Forward-For', (event) =>
    withHeaders(event, { 'X-Url': '/scf_location', 'X-Forward-For': '203.0.113.7' }),
  ),
  edge(
    'several-proxies',
    'X-Forwarded-For is a list, and its first address is whatever the client wrote',
    (event) => withHeaders(event, { 'X-Forwarded-For': '127.0.0.1, unknown, 203.0.113.7' }),
  ),
  edge(
    'no-flag',
    'isBase64Encoded is missing',
    (event) => {
      const { isBase64Encoded, ...rest } = withBody(event, jsonBody);
      return rest;
    },
    { source: 'the English page of 2022', reports: ['clb/flag-as-text'] },
  ),
  edge(
    'flag-as-boolean',
    'isBase64Encoded === "false" fails',
    (event) => ({
      ...withBody(event, jsonBody),
      isBase64Encoded: false,
    }),
    { source: 'as in answers; accepted, not documented for events', reports: ['clb/flag-as-text'] },
  ),
  edge('flag-false-is-truthy', 'the text "false" is truthy, so a JSON object is decoded as Base64', (event) =>
    withBody(event, jsonBody),
  ),
  edge(
    'no-content-type',
    'nothing says what the body is',
    (event) => withoutHeaders(withBody(event, textBody('text/plain', 'hello')), 'Content-type'),
    { source: 'RFC 9110, section 8.3' },
  ),
  edge('javascript-body', 'the body is text under application/', (event) =>
    withBody(event, textBody('application/javascript', 'alert("hi")')),
  ),
  edge('xml-body', 'the body is text under application/', (event) =>
    withBody(event, textBody('application/xml', '<a b="c">d</a>')),
  ),
  edge('html-body', 'the body is markup, and answering with it runs scripts', (event) =>
    withBody(event, textBody('text/html; charset=utf-8', '<script>alert(1)</script>')),
  ),
  edge('form-as-base64', 'a form is neither text/* nor JSON, so it comes as Base64', (event) =>
    withBody(event, textBody('application/x-www-form-urlencoded', 'name=Li+Wei&rating=5')),
  ),
  edge('json-lines', 'the type is application/x-ndjson, so lines of JSON come as Base64', (event) =>
    withBody(event, textBody('application/x-ndjson', '{"a":1}\n{"a":2}\n')),
  ),
  {
    ...edge(
      'ids-above-2-53',
      'JSON.parse of the event rounds the number',
      (event) => withBody(event, textBody('application/json', '{"orderId":9007199254740992}')),
      { source: 'RFC 8259, section 6' },
    ),
    text: (draw, sample) =>
      JSON.stringify(
        withBody(sample(draw), textBody('application/json', '{"orderId":"9007199254740993"}')),
      ).replace('"9007199254740993"', '9007199254740993'),
  },
  edge(
    'json-nested-1000-levels',
    'recursive code runs out of stack',
    (event) => withBody(event, textBody('application/json', `${'['.repeat(1000)}${']'.repeat(1000)}`)),
    { source: 'RFC 8259, section 9' },
  ),
  edge(
    'unknown-fields',
    'the vendor promises to add fields, and a strict parser refuses them',
    (event) => Object.assign(withHeaders(event, { 'X-Future': '1' }), { FutureField: { nested: true } }),
    { reports: ['clb/unknown-field'] },
  ),
  edge(
    'exactly-6-mb',
    'the event is as large as it may be, once its payload is Base64',
    (event) => beyondLimit(event, 0),
    { source: quotas },
  ),
  edge(
    'one-byte-over-6-mb',
    'the event is too large for SCF, and the function never sees it',
    (event) => beyondLimit(event, 1),
    {
      source: quotas,
      reports: ['clb/fits-sync-invocation'],
    },
  ),
];

/** Texts that a parsed payload cannot hold: the balancer's parser settled what they mean, or JSON.stringify gives up. */
const lostByParsing = ['json-nested-deeply', 'json-huge-number', 'json-id-above-2-53', 'json-repeated-field'];

function ofBody({ body, ...about }: EdgeBody): Edge {
  return { ...about, event: (draw, sample) => withBody(sample(draw), body(draw)) };
}

const ofHeaders = edgeHeaders.map(
  ({ change, ...about }): Edge => ({
    ...about,
    event: (draw, sample) => withHeaders(sample(draw), respelled(change().headers ?? {}, titleCase)),
  }),
);

const ofPaths = edgePaths.map(
  ({ change, ...about }): Edge => ({
    ...about,
    event: (draw, sample) => withHeaders(sample(draw), { 'X-Method': 'POST', 'X-Uri': change().path ?? '/' }),
  }),
);

/** Events of a load balancer that break handlers. */
export const clbEdgeCases: readonly Edge[] = [
  ...variants,
  ...ofHeaders,
  ...ofPaths,
  ...[...edgeTextBodies, ...edgeByteBodies].filter(({ name }) => !lostByParsing.includes(name)).map(ofBody),
];
