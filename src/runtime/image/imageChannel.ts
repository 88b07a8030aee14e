import http, { type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { answerEnd } from '../answerEnd.js';
import type { Call } from '../engine.js';
import type { EventChannel } from '../eventChannel.js';
import type { End } from '../outcome.js';
import { scfHeaders } from '../scfHeaders.js';
import type { ServerPort } from '../serverPort.js';

// As it is before anything is replaced.
const { request } = http;

/** So long a server may take until it listens: https://www.tencentcloud.com/document/product/583/41076 */
export const listenWithinMs = 30_000;

/** Hands events to the server of an image function: `POST /event-invoke`, one connection for each. */
export class ImageChannel implements EventChannel {
  readonly env: Readonly<Record<string, string>>;
  readonly #server: ServerPort;
  readonly #failsOnStatus: boolean;
  readonly #notes = new Set<string>();

  constructor(server: ServerPort, { failsOnStatus }: { readonly failsOnStatus: boolean }) {
    this.#server = server;
    this.#failsOnStatus = failsOnStatus;
    this.env = { PORT: String(server.address.port) };
  }

  note(text: string): void {
    this.#notes.add(text);
  }

  /** @throws Misuse PORT_TAKEN when somebody else has begun to listen there meanwhile. */
  async ready(pid?: number): Promise<undefined> {
    await this.#server.opened(pid);
    if (this.#server.isLoopbackOnly())
      this.note(
        `the server listens on 127.0.0.1:${this.#server.address.port} alone; SCF reaches it on 0.0.0.0 only`,
      );
  }

  async exchange(call: Call): Promise<End> {
    const { status, body } = await this.#post(call).catch(async () => {
      // The server took the connection away: its process ends, or it never answers.
      this.note('the server closed the connection without an answer');
      return new Promise<never>(() => undefined);
    });
    const isGood = status >= 200 && status < 300;
    if (!isGood && this.#failsOnStatus) {
      const text = body.toString();
      const error = { name: `HTTP ${status}`, message: text, isError: false };
      return { type: 'error', error, stackTrace: text, by: 'throw', waits: false };
    }
    if (!isGood)
      this.note(
        `the server answered with status ${status}; what SCF makes of that is not documented, and here its body is the answer`,
      );
    const { end, note } = answerEnd(body);
    if (note !== undefined) this.note(note);
    return end;
  }

  hasTaken(): boolean {
    return true;
  }

  abandon(): void {
    this.#server.hangUp();
  }

  notReady(afterMs: number): End {
    const told = `The request timed out in ${afterMs}ms.Please confirm your http server have enabled listening on port 9000.`;
    const reason = `nothing listens on port ${this.#server.address.port} after ${afterMs / 1000} seconds`;
    return { type: 'not-started', statusCode: 446, told, reason };
  }

  takeNotes(): readonly string[] {
    const notes = [...this.#notes];
    this.#notes.clear();
    return notes;
  }

  async close(): Promise<void> {
    this.#server.close();
  }

  async #post(call: Call): Promise<{ readonly status: number; readonly body: Buffer }> {
    const headers = { ...headersOf(call), 'Content-Length': Buffer.byteLength(call.eventText) };
    const way = this.#server.way();
    return new Promise((answered, failed) => {
      const path = '/event-invoke';
      const sent = request({ ...way, method: 'POST', path, headers });
      sent.once('error', failed);
      sent.once('response', (response) => bodyOf(response).then(answered, failed));
      sent.end(call.eventText);
    });
  }
}

async function bodyOf(response: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const isPacked = response.headers['content-encoding'] === 'gzip' && body.length > 0;
  return { status: response.statusCode ?? 0, body: isPacked ? gunzipSync(body) : body };
}

function headersOf(call: Call): Record<string, string> {
  return {
    'User-Agent': 'Go-http-client/1.1',
    'Accept-Encoding': 'gzip',
    'Content-Type': 'application/json',
    'X-Forwarded-For': '11.163.0.86',
    'X-Real-Ip': '11.163.0.86',
    ...scfHeaders(call),
    Connection: 'close',
  };
}
