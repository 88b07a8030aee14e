import { type IncomingMessage, type RequestOptions, request, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { realTimeMs } from '../../../runtime/realTime.js';
import { refuseSocket, type UpgradeRequest } from '../httpServer.js';
import { FrameReader } from './frameReader.js';
import { MessageLimits } from './messageLimits.js';
import { endKnownMs, type WebProblem } from './webExchange.js';
import { answerHeaders } from './webHeaders.js';

/** Codes by which a client may close, by the vendor's page on WebSocket; what it makes of none (1005) is not said. */
const fineCodes = [1000, 1005, 1010, 1011];

/** A WebSocket between a client and the server of a web function, whose bytes pass as they come. */
export class WebsocketExchange {
  readonly #upgrade: UpgradeRequest;
  readonly #idleMs: number;
  readonly #limits = {
    client: new MessageLimits('the client', realTimeMs),
    server: new MessageLimits('the server', realTimeMs),
  };
  /** What the server has answered to the handshake. */
  status = 101;
  /** True once the client has its handshake. */
  isOpen = false;
  problem: WebProblem | undefined;

  constructor(upgrade: UpgradeRequest, idleMs: number) {
    this.#upgrade = upgrade;
    this.#idleMs = idleMs;
  }

  /** Limits of messages that were passed. */
  get warnings(): readonly string[] {
    return Object.values(this.#limits).flatMap(({ warnings }) => warnings);
  }

  /** Settles when the connection has ended. */
  pass(way: RequestOptions, path: string, headers: string[]): Promise<void> {
    const { socket } = this.#upgrade;
    if (socket.destroyed) return Promise.resolve();
    return new Promise((done) => {
      const upstream = request({ ...way, method: 'GET', path, headers });
      const broken = (): void => {
        if (this.status !== 101) return;
        this.problem ??= { status: 502, reason: 'the server broke the connection off before the handshake' };
        setTimeout(done, endKnownMs).unref();
      };
      socket.once('close', () => {
        upstream.destroy();
        done();
      });
      upstream.once('error', broken);
      upstream.once('response', (answer) => void this.#refuse(answer).then(done, done));
      upstream.once('upgrade', (answer, server, head) => {
        upstream.off('error', broken);
        this.isOpen = true;
        socket.write(`${headOf(answer)}\r\n`);
        socket.write(head);
        this.#join(server, head);
      });
      upstream.end();
    });
  }

  async #refuse(answer: IncomingMessage): Promise<void> {
    this.status = answer.statusCode ?? 502;
    const body = Buffer.concat(await answer.toArray());
    refuseSocket(this.#upgrade.socket, this.status, { body });
  }

  /** @param first what the server has sent behind its handshake. */
  #join(server: Duplex, first: Buffer): void {
    const { socket, head } = this.#upgrade;
    const { client: ofClient, server: ofServer } = this.#limits;
    const frame = new FrameReader((bytes) => ofClient.add(bytes));
    const answers = new FrameReader((bytes) => ofServer.add(bytes));
    answers.read(first);
    server.on('data', (chunk: Buffer) => answers.read(chunk));
    const timer = setTimeout(() => {
      const reason = `nothing has passed for ${this.#idleMs / 1000} seconds`;
      this.problem ??= { status: 455, reason };
      for (const end of [socket, server]) end.destroy();
    }, this.#idleMs);
    frame.read(head);
    server.write(head);
    socket.on('data', (chunk: Buffer) => frame.read(chunk));
    for (const [from, to] of [
      [socket, server],
      [server, socket],
    ] as const) {
      from.on('data', () => timer.refresh()).on('error', () => to.destroy());
      from.once('close', () => {
        clearTimeout(timer);
        to.end();
      });
      from.pipe(to);
    }
    // Who has gone without a word does not come back, whatever the server still says.
    socket.once('end', () => setTimeout(() => socket.destroy(), endKnownMs).unref());
    socket.once('close', () => {
      server.destroy();
      if (frame.code === undefined || fineCodes.includes(frame.code)) return;
      this.problem ??= { status: 456, reason: `the client has closed with the code ${frame.code}` };
    });
  }
}

function headOf(answer: IncomingMessage): string {
  const headers = [
    'Upgrade',
    String(answer.headers.upgrade),
    'Connection',
    'Upgrade',
    ...answerHeaders(answer).flat(),
  ];
  const lines = headers.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${headers[at + 1]}\r\n`] : []));
  return `HTTP/1.1 101 ${STATUS_CODES[101]}\r\n${lines.join('')}`;
}
