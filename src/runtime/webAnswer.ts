import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { headerBytesOf, webLimits } from '../responses/checkWebAnswer.js';
import { AnswerReader, type RawAnswer } from './answerReader.js';
import { startTimer } from './realTime.js';

/** The answer of a web function, in the form in which functions with events answer. */
export interface ServerAnswer {
  /** Tells it from the answer of a function with events. */
  readonly protocol: 'HTTP/1.1';
  readonly statusCode: number;
  /** In lower case; several of one name joined, but for Set-Cookie. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
  /** How its body was coded where it travelled. */
  readonly coding?: string;
  /** What all its names and values of headers come to, where that is more than the platform passes on. */
  readonly headerBytes?: number;
  /** Names of cookies that were set and overwritten, where that is seen. */
  readonly lostCookies?: readonly string[];
  /** Why a client cannot use it, in a sentence. */
  readonly problem?: string;
}

/** What belongs to the connection, what follows the body and was judged with it, and what tells the time. */
const dropped = /^(?:connection|keep-alive|transfer-encoding|content-length|date)$/;
const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Who asks: by which method, and what runs that is no work of who is asked in the same process. */
interface Asking {
  readonly method: string;
  readonly asClient?: (run: () => void) => void;
}

/**
 * Sends a request on a connection and reads the answer; settles when that is whole or the connection has ended.
 *
 * @returns undefined when it ends without a byte.
 */
export async function askOn(
  socket: Duplex,
  bytes: Buffer,
  { method, asClient = (run) => run() }: Asking,
): Promise<RawAnswer | undefined> {
  const reader = new AnswerReader(method);
  const whole = new Promise<void>((done) => {
    socket.on('data', (chunk: Buffer) => {
      // What is written too much comes with the rest, or right behind it.
      if (reader.take(chunk)) asClient(() => void setImmediate(done));
    });
    for (const end of ['end', 'close', 'error']) socket.once(end, () => done());
  });
  socket.write(bytes);
  await whole;
  socket.removeAllListeners('data');
  socket.on('error', () => undefined);
  socket.destroy();
  return reader.hasBegun ? reader.end() : undefined;
}

/** The answer as oracles read it; its body is told without the coding in which it travelled. */
export function webAnswerOf(raw: RawAnswer): ServerAnswer {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of raw.headers) addHeader(headers, name.toLowerCase(), value);
  const headerBytes = headerBytesOf(raw.headers);
  const { body, coding, problem = raw.problem } = decodedBody(raw, headers);
  const isText = isUtf8(body);
  return {
    protocol: 'HTTP/1.1',
    statusCode: raw.status,
    headers,
    body: body.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
    ...(coding === undefined ? {} : { coding }),
    ...(headerBytes > webLimits.headerBytes ? { headerBytes } : {}),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** What stands for the answer of a server that gives none. */
export const brokenOff: ServerAnswer = {
  protocol: 'HTTP/1.1',
  statusCode: 502,
  headers: {},
  body: '',
  isBase64Encoded: false,
  problem: 'the server breaks the connection off without an answer',
};

function addHeader(headers: Record<string, string | string[]>, name: string, value: string): void {
  if (dropped.test(name)) return;
  const before = Object.hasOwn(headers, name) ? headers[name] : undefined;
  const whole =
    name === 'set-cookie'
      ? [...(Array.isArray(before) ? before : []), value]
      : before === undefined
        ? value
        : `${String(before)}, ${value}`;
  Object.defineProperty(headers, name, {
    value: whole,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

function decodedBody(
  { body, problem }: RawAnswer,
  headers: Record<string, string | string[]>,
): { readonly body: Buffer; readonly coding?: string; readonly problem?: string } {
  const coding = String(headers['content-encoding'] ?? '').toLowerCase();
  if (!Object.hasOwn(decoders, coding) || problem !== undefined) return { body };
  try {
    // The answer to HEAD names the coding that the body would have.
    const decoded = body.length === 0 ? body : (decoders[coding]?.(body) ?? body);
    delete headers['content-encoding'];
    return { body: decoded, ...(body.length === 0 ? {} : { coding }) };
  } catch {
    return { body, problem: `Content-Encoding says ${coding}, and its body is something else` };
  }
}

/** Waits until a connection stands. */
export async function connected(socket: Duplex): Promise<Duplex | undefined> {
  if (!('connecting' in socket) || socket.connecting !== true) return socket;
  return once(socket, 'connect').then(
    () => socket,
    () => undefined,
  );
}

/** A process that has ended is known to have within this time after its connections break. */
const endKnownMs = 500;

/** Gives the end of a process the time to be known. */
export function untilEndKnown(): Promise<void> {
  return new Promise((known) => {
    startTimer(known, endKnownMs).unref();
  });
}
