import type { IncomingMessage } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { jsonBytes } from '../../kernel/json.js';
import { largestEventBytes } from '../../kernel/limits.js';
import type { FakeClient } from '../push/connection.js';
import type { FakeGateway } from '../push/fakeGateway.js';
import { dataEvent, triggerOfRole } from '../push/lifeEvents.js';
import type { Semaphore } from '../semaphore.js';
import { messageOf, refuseSocket, type UpgradeRequest, within } from './httpServer.js';
import { shownRequest } from './incoming.js';
import type { ServeLimits } from './limits.js';
import type { Reporter } from './served.js';

/** What stands between WebSocket clients and a gateway. */
export interface WebsocketService {
  upgrade(request: UpgradeRequest): Promise<void>;
  /** Ends all connections and waits for what is under way, but no longer than `graceMs`. */
  close(): Promise<void>;
}

/** What real sockets need to meet a gateway. */
export interface WebsocketParts {
  readonly gateway: FakeGateway;
  readonly limits: ServeLimits;
  readonly report: Reporter;
  /** Lets in as many invocations at a time as there are instances. */
  readonly enter: Semaphore;
}

/** Most messages of one client that wait for their turn; then its socket is not read for a while. */
const maxWaiting = 64;
/** A client that does not read loses its connection when so much waits for it. */
const maxUnsentBytes = 16 * 1024 * 1024;

/**
 * Lets real sockets take part in a gateway: each is a client of it. The messages of one client reach the transfer function
 * one after another, those of several at the same time.
 */
export function websocketService({ gateway, limits, report, enter }: WebsocketParts): WebsocketService {
  const protocols = new WeakMap<IncomingMessage, string>();
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: largestEventBytes.sync,
    handleProtocols: (_, request) => protocols.get(request) || false,
  });
  const underWay = new Set<Promise<unknown>>();
  const track = (work: Promise<unknown>): void => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  const answered = new WeakSet<WebSocket>();
  const heartbeat = setInterval(() => {
    for (const socket of server.clients) {
      // What a paused one has to say is not heard yet.
      if (answered.delete(socket) || socket.isPaused) socket.ping();
      else socket.terminate();
    }
  }, limits.idleMs);
  heartbeat.unref();

  const take = (socket: WebSocket, client: FakeClient): void => {
    let queue: Promise<unknown> = Promise.resolve();
    let waiting = 0;
    const inTurn = (work: () => Promise<void>): void => {
      queue = queue.then(work).catch((error) => {
        refuse(client, messageOf(error));
        socket.close(1011);
      });
      track(queue);
    };
    const isAlive = (): void => void answered.add(socket);
    isAlive();
    socket.on('pong', isAlive);
    socket.on('error', (error) => refuse(client, error.message));
    socket.on('message', (data, isBinary) => {
      isAlive();
      const message = isBinary ? bytesOf(data) : bytesOf(data).toString();
      if (message.length * 6 > largestEventBytes.sync && isTooLarge(client, message)) {
        const reason = 'its event has more than 6 MB';
        refuse(client, reason);
        socket.close(1009, reason);
        return;
      }
      if (++waiting === maxWaiting) socket.pause();
      inTurn(async () => {
        await enter(async () => {
          if (client.state !== 'open') return;
          await client.send(message);
          tell(client, client.state === 'open' ? 'ok' : 'closed');
        });
        if (--waiting < maxWaiting && socket.isPaused) socket.resume();
      });
    });
    socket.once('close', () => inTurn(() => enter(() => leave(client))));
  };

  const refuse = (client: FakeClient, reason: string): void =>
    report({ type: 'refusal', what: `message of ${client.id}`, answer: 'closed', reason });

  const leave = async (client: FakeClient): Promise<void> => {
    if (client.state !== 'open') return;
    const outcome = await client.close();
    if (outcome !== undefined) tell(client, 'closed');
  };

  /** Reports the newest call that was made for a client. */
  const tell = (client: FakeClient, answer: string): void => {
    const made = client.invocations.at(-1);
    if (made === undefined) return;
    const { role, event, outcome } = made;
    report({
      type: 'event',
      kind: triggerOfRole[role].name,
      what: client.id,
      event,
      outcome,
      answer,
      reason: client.reason,
    });
  };

  return {
    async upgrade({ request, socket, head, client: { address } }) {
      const what = shownRequest(request);
      const problem = handshakeProblem(request);
      if (problem !== undefined) {
        report({ type: 'refusal', what, answer: String(problem.status), reason: problem.reason });
        refuseSocket(socket, problem.status, { body: Buffer.from(problem.reason) });
        return;
      }
      const offer = (name: string) => request.headers[name]?.toString();
      const extensions = offer('sec-websocket-extensions');
      let open: WebSocket | undefined;
      const client = await enter(() =>
        gateway.connect({
          protocols: namesIn(offer('sec-websocket-protocol')),
          ...(extensions === undefined ? {} : { extensions }),
          requestContext: { path: what.replace(/^\S+ /, ''), httpMethod: 'GET', sourceIp: address },
          onMessage(message) {
            if (open?.readyState !== open?.OPEN) return;
            open?.send(message);
            if ((open?.bufferedAmount ?? 0) > maxUnsentBytes) open?.terminate();
          },
          onClosed: (by) => by !== 'client' && open?.close(by === 'function' ? 1000 : 1011),
        }),
      );
      tell(client, client.state === 'open' ? 'accepted' : 'refused');
      if (client.state !== 'open') {
        const { status = 403, headers = [], body = new Uint8Array() } = client.handshake ?? {};
        refuseSocket(socket, status, { headers, body });
        return;
      }
      protocols.set(request, client.protocol);
      server.handleUpgrade(request, socket, head, (upgraded) => {
        open = upgraded;
        take(upgraded, client);
      });
      // The client has left while the registration function ran.
      if (open === undefined) await enter(() => leave(client));
    },
    async close() {
      clearInterval(heartbeat);
      const sockets = [...server.clients];
      for (const socket of sockets) socket.close(1001);
      await within(limits.graceMs, async () => {
        await Promise.all(sockets.map(ended));
        while (underWay.size > 0) await Promise.all(underWay);
      });
      for (const socket of server.clients) socket.terminate();
      await new Promise((done) => server.close(done));
    },
  };
}

function ended(socket: WebSocket): Promise<void> {
  return new Promise((done) => {
    if (socket.readyState === socket.CLOSED) done();
    else socket.once('close', () => done());
  });
}

/** What API Gateway answers to a handshake that is none, as far as it is documented. */
function handshakeProblem({
  method,
  headers,
}: IncomingMessage): { status: number; reason: string } | undefined {
  const key = headers['sec-websocket-key'];
  const version = headers['sec-websocket-version'];
  if (method !== 'GET' || headers.upgrade?.toLowerCase() !== 'websocket') {
    return { status: 400, reason: 'this is no WebSocket handshake' };
  }
  if (key === undefined) return { status: 403, reason: 'need header Sec-WebSocket-Key.' };
  if (version === undefined) return { status: 403, reason: 'need header Sec-WebSocket-Version.' };
  if (!/^[+/0-9A-Za-z]{22}==$/.test(key)) return { status: 400, reason: 'Sec-WebSocket-Key is not valid' };
  if (version !== '13') return { status: 400, reason: 'Sec-WebSocket-Version is not 13' };
  const protocols = namesIn(headers['sec-websocket-protocol']);
  const isValid = protocols.every((name) => /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name));
  if (isValid && new Set(protocols).size === protocols.length) return undefined;
  return { status: 400, reason: 'Sec-WebSocket-Protocol is not valid' };
}

function namesIn(list: string | undefined): string[] {
  return list === undefined ? [] : list.split(',').map((name) => name.trim());
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}

function isTooLarge(client: FakeClient, message: string | Uint8Array): boolean {
  return jsonBytes(dataEvent(client.id, message)) > largestEventBytes.sync;
}
