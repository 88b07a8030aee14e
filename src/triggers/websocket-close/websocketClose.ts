import {
  connectionEdgeCases,
  connectionId,
  hasAction,
  websocketDocuments,
} from '../../domain/websocket/connection.js';
import { type WebsocketCloseEvent, websocketCloseContract } from '../../generated/websocket-close.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';

export type { WebsocketCloseEvent };

/** A client closes its WebSocket connection. */
export const websocketClose = defineTrigger<WebsocketCloseEvent>({
  name: 'websocket-close',
  summary: 'A client closes its WebSocket connection; the cleanup function forgets the id.',
  documentation: websocketDocuments,
  contract: websocketCloseContract,
  invocation: 'sync',
  delivery: { response: 'websocket-result' },
  retries: 'None; the connection is gone whatever the function answers.',
  sample(draw, given): WebsocketCloseEvent {
    const { secConnectionID = connectionId(draw) } = given.websocket ?? {};
    return { websocket: { action: 'closing', secConnectionID } };
  },
  edgeCases: connectionEdgeCases<WebsocketCloseEvent>('websocket-close'),
  rules: [],
  looksLike: (value) => hasAction(value, ['closing']),
});
