import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerEnd, reportedEnd } from '../answerEnd.js';
import type { Call } from '../engine.js';
import type { EventChannel } from '../eventChannel.js';
import type { HeldNetwork } from '../heldNetwork.js';
import { initTimedOut } from '../initTimedOut.js';
import type { End } from '../outcome.js';

const host = '127.0.0.1';
const [readyPath, nextPath] = ['/runtime/init/ready', '/runtime/invocation/next'];
const [responsePath, errorPath] = ['/runtime/invocation/response', '/runtime/invocation/error'];

/** The event that is open: SCF has one at a time. */
interface OpenEvent {
  readonly call: Call;
  readonly answered: (end: End) => void;
  /** How often it was asked for. */
  handedOut: number;
}

/**
 * The API that SCF offers to a Custom Runtime, on loopback: four paths, one event at a time, the same event when it is
 * asked for again, and the first answer counts: https://cloud.tencent.com/document/product/583/47274
 * What is not documented is allowed, and noted.
 */
export class RuntimeApi implements EventChannel {
  readonly #server: Server;
  readonly #waiting: ServerResponse[] = [];
  readonly #notes = new Set<string>();
  readonly faults = new Set<string>();
  readonly #isReady: Promise<undefined>;
  #becomeReady: (nothing: undefined) => void = () => undefined;
  #wasReady = false;
  #open: OpenEvent | undefined;

  private constructor(server: Server) {
    this.#server = server.unref();
    this.#isReady = new Promise((ready) => {
      this.#becomeReady = ready;
    });
    // A bootstrap that waits for its next event keeps nothing alive.
    server.on('connection', (socket) => socket.unref());
    server.on('request', (request, response) => void this.#hear(request, response));
  }

  /**
   * @param port a free one when it is 0.
   * @param network where it is, if not on this machine's loopback.
   */
  static async listen(port: number, network?: HeldNetwork): Promise<RuntimeApi> {
    // A bootstrap may think for as long as it likes between two requests of one connection.
    const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 });
    const api = new RuntimeApi(server);
    if (network === undefined) server.listen(port, host);
    else server.listen(await network.listen(port));
    await once(server, 'listening');
    return api;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get env(): Readonly<Record<string, string>> {
    return { SCF_RUNTIME_API: host, SCF_RUNTIME_API_PORT: String(this.port) };
  }

  ready(): Promise<undefined> {
    return this.#isReady;
  }

  exchange(call: Call): Promise<End> {
    return new Promise((answered) => {
      this.#open = { call, answered, handedOut: 0 };
      for (const response of this.#waiting.splice(0)) this.#handOut(response);
    });
  }

  hasTaken(): boolean {
    return this.#open === undefined || this.#open.handedOut > 0;
  }

  /** Takes back an event that nobody has answered. */
  abandon(): void {
    this.#open = undefined;
  }

  notReady(afterMs: number): End {
    return initTimedOut(
      afterMs,
      `bootstrap did not say within ${afterMs / 1000} seconds that it is ready (POST ${readyPath})`,
    );
  }

  takeNotes(): readonly string[] {
    if (this.#open?.handedOut === 0)
      this.#notes.add(`the bootstrap never asked for the event (GET ${nextPath}): wait for event timed out`);
    const notes = [...this.#notes];
    this.#notes.clear();
    return notes;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const body = await bodyOf(request).catch(() => undefined);
    if (body === undefined) return;
    if (path === readyPath) this.#hearReady(response);
    else if (path === nextPath) this.#hearNext(response);
    else if (path === responsePath || path === errorPath) this.#hearAnswer(path, body, response);
    else {
      this.#notes.add(`${request.method} ${path} is no path of the runtime API, and was answered with 404`);
      this.faults.add(
        `The bootstrap asks for ${request.method} ${path}, which is no path of the runtime API: SCF documents four.`,
      );
      reply(response, 404, `no such path: ${path}`);
    }
  }

  #hearReady(response: ServerResponse): void {
    this.#markReady();
    // One client wants a body that is not empty, and others write what they get to their log.
    reply(response, 200, '\n');
  }

  #hearNext(response: ServerResponse): void {
    if (!this.#wasReady) {
      this.#notes.add(`the bootstrap asked for an event before it said that it is ready (POST ${readyPath})`);
      this.faults.add(
        `The bootstrap asks for an event before it says that it is ready; what SCF makes of that is not documented. Post to ${readyPath} first.`,
      );
      this.#markReady();
    }
    if (this.#open === undefined) this.#waiting.push(response);
    else this.#handOut(response);
  }

  #markReady(): void {
    this.#wasReady = true;
    this.#becomeReady(undefined);
  }

  #handOut(response: ServerResponse): void {
    const open = this.#open;
    if (open === undefined || response.destroyed) return;
    open.handedOut++;
    if (open.handedOut > 1) {
      this.#notes.add(
        'the bootstrap asked for the next event before it had answered this one, and got the same again',
      );
      this.faults.add(
        `The bootstrap asks for the next event before it has answered the one that it has: SCF hands it the same again, so that one event is worked on twice, and the second answer may become that of the event behind it. Wait until the answer is posted, then ask (GET ${nextPath}).`,
      );
    }
    const { data, timeoutMs, memoryMb, eventText } = open.call;
    reply(response, 200, eventText, {
      request_id: data.request_id,
      memory_limit_in_mb: String(memoryMb),
      time_limit_in_ms: String(timeoutMs),
    });
  }

  #hearStray(path: string): void {
    this.#notes.add(`POST ${path} came when no event was to be answered, and was ignored`);
    this.faults.add(
      `The bootstrap posts to ${path} when no event is to be answered; where the next one is open already, that becomes its answer. Answer each event once.`,
    );
  }

  #hearAnswer(path: string, body: Buffer, response: ServerResponse): void {
    const open = this.#open;
    if (open === undefined || open.handedOut === 0) this.#hearStray(path);
    else {
      this.#open = undefined;
      const isError = path === errorPath;
      const { end, note } = isError ? { end: reportedEnd(body), note: undefined } : answerEnd(body);
      if (note !== undefined) this.#notes.add(note);
      open.answered(end);
    }
    reply(response, 200, '');
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function reply(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(body), ...headers });
  response.end(body);
}
