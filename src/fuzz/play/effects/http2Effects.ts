import { EventEmitter } from 'node:events';
import http2 from 'node:http2';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { Duplex } from 'node:stream';
import { isObject } from '../../../kernel/json.js';
import { type Patch, replaced } from '../../../runtime/patches.js';
import { isOwnUrl, recordedRequest } from './recordedRequest.js';
import { currentRecorder, type HttpAnswer, type Recorder } from './recorder.js';

/** Takes the requests that a fuzzed handler makes by HTTP/2 for outside calls, as those of any other client. */
export function recordedHttp2(): Patch[] {
  return [
    { apply: () => undefined, undo: syncBuiltinESMExports },
    replaced(http2, 'connect', (original) => {
      const connect = (...args: unknown[]): unknown => {
        const url = originOf(args[0]);
        const recorder = currentRecorder();
        if (recorder?.surroundings.http === undefined || url === undefined || isOwnUrl(url))
          return Reflect.apply(original(), http2, args);
        const listener = args.find((arg) => typeof arg === 'function');
        return new RecordedSession(url, recorder, listener as (() => void) | undefined);
      };
      return connect as typeof http2.connect;
    }),
    { apply: syncBuiltinESMExports, undo: () => undefined },
  ];
}

function originOf(authority: unknown): URL | undefined {
  const text = isObject(authority) && !(authority instanceof URL) ? authority.href : authority;
  return URL.canParse(String(text)) ? new URL(new URL(String(text)).origin) : undefined;
}

const settings = { headerTableSize: 4096, enablePush: false, maxConcurrentStreams: 100 };

/** A connection whose requests never leave this process: https://nodejs.org/api/http2.html#class-clienthttp2session */
class RecordedSession extends EventEmitter {
  readonly alpnProtocol = 'h2';
  readonly localSettings = settings;
  readonly remoteSettings = settings;
  readonly pendingSettingsAck = false;
  readonly type = http2.constants.NGHTTP2_SESSION_CLIENT;
  readonly encrypted: boolean;
  readonly originSet: readonly string[];
  readonly socket = new net.Socket();
  connecting = true;
  closed = false;
  destroyed = false;
  readonly #url: URL;
  readonly #opener: Recorder;
  readonly #open = new Set<RecordedStream>();

  constructor(url: URL, opener: Recorder, listener: (() => void) | undefined) {
    super();
    this.#url = url;
    this.#opener = opener;
    this.encrypted = url.protocol === 'https:';
    this.originSet = [url.origin];
    if (listener !== undefined) this.once('connect', listener);
    setImmediate(() => {
      if (this.destroyed) return;
      this.connecting = false;
      this.emit('connect', this, this.socket);
      this.emit('remoteSettings', settings);
    });
  }

  request(headers: http2.OutgoingHttpHeaders = {}, options: http2.ClientSessionRequestOptions = {}): Duplex {
    if (this.closed || this.destroyed)
      throw Object.assign(new Error('The session has been destroyed'), { code: 'ERR_HTTP2_INVALID_SESSION' });
    const recorder = currentRecorder() ?? this.#opener;
    const stream = new RecordedStream(this, {
      headers,
      answered: (body) => answered(recorder, requestOf(this.#url, headers, body)),
      isWhole: options.endStream ?? /^(GET|HEAD|DELETE)$/.test(methodOf(headers)),
    });
    this.#open.add(stream);
    stream.once('close', () => {
      this.#open.delete(stream);
      if (this.closed && this.#open.size === 0) this.destroy();
    });
    return stream;
  }

  close(callback?: () => void): void {
    if (callback !== undefined) this.once('close', callback);
    this.closed = true;
    if (this.#open.size === 0) this.destroy();
  }

  destroy(error?: Error): void {
    if (this.destroyed) return;
    this.closed = true;
    this.destroyed = true;
    for (const stream of this.#open) stream.destroy(error);
    setImmediate(() => {
      if (error !== undefined) this.emit('error', error);
      this.emit('close');
    });
  }

  ping(...args: unknown[]): boolean {
    const done = args.at(-1);
    if (typeof done === 'function')
      setImmediate(() => Reflect.apply(done, undefined, [null, 1, Buffer.alloc(8)]));
    return true;
  }

  settings(_settings: unknown, done?: () => void): void {
    if (done !== undefined) setImmediate(done);
  }

  /** It is never silent for long. */
  setTimeout(): this {
    return this;
  }

  goaway(): void {
    this.close();
  }

  setLocalWindowSize(): void {}
  ref(): void {}
  unref(): void {}
}

/** One request and its answer. */
class RecordedStream extends Duplex {
  readonly id = 1;
  readonly aborted = false;
  readonly pending = false;
  readonly sentHeaders: http2.OutgoingHttpHeaders;
  readonly session: RecordedSession;
  rstCode = 0;
  readonly #chunks: Buffer[] = [];
  readonly #answered: (body: Buffer) => Promise<Response>;
  #isAsked = false;

  constructor(
    session: RecordedSession,
    {
      headers,
      answered,
      isWhole,
    }: {
      readonly headers: http2.OutgoingHttpHeaders;
      readonly answered: (body: Buffer) => Promise<Response>;
      readonly isWhole: boolean;
    },
  ) {
    super();
    this.session = session;
    this.sentHeaders = headers;
    this.#answered = answered;
    if (isWhole) this.end();
  }

  override _read(): void {}

  override _write(chunk: Buffer | string, encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk);
    done();
  }

  override _final(done: () => void): void {
    done();
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#deliver().catch((error: unknown) =>
      this.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  }

  close(code = 0, callback?: () => void): void {
    if (callback !== undefined) this.once('close', callback);
    this.rstCode = code;
    this.destroy();
  }

  setTimeout(): this {
    return this;
  }

  priority(): void {}

  async #deliver(): Promise<void> {
    const response = await this.#answered(Buffer.concat(this.#chunks));
    const body = Buffer.from(await response.arrayBuffer());
    if (this.destroyed) return;
    this.emit('response', { ':status': response.status, ...Object.fromEntries(response.headers) }, 0);
    if (body.length > 0) this.push(body);
    this.push(null);
  }
}

function methodOf(headers: http2.OutgoingHttpHeaders): string {
  return String(headers[':method'] ?? 'GET');
}

function requestOf(url: URL, headers: http2.OutgoingHttpHeaders, body: Buffer): Request {
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith(':') || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) sent.append(name, String(one));
  }
  const method = methodOf(headers);
  const hasBody = body.length > 0 && method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(String(headers[':path'] ?? '/'), url), {
    method,
    headers: sent,
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  });
}

function answered(recorder: Recorder, request: Request): Promise<Response> {
  const answer: HttpAnswer = recorder.surroundings.http ?? (() => Response.error());
  return recordedRequest(recorder, request, answer);
}
