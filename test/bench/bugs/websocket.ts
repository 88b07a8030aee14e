import type { WebsocketCloseEvent } from '../../../src/generated/websocket-close.js';
import type { WebsocketConnectEvent } from '../../../src/generated/websocket-connect.js';
import type { BugCase } from './cases.js';
import { closeEvent, connectEvent } from './events.js';
import { isRecord, parsed, reply, urlPart } from './support.js';

/** The handshake of a WebSocket connection. */
export const websocketConnectBugs: readonly BugCase<WebsocketConnectEvent>[] = [
  {
    name: 'websocket-connect-id-not-returned',
    class: 'handshake-incomplete',
    trigger: 'websocket-connect',
    because: 'the gateway accepts only an answer that names the connection again',
    buggy: (world) => async (event) => {
      await world.db.put(`peer:${event.websocket.secConnectionID}`, { room: 'lobby' });
      return { errNo: 0, errMsg: 'ok', websocket: { action: 'connecting' } };
    },
    fixed: (world) => async (event) => {
      await world.db.put(`peer:${event.websocket.secConnectionID}`, { room: 'lobby' });
      return accepted(event);
    },
    property: ({ event, result }) => connectionIn(result).secConnectionID === event.websocket.secConnectionID,
    witness: () => ({ events: [connectEvent()] }),
  },
  {
    name: 'websocket-connect-protocol-not-answered',
    class: 'sub-protocol-not-answered',
    trigger: 'websocket-connect',
    because: 'a browser that offers sub-protocols closes a connection that chose none',
    buggy: (world) => async (event) => {
      await world.db.put(`peer:${event.websocket.secConnectionID}`, { room: 'lobby' });
      return accepted(event);
    },
    fixed: (world) => async (event) => {
      await world.db.put(`peer:${event.websocket.secConnectionID}`, { room: 'lobby' });
      const [first] = offered(event);
      return accepted(event, first);
    },
    property: ({ event, result }) =>
      offered(event).length === 0 || typeof connectionIn(result).secWebSocketProtocol === 'string',
    witness: () => ({ events: [connectEvent({ secWebSocketProtocol: 'chat, binary' })] }),
  },
  {
    name: 'websocket-connect-whole-offer-answered',
    class: 'offer-echoed',
    trigger: 'websocket-connect',
    because: 'the answer must be one of the offered protocols, not the whole list',
    buggy: () => async (event) => {
      const protocol = event.websocket.secWebSocketProtocol;
      return accepted(event, protocol);
    },
    fixed: () => async (event) => {
      const [protocol] = offered(event);
      return accepted(event, protocol);
    },
    property: ({ result }) => !String(connectionIn(result).secWebSocketProtocol ?? '').includes(','),
    witness: () => ({ events: [connectEvent({ secWebSocketProtocol: 'chat, binary' })] }),
  },
  {
    name: 'websocket-connect-offer-split-at-comma-and-space',
    class: 'list-separator',
    trigger: 'websocket-connect',
    because: 'clients separate the list with or without a space',
    buggy: () => async (event) => {
      const offer = (event.websocket.secWebSocketProtocol ?? '').split(', ').filter(Boolean);
      return accepted(event, offer[0]);
    },
    fixed: () => async (event) => {
      const offer = (event.websocket.secWebSocketProtocol ?? '').split(/\s*,\s*/).filter(Boolean);
      return accepted(event, offer[0]);
    },
    witness: () => ({ events: [connectEvent({ secWebSocketProtocol: 'chat,binary' })] }),
  },
  {
    name: 'websocket-connect-protocol-inside-word',
    class: 'substring-match',
    trigger: 'websocket-connect',
    because: 'the text "superchat" includes "chat", the list does not: the client gets what it did not offer',
    buggy: () => async (event) => {
      const chat = event.websocket.secWebSocketProtocol?.includes('chat') ?? false;
      return accepted(event, chat ? 'chat' : undefined);
    },
    fixed: () => async (event) => {
      const chat = offered(event).includes('chat');
      return accepted(event, chat ? 'chat' : undefined);
    },
    witness: () => ({ events: [connectEvent({ secWebSocketProtocol: 'superchat' })] }),
  },
  {
    name: 'websocket-connect-reads-cookie',
    class: 'missing-headers-assumed',
    trigger: 'websocket-connect',
    because: 'the connecting event has neither headers nor query string',
    buggy: () => async (event) => {
      const request = event as WebsocketConnectEvent & { headers: Record<string, string> };
      const session = request.headers.cookie ?? 'guest';
      return session === 'blocked' ? refused(event, 'blocked') : accepted(event);
    },
    fixed: () => async (event) => {
      const session = event.requestContext.identity.secretId ?? 'guest';
      return session === 'blocked' ? refused(event, 'blocked') : accepted(event);
    },
    witness: () => ({ events: [connectEvent()] }),
  },
  {
    name: 'websocket-connect-answers-http',
    class: 'refused-response',
    trigger: 'websocket-connect',
    because: 'a handshake is answered with errNo; a statusCode means nothing to the gateway',
    buggy: (world) => async (event) => {
      await world.db.put(`peer:${event.websocket.secConnectionID}`, { room: event.requestContext.path });
      return reply(200, { connected: true });
    },
    fixed: (world) => async (event) => {
      await world.db.put(`peer:${event.websocket.secConnectionID}`, { room: event.requestContext.path });
      return accepted(event);
    },
    property: ({ result }) => isRecord(result) && result.errNo === 0,
    witness: () => ({ events: [connectEvent()] }),
  },
  {
    name: 'websocket-connect-registration-swallowed',
    class: 'swallowed-error',
    trigger: 'websocket-connect',
    because: 'the client is accepted though nobody knows it: it never gets a message',
    buggy: (world) => async (event) => {
      const id = event.websocket.secConnectionID;
      await world.db
        .put(`peer:${id}`, { room: 'lobby' })
        .catch((error) => world.log('cannot register', error));
      return accepted(event);
    },
    fixed: (world) => async (event) => {
      const id = event.websocket.secConnectionID;
      try {
        await world.db.put(`peer:${id}`, { room: 'lobby' });
      } catch (error) {
        world.log('cannot register', error);
        return refused(event, 'try again later');
      }
      return accepted(event);
    },
    witness: () => ({ events: [connectEvent()], failCall: 1 }),
  },
];

/** The end of a WebSocket connection. */
export const websocketCloseBugs: readonly BugCase<WebsocketCloseEvent>[] = [
  {
    name: 'websocket-close-encoded-key',
    class: 'key-written-differently',
    trigger: 'websocket-close',
    because: 'the id was stored raw and is deleted percent-encoded: ids with = or + are never forgotten',
    buggy: (world) => async (event) => {
      await world.db.delete(`peer:${urlPart(event.websocket.secConnectionID)}`);
    },
    fixed: (world) => async (event) => {
      await world.db.delete(`peer:${event.websocket.secConnectionID}`);
    },
    property: ({ event, left }) => !(`peer:${event.websocket.secConnectionID}` in left.db),
    witness: () => ({ events: [closeEvent('U0dWc2JHOHhNak0wTlRZMw==')] }),
  },
  {
    name: 'websocket-close-farewell-first',
    class: 'cleanup-after-failure',
    trigger: 'websocket-close',
    because: 'when the farewell fails, the cleanup behind it never happens',
    buggy: (world) => async (event) => {
      const id = event.websocket.secConnectionID;
      await world.queue.send('left', { id }, { dedupeId: id });
      await world.db.put(`gone:${id}`, true);
    },
    fixed: (world) => async (event) => {
      const id = event.websocket.secConnectionID;
      try {
        await world.queue.send('left', { id }, { dedupeId: id });
      } finally {
        await world.db.put(`gone:${id}`, true);
      }
    },
    witness: () => ({ events: [closeEvent()], failCall: 1, once: true }),
  },
  {
    name: 'websocket-close-unknown-peer',
    class: 'unknown-id-crashes',
    trigger: 'websocket-close',
    because: 'a connection that never registered, or closed before, is not in the store',
    buggy: (world) => async (event) => {
      const id = event.websocket.secConnectionID;
      const peer = (await world.db.get(`peer:${id}`)) as { room: string };
      await world.db.put(`left:${peer.room}:${id}`, true);
    },
    fixed: (world) => async (event) => {
      const id = event.websocket.secConnectionID;
      const peer = await world.db.get(`peer:${id}`);
      const room = isRecord(peer) ? peer.room : 'unknown';
      await world.db.put(`left:${room}:${id}`, true);
    },
    witness: () => ({ events: [closeEvent('bmV2ZXIgc2VlbiBiZWZvcmU=')] }),
  },
  {
    name: 'websocket-close-not-awaited',
    class: 'unawaited-work',
    trigger: 'websocket-close',
    because: 'the function ends before the store has forgotten the connection',
    buggy: (world) => async (event) => {
      world.db.put(`closed:${event.websocket.secConnectionID}`, true);
      return 'bye';
    },
    fixed: (world) => async (event) => {
      await world.db.put(`closed:${event.websocket.secConnectionID}`, true);
      return 'bye';
    },
    property: ({ event, left }) => left.db[`closed:${event.websocket.secConnectionID}`] === true,
    witness: () => ({ events: [closeEvent()] }),
  },
  {
    name: 'websocket-close-id-as-pattern',
    class: 'regex-from-input',
    trigger: 'websocket-close',
    because: 'ids are Base64, and + means repetition in a regular expression',
    buggy: (world) => async (event) => {
      const pattern = new RegExp(`:${event.websocket.secConnectionID}$`);
      for (const key of await world.db.keys('peer:')) {
        if (pattern.test(key)) await world.db.delete(key);
      }
    },
    fixed: (world) => async (event) => {
      const suffix = `:${event.websocket.secConnectionID}`;
      for (const key of await world.db.keys('peer:')) {
        if (key.endsWith(suffix)) await world.db.delete(key);
      }
    },
    property: ({ event, left }) => !(`peer:${event.websocket.secConnectionID}` in left.db),
    witness: () => ({ events: [closeEvent('cGx1cy+zbGFzaC9lcXVhbA==')] }),
  },
];

function offered({ websocket }: WebsocketConnectEvent): string[] {
  return (websocket.secWebSocketProtocol ?? '').split(/\s*,\s*/).filter(Boolean);
}

function accepted({ websocket: { secConnectionID } }: WebsocketConnectEvent, secWebSocketProtocol?: string) {
  const protocol = secWebSocketProtocol === undefined ? {} : { secWebSocketProtocol };
  return { errNo: 0, errMsg: 'ok', websocket: { action: 'connecting', secConnectionID, ...protocol } };
}

function refused(event: WebsocketConnectEvent, errMsg: string) {
  return { ...accepted(event), errNo: 1, errMsg };
}

function connectionIn(result: unknown): Record<string, unknown> {
  const value = typeof result === 'string' ? parsed(result) : result;
  return isRecord(value) && isRecord(value.websocket) ? value.websocket : {};
}
