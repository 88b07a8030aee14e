import http, { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type Server as NetServer, type Socket } from 'node:net';
import type { CallTrial } from './engine.js';
import type { OutsideQuestion } from './outside.js';

// As it is before anything is replaced.
const { request } = http;

/** Headers that belong to one connection, or tell of a body that comes in other pieces. */
const ofConnection = /^(connection|proxy-.*|keep-alive|te|trailer|upgrade)$/i;
const ofBody = /^(content-length|transfer-encoding|content-encoding)$/i;

/**
 * What a function in a network of its own finds as its proxy: plain HTTP is answered by the outside of the call that is
 * running, or was last; anything else is refused, and told by name. What is allowed really goes out.
 */
export class NetworkProxy {
  /** The call whose doings these are. */
  trial: CallTrial | undefined;
  readonly #allowed: readonly string[];
  readonly #server: Server;

  /** @param allowed each as `host:port` or `host`. */
  constructor(allowed: readonly string[]) {
    this.#allowed = allowed;
    this.#server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 });
    this.#server.on('connection', (socket: Socket) => socket.unref().on('error', () => undefined));
    this.#server.on(
      'request',
      (asked, response) => void this.#hear(asked, response).catch(() => cut(response)),
    );
    this.#server.on('connect', (asked, socket: Socket) => void this.#tunnel(asked, socket));
  }

  listen(server: NetServer): void {
    this.#server.listen(server).unref();
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #mayReach(host: string, port: string): boolean {
    return this.#allowed.some((one) => one === host || one === `${host}:${port}`);
  }

  async #hear(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = urlOf(asked);
    if (url === undefined) {
      response.writeHead(400).end('This is a proxy: it takes whole addresses.\n');
      return;
    }
    if (this.#mayReach(url.hostname, url.port || '80')) return passOn(asked, url, response);
    const body = await bodyOf(asked);
    const answer = await this.#answer({
      kind: 'http',
      method: asked.method ?? 'GET',
      url: url.href,
      headers: headersOf(asked),
      body: body.toString('base64'),
    });
    if ('error' in answer) return cut(response);
    for (const [name, value] of answer.headers) {
      if (ofConnection.test(name) || ofBody.test(name)) continue;
      response.appendHeader(name, value);
    }
    const bytes = Buffer.from(answer.body, 'base64');
    response.writeHead(answer.status, { 'Content-Length': bytes.length });
    response.end(bytes);
  }

  /** A tunnel may hold anything: none is dug unless its end is allowed. */
  async #tunnel(asked: IncomingMessage, socket: Socket): Promise<void> {
    const [, host = '', port = '443'] = /^(.*?)(?::(\d+))?$/.exec(asked.url ?? '') ?? [];
    if (this.#mayReach(host, port)) {
      const out = connect({ host, port: Number(port) }, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        out.pipe(socket).pipe(out);
      });
      out.on('error', () => socket.destroy());
      socket.on('close', () => out.destroy());
      return;
    }
    await this.#answer({ kind: 'refuse', name: `tls ${host}:${port}`, code: 'ECONNREFUSED' });
    socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  }

  async #answer(question: OutsideQuestion) {
    const { trial } = this;
    if (trial === undefined) return { error: 'ECONNREFUSED' };
    return (await trial.outside.ask(question, trial.chance.nowMs)).answer;
  }
}

function urlOf({ url = '' }: IncomingMessage): URL | undefined {
  return /^http:\/\//i.test(url) && URL.canParse(url) ? new URL(url) : undefined;
}

function headersOf({ rawHeaders }: IncomingMessage): (readonly [name: string, value: string])[] {
  const pairs: [string, string][] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (!ofConnection.test(name)) pairs.push([name, rawHeaders[at + 1] as string]);
  }
  return pairs;
}

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The function sees what a connection that is reset looks like. */
function cut(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function passOn(asked: IncomingMessage, url: URL, response: ServerResponse): void {
  const { method } = asked;
  const sent = request(url, { method, headers: headersOf(asked).flat(), agent: false });
  sent.once('error', () => cut(response));
  sent.once('response', (given) => {
    response.writeHead(given.statusCode ?? 502, given.rawHeaders);
    given.pipe(response);
  });
  asked.pipe(sent);
}
