import http, { Agent, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { Misuse } from '../../kernel/misuse.js';
import { answerEnd } from '../answerEnd.js';
import { platformEnv } from '../context.js';
import type { Call } from '../engine.js';
import type { EventChannel } from '../eventChannel.js';
import type { HeldNetwork } from '../heldNetwork.js';
import type { End } from '../outcome.js';
import { startTimer } from '../realTime.js';
import { listenersOn, ownsPort } from './ports.js';

// As it is before anything is replaced.
const { request } = http;

const probeMs = 20;
/** So long a server may take until it listens: https://www.tencentcloud.com/document/product/583/41076 */
export const listenWithinMs = 30_000;

/** Where the server of an image function listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Hands events to the server of an image function: `POST /event-invoke`, one connection for each. */
export class ImageChannel implements EventChannel {
  readonly env: Readonly<Record<string, string>>;
  readonly #address: Address;
  readonly #failsOnStatus: boolean;
  readonly #notes = new Set<string>();
  readonly #agent = new Agent({ keepAlive: false });
  readonly #network: HeldNetwork | undefined;
  readonly #release: (() => void) | undefined;
  #isClosed = false;

  constructor(
    address: Address,
    {
      failsOnStatus,
      network,
      release,
    }: {
      readonly failsOnStatus: boolean;
      readonly network?: HeldNetwork | undefined;
      /** Gives its port back. */
      readonly release?: () => void;
    },
  ) {
    this.#release = release;
    this.#network = network;
    this.#address = address;
    this.#failsOnStatus = failsOnStatus;
    this.env = { PORT: String(address.port) };
  }

  note(text: string): void {
    this.#notes.add(text);
  }

  /** @throws Misuse PORT_TAKEN when somebody else has begun to listen there meanwhile. */
  async ready(pid?: number): Promise<void> {
    while (!(await this.#isListening())) {
      if (this.#isClosed) return new Promise(() => undefined);
      await new Promise((again) => startTimer(again, probeMs).unref());
    }
    const { port } = this.#address;
    if (pid !== undefined && this.#network === undefined && !ownsPort(pid, port))
      throw new Misuse(
        'PORT_TAKEN',
        `Cannot take the server on port ${port} for the function: it is not what was started, and has taken that port meanwhile. End it, or name another port; a container is reached by its address, http://127.0.0.1:${port}, once you have started it.`,
      );
    if (listensOnLoopbackOnly(this.#address.port, this.#network?.pid))
      this.note(
        `the server listens on 127.0.0.1:${this.#address.port} alone; SCF reaches it on 0.0.0.0 only`,
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
    this.#agent.destroy();
  }

  notReady(afterMs: number): End {
    const told = `The request timed out in ${afterMs}ms.Please confirm your http server have enabled listening on port 9000.`;
    const reason = `nothing listens on port ${this.#address.port} after ${afterMs / 1000} seconds`;
    return { type: 'not-started', statusCode: 446, told, reason };
  }

  takeNotes(): readonly string[] {
    const notes = [...this.#notes];
    this.#notes.clear();
    return notes;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#agent.destroy();
    this.#release?.();
  }

  async #isListening(): Promise<boolean> {
    if (this.#network !== undefined) {
      const socket = await this.#network.connect(this.#address.port).catch(() => undefined);
      socket?.destroy();
      return socket !== undefined;
    }
    return new Promise((told) => {
      const socket = connect({ ...this.#address });
      const tell = (answer: boolean): void => {
        socket.destroy();
        told(answer);
      };
      socket.once('connect', () => tell(true));
      socket.once('error', () => tell(false));
    });
  }

  async #post(call: Call): Promise<{ readonly status: number; readonly body: Buffer }> {
    const headers = { ...headersOf(call), 'Content-Length': Buffer.byteLength(call.eventText) };
    const socket = await this.#network?.connect(this.#address.port);
    const way = socket === undefined ? { agent: this.#agent } : { createConnection: () => socket };
    return new Promise((answered, failed) => {
      const path = '/event-invoke';
      const sent = request({ ...this.#address, ...way, method: 'POST', path, headers });
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

/** As captured in October 2023; session token, id and key as documented: https://www.tencentcloud.com/document/product/583/41076 */
function headersOf({ data, timeoutMs, memoryMb }: Call): Record<string, string> {
  const { TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, TENCENTCLOUD_SESSIONTOKEN } = platformEnv(data);
  return {
    'User-Agent': 'Go-http-client/1.1',
    'Accept-Encoding': 'gzip',
    'Content-Type': 'application/json',
    'X-Forwarded-For': '11.163.0.86',
    'X-Real-Ip': '11.163.0.86',
    'X-Scf-Appid': data.tencentcloud_appid,
    'X-Scf-Memory': String(memoryMb),
    'X-Scf-Name': data.function_name,
    'X-Scf-Namespace': data.namespace,
    'X-Scf-Region': data.tencentcloud_region,
    'X-Scf-Request-Id': data.request_id,
    'X-Scf-Secret-Id': TENCENTCLOUD_SECRETID ?? '',
    'X-Scf-Secret-Key': TENCENTCLOUD_SECRETKEY ?? '',
    'X-Scf-Session-Token': TENCENTCLOUD_SESSIONTOKEN ?? '',
    'X-Scf-Timeout': String(timeoutMs),
    'X-Scf-Uin': data.tencentcloud_uin,
    'X-Scf-Version': data.function_version,
    Connection: 'close',
  };
}

/** Whether a port is bound to 127.0.0.1 and to nothing else, where this system tells. */
function listensOnLoopbackOnly(port: number, pid: number | undefined): boolean {
  const bound = listenersOn(port, pid);
  return bound.length > 0 && bound.every(([, local]) => local?.startsWith('0100007F:'));
}
