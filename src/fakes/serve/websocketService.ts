import type { IncomingMessage } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { jsonBytes } from '../../kernel/json.js';
import { largestEventBytes } from '../../kernel/limits.js';
import type { ClientListeners, FakeClient } from '../push/connection.js';
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
export function websocketService(parts: WebsocketParts): WebsocketService {
  return new Sockets(parts);
}

class Sockets implements WebsocketService {
  readonly #parts: WebsocketParts;
  readonly #server: WebSocketServer;
  /** The sub-protocols that the registration function chose. */
  readonly #protocols = new WeakMap<IncomingMessage, string>();
  readonly #underWay = new Set<Promise<unknown>>();
  /** Sockets that were heard of since the last heartbeat. */
  readonly #alive = new WeakSet<WebSocket>();
  readonly #heartbeat: NodeJS.Timeout;

  constructor(parts: WebsocketParts) {
    this.#parts = parts;
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: true,
      maxPayload: largestEventBytes.sync,
      handleProtocols: (_, request) => this.#protocols.get(request) || false,
    });
    this.#heartbeat = setInterval(() => this.#endSilent(), parts.limits.idleMs);
    this.#heartbeat.unref();
  }

  async upgrade(upgrade: UpgradeRequest): Promise<void> {
    const { request, socket, head } = upgrade;
    const problem = handshakeProblem(request);
    if (problem !== undefined) {
      const { status, reason } = problem;
      this.#parts.report({ type: 'refusal', what: shownRequest(request), answer: String(status), reason });
      refuseSocket(socket, status, { body: Buffer.from(reason) });
      return;
    }
    let open: WebSocket | undefined;
    const client = await this.#connect(upgrade, {
      onMessage(message) {
        if (open?.readyState !== open?.OPEN) return;
        open?.send(message);
        if ((open?.bufferedAmount ?? 0) > maxUnsentBytes) open?.terminate();
      },
      onClosed: (by) => by !== 'client' && open?.close(by === 'function' ? 1000 : 1011),
    });
    this.#tell(client, client.state === 'open' ? 'accepted' : 'refused');
    if (client.state !== 'open') {
      const { status = 403, headers = [], body = new Uint8Array() } = client.handshake ?? {};
      refuseSocket(socket, status, { headers, body });
      return;
    }
    this.#protocols.set(request, client.protocol);
    this.#server.handleUpgrade(request, socket, head, (upgraded) => {
      open = upgraded;
      this.#take(upgraded, client);
    });
    // The client has left while the registration function ran.
    if (open === undefined) await this.#parts.enter(() => this.#leave(client));
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    const sockets = [...this.#server.clients];
    for (const socket of sockets) socket.close(1001);
    await within(this.#parts.limits.graceMs, async () => {
      await Promise.all(sockets.map(ended));
      while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    });
    for (const socket of this.#server.clients) socket.terminate();
    await new Promise((done) => this.#server.close(done));
  }

  #endSilent(): void {
    for (const socket of this.#server.clients) {
      // What a paused one has to say is not heard yet.
      if (this.#alive.delete(socket) || socket.isPaused) socket.ping();
      else socket.terminate();
    }
  }

  /** Lets the registration function decide. */
  #connect({ request, client }: UpgradeRequest, listeners: ClientListeners): Promise<FakeClient> {
    const offer = (name: string) => request.headers[name]?.toString();
    const extensions = offer('sec-websocket-extensions');
    const path = shownRequest(request).replace(/^\S+ /, '');
    return this.#parts.enter(() =>
      this.#parts.gateway.connect({
        protocols: namesIn(offer('sec-websocket-protocol')),
        ...(extensions === undefined ? {} : { extensions }),
        requestContext: { path, httpMethod: 'GET', sourceIp: client.address },
        ...listeners,
      }),
    );
  }

  /** Hears what an open socket says. */
  #take(socket: WebSocket, client: FakeClient): void {
    let queue: Promise<unknown> = Promise.resolve();
    const inTurn = (work: () => Promise<void>): void => {
      queue = queue.then(work).catch((error) => {
        this.#refuse(client, messageOf(error));
        socket.close(1011);
      });
      this.#track(queue);
    };
    let waiting = 0;
    this.#alive.add(socket);
    socket.on('pong', () => this.#alive.add(socket));
    socket.on('error', (error) => this.#refuse(client, error.message));
    socket.on('message', (data, isBinary) => {
      this.#alive.add(socket);
      const message = isBinary ? bytesOf(data) : bytesOf(data).toString();
      if (isTooLarge(client, message)) {
        const reason = 'its event has more than 6 MB';
        this.#refuse(client, reason);
        socket.close(1009, reason);
        return;
      }
      if (++waiting === maxWaiting) socket.pause();
      inTurn(async () => {
        await this.#parts.enter(() => this.#send(client, message));
        if (--waiting < maxWaiting && socket.isPaused) socket.resume();
      });
    });
    socket.once('close', () => inTurn(() => this.#parts.enter(() => this.#leave(client))));
  }

  async #send(client: FakeClient, message: string | Uint8Array): Promise<void> {
    if (client.state !== 'open') return;
    await client.send(message);
    this.#tell(client, client.state === 'open' ? 'ok' : 'closed');
  }

  async #leave(client: FakeClient): Promise<void> {
    if (client.state !== 'open') return;
    const outcome = await client.close();
    if (outcome !== undefined) this.#tell(client, 'closed');
  }

  #track(work: Promise<unknown>): void {
    this.#underWay.add(work);
    void work.finally(() => this.#underWay.delete(work));
  }

  #refuse({ id }: FakeClient, reason: string): void {
    this.#parts.report({ type: 'refusal', what: `message of ${id}`, answer: 'closed', reason });
  }

  /** Reports the newest call that was made for a client. */
  #tell({ id: what, invocations, reason }: FakeClient, answer: string): void {
    const made = invocations.at(-1);
    if (made === undefined) return;
    const { role, event, outcome } = made;
    const kind = triggerOfRole[role].name;
    this.#parts.report({ type: 'event', kind, what, event, outcome, answer, reason });
  }
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
  // Counting the bytes of an event costs as much as making it, so that of a small message is not counted.
  if (message.length * 6 <= largestEventBytes.sync) return false;
  return jsonBytes(dataEvent(client.id, message)) > largestEventBytes.sync;
}
