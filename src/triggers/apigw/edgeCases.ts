import { bytesBody, textBody } from '../../domain/http/bodies.js';
import { respelled, titleCase } from '../../domain/http/clients.js';
import { edgeByteBodies, edgeTextBodies } from '../../domain/http/edgeBodies.js';
import { changedEvent, type HttpChange } from '../../domain/http/events.js';
import {
  headerSpellings,
  httpEdgeCases,
  sizeVariants,
  type Variant,
  variantEdge,
} from '../../domain/http/variants.js';
import type { ApigwEvent } from '../../generated/apigw.js';
import { inOrder } from '../../kernel/json.js';
import type { EdgeCase } from '../../kernel/trigger.js';

const documents = 'https://cloud.tencent.com/document/product/583/12513';
const captured2019 = 'captured 2019 (scf-go-lib, events/apigw_test.go)';
const captured2021 = 'captured 2021';

/** The changed request as an API gets it that was made in the SCF console: it declares nothing and takes any method. */
function changed(event: ApigwEvent, change: HttpChange): ApigwEvent {
  const { isBase64Encoded = false, requestContext } = event;
  const altered = changedEvent(event, change);
  return {
    ...altered,
    headers: inOrder(altered.headers),
    isBase64Encoded: change.body?.isBase64 ?? isBase64Encoded,
    pathParameters: {},
    queryStringParameters: {},
    requestContext: { ...requestContext, httpMethod: 'ANY', path: '/' },
  };
}

const jsonBody = textBody('application/json', '{"test":"body"}');
const picture = bytesBody('image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff));
const posted = (event: ApigwEvent) => changed(event, { body: jsonBody });

const variants: readonly Variant<ApigwEvent>[] = [
  {
    name: 'documented-profile',
    because:
      'code after the documents reads requestContext.requestId, stageVariables and Title-Case headers; today none of them comes',
    source: documents,
    reports: [
      'apigw/lower-case-headers',
      'apigw/only-documented',
      'apigw/request-id-header',
      'apigw/sent-today',
    ],
    of(event) {
      const { isBase64Encoded, headers, ...rest } = posted(event);
      const {
        requestsource,
        'x-api-requestid': _,
        'x-api-scheme': __,
        'x-b3-traceid': ___,
        ...sent
      } = headers;
      const requestId = 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef';
      return {
        ...rest,
        headers: respelled(sent, titleCase),
        requestContext: { ...rest.requestContext, requestId },
        stageVariables: { stage: rest.requestContext.stage },
      };
    },
  },
  ...headerSpellings<ApigwEvent>('apigw', documents),
  {
    name: 'as-captured-2019',
    because: 'isBase64Encoded, requestsource and x-api-scheme are missing, and three other headers are there',
    source: captured2019,
    reports: ['apigw/sent-today'],
    of(event) {
      const { isBase64Encoded, headers, ...rest } = posted(event);
      const { requestsource: _, 'x-api-scheme': __, ...sent } = headers;
      const old = { 'endpoint-timeout': '15', 'x-anonymous-consumer': 'true', 'x-qualifier': '$LATEST' };
      const host = `${rest.requestContext.serviceId}-1250000001.ap-shanghai.apigateway.myqcloud.com`;
      return { ...rest, headers: inOrder({ ...sent, ...old, host }) };
    },
  },
  {
    name: 'base64-flag-as-text-false',
    because: 'the text "false" is truthy, so text is decoded as Base64',
    source: 'documents of API Gateway on the structure passed to the backend',
    isNeverSent: true,
    reports: ['apigw/sent-today'],
    of: (event) => ({ ...posted(event), isBase64Encoded: 'false' }),
  },
  {
    name: 'base64-flag-as-text-true',
    because: 'a comparison with true fails, so Base64 is taken for the body',
    source: 'documents of API Gateway on the structure passed to the backend',
    isNeverSent: true,
    reports: ['apigw/sent-today'],
    of: (event) => ({
      ...changed(event, { body: picture }),
      isBase64Encoded: 'true',
    }),
  },
  {
    name: 'get-with-body',
    because: 'new Request("…", { method: "GET", body }) throws',
    source: 'RFC 9110, section 9.3.1',
    reports: ['apigw/body-on-get'],
    of: (event) => changed(event, { method: 'GET', body: jsonBody }),
  },
  {
    name: 'key-pair-identity',
    because: 'identity is {} unless the API asks for a key pair, and then secretId is there',
    source: documents,
    of: (event) => ({
      ...event,
      requestContext: { ...event.requestContext, identity: { secretId: 'AKID-EXAMPLE-0001' } },
    }),
  },
  {
    name: 'declared-parameters-not-sent',
    because: 'a declared parameter that the request lacks is "", not undefined',
    source: 'documents of API Gateway on the structure passed to the backend',
    of: (event) => ({ ...event, headerParameters: { Refer: '' }, queryStringParameters: { neverSent: '' } }),
  },
  {
    name: 'no-header-parameters',
    because: 'the key is missing where other events have {}',
    source: captured2021,
    reports: ['apigw/sent-today'],
    of: ({ headerParameters, ...rest }) => rest,
  },
  {
    name: 'path-below-the-api',
    because: 'requestContext.path is only the beginning of path, so comparing them fails',
    source: 'captured 2019 (a blog on SCF behind API Gateway)',
    of: (event) => {
      const api = changed(event, { path: '/admin/tag/new/', query: { url: '/admin/tag/' } });
      return { ...api, requestContext: { ...api.requestContext, path: '/admin' } };
    },
  },
  {
    name: 'constructor-as-path-parameter',
    because: 'names of parameters find what every object has',
    source: 'RFC 3986',
    of: (event) => {
      const api = changed(event, { path: '/users/__proto__' });
      return {
        ...api,
        pathParameters: { constructor: '__proto__' },
        requestContext: { ...api.requestContext, path: '/users/{constructor}' },
      };
    },
  },
  {
    name: 'stage-debug',
    because: 'the stage is none of the three that the documents name',
    source: 'swift-tencent-scf-runtime, its test events',
    reports: ['apigw/stage'],
    of: (event) => ({ ...event, requestContext: { ...event.requestContext, stage: 'debug' } }),
  },
  {
    name: 'websocket-enabled',
    because:
      'the flag of a WebSocket API stands in an HTTP event, and a test for it takes the event for a handshake',
    source: 'the Go structs of the vendor (scf-go-lib)',
    reports: ['apigw/only-documented'],
    of: (event) => ({ ...event, requestContext: { ...event.requestContext, websocketEnable: true } }),
  },
  {
    name: 'unknown-fields',
    because: 'the vendor promises to add fields, and a strict parser refuses them',
    source: documents,
    reports: ['apigw/unknown-field'],
    of: (event) => {
      const added = { FutureField: { nested: true } };
      const identity = { ...event.requestContext.identity, ...added };
      return { ...event, ...added, requestContext: { ...event.requestContext, ...added, identity } };
    },
  },
  ...sizeVariants<ApigwEvent>('apigw', (event) => changed(event, { body: picture })),
];

/** Events of API Gateway that break handlers. */
export const apigwEdgeCases: readonly EdgeCase<ApigwEvent>[] = [
  ...variants.map(variantEdge),
  ...httpEdgeCases(changed, [...edgeTextBodies, ...edgeByteBodies]),
];
