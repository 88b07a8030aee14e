import { describeValue } from '../kernel/describeValue.js';
import { isObject } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import { websocketReply } from '../responses/websocketResponses.js';
import { defineMatcher } from './defineMatcher.js';
import type { Finding } from './finding.js';
import { responseFinding } from './validResponse.js';

/** Passes for a reply that accepts and for one that refuses, as long as it is a reply. */
export const toBeValidWebsocketReply = defineMatcher<[connectEvent?: unknown]>({
  name: 'toBeValidWebsocketReply',
  subject: 'reply',
  find: (received, connectEvent) => websocketFinding('toBeValidWebsocketReply', received, connectEvent),
});

/** Judges a reply to the event, which must be one that asks for a connection. */
export function websocketFinding(matcher: string, received: unknown, connectEvent: unknown): Finding {
  if (connectEvent === undefined) return responseFinding(websocketReply, received);
  if (
    isObject(connectEvent) &&
    isObject(connectEvent.websocket) &&
    connectEvent.websocket.action === 'connecting'
  ) {
    return responseFinding(websocketReply, received, { connectEvent });
  }
  throw new Misuse(
    'NO_CONNECT_EVENT',
    `Cannot use ${matcher}: received ${describeValue(connectEvent)} for the connect event. Pass the event that the function got, whose websocket.action is "connecting".`,
  );
}
