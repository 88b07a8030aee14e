import { base64Of } from '../../kernel/base64.js';
import type { Overrides } from '../../kernel/overrides.js';
import { sample } from '../../kernel/sample.js';
import { websocketClose } from '../../triggers/websocket-close/websocketClose.js';
import {
  type WebsocketConnectEvent,
  websocketConnect,
} from '../../triggers/websocket-connect/websocketConnect.js';
import { type WebsocketDataEvent, websocketData } from '../../triggers/websocket-data/websocketData.js';

/** The triggers of a WebSocket API, by the function that gets their events. */
export const triggerOfRole = {
  register: websocketConnect,
  transfer: websocketData,
  cleanup: websocketClose,
} as const;

/** What a client asks for when it connects. */
export interface Handshake {
  /** Id of the connection; one that is drawn when left out. */
  readonly id?: string;
  /** Sub-protocols that the client offers; none when left out. */
  readonly protocols?: string | readonly string[];
  /** Extensions that the client offers, as in the header; none when left out. */
  readonly extensions?: string;
  /** What the event says about the API and the client; drawn when left out. */
  readonly requestContext?: Overrides<WebsocketConnectEvent['requestContext']>;
}

/** The event of a handshake. It depends on seed, index and the handshake alone. */
export function connectEvent(
  { id, protocols = [], extensions, requestContext }: Handshake,
  seed: string | number,
  index: number,
): WebsocketConnectEvent {
  const drawn = sample(websocketConnect, {
    seed,
    index,
    ...(requestContext === undefined ? {} : { overrides: { requestContext } }),
  });
  const offer = [protocols].flat().join(', ');
  return {
    requestContext: drawn.requestContext,
    websocket: {
      action: 'connecting',
      secConnectionID: id ?? drawn.websocket.secConnectionID,
      ...(offer === '' ? {} : { secWebSocketProtocol: offer }),
      ...(extensions === undefined ? {} : { secWebSocketExtensions: extensions }),
    },
  };
}

/** The event of a message that a client sends. */
export function dataEvent(id: string, message: string | Uint8Array): WebsocketDataEvent {
  const content =
    typeof message === 'string'
      ? { dataType: 'text' as const, data: message }
      : { dataType: 'binary' as const, data: base64Of(message) };
  return { websocket: { action: 'data send', secConnectionID: id, ...content } };
}
