import { clientAddresses } from '../../domain/http/clients.js';
import type { Deployment } from '../../domain/http/deployment.js';
import { knownStage } from '../../domain/http/rules.js';
import {
  connectionEdgeCases,
  connectionId,
  websocketDocuments as documents,
  hasAction,
} from '../../domain/websocket/connection.js';
import { type WebsocketConnectEvent, websocketConnectContract } from '../../generated/websocket-connect.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import type { MetamorphicRelation } from '../../kernel/delivery.js';
import { describeValue } from '../../kernel/describeValue.js';
import type { Draw } from '../../kernel/draw.js';
import type { Overrides } from '../../kernel/overrides.js';
import type { DeploymentRules, EdgeCase, Rule } from '../../kernel/trigger.js';

export type { WebsocketConnectEvent };

type Edge = EdgeCase<WebsocketConnectEvent>;
type Connection = WebsocketConnectEvent['websocket'];

const serviceNames = ['chat_service', 'SCF_API_SERVICE', 'testsvc', 'live_board'];
const paths = ['/ws', '/chat', '/chat/{room}', '/boards/{boardId}/live'];
const stages = ['release', 'release', 'test', 'prepub'];
const protocols = ['chat', 'chat, binary', 'graphql-transport-ws', 'mqtt', 'v12.stomp, v11.stomp'];
const extensions = ['permessage-deflate', 'permessage-deflate; client_max_window_bits'];

function drawEvent(draw: Draw, given: Overrides<WebsocketConnectEvent>): WebsocketConnectEvent {
  const { secConnectionID = connectionId(draw) } = given.websocket ?? {};
  const websocket: Connection = { action: 'connecting', secConnectionID };
  if (draw.chance(0.4)) websocket.secWebSocketProtocol = draw.pick(protocols);
  if (draw.chance(0.4)) websocket.secWebSocketExtensions = draw.pick(extensions);
  return {
    requestContext: {
      serviceName: draw.pick(serviceNames),
      path: draw.pick(paths),
      httpMethod: 'GET',
      requestId: draw.uuid(),
      identity: draw.chance(0.2) ? { secretId: 'AKID-EXAMPLE-0001' } : {},
      sourceIp: draw.pick(clientAddresses),
      stage: draw.pick(stages),
      websocketEnable: true,
    },
    websocket,
  };
}

/** The event of a client that offers exactly this. */
function offer(name: string, because: string, offered: Partial<Connection>, source = documents): Edge {
  return {
    name,
    because,
    source,
    event: (draw, sample) => {
      const { requestContext, websocket } = sample(draw);
      const { action, secConnectionID } = websocket;
      return { requestContext, websocket: { action, secConnectionID, ...offered } };
    },
  };
}

function context(
  name: string,
  because: string,
  changed: Partial<WebsocketConnectEvent['requestContext']>,
  reports?: readonly string[],
): Edge {
  return {
    name,
    because,
    source: documents,
    ...(reports === undefined ? {} : { reports }),
    event: (draw, sample) => {
      const event = sample(draw);
      return { ...event, requestContext: { ...event.requestContext, ...changed } };
    },
  };
}

const handshake = 'RFC 6455, section 4.1';
const added = { FutureField: { nested: true } };

const edgeCases: readonly Edge[] = [
  ...connectionEdgeCases<WebsocketConnectEvent>('websocket-connect'),
  offer('nothing-offered', 'both keys are absent, and reading one gives undefined', {}),
  offer('protocols-alone', 'extensions are absent while protocols are there', {
    secWebSocketProtocol: 'chat, binary',
  }),
  offer('extensions-alone', 'protocols are absent while extensions are there', {
    secWebSocketExtensions: 'permessage-deflate; client_max_window_bits',
  }),
  offer('protocols-without-spaces', 'splitting at ", " finds one protocol (the Chinese page has no space)', {
    secWebSocketProtocol: 'chat,binary',
    secWebSocketExtensions: 'extension1,extension2',
  }),
  offer(
    'extensions-with-parameters',
    'splitting at ";" takes parameters for extensions, as the vendor\'s Python demo does',
    {
      secWebSocketExtensions:
        'permessage-deflate; server_no_context_takeover; client_max_window_bits=15, x-webkit-deflate-frame',
    },
    'RFC 7692',
  ),
  offer(
    'credentials-as-protocol',
    'browsers cannot set headers, so clients smuggle credentials as a protocol',
    {
      secWebSocketProtocol: 'access, example-credential',
    },
    handshake,
  ),
  offer(
    'prototype-protocol',
    'a table of protocols finds the prototype',
    { secWebSocketProtocol: '__proto__, constructor' },
    handshake,
  ),
  offer(
    'empty-offers',
    'both texts are "", which is falsy and still there',
    { secWebSocketProtocol: '', secWebSocketExtensions: '' },
    handshake,
  ),
  offer(
    'many-protocols',
    'the list is longer than columns and logs allow',
    { secWebSocketProtocol: Array.from({ length: 200 }, (_, i) => `protocol-${i}`).join(', ') },
    handshake,
  ),
  context(
    'stage-of-documents',
    'the documented example says "prod", which no environment is called',
    { stage: 'prod' },
    ['websocket-connect/stage'],
  ),
  context(
    'path-with-placeholder',
    'path is the template: which room was asked for stands nowhere in the event',
    {
      path: '/chat/{room}',
    },
  ),
  context('no-identity', 'identity is {} without authentication', { identity: {} }),
  context('key-pair-identity', 'identity has secretId only with a key pair', {
    identity: { secretId: 'AKID-EXAMPLE-0001' },
  }),
  {
    name: 'unknown-context-fields',
    because: 'the vendor promises to add fields to requestContext',
    source: documents,
    reports: ['websocket-connect/unknown-field'],
    event: (draw, sample) => {
      const { requestContext, websocket } = sample(draw);
      const identity = { ...requestContext.identity, ...added };
      return { requestContext: { ...requestContext, ...added, identity }, websocket };
    },
  },
];

const methodOfHandshake: Rule<WebsocketConnectEvent> = {
  name: 'websocket-connect/method',
  holds: 'A handshake is a GET.',
  severity: 'error',
  source: handshake,
  check({ requestContext: { httpMethod } }, report) {
    if (httpMethod === 'GET') return;
    report(['requestContext', 'httpMethod'], { expected: '"GET"', received: describeValue(httpMethod) });
  },
};

const offersSpacedOtherwise: MetamorphicRelation<WebsocketConnectEvent> = {
  name: 'offers-spaced-otherwise',
  because: 'clients separate what they offer with or without a space behind the comma',
  followUp(event) {
    const { secWebSocketProtocol: protocols } = event.websocket;
    if (protocols === undefined || !protocols.includes(',')) return undefined;
    const secWebSocketProtocol = /,\s/.test(protocols)
      ? protocols.replaceAll(/,\s+/g, ',')
      : protocols.replaceAll(',', ', ');
    return { ...event, websocket: { ...event.websocket, secWebSocketProtocol } };
  },
};

/** The path of a WebSocket API, as the event gives it, and its environment. */
const deployment: DeploymentRules<WebsocketConnectEvent> = {
  facts: ['pathPrefix', 'stage'],
  formOf(facts) {
    const { pathPrefix, stage }: Deployment = facts;
    return {
      settle(event) {
        const { requestContext } = event;
        const { path, stage: drawn } = requestContext;
        if ((pathPrefix ?? path) === path && (stage ?? drawn) === drawn) return event;
        const own = { path: pathPrefix ?? path, stage: stage ?? drawn };
        return { ...event, requestContext: { ...requestContext, ...own } };
      },
    };
  },
};

/** A client asks for a WebSocket connection. */
export const websocketConnect = defineTrigger<WebsocketConnectEvent>({
  name: 'websocket-connect',
  summary:
    'A client asks a WebSocket API of API Gateway for a connection; the registration function decides.',
  documentation: documents,
  contract: websocketConnectContract,
  invocation: 'sync',
  delivery: {
    response: 'websocket-reply',
    relations: [offersSpacedOtherwise],
    idsOf: ({ websocket }) => [websocket.secConnectionID],
  },
  deployment,
  retries: 'None; the connection is refused.',
  sample: drawEvent,
  edgeCases,
  rules: [methodOfHandshake, knownStage('websocket-connect')],
  looksLike: (value) => hasAction(value, ['connecting']),
});
