import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { type ClientRefusal, refuseForeign } from '../../domain/http/refuseForeign.js';
import { Misuse } from '../../kernel/misuse.js';
import type { IncomingRequest } from '../frontEnds/parseRequest.js';
import { addressOf, type ClientAddress, readBody, requestOf, shownRequest } from './incoming.js';
import type { ServeLimits } from './limits.js';
import type { Reporter } from './served.js';

/** An HTTP answer as it is written. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** A request to change to another protocol. */
export interface UpgradeRequest {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  readonly client: ClientAddress;
}

/** What stands behind a server. */
export interface HttpService {
  /** `reset` breaks the connection instead. */
  answer(request: IncomingRequest): Promise<HttpAnswer | 'reset'>;
  /** Answers by itself, as it comes; in place of `answer`. */
  stream?(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade?(upgrade: UpgradeRequest): Promise<void>;
}

/** Where a server listens, and by what rules. */
export interface HttpServerOptions {
  readonly host: string;
  /** Names of hosts beside those of this machine. */
  readonly allowHosts: readonly string[];
  /** 0 for any free one. */
  readonly port: number;
  /** How users name the option with the port, for error messages. */
  readonly portOption: 'port (--port)' | 'pushPort (--push-port)';
  readonly limits: ServeLimits;
  /** How long an answer may take. */
  readonly answerMs: number;
  readonly report: Reporter;
}

/** A server that listens. */
export interface RunningHttpServer {
  readonly host: string;
  readonly port: number;
  /** Lets in nobody more, and waits for what is under way and for `last`; what takes longer than `graceMs` is cut off. */
  stop(last?: () => Promise<void>): Promise<void>;
}

/** @throws Misuse PORT_IN_USE, PORT_NOT_ALLOWED, HOST_NOT_HERE. */
export async function startHttpServer(
  service: HttpService,
  options: HttpServerOptions,
): Promise<RunningHttpServer> {
  const { host, port, limits, report } = options;
  const { idleMs } = limits;
  const server = createServer({
    maxHeaderSize: limits.headBytes,
    headersTimeout: idleMs,
    requestTimeout: idleMs,
    keepAliveTimeout: Math.min(5000, idleMs),
    connectionsCheckingInterval: Math.min(1000, idleMs),
  });
  // Node forgets the headers beyond this number without a word; one more than allowed is enough to refuse.
  server.maxHeadersCount = limits.headers + 1;
  server.maxConnections = limits.connections;
  server.timeout = options.answerMs + idleMs;
  const sockets = new Set<Duplex>();
  const underWay = new Set<Promise<void>>();
  const track = (work: Promise<void>): void => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
  });
  server.on('drop', () => {
    const reason = `${limits.connections} connections are open, and more are not taken`;
    report({ type: 'refusal', what: 'connection', answer: 'dropped', reason });
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const { status, reason } = clientErrors[error.code ?? ''] ?? { status: 400, reason: error.message };
    if (error.code !== 'ECONNRESET') {
      report({ type: 'refusal', what: 'request', answer: String(status), reason });
    }
    refuseSocket(socket, status);
  });
  server.on('request', (request, response) => {
    track(
      handle(request, response, service, options).catch((error) => fail(request, response, error, report)),
    );
  });
  if (service.upgrade !== undefined) {
    const upgrade = service.upgrade.bind(service);
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => {});
      const client = addressOf(request);
      const refuse = (error: unknown): void => {
        report({ type: 'refusal', what: shownRequest(request), answer: '500', reason: messageOf(error) });
        refuseSocket(socket, 500);
      };
      const foreign = foreignClient(request, options);
      if (foreign !== undefined) {
        const { status, reason } = foreign;
        report({ type: 'refusal', what: shownRequest(request), answer: String(status), reason });
        refuseSocket(socket, status, { body: Buffer.from(`${reason}\n`) });
        return;
      }
      track(upgrade({ request, socket, head, client }).catch(refuse));
    });
  }
  await listen(server, options);
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    host,
    port: taken,
    async stop(last = async () => {}) {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      await within(limits.graceMs, async () => {
        await last();
        while (underWay.size > 0) await Promise.all(underWay);
      });
      server.closeIdleConnections();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Why a request is none for this machine, and how to allow it. */
function foreignClient(
  { headers }: IncomingMessage,
  { host, allowHosts }: HttpServerOptions,
): ClientRefusal | undefined {
  const refusal = refuseForeign(headers, { host, allowHosts });
  if (refusal?.status !== 403) return refusal;
  return { status: 403, reason: `${refusal.reason}; allowHosts (--allow-host) lets it in` };
}

const clientErrors: Readonly<Record<string, { status: number; reason: string }>> = {
  HPE_HEADER_OVERFLOW: { status: 431, reason: 'the head of the request is too large' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, reason: 'the request did not come in time' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, reason: 'the extensions of a chunk are too large' },
};

/** Answers on a socket without a parser, and ends it. */
export function refuseSocket(
  socket: Duplex,
  status: number,
  { headers = [], body = new Uint8Array() }: Partial<HttpAnswer> = {},
): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const start = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}`;
  socket.write(`${start}\r\n${lines}Content-Length: ${body.byteLength}\r\nConnection: close\r\n\r\n`);
  socket.end(body, () => socket.destroy());
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Waits for some work, but no longer than so many milliseconds. */
export async function within(limitMs: number, work: () => Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((done) => {
    timer = setTimeout(done, limitMs);
  });
  await Promise.race([work(), limit]);
  clearTimeout(timer);
}

function listen(server: Server, { host, port, portOption }: HttpServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(listenMisuse(error, host, port, portOption)),
    );
    server.listen(port, host, resolve);
  });
}

function listenMisuse(error: NodeJS.ErrnoException, host: string, port: number, option: string): Error {
  const where = `Cannot serve on ${host}:${port}:`;
  switch (error.code) {
    case 'EADDRINUSE':
      return new Misuse(
        'PORT_IN_USE',
        `${where} the port is in use. Take another ${option}, or 0 for any that is free.`,
      );
    case 'EACCES':
      return new Misuse(
        'PORT_NOT_ALLOWED',
        `${where} this process may not take that port. Take a ${option} from 1024, or 0 for any that is free.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Misuse(
        'HOST_NOT_HERE',
        `${where} ${host} is no address of this machine. Take 127.0.0.1, or 0.0.0.0 for all of them.`,
      );
    default:
      return error;
  }
}

async function handle(
  message: IncomingMessage,
  response: ServerResponse,
  service: HttpService,
  options: HttpServerOptions,
): Promise<void> {
  const { limits, report } = options;
  const refuse = (status: number, reason: string): void => {
    report({ type: 'refusal', what: shownRequest(message), answer: String(status), reason });
    response.writeHead(status, { 'content-length': 0, connection: 'close' }).end();
  };
  const foreign = foreignClient(message, options);
  if (foreign !== undefined) return refuse(foreign.status, foreign.reason);
  const headers = message.rawHeaders.length / 2;
  if (headers > limits.headers) return refuse(431, `it has more than ${limits.headers} headers`);
  if (service.stream !== undefined) {
    // Its own limits end it.
    message.socket.setTimeout(0);
    return service.stream(message, response);
  }
  const body = await readBody(message, limits.bodyBytes);
  if (body === undefined) return refuse(413, `its body has more than ${limits.bodyBytes} bytes`);
  const request = requestOf(message, body);
  if (request === undefined) return refuse(400, 'its address is not valid');
  const answer = await service.answer(request);
  if (answer === 'reset') response.destroy();
  else write(response, answer, refuse);
}

/** A client that left is no failure; anything else is this library's own, or a handler that cannot be run. */
function fail(message: IncomingMessage, response: ServerResponse, error: unknown, report: Reporter): void {
  if (!message.destroyed || message.complete) {
    report({ type: 'refusal', what: shownRequest(message), answer: '500', reason: messageOf(error) });
  }
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { 'content-length': 0, connection: 'close' }).end();
}

function write(
  response: ServerResponse,
  { status, headers, body }: HttpAnswer,
  refuse: (status: number, reason: string) => void,
): void {
  if (status < 200) {
    refuse(502, `its answer has status ${status}, which is not final`);
    return;
  }
  const hasBody = status !== 204 && status !== 304;
  const length = hasBody ? ['content-length', String(body.byteLength)] : [];
  response.writeHead(status, [...headers.flatMap(([name, value]) => [name, onTheWire(value)]), ...length]);
  response.end(hasBody ? body : undefined);
}

/** A header holds bytes, which Node writes as Latin-1. */
function onTheWire(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1');
}
