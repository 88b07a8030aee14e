import { connectionId } from './domain/websocket/connection.js';
import type { Draw, DrawRequest, Payload } from './kernel/draw.js';
import { Misuse } from './kernel/misuse.js';
import { withOverrides } from './kernel/overrides.js';
import { defaultSeed, requestOf, requireIndex } from './kernel/sample.js';
import { SeededDraw } from './kernel/seededDraw.js';
import {
  type WebsocketCloseEvent,
  type WebsocketConnectEvent,
  type WebsocketDataEvent,
  websocketClose,
  websocketConnect,
  websocketData,
} from './triggers/index.js';

/** The events of one connection; all of them carry the same id. */
export interface WebsocketLife {
  readonly connect: WebsocketConnectEvent;
  readonly messages: readonly WebsocketDataEvent[];
  readonly close: WebsocketCloseEvent;
}

/** Which life to draw. */
export interface WebsocketLifeOptions {
  /** Any text or number; the same seed gives the same life. 42 when left out. */
  readonly seed?: string | number;
  /** Which life of the seed's stream, from 0. */
  readonly index?: number;
  /** How many messages the client sends; 0 to 8 when left out. */
  readonly messages?: number;
  /** What the messages say. */
  readonly payload?: Payload;
  /** 0 (realistic, the default) to 1: how much boundary values are preferred. */
  readonly hostile?: number;
}

const mostMessages = 8;

/**
 * Draws the life of a WebSocket connection: the handshake, what the client sends, and its end.
 *
 * @throws Misuse when an option cannot be fulfilled.
 * @example
 * const { connect, messages, close } = websocketLife({ seed: 42, messages: 3 });
 * const ids = [connect, ...messages, close].map((event) => event.websocket.secConnectionID);
 * new Set(ids).size; // 1
 */
export function websocketLife(options: WebsocketLifeOptions = {}): WebsocketLife {
  const { seed = defaultSeed, index = 0, messages, payload, hostile = 0 } = options;
  if (messages !== undefined && !(Number.isSafeInteger(messages) && messages >= 0)) {
    throw new Misuse(
      'INVALID_COUNT',
      `Cannot draw ${messages} messages: the count must be a whole number from 0.`,
    );
  }
  requireIndex(index);
  const request: DrawRequest = requestOf(websocketData, {
    hostile,
    ...(payload === undefined ? {} : { payload }),
  });
  return drawWebsocketLife(new SeededDraw(seed, 'websocket-life', request).restart(index), messages);
}

/** Draws a life from any source of choices, so that fast-check shrinks it to fewer and simpler messages. */
export function drawWebsocketLife(draw: Draw, messages?: number): WebsocketLife {
  const fixed = { websocket: { secConnectionID: connectionId(draw) } };
  return {
    connect: withOverrides(websocketConnect.sample(draw), fixed),
    messages: draw.list(messages ?? 0, messages ?? mostMessages, () =>
      withOverrides(websocketData.sample(draw), fixed),
    ),
    close: withOverrides(websocketClose.sample(draw), fixed),
  };
}
