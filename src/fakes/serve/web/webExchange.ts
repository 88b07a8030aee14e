import { type IncomingMessage, type RequestOptions, request, type ServerResponse } from 'node:http';
import { webLimits } from '../../../responses/checkWebAnswer.js';
import { answerHeaders, headerBytes } from './webHeaders.js';

/** A process that has ended is known to have within this time after its connections break. */
export const endKnownMs = 500;

/** Why the client gets something else than the function has answered. */
export interface WebProblem {
  readonly status: number;
  readonly reason: string;
}

type Headers = readonly (readonly [name: string, value: string])[];
type ChangeHeaders = (headers: Headers) => Headers;

/** A request on its way to the server of a web function, and the answer on its way back, as they come. */
export class WebExchange {
  readonly #message: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #change: ChangeHeaders;
  readonly #kept: Buffer[] = [];
  /** What went wrong on the way. */
  problem: WebProblem | undefined;

  /** @param change what the platform makes of the headers of the answer. */
  constructor(message: IncomingMessage, response: ServerResponse, change: ChangeHeaders) {
    this.#message = message;
    this.#response = response;
    this.#change = change;
  }

  /** What has come of the body, once it is kept. */
  get body(): Uint8Array {
    return Buffer.concat(this.#kept);
  }

  /** Keeps the body while it passes; it has 6 MB at the most. */
  keepBody(): void {
    this.#message.on('data', (chunk: Buffer) => this.#kept.push(chunk));
    // Nobody reads yet, so that it waits for the server.
    this.#message.pause();
  }

  /** Settles when the client has the answer, or nobody waits for it any more. */
  pass(way: RequestOptions, path: string, headers: string[]): Promise<void> {
    const [message, response] = [this.#message, this.#response];
    if (response.destroyed) this.problem ??= left;
    if (this.problem !== undefined) return Promise.resolve();
    return new Promise((done) => {
      const upstream = request({ ...way, method: message.method, path, headers });
      const breakOff = (problem: WebProblem): void => {
        this.problem ??= problem;
        upstream.destroy();
        done();
      };
      const broken = (): void => {
        if (this.problem !== undefined || response.writableFinished) return;
        this.problem = { status: 502, reason: 'the server broke the connection off before its answer ended' };
        setTimeout(done, endKnownMs).unref();
      };
      response.once('close', () => (response.writableFinished ? done() : breakOff(left)));
      upstream.once('error', broken);
      upstream.once('response', (answer) => {
        answer.once('error', broken);
        const problem = this.#answer(answer, breakOff);
        if (problem !== undefined) breakOff(problem);
      });
      countUpTo(webLimits.bodyBytes, message, () => breakOff(requestTooLarge));
      message.pipe(upstream);
    });
  }

  #answer(answer: IncomingMessage, breakOff: (problem: WebProblem) => void): WebProblem | undefined {
    const { statusCode = 502, statusMessage = '', headers } = answer;
    const response = this.#response;
    const bytes = headerBytes(answer);
    if (bytes > webLimits.headerBytes)
      return {
        status: 502,
        reason: `the headers of its answer have ${bytes} bytes, and may have ${webLimits.headerBytes}`,
      };
    if (Number(headers['content-length'] ?? 0) > webLimits.bodyBytes && this.#message.method !== 'HEAD')
      return answerTooLarge;
    const sent = this.#change(answerHeaders(answer));
    response.writeHead(statusCode, statusMessage, sent.flat());
    response.flushHeaders();
    countUpTo(webLimits.bodyBytes, answer, () => {
      answer.unpipe(response);
      breakOff(answerTooLarge);
    });
    answer.pipe(response);
    return undefined;
  }
}

export const requestTooLarge: WebProblem = { status: 406, reason: 'its body has more than 6 MB' };
const answerTooLarge: WebProblem = { status: 410, reason: 'the body of its answer has more than 6 MB' };
const left: WebProblem = { status: 499, reason: 'the client has left' };

/** Tells once when more bytes have come than may. */
function countUpTo(maxBytes: number, stream: IncomingMessage, over: () => void): void {
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    const before = bytes;
    bytes += chunk.length;
    if (before <= maxBytes && bytes > maxBytes) over();
  });
}
